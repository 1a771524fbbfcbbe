// Jomun: readings printed inside a text, as in 人(rén)工智能.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/annotation.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <cstring>
#include <optional>

#include "tokenizers/characters.h"
#include "tokenizers/readings.h"

namespace jomun {
namespace {

// Sixteen syllables of six letters: more than any word. A longer bracket is no annotation, which also bounds the work.
constexpr std::size_t max_letters = 96;

struct Letter {
  char base;          // a to z, ü as v
  std::uint8_t tone;  // 0: unmarked
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
      {{0, 0, U'ă', 0, 0}, 'a'},
  };
  for (const Row& row : rows)
    for (std::uint8_t tone = 0; tone < 5; ++tone)
      if (row.code_points[tone] == c) return Letter{row.base, c == U'ă' ? std::uint8_t{3} : tone};
  return std::nullopt;
}

bool is_pinyin_separator(char32_t c) { return c == ' ' || c == U'\u00A0' || c == U'\'' || c == U'’' || c == U'-' || c == U'·'; }

// What stands in a bracket, read as pinyin.
class Pinyin {
 public:
  // Reads from `offset` to the closing bracket. False: cannot be pinyin.
  bool read(std::string_view utf8, std::size_t offset) {
    while (offset < utf8.size()) {
      const Decoded next = decode(utf8, offset);
      offset += next.bytes;
      if (next.value == U')' || next.value == U'）') {
        end_ = offset;
        // Without any tone (AI) is an abbreviation, (de) a reading; Beijing a word, so a capital needs more than itself.
        return size_ > 0 && (has_tone_ || capitals_ == 0 || (capitals_ == 1 && first_is_capital_ && size_ > 6));
      }
      if (!add(next.value)) return false;
    }
    return false;
  }
  std::size_t end() const { return end_; }

  // Whether the letters are readings of the Han characters before `offset`, the last letters of the last character. Works on all
  // splits at once: `open` holds the numbers of letters that may still be left to explain.
  bool reads(std::string_view utf8, std::size_t offset) const {
    std::bitset<max_letters + 1> open;
    open.set(size_);
    while (offset > 0) {
      const Decoded before = decode_before(utf8, offset);
      const CharacterClass kind = character(before.value).kind;
      if (kind != CharacterClass::han && kind != CharacterClass::ignorable) return false;
      offset -= before.bytes;
      if (kind == CharacterClass::ignorable) continue;  // a variation selector
      std::bitset<max_letters + 1> left;
      for (const tables::Reading& reading : readings_of(before.value)) {
        const std::string_view syllable = syllable_letters(reading.syllable);
        for (std::size_t end = syllable.size(); end <= size_; ++end)
          if (open.test(end) && fits(end - syllable.size(), syllable, reading.tone, before.value)) left.set(end - syllable.size());
      }
      if (left.test(0)) return true;
      if (left.none()) return false;
      open = left;
    }
    return false;
  }

 private:
  bool add(char32_t c) {
    if (is_pinyin_separator(c)) return true;
    if (c >= U'1' && c <= U'5') {  // tone number
      if (size_ == 0) return false;
      letters_[size_ - 1].tone = static_cast<std::uint8_t>(c == U'5' ? 0 : c - U'0');
      return has_tone_ = true;
    }
    if (const std::uint8_t tone = combining_tone(c)) {
      if (size_ == 0) return false;
      letters_[size_ - 1].tone = tone;
      return has_tone_ = true;
    }
    if (c == 0x0308) {
      if (size_ == 0 || letters_[size_ - 1].base != 'u') return false;
      letters_[size_ - 1].base = 'v';
      return true;
    }
    if (size_ == max_letters) return false;
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    if (lower != c) {
      ++capitals_;
      first_is_capital_ |= size_ == 0;
    }
    if (lower >= U'a' && lower <= U'z') {
      letters_[size_++] = {static_cast<char>(lower), 0};
      return true;
    }
    const std::optional<Letter> marked = marked_letter(lower);
    if (!marked) return false;
    has_tone_ |= marked->tone != 0;
    letters_[size_++] = *marked;
    return true;
  }

