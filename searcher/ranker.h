// Jomun: whether a clause satisfies a query plan, and how well.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/clause_matcher.h"
#include "searcher/query_plan.h"

namespace jomun {

// How much of words without operators a hit must have.
enum class Demand {
  enough,    // a good part of what they tell
  one_word,  // any one of the words set apart by spaces
};

// What a candidate shows when looked at closely.
struct Evidence {
  Matches text;                    // occurrences in the clause's text
  std::vector<double> in_heading;  // by group: the weight of the best form that its title or headings have; 0: none
  std::vector<bool> named;         // by group: part of a title or heading of the clause that the query names whole
  std::vector<bool> fields;        // by QueryPlan::fields: whether the clause meets it; empty where all are decided
  Modalities modalities;           // of the clause
  double length = 0;               // in terms, as the index counts them: fair across scripts, where two characters of Han say as much as
                                   // an English word, which has two terms
};

struct Score {
  double total = 0;
  std::vector<double> by_group;
  double modality = 0;  // what it gains by saying must, must not, may or should as the query does; in the total
};

// The score of a clause is
//
//   coverage x sum over groups g of  weight(g) x form weight x idf(g) x saturation(frequency)
//
//   idf(g)        = ln(1 + (N - df + 0.5) / (df + 0.5)), df of all forms of the group together (BM25, Robertson & Zaragoza 2009, with
//                   Lucene's 1 + that keeps it positive)
//   saturation(f) = f (k1 + 1) / (f + k1 (1 - b + b length / average length))
//   coverage      = 1 - c + c x the share of the query's information that was met; 1 for words without a space between them
//
// and, where the query says must, must not, may or should, (1 + m x the share of these that the clause says, too) times that, with k1, b, c
// and m of ranking_weights.h. An occurrence counts more the earlier it stands: what a clause is about, it says first. A group
// that stands only negated gains a fraction. A heading counts as a fraction of an occurrence. A title or heading whose words are all in the
// query is meant (중재법 비용의 분담: of the Arbitration Act, the clause on costs): its words count for all its clauses as if said without
// end, and in the text only where the query says them again. Forms of the Han bridge are guesses, of which the best counts, not their sum:
// form weight x saturation is the largest of them. A word met by such a form covers the query by as much as the form weighs.
class Ranker {
 public:
  // `document_frequencies`: of each group; `documents`: of the whole index.
  Ranker(const QueryPlan& plan, const std::vector<double>& document_frequencies, double documents, Demand demand = Demand::enough);

  // The conditions of the query: phrases stand there, what must not does not, and enough of the words are met.
  bool satisfies(const Evidence& evidence) const { return satisfies(plan_.root, evidence, false); }

  Score score(const Evidence& evidence, double average_length) const;

  double idf(std::size_t group) const { return idf_[group]; }

 private:
  bool satisfies(const PlanNode& node, const Evidence& evidence, bool strict) const;
  bool near(const PlanNode& node, const Evidence& evidence) const;
  bool met(std::size_t group, const Evidence& evidence) const { return !evidence.text[group].empty() || evidence.in_heading[group] > 0; }
  double met_weight(std::size_t group, const Evidence& evidence) const;
  double gain(std::size_t group, const Evidence& evidence, double norm) const;
  double text_gain(std::size_t group, const Evidence& evidence, double in_heading, double norm) const;
  bool has_one_word(const Leaf& leaf, const Evidence& evidence) const;
  double share_met(const Leaf& leaf, const Evidence& evidence) const;

  const QueryPlan& plan_;
  const RankingWeights& weights_;
  Demand demand_;
  std::vector<double> idf_;                      // by group
  std::vector<std::vector<std::size_t>> parts_;  // by group: the concepts inside it, which meet it in part
};

}  // namespace jomun
