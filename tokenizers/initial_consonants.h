// Jomun: Korean by initial consonants: 인공지능 has the key ㅇㄱㅈㄴ, and ㅇㄱㅈㄴ, 인공ㅈㄴ or 인고 match it, for queries and completion.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything here is thread-safe, takes any bytes and throws nothing but std::bad_alloc.

#pragma once

#include <string>
#include <string_view>

namespace jomun {

// A text as it is compared here, by code points: jamo that compose to syllables composed (NFD, half-width), letters and digits of other
// scripts folded as for the index (AI, ＡＩ: ai), Han and kana too. Spaces go, because Korean is spaced freely (인공 지능, 인공지능), and
// so do punctuation, marks and ill-formed bytes. A lone consonant becomes the compatibility jamo of an initial one (U+1100: ㄱ), and two of
// them that a keyboard has joined are parted again (ㄳ: ㄱㅅ).
std::u32string comparable_text(std::string_view utf8);

// The key of a text, UTF-8: comparable_text() with its initial consonant for each syllable, as compatibility jamo, tense ones apart from
// plain ones. 인공지능: ㅇㄱㅈㄴ, "AI 안전": aiㅇㅈ, 국가 國家: ㄱㄱ国家, 까치: ㄲㅊ. A key is its own key.
std::string initial_consonants(std::string_view utf8);

// One compatibility consonant or more (ㄱ to ㅎ, U+3131 to U+314E) and nothing else but white space: somebody is asking by key.
bool is_initial_consonants(std::string_view utf8);

// What somebody typed, to be looked for in many texts. Compares character by character:
//   - a consonant (ㅈ) stands for itself and for any syllable with this initial (자, 증);
//   - anything else stands for itself;
//   - but the last syllable may be unfinished. It fits where its letters, in the order in which they are typed, begin those of the text:
//     이 fits 인, 고 fits 공 and 과, 곤 fits 고나.
// Texts are given as comparable_text(), of the text itself or, if no syllable was typed, of its key.
class InitialConsonantPattern {
 public:
  explicit InitialConsonantPattern(std::string_view typed) : typed_(comparable_text(typed)) {}

  bool empty() const { return typed_.empty(); }                       // nothing to look for: fits everywhere
  bool begins(std::u32string_view text) const { return fits(text); }  // 인공ㅈ: 인공지능, not 초인공지능
  bool occurs_in(std::u32string_view text) const;                     // 인공ㅈ: both

 private:
  bool fits(std::u32string_view text) const;  // at its beginning

  std::u32string typed_;
};

}  // namespace jomun
