// Jomun: can these kana be the reading of the end of that Japanese text?
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Shared by furigana.cc and by the program that generates its tables: that one keeps only the words this matcher cannot read without
// them. Thread-safe, allocates nothing, and takes time in proportion to the readings of the characters looked at.
//
// A letter is a byte: hiragana less U+3040, which is the same as katakana less U+30A0, ぢ as じ and づ as ず.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "tokenizers/characters.h"

namespace jomun {

inline constexpr std::size_t max_kana = 63;             // letters of a reading
inline constexpr std::size_t max_kana_characters = 32;  // characters it may be of

constexpr char kana_letter_of_hiragana(char32_t c) { return static_cast<char>(c - 0x3040); }

// The letter of hiragana or katakana, the mark of a long vowel included.
inline std::optional<char> kana_letter(char32_t c) {
  if (c >= U'ァ' && c <= U'ヶ') c -= U'ァ' - U'ぁ';
  if (c == U'ぢ') return kana_letter_of_hiragana(U'じ');
  if (c == U'づ') return kana_letter_of_hiragana(U'ず');
  if (c >= U'ぁ' && c <= U'ゖ') return kana_letter_of_hiragana(c);
  if (c == U'ー') return static_cast<char>(U'ー' - 0x30A0);
  return std::nullopt;
}

inline bool is_hiragana(char32_t c) { return c >= U'ぁ' && c <= U'ゖ'; }

// What stands around the characters that are read.
struct KanaContext {
  char32_t before;     // the character of the same word that stands before them, annotations left out; 0: none
  char32_t following;  // what comes directly after them, 0: nothing
};

// Source knows readings(char32_t, function(std::string_view letters, bool native)), of one character, and
// words(std::span<const char32_t> characters, function(std::size_t size, std::string_view letters)), of the words of `size` characters
// that end where `characters` end.
template <typename Source>
class KanaMatcher {
 public:
  // REQUIRES: at most max_kana_characters characters, Han and kana only; 1 to max_kana letters.
  KanaMatcher(const Source& source, std::span<const char32_t> characters, std::string_view letters, KanaContext context)
      : source_(source), characters_(characters), letters_(letters), context_(context) {}

  // Whether the letters are a reading of the last characters, however many, at least one of them Han.
  bool reads_end() { return match(1); }
  // Whether they are one of all.
  bool reads_all() { return match(characters_.size()); }

 private:
  using Open = std::uint64_t;  // bit n: the first n letters may be what is still to be explained

  bool match(std::size_t least) {
    open_[characters_.size()] = Open{1} << letters_.size();
    bool has_han = false;
    for (std::size_t end = characters_.size();; --end) {
      if ((open_[end] & 1) != 0 && has_han && characters_.size() - end >= least) return true;
      if (end == 0) return false;
      has_han = has_han || character(characters_[end - 1]).kind == CharacterClass::han;
      open_[end] &= ~Open{1};
      if (open_[end] == 0) continue;
      read_character(end - 1);
      source_.words(characters_.first(end), [&](std::size_t size, std::string_view word) { read_word(end - size, end, word); });
    }
  }

  void read_word(std::size_t begin, std::size_t end, std::string_view word) {
    for (Open open = open_[end] >> word.size() << word.size(); open != 0; open &= open - 1) {
      const std::size_t left = static_cast<std::size_t>(__builtin_ctzll(open)) - word.size();
      if (letters_.substr(left + 1, word.size() - 1) != word.substr(1)) continue;
      if (letters_[left] == word[0] || is_voiced_form(begin, left, word[0])) open_[begin] |= Open{1} << left;
    }
  }

  void read_character(std::size_t place) {
    const char32_t c = characters_[place];
    if (const auto letter = kana_letter(c)) {
      if (c == U'ヶ' || c == U'ケ' || c == U'ヵ')  // 三ヶ月 is さんかげつ
        for (char32_t other : {U'か', U'が', U'こ'}) read_letters(place, std::array{kana_letter_of_hiragana(other)}, false);
      return read_letters(place, std::array{*letter}, false);
    }
    const auto read = [&](std::string_view letters, bool native) { read_letters(place, letters, native); };
    source_.readings(c, read);
    // The mark of repetition, or its vertical form: 人々 is ひとびと.
    if (c == U'々' || c == U'〻') source_.readings(place > 0 ? characters_[place - 1] : context_.before, read);
  }

