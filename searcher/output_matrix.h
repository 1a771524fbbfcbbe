// Jomun: a matrix of works and concepts as text, CSV, HTML or JSON.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>

#include "searcher/choice.h"
#include "searcher/matrix.h"
#include "searcher/output.h"

namespace jomun {

enum class MatrixFormat { text, csv, html, json };

inline constexpr Choice<MatrixFormat> matrix_formats[] = {
    {MatrixFormat::text, "text", "for people"},
    {MatrixFormat::csv, "csv", "for spreadsheets: work, title, languages, and for each concept how many clauses and the best citation"},
    {MatrixFormat::html, "html", "a page that needs nothing else"},
    {MatrixFormat::json, "json", "one object"},
};

// Text is laid out for options.width: where it does not fit, the citations are left out, then the names of concepts are cut. CSV is that of
// RFC 4180 with a line of names; text that a spreadsheet would take for a formula gets an apostrophe before it.
void write_matrix(std::ostream& out, const Matrix& matrix, MatrixFormat format, const OutputOptions& options);

}  // namespace jomun
