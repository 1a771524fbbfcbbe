// Jomun: how Han characters are read in Chinese, Japanese and Korean.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/readings.h"

namespace jomun {

namespace tables {
extern const ReadingTable mandarin, japanese, korean;
extern const char* const pinyin_syllables[];
extern const char* const zhuyin_syllables[];  // of the same syllables
extern const char kana_spellings[];
extern const std::uint16_t kana_spelling_starts[];   // one more than there are
extern const char irregular_words[];                 // the characters and the kana of each
extern const std::uint32_t irregular_word_starts[];  // in irregular_words << 4 | number of characters; one more than there are
extern const std::size_t irregular_word_count;
}  // namespace tables

namespace {

ReadingList find(const tables::ReadingTable& table, char32_t code_point) {
  if (code_point >= tables::reading_code_points) return ReadingList(nullptr);
  const std::size_t block = table.blocks[code_point >> tables::reading_block_bits];
  const std::size_t lower = code_point & ((1U << tables::reading_block_bits) - 1);
  const std::size_t start = table.cells[(block << tables::reading_block_bits) + lower];
  return ReadingList(start == 0 ? nullptr : table.lists + (start - 1));
}

}  // namespace

ReadingList mandarin_readings(char32_t code_point) { return find(tables::mandarin, code_point); }
std::string_view pinyin_letters(std::uint16_t syllable) { return tables::pinyin_syllables[syllable]; }
std::string_view zhuyin_letters(std::uint16_t syllable) { return tables::zhuyin_syllables[syllable]; }

ReadingList japanese_readings(char32_t code_point) { return find(tables::japanese, code_point); }
std::string_view kana_letters(std::uint16_t spelling) {
  const std::uint16_t* starts = tables::kana_spelling_starts + spelling;
  return {tables::kana_spellings + starts[0], static_cast<std::size_t>(starts[1] - starts[0])};
}

ReadingList korean_readings(char32_t code_point) { return find(tables::korean, code_point); }

std::size_t irregular_word_count() { return tables::irregular_word_count; }
IrregularWord irregular_word(std::size_t index) {
  const std::uint32_t start = tables::irregular_word_starts[index];
  const std::size_t begin = start >> 4, end = tables::irregular_word_starts[index + 1] >> 4, middle = begin + 2 * (start & 15);
  return {{tables::irregular_words + begin, middle - begin}, {tables::irregular_words + middle, end - middle}};
}

}  // namespace jomun
