// Jomun tests: which positions follow each other, so that a phrase matches where a reader sees one and nowhere else.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include "tests/tokenizers/token_table.h"

namespace jomun {
namespace {

using testing::expect_tokens;

TEST(Positions, GapsOverPunctuation) {
  expect_tokens({
      {"安全。发展", "安全@0 全@1 发展@3 展@4"},
      {"安全，发展", "安全@0 全@1 发展@3 展@4"},
      {"安全……发展", "安全@0 全@1 发展@3 展@4"},  // however long: one
      {"安全——发展", "安全@0 全@1 发展@3 展@4"},
      {"安全（发展", "安全@0 全@1 发展@3 展@4"},
      {"安全 发展", "安全@0 全@1 发展@2 展@3"},
      {"安全\n发展", "安全@0 全@1 发展@2 展@3"},
      {"。安全。", "安全@0 全@1"},  // none at the edges
      {"one. two", "one@0 ~one@0 two@2 ~two@2"},
      {"one (two)", "one@0 ~one@0 two@2 ~two@2"},
      {"one; two: six", "one@0 ~one@0 two@2 ~two@2 six@4 ~six@4"},
  });
}

TEST(Positions, NoGapsInsideWhatIsOnePhrase) {
  expect_tokens({
      {"risk-based", "risk@0 ~risk@0 based@1 ~base@1"},
      {"and/or", "and@0 ~and@0 or@1 ~or@1"},
      {"a_b", "a@0 ~a@0 b@1 ~b@1"},
      {"the “rule” of", "the@0 ~the@0 rule@1 ~rule@1 of@2 ~of@2"},
      {"安全·发展", "安全@0 全@1 发展@2 展@3"},
      {"《宣言》全文", "宣言@0 言@1 全文@2 文@3"},
      {"「安全」宣言", "安全@0 全@1 宣言@2 言@3"},
  });
}

TEST(Positions, ABlankLineIsAGap) {
  expect_tokens({
      {"one\ntwo", "one@0 ~one@0 two@1 ~two@1"},
      {"one\n\ntwo", "one@0 ~one@0 two@2 ~two@2"},
      {"one\r\n \r\ntwo", "one@0 ~one@0 two@2 ~two@2"},
      {"one\u2029two", "one@0 ~one@0 two@2 ~two@2"},
      {"one\n\u200B\ntwo", "one@0 ~one@0 two@2 ~two@2"},
      {"安全\n\n发展", "安全@0 全@1 发展@3 展@4"},
  });
}

TEST(Positions, IllFormedBytesPartLikePunctuation) {
  expect_tokens({
      {"安\xE5\x85全", "安@0 全@2"},
      {"a\xFF\x62", "a@0 ~a@0 b@2 ~b@2"},
      {"\xC0\x80", ""},
      {std::string_view("a\0b", 3), "a@0 ~a@0 b@2 ~b@2"},
  });
}

TEST(Positions, OtherScriptsPartInATokenizerOfOne) {
  expect_tokens({{"安全 AI 发展。안전", "安全@0 全@1 发展@3 展@4"}}, "cjk-bigram-2");
  expect_tokens({{"안전 AI 발전, 安全", "안전@0 전@1 발전@3 전@4"}, {"안\uFF76전", "안@0 전@2"}}, "hangul-syllable-2");
  expect_tokens({{"one 安全 two 안전", "one@0 ~one@0 two@2 ~two@2"}, {"人(rén)工", ""}}, "latin-word-2");
  expect_tokens({{"ア\u1112\u1161\u11ABイ", "ア@0 イ@2"}, {"ア한イ", "ア@0 イ@2"}}, "cjk-bigram-2");
}

}  // namespace
}  // namespace jomun
