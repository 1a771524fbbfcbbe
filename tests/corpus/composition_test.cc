// Jomun tests: texts stored in parts split as they do when stored whole.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/composition.h"

#include <gtest/gtest.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <string>

#include "tests/corpus/outline.h"

namespace jomun {
namespace {

std::string decomposed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  icu::Normalizer2::getNFDInstance(error)->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int>(text.size())), sink, nullptr,
                                                         error);
  EXPECT_TRUE(U_SUCCESS(error));
  return result;
}

TEST(Composition, DecomposedTextsSplitAlike) {
  for (const std::string_view text : {"인공지능 기본법\n[시행 2026-01-22]\n\n제1장 총칙\n\n제1조(목적)\n이 법은 정한다.\n\n제2조 (정의) ① "
                                      "뜻은 다음과 같다.\n1. 갑\n가. 을\n\n부칙\n\n"
                                      "제1조(시행일) 시행한다.\n제2조부터 제4조까지 생략\n",
                                      "会議令\n\n（がいよう）\n第一条\n\n　プログラムで、定める。\n\n第二条から第四条まで\n\n　削除\n\n　　"
                                      "　附　則\n\n１　ガイドを、定める。\n",
                                      "Café Act\n\nArticle 1. Résumé\n\nThe café serves.\n"}) {
    const std::string parts = decomposed(text);
    ASSERT_NE(parts, text);
    EXPECT_TRUE(may_be_decomposed(parts));
    EXPECT_EQ(testing::outline_of(parts), testing::outline_of(text));
    const auto whole_clauses = read_text(text, "x", {}).at(0).clauses;
    const auto clauses = read_text(parts, "x", {}).at(0).clauses;
    for (std::size_t i = 0; i < clauses.size(); ++i) {
      const Span whole = whole_clauses[i].source;
      const Span source = clauses[i].source;
      EXPECT_EQ(parts.substr(source.begin, source.end - source.begin), decomposed(text.substr(whole.begin, whole.end - whole.begin)));
    }
  }
}

TEST(Composition, ComposedCharactersStandForAllTheirParts) {
  const std::string parts = decomposed("a제가 é.");
  const MappedText text = compose(parts);
  EXPECT_EQ(text.text(), "a제가 é.");
  EXPECT_EQ(text.original({1, 4}), (Span{1, 7}));     // 제: two jamo
  EXPECT_EQ(text.original({4, 7}), (Span{7, 13}));    // 가
  EXPECT_EQ(text.original({8, 10}), (Span{14, 17}));  // é
  EXPECT_EQ(text.original({0, text.text().size()}), (Span{0, parts.size()}));
}

TEST(Composition, CharactersStoredWholeStay) {
  EXPECT_FALSE(may_be_decomposed("제1조 第一条 が é"));
  // A compatibility ideograph that NFC would replace, beside something to compose.
  EXPECT_EQ(compose("\xEF\xA4\x8A e\xCC\x81").text(), "\xEF\xA4\x8A é");
  EXPECT_EQ(compose("").text(), "");
  EXPECT_EQ(compose("\xE1\x84\x92").text(), "\xE1\x84\x92");  // a jamo alone
}

}  // namespace
}  // namespace jomun
