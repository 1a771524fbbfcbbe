// Jomun: the labels of items and dashes, and the order of numbers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "corpus/labels.h"
#include "corpus/layout.h"
#include "corpus/numerals.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

enum class Form : unsigned { dot, comma, closed, bracketed, bare, enclosed };

unsigned style_of(Script script, Form form) {
  if (script == Script::full_width) script = Script::arabic;
  if (script == Script::arabic && form == Form::dot) return decimal_style;
  return 16 + static_cast<unsigned>(script) * 8 + static_cast<unsigned>(form);
}

// Nothing counts higher than this in a label; higher numbers are years.
constexpr std::uint32_t highest_item = 999;

char32_t at(std::string_view line, std::size_t offset) { return offset < line.size() ? decode(line, offset).value : 0; }
std::size_t bytes_at(std::string_view line, std::size_t offset) { return decode(line, offset).bytes; }
bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_dot(char32_t c) { return c == U'.' || c == U'．'; }
bool is_close(char32_t c) { return c == U')' || c == U'）'; }

// Boxes to tick, □ 是 √ 否, are no bullets: which one is ticked is the text.
constexpr std::string_view boxes[] = {"□", "■", "○", "●", "☐", "☑", "☒", "√", "✓"};
bool is_box(std::string_view mark) { return std::find(std::begin(boxes), std::end(boxes), mark) != std::end(boxes); }
bool has_box(std::string_view text) {
  // A form has them at its begin; prose may have one anywhere.
  text = text.substr(0, 60);
  return std::any_of(std::begin(boxes), std::end(boxes), [text](std::string_view box) { return text.find(box) != std::string_view::npos; });
}

std::string number_of(const Numeral& numeral, std::string_view printed) {
  if (numeral.script == Script::latin || (numeral.script == Script::roman && printed[0] > 0 && printed[0] < 0x7F)) {
    std::string lower(printed);
    for (char& c : lower) c = static_cast<char>(c | 0x20);
    return lower;
  }
  return std::to_string(numeral.value);
}

Label make(std::string_view line, Form form, const Numeral& numeral, std::string number, std::size_t end, bool doubtful) {
  return {LabelKind::item, doubtful, style_of(numeral.script, form), std::move(number), end, skip_blanks(line, end)};
}

// (1) （一） (가) (a) (iv)
std::optional<Label> read_bracketed(std::string_view line) {
  const std::size_t inside = bytes_at(line, 0);
  const std::size_t begin = skip_blanks(line, inside);
  std::optional<Numeral> numeral = read_numeral(line, begin);
  if (!numeral) numeral = read_enclosed(line, begin);
  if (!numeral) numeral = read_letter(line, begin);
  if (!numeral || numeral->value > highest_item) return std::nullopt;
  std::size_t end = skip_blanks(line, numeral->end);
  std::string number = number_of(*numeral, line.substr(begin, numeral->end - begin));
  // （一の二）, (3-1)
  if (at(line, end) == U'の' || at(line, end) == U'之' || at(line, end) == U'-') {
    const auto sub = read_numeral(line, end + bytes_at(line, end));
    if (!sub) return std::nullopt;
    number += "-" + std::to_string(sub->value);
    end = sub->end;
  }
  if (!is_close(at(line, end))) return std::nullopt;
  return make(line, Form::bracketed, *numeral, std::move(number), end + bytes_at(line, end), false);
}

// What may follow a bare number that is a label: nothing, an ideographic space, or two spaces.
bool stands_apart(std::string_view line, std::size_t end) {
  if (end == line.size() || at(line, end) == U'\u3000') return true;
  return end + 1 < line.size() && line[end] == ' ' && is_blank(at(line, end + 1));
}

