// Jomun: numbers as the lists of word processors print them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/numbering.h"

#include <array>
#include <cctype>
#include <string_view>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

using std::u32string_view;

// All of the functions below give an empty string where the format has nothing for the number.

void append_utf8(std::string& text, char32_t code_point) {
  char bytes[4];
  text.append(bytes, encode(code_point, bytes));
}

std::string symbol(char32_t first, int count, int number) {
  if (number < 1 || number > count) return {};
  std::string text;
  append_utf8(text, first + static_cast<char32_t>(number - 1));
  return text;
}

std::string symbol(u32string_view symbols, int number) {
  if (number < 1 || static_cast<std::size_t>(number) > symbols.size()) return {};
  std::string text;
  append_utf8(text, symbols[static_cast<std::size_t>(number - 1)]);
  return text;
}

std::string cyclic(u32string_view symbols, int number) {
  if (number < 1) return {};
  return symbol(symbols, (number - 1) % static_cast<int>(symbols.size()) + 1);
}

std::string circled_decimal(int number, int most) {
  if (number > most) return {};
  if (number <= 20) return symbol(U'①', 20, number);
  return number <= 35 ? symbol(U'㉑', 15, number - 20) : symbol(U'㊱', 15, number - 35);
}

std::string digits(int number, u32string_view zero_to_nine) {
  if (number < 0) return {};
  std::string text;
  for (const char digit : std::to_string(number)) append_utf8(text, zero_to_nine[static_cast<std::size_t>(digit - '0')]);
  return text;
}

