// Jomun: results and clauses as JSON, for programs.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <vector>

#include "searcher/output.h"

namespace jomun {

// One object in one line. Characters that could steer a terminal are written as \uXXXX, ill-formed bytes as U+FFFD.
void write_json(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options);

// The same keys as a line of `jomun-index preview`.
void write_clause_json(std::ostream& out, const FoundClause& clause);
void write_parallel_json(std::ostream& out, const std::vector<FoundClause>& clauses);

}  // namespace jomun
