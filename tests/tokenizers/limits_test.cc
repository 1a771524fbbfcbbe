// Jomun tests: texts made to be slow or big. They would take minutes if time were not linear, gigabytes if memory were not bounded;
// how fast they are is for benchmarks/.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tests/support/token_checker.h"
#include "tokenizers/annotation.h"
#include "tokenizers/language.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string result;
  while (result.size() < bytes) result += piece;
  return result;
}

class Counter final : public TokenSink {
 public:
  bool accept(std::span<const Token> tokens) override {
    count_ += tokens.size();
    for (const Token& token : tokens) longest_ = std::max(longest_, token.end - token.begin);
    return true;
  }
  std::size_t count() const { return count_; }
  std::size_t longest() const { return longest_; }

 private:
  std::size_t count_ = 0, longest_ = 0;
};

TEST(Limits, LongLinesWithoutASpace) {
  constexpr std::size_t bytes = 1 << 20;
  for (const char* piece : {"a",       "é", "α",    "a.",   "1,",     "aα",   "人",   "가",        "\u1100\u1161", "\u1100", "ｶﾞ",
                            "ไทย",     "ﬁ", "人(",  "(",    "人(rén", "人(a", "人( ", "人(\u0301", "人\uFE00(",    "\u0301", "\uFE00",
                            "a\u0301", "'", "\xE4", "\xFF", "・",     "ア・", "ج"}) {
    const std::string text = repeated(piece, bytes) + "é";
    for (const TokenizerEntry& entry : tokenizers()) {
      Counter counter;
      entry.make()->tokenize(text, counter);
      EXPECT_LE(counter.longest(), 5000U + (std::string_view(piece) == "\uFE00" ? bytes : 0)) << piece;
    }
    EXPECT_EQ(strip_annotations(text).text(), text) << piece;
    detect_language(text);
  }
}

TEST(Limits, ABracketThatNeverCloses) {
  const std::string text = repeated("人(réngōngzhìnéng ", 1 << 20);
  EXPECT_EQ(strip_annotations(text).text(), text);
  const std::string spaces = "人(" + std::string(1 << 20, ' ');
  EXPECT_EQ(strip_annotations(spaces).text(), spaces);
}

TEST(Limits, LongPartsOfWords) {
  for (const char* piece : {"a", "é", "α", "가", "정", "\u1100\u1161", "ไทย", "a.", "αa"})
    for (std::size_t bytes : {90U, 100U, 199U, 200U, 201U, 4095U, 4096U, 4097U, 9000U}) {
      EXPECT_EQ(testing::check_all_tokenizers(repeated(piece, bytes)), "") << piece << bytes;
      EXPECT_EQ(testing::check_all_tokenizers("x" + repeated(piece, bytes) + "α"), "") << piece << bytes;
    }
}

}  // namespace
}  // namespace jomun