  void read_letters(std::size_t place, std::span<const char> reading, bool native) {
    const Open all = open_[place + 1];
    for (std::size_t size = native ? 1 : reading.size(); size <= reading.size(); ++size)
      for (Open open = all >> size << size; open != 0; open &= open - 1) {
        const auto left = static_cast<std::size_t>(__builtin_ctzll(open));
        if (fits(place, left - size, {reading.data(), reading.size()}, size, native)) open_[place] |= Open{1} << (left - size);
      }
  }

  // Whether the `size` letters from `begin` on are how `reading` is written at `place`.
  bool fits(std::size_t place, std::size_t begin, std::string_view reading, std::size_t size, bool native) const {
    for (std::size_t i = 1; i + 1 < size; ++i)
      if (letters_[begin + i] != reading[i]) return false;
    const char first = letters_[begin], last = letters_[begin + size - 1];
    const bool first_fits = first == reading[0] || is_voiced_form(place, begin, reading[0]);
    if (size < reading.size()) return first_fits && (size == 1 || last == reading[size - 1]) && may_leave_out(place, reading, size);
    if (size == 1) return first_fits;
    return first_fits && (last == reading[size - 1] || is_doubling_form(place, begin + size, reading[size - 1]) ||
                          (native && last == continuative(reading[size - 1])));
  }

  // Rendaku: 手紙 is てがみ, 発表 はっぴょう.
  bool is_voiced_form(std::size_t place, std::size_t begin, char plain) const {
    if (place == 0 && context_.before == 0) return false;
    const char written = letters_[begin];
    if (written == voiced(plain)) return true;
    if (!is_h(plain) || written != plain + 2) return false;
    return begin == 0 || letters_[begin - 1] == letter(U'っ') || letters_[begin - 1] == letter(U'ん');
  }

  // Gemination: 学校 is がっこう. `end`: of the reading, in the letters.
  bool is_doubling_form(std::size_t place, std::size_t end, char plain) const {
    if (letters_[end - 1] != letter(U'っ')) return false;
    if (plain != letter(U'つ') && plain != letter(U'く') && plain != letter(U'ち') && plain != letter(U'き')) return false;
    if (end < letters_.size()) return is_voiceless(letters_[end]);
    return character(following(place)).kind == CharacterClass::han;
  }

  // Whether the rest of a native reading may be missing: it stands outside, 送(おく)る, 取り扱い, or is an ending that compounds do not
  // have: 受付, 深緑.
  bool may_leave_out(std::size_t place, std::string_view reading, std::size_t size) const {
    const char32_t next = following(place);
    const std::size_t rest = reading.size() - size;
    if (is_hiragana(next)) return rest == 1 || kana_letter(next) == reading[size];
    return rest == 1 && (reading[size] == letter(U'い') || (reading[size] == letter(U'る') && is_i_or_e(reading[size - 1])));
  }

  char32_t following(std::size_t place) const { return place + 1 < characters_.size() ? characters_[place + 1] : context_.following; }

  static constexpr char letter(char32_t hiragana) { return kana_letter_of_hiragana(hiragana); }
  static constexpr bool is_h(char c) {
    return c == letter(U'は') || c == letter(U'ひ') || c == letter(U'ふ') || c == letter(U'へ') || c == letter(U'ほ');
  }

  static constexpr char voiced(char c) {
    if (c == letter(U'ち')) return letter(U'じ');
    if (c == letter(U'つ')) return letter(U'ず');
    const bool has_voiced =
        (c >= letter(U'か') && c < letter(U'ち') && (c & 1) != 0) || c == letter(U'て') || c == letter(U'と') || is_h(c);
    return has_voiced ? static_cast<char>(c + 1) : '\0';
  }
  static constexpr bool is_voiceless(char c) {
    return voiced(c) != '\0' ? !is_h(c) : c > letter(U'は') && c <= letter(U'ぽ') && is_h(static_cast<char>(c - 2));
  }

  // The last letter of a verb before another word: 申す, 申し込む.
  static constexpr char continuative(char c) {
    constexpr std::u32string_view plain = U"うくぐすつぬぶむる", changed = U"いきぎしちにびみり";
    for (std::size_t i = 0; i < plain.size(); ++i)
      if (c == letter(plain[i])) return letter(changed[i]);
    return c;
  }
  static constexpr bool is_i_or_e(char c) {
    for (char32_t other : U"いきぎしじちにひびみりえけげせぜてでねへべめれ")
      if (other != 0 && c == letter(other)) return true;
    return false;
  }

  const Source& source_;
  std::span<const char32_t> characters_;
  std::string_view letters_;
  KanaContext context_;
  std::array<Open, max_kana_characters + 1> open_{};  // by how many characters are still to be explained
};

}  // namespace jomun
