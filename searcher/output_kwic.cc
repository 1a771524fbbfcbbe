// Jomun: a concordance: every match on a line of its own, below one another.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_kwic.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output_highlights.h"
#include "searcher/output_lines.h"
#include "searcher/output_wrap.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

constexpr std::size_t narrowest_context = 8;
constexpr std::string_view gap = "  ";

struct Row {
  std::string rank, citation, left, match, right;
};

// A clause in one line, and where its characters begin and end.
struct ClauseLine {
  explicit ClauseLine(const Hit& hit)
      : text(one_line(hit.clause.text.text())), matches(highlight_spans(hit.highlights, text)), boundaries(grapheme_boundaries(text)) {}

  // The last whole characters before `offset` that take at most `columns`.
  std::string_view before(std::size_t offset, std::size_t columns) const {
    auto begin = std::lower_bound(boundaries.begin(), boundaries.end(), offset);
    std::size_t first = offset;
    for (; begin != boundaries.begin(); --begin) {
      const std::size_t earlier = *std::prev(begin), width = display_width(std::string_view(text).substr(earlier, first - earlier));
      if (width > columns) break;
      columns -= width;
      first = earlier;
    }
    return std::string_view(text).substr(first, offset - first);
  }

  // The first whole characters from `offset` on that do.
  std::string_view after(std::size_t offset, std::size_t columns) const {
    std::size_t last = offset;
    for (auto end = std::upper_bound(boundaries.begin(), boundaries.end(), offset); end != boundaries.end(); ++end) {
      const std::size_t width = display_width(std::string_view(text).substr(last, *end - last));
      if (width > columns) break;
      columns -= width;
      last = *end;
    }
    return std::string_view(text).substr(offset, last - offset);
  }

  std::string text;
  std::vector<Span> matches;
  std::vector<std::size_t> boundaries;  // the beginning of the text first, its end last
};

std::size_t widest(const std::vector<Row>& rows, std::string Row::*column) {
  std::size_t columns = 0;
  for (const Row& row : rows) columns = std::max(columns, display_width(row.*column));
  return columns;
}

// `text` in at most `columns`, its end or its beginning left out.
std::string cut_end(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  return text.substr(0, fit_columns(text, columns - 1)) + "…";
}
std::string cut_beginning(const std::string& text, std::size_t columns) {
  std::size_t width = display_width(text);
  if (width <= columns) return text;
  const std::vector<std::size_t> boundaries = grapheme_boundaries(text);
  std::size_t begin = 0;
  for (auto next = boundaries.begin(); width > columns - 1 && next != boundaries.end(); ++next) {
    width -= display_width(std::string_view(text).substr(begin, *next - begin));
    begin = *next;
  }
  return "…" + text.substr(begin);
}

std::string spaces(std::size_t columns) { return std::string(columns, ' '); }
std::string padding(const std::string& text, std::size_t columns) { return spaces(columns - std::min(columns, display_width(text))); }

}  // namespace

void write_kwic(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options) {
  std::vector<ClauseLine> lines;
  std::vector<Row> rows;
  for (const Hit& hit : result.hits) {
    lines.emplace_back(hit);
    for (const Span& match : lines.back().matches)
      rows.push_back({fmt::format("{}", hit.rank), one_line(hit.clause.citation), "",
                      lines.back().text.substr(match.begin, match.end - match.begin), ""});
  }
  const std::string asked = id.given ? one_line(id.text) + std::string(gap) : "";
  const bool fitted = !options.context;
  std::size_t context = options.context.value_or(0);
  if (fitted) {
    const std::size_t between = display_width(asked) + widest(rows, &Row::rank) + 2 * gap.size() + 2, least = 3 * narrowest_context;
    const std::size_t room = std::max(options.width, between + least + narrowest_context) - between;
    for (Row& row : rows) row.citation = cut_beginning(row.citation, std::min(std::max(room * 2 / 5, narrowest_context), room - least));
    const std::size_t left = room - widest(rows, &Row::citation);
    for (Row& row : rows) row.match = cut_end(row.match, left / 3);
    context = (left - widest(rows, &Row::match)) / 2;
  }
  auto row = rows.begin();
  for (const ClauseLine& line : lines) {
    for (const Span& match : line.matches) {
      row->left = line.before(match.begin, context);
      row->right = line.after(match.end, context);
      ++row;
    }
  }
  const std::size_t rank_columns = widest(rows, &Row::rank), citation_columns = widest(rows, &Row::citation),
                    left_columns = std::max(widest(rows, &Row::left), std::min(context, usual_context));
  const auto styled = [&](const std::string& text, std::string_view with) {
    return options.colour ? fmt::format("\x1b[{}m{}\x1b[0m", with, text) : text;
  };
  for (const Row& r : rows) {
    const std::string right = r.right.substr(0, r.right.find_last_not_of(' ') + 1);
    fmt::print(out, "{}{}{}{}{}{}{}{}{} {}{}{}\n", asked, padding(r.rank, rank_columns), r.rank, gap, styled(r.citation, style::citation),
               padding(r.citation, citation_columns), gap, padding(r.left, left_columns), r.left, styled(r.match, style::match),
               right.empty() ? "" : " ", right);
  }
}

}  // namespace jomun
