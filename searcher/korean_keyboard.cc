// Jomun: the two-set Korean keyboard (KS X 5002): which keys type a text, and what they type.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/korean_keyboard.h"

#include <algorithm>
#include <array>

#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"
#include "tokenizers/hangul.h"

namespace jomun {
namespace {

// In the order of the Unicode Standard, section 3.12; of the finals the first is none.
constexpr std::string_view leading_keys = "rRseEfaqQtTdwWczxvg";
constexpr std::array<std::string_view, 21> vowel_keys = {"k",  "o", "i", "O",  "j",  "p",  "u", "P", "h",  "hk", "ho",
                                                         "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"};
constexpr std::array<std::string_view, 28> final_keys = {"",   "r",  "R", "rt", "s",  "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx",
                                                         "fv", "fg", "a", "q",  "qt", "t",  "T",  "d", "w", "c",  "z",  "x",  "v",  "g"};
// U+3131 to U+314E; the vowels follow in the order of vowel_keys.
constexpr std::array<std::string_view, 30> consonant_keys = {"r",  "R",  "rt", "s",  "sw", "sg", "e", "E", "f", "fr",
                                                             "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "Q", "qt",
                                                             "t",  "T",  "d",  "w",  "W",  "c",  "z", "x", "v", "g"};
constexpr char32_t first_consonant = 0x3131, first_vowel = 0x314F, last_vowel = 0x3163;

constexpr std::size_t none = static_cast<std::size_t>(-1);

template <std::size_t n>
std::size_t find(const std::array<std::string_view, n>& keys, std::string_view key) {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() || key.empty() ? none : static_cast<std::size_t>(found - keys.begin());
}

void append(std::string& text, char32_t c) {
  char bytes[4];
  text.append(bytes, encode(c, bytes));
}

// The letter of a key: only some have another one with shift.
char plain_key(char key) {
  constexpr std::string_view shifted = "QWERTOP";
  return key >= 'A' && key <= 'Z' && shifted.find(key) == shifted.npos ? lower_ascii(key) : key;
}

}  // namespace

std::string korean_keys(std::string_view utf8) {
  std::string keys;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const Decoded next = decode_syllable(utf8, offset);
    offset += next.bytes;
    const char32_t c = next.value;
    if (is_syllable(c)) {
      const std::size_t number = c - 0xAC00;
      keys += leading_keys[number / (21 * 28)];
      keys += vowel_keys[number / 28 % 21];
      keys += final_keys[number % 28];
    } else if (c >= first_consonant && c < first_vowel) {
      keys += consonant_keys[c - first_consonant];
    } else if (c >= first_vowel && c <= last_vowel) {
      keys += vowel_keys[c - first_vowel];
    }
  }
  return keys;
}

TypedHangul hangul_of_keys(std::string_view typed) {
  std::string keys(typed);
  std::transform(keys.begin(), keys.end(), keys.begin(), plain_key);
  const std::string_view all = keys;
  const auto part = [&](std::size_t from, std::size_t size) {
    return from + size <= all.size() ? all.substr(from, size) : std::string_view();
  };
  const auto is_vowel = [&](std::size_t i) { return find(vowel_keys, part(i, 1)) != none; };
  const auto vowel_at = [&](std::size_t i) { return find(vowel_keys, part(i, 2)) != none ? std::size_t{2} : is_vowel(i) ? 1 : 0; };
  TypedHangul result{"", !keys.empty()};
  for (std::size_t i = 0; i < keys.size();) {
    const std::size_t leading = leading_keys.find(keys[i]);
    const std::size_t vowel = vowel_at(i + (leading != leading_keys.npos ? 1 : 0));
    if (leading != leading_keys.npos && vowel > 0) {
      const auto vowel_number = static_cast<int>(find(vowel_keys, part(i + 1, vowel)));
      i += 1 + vowel;
      // A consonant before a vowel begins the next syllable.
      std::size_t size = 0;
      if (find(final_keys, part(i, 1)) != none && !is_vowel(i + 1)) size = 1;
      if (size == 1 && find(final_keys, part(i, 2)) != none && !is_vowel(i + 2)) size = 2;
      const int final = size == 0 ? 0 : static_cast<int>(find(final_keys, part(i, size)));
      i += size;
      append(result.text, compose_syllable(static_cast<int>(leading), vowel_number, final));
      continue;
    }
    result.whole = false;
    if (leading != leading_keys.npos) {
      append(result.text, static_cast<char32_t>(first_consonant + find(consonant_keys, part(i, 1))));
      ++i;
    } else if (vowel > 0) {
      append(result.text, static_cast<char32_t>(first_vowel + find(vowel_keys, part(i, vowel))));
      i += vowel;
    } else {
      result.text += typed[i++];
    }
  }
  return result;
}

}  // namespace jomun
