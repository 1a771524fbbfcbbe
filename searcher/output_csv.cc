// Jomun: results as CSV, for spreadsheets.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

struct Column {
  std::string_view name;
  std::string (*cell)(const Hit& hit);
};

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  return fmt::format("{}", fmt::join(texts, separator));
}

std::string matched_in(const Hit& hit) {
  std::vector<std::string> texts;
  for (const Highlight& highlight : hit.highlights)
    if (std::find(texts.begin(), texts.end(), highlight.matched) == texts.end()) texts.push_back(highlight.matched);
  return joined(texts, "; ");
}

constexpr Column columns[] = {
    {"rank", [](const Hit& hit) { return fmt::format("{}", hit.rank); }},
    {"score", [](const Hit& hit) { return fmt::format("{}", hit.score); }},
    {"citation", [](const Hit& hit) { return hit.clause.citation; }},
    {"work", [](const Hit& hit) { return hit.clause.work; }},
    {"language", [](const Hit& hit) { return hit.clause.language; }},
    {"label", [](const Hit& hit) { return hit.clause.label; }},
    {"path", [](const Hit& hit) { return joined(hit.clause.path, " > "); }},
    {"title", [](const Hit& hit) { return hit.clause.title; }},
    {"issuer", [](const Hit& hit) { return hit.clause.issuer; }},
    {"date", [](const Hit& hit) { return hit.clause.date; }},
    {"status", [](const Hit& hit) { return hit.clause.status; }},
    {"source_url", [](const Hit& hit) { return hit.clause.source_url; }},
    {"matched", matched_in},
    {"text", [](const Hit& hit) { return hit.clause.text.text(); }},
    {"also_in", [](const Hit& hit) { return joined(hit.parallel, " "); }},
    {"same_text", [](const Hit& hit) { return joined(hit.same_text, " "); }},
};

// What a spreadsheet may take for the beginning of a formula.
bool begins_formula(std::string_view text) {
  return !text.empty() && std::u32string_view(U"=+-@\t\n＝＋－＠").find(decode(text, 0).value) != std::u32string_view::npos;
}

}  // namespace

std::string csv_cell(std::string_view utf8) {
  std::string text;
  for (std::size_t i = 0; i < utf8.size(); ++i)
    if (utf8[i] != '\r')
      text += utf8[i];
    else if (i + 1 == utf8.size() || utf8[i + 1] != '\n')
      text += '\n';
  text = printable(text);
  if (begins_formula(text)) text.insert(0, "'");
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + '"';
}

void write_csv_heading(std::ostream& out, bool ids) {
  if (ids) out << "id,";
  for (const Column& column : columns) out << (&column == columns ? "" : ",") << column.name;
  out << "\r\n";
}

void write_csv(std::ostream& out, const Result& result, const QueryId& id) {
  for (const Hit& hit : result.hits) {
    if (id.given) out << csv_cell(id.text) << ',';
    for (const Column& column : columns) out << (&column == columns ? "" : ",") << csv_cell(column.cell(hit));
    out << "\r\n";
  }
}

}  // namespace jomun
