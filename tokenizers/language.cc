// Jomun: the language of a run of text, told from its characters.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/language.h"

#include <cstddef>

#include "tokenizers/characters.h"

namespace jomun {

std::string_view detect_language(std::string_view utf8) {
  std::size_t han = 0, kana = 0, hangul = 0, latin = 0, simplified = 0, traditional = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    if (static_cast<unsigned char>(utf8[offset]) < 0x80) {
      const char lower = static_cast<char>(utf8[offset++] | 0x20);
      latin += lower >= 'a' && lower <= 'z';
      continue;
    }
    const Decoded next = decode(utf8, offset);
    const Character found = character(next.value);
    switch (found.kind) {
      case CharacterClass::han:
        ++han;
        simplified += found.simplified_only;
        traditional += found.traditional_only;
        break;
      case CharacterClass::kana: ++kana; break;
      case CharacterClass::hangul: ++hangul; break;
      case CharacterClass::compound: ++(next.value >= 0xFF66 && next.value < 0xFFA0 ? kana : hangul); break;
      case CharacterClass::word: latin += found.folded >= 'a' && found.folded <= 'z'; break;
      default: break;
    }
    offset += next.bytes;
  }
  const std::size_t cjk = han + kana + hangul;
  if (latin > 5 * cjk) return "en";
  if (cjk == 0) return "";
  // Korean statutes may print most nouns in Han, Japanese ones likewise; Chinese has neither Hangul nor kana but in a quotation.
  if (hangul >= kana && hangul * 8 > cjk) return "ko";
  if (kana * 8 > cjk) return "ja";
  return traditional > simplified ? "zh-Hant" : "zh-Hans";
}

}  // namespace jomun
