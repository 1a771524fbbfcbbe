// Jomun: a line per hit, for programs: TSV, and the run format of TREC's tools.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>

#include "searcher/output.h"

namespace jomun {

// rank, score, citation, language, label, title, text; before them the id of the query where the user gave one. A tab or line end
// within a cell is written as a space.
void write_tsv(std::ostream& out, const Result& result, const QueryId& id);

// id Q0 citation rank score jomun. White space within an id or citation is written as "_": the format has no quoting.
void write_trec(std::ostream& out, const Result& result, const QueryId& id);

}  // namespace jomun