// 1. 1、 1) 2.4 2.4. １　 1의2.
std::optional<Label> read_decimal(std::string_view line, const Numeral& first) {
  std::string number = std::to_string(first.value);
  std::size_t end = first.end;
  std::size_t components = 1;
  if (line.substr(end).starts_with("의")) {
    const auto sub = read_numeral(line, end + std::string_view("의").size());
    if (!sub || !is_dot(at(line, sub->end))) return std::nullopt;
    number += "-" + std::to_string(sub->value);
    end = sub->end;
  }
  while (is_dot(at(line, end)) && is_digit(at(line, end + bytes_at(line, end)))) {
    const auto next = read_numeral(line, end + bytes_at(line, end));
    if (!next || next->value > highest_item) return std::nullopt;
    number += "." + std::to_string(next->value);
    end = next->end;
    ++components;
  }
  if (first.value > highest_item) return std::nullopt;
  const char32_t after = at(line, end);
  if (is_dot(after)) {
    end += bytes_at(line, end);
    return make(line, Form::dot, first, std::move(number), end, components > 3);
  }
  if (components > 1) {
    // 2.1 without a full stop may be a quantity.
    if (end < line.size() && !is_blank(after) && !is_ideographic(after)) return std::nullopt;
    return make(line, Form::dot, first, std::move(number), end, true);
  }
  if (after == U'、') {
    end += bytes_at(line, end);
    if (is_digit(at(line, end))) return std::nullopt;  // １、０００
    return make(line, Form::comma, first, std::move(number), end, false);
  }
  if (is_close(after)) return make(line, Form::closed, first, std::move(number), end + bytes_at(line, end), false);
  if (stands_apart(line, end)) return make(line, Form::bare, first, std::move(number), end, first.script == Script::arabic);
  return std::nullopt;
}

// 一、 一. 一） 一　
std::optional<Label> read_han_item(std::string_view line, const Numeral& first) {
  if (first.value > highest_item || first.value == 0) return std::nullopt;
  // 八六〇 is a quantity: a label has 十 or 百 where it has more than one character.
  if (first.value > 9 && (line.find("十") >= first.end && line.find("百") >= first.end && line.find("拾") >= first.end))
    return std::nullopt;
  std::string number = std::to_string(first.value);
  std::size_t end = first.end;
  if (at(line, end) == U'の' || at(line, end) == U'之') {
    const auto sub = read_numeral(line, end + bytes_at(line, end));
    if (!sub || !stands_apart(line, sub->end)) return std::nullopt;
    number += "-" + std::to_string(sub->value);
    end = sub->end;
  }
  const char32_t after = at(line, end);
  const std::size_t next = end < line.size() ? end + bytes_at(line, end) : end;
  if (after == U'、') {
    if (read_numeral(line, next)) return std::nullopt;  // 三、四年
    return make(line, Form::comma, first, std::move(number), next, false);
  }
  if (is_dot(after)) return make(line, Form::dot, first, std::move(number), next, false);
  if (is_close(after)) return make(line, Form::closed, first, std::move(number), next, false);
  if (stands_apart(line, end)) return make(line, Form::bare, first, std::move(number), end, false);
  return std::nullopt;
}

// 가. 가) イ　 a) a. iv.
std::optional<Label> read_lettered(std::string_view line, const Numeral& letter) {
  std::string number = number_of(letter, line.substr(0, letter.end));
  const char32_t after = at(line, letter.end);
  const bool latin = letter.script == Script::latin || letter.script == Script::roman;
  if (letter.script == Script::kana)
    return stands_apart(line, letter.end) ? std::optional(make(line, Form::bare, letter, std::move(number), letter.end, false))
                                          : std::nullopt;
  if (!is_dot(after) && !is_close(after)) return std::nullopt;
  const std::size_t end = letter.end + bytes_at(line, letter.end);
  // "다." alone is the end of a sentence that was wrapped, "A.I." an abbreviation.
  if (end == line.size() || (latin && !is_blank(at(line, end)) && !is_ideographic(at(line, end)))) return std::nullopt;
  const bool doubtful = is_dot(after) && (latin || !is_blank(at(line, end)));
  return make(line, is_dot(after) ? Form::dot : Form::closed, letter, std::move(number), end, doubtful);
}

struct Component {
  char separator;  // before it: '.' or '-'; 0 for the first
  std::uint32_t value;
  friend bool operator==(const Component&, const Component&) = default;
};

// A letter counts by its place in the alphabet, a Roman numeral by nothing: it continues no list but its own spelling.
std::vector<Component> components_of(std::string_view number) {
  std::vector<Component> result;
  char separator = 0;
  for (std::size_t i = 0; i < number.size();) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(number.data() + i, number.data() + number.size(), value);
    if (error == std::errc()) {
      i = static_cast<std::size_t>(end - number.data());
    } else {
      const auto letter = read_letter(number, i);
      if (!letter) return {};
      value = letter->value;
      i = letter->end;
    }
    result.push_back({separator, value});
    if (i < number.size()) separator = number[i++];
  }
  return result;
}

}  // namespace

