// Jomun tests: numbers as the lists of word processors print them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/numbering.h"

#include <gtest/gtest.h>

#include <limits>
#include <string_view>
#include <vector>

namespace jomun {
namespace {

using F = NumberFormat;

TEST(Numbering, EachFormat) {
  struct Sample {
    int number;
    std::string_view text;
  };
  struct Row {
    NumberFormat format;
    std::vector<Sample> samples;
  };
  const std::vector<Row> rows{
      {F::none, {{1, ""}}},
      {F::decimal, {{0, "0"}, {1, "1"}, {-3, "-3"}, {2024, "2024"}}},
      {F::decimal_two_digits, {{1, "01"}, {9, "09"}, {10, "10"}}},
      {F::decimal_full_width, {{12, "１２"}}},
      {F::decimal_in_dashes, {{3, "- 3 -"}}},
      {F::circled_decimal, {{0, "0"}, {1, "①"}, {20, "⑳"}, {21, "㉑"}, {35, "㉟"}, {36, "㊱"}, {50, "㊿"}, {51, "51"}}},
      {F::circled_decimal_20, {{20, "⑳"}, {21, "21"}}},
      {F::circled_decimal_10, {{10, "⑩"}, {11, "11"}}},
      {F::parenthesized, {{1, "⑴"}, {20, "⒇"}, {21, "21"}}},
      {F::full_stop, {{1, "⒈"}, {20, "⒛"}, {21, "21"}}},
      {F::ordinal, {{1, "1st"}, {2, "2nd"}, {3, "3rd"}, {4, "4th"}, {11, "11th"}, {112, "112th"}, {121, "121st"}}},
      {F::cardinal_words, {{1, "One"}, {13, "Thirteen"}, {40, "Forty"}, {85, "Eighty-five"}, {300, "Three hundred"}, {1000, "1000"}}},
      {F::ordinal_words, {{1, "First"}, {20, "Twentieth"}, {42, "Forty-second"}, {112, "One hundred twelfth"}, {200, "Two hundredth"}}},
      {F::upper_roman, {{1, "I"}, {4, "IV"}, {1994, "MCMXCIV"}, {4000, "4000"}}},
      {F::lower_roman, {{9, "ix"}, {39, "xxxix"}}},
      {F::upper_letter, {{1, "A"}, {26, "Z"}, {27, "AA"}, {28, "BB"}, {781, "781"}}},
      {F::lower_letter, {{0, "0"}, {3, "c"}, {53, "aaa"}}},
      {F::upper_letter_series, {{27, "AA"}, {28, "AB"}, {702, "ZZ"}, {703, "AAA"}}},
      {F::lower_letter_series, {{28, "ab"}, {-1, "-1"}}},
      {F::circled_upper_letter, {{1, "Ⓐ"}, {26, "Ⓩ"}, {27, "27"}}},
      {F::circled_lower_letter, {{1, "ⓐ"}}},
      {F::hangul_syllable, {{1, "가"}, {2, "나"}, {14, "하"}, {15, "거"}, {29, "고"}, {43, "구"}, {57, "그"}, {71, "기"}, {85, "가"}}},
      {F::hangul_syllable_14, {{14, "하"}, {15, "가"}}},
      {F::hangul_consonant, {{1, "ㄱ"}, {3, "ㄷ"}, {14, "ㅎ"}, {15, "ㄱ"}}},
      {F::circled_hangul_syllable, {{1, "㉮"}, {14, "㉻"}, {15, "15"}}},
      {F::circled_hangul_consonant, {{1, "㉠"}, {14, "㉭"}}},
      {F::hangul_counting, {{1, "일"}, {10, "십"}, {21, "이십일"}, {101, "백일"}, {1110, "천백십"}, {10000, "만"}, {25000, "이만오천"}}},
      {F::hangul_digits, {{10, "일영"}}},
      {F::hangul_native, {{1, "하나"}, {11, "열하나"}, {20, "스물"}, {99, "아흔아홉"}, {100, "100"}}},
      {F::hangul_stem, {{1, "갑"}, {10, "계"}, {11, "11"}}},
      {F::kana_aiueo, {{1, "ア"}, {46, "ン"}, {47, "ア"}}},
      {F::kana_aiueo_half_width, {{2, "ｲ"}, {45, "ｦ"}, {46, "ﾝ"}, {47, "ｱ"}}},
      {F::kana_iroha, {{1, "イ"}, {2, "ロ"}, {7, "ト"}, {47, "ス"}, {48, "ン"}, {49, "イ"}}},
      {F::kana_iroha_half_width, {{3, "ﾊ"}, {48, "ﾝ"}, {49, "ｲ"}}},
      {F::han_counting_japanese,
       {{1, "一"}, {10, "十"}, {11, "十一"}, {20, "二十"}, {100, "百"}, {115, "百十五"}, {1001, "千一"}, {10000, "一万"}}},
      {F::han_counting_simplified,
       {{10, "十"},
        {19, "十九"},
        {100, "一百"},
        {105, "一百零五"},
        {110, "一百一十"},
        {1005, "一千零五"},
        {10010, "一万零一十"},
        {120000, "十二万"}}},
      {F::han_counting_traditional, {{12, "十二"}, {30000, "三萬"}}},
      {F::han_counting_99, {{10, "十"}, {99, "九十九"}, {100, "一○○"}, {123, "一二三"}}},
      {F::han_digits, {{10, "一〇"}, {2024, "二〇二四"}}},
      {F::han_digits_korean, {{10, "一零"}}},
      {F::legal_japanese, {{1, "壱"}, {10, "壱拾"}, {123, "壱百弐拾参"}, {1000, "壱阡"}, {10000, "壱萬"}}},
      {F::legal_simplified, {{3, "叁"}, {10, "壹拾"}, {101, "壹佰零壹"}}},
      {F::legal_traditional, {{2, "貳"}, {26, "貳拾陸"}}},
      {F::circled_han, {{1, "㊀"}, {10, "㊉"}, {11, "11"}}},
      {F::parenthesized_han, {{1, "㈠"}, {10, "㈩"}}},
      {F::han_stem, {{1, "甲"}, {3, "丙"}, {10, "癸"}, {11, "11"}}},
      {F::han_branch, {{1, "子"}, {12, "亥"}, {13, "13"}}},
      {F::han_stem_and_branch, {{1, "甲子"}, {11, "甲戌"}, {60, "癸亥"}, {61, "61"}}},
  };
  EXPECT_EQ(rows.size(), static_cast<std::size_t>(F::han_stem_and_branch) + 1) << "a format without a row";
  for (const auto& [format, samples] : rows) {
    for (const auto& [number, text] : samples) EXPECT_EQ(format_number(format, number), text) << static_cast<int>(format) << ' ' << number;
    for (const int number : {std::numeric_limits<int>::min(), 0, 4999, std::numeric_limits<int>::max()})
      EXPECT_LE(format_number(format, number).size(), 100u) << static_cast<int>(format) << ' ' << number;
  }
}

}  // namespace
}  // namespace jomun
