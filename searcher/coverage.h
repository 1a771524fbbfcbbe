// Jomun: how often each work answers a query, counted among all clauses.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "searcher/candidates.h"
#include "searcher/search.h"

namespace jomun {

// The clauses of `net` that `reader` accepts, by work. `net` has to catch every clause that satisfies the query, so its weights do not
// matter; all it catches are read, some thousand at a time. Throws Xapian::Error, schema::CorruptRecord.
Coverage count_by_work(const Xapian::Database& database, const Xapian::Query& net, CandidateReader& reader);

// The works that have a clause among those of `filter`, by name. The same is thrown.
std::vector<ListedWork> list_works(const Xapian::Database& database, const Xapian::Query& filter);

}  // namespace jomun
