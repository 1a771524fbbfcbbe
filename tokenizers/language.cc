// Jomun: the language of a run of text, told from its characters.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/language.h"

#include <array>
#include <cstddef>
#include <cstdint>

#include "tokenizers/characters.h"

namespace jomun {

std::string_view detect_language(std::string_view utf8) {
  // Counted by what the table has above the folded code point, the class and which Chinese a Han is of: one addition for a character.
  std::array<std::size_t, 128> count{};
  std::size_t latin = 0, half_width_kana = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    if (static_cast<unsigned char>(utf8[offset]) < 0x80) {
      const char lower = static_cast<char>(utf8[offset++] | 0x20);
      latin += lower >= 'a' && lower <= 'z';
      continue;
    }
    const Decoded next = decode(utf8, offset);
    const std::uint32_t packed = tables::packed(next.value);
    ++count[packed >> tables::kind_shift & (count.size() - 1)];
    const std::uint32_t kind = packed & tables::kind_mask;
    if (kind == tables::pack_kind(CharacterClass::word)) {
      const char32_t folded = fold(next.value);
      latin += folded >= 'a' && folded <= 'z';
    } else if (kind == tables::pack_kind(CharacterClass::compound)) {
      half_width_kana += next.value >= 0xFF66 && next.value < 0xFFA0;
    }
    offset += next.bytes;
  }
  // All counted with this class and these other bits.
  const auto sum = [&count](CharacterClass kind, std::uint32_t bits = 0) {
    std::size_t result = 0;
    for (std::uint32_t i = 0; i < count.size(); ++i) {
      const std::uint32_t packed = i << tables::kind_shift;
      if ((packed & (tables::kind_mask | bits)) == (tables::pack_kind(kind) | bits)) result += count[i];
    }
    return result;
  };
  const std::size_t han = sum(CharacterClass::han);
  const std::size_t simplified = sum(CharacterClass::han, tables::simplified_only);
  const std::size_t traditional = sum(CharacterClass::han, tables::traditional_only);
  const std::size_t kana = sum(CharacterClass::kana) + half_width_kana;
  const std::size_t hangul = sum(CharacterClass::hangul) + sum(CharacterClass::compound) - half_width_kana;
  const std::size_t cjk = han + kana + hangul;
  if (latin > 5 * cjk) return "en";
  if (cjk == 0) return "";
  // Korean statutes may print most nouns in Han, Japanese ones likewise; Chinese has neither Hangul nor kana but in a quotation.
  if (hangul >= kana && hangul * 8 > cjk) return "ko";
  if (kana * 8 > cjk) return "ja";
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

}  // namespace jomun
