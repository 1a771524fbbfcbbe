// Jomun: how Han characters are read in Chinese, Japanese and Korean.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The tables are generated at build time by generate_readings.cc, which documents their sources. Everything here is thread-safe and
// allocates nothing; views are of static storage.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jomun {

namespace tables {
inline constexpr unsigned reading_block_bits = 5;         // code points per block: 2^5
inline constexpr char32_t reading_code_points = 0x40000;  // from here on no character has a reading
inline constexpr std::uint16_t last_reading = 0x8000;     // set in the last value of a list; the other bits are the value

// Lists of values, found by code point. Equal lists are stored once, and so are equal blocks.
struct ReadingTable {
  const std::uint16_t* blocks;  // by the upper bits of a code point: the number of its block
  const std::uint16_t* cells;   // by block and lower bits: 1 + where in `lists` its values begin, or 0
  const std::uint16_t* lists;
};
}  // namespace tables

// The readings of one character, to iterate over: values of 15 bits.
class ReadingList {
 public:
  class Iterator {
   public:
    explicit Iterator(const std::uint16_t* at) : at_(at) {}
    std::uint16_t operator*() const { return *at_ & static_cast<std::uint16_t>(~tables::last_reading); }
    Iterator& operator++() {
      at_ = (*at_ & tables::last_reading) != 0 ? nullptr : at_ + 1;
      return *this;
    }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    const std::uint16_t* at_;
  };

  // REQUIRES: `first` begins a list that some value ends, or is null: no readings.
  explicit ReadingList(const std::uint16_t* first) : first_(first) {}
  Iterator begin() const { return Iterator(first_); }
  Iterator end() const { return Iterator(nullptr); }
  bool empty() const { return first_ == nullptr; }

 private:
  const std::uint16_t* first_;
};

// Mandarin. A value is the number of a syllable << 3 | its tone: 1 to 4, or 0 for the neutral one.
ReadingList mandarin_readings(char32_t code_point);
std::string_view pinyin_letters(std::uint16_t syllable);  // "ren", "lve" for lüe
std::string_view zhuyin_letters(std::uint16_t syllable);  // code points less U+3100, one a byte; empty: cannot be written

// Japanese, by character. A value is the number of a spelling << 1 | whether it is native (kun) and may be inflected.
ReadingList japanese_readings(char32_t code_point);
// Hiragana less U+3040 (which is katakana less U+30A0), one a byte, ぢ as じ and づ as ず.
std::string_view kana_letters(std::uint16_t spelling);

// Korean. A value is a Hangul syllable less U+AC00, without the initial-sound law where both forms are known: 로 for 勞.
ReadingList korean_readings(char32_t code_point);

// Japanese words whose reading cannot be told from the readings of their characters: 大人, 今日. Sorted by `characters`.
struct IrregularWord {
  std::string_view characters;  // from the last to the first, in two bytes each, the upper one first
  std::string_view kana;        // as kana_letters()
};
std::size_t irregular_word_count();
// REQUIRES: index < irregular_word_count().
IrregularWord irregular_word(std::size_t index);
inline constexpr std::size_t longest_irregular_word = 8;  // characters

}  // namespace jomun
