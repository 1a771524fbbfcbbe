// Jomun: dates as documents print them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/dates.h"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "corpus/layout.h"
#include "corpus/numerals.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

char32_t at(std::string_view text, std::size_t offset) { return offset < text.size() ? decode(text, offset).value : 0; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

std::uint32_t days_in(std::uint32_t month) { return month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31; }

// `month` and `day` are 0 where the date has none.
std::optional<Date> make(std::uint32_t year, std::uint32_t month, std::uint32_t day, Span span) {
  if (year < 1000 || year > 2999 || month > 12 || (month == 0 && day != 0) || (day != 0 && day > days_in(month))) return std::nullopt;
  if (month == 0) return Date{fmt::format("{:04}", year), span};
  if (day == 0) return Date{fmt::format("{:04}-{:02}", year, month), span};
  return Date{fmt::format("{:04}-{:02}-{:02}", year, month, day), span};
}

struct Era {
  std::string_view name;
  std::uint32_t before_first;  // the year before its first
};
constexpr std::array<Era, 8> eras = {{{"明治", 1867},
                                      {"大正", 1911},
                                      {"昭和", 1925},
                                      {"平成", 1988},
                                      {"令和", 2018},
                                      {"中華民國", 1911},
                                      {"民國", 1911},
                                      {"中华民国", 1911}}};

// 年, 月, 日 or 년, 월, 일 with the blanks before it; the offset after it, or `offset`.
std::size_t skip_unit(std::string_view text, std::size_t offset, char32_t ideograph, char32_t hangul) {
  const std::size_t begin = skip_blanks(text, offset);
  const char32_t unit = at(text, begin);
  return unit == ideograph || unit == hangul ? begin + 3 : offset;
}

// 2024年5月21日, 平成十二年三月, 2024년
std::optional<Date> read_ideographic(std::string_view text, std::size_t offset) {
  std::uint32_t base = 0;
  std::size_t i = offset;
  for (const auto& [name, before_first] : eras)
    if (text.substr(offset).starts_with(name)) {
      base = before_first;
      i = skip_blanks(text, offset + name.size());
      break;
    }
  std::uint32_t year = 0;
  if (base != 0 && at(text, i) == U'元') {
    year = base + 1;
    i += 3;
  } else {
    const auto numeral = read_numeral(text, i);
    if (!numeral) return std::nullopt;
    if (base != 0 && numeral->value > 200) return std::nullopt;
    year = base + numeral->value;
    i = numeral->end;
  }
  const std::size_t after_year = skip_unit(text, i, U'年', U'년');
  if (after_year == i) return std::nullopt;
  const auto month = read_numeral(text, skip_blanks(text, after_year));
  if (!month) return make(year, 0, 0, {offset, after_year});
  const std::size_t after_month = skip_unit(text, month->end, U'月', U'월');
  if (after_month == month->end) return make(year, 0, 0, {offset, after_year});
  const auto day = read_numeral(text, skip_blanks(text, after_month));
  if (!day) return make(year, month->value, 0, {offset, after_month});
  const std::size_t after_day = skip_unit(text, day->end, U'日', U'일');
  if (after_day == day->end) return make(year, month->value, 0, {offset, after_month});
  return make(year, month->value, day->value, {offset, after_day});
}

// 2024-05-21, 2024.5.21., 20240521
std::optional<Date> read_numeric(std::string_view text, std::size_t offset) {
  const auto year = read_numeral(text, offset);
  if (!year || year->script != Script::arabic) return std::nullopt;
  if (year->end - offset == 8) return make(year->value / 10000, year->value / 100 % 100, year->value % 100, {offset, year->end});
  if (year->end - offset != 4) return std::nullopt;
  const char32_t separator = at(text, year->end);
  if (separator != U'-' && separator != U'.' && separator != U'/') return std::nullopt;
  const auto month = read_numeral(text, skip_blanks(text, year->end + 1));
  if (!month || month->script != Script::arabic || month->value == 0 || at(text, month->end) != separator) return std::nullopt;
  const auto day = read_numeral(text, skip_blanks(text, month->end + 1));
  if (!day || day->script != Script::arabic || day->value == 0) return std::nullopt;
  std::size_t end = day->end;
  if (separator == U'.' && at(text, end) == U'.') ++end;
  return make(year->value, month->value, day->value, {offset, end});
}

// The month whose English name or abbreviation begins at `offset`; `end` after it and its full stop. 0: none.
std::uint32_t read_month(std::string_view text, std::size_t offset, std::size_t& end) {
  static constexpr std::array<std::string_view, 12> names = {"january", "february", "march",     "april",   "may",      "june",
                                                             "july",    "august",   "september", "october", "november", "december"};
  end = offset;
  std::string word;
  while (end < text.size() && is_letter(static_cast<unsigned char>(text[end])) && word.size() < 10)
    word += static_cast<char>(text[end++] | 0x20);
  if (word.size() < 3 || is_letter(at(text, end))) return 0;
  for (std::uint32_t month = 0; month < names.size(); ++month) {
    if (names[month] != word && !(word.size() <= 4 && names[month].starts_with(word)) && !(word == "sept" && month == 8)) continue;
    if (at(text, end) == U'.') ++end;
    return month + 1;
  }
  return 0;
}

// October 18, 2023; 18 October 2023; October 2023
std::optional<Date> read_english(std::string_view text, std::size_t offset) {
  const auto skip_suffix = [&](std::size_t i) {
    for (const std::string_view suffix : {"st", "nd", "rd", "th"})
      if (text.substr(i).starts_with(suffix)) return i + 2;
    return i;
  };
  const auto read_year = [&](std::size_t i) -> std::optional<Numeral> {
    const auto year = read_numeral(text, i);
    return year && year->script == Script::arabic && year->end - i == 4 ? year : std::nullopt;
  };
  std::uint32_t day = 0;
  std::size_t i = offset;
  if (is_digit(at(text, i))) {
    const auto numeral = read_numeral(text, i);
    if (!numeral || numeral->value > 31 || numeral->value == 0) return std::nullopt;
    day = numeral->value;
    const std::size_t after = skip_suffix(numeral->end);
    i = skip_blanks(text, after);
    if (i == after) return std::nullopt;
  }
  std::size_t end = i;
  const std::uint32_t month = read_month(text, i, end);
  if (month == 0) return std::nullopt;
  i = skip_blanks(text, end);
  if (day == 0) {
    const auto numeral = read_numeral(text, i);
    if (!numeral || numeral->script != Script::arabic) return std::nullopt;
    if (numeral->end - i <= 2) {
      day = numeral->value;
      i = skip_blanks(text, skip_suffix(numeral->end));
    }
  }
  if (at(text, i) == U',') i = skip_blanks(text, i + 1);
  const auto year = read_year(i);
  return year ? make(year->value, month, day, {offset, year->end}) : std::nullopt;
}

}  // namespace

