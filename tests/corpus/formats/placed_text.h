// Jomun tests: pages as pictures made of characters.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/pdf_furniture.h"
#include "corpus/formats/pdf_layout.h"

namespace jomun::testing {

// A row of the picture is a line of type of 10 points, 15 below the one before; a column is 5 points wide, an ideograph two columns.
// What has no space inside is a word. The page is 600 by 900 points, and the picture begins at (50, `top`).
PlacedPage page_of(const std::vector<std::string_view>& picture, double top = 50);
PlacedWord word_of(std::string_view text, double left, double top, double size = 10, int turn = 0);
// A vertical line.
PlacedWord column_of(std::string_view text, double left, double top, double size = 10);

LaidOutPage laid_out(PlacedPage page);
// The lines in reading order, each ended by '\n', tabs as |.
std::string lines_of(PlacedPage page);

}  // namespace jomun::testing
