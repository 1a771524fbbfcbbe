// Jomun: what of a long query, a whole article say, is worth looking for.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

#include "searcher/query_plan.h"

namespace jomun {

// As many groups as an article of most laws has; each of them costs time.
inline constexpr std::size_t max_groups = 500;

// Leaves the groups that tell most: rare ones, those of more weight, what the query says again. Those of phrases and prefixes stay.
// `document_frequencies`, of each group, is cut alike. Returns whether any was left out.
bool keep_informative(QueryPlan& plan, std::vector<double>& document_frequencies, double documents, std::size_t most = max_groups);

}  // namespace jomun
