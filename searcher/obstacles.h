// Jomun: what in a request a clause does not meet, and how the request could be changed.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "searcher/clause_probe.h"
#include "searcher/query_parser.h"
#include "searcher/why_not.h"

namespace jomun {

struct Edit {
  std::string what;  // in one phrase: "without language:ko"
  // Changes nodes where they are and takes none out, so that edits of one query can be made together, in any order.
  std::function<void(Request&, QueryNode&)> apply;
};

struct Cause {
  Obstacle obstacle;
  std::vector<Edit> edits;  // each does away with it; the smallest first
};

// `query`: that of the request. The clause is none of its hits. Throws SearchError.
std::vector<Cause> find_causes(ClauseProbe& probe, const Request& request, const QueryNode& query);

}  // namespace jomun
