// Jomun: numbers as labels print them, in every script.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/numerals.h"

#include <algorithm>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr std::size_t longest = 16;
constexpr std::uint64_t largest = 999'999'999;

// The digit (0 to 9) or unit (10, 100, 1000, 10000; 20 and 30 for 廿 and 卅) a Han character stands for, or -1.
int han_value(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
    case U'○': return 0;
    case U'一':
    case U'壹':
    case U'壱': return 1;
    case U'二':
    case U'貳':
    case U'贰':
    case U'弐': return 2;
    case U'三':
    case U'參':
    case U'叁':
    case U'参': return 3;
    case U'四':
    case U'肆': return 4;
    case U'五':
    case U'伍': return 5;
    case U'六':
    case U'陸':
    case U'陆': return 6;
    case U'七':
    case U'柒': return 7;
    case U'八':
    case U'捌': return 8;
    case U'九':
    case U'玖': return 9;
    case U'十':
    case U'拾': return 10;
    case U'廿': return 20;
    case U'卅': return 30;
    case U'百':
    case U'佰': return 100;
    case U'千':
    case U'仟': return 1000;
    case U'万':
    case U'萬': return 10000;
    default: return -1;
  }
}

std::optional<Numeral> read_digits(std::string_view text, std::size_t offset, char32_t zero, Script script) {
  std::uint64_t value = 0;
  std::size_t i = offset;
  std::size_t count = 0;
  while (i < text.size()) {
    const Decoded next = decode(text, i);
    if (next.value < zero || next.value > zero + 9) break;
    value = value * 10 + (next.value - zero);
    if (value > largest || ++count > longest) return std::nullopt;
    i += next.bytes;
  }
  if (i == offset) return std::nullopt;
  return Numeral{static_cast<std::uint32_t>(value), i, script};
}

std::optional<Numeral> read_han(std::string_view text, std::size_t offset) {
  std::uint64_t total = 0;    // what units closed
  std::uint64_t current = 0;  // digits since the last unit
  bool has_current = false;
  std::size_t i = offset;
  std::size_t count = 0;
  while (i < text.size()) {
    const Decoded next = decode(text, i);
    const int value = han_value(next.value);
    if (value < 0) break;
    // ○ is also a bullet: a number does not begin with it.
    if (i == offset && next.value == U'○') return std::nullopt;
    const auto unit = static_cast<std::uint64_t>(value);
    if (value < 10) {
      current = current * 10 + unit;
      has_current = true;
    } else if (value == 20 || value == 30) {
      total += unit;
    } else if (value == 10000) {
      total = (total + current) * unit;
      current = 0;
      has_current = false;
    } else {
      total += (has_current ? current : 1) * unit;
      current = 0;
      has_current = false;
    }
    if (total + current > largest || ++count > longest) return std::nullopt;
    i += next.bytes;
  }
  if (i == offset) return std::nullopt;
  return Numeral{static_cast<std::uint32_t>(total + current), i, Script::han};
}

bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

}  // namespace

std::uint32_t roman_value(std::string_view letters) {
  static constexpr std::string_view ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
  char lower[8];
  if (letters.empty() || letters.size() > sizeof lower) return 0;
  const bool capital = letters[0] < 'a';
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if ((letters[i] < 'a') != capital) return 0;
    lower[i] = capital ? static_cast<char>(letters[i] - 'A' + 'a') : letters[i];
  }
  std::string_view rest(lower, letters.size());
  std::uint32_t tens = 0;
  while (tens < 3 && rest.starts_with('x')) {
    ++tens;
    rest.remove_prefix(1);
  }
  // "ix" after tens: the x belongs to the ones.
  for (std::uint32_t i = 0; i < 10; ++i)
    if (rest == ones[i]) return tens * 10 + i;
  return 0;
}

std::optional<Numeral> read_numeral(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return std::nullopt;
  const char32_t first = decode(text, offset).value;
  if (first >= U'0' && first <= U'9') return read_digits(text, offset, U'0', Script::arabic);
  if (first >= U'０' && first <= U'９') return read_digits(text, offset, U'０', Script::full_width);
  return read_han(text, offset);
}

std::optional<Numeral> read_enclosed(std::string_view text, std::size_t offset) {
  struct Range {
    char32_t first;
    char32_t last;
    std::uint32_t value;  // of the first
    Script script;
  };
  static constexpr Range ranges[] = {
      {0x2460, 0x2473, 1, Script::circled},  {0x2474, 0x2487, 1, Script::circled},  {0x2488, 0x249B, 1, Script::circled},
      {0x3251, 0x325F, 21, Script::circled}, {0x32B1, 0x32BF, 36, Script::circled}, {0x2776, 0x277F, 1, Script::circled},
      {0x2160, 0x216B, 1, Script::roman},    {0x2170, 0x217B, 1, Script::roman},
  };
  if (offset >= text.size()) return std::nullopt;
  const Decoded next = decode(text, offset);
  for (const Range& range : ranges)
    if (next.value >= range.first && next.value <= range.last)
      return Numeral{range.value + (next.value - range.first), offset + next.bytes, range.script};
  return std::nullopt;
}

std::optional<Numeral> read_letter(std::string_view text, std::size_t offset) {
  static constexpr std::u32string_view hangul = U"가나다라마바사아자차카타파하";
  static constexpr std::u32string_view iroha =
      U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
  if (offset >= text.size()) return std::nullopt;
  const Decoded next = decode(text, offset);
  if (is_latin(next.value)) {
    std::size_t end = offset;
    while (end < text.size() && is_latin(static_cast<unsigned char>(text[end])) && end - offset <= 8) ++end;
    if (end == offset + 1) return Numeral{(next.value | 0x20) - U'a' + 1, end, Script::latin};
    const std::uint32_t value = roman_value(text.substr(offset, end - offset));
    return value == 0 ? std::nullopt : std::optional(Numeral{value, end, Script::roman});
  }
  if (next.value < 0x3000 || (next.value >= 0x4E00 && next.value < 0xAC00)) return std::nullopt;  // Han among others
  if (const std::size_t index = hangul.find(next.value); index != std::u32string_view::npos)
    return Numeral{static_cast<std::uint32_t>(index + 1), offset + next.bytes, Script::hangul};
  if (const std::size_t index = iroha.find(next.value); index != std::u32string_view::npos)
    return Numeral{static_cast<std::uint32_t>(index + 1), offset + next.bytes, Script::kana};
  return std::nullopt;
}

}  // namespace jomun
