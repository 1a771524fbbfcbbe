// Jomun: Mandarin readings in a bracket, in pinyin and zhuyin.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/mandarin_annotation.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <optional>

#include "tokenizers/characters.h"
#include "tokenizers/readings.h"

namespace jomun {
namespace {

// Twenty syllables of six letters: more than any word. A longer bracket is no annotation, which also bounds the work.
constexpr std::size_t max_letters = 120;
constexpr std::size_t max_separators = 40;
constexpr std::size_t max_ignorable = 40;  // variation selectors between the characters

struct Letter {
  char base = 0;          // as pinyin_letters() and zhuyin_letters() have it
  std::uint8_t tone = 0;  // 0: unmarked
};

// Lower case letters of pinyin that are not ASCII.
std::optional<Letter> marked_letter(char32_t c) {
  struct Row {
    char32_t code_points[5];  // unmarked and tones 1 to 4; 0: does not exist
    char base;
  };
  static constexpr Row rows[] = {
      {{U'ɑ', U'ā', U'á', U'ǎ', U'à'}, 'a'},
      {{U'ê', U'ē', U'é', U'ě', U'è'}, 'e'},
      {{0, U'ī', U'í', U'ǐ', U'ì'}, 'i'},
      {{0, U'ō', U'ó', U'ǒ', U'ò'}, 'o'},
      {{0, U'ū', U'ú', U'ǔ', U'ù'}, 'u'},
      {{U'ü', U'ǖ', U'ǘ', U'ǚ', U'ǜ'}, 'v'},
      {{0, 0, U'ń', U'ň', U'ǹ'}, 'n'},
      {{0, 0, U'ḿ', 0, 0}, 'm'},
      {{0, 0, U'ế', 0, U'ề'}, 'e'},
      {{U'ɡ', 0, 0, 0, 0}, 'g'},
      {{0, 0, 0, U'ă', 0}, 'a'},
      {{0, 0, 0, U'ĕ', 0}, 'e'},
      {{0, 0, 0, U'ĭ', 0}, 'i'},
      {{0, 0, 0, U'ŏ', 0}, 'o'},
      {{0, 0, 0, U'ŭ', 0}, 'u'},
  };
  for (const Row& row : rows)
    for (std::uint8_t tone = 0; tone < 5; ++tone)
      if (row.code_points[tone] == c) return Letter{row.base, tone};
  return std::nullopt;
}

std::uint8_t combining_tone(char32_t c) {
  switch (c) {
    case 0x0304: return 1;
    case 0x0301: return 2;
    case 0x030C: return 3;
    case 0x0300: return 4;
    default: return 0;
  }
}

// The neutral tone, ˙, is as good as none: it is printed before the syllable and after it.
std::optional<std::uint8_t> zhuyin_tone(char32_t c) {
  switch (c) {
    case U'˙': return 0;
    case U'ˉ': return 1;
    case U'ˊ': return 2;
    case U'ˇ': return 3;
    case U'ˋ': return 4;
    default: return std::nullopt;
  }
}

bool is_zhuyin(char32_t c) { return c >= U'ㄅ' && c <= U'ㄯ'; }

bool is_separator(char32_t c) {
  return c == U' ' || c == U'\u00A0' || c == U'\u3000' || c == U'\'' || c == U'’' || c == U'-' || c == U'‐' || c == U'·';
}

// What stands in a bracket.
class Spelling {
 public:
  // Reads from `offset` to the closing bracket. False: is not written as pinyin.
  bool read_pinyin(std::string_view utf8, std::size_t offset) {
    return read(utf8, offset, [this](char32_t c) { return add_pinyin(c); }) && has_plausible_case();
  }
  bool read_zhuyin(std::string_view utf8, std::size_t offset) {
    return read(utf8, offset, [this](char32_t c) { return add_zhuyin(c); });
  }
  std::size_t end() const { return end_; }
  // A word may have a capital without any tone, Beijing; a single character may not: 锂(Li).
  std::size_t least_characters() const { return capitals_ > 0 && !has_tone_ ? 2 : 1; }

  // Whether the letters are readings of at least least_characters() Han characters before `offset`, the last letters of the last
  // character. Works on all splits at once: `open` holds the numbers of letters that may still be left to explain.
  template <typename LettersOf>
  bool reads(std::string_view utf8, std::size_t offset, LettersOf letters_of) const {
    Open open;
    open.set(size_);
    std::size_t characters = 0, ignorable = 0;
    while (offset > 0) {
      const Decoded before = decode_before(utf8, offset);
      const CharacterClass kind = character(before.value).kind;
      if (kind != CharacterClass::han && (kind != CharacterClass::ignorable || ++ignorable > max_ignorable)) return false;
      offset -= before.bytes;
      if (kind == CharacterClass::ignorable) continue;
      Open left;
      for (const std::uint16_t reading : mandarin_readings(before.value)) {
        const std::string_view syllable = letters_of(static_cast<std::uint16_t>(reading >> 3));
        if (syllable.empty()) continue;
        for (std::size_t end = syllable.size(); end <= size_; ++end)
          if (open.test(end) && fits(end - syllable.size(), syllable, reading & 7, before.value)) left.set(end - syllable.size());
      }
      ++characters;
      if (left.test(0) && characters >= least_characters()) return true;
      left.reset(0);
      if (left.none()) return false;
      open = left;
    }
    return false;
  }

