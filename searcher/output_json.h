// Jomun: results and clauses as JSON, for programs.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <string>

#include "searcher/output.h"

namespace jomun {

// One object in one line. Characters that could steer a terminal are written as \uXXXX, ill-formed bytes as U+FFFD.
// A highlight is begin and end in code points of `text`, the same in bytes of UTF-8 and code units of UTF-16, and in bytes as published.
void write_json(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options);

// The same keys as a line of `jomun-index preview`.
void write_clause_json(std::ostream& out, const FoundClause& clause);
// An array of the same: the clause that was asked for, then its counterparts, which have two keys more, "confidence" and "by", "address"
// or "similarity".
void write_parallel_json(std::ostream& out, const ParallelClauses& clauses);

// JSON text with what could steer a terminal written as \uXXXX, as all of the above is.
std::string harmless_json(std::string json);

// {"citation","found","rank","reasons":[{"kind","what"}],"suggestion":{"what","query","limit","rank"}}, rank null where it is not found,
// and suggestion where there is none.
void write_why_not_json(std::ostream& out, const WhyNot& answer);

}  // namespace jomun
