// Jomun tests: Hangul in all its encodings, spacing, and Korean words without their particles.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/hangul.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/tokenizers/token_table.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using testing::expect_same_terms;
using testing::expect_sources;
using testing::expect_tokens;

TEST(Hangul, BigramsGoAcrossSpaces) {
  expect_tokens({
      {"인공지능", "인공@0 공지@1 지능@2 능@3"},
      {"인공 지능", "인공@0 공지@1 지능@2 능@3"},
      {"인공\n지능", "인공@0 공지@1 지능@2 능@3"},  // a wrapped line
      {"인공\n\n지능", "인공@0 공@1 지능@3 능@4"},  // two paragraphs
      {"인공, 지능", "인공@0 공@1 지능@3 능@4"},
      {"제1조", "제@0 1@1 조@2"},
      {"AI는", "ai@0 ~ai@0 는@1"},
      {"국가 國家 국가", "국가@0 가@1 国家@2 家@3 국가@4 가@5"},
  });
}

TEST(Hangul, DecomposedIsPrecomposed) {
  expect_same_terms({
      {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국"},
      {"\u1112\u1161\u11AB국", "한국"},
      {"한\u1100\u116E\u11A8", "한국"},
      {"하\u11AB국", "한국"},  // a precomposed syllable that gets its final consonant
      {"\u1100\u116E\u11A8\u1100\u1161\u1103\u1173\u11AF\u110B\u1166\u1100\u1166\u1102\u1173\u11AB", "국가들에게는"},
      {"정상\u1112\u116C의에서", "정상회의에서"},  // one word, so one stem
      {"\u110C\u1165\u11BC상회의에서", "정상회의에서"},
      {"\uFFA1\uFFC2\uFFA4\uFFC2", "가나"},  // half-width jamo
  });
  expect_sources({{"\u1112\u1161\u11AB국", "한국=\u1112\u1161\u11AB국 국=국"}});
}

TEST(Hangul, InvisibleCharactersDoNotPartAWord) {
  expect_same_terms(
      {{"정상\u200B회의에서", "정상회의에서"}, {"정상\u00AD회의에서", "정상회의에서"}, {"정상\u302E회의에서", "정상회의에서"}});
}

TEST(Hangul, MiddleDots) {
  expect_tokens({
      {"교육·문화", "교육@0 육@1 문화@2 화@3"},
      {"교육ㆍ문화", "교육@0 육@1 문화@2 화@3"},      // U+318D, as statutes print it
      {"교육\u119E문화", "교육@0 육@1 문화@2 화@3"},  // U+119E, as some converters leave it
      {"교육・문화", "교육@0 육@1 문화@2 화@3"},
  });
}

TEST(Hangul, LoneJamo) {
  expect_tokens({
      {"ㄱㄴ", "ㄱㄴ@0 ㄴ@1"},
      {"\u1161", "\u1161@0"},
      {"\u3164", ""},
  });
}

TEST(Hangul, StemIsAnAdditionalTermOfTheFirstSyllable) {
  expect_tokens({
      {"국가들", "~국가@0 국가@0 가들@1 들@2"},
      {"그 국가들", "그국@0 ~국가@1 국가@1 가들@2 들@3"},
  });
}

std::u32string syllables(std::string_view utf8) {
  std::u32string result;
  for (std::size_t i = 0; i < utf8.size(); i += decode(utf8, i).bytes) result += decode(utf8, i).value;
  return result;
}

// The word, or what is left of it.
std::string without_particles(std::string_view word) {
  const std::u32string letters = syllables(word);
  return std::string(word.substr(0, 3 * (letters.size() - particle_length(letters))));
}

struct WordRow {
  const char *word, *stem;
};

// clang-format off
TEST(Particles, AreTakenOff) {
  for (const WordRow& row : std::initializer_list<WordRow>{
           // one, by its allomorph
           {"국민은", "국민"}, {"국가는", "국가"}, {"국민이", "국민"}, {"국가가", "국가"}, {"국민을", "국민"}, {"국가를", "국가"}, {"국민과", "국민"}, {"국가와", "국가"},
           {"국민으로", "국민"}, {"국가로", "국가"}, {"개발로", "개발"},  // ㄹ takes 로
           // the same after any syllable
           {"국민의", "국민"}, {"국가의", "국가"}, {"국가에", "국가"}, {"국민도", "국민"}, {"국민만", "국민"}, {"국가들", "국가"}, {"국가에서", "국가"}, {"국가에게", "국가"},
           {"국가까지", "국가"}, {"국가부터", "국가"}, {"국가보다", "국가"}, {"국가마다", "국가"}, {"국가처럼", "국가"}, {"국가만큼", "국가"},
           // several
           {"정상회의에서는", "정상회의"}, {"국가들에게는", "국가"}, {"국민으로부터", "국민"}, {"국가로부터", "국가"}, {"국가로서의", "국가"}, {"국민으로서", "국민"},
           {"인공지능이라는", "인공지능"}, {"인공지능이란", "인공지능"},
           // after a noun that looks like one with a particle
           {"국제회의의", "국제회의"}, {"회의에서", "회의"}, {"결과를", "결과"}, {"제도의", "제도"}, {"평가와", "평가"},
           // former bugs: nouns that only look like such a noun
           {"위원회의", "위원회"}, {"사회의", "사회"}, {"국민의", "국민"}, {"정부의", "정부"}, {"규정의", "규정"}, {"사업주의", "사업주"}, {"이상의", "이상"}, {"용도로", "용도"},
           {"전자문서로", "전자문서"}, {"당사자가", "당사자"}, {"내용이", "내용"}, {"사유로", "사유"}, {"판결과", "판결"},
       })
    EXPECT_EQ(without_particles(row.word), row.stem) << row.word;
}

TEST(Particles, DisagreeingFormsStay) {
  for (const char* word : {"국가을", "국민를", "국가은", "국민는", "국가과", "국민와", "국민로", "국가으로", "개발으로"})
    EXPECT_EQ(without_particles(word), word);
}

TEST(Particles, PartsOfWordsStay) {
  for (const char* word : {
           // two syllables are always kept
           "회의", "도로", "결과", "사이", "평가", "국가", "나는", "문의", "제도",
           // nouns that end like a particle the syllable before would take
           "국제회의", "정상회의", "평가결과", "심사결과", "비급여", "유럽회의", "기본합의", "상호주의", "민주주의", "사전동의", "고속도로", "사회제도", "보호정도", "인허가",
           "입학허가", "추진경과", "업무성과", "자기주도", "전국철도", "정기회의", "공공하수도", "특별자치도", "난이도",
       })
    EXPECT_EQ(without_particles(word), word);
}
// clang-format on

TEST(Hangul, FinalConsonants) {
  EXPECT_EQ(final_consonant(U'가'), 0);
  EXPECT_EQ(final_consonant(U'갈'), 8);
  EXPECT_EQ(final_consonant(U'힣'), 27);
  EXPECT_TRUE(is_syllable(U'가') && is_syllable(U'힣'));
  EXPECT_FALSE(is_syllable(U'ㄱ') || is_syllable(0xABFF) || is_syllable(0xD7A4));
}

}  // namespace
}  // namespace jomun
