// Jomun: the numbers Hangul, the Korean word processor, puts before paragraphs.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hangul_numbering.h"

#include <algorithm>

namespace jomun {

std::string HangulNumbering::next(std::size_t level) {
  constexpr std::size_t longest = 200;
  level = std::min(level, most_levels - 1);
  for (std::size_t i = 0; i < level; ++i) {
    if (counts_[i] == unused) counts_[i] = levels_[i].start;
  }
  counts_[level] = counts_[level] == unused ? levels_[level].start : counts_[level] + 1;
  std::fill(counts_.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts_.end(), unused);

  std::string label;
  const auto number = [&](std::size_t of) {
    if (counts_[of] != unused) label += format_number(levels_[of].format, counts_[of]);
  };
  const std::string& text = levels_[level].text;
  for (std::size_t i = 0; i < text.size() && label.size() < longest; ++i) {
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (text[i] != '^') {
      label += text[i];
    } else if (next >= '1' && next <= '9') {
      const bool ten = next == '1' && i + 2 < text.size() && text[i + 2] == '0';
      number(ten ? 9 : static_cast<std::size_t>(next - '1'));
      i += ten ? 2 : 1;
    } else if (next == 'n' || next == 'N') {
      for (std::size_t of = 0; of <= level; ++of) {
        if (of > 0) label += '.';
        number(of);
      }
      if (next == 'N') label += '.';
      ++i;
    } else {
      label += text[i];
    }
  }
  return label;
}

}  // namespace jomun
