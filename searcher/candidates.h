// Jomun: the clauses that Xapian proposes, looked at closely.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <atomic>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/schema.h"
#include "searcher/clause_matcher.h"
#include "searcher/field_conditions.h"
#include "searcher/query_plan.h"
#include "searcher/ranker.h"
#include "searcher/records.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// A clause that satisfies the query. The rest of its record waits until it is shown, and so do the places where it matched: hundreds are
// ranked for each that is shown.
struct Candidate {
  Candidate() = default;
  Candidate(const Candidate&) = delete;
  Candidate& operator=(const Candidate&) = delete;

  Xapian::docid document = 0;
  std::string record;             // for schema::decode_clause()
  schema::ClauseView clause;      // of `record`
  double score = 0;               // of the ranker, and the context
  double context = 0;             // what it gains by the other clauses of its text
  std::uint64_t fingerprint = 0;  // ClauseMatcher::fingerprint()
};

// A clause is about what its law is about: adds to each score a `share` of the mean score of the three best clauses of its text, those with
// the same title in the same language. Clauses without a title gain nothing. That a passage is judged by its document, too, is common in
// passage retrieval; share and mean are ours (ranking_weights.h).
void add_context(std::deque<Candidate>& candidates, double share);

// For one query; everything given must outlive it.
class CandidateReader {
 public:
  CandidateReader(const Xapian::Database& database, RecordReader& records, const QueryPlan& plan, const Ranker& ranker,
                  Tokenizer& tokenizer);

  // See Searcher::stop_when().
  void stop_when(const std::atomic<bool>* requested) { stop_ = requested; }

  // Only clauses with one of these citations satisfy the query, see Filters; empty: all. Must outlive this.
  void restrict_to(const std::vector<std::string>& citations) { citations_ = &citations; }

  // Those of `documents` that satisfy the query, in any order. Throws Xapian::Error, schema::CorruptRecord, SearchStopped.
  std::deque<Candidate> read(std::vector<Xapian::docid> documents);

  // Where a candidate matched. Valid until the next call of anything here.
  const Evidence& evidence(const Candidate& candidate);
  Score score(const Evidence& evidence) const { return ranker_.score(evidence, average_length_); }

 private:
  bool is_asked(std::string_view citation) const;
  void look_at(const schema::ClauseView& clause);
  struct HeadingEvidence {
    std::vector<double> weights;  // see Evidence::in_heading
    std::vector<bool> named;
  };
  const HeadingEvidence& headings_of(const schema::ClauseView& clause);
  void add_heading(std::string_view heading, HeadingEvidence& evidence);

  const Xapian::Database& database_;
  RecordReader& records_;
  const QueryPlan& plan_;
  const Ranker& ranker_;
  Tokenizer& tokenizer_;
  ClauseMatcher matcher_;
  std::vector<FieldCondition> fields_;  // none where all are decided
  double average_length_;
  const std::atomic<bool>* stop_ = nullptr;
  const std::vector<std::string>* citations_ = nullptr;
  Evidence evidence_;
  std::string heading_;
  Matches heading_matches_;
  std::unordered_map<std::string, HeadingEvidence> headings_;  // by title and headings, which many clauses share
};

}  // namespace jomun
