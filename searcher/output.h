// Jomun: results and clauses in the format the user chose.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/choice.h"
#include "searcher/search.h"
#include "searcher/why_not.h"

namespace jomun {

enum class Format { text, json, tsv, csv, markdown, trec };

inline constexpr std::size_t usual_context = 40;  // of a concordance that is not for a terminal

inline constexpr Choice<Format> formats[] = {
    {Format::text, "text", "for people"},
    {Format::json, "json", "one object per query and line"},
    {Format::tsv, "tsv", "a line per hit: rank score citation language label title text"},
    {Format::csv, "csv", "a row per hit and one of names above, for spreadsheets, in UTF-8"},
    {Format::markdown, "markdown", "quotations with their sources, for papers"},
    {Format::trec, "trec", "a line per hit: query-id Q0 citation rank score jomun"},
};

struct OutputOptions {
  Format format = Format::text;
  bool explain = false;  // the parts of each score too; text and json
  bool facets = false;   // how many hits there are of each language, work, issuer and year; text, as json always says so
  bool kwic = false;     // a concordance in the place of the clauses; text
  // Columns on either side of a match of a concordance; nothing: as many as `width` has room for.
  std::optional<std::size_t> context = {};
  std::size_t width = 100;  // columns; text
  bool colour = false;      // escape sequences for a terminal; text
  bool paging = true;       // in the shell on a terminal, stop at the end of each screen
};

// Which of several queries a result answers.
struct QueryId {
  std::string text = "1";
  bool given = false;  // by the user, so every format shows it; else a number that only trec needs
};

// What comes once, before the first result: the names of the columns in csv, nothing in other formats. `ids`: whether the queries have
// ids that were given.
void write_heading(std::ostream& out, bool ids, const OutputOptions& options);

// Text says nothing where there is no hit, but for facets; the other formats are complete.
void write_result(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options);

// In json, or else in text.
void write_clause(std::ostream& out, const FoundClause& clause, const OutputOptions& options);
void write_why_not(std::ostream& out, const WhyNot& answer, const Request& request, const OutputOptions& options);
void write_parallel(std::ostream& out, const ParallelClauses& clauses, const OutputOptions& options);

// printable() in one line: for messages, and for the cells of a table.
std::string one_line(std::string_view utf8);

}  // namespace jomun
