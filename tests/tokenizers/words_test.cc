// Jomun tests: words of the scripts written with spaces.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/words.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/tokenizers/token_table.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using testing::expect_same_terms;
using testing::expect_sources;
using testing::expect_tokens;

TEST(Words, EnglishHasStems) {
  expect_tokens({
      {"AI safety", "ai@0 ~ai@0 safety@1 ~safeti@1"},
      {"Declarations declare", "declarations@0 ~declar@0 declare@1 ~declar@1"},
      {"a I", "a@0 ~a@0 i@1 ~i@1"},
      {"mp3", "mp3@0"},  // not of letters alone
  });
}

TEST(Words, Accents) {
  expect_same_terms({
      {"Café", "cafe"},
      {"Cafe\u0301", "cafe"},
      {"naïve façade", "naive facade"},
      {"São Tomé and Príncipe", "sao tome and principe"},
      {"Åland", "aland"},
      {"Việt Nam", "viet nam"},
  });
  expect_sources({{"Cafe\u0301 x", "cafe=Cafe\u0301 x=x"}});
}

TEST(Words, WidthAndCompatibility) {
  expect_same_terms({
      {"ＡＩ２０２４", "AI2024"},
      {"straße", "strasse"},
      {"ﬁnance", "finance"},
      {"Ⅳ", "IV"},
      {"10㎏", "10kg"},
      {"㎡ m²", "m2 m2"},
      {"①", "1"},
      {"𝐀𝐈", "ai"},
  });
}

TEST(Words, PossessivesAndApostrophes) {
  expect_tokens({
      {"people's", "people@0 ~peopl@0"},
      {"PEOPLE’S", "people@0 ~peopl@0"},
      {"peoples'", "peoples@0 ~peopl@0"},
      {"can't", "can't@0"},
      {"can’t", "can't@0"},
      {"'s", "s@0 ~s@0"},
      {"Æon’s", "æon@0"},  // through ICU
      {"Æon's", "æon@0"},
      {"'quoted'", "quoted@0 ~quot@0"},
  });
}

TEST(Words, Numbers) {
  expect_tokens({
      {"10,000", "10000@0"},
      {"2.5%", "2.5@0"},
      {"1,2,3", "123@0"},
      {"2024-07-05", "2024@0 07@1 05@2"},
      {"1, 2", "1@0 2@2"},
      {"3.a", "3@0 a@2 ~a@2"},
      {"10,000µ", "10000μ@0"},  // through ICU
  });
}

TEST(Words, DotsInside) {
  expect_tokens({
      {"e.g. this", "e.g@0 this@2 ~this@2"},
      {"U.S.A.", "u.s.a@0"},
      {"end.Next", "end.next@0"},
      {"a..b", "a@0 ~a@0 b@2 ~b@2"},
  });
}

TEST(Words, OtherScripts) {
  expect_tokens({
      {"Привет, мир", "привет@0 мир@2"},
      {"α,β", "α@0 β@2"},
      {"α. β", "α@0 β@2"},
      {"α-β", "α@0 β@1"},
      {"Ёлка", "ёлка@0"},  // only Latin loses its diacritics
      {"ΑΘΗΝΑ", "αθηνα@0"},
      {"ไทยแลนด์", "ไทย@0 แลนด์@1"},
      {"حقوق الإنسان", "حقوق@0 الإنسان@1"},
      {"α안전", "α@0 안전@1 전@2"},
  });
}

// The table says of a letter what ICU says of the word that is this letter.
TEST(Words, LettersFoldAsWordsDo) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    const Character found = character(c);
    if (found.kind != CharacterClass::word || found.folded == 0) continue;
    char bytes[4], folded_bytes[4];
    std::string folded;
    fold_word({bytes, encode(c, bytes)}, folded);
    ASSERT_EQ(folded, std::string(folded_bytes, encode(found.folded, folded_bytes))) << std::hex << static_cast<unsigned>(c);
    ASSERT_EQ(fold(found.folded), found.folded) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Words, InvisibleCharacters) {
  expect_same_terms({{"co\u00ADoperation", "cooperation"}, {"co\u200Boperation", "cooperation"}, {"\uFEFFword", "word"}});
}

TEST(Words, LongOnesAreCutAtACodePoint) {
  const std::string ascii(300, 'a'), cut(200, 'a');
  std::string cyrillic, cyrillic_cut;
  for (int i = 0; i < 150; ++i) cyrillic += "ж";
  for (int i = 0; i < 100; ++i) cyrillic_cut += "ж";
  expect_tokens(
      {{ascii, cut + "@0 ~" + cut + "@0"}, {cyrillic, cyrillic_cut + "@0"}, {"x" + cyrillic, "x" + cyrillic_cut.substr(2) + "@0"}});
}

}  // namespace
}  // namespace jomun
