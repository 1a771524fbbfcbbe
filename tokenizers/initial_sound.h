// Jomun: the initial-sound law of Korean, by which 勞動 is written 노동 and 로동.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thread-safe.

#pragma once

namespace jomun {

// How a character with this reading is written at the begin of a word: 로 as 노, 리 as 이, 녀 as 여; and 률 as 율, which is also written
// after a vowel and ㄴ. REQUIRES: a Hangul syllable.
constexpr char32_t with_initial_sound_law(char32_t syllable) {
  constexpr char32_t n = 2, r = 5, none = 11, vowels = 21, finals = 28;  // numbers of the initials, and how many of the rest there are
  const char32_t initial = (syllable - 0xAC00) / (vowels * finals), vowel = (syllable - 0xAC00) / finals % vowels;
  // ㅑ ㅒ ㅕ ㅖ ㅛ ㅠ ㅣ
  const bool palatal = vowel == 2 || vowel == 3 || vowel == 6 || vowel == 7 || vowel == 12 || vowel == 17 || vowel == 20;
  if (initial == r) return syllable - (initial - (palatal ? none : n)) * vowels * finals;
  if (initial == n && palatal) return syllable + (none - n) * vowels * finals;
  return syllable;
}

// Whether a character that is read `reading` may be written `syllable`, two Hangul syllables. A list of readings may know only the form
// that obeys the law.
constexpr bool may_be_written(char32_t reading, char32_t syllable) {
  return syllable == reading || syllable == with_initial_sound_law(reading) || with_initial_sound_law(syllable) == reading;
}

}  // namespace jomun
