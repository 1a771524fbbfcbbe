// Jomun: the language of a run of text, told from its characters.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/language.h"

#include <array>
#include <cstddef>

#include "tokenizers/characters.h"

namespace jomun {

std::string_view detect_language(std::string_view utf8) {
  std::array<std::size_t, 16> count{};  // of each class
  std::size_t latin = 0, half_width_kana = 0, simplified = 0, traditional = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    if (static_cast<unsigned char>(utf8[offset]) < 0x80) {
      const char lower = static_cast<char>(utf8[offset++] | 0x20);
      latin += lower >= 'a' && lower <= 'z';
      continue;
    }
    const Decoded next = decode(utf8, offset);
    const Character found = character(next.value);
    ++count[static_cast<std::size_t>(found.kind)];
    simplified += found.simplified_only;
    traditional += found.traditional_only;
    if (found.kind == CharacterClass::compound) half_width_kana += next.value >= 0xFF66 && next.value < 0xFFA0;
    if (found.kind == CharacterClass::word) latin += found.folded >= 'a' && found.folded <= 'z';
    offset += next.bytes;
  }
  const auto count_of = [&count](CharacterClass kind) { return count[static_cast<std::size_t>(kind)]; };
  const std::size_t han = count_of(CharacterClass::han);
  const std::size_t kana = count_of(CharacterClass::kana) + half_width_kana;
  const std::size_t hangul = count_of(CharacterClass::hangul) + count_of(CharacterClass::compound) - half_width_kana;
  const std::size_t cjk = han + kana + hangul;
  if (latin > 5 * cjk) return "en";
  if (cjk == 0) return "";
  // Korean statutes may print most nouns in Han, Japanese ones likewise; Chinese has neither Hangul nor kana but in a quotation.
  if (hangul >= kana && hangul * 8 > cjk) return "ko";
  if (kana * 8 > cjk) return "ja";
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

}  // namespace jomun
