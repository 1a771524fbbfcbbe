// Jomun: a Searcher without an index, for tests of the command line and the shell.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Linked in the place of jomun::searcher. It knows two clauses, and answers by what the query says:
//
//   safety   both clauses: fake_result()
//   twice    beside that: the total is twice what is listed
//   nothing  no clause
//   broken   SearchError
//   long     SearchStopped
//   note     no clause, and a note

#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "searcher/search.h"
#include "searcher/why_not.h"

namespace jomun::fake {

FoundClause korean_clause();
FoundClause chinese_clause();
Result result();

// What the searchers were asked since the last clear().
extern std::vector<Request> requests;
extern std::vector<std::vector<std::string>> opened;
extern std::size_t own_concepts;       // of the last one opened
extern const std::atomic<bool>* stop;  // what the last one was told to look at
extern OpenOptions options;            // of the last one opened. With `partial` "host:1" is missing
void clear();

}  // namespace jomun::fake