std::optional<Date> read_date(std::string_view text, std::size_t offset) {
  const char32_t first = at(text, offset);
  if (first == 0) return std::nullopt;
  if (first >= 0x80) return read_ideographic(text, offset);
  if (is_letter(first)) return read_english(text, offset);
  if (!is_digit(first)) return std::nullopt;
  if (auto date = read_numeric(text, offset)) return date;
  if (auto date = read_ideographic(text, offset)) return date;
  return read_english(text, offset);
}

std::optional<Date> find_date(std::string_view text) {
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    // Not in the middle of a number or a word.
    const bool inside = (is_digit(before) && is_digit(next.value)) || (is_letter(before) && is_letter(next.value));
    if (!inside && (next.value < 0x80 || character(next.value).kind == CharacterClass::han))
      if (auto date = read_date(text, i)) return date;
    before = next.value;
    i += next.bytes;
  }
  return std::nullopt;
}

std::optional<Date> date_at_end(std::string_view text) {
  std::size_t end = skip_blanks_back(text, text.size());
  // No date is longer; its begin is tried from far to near so that the longest wins.
  constexpr std::size_t longest = 64;
  const std::size_t first = end > longest ? end - longest : 0;
  for (std::size_t i = first; i < end; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) continue;
    if (i > 0 && is_digit(static_cast<unsigned char>(text[i])) && is_digit(static_cast<unsigned char>(text[i - 1]))) continue;
    if (i > 0 && is_letter(static_cast<unsigned char>(text[i])) && is_letter(static_cast<unsigned char>(text[i - 1]))) continue;
    auto date = read_date(text, i);
    if (!date && end - i == 4) {
      const auto year = read_numeral(text, i);
      if (year && year->script == Script::arabic && year->end == end) date = make(year->value, 0, 0, {i, end});
    }
    if (date && (date->span.end == end || (date->span.end + 1 == end && text[end - 1] == '.'))) return date;
  }
  return std::nullopt;
}

bool is_iso_date(std::string_view text) {
  const auto number = [&](std::size_t begin, std::size_t size) -> std::uint32_t {
    const auto numeral = read_numeral(text.substr(0, begin + size), begin);
    return numeral && numeral->script == Script::arabic && numeral->end == begin + size ? numeral->value : 9999;
  };
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  const std::uint32_t year = number(0, 4);
  if (year < 1 || year == 9999) return false;
  if (text.size() == 4) return true;
  const std::uint32_t month = number(5, 2);
  if (text[4] != '-' || month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  const std::uint32_t day = number(8, 2);
  return text[7] == '-' && day >= 1 && day <= days_in(month);
}

}  // namespace jomun
