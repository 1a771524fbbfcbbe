// Jomun: a query plan as the Xapian query that finds its candidates.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Xapian sees terms without positions, so its query is a coarse net: every clause that satisfies the plan is caught, others too. What
// may be excluded only by looking at the text (a phrase that must not stand there) is not excluded here.

#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/query_plan.h"
#include "searcher/search.h"

namespace jomun {

// Strict: all groups that matter must be met; loose: any.
enum class Net { strict, loose };

Xapian::Query candidate_query(const QueryPlan& plan, Tokenizer& tokenizer, Net net);

// How many clauses the strict net would catch if the groups had nothing to do with each other; `frequencies`: how many each of them would,
// of `documents`. Real words keep together: three words of laws were met by up to thirty times as many.
double expected_catch(const QueryPlan& plan, const std::vector<double>& frequencies, double documents);

// `query` restricted to `filters`, without influence on weights. Of citations it catches others with the same hash, too (schema.h).
Xapian::Query filtered(const Xapian::Query& query, const Filters& filters, Tokenizer& tokenizer);

// What Xapian looks for to find one group.
Xapian::Query group_query(const Group& group);

// Whether a clause must meet `group` to satisfy its words as a whole.
bool is_required(const Group& group);

}  // namespace jomun
