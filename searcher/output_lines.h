// Jomun: wrapped lines with parts set off by colour.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizers/mapped_text.h"

namespace jomun {

// SGR parameters of a terminal. No style says anything that is not in the text too.
namespace style {
inline constexpr std::string_view citation = "1", faint = "2", caution = "33", match = "1;31";
}

// A part of a text that is set off. Bytes.
struct Mark {
  Span span;
  std::string_view style;
};

// A line as it is written, and how many columns it takes: escape sequences take none.
struct Line {
  std::string text;
  std::size_t columns = 0;
};

// `text` in lines of at most `columns`, coloured at `marks` when `colour` says so. REQUIRES: printable text, columns >= 2, marks
// ascending and not overlapping.
enum class Colour { off, on };
std::vector<Line> lay_out(std::string_view text, const std::vector<Mark>& marks, std::size_t columns, Colour colour);

// A label and a text beside it, which goes on below itself where it is longer than `columns` have room for; below the label, where that
// leaves hardly any.
void write_beside(std::ostream& out, std::string_view label, std::string_view text, std::size_t label_columns, std::size_t columns);

}  // namespace jomun
