// Jomun: lines of text that fit a terminal.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tokenizers/mapped_text.h"

namespace jomun {

// Offsets where a line of printable text may end, ascending, the end of the text last: the rules of Unicode (no 。 at the beginning of
// a line), except that Hangul is broken at spaces only. Empty for an empty text.
std::vector<std::size_t> line_break_opportunities(std::string_view text);

// Offsets where a character as readers see it begins or ends (Unicode's extended grapheme clusters), ascending, 0 first and the end of the
// text last.
std::vector<std::size_t> grapheme_boundaries(std::string_view text);

// The lines of `text` as spans without the white space at their end, each at most `columns` wide; a word wider than that is cut
// where it must be. A line feed ends a line. REQUIRES: columns >= 2, printable text.
std::vector<Span> wrap(std::string_view text, std::size_t columns);

}  // namespace jomun
