// Jomun: how likely a word was mistyped for another.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace jomun {

enum class Typing {
  latin,   // words in lower case
  korean,  // keys, see korean_keyboard.h
};

// The least sum of slips that make `typed` of `meant`: a letter left out, one too many, another one, two exchanged (Damerau and
// Levenshtein, no part changed twice). Each costs 1 at most, and less if it is easily made: a neighbour on the keyboard, a forgotten shift,
// a letter doubled, letters that sound alike (ㅐ for ㅔ, ㅂ for ㅍ). More than `most`, and
// for words of more than 64 letters: any value above it. Thread-safe.
double spelling_distance(std::string_view typed, std::string_view meant, Typing typing, double most);

// True for keys side by side on a QWERTY keyboard, and for the same key with and without shift.
bool are_neighbouring_keys(char one, char other);

}  // namespace jomun
