// Jomun: footnotes of a page.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "corpus/formats/pdf_furniture.h"

namespace jomun {

struct Footnote {
  std::string mark;  // as printed: "1", "*", "①"
  std::vector<PlacedLine> lines;
};

// Takes the footnotes out of a page, and their marks out of its text. A footnote is certain where lines smaller than `body_size` end a
// column, and begin with what stands raised in the text above them; all other lines stay. Thread-safe, linear.
std::vector<Footnote> take_footnotes(LaidOutPage& page, double body_size);

}  // namespace jomun