  static std::uint8_t combining_tone(char32_t c) {
    switch (c) {
      case 0x0304: return 1;
      case 0x0301: return 2;
      case 0x030C: return 3;
      case 0x0300: return 4;
      default: return 0;
    }
  }

  // An unmarked syllable may be any tone: 朋友(péng you). 一 and 不 are also printed with the tone they change to.
  bool fits(std::size_t begin, std::string_view syllable, std::uint8_t tone, char32_t han) const {
    std::uint8_t marked = 0;
    for (std::size_t i = 0; i < syllable.size(); ++i) {
      const Letter& letter = letters_[begin + i];
      if (letter.base != syllable[i]) return false;
      if (letter.tone != 0 && marked != 0) return false;
      marked = std::max(marked, letter.tone);
    }
    return marked == 0 || marked == tone || ((han == U'一' || han == U'不') && (marked == 2 || marked == 4));
  }

  std::array<Letter, max_letters> letters_;
  std::size_t size_ = 0;
  std::size_t end_ = 0;
  std::size_t capitals_ = 0;
  bool first_is_capital_ = false;
  bool has_tone_ = false;
};

// Finds the brackets of a text from left to right, each kind with the machine's fastest search.
class BracketFinder {
 public:
  explicit BracketFinder(std::string_view utf8) : utf8_(utf8) { find(0); }
  // Offset of the first bracket not before `offset`, or the size of the text. REQUIRES: no smaller offset than before.
  std::size_t next(std::size_t offset) {
    if (half_width_ < offset || full_width_ < offset) find(offset);
    return std::min(half_width_, full_width_);
  }

 private:
  void find(std::size_t offset) {
    if (half_width_ < offset || offset == 0) half_width_ = std::min(utf8_.find('(', offset), utf8_.size());
    if (full_width_ < offset || offset == 0) {
      const void* found = offset < utf8_.size() ? memmem(utf8_.data() + offset, utf8_.size() - offset, "（", 3) : nullptr;
      full_width_ = found != nullptr ? static_cast<std::size_t>(static_cast<const char*>(found) - utf8_.data()) : utf8_.size();
    }
  }
  std::string_view utf8_;
  std::size_t half_width_ = 0, full_width_ = 0;
};

template <typename Copy>
void copy_without_annotations(std::string_view utf8, Copy copy) {
  BracketFinder brackets(utf8);
  std::size_t copied = 0;
  for (std::size_t bracket = brackets.next(0); bracket < utf8.size();) {
    const std::size_t end = annotation_end(utf8, bracket);
    if (end != bracket) {
      copy(copied, bracket);
      copied = end;
    }
    bracket = brackets.next(std::max(end, bracket + 1));
  }
  copy(copied, utf8.size());
}

}  // namespace

std::size_t annotation_end(std::string_view utf8, std::size_t bracket) {
  if (bracket == 0) return bracket;
  const CharacterClass before = character(decode_before(utf8, bracket).value).kind;
  if (before != CharacterClass::han && before != CharacterClass::ignorable) return bracket;
  Pinyin pinyin;
  if (!pinyin.read(utf8, bracket + decode(utf8, bracket).bytes) || !pinyin.reads(utf8, bracket)) return bracket;
  return pinyin.end();
}

MappedText strip_annotations(std::string_view utf8) {
  MappedText result;
  copy_without_annotations(utf8, [&](std::size_t begin, std::size_t end) { result.append(utf8, begin, end); });
  return result;
}

MappedText strip_annotations(const MappedText& text) {
  MappedText result;
  copy_without_annotations(text.text(), [&](std::size_t begin, std::size_t end) { result.append(text, begin, end); });
  return result;
}

}  // namespace jomun
