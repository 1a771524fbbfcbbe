// Jomun tests: tokenizers by their names.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include "tests/support/tokens.h"
#include "tokenizers/tokenizer.h"

namespace jomun {
namespace {

TEST(Registry, EveryNameMakesItsTokenizer) {
  ASSERT_FALSE(tokenizers().empty());
  EXPECT_EQ(tokenizers().front().name, default_tokenizer_name);
  for (const TokenizerEntry& entry : tokenizers()) {
    EXPECT_EQ(make_tokenizer(entry.name)->name(), entry.name);
    EXPECT_FALSE(entry.summary.empty());
    EXPECT_EQ(entry.summary.find('\n'), std::string_view::npos);
  }
  EXPECT_EQ(make_tokenizer()->name(), default_tokenizer_name);
}

TEST(Registry, AnUnknownNameSaysWhichThereAre) {
  for (const char* name : {"", "jomun", "jomun-1 ", "JOMUN-1"}) {
    try {
      make_tokenizer(name);
      ADD_FAILURE() << name;
    } catch (const UnknownTokenizer& unknown) {
      EXPECT_EQ(unknown.what(),
                "no tokenizer is named \"" + std::string(name) + "\"; there are jomun-1, cjk-bigram-1, hangul-syllable-1, latin-word-1");
    }
  }
}

}  // namespace
}  // namespace jomun
