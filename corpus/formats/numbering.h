// Jomun: numbers as the lists of word processors print them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The other direction of corpus/numerals.h, and shared by the formats that store which number a paragraph has but not what is printed.

#pragma once

#include <cstdint>
#include <string>

namespace jomun {

// Where a format ends the number is printed in decimal digits, unless said otherwise.
enum class NumberFormat : std::uint8_t {
  none,  // nothing is printed

  decimal,             // 1 2 3
  decimal_two_digits,  // 01 02 03
  decimal_full_width,  // １ ２ ３
  decimal_in_dashes,   // - 1 -
  circled_decimal,     // ① to ⑳, ㉑ to ㊿
  circled_decimal_20,  // ① to ⑳
  circled_decimal_10,  // ① to ⑩
  parenthesized,       // ⑴ to ⒇
  full_stop,           // ⒈ to ⒛
  ordinal,             // 1st 2nd 3rd
  cardinal_words,      // One Two Three, to 999
  ordinal_words,       // First Second Third, to 999

  upper_roman,           // I II III, to 3999
  lower_roman,           // i ii iii
  upper_letter,          // A to Z, AA BB, 30 letters at most
  lower_letter,          // a to z, aa bb
  upper_letter_series,   // A to Z, AA AB
  lower_letter_series,   // a to z, aa ab
  circled_upper_letter,  // Ⓐ to Ⓩ
  circled_lower_letter,  // ⓐ to ⓩ

  hangul_syllable,           // 가 to 하, 거 to 허, 고, 구, 그, 기, and from the begin again, as Korean offices count
  hangul_syllable_14,        // 가 to 하, and from the begin again
  hangul_consonant,          // ㄱ to ㅎ, and from the begin again
  circled_hangul_syllable,   // ㉮ to ㉻
  circled_hangul_consonant,  // ㉠ to ㉭
  hangul_counting,           // 일 이 십 십일 백
  hangul_digits,             // 일 이 일영 일일
  hangul_native,             // 하나 둘 열 열하나, to 99
  hangul_stem,               // 갑 을 병, to 10

  kana_aiueo,             // ア イ ウ, to 46, and from the begin again
  kana_aiueo_half_width,  // ｱ ｲ ｳ
  kana_iroha,             // イ ロ ハ, to 48 (with ヰ, ヱ, ン), and from the begin again
  kana_iroha_half_width,  // ｲ ﾛ ﾊ, which has neither ヰ nor ヱ and prints イ and エ for them

  han_counting_japanese,     // 一 十 十一 百 百一 千 一万
  han_counting_simplified,   // 一 十 十一 一百 一百零一 一千 一万
  han_counting_traditional,  // the same with 萬
  han_counting_99,           // 一 十 十一 to 九十九, then digits: 一○○
  han_digits,                // 一 一〇 一一
  han_digits_korean,         // 一 一零 一一
  legal_japanese,            // 壱 壱拾 壱拾壱 壱百 壱阡 壱萬
  legal_simplified,          // 壹 壹拾 壹拾壹 壹佰 壹佰零壹
  legal_traditional,         // 壹 壹拾; 貳 參 陸 for 贰 叁 陆
  circled_han,               // ㊀ to ㊉
  parenthesized_han,         // ㈠ to ㈩
  han_stem,                  // 甲 乙 丙, to 10
  han_branch,                // 子 丑 寅, to 12
  han_stem_and_branch,       // 甲子 乙丑, to 60
};

// The number in the format, UTF-8. Never longer than 100 bytes. Thread-safe.
std::string format_number(NumberFormat format, int number);

}  // namespace jomun
