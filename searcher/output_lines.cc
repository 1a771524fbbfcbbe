// Jomun: wrapped lines with parts set off by colour.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "searcher/output_wrap.h"
#include "tokenizers/terminal_text.h"

namespace jomun {

std::vector<Line> lay_out(std::string_view text, const std::vector<Mark>& marks, std::size_t columns, Colour colour) {
  std::vector<Line> lines;
  for (const Span& span : wrap(text, columns)) {
    const std::string_view plain = text.substr(span.begin, span.end - span.begin);
    Line line{"", display_width(plain)};
    std::size_t written = span.begin;
    const auto write_to = [&](std::size_t end) {
      line.text += text.substr(written, end - written);
      written = end;
    };
    for (const Mark& mark : marks) {
      const std::size_t begin = std::max(mark.span.begin, span.begin), end = std::min(mark.span.end, span.end);
      if (begin >= end || colour == Colour::off) continue;
      write_to(begin);
      line.text += fmt::format("\x1b[{}m", mark.style);
      write_to(end);
      line.text += "\x1b[0m";
    }
    write_to(span.end);
    // A tab would leave the columns counted here.
    std::replace(line.text.begin(), line.text.end(), '\t', ' ');
    lines.push_back(std::move(line));
  }
  return lines;
}

void write_beside(std::ostream& out, std::string_view label, std::string_view text, std::size_t label_columns, std::size_t columns) {
  constexpr std::size_t least_columns = 20, below_columns = 6;
  const std::size_t width = display_width(label);
  const bool below = width > 0 && (width >= label_columns || columns < label_columns + least_columns);
  const std::size_t indent = below ? below_columns : label_columns;
  out << label << (below ? "\n" : "");
  std::size_t column = below ? 0 : width;
  for (const Line& line : lay_out(text, {}, std::max(columns, indent + 1) - indent, Colour::off)) {
    out << std::string(indent - column, ' ') << line.text << '\n';
    column = 0;
  }
}

}  // namespace jomun
