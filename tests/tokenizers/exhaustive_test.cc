// Jomun tests: all short texts over small alphabets, each of pieces that mean something to each other. Every tokenizer keeps its
// invariants and agrees with the reference on all of them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "tests/support/reference_tokenizer.h"
#include "tests/support/texts.h"
#include "tests/support/token_checker.h"

namespace jomun {
namespace {

struct Alphabet {
  const char* theme;
  int length;  // of the longest texts, in pieces
  std::vector<std::string> pieces;
};
void PrintTo(const Alphabet& alphabet, std::ostream* out) { *out << alphabet.theme; }

class Exhaustive : public ::testing::TestWithParam<Alphabet> {
 protected:
  // All texts of `text` and up to `length` pieces more. False: one was wrong.
  bool check(const std::string& text, int length) {
    ++texts_;
    std::string problem = testing::difference_from_reference(text);
    // What the reference does not show, stopping among it, needs no more than the shorter texts.
    if (problem.empty() && (length > 1 || GetParam().length < 3)) problem = testing::check_all_tokenizers(text);
    EXPECT_TRUE(problem.empty()) << problem << "\ntext: " << ::testing::PrintToString(text);
    if (!problem.empty()) return false;
    for (const std::string& piece : GetParam().pieces)
      if (length > 0 && !check(text + piece, length - 1)) return false;
    return true;
  }
  std::size_t texts_ = 0;
};

TEST_P(Exhaustive, AllTextsAgreeWithTheReference) { EXPECT_TRUE(check("", GetParam().length)) << "after " << texts_ << " texts"; }

// clang-format off
const std::vector<Alphabet> alphabets = {
    {"Everything", 2, testing::telling_pieces()},
    {"Scripts", 4, {"人", "カ", "ｶ", "ﾞ", "가", "는", "\u1100", "\u11A8", "a", "é", "я", "1", " ", "\n", "-", "。", "・", "\u200B", "\xE4"}},
    {"Korean", 5, {"국", "가", "는", "에서", "회의", "들", "\u11AB", " ", "\u200B", "ﾞ", "ㆍ", "1"}},
    {"KoreanForms", 4, {"국", "는", "\u1100\u1161", "\u1100", "\u11A8", "㉮", "㉼", "ㄱ", "\uFFA1\uFFC2", "\u302E", " ", "人", "(", "\n"}},
    {"Jamo", 4, {"\u1100", "\u1161", "\u11A8", "\u1160", "\u115F", "\u119E", "\uA960", "\uD7B0", "\uD7C7", "가", "각", "ㄱ", "ㅏ", "\uFFA1", "\uFFC2", "\uFFC8"}},
    {"Kana", 5, {"カ", "は", "ｶ", "ﾞ", "\u3099", "ﾟ", "ー", "・", "･", "㌔", "㍿", "人"}},
    {"Words", 4, {"a", "s", "1", "'", "’", ".", ",", "é", "\u0301", "ß", "²", "я", "ไ", "\u00AD", "-", " ", "Ａ"}},
    {"LongWords", 6, {"a", "s", "1", "'", ".", ",", "\u0301", "я"}},
    {"Annotations", 5, {"人", "工", "(", "（", ")", "rén", "gōng", "(rén)", "\uFE00", " ", "가", "a"}},
    {"Glosses", 5, {"파", "양", "罷", "養", "(", ")", "(罷養)", "(파양)", " ", "\uFE00", "은", "rén", "a"}},
    {"Gaps", 5, {"a", "人", "가", "\n", "\r", "\u2029", "\u0301", "\u200B", ".", "-", " ", "ﾞ"}},
    {"Bytes", 5, {"a", "(", "\xE4", "\xBA", "\x80", "\xC3", "\xF0", "\xED", "\xA0", "\xEA", "\xB0"}},
};
// clang-format on

INSTANTIATE_TEST_SUITE_P(Alphabets, Exhaustive, ::testing::ValuesIn(alphabets),
                         [](const ::testing::TestParamInfo<Alphabet>& alphabet) { return std::string(alphabet.param.theme); });

}  // namespace
}  // namespace jomun
