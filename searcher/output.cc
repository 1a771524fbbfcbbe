// Jomun: results and clauses in the format the user chose.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output.h"

#include "searcher/output_csv.h"
#include "searcher/output_json.h"
#include "searcher/output_kwic.h"
#include "searcher/output_markdown.h"
#include "searcher/output_table.h"
#include "searcher/output_text.h"
#include "tokenizers/terminal_text.h"

namespace jomun {

void write_heading(std::ostream& out, bool ids, const OutputOptions& options) {
  if (options.format == Format::csv) write_csv_heading(out, ids);
}

void write_result(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options) {
  switch (options.format) {
    case Format::text: return options.kwic ? write_kwic(out, result, id, options) : write_text(out, result, id, options);
    case Format::json: return write_json(out, result, id, options);
    case Format::tsv: return write_tsv(out, result, id);
    case Format::csv: return write_csv(out, result, id);
    case Format::markdown: return write_markdown(out, result, id);
    case Format::trec: return write_trec(out, result, id);
  }
}

void write_clause(std::ostream& out, const FoundClause& clause, const OutputOptions& options) {
  if (options.format == Format::json) return write_clause_json(out, clause);
  write_clause_text(out, clause, options);
}

void write_parallel(std::ostream& out, const ParallelClauses& clauses, const OutputOptions& options) {
  if (options.format == Format::json) return write_parallel_json(out, clauses);
  write_parallel_text(out, clauses, options);
}

void write_why_not(std::ostream& out, const WhyNot& answer, const Request& request, const OutputOptions& options) {
  if (options.format == Format::json) return write_why_not_json(out, answer);
  write_why_not_text(out, answer, request, options);
}

std::string one_line(std::string_view utf8) {
  std::string result(utf8);
  for (char& c : result)
    if (c == '\n' || c == '\t' || c == '\r' || c == '\v' || c == '\f') c = ' ';
  return printable(result);
}

}  // namespace jomun
