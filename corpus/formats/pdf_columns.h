// Jomun: the columns of a page.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A gutter is a white stripe over several lines with prose on both sides: lines that fill their side and are not made of short pieces, as
// the cells of tables are. What stands above and below a gutter, as a heading across both columns does, is a column of its own.

#pragma once

#include <vector>

#include "corpus/formats/pdf_layout.h"

namespace jomun {

// The words of a page that are written to the right, parted into columns in reading order. Thread-safe; O(n log n) in the words.
std::vector<std::vector<PlacedWord>> split_columns(std::vector<PlacedWord> words);

// The size most of the text is printed in, or 0 when there is none.
double usual_size(const std::vector<PlacedWord>& words);

}  // namespace jomun
