// Jomun: characters of symbol fonts, which documents store by their place in the font.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/symbol_fonts.h"

#include <unicode/uchar.h>

#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr char32_t unknown = U'•';

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

char32_t in_symbol(char32_t place) {
  // Places 0x41 to 0x5A and 0x61 to 0x7A are Greek letters in the order of the Latin ones they sound or look like.
  constexpr std::u32string_view capitals = U"ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
  constexpr std::u32string_view small = U"αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
  if (place >= 'A' && place <= 'Z') return capitals[place - 'A'];
  if (place >= 'a' && place <= 'z') return small[place - 'a'];
  switch (place) {
    case 0xA3: return U'≤';
    case 0xA5: return U'∞';
    case 0xAB: return U'↔';
    case 0xAC: return U'←';
    case 0xAD: return U'↑';
    case 0xAE: return U'→';
    case 0xAF: return U'↓';
    case 0xB0: return U'°';
    case 0xB1: return U'±';
    case 0xB3: return U'≥';
    case 0xB4: return U'×';
    case 0xB8: return U'÷';
    case 0xB9: return U'≠';
    case 0xBA: return U'≡';
    case 0xBB: return U'≈';
    case 0xBC: return U'…';
    case 0xDE: return U'⇒';
    case 0xE5: return U'∑';
    default: return place >= 0x20 && place < 0x7F ? place : unknown;
  }
}

char32_t in_wingdings(char32_t place) {
  if (place >= 0x81 && place <= 0x8A) return U'①' + (place - 0x81);
  if (place >= 0x8C && place <= 0x95) return U'❶' + (place - 0x8C);
  switch (place) {
    case 0x20: return U' ';
    case 0x6C: return U'●';
    case 0x6E: return U'■';
    case 0x6F:
    case 0x71:
    case 0x72:
    case 0xA8: return U'□';
    case 0x75: return U'◆';
    case 0x76: return U'❖';
    case 0xA1: return U'○';
    case 0xA7: return U'▪';
    case 0xAB: return U'★';
    case 0xD8: return U'➢';
    case 0xDF:
    case 0xEF: return U'←';
    case 0xE0:
    case 0xF0: return U'→';
    case 0xFB: return U'✗';
    case 0xFC: return U'✓';
    case 0xFD: return U'☒';
    case 0xFE: return U'☑';
    default: return unknown;
  }
}

}  // namespace

std::string symbol_character(std::string_view font, char32_t place) {
  char32_t character = place;
  const char32_t inside = place >= 0xF000 && place <= 0xF0FF ? place - 0xF000 : place;
  if (font == "Symbol") {
    if (inside < 0x100) character = in_symbol(inside);
  } else if (font.starts_with("Wingdings") || font == "Webdings") {
    if (inside < 0x100) character = font == "Wingdings" ? in_wingdings(inside) : unknown;
  }
  if (is_private(character)) character = unknown;
  if (character == 0 || character > 0x10FFFF || (character >= 0xD800 && character <= 0xDFFF)) return {};
  char bytes[4];
  return std::string(bytes, encode(character, bytes));
}

std::string plain_bullet(std::string_view bullet) {
  bullet = trim(bullet);
  std::string text;
  for (std::size_t i = 0; i < bullet.size();) {
    const Decoded next = decode(bullet, i);
    const bool no_bullet = is_private(next.value) || u_isalnum(static_cast<UChar32>(next.value)) || next.value == U'§';
    text += no_bullet ? "•" : bullet.substr(i, next.bytes);
    i += next.bytes;
  }
  return text;
}

}  // namespace jomun
