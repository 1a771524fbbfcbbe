// Jomun: the clauses that Xapian proposes, looked at closely.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/candidates.h"

#include <algorithm>
#include <utility>

namespace jomun {

CandidateReader::CandidateReader(const Xapian::Database& database, const QueryPlan& plan, const Ranker& ranker, Tokenizer& tokenizer)
    : database_(database),
      plan_(plan),
      ranker_(ranker),
      matcher_(plan, tokenizer),
      average_length_(std::max(1.0, database.get_avlength())) {}

std::deque<Candidate> CandidateReader::read(std::vector<Xapian::docid> documents) {
  // Neighbours share the blocks that Xapian reads, and has to read again when another was read between.
  std::sort(documents.begin(), documents.end());
  std::deque<Candidate> candidates;
  for (const Xapian::docid number : documents) {
    Candidate& candidate = candidates.emplace_back();
    candidate.document = number;
    candidate.record = database_.get_document(number, Xapian::DOC_ASSUME_VALID).get_data();
    schema::view_clause(candidate.record, candidate.clause);
    look_at(candidate.clause);
    if (!ranker_.satisfies(evidence_)) {
      candidates.pop_back();
      continue;
    }
    evidence_.length = database_.get_doclength(number);
    candidate.score = score(evidence_).total;
    candidate.fingerprint = matcher_.fingerprint();
  }
  return candidates;
}

const Evidence& CandidateReader::evidence(const Candidate& candidate) {
  look_at(candidate.clause);
  evidence_.length = database_.get_doclength(candidate.document);
  return evidence_;
}

std::optional<std::uint64_t> CandidateReader::likeness(const Candidate& candidate) const {
  const Xapian::Document document = database_.get_document(candidate.document, Xapian::DOC_ASSUME_VALID);
  return schema::read_likeness(document.get_value(schema::likeness_slot));
}

void CandidateReader::look_at(const schema::ClauseView& clause) {
  evidence_.in_heading = in_heading(clause);
  matcher_.match(clause.text, evidence_.text);  // last: the fingerprint is that of the text
}

// The weight of the best form found, or 0.
const std::vector<double>& CandidateReader::in_heading(const schema::ClauseView& clause) {
  heading_ = clause.title;
  for (const std::string_view part : clause.path) heading_.append("\n\n").append(part);
  const auto [known, is_new] = headings_.try_emplace(heading_);
  if (!is_new) return known->second;
  matcher_.match(heading_, heading_matches_);
  known->second.assign(plan_.groups.size(), 0);
  for (std::size_t i = 0; i < heading_matches_.size(); ++i)
    for (const Occurrence& occurrence : heading_matches_[i])
      known->second[i] = std::max(known->second[i], plan_.groups[i].forms[occurrence.form].weight);
  return known->second;
}

}  // namespace jomun
