// Jomun: results as CSV, for spreadsheets.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "searcher/output.h"

namespace jomun {

// A cell of a row as RFC 4180 has it, in UTF-8 without a byte order mark: with commas, quotes or line ends it is quoted, and quotes are
// doubled. A spreadsheet would take what begins with = + - @, their full-width forms or a tab for a formula, which a document could abuse:
// such a cell begins with an apostrophe, which is not in the clause. Rows end with CRLF; a line inside a cell ends with LF, also where the
// text has CR or CRLF.
std::string csv_cell(std::string_view text);

// rank, score, citation, work, language, label, path, title, issuer, date, status, source_url, matched, text, also_in, same_text; before
// them "id" where the user gave the queries ids. path: headings joined by " > ". matched: what was matched, without repetition, joined
// by "; ". also_in, same_text: citations joined by spaces. Columns may be added at the end.
void write_csv_heading(std::ostream& out, bool ids);
void write_csv(std::ostream& out, const Result& result, const QueryId& id);

}  // namespace jomun
