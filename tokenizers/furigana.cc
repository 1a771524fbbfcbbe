// Jomun: Japanese readings in a bracket, in hiragana and katakana.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/furigana.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/kana_matcher.h"
#include "tokenizers/readings.h"
#include "tokenizers/words.h"

namespace jomun {
namespace {

constexpr std::size_t max_separators = 20;
constexpr std::size_t max_ignorable = 40;
constexpr std::size_t max_ruby_base = 32;  // characters between ｜ and 《

// U+FF66 to U+FF9D.
constexpr std::u32string_view half_width =
    U"をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

bool is_half_width(char32_t c) { return c >= 0xFF66 && c < 0xFF66 + half_width.size(); }
bool is_katakana(char32_t c) { return (c >= U'ァ' && c <= U'ヺ') || is_half_width(c); }

// Kana read to the closing bracket.
struct Kana {
  std::array<char, max_kana> letters;
  std::size_t size = 0;
  std::size_t end = 0;  // after the bracket
  bool single_katakana = false;
  std::string_view view() const { return {letters.data(), size}; }
};

// The code point with a mark of voicing, of either width, put on it; 0: takes none.
char32_t voiced(char32_t hiragana, char32_t mark) {
  const bool half = mark == 0xFF9F || mark == 0x309A;
  const bool h = hiragana >= U'は' && hiragana <= U'ほ' && (hiragana - U'は') % 3 == 0;
  if (half) return h ? hiragana + 2 : 0;
  if (hiragana == U'う') return U'ゔ';
  const bool k_or_s = hiragana >= U'か' && hiragana <= U'ち' && (hiragana & 1) != 0;
  return h || k_or_s || hiragana == U'つ' || hiragana == U'て' || hiragana == U'と' ? hiragana + 1 : 0;
}

std::optional<Kana> read_kana(std::string_view utf8, std::size_t offset, bool ruby) {
  Kana kana;
  std::size_t separators = 0, code_points = 0;
  char32_t last = 0;  // as hiragana, where a mark of voicing may follow
  while (offset < utf8.size()) {
    const Decoded next = decode(utf8, offset);
    offset += next.bytes;
    if (ruby ? next.value == U'》' : next.value == U')' || next.value == U'）') {
      kana.end = offset;
      kana.single_katakana = kana.single_katakana && code_points == 1;
      return kana.size > 0 ? std::optional(kana) : std::nullopt;
    }
    if (next.value == U' ' || next.value == U'\u3000' || next.value == U'・' || next.value == U'･') {
      if (++separators > max_separators) return std::nullopt;
      last = 0;
      continue;
    }
    if (next.value == 0xFF9E || next.value == 0xFF9F || next.value == 0x3099 || next.value == 0x309A) {
      last = voiced(last, next.value);
      if (last == 0) return std::nullopt;
      kana.letters[kana.size - 1] = *kana_letter(last);
      last = 0;
      continue;
    }
    last = is_half_width(next.value) ? half_width[next.value - 0xFF66] : next.value;
    const auto letter = kana_letter(last);
    if (!letter || kana.size == max_kana) return std::nullopt;
    if (last >= U'ァ' && last <= U'ヶ') last -= U'ァ' - U'ぁ';
    kana.single_katakana = is_katakana(next.value);
    kana.letters[kana.size++] = *letter;
    ++code_points;
  }
  return std::nullopt;
}

struct Tables {
  template <typename Function>
  void readings(char32_t c, Function function) const {
    for (const std::uint16_t reading : japanese_readings(c))
      function(kana_letters(static_cast<std::uint16_t>(reading >> 1)), (reading & 1) != 0);
  }