 private:
  using Open = std::bitset<max_letters + 1>;

  template <typename Add>
  bool read(std::string_view utf8, std::size_t offset, Add add) {
    std::size_t separators = 0;
    while (offset < utf8.size()) {
      const Decoded next = decode(utf8, offset);
      offset += next.bytes;
      if (next.value == U')' || next.value == U'）') {
        end_ = offset;
        return size_ > 0;
      }
      if (is_separator(next.value)) {
        after_capital_ = false;
        if (++separators > max_separators) return false;
      } else if (size_ == max_letters || !add(next.value)) {
        return false;
      }
    }
    return false;
  }

  bool add_letter(Letter letter) {
    letters_[size_++] = letter;
    has_tone_ |= letter.tone != 0;
    return true;
  }
  // Of the letter before: a mark over it, or a number behind the syllable.
  bool set_tone(std::uint8_t tone) {
    if (size_ == 0 || letters_[size_ - 1].tone != 0) return false;
    letters_[size_ - 1].tone = tone;
    return has_tone_ = true;
  }

  bool add_zhuyin(char32_t c) {
    if (const auto tone = zhuyin_tone(c)) return *tone == 0 || set_tone(*tone);
    return is_zhuyin(c) && add_letter({static_cast<char>(c - 0x3100), 0});
  }

  bool add_pinyin(char32_t c) {
    if (c >= U'1' && c <= U'5') return set_tone(static_cast<std::uint8_t>(c == U'5' ? 0 : c - U'0'));
    constexpr std::string_view marked = "aeiouvnm";
    const char before = size_ == 0 ? '\0' : letters_[size_ - 1].base;
    if (const std::uint8_t tone = combining_tone(c)) return marked.find(before) != marked.npos && set_tone(tone);
    if (c == 0x0306) return marked.substr(0, 5).find(before) != marked.npos && set_tone(3);  // ă for ǎ
    if (c == 0x0302) return before == 'e';                                                   // ê
    if (c == 0x0308) {
      if (before != 'u') return false;
      letters_[size_ - 1].base = 'v';
      return true;
    }
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    const bool capital = lower != c;
    capitals_ += capital ? 1 : 0;
    lower_case_ += capital ? 0 : 1;
    neighbouring_capitals_ |= capital && after_capital_;
    after_capital_ = capital;
    if (c < 0x80 && lower >= U'a' && lower <= U'z') return add_letter({static_cast<char>(lower), 0});
    const std::optional<Letter> letter = marked_letter(lower);
    return letter && add_letter(*letter);
  }

  // Without any tone AI is an abbreviation, Bei Jing and de are not.
  bool has_plausible_case() const { return has_tone_ || capitals_ == 0 || (lower_case_ > 0 && !neighbouring_capitals_); }

  // An unmarked syllable may be any tone: 朋友(péng you). 一 and 不 are also printed with the tone they change to.
  bool fits(std::size_t begin, std::string_view syllable, int tone, char32_t han) const {
    int marked = 0;
    for (std::size_t i = 0; i < syllable.size(); ++i) {
      const Letter& letter = letters_[begin + i];
      if (letter.base != syllable[i]) return false;
      if (letter.tone != 0 && marked != 0) return false;
      marked = std::max<int>(marked, letter.tone);
    }
    return marked == 0 || marked == tone || ((han == U'一' || han == U'不') && (marked == 2 || marked == 4));
  }

  std::array<Letter, max_letters> letters_;
  std::size_t size_ = 0;
  std::size_t end_ = 0;
  std::size_t capitals_ = 0, lower_case_ = 0;
  bool neighbouring_capitals_ = false;
  bool after_capital_ = false;
  bool has_tone_ = false;
};

}  // namespace

bool may_begin_pinyin(char32_t first) {
  if (first < 0x80) return (first | 0x20) >= U'a' && (first | 0x20) <= U'z';
  return (first >= 0xC0 && first < 0x250) || first == U'ɑ' || first == U'ɡ' || (first >= 0x1E00 && first < 0x1F00);
}

bool may_begin_zhuyin(char32_t first) { return is_zhuyin(first) || first == U'˙'; }

std::size_t pinyin_end(std::string_view utf8, std::size_t bracket, std::size_t inside) {
  Spelling spelling;
  return spelling.read_pinyin(utf8, inside) && spelling.reads(utf8, bracket, pinyin_letters) ? spelling.end() : bracket;
}

std::size_t zhuyin_end(std::string_view utf8, std::size_t bracket, std::size_t inside) {
  Spelling spelling;
  return spelling.read_zhuyin(utf8, inside) && spelling.reads(utf8, bracket, zhuyin_letters) ? spelling.end() : bracket;
}

}  // namespace jomun
