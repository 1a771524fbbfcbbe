// Jomun: the same word in Hangul and in Han, one of them in brackets: 파양(罷養), 罷養(파양).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/gloss.h"

#include <array>

#include "tokenizers/characters.h"
#include "tokenizers/hangul.h"
#include "tokenizers/initial_sound.h"
#include "tokenizers/readings.h"

namespace jomun {
namespace {

constexpr std::size_t max_characters = 32;
constexpr std::size_t max_skipped = 40;  // spaces and variation selectors

bool is_han(char32_t c) { return character(c).kind == CharacterClass::han; }

// Whether `c` may stand between the characters and counts for nothing.
bool is_skipped(char32_t c) { return c == U' ' || c == 0xA0 || character(c).kind == CharacterClass::ignorable; }

bool reads(char32_t han, char32_t syllable) {
  ReadingList readings = korean_readings(han);
  // A form not used in Korea is read as the one that is.
  if (readings.empty()) readings = korean_readings(fold(han));
  for (const std::uint16_t reading : readings)
    if (may_be_written(U'가' + reading, syllable)) return true;
  return false;
}

}  // namespace

std::optional<Gloss> gloss_at(std::string_view utf8, std::size_t bracket) {
  std::size_t offset = bracket + decode(utf8, bracket).bytes;
  if (bracket == 0 || offset == utf8.size()) return std::nullopt;
  const char32_t first = decode_syllable(utf8, offset).value;
  const bool hangul_inside = is_syllable(first);
  if (!hangul_inside && !is_han(first)) return std::nullopt;
  const char32_t last = decode_syllable_before(utf8, bracket).value;
  const bool may_be = hangul_inside ? is_han(last) || character(last).kind == CharacterClass::ignorable : is_syllable(last);
  if (!may_be) return std::nullopt;

  std::array<char32_t, max_characters> inside;
  Gloss gloss{{offset, 0}, 0, 0};
  for (std::size_t skipped = 0; gloss.end == 0;) {
    if (offset == utf8.size()) return std::nullopt;
    const Decoded next = decode_syllable(utf8, offset);
    if (next.value == U')' || next.value == U'）') {
      gloss.inside.end = offset;
      gloss.end = offset + next.bytes;
    } else if (is_skipped(next.value)) {
      if (++skipped > max_skipped) return std::nullopt;
    } else {
      const bool belongs = hangul_inside ? is_syllable(next.value) : is_han(next.value);
      if (!belongs || gloss.characters == max_characters) return std::nullopt;
      inside[gloss.characters++] = next.value;
    }
    offset += next.bytes;
  }

  offset = bracket;
  for (std::size_t left = gloss.characters, skipped = 0; left > 0;) {
    if (offset == 0) return std::nullopt;
    const Decoded before = decode_syllable_before(utf8, offset);
    offset -= before.bytes;
    if (is_skipped(before.value)) {
      if (++skipped > max_skipped) return std::nullopt;
      continue;
    }
    const char32_t other = inside[--left];
    const char32_t han = hangul_inside ? before.value : other, syllable = hangul_inside ? other : before.value;
    if (!is_han(han) || !is_syllable(syllable) || !reads(han, syllable)) return std::nullopt;
  }
  return gloss;
}

}  // namespace jomun
