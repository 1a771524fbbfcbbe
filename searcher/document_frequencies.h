// Jomun: how many clauses of an index may have a form of a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/query_plan.h"
#include "searcher/text_analysis.h"

namespace jomun {

// `database` must outlive it.
class DocumentFrequencies {
 public:
  explicit DocumentFrequencies(const Xapian::Database& database) : database_(database) {}

  // To be called before each query, and when the database has changed.
  void begin_query() { terms_.clear(); }
  void database_changed() { terms_.clear(), beginnings_.clear(); }

  // Reads what of(Group&) needs for all of `groups` together: a question for each term would be a round trip to every server.
  void look_up(const std::vector<Group>& groups);

  // Whether a clause has it; of the terms of the query that is known.
  bool has(const std::string& term) { return of_term(term) > 0; }
  // No more clauses have a pattern than have its rarest term; 0: no clause has it.
  double of(const Pattern& pattern);
  // The union of the forms' clauses, taken as independent of each other, each as far as the form counts: guesses that are frequent do not
  // make the user's own word a common one. Marks the forms that are absent, and the rarest term of each.
  double of(Group& group);

 private:
  double of(const Pattern::Term& term);
  double of_term(const std::string& term);
  double of_beginning(const std::string& beginning);

  const Xapian::Database& database_;
  std::unordered_map<std::string, double> terms_;       // of one query, which asks for most of them twice
  std::unordered_map<std::string, double> beginnings_;  // of all: a common character begins thousands
};

}  // namespace jomun
