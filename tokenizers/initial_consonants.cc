// Jomun: Korean by initial consonants.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/initial_consonants.h"

#include <array>
#include <cstddef>

#include "tokenizers/characters.h"
#include "tokenizers/hangul.h"
#include "tokenizers/words.h"

namespace jomun {
namespace {

// The letters of syllables as compatibility jamo, in the order of the Unicode Standard, section 3.12; those typed with two keys as two.
constexpr char32_t initials[] = {U'ㄱ', U'ㄲ', U'ㄴ', U'ㄷ', U'ㄸ', U'ㄹ', U'ㅁ', U'ㅂ', U'ㅃ', U'ㅅ',
                                 U'ㅆ', U'ㅇ', U'ㅈ', U'ㅉ', U'ㅊ', U'ㅋ', U'ㅌ', U'ㅍ', U'ㅎ'};
constexpr std::u32string_view vowels[] = {U"ㅏ",   U"ㅐ", U"ㅑ", U"ㅒ",   U"ㅓ",   U"ㅔ",   U"ㅕ", U"ㅖ", U"ㅗ",   U"ㅗㅏ", U"ㅗㅐ",
                                          U"ㅗㅣ", U"ㅛ", U"ㅜ", U"ㅜㅓ", U"ㅜㅔ", U"ㅜㅣ", U"ㅠ", U"ㅡ", U"ㅡㅣ", U"ㅣ"};
constexpr std::u32string_view finals[] = {U"",     U"ㄱ",   U"ㄲ",   U"ㄱㅅ", U"ㄴ",   U"ㄴㅈ", U"ㄴㅎ", U"ㄷ", U"ㄹ",   U"ㄹㄱ",
                                          U"ㄹㅁ", U"ㄹㅂ", U"ㄹㅅ", U"ㄹㅌ", U"ㄹㅍ", U"ㄹㅎ", U"ㅁ",   U"ㅂ", U"ㅂㅅ", U"ㅅ",
                                          U"ㅆ",   U"ㅇ",   U"ㅈ",   U"ㅊ",   U"ㅋ",   U"ㅌ",   U"ㅍ",   U"ㅎ"};
constexpr char32_t first_syllable = 0xAC00, final_count = 28, vowel_count = 21;
constexpr char32_t first_consonant = U'ㄱ', last_consonant = U'ㅎ';  // compatibility jamo, joined ones among them

char32_t initial_of(char32_t syllable) { return initials[(syllable - first_syllable) / (final_count * vowel_count)]; }
bool is_consonant(char32_t c) { return c >= first_consonant && c <= last_consonant; }

// Two consonants that are one compatibility jamo and no initial. Empty: `c` is no such jamo.
std::u32string_view parts_of(char32_t c) {
  switch (c) {
    case U'ㄳ': return U"ㄱㅅ";
    case U'ㄵ': return U"ㄴㅈ";
    case U'ㄶ': return U"ㄴㅎ";
    case U'ㄺ': return U"ㄹㄱ";
    case U'ㄻ': return U"ㄹㅁ";
    case U'ㄼ': return U"ㄹㅂ";
    case U'ㄽ': return U"ㄹㅅ";
    case U'ㄾ': return U"ㄹㅌ";
    case U'ㄿ': return U"ㄹㅍ";
    case U'ㅀ': return U"ㄹㅎ";
    case U'ㅄ': return U"ㅂㅅ";
    default: return {};
  }
}

void append_comparable(std::string_view utf8, std::u32string& out) {
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded next = decode(utf8, i);
    const Character found = character(next.value);
    const bool filler = next.value == 0x115F || next.value == 0x1160;  // in the place of a jamo that is not there
    if (!filler && (is_cjk(found.kind) || found.kind == CharacterClass::word || found.kind == CharacterClass::compound)) {
      const char32_t folded = found.folded != 0 ? found.folded : next.value;  // of a lone conjoining jamo the compatibility jamo
      if (const std::u32string_view parts = parts_of(folded); parts.empty())
        out += folded;
      else
        out += parts;
    }
    i += next.bytes;
  }
}

// The letters of a syllable as they are typed; of anything else itself.
struct Letters {
  std::array<char32_t, 10> keys{};  // room for two syllables
  std::size_t size = 0;

  void add(char32_t c) {
    if (!is_syllable(c)) {
      keys[size++] = c;
      return;
    }
    const char32_t index = c - first_syllable;
    keys[size++] = initial_of(c);
    for (const char32_t key : vowels[index / final_count % vowel_count]) keys[size++] = key;
    for (const char32_t key : finals[index % final_count]) keys[size++] = key;
  }
  std::u32string_view view() const { return {keys.data(), size}; }
};

}  // namespace

std::u32string comparable_text(std::string_view utf8) {
  std::u32string result;
  std::string buffer;
  const auto attaches = [&](std::size_t offset) {
    const char32_t c = decode(utf8, offset).value;
    return character(c).kind == CharacterClass::compound || c == 0x3099 || c == 0x309A;  // the voicing marks of kana
  };
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded next = decode(utf8, i);
    const Character found = character(next.value);
    const bool compound = found.kind == CharacterClass::compound;
    std::size_t end = i + next.bytes;
    if (compound || is_syllable(next.value) || found.kind == CharacterClass::kana)
      while (end < utf8.size() && attaches(end)) end += decode(utf8, end).bytes;
    const std::string_view cluster = utf8.substr(i, end - i);
    buffer.clear();
    if (compound || cluster.size() > next.bytes)
      compose(cluster, buffer);
    else if (found.kind == CharacterClass::word && found.folded == 0)
      fold_word(cluster, buffer);
    else
      buffer = cluster;
    append_comparable(buffer, result);
    i = end;
  }
  return result;
}

std::string initial_consonants(std::string_view utf8) {
  std::string key;
  for (const char32_t c : comparable_text(utf8)) {
    char bytes[4];
    key.append(bytes, encode(is_syllable(c) ? initial_of(c) : c, bytes));
  }
  return key;
}

bool is_initial_consonants(std::string_view utf8) {
  bool found = false;
  for (std::size_t i = 0; i < utf8.size();) {
    const Decoded next = decode(utf8, i);
    if (is_consonant(next.value))
      found = true;
    else if (character(next.value).kind != CharacterClass::space)
      return false;
    i += next.bytes;
  }
  return found;
}

bool InitialConsonantPattern::fits(std::u32string_view text) const {
  if (text.size() < typed_.size()) return false;
  for (std::size_t i = 0; i < typed_.size(); ++i) {
    const char32_t typed = typed_[i], there = text[i];
    if (typed == there || (is_consonant(typed) && is_syllable(there) && initial_of(there) == typed)) continue;
    if (i + 1 < typed_.size() || !is_syllable(typed) || !is_syllable(there)) return false;
    Letters unfinished, letters;
    unfinished.add(typed);
    letters.add(there);
    if (i + 1 < text.size()) letters.add(text[i + 1]);
    return letters.view().starts_with(unfinished.view());
  }
  return true;
}

bool InitialConsonantPattern::occurs_in(std::u32string_view text) const {
  if (typed_.empty()) return true;
  for (; text.size() >= typed_.size(); text.remove_prefix(1))
    if (fits(text)) return true;
  return false;
}

}  // namespace jomun
