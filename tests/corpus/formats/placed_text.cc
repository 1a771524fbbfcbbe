// Jomun tests: pages as pictures made of characters.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/corpus/formats/placed_text.h"

#include <algorithm>
#include <utility>

#include "tokenizers/terminal_text.h"

namespace jomun::testing {

PlacedWord word_of(std::string_view text, double left, double top, double size, int turn) {
  const double width = static_cast<double>(display_width(text)) * size / 2;
  return {std::string(text), {left, top, left + width, top + size}, size, turn};
}

PlacedWord column_of(std::string_view text, double left, double top, double size) {
  const double length = static_cast<double>(display_width(text)) * size / 2;
  return {std::string(text), {left, top, left + size, top + length}, size, 1};
}

PlacedPage page_of(const std::vector<std::string_view>& picture, double top) {
  PlacedPage page{600, 900, {}};
  for (const std::string_view row : picture) {
    for (std::size_t i = 0; i < row.size();) {
      const std::size_t end = std::min(row.find(' ', i), row.size());
      if (end > i)
        page.words.push_back(word_of(row.substr(i, end - i), 50 + 5 * static_cast<double>(display_width(row.substr(0, i))), top));
      i = end + 1;
    }
    top += 15;
  }
  return page;
}

LaidOutPage laid_out(PlacedPage page) {
  LaidOutPage result{page.width, page.height, {}};
  result.lines = lay_out(std::move(page));
  return result;
}

std::string lines_of(PlacedPage page) {
  std::string result;
  for (const PlacedLine& line : lay_out(std::move(page))) result += line.text + "\n";
  std::replace(result.begin(), result.end(), '\t', '|');
  return result;
}

}  // namespace jomun::testing