  template <typename Function>
  void words(std::span<const char32_t> characters, Function function) const {
    std::array<char, 2 * longest_irregular_word> bytes;
    std::size_t size = 0;
    for (auto c = characters.rbegin(); c != characters.rend() && size < bytes.size() && *c < 0x10000; ++c) {
      bytes[size++] = static_cast<char>(*c >> 8);
      bytes[size++] = static_cast<char>(*c & 0xFF);
    }
    const std::string_view text(bytes.data(), size);
    const std::string_view last_two = text.substr(0, 4);
    if (last_two.size() < 4) return;
    std::size_t first = 0;
    for (std::size_t count = irregular_word_count(); count > 0;) {
      const std::size_t half = count / 2;
      if (irregular_word(first + half).characters < last_two) {
        first += half + 1;
        count -= half + 1;
      } else {
        count = half;
      }
    }
    for (; first < irregular_word_count(); ++first) {
      const IrregularWord word = irregular_word(first);
      if (!word.characters.starts_with(last_two)) return;
      if (text.starts_with(word.characters)) function(word.characters.size() / 2, word.kana);
    }
  }
};

// The code point at `offset` or that ends there; a kana and the voicing mark behind it are one: コ and U+3099 are ゴ.
char32_t compose_kana(char32_t kana, char32_t mark) { return mark == 0x3099 || mark == 0x309A ? compose_pair(kana, mark) : 0; }
Decoded decode_kana(std::string_view utf8, std::size_t offset) {
  const Decoded kana = decode(utf8, offset);
  if (offset + kana.bytes == utf8.size()) return kana;
  const Decoded mark = decode(utf8, offset + kana.bytes);
  const char32_t composed = compose_kana(kana.value, mark.value);
  return composed != 0 ? Decoded{composed, kana.bytes + mark.bytes} : kana;
}
Decoded decode_kana_before(std::string_view utf8, std::size_t offset) {
  const Decoded last = decode_before(utf8, offset);
  if (offset == last.bytes) return last;
  const Decoded kana = decode_before(utf8, offset - last.bytes);
  const char32_t composed = compose_kana(kana.value, last.value);
  return composed != 0 ? Decoded{composed, kana.bytes + last.bytes} : last;
}

// Han and kana directly before a bracket.
class Base {
 public:
  Base(std::string_view utf8, std::size_t bracket) {
    std::size_t ignorable = 0;
    for (std::size_t offset = bracket; offset > 0;) {
      const Decoded before = decode_kana_before(utf8, offset);
      const CharacterClass kind = character(before.value).kind;
      offset -= before.bytes;
      if (kind == CharacterClass::ignorable && ++ignorable <= max_ignorable) continue;
      const bool belongs = kind == CharacterClass::han || (kind == CharacterClass::kana && kana_letter(before.value));
      if (belongs && begin_ > 0) {
        characters_[--begin_] = before.value;
        continue;
      }
      before_ = belongs ? before.value : before_bracket(utf8, offset, before.value);
      return;
    }
  }
  std::span<const char32_t> characters() const { return std::span(characters_).subspan(begin_); }
  // What stands before them and, if that is another annotation, before it: 手 of 手(て)紙(がみ). 0: neither Han nor kana.
  char32_t before() const { return before_; }

 private:
  static char32_t before_bracket(std::string_view utf8, std::size_t offset, char32_t closing) {
    if (closing != U')' && closing != U'）' && closing != U'》') return 0;
    for (std::size_t count = 0; offset > 0 && count <= max_kana + max_separators; ++count) {
      const Decoded inside = decode_before(utf8, offset);
      offset -= inside.bytes;
      if (!may_open_annotation(inside.value)) continue;
      const char32_t found = offset > 0 ? decode_kana_before(utf8, offset).value : 0;
      const CharacterClass kind = character(found).kind;
      return kind == CharacterClass::han || kind == CharacterClass::kana ? found : 0;
    }
    return 0;
  }

  std::array<char32_t, max_kana_characters> characters_;
  std::size_t begin_ = max_kana_characters;
  char32_t before_ = 0;
};

bool may_stand_in_ruby_base(char32_t c) {
  const CharacterClass kind = character(c).kind;
  return (kind != CharacterClass::separator && kind != CharacterClass::space) || c == U'・';
}

}  // namespace

bool may_begin_furigana(char32_t first) { return kana_letter(first).has_value() || is_half_width(first); }

std::size_t furigana_end(std::string_view utf8, std::size_t bracket, std::size_t inside) {
  const bool ruby = decode(utf8, bracket).value == U'《';
  const auto kana = read_kana(utf8, inside, ruby);
  if (!kana) return bracket;
  if (ruby && ruby_bar_before(utf8, bracket) != bracket) return kana->end;
  // (イ) is the mark of an item.
  if (!ruby && kana->single_katakana) return bracket;
  const Base base(utf8, bracket);
  if (base.characters().empty()) return bracket;
  const char32_t following = kana->end < utf8.size() ? decode_kana(utf8, kana->end).value : 0;
  return KanaMatcher(Tables{}, base.characters(), kana->view(), {base.before(), following}).reads_end() ? kana->end : bracket;
}

std::size_t ruby_bar_end(std::string_view utf8, std::size_t bar) {
  const std::size_t end = bar + decode(utf8, bar).bytes;
  std::size_t offset = end;
  for (std::size_t characters = 0; offset < utf8.size() && characters <= max_ruby_base; ++characters) {
    const Decoded next = decode(utf8, offset);
    if (next.value == U'《') return characters > 0 && annotation_end(utf8, offset) != offset ? end : bar;
    if (!may_stand_in_ruby_base(next.value)) return bar;
    offset += next.bytes;
  }
  return bar;
}

std::size_t ruby_bar_before(std::string_view utf8, std::size_t bracket) {
  std::size_t offset = bracket;
  for (std::size_t characters = 0; offset > 0 && characters <= max_ruby_base; ++characters) {
    const Decoded before = decode_before(utf8, offset);
    offset -= before.bytes;
    if (before.value == U'｜') return characters > 0 ? offset : bracket;
    if (!may_stand_in_ruby_base(before.value)) return bracket;
  }
  return bracket;
}

}  // namespace jomun
