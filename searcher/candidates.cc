// Jomun: the clauses that Xapian proposes, looked at closely.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/candidates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <numeric>
#include <utility>

#include "searcher/polarity.h"
#include "searcher/search.h"
#include "searcher/text_analysis.h"

namespace jomun {

namespace {

constexpr std::size_t context_clauses = 3;

// Marks what `text` negates and the query does not, and what overlaps it: 不安全生产 negates 安全, 全生 and 生产.
void mark_negated(std::string_view text, const QueryPlan& plan, Matches& matches) {
  // Who looks for prohibitions looks for what must not be done: 禁止公开 is met by 不得公开.
  if (plan.modalities.contains(Modality::must_not)) return;
  std::vector<Span> negated;
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    if (!plan.groups[i].top || plan.groups[i].negated) continue;
    for (Occurrence& occurrence : matches[i]) {
      occurrence.negated = is_negated(text, occurrence.begin, occurrence.end);
      if (occurrence.negated) negated.push_back({occurrence.begin, occurrence.end});
    }
  }
  for (std::size_t next = 0; next < negated.size(); ++next)
    for (std::size_t i = 0; i < plan.groups.size(); ++i) {
      if (plan.groups[i].negated) continue;
      for (Occurrence& occurrence : matches[i]) {
        if (occurrence.negated || occurrence.begin >= negated[next].end || occurrence.end <= negated[next].begin) continue;
        occurrence.negated = true;
        negated.push_back({occurrence.begin, occurrence.end});
      }
    }
}

}  // namespace

void add_context(std::deque<Candidate>& candidates, double share) {
  using Text = std::pair<std::string_view, std::string_view>;  // title, language
  std::map<Text, std::array<double, context_clauses>> best;    // scores, descending
  const auto text_of = [](const Candidate& candidate) { return Text(candidate.clause.title, candidate.clause.language); };
  for (const Candidate& candidate : candidates) {
    auto& scores = best.try_emplace(text_of(candidate)).first->second;
    double score = candidate.score;
    for (double& other : scores)
      if (score > other) std::swap(score, other);
  }
  for (Candidate& candidate : candidates) {
    if (candidate.clause.title.empty()) continue;
    const auto& scores = best.at(text_of(candidate));
    candidate.context = share * std::accumulate(scores.begin(), scores.end(), 0.0) / context_clauses;
    candidate.score += candidate.context;
  }
}

CandidateReader::CandidateReader(const Xapian::Database& database, RecordReader& records, const QueryPlan& plan, const Ranker& ranker,
                                 Tokenizer& tokenizer)
    : database_(database),
      records_(records),
      plan_(plan),
      ranker_(ranker),
      tokenizer_(tokenizer),
      matcher_(plan, tokenizer),
      average_length_(std::max(1.0, database.get_avlength())) {
  const auto decided = [](const PlanNode& child) { return child.decided || !has_field(child); };
  if (std::all_of(plan.root.children.begin(), plan.root.children.end(), decided)) return;
  for (const Field& field : plan.fields) fields_.push_back(field_condition(field.name, field.text, tokenizer));
  evidence_.fields.resize(fields_.size());
}

std::deque<Candidate> CandidateReader::read(std::vector<Xapian::docid> documents) {
  std::deque<Candidate> candidates;
  FieldReader fields(database_, fields_);
  // Values are read in the order of the documents' numbers.
  const auto order = fields_.empty() ? RecordReader::Order::by_server : RecordReader::Order::ascending;
  records_.for_each(std::move(documents), order, [&](Xapian::docid number, std::string record) {
    if (stop_ != nullptr && stop_->load(std::memory_order_relaxed)) throw SearchStopped();
    Candidate& candidate = candidates.emplace_back();
    candidate.document = number;
    candidate.record = std::move(record);
    schema::view_clause(candidate.record, candidate.clause);
    if (!is_asked(candidate.clause.citation)) {
      candidates.pop_back();
      return;
    }
    look_at(candidate.clause);
    fields.read(number, evidence_.fields);
    if (!ranker_.satisfies(evidence_)) {
      candidates.pop_back();
      return;
    }
    candidate.score = score(evidence_).total;
    candidate.fingerprint = matcher_.fingerprint();
  });
  return candidates;
}

// Its term may be that of another one.
bool CandidateReader::is_asked(std::string_view citation) const {
  return citations_ == nullptr || citations_->empty() || std::find(citations_->begin(), citations_->end(), citation) != citations_->end();
}

const Evidence& CandidateReader::evidence(const Candidate& candidate) {
  look_at(candidate.clause);
  return evidence_;
}

void CandidateReader::look_at(const schema::ClauseView& clause) {
  const HeadingEvidence& headings = headings_of(clause);
  evidence_.in_heading = headings.weights;
  evidence_.named = headings.named;
  evidence_.modalities = clause.modalities;
  evidence_.length = static_cast<double>(clause.length);
  matcher_.match(clause.text, evidence_.text);  // last: the fingerprint is that of the text
  mark_negated(clause.text, plan_, evidence_.text);
}

const CandidateReader::HeadingEvidence& CandidateReader::headings_of(const schema::ClauseView& clause) {
  heading_ = clause.title;
  for (const std::string_view part : clause.path) heading_.append("\n\n").append(part);
  const auto [known, is_new] = headings_.try_emplace(heading_);
  if (!is_new) return known->second;
  HeadingEvidence& evidence = known->second;
  evidence.weights.assign(plan_.groups.size(), 0);
  evidence.named.assign(plan_.groups.size(), false);
  add_heading(clause.title, evidence);
  for (const std::string_view part : clause.path) add_heading(part, evidence);
  return evidence;
}

void CandidateReader::add_heading(std::string_view heading, HeadingEvidence& evidence) {
  matcher_.match(heading, heading_matches_);
  std::vector<bool> covered(heading.size(), false);  // bytes, by more than a single character
  for (std::size_t i = 0; i < heading_matches_.size(); ++i)
    for (const Occurrence& occurrence : heading_matches_[i]) {
      evidence.weights[i] = std::max(evidence.weights[i], plan_.groups[i].forms[occurrence.form].weight);
      if (!plan_.groups[i].evidence)
        std::fill(covered.begin() + static_cast<std::ptrdiff_t>(occurrence.begin),
                  covered.begin() + static_cast<std::ptrdiff_t>(occurrence.end), true);
    }
  if (std::find(covered.begin(), covered.end(), true) == covered.end()) return;
  const std::vector<Cell> cells = analyse(tokenizer_, heading);
  if (!std::all_of(cells.begin(), cells.end(), [&](const Cell& cell) { return covered[cell.begin]; })) return;
  for (std::size_t i = 0; i < heading_matches_.size(); ++i)
    if (!heading_matches_[i].empty()) evidence.named[i] = true;
}

}  // namespace jomun
