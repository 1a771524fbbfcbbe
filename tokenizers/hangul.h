// Jomun: the parts of a Hangul syllable, and the endings of a Korean word.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "tokenizers/characters.h"

namespace jomun {

// 0: none (가), 8: ㄹ (갈); numbered as in the Unicode Standard, section 3.12. REQUIRES: a precomposed syllable U+AC00 to U+D7A3.
constexpr int final_consonant(char32_t syllable) { return static_cast<int>((syllable - 0xAC00) % 28); }
constexpr bool is_syllable(char32_t code_point) { return code_point >= 0xAC00 && code_point <= 0xD7A3; }

// Number of a conjoining jamo among those of its place, from 0; a final one from 1, as final_consonant() has it. -1: it is none.
constexpr int leading_jamo(char32_t c) { return c >= 0x1100 && c <= 0x1112 ? static_cast<int>(c - 0x1100) : -1; }
constexpr int vowel_jamo(char32_t c) { return c >= 0x1161 && c <= 0x1175 ? static_cast<int>(c - 0x1161) : -1; }
constexpr int final_jamo(char32_t c) { return c >= 0x11A8 && c <= 0x11C2 ? static_cast<int>(c - 0x11A7) : -1; }
// REQUIRES: numbers of the three places; final 0: none.
constexpr char32_t compose_syllable(int leading, int vowel, int final = 0) {
  return static_cast<char32_t>(0xAC00 + (leading * 21 + vowel) * 28 + final);
}

// The syllable at `offset` or that ends there, precomposed or of conjoining jamo (NFD, section 3.12), with the bytes of all of it;
// of anything else the code point. REQUIRES: as decode() and decode_before(). Thread-safe.
Decoded decode_syllable(std::string_view utf8, std::size_t offset);
Decoded decode_syllable_before(std::string_view utf8, std::size_t offset);

// How many syllables at the end of `word` may be taken off to get at the noun: 정상회의에서 2, 국가들은 2, 제출하여야 3, 기관이다 2.
// These are particles (은/는 이/가 을/를 …), a few of them one behind the other, and before them or alone what makes the noun a verb: forms
// of 하다, 되다, 시키다, 받다, and of the copula 이다.
//   - At least kept_syllables, two, stay. A verb of one syllable and 하다 stays whole: 정하는, 관하여는.
//   - A particle counts only where the syllable before it has the final consonant or vowel that its form demands (을 after a consonant,
//     를 after a vowel).
//   - What ends like a noun known to look like one with an ending keeps that: 회의, 결과, 접근권한.
// Not exact: no dictionary is consulted, verbs that are not made from nouns lose at most a particle, and 인, 일, 임 and 적 stay after most
// nouns. Take what remains for one more word to find, never for a replacement. The lists and their source: korean_endings.h.
// REQUIRES: precomposed syllables. Time in proportion to what comes off, no allocation after the first call. Thread-safe.
inline constexpr std::size_t kept_syllables = 2;
std::size_t ending_length(std::span<const char32_t> word);

}  // namespace jomun
