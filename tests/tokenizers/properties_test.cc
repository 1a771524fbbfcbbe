// Jomun tests: what is true of every tokenizer on every text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/texts.h"
#include "tests/support/token_checker.h"
#include "tests/support/tokens.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using testing::check_all_tokenizers;
using testing::KeptToken;
using testing::tokens_of;

RC_GTEST_PROP(EveryTokenizer, KeepsTheInvariantsOnRandomText, ()) { RC_ASSERT(check_all_tokenizers(*testing::any_text()) == ""); }

RC_GTEST_PROP(EveryTokenizer, KeepsTheInvariantsOnRandomBytes, (const std::string& bytes)) { RC_ASSERT(check_all_tokenizers(bytes) == ""); }

TEST(EveryTokenizer, KeepsTheInvariantsOnTheShippedDeclarations) {
  ASSERT_EQ(testing::declaration_files().size(), 5U);
  for (const auto& file : testing::declaration_files()) EXPECT_EQ(check_all_tokenizers(testing::read_file(file)), "") << file;
}

// All strings of up to `length` of the pieces.
void check_all_strings(const std::vector<std::string>& pieces, int length, const std::string& begin = "") {
  EXPECT_EQ(check_all_tokenizers(begin), "") << begin;
  if (length == 0) return;
  for (const std::string& piece : pieces) check_all_strings(pieces, length - 1, begin + piece);
}

TEST(EveryTokenizer, KeepsTheInvariantsOnAllShortStrings) {
  check_all_strings(testing::telling_pieces(), 2);
  check_all_strings({"人", "(rén)", "カ", "ﾞ", "가", "\u1100", "\u1161", "a", "é", "1", ".", " ", "\n", "\xE4"}, 4);
}

// Whatever stands before a full stop has no influence on what follows it.
RC_GTEST_PROP(EveryTokenizer, SentencesAreIndependent, ()) {
  const std::string first = *testing::any_text(), second = *testing::any_text();
  for (const TokenizerEntry& entry : tokenizers()) {
    const auto tokenizer = entry.make();
    std::vector<KeptToken> expected = tokens_of(*tokenizer, first + "。");
    const std::uint32_t shift = expected.empty() ? 0 : expected.back().position + 2;
    for (KeptToken token : tokens_of(*tokenizer, second)) {
      token.position += shift;
      token.begin += first.size() + 3;
      token.end += first.size() + 3;
      expected.push_back(token);
    }
    RC_ASSERT(testing::line(tokens_of(*tokenizer, first + "。" + second)) == testing::line(expected));
    RC_ASSERT(tokens_of(*tokenizer, first + "。" + second) == expected);
  }
}

class Thrower final : public TokenSink {
 public:
  explicit Thrower(std::size_t after) : left_(after) {}
  bool accept(std::span<const Token> tokens) override {
    if (left_ < tokens.size()) throw std::runtime_error("sink");
    left_ -= tokens.size();
    return true;
  }

 private:
  std::size_t left_;
};

TEST(EveryTokenizer, IsGoodAsNewAfterASinkThrows) {
  const std::string text = "人(rén)工智能 カﾞ 정상회의에서는 \u1112\u1161\u11AB국 people's αβ, Ⅳ 10,000";
  for (const TokenizerEntry& entry : tokenizers()) {
    const auto tokenizer = entry.make();
    const auto expected = tokens_of(*tokenizer, text);
    ASSERT_FALSE(expected.empty());
    for (std::size_t after = 0; after < expected.size(); ++after) {
      Thrower thrower(after);
      EXPECT_THROW(tokenizer->tokenize(text, thrower), std::runtime_error);
      EXPECT_EQ(tokens_of(*tokenizer, text), expected) << entry.name << " after " << after;
    }
  }
}

}  // namespace
}  // namespace jomun
