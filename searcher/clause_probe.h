// Jomun: asks a searcher about one clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query_parser.h"
#include "searcher/search.h"

namespace jomun {

// Every question is a query, so an answer cannot differ from how clauses are found. All throws SearchError. The searcher and the request
// must outlive it.
class ClauseProbe {
 public:
  // Where a request has the clause; rank 0: nowhere.
  struct Standing {
    std::size_t rank = 0;
    std::string same_as;  // the hit below which it is shown, because it has the same text
    std::string better;   // the hit that is shown in its place, because it is the best of its work
  };
  // Words that the clause has, in whatever form, and words that it has not.
  struct Words {
    std::vector<Expansion> met, missing;
  };

  // `request`: how words are expanded where only a query is given.
  ClauseProbe(Searcher& searcher, const Request& request, FoundClause clause)
      : searcher_(searcher), request_(request), clause_(std::move(clause)) {}

  const FoundClause& clause() const { return clause_; }

  Standing standing_in(const Request& request);
  // How many clauses it finds among those that were looked at closely.
  std::size_t total_of(const Request& request) { return searcher_.search(request).total; }

  // Whether the clause meets it, wherever it would stand.
  bool meets(const Request& request);
  // The same for a query alone, without filters.
  bool meets(const std::string& query);
  // The same for a part of a query.
  bool meets(QueryNode node, bool demanded);

  // The words of `text`; of a word and a part of it the word.
  Words words_in(const std::string& text);

 private:
  Request about_clause(Request request) const;

  Searcher& searcher_;
  const Request& request_;
  const FoundClause clause_;
};

}  // namespace jomun
