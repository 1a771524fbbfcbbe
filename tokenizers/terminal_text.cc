// Jomun: text of foreign documents on a terminal: harmless, and as wide as it looks.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/terminal_text.h"

#include <unicode/uchar.h>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

bool is_harmful(char32_t c) {
  if (c == '\n' || c == '\t') return false;
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

}  // namespace

std::string printable(std::string_view utf8) {
  std::string result;
  result.reserve(utf8.size());
  for (std::size_t offset = 0; offset < utf8.size();) {
    const Decoded next = decode(utf8, offset);
    if (is_harmful(next.value) || (next.value == replacement_character && next.bytes == 1))
      result += "\uFFFD";
    else
      result.append(utf8, offset, next.bytes);
    offset += next.bytes;
  }
  return result;
}

std::size_t display_width(std::string_view utf8) {
  std::size_t columns = 0;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const Decoded next = decode(utf8, offset);
    columns += display_width(next.value);
    offset += next.bytes;
  }
  return columns;
}

std::size_t display_width(char32_t c) {
  // What most text is made of, ahead of the tables.
  if (c >= 0x20 && c < 0x7F) return 1;
  if ((c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) || (c >= 0x3041 && c < 0x3097) || (c >= 0x30A1 && c < 0x30FB)) return 2;
  const CharacterClass kind = character(c).kind;
  if (kind == CharacterClass::ignorable ||
      (kind == CharacterClass::mark && u_charType(static_cast<UChar32>(c)) != U_COMBINING_SPACING_MARK))
    return 0;
  if ((c >= 0x1160 && c < 0x1200) || (c >= 0xD7B0 && c < 0xD7FC)) return 0;  // medial and final jamo join the syllable before
  const int east_asian = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t fit_columns(std::string_view utf8, std::size_t columns) {
  std::size_t offset = 0;
  while (offset < utf8.size()) {
    const Decoded next = decode(utf8, offset);
    const std::size_t taken = display_width(next.value);
    if (taken > columns) break;
    columns -= taken;
    offset += next.bytes;
  }
  return offset;
}

}  // namespace jomun
