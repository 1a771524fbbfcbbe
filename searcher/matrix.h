// Jomun: which works say something about which concepts, and which say nothing.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/search.h"

namespace jomun {

struct MatrixCell {
  std::size_t clauses = 0;
  std::string best;  // citation; empty where there is no clause
};

struct MatrixRow {
  ListedWork work;
  std::vector<MatrixCell> cells;  // one per concept
};

// A clause counts once for its work, however many versions of it answer: what has the same address is the same clause, see
// Searcher::cover(). All clauses of the index are looked at, so that an empty cell says that there is none; what a search falls back on
// where no clause has most of a query does not count.
struct Matrix {
  std::vector<std::string> concepts;  // queries
  std::vector<MatrixRow> rows;        // every work that the filters leave, by name, or as the filters name them
  std::vector<std::string> notes;

  bool empty() const;  // every cell is
};

// The queries of "privacy; developing countries；\"a; b\"": what stands between semicolons that are in no quotation marks of the query
// language, without white space at its edges, the empty ones left out.
std::vector<std::string> split_concepts(std::string_view text);

// The filters, and what words also find, are those of `request`. A filter by modality restricts what is counted, not the works. Throws
// SearchError.
Matrix make_matrix(Searcher& searcher, const Request& request, std::vector<std::string> concepts);

}  // namespace jomun
