// Jomun: the Mandarin readings of Han characters.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/readings.h"

#include <algorithm>

namespace jomun {

namespace tables {
extern const char* const syllables[];
extern const Reading readings[];
extern const ReadingStart reading_starts[];  // ascending code points, one more than reading_starts_count
extern const std::size_t reading_starts_count;
}  // namespace tables

std::span<const tables::Reading> readings_of(char32_t code_point) {
  const auto* end = tables::reading_starts + tables::reading_starts_count;
  const auto* found = std::lower_bound(tables::reading_starts, end, code_point,
                                       [](const tables::ReadingStart& start, char32_t c) { return start.code_point < c; });
  if (found == end || found->code_point != code_point) return {};
  return {tables::readings + found->first, tables::readings + found[1].first};
}

std::string_view syllable_letters(std::uint16_t syllable) { return tables::syllables[syllable]; }

}  // namespace jomun