std::string ordinal(int number) {
  if (number < 1) return {};
  const int tens = number % 100;
  const int ones = tens >= 11 && tens <= 13 ? 0 : number % 10;
  return std::to_string(number) + (ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th");
}

constexpr std::array<std::string_view, 20> cardinals_to_19{"",         "one",     "two",     "three",     "four",     "five",    "six",
                                                           "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
                                                           "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 20> ordinals_to_19{
    "",      "first",    "second",  "third",      "fourth",     "fifth",     "sixth",     "seventh",     "eighth",     "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 10> tens_words{"", "", "twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"};

std::string words(int number, bool as_ordinal) {
  if (number < 1 || number > 999) return {};
  const int hundreds = number / 100;
  const int rest = number % 100;
  const auto word = [](const auto& table, int at) { return std::string(table[static_cast<std::size_t>(at)]); };
  std::string text;
  if (hundreds > 0) text = word(cardinals_to_19, hundreds) + (rest > 0 ? " hundred " : as_ordinal ? " hundredth" : " hundred");
  if (rest >= 20) {
    text += word(tens_words, rest / 10) + (rest % 10 == 0 && as_ordinal ? "ieth" : "y");
    if (rest % 10 > 0) text += "-" + word(as_ordinal ? ordinals_to_19 : cardinals_to_19, rest % 10);
  } else {
    text += word(as_ordinal ? ordinals_to_19 : cardinals_to_19, rest);
  }
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string roman(int number, bool upper) {
  struct Row {
    int value;
    std::string_view upper, lower;
  };
  static constexpr std::array<Row, 13> rows{{{1000, "M", "m"},
                                             {900, "CM", "cm"},
                                             {500, "D", "d"},
                                             {400, "CD", "cd"},
                                             {100, "C", "c"},
                                             {90, "XC", "xc"},
                                             {50, "L", "l"},
                                             {40, "XL", "xl"},
                                             {10, "X", "x"},
                                             {9, "IX", "ix"},
                                             {5, "V", "v"},
                                             {4, "IV", "iv"},
                                             {1, "I", "i"}}};
  if (number < 1 || number > 3999) return {};
  std::string text;
  for (const Row& row : rows) {
    for (; number >= row.value; number -= row.value) text += upper ? row.upper : row.lower;
  }
  return text;
}

std::string repeated_letter(int number, char first) {
  constexpr int most_letters = 30;
  if (number < 1 || number > 26 * most_letters) return {};
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>(first + (number - 1) % 26));
}

std::string letter_series(int number, char first) {
  std::string text;
  for (; number > 0; number = (number - 1) / 26) text.insert(text.begin(), static_cast<char>(first + (number - 1) % 26));
  return text;
}

std::string hangul_syllable(int number) {
  // Places in Unicode's order of initial consonants (ㄱ ㄴ ㄷ …, without the double ones) and of vowels (ㅏ ㅓ ㅗ ㅜ ㅡ ㅣ).
  constexpr std::array<int, 14> consonants{0, 2, 3, 5, 6, 7, 9, 11, 12, 14, 15, 16, 17, 18};
  constexpr std::array<int, 6> vowels{0, 4, 8, 13, 18, 20};
  if (number < 1) return {};
  const auto at = static_cast<std::size_t>(number - 1) % (consonants.size() * vowels.size());
  std::string text;
  append_utf8(text, U'가' + static_cast<char32_t>(consonants[at % consonants.size()] * 588 + vowels[at / consonants.size()] * 28));
  return text;
}

std::string hangul_native(int number) {
  constexpr std::array<std::string_view, 10> tens{"", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"};
  constexpr std::array<std::string_view, 10> ones{"", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"};
  if (number < 1 || number > 99) return {};
  return std::string(tens[static_cast<std::size_t>(number / 10)]).append(ones[static_cast<std::size_t>(number % 10)]);
}

// How a language writes out numbers in characters for digits and powers of ten.
struct Counting {
  u32string_view digits;          // 0 to 9
  u32string_view units;           // 10, 100, 1000, 10000
  bool says_zero = false;         // 一百零一
  bool one_before_ten = false;    // 壹拾; 一十 only behind a hundred
  bool one_before_more = false;   // 一百, 一千
  bool one_before_myriad = true;  // 一万
};

// A number below 10000. `begins` is false behind a myriad.
void append_group(std::string& text, int number, bool begins, const Counting& counting) {
  bool zero_due = false;
  bool written = !begins;
  int power = 1000;
  for (std::size_t place = 3;; --place, power /= 10) {
    const int digit = number / power % 10;
    if (digit == 0) {
      zero_due = written;
    } else {
      if (zero_due && counting.says_zero) append_utf8(text, counting.digits[0]);
      zero_due = false;
      const bool one_unsaid = digit == 1 && (place == 1  ? !counting.one_before_ten && !(written && counting.one_before_more)
                                             : place > 1 ? !counting.one_before_more
                                                         : false);
      if (!one_unsaid) append_utf8(text, counting.digits[static_cast<std::size_t>(digit)]);
      if (place > 0) append_utf8(text, counting.units[place - 1]);
      written = true;
    }
    if (place == 0) break;
  }
}

std::string counted(int number, const Counting& counting) {
  constexpr int myriad = 10000;
  if (number < 1 || number >= myriad * myriad) return {};
  std::string text;
  const int high = number / myriad;
  if (high > 0) {
    if (high > 1 || counting.one_before_myriad) append_group(text, high, true, counting);
    append_utf8(text, counting.units[3]);
  }
  append_group(text, number % myriad, high == 0, counting);
  return text;
}

std::string stem_and_branch(u32string_view stems, u32string_view branches, int number) {
  if (number < 1 || number > 60) return {};
  return cyclic(stems, number) + cyclic(branches, number);
}

constexpr u32string_view han_digits = U"零一二三四五六七八九";
constexpr u32string_view stems = U"甲乙丙丁戊己庚辛壬癸";
constexpr u32string_view branches = U"子丑寅卯辰巳午未申酉戌亥";
constexpr Counting simplified{han_digits, U"十百千万", true, false, true};

std::string formatted(NumberFormat format, int number) {
  switch (format) {
    case NumberFormat::none:
    case NumberFormat::decimal: return {};
    case NumberFormat::decimal_two_digits: return number >= 0 && number <= 9 ? "0" + std::to_string(number) : std::string();
    case NumberFormat::decimal_full_width: return digits(number, U"０１２３４５６７８９");
    case NumberFormat::decimal_in_dashes: return "- " + std::to_string(number) + " -";
    case NumberFormat::circled_decimal: return circled_decimal(number, 50);
    case NumberFormat::circled_decimal_20: return circled_decimal(number, 20);
    case NumberFormat::circled_decimal_10: return circled_decimal(number, 10);
    case NumberFormat::parenthesized: return symbol(U'⑴', 20, number);
    case NumberFormat::full_stop: return symbol(U'⒈', 20, number);
    case NumberFormat::ordinal: return ordinal(number);
    case NumberFormat::cardinal_words: return words(number, false);
    case NumberFormat::ordinal_words: return words(number, true);
    case NumberFormat::upper_roman: return roman(number, true);
    case NumberFormat::lower_roman: return roman(number, false);
    case NumberFormat::upper_letter: return repeated_letter(number, 'A');
    case NumberFormat::lower_letter: return repeated_letter(number, 'a');
    case NumberFormat::upper_letter_series: return letter_series(number, 'A');
    case NumberFormat::lower_letter_series: return letter_series(number, 'a');
    case NumberFormat::circled_upper_letter: return symbol(U'Ⓐ', 26, number);
    case NumberFormat::circled_lower_letter: return symbol(U'ⓐ', 26, number);
    case NumberFormat::hangul_syllable: return hangul_syllable(number);
    case NumberFormat::hangul_syllable_14: return cyclic(U"가나다라마바사아자차카타파하", number);
    case NumberFormat::hangul_consonant: return cyclic(U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", number);
    case NumberFormat::circled_hangul_syllable: return symbol(U'㉮', 14, number);
    case NumberFormat::circled_hangul_consonant: return symbol(U'㉠', 14, number);
    case NumberFormat::hangul_counting: return counted(number, {U"영일이삼사오육칠팔구", U"십백천만", false, false, false, false});
    case NumberFormat::hangul_digits: return digits(number, U"영일이삼사오육칠팔구");
    case NumberFormat::hangul_native: return hangul_native(number);
    case NumberFormat::hangul_stem: return symbol(U"갑을병정무기경신임계", number);
    case NumberFormat::kana_aiueo:
      return cyclic(U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン", number);
    case NumberFormat::kana_aiueo_half_width: return cyclic(U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ", number);
    case NumberFormat::kana_iroha:
      return cyclic(U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン", number);
    case NumberFormat::kana_iroha_half_width: return cyclic(U"ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳｲﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼｴﾋﾓｾｽﾝ", number);
    case NumberFormat::han_counting_japanese: return counted(number, {han_digits, U"十百千万"});
    case NumberFormat::han_counting_simplified: return counted(number, simplified);
    case NumberFormat::han_counting_traditional: return counted(number, {han_digits, U"十百千萬", true, false, true});
    case NumberFormat::han_counting_99: return number > 99 ? digits(number, U"○一二三四五六七八九") : counted(number, simplified);
    case NumberFormat::han_digits: return digits(number, U"〇一二三四五六七八九");
    case NumberFormat::han_digits_korean: return digits(number, han_digits);
    case NumberFormat::legal_japanese: return counted(number, {U"零壱弐参四伍六七八九", U"拾百阡萬", false, true, true});
    case NumberFormat::legal_simplified: return counted(number, {U"零壹贰叁肆伍陆柒捌玖", U"拾佰仟万", true, true, true});
    case NumberFormat::legal_traditional: return counted(number, {U"零壹貳參肆伍陸柒捌玖", U"拾佰仟萬", true, true, true});
    case NumberFormat::circled_han: return symbol(U'㊀', 10, number);
    case NumberFormat::parenthesized_han: return symbol(U'㈠', 10, number);
    case NumberFormat::han_stem: return symbol(stems, number);
    case NumberFormat::han_branch: return symbol(branches, number);
    case NumberFormat::han_stem_and_branch: return stem_and_branch(stems, branches, number);
  }
  return {};
}

}  // namespace

std::string format_number(NumberFormat format, int number) {
  if (format == NumberFormat::none) return {};
  std::string text = formatted(format, number);
  return text.empty() ? std::to_string(number) : text;
}

}  // namespace jomun
