// Jomun: what is printed on every page but is no part of the text: running heads and feet, page numbers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Told by place and repetition, never by words: the outermost lines of a page, found at the same height on several pages with the same
// text, where numbers either stay the same or count up with the pages (12, - 12 -, 第 12 页, 12/34, xii, 十二). White has to part them
// from the text on most of these pages. A line with the right number where other pages have theirs goes with any text. On two pages the
// evidence is weaker: numbers that count go, and of a head or foot printed twice the one between the texts of the pages. One page has no
// furniture.

#pragma once

#include <vector>

#include "corpus/formats/pdf_layout.h"

namespace jomun {

struct LaidOutPage {
  double width = 0, height = 0;
  std::vector<PlacedLine> lines;
};

// Thread-safe; O(n log n) in the text.
void remove_furniture(std::vector<LaidOutPage>& pages);

}  // namespace jomun
