// Jomun: a matrix of works and concepts as text, CSV, HTML or JSON.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_matrix.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <ostream>

#include "searcher/output_csv.h"
#include "searcher/output_json.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

constexpr std::string_view nothing = "–";
constexpr std::size_t gap = 2, widest_work = 40, widest_concept = 28, medium_concept = 18, narrow_concept = 12;  // columns

std::string cut(std::string text, std::size_t columns) {
  const std::size_t fitting = fit_columns(text, columns);
  return fitting == text.size() ? text : text.substr(0, fit_columns(text, columns - 1)) + "…";
}

std::string padded(const std::string& text, std::size_t columns) {
  const std::size_t width = display_width(text);
  return text + std::string(width < columns ? columns - width : 0, ' ');
}

// "ko#2.4" of a citation of `work`, whose name stands at the beginning of the row.
std::string_view without_work(std::string_view citation, std::string_view work) {
  const bool own = citation.size() > work.size() && citation.starts_with(work) && citation[work.size()] == '/';
  return own ? citation.substr(work.size() + 1) : citation;
}

using Table = std::vector<std::vector<std::string>>;

std::vector<std::size_t> widths(const Table& table) {
  std::vector<std::size_t> result(table.front().size());
  for (const std::vector<std::string>& row : table)
    for (std::size_t i = 0; i < row.size(); ++i) result[i] = std::max(result[i], display_width(row[i]));
  return result;
}

Table table_of(const Matrix& matrix, bool citations, std::size_t concept_columns) {
  Table table{{""}};
  for (const std::string& name : matrix.concepts) table.front().push_back(cut(one_line(name), concept_columns));
  for (const MatrixRow& row : matrix.rows) {
    std::vector<std::string>& cells = table.emplace_back();
    cells.push_back(cut(one_line(row.work.work), widest_work));
    for (const MatrixCell& cell : row.cells) {
      std::string text = cell.clauses == 0 ? std::string(nothing) : std::to_string(cell.clauses);
      if (citations && cell.clauses > 0) text += " " + one_line(without_work(cell.best, row.work.work));
      cells.push_back(std::move(text));
    }
  }
  return table;
}

void write_text(std::ostream& out, const Matrix& matrix, const OutputOptions& options) {
  if (matrix.rows.empty()) return;
  Table table;
  std::vector<std::size_t> columns;
  const auto fits = [&] { return std::accumulate(columns.begin(), columns.end(), gap * (columns.size() - 1)) <= options.width; };
  for (const auto& [citations, concept_columns] : {std::pair(true, widest_concept), std::pair(false, widest_concept),
                                                   std::pair(false, medium_concept), std::pair(false, narrow_concept)}) {
    table = table_of(matrix, citations, concept_columns);
    columns = widths(table);
    if (fits()) break;
  }
  for (const std::vector<std::string>& row : table) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += padded(row[i], columns[i] + gap);
    line.resize(line.find_last_not_of(' ') + 1);
    out << line << '\n';
  }
  std::string silent;
  for (const MatrixRow& row : matrix.rows)
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const MatrixCell& cell) { return cell.clauses == 0; }))
      silent += (silent.empty() ? "" : ", ") + one_line(row.work.work);
  if (!silent.empty()) fmt::print(out, "\nnothing about any of these: {}\n", silent);
}

std::string languages_of(const ListedWork& work) { return fmt::format("{}", fmt::join(work.languages, " ")); }

void write_csv(std::ostream& out, const Matrix& matrix) {
  out << "work,title,languages";
  for (const std::string& name : matrix.concepts) fmt::print(out, ",{},{}", csv_cell(one_line(name)), csv_cell(one_line(name) + ": best"));
  out << "\r\n";
  for (const MatrixRow& row : matrix.rows) {
    fmt::print(out, "{},{},{}", csv_cell(row.work.work), csv_cell(one_line(row.work.title)), csv_cell(languages_of(row.work)));
    for (const MatrixCell& cell : row.cells) fmt::print(out, ",{},{}", cell.clauses, csv_cell(cell.best));
    out << "\r\n";
  }
}

std::string escaped(std::string_view utf8) {
  std::string result;
  for (const char c : one_line(utf8)) switch (c) {
      case '&': result += "&amp;"; break;
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '"': result += "&quot;"; break;
      case '\'': result += "&#39;"; break;
      default: result += c;
    }
  return result;
}

constexpr std::string_view page_begin = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Works and concepts</title>
<style>
:root { color-scheme: light dark; --line: #ccc; --some: #e3f1e3; --none: #fbe9e7; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --some: #1f3a24; --none: #47261f; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem; }
div { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: left; padding-bottom: .5rem; }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: left; vertical-align: top; }
td.some { background: var(--some); }
td.none { background: var(--none); }
small { display: block; overflow-wrap: anywhere; }
</style>
</head>
<body>
<div role="region" aria-labelledby="caption" tabindex="0">
<table>
<caption id="caption">How many clauses of each work answer each query, and the best of them. A clause counts once, in whatever languages it is.</caption>
)";

void write_html(std::ostream& out, const Matrix& matrix) {
  out << page_begin << "<thead>\n<tr><th scope=\"col\">Work</th>";
  for (const std::string& name : matrix.concepts) fmt::print(out, "<th scope=\"col\">{}</th>", escaped(name));
  out << "</tr>\n</thead>\n<tbody>\n";
  for (const MatrixRow& row : matrix.rows) {
    fmt::print(out, "<tr><th scope=\"row\">{}<small>{}</small><small>{}</small></th>", escaped(row.work.work), escaped(row.work.title),
               escaped(languages_of(row.work)));
    for (const MatrixCell& cell : row.cells)
      if (cell.clauses == 0)
        out << "<td class=\"none\">none</td>";
      else
        fmt::print(out, "<td class=\"some\">{}<small>{}</small></td>", cell.clauses, escaped(cell.best));
    out << "</tr>\n";
  }
  out << "</tbody>\n</table>\n</div>\n</body>\n</html>\n";
}

void write_json(std::ostream& out, const Matrix& matrix) {
  using Json = nlohmann::ordered_json;
  Json json = {{"concepts", matrix.concepts}};
  Json& works = json["works"] = Json::array();
  for (const MatrixRow& row : matrix.rows) {
    Json cells = Json::array();
    for (const MatrixCell& cell : row.cells) {
      cells.push_back({{"clauses", cell.clauses}});
      if (cell.clauses > 0) cells.back()["best"] = cell.best;
    }
    works.push_back({{"work", row.work.work}, {"title", row.work.title}, {"languages", row.work.languages}, {"cells", std::move(cells)}});
  }
  out << harmless_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n';
}

}  // namespace

void write_matrix(std::ostream& out, const Matrix& matrix, MatrixFormat format, const OutputOptions& options) {
  switch (format) {
    case MatrixFormat::text: return write_text(out, matrix, options);
    case MatrixFormat::csv: return write_csv(out, matrix);
    case MatrixFormat::html: return write_html(out, matrix);
    case MatrixFormat::json: return write_json(out, matrix);
  }
}

}  // namespace jomun
