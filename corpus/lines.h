// Jomun: the lines of a published text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace jomun {

// What stands between a line and the one before it.
enum class Break : std::uint8_t {
  line,       // an end of line: a new paragraph or a hard wrap, to be found out
  blank,      // at least one empty line, or the begin of the text
  paragraph,  // known to be the begin of a paragraph
  wrap,       // known to be a hard wrap
  space,      // white space inside a line
};

// Bytes [begin, end) of the text, without the white space around them; never empty.
struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
  Break before = Break::blank;
  bool indented = false;     // white space stands before it on its line
  bool ideographic = false;  // and that is an ideographic space, which typesetting puts before paragraphs

  std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
};

// The lines of `text` from byte `begin` that are not empty. Lines end at LF, CR LF, CR, VT and FF. Linear, thread-safe.
std::vector<Line> split_lines(std::string_view text, std::size_t begin);

}  // namespace jomun
