// Jomun: why a query does not find a clause, and the smallest change by which it would.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search.h"

namespace jomun {

// What keeps a clause from being a hit, or from being shown.
struct Obstacle {
  enum class Kind {
    limit,       // it is found, but behind the hits that are shown
    offset,      // it is found, but before them
    same_text,   // it is shown below a hit with the same text
    group,       // it is found, but of its work the best clause alone is shown
    filter,      // a field of the query or a filter of the request excludes it
    excluded,    // it has what must not be there
    phrase,      // the phrase does not stand there as it is written
    near,        // the words are too far apart
    prefix,      // no word begins so
    missing,     // it has none of the words, in no form
    too_little,  // it has some of the words, but not enough
    form,        // it has a form that the request leaves out
    candidates,  // it meets the query, but is not among the clauses that were looked at closely
  };
  Kind kind = Kind::missing;
  std::string what;  // in one phrase: "language:ko excludes it (it is zh-Hans)"
};

// "too_little"
std::string_view name_of(Obstacle::Kind kind);

// A change after which the clause is shown. It has been tried.
struct SuggestedChange {
  std::string what;  // in one phrase: "without language:ko"
  Request request;   // with the change
  std::size_t rank = 0;
};

struct WhyNot {
  std::string citation;             // as it is stored
  bool found = false;               // the query finds it, shown or not
  std::size_t rank = 0;             // of the hit that it is, is shown below or that is shown for its work; 0: not found
  std::vector<Obstacle> obstacles;  // none: it is shown
  std::optional<SuggestedChange> suggestion;
};

// Asks `searcher` several dozen times, mostly about the one clause. `citation` as Searcher::show() takes it. Throws SearchError.
WhyNot why_not(Searcher& searcher, const Request& request, std::string_view citation);

}  // namespace jomun
