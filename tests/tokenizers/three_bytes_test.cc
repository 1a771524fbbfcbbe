// Jomun tests: four syllables at once are what they are one by one.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/three_bytes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <string>

#include "tests/support/texts.h"

namespace jomun {
namespace {

struct Four {
  unsigned found;
  std::array<char32_t, 4> values;
};

template <typename Decode>
Four decode_with(Decode decode, const std::string& bytes) {
  Four four{};
  four.found = decode(bytes.data(), four.values.data());
  for (unsigned i = 0; i < 4; ++i)
    if ((four.found >> i & 1) == 0) four.values[i] = 0;  // means nothing
  return four;
}

void expect_same(const std::string& bytes) {
  const Four at_once = decode_with(decode_four_syllables, bytes), one_by_one = decode_with(decode_four_syllables_one_by_one, bytes);
  EXPECT_EQ(at_once.found, one_by_one.found) << bytes;
  EXPECT_EQ(at_once.values, one_by_one.values) << bytes;
}

TEST(FourSyllables, AreFoundWhereTheyAre) {
  struct Row {
    std::string_view text;
    unsigned found;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"가나다라마", 15},
           {"가힣각힢 ", 15},
           {"가나 다라마", 3},
           {"人가나다라", 14},
           {"가人나国다", 5},
           {"\xEA\xAF\xBF가나다라", 14},   // U+ABFF, before the first
           {"가\xED\x9E\xA4나다라", 13},   // U+D7A4, behind the last
           {"가\xED\xA0\x80나다라", 13},   // a surrogate
           {"\xEA\xB0 가나다라", 14},      // truncated
           {"\xFA\xB0\x80가나다라", 14},   // no lead byte
           {"가나다\xEA\xB0\xC0라마", 7},  // no trail byte
       }) {
    EXPECT_EQ(decode_with(decode_four_syllables, std::string(row.text)).found, row.found) << row.text;
    expect_same(std::string(row.text));
  }
}

TEST(FourSyllables, EverySyllableAndItsNeighbours) {
  for (char32_t c = first_syllable - 100; c < first_syllable + syllables + 100; ++c) {
    std::string bytes(3, '\0');
    encode(c, bytes.data());
    expect_same(bytes + "나다라마");
    expect_same("나다라" + bytes + " ");
  }
}

RC_GTEST_PROP(FourSyllables, AreTheSameOneByOne, ()) {
  std::string text = *testing::any_text();
  text.resize(text.size() + 13, ' ');
  for (std::size_t i = 0; i + 13 <= text.size(); ++i) expect_same(text.substr(i));
}

}  // namespace
}  // namespace jomun