std::optional<Label> read_item(std::string_view line) {
  if (line.empty()) return std::nullopt;
  const char32_t first = at(line, 0);
  if (first == U'(' || first == U'（') return read_bracketed(line);
  if (first == U'○')  // ○２, the paragraphs of old laws
    if (const auto numeral = read_numeral(line, bytes_at(line, 0));
        numeral && numeral->value <= highest_item && stands_apart(line, numeral->end))
      return make(line, Form::enclosed, {numeral->value, numeral->end, Script::circled}, std::to_string(numeral->value), numeral->end,
                  false);
  if (const auto enclosed = read_enclosed(line, 0)) {
    std::size_t end = enclosed->end;
    if (enclosed->script == Script::roman) {
      const char32_t after = at(line, end);
      if (!is_dot(after) && after != U'、' && !is_blank(after)) return std::nullopt;
      if (end < line.size() && !is_blank(after)) end += bytes_at(line, end);
    }
    return make(line, Form::enclosed, *enclosed, std::to_string(enclosed->value), end, false);
  }
  if (const auto numeral = read_numeral(line, 0))
    return numeral->script == Script::han ? read_han_item(line, *numeral) : read_decimal(line, *numeral);
  if (const auto letter = read_letter(line, 0)) return read_lettered(line, *letter);
  return std::nullopt;
}

std::optional<Label> read_dash(std::string_view line) {
  struct Mark {
    std::string_view printed;
    bool needs_blank;  // is a mark only with white space after it
  };
  static constexpr std::array<Mark, 22> marks = {{{"———", false}, {"——", false}, {"──", false}, {"—", true}, {"–", true},  {"−", true},
                                                  {"--", true},   {"-", true},   {"•", false},  {"·", true}, {"●", false}, {"◆", false},
                                                  {"■", false},   {"▪", false},  {"◦", false},  {"○", true}, {"□", true},  {"*", true},
                                                  {"ㆍ", true},   {"・", true},  {"ㅇ", true},  {"►", false}}};
  const auto first = static_cast<unsigned char>(line.empty() ? 0 : line[0]);
  if (first != 0xE2 && first != 0xE3 && first != 0xC2 && first != '-' && first != '*') return std::nullopt;
  for (unsigned i = 0; i < marks.size(); ++i) {
    const auto [printed, needs_blank] = marks[i];
    if (!line.starts_with(printed)) continue;
    const std::size_t text = skip_blanks(line, printed.size());
    if (text == line.size() || (needs_blank && text == printed.size()) || (is_box(printed) && has_box(line.substr(text))))
      return std::nullopt;
    return Label{LabelKind::dash, false, 512 + i, "", printed.size(), text};
  }
  return std::nullopt;
}

bool counts_paragraphs(const Label& label) {
  return label.kind == LabelKind::item &&
         (label.style == style_of(Script::circled, Form::enclosed) || label.style == style_of(Script::arabic, Form::bare) ||
          label.style == style_of(Script::arabic, Form::bracketed));
}

bool may_be_roman(const Label& label) {
  const unsigned form = label.style % 8;
  return label.kind == LabelKind::item && label.style == style_of(Script::latin, static_cast<Form>(form)) && roman_value(label.number) != 0;
}

unsigned roman_style(unsigned latin_style) { return latin_style + style_of(Script::roman, Form::dot) - style_of(Script::latin, Form::dot); }

bool continues_list(std::string_view previous, std::string_view number) {
  if (const std::uint32_t roman = roman_value(number); roman != 0 && roman == roman_value(previous) + 1) return true;
  const std::vector<Component> next = components_of(number);
  if (next.empty()) return false;
  if (previous.empty()) return next.size() == 1 && next[0].value == 1;
  const std::vector<Component> last = components_of(previous);
  // A deeper one: 2.1 after 2, 3-1 or 3-2 after 3.
  if (next.size() == last.size() + 1) {
    for (std::size_t i = 0; i < last.size(); ++i)
      if (last[i] != next[i]) return false;
    return next.back().value == 1 || (next.back().separator == '-' && next.back().value == 2);
  }
  // The next on the same level or on one above.
  if (next.size() > last.size()) return false;
  for (std::size_t i = 0; i + 1 < next.size(); ++i)
    if (last[i] != next[i]) return false;
  return next.back().separator == last[next.size() - 1].separator && next.back().value == last[next.size() - 1].value + 1;
}

}  // namespace jomun
