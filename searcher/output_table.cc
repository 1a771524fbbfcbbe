// Jomun: a line per hit, for programs: TSV, and the run format of TREC's tools.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_table.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>

namespace jomun {
namespace {

std::string without_spaces(std::string_view utf8) {
  std::string result = one_line(utf8);
  std::replace(result.begin(), result.end(), ' ', '_');
  return result;
}

}  // namespace

void write_tsv(std::ostream& out, const Result& result, const QueryId& id) {
  for (const Hit& hit : result.hits) {
    if (id.given) fmt::print(out, "{}\t", one_line(id.text));
    const FoundClause& clause = hit.clause;
    fmt::print(out, "{}\t{}\t{}\t{}\t{}\t{}\t{}\n", hit.rank, hit.score, one_line(clause.citation), one_line(clause.language),
               one_line(clause.label), one_line(clause.title), one_line(clause.text.text()));
  }
}

void write_trec(std::ostream& out, const Result& result, const QueryId& id) {
  for (const Hit& hit : result.hits)
    fmt::print(out, "{} Q0 {} {} {} jomun\n", without_spaces(id.text), without_spaces(hit.clause.citation), hit.rank, hit.score);
}

}  // namespace jomun
