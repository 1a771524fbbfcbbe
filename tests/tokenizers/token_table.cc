// Jomun tests: tables of texts and their tokens.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/tokenizers/token_table.h"

#include <gtest/gtest.h>

#include "tests/support/reference_tokenizer.h"
#include "tests/support/token_checker.h"
#include "tests/support/tokens.h"

namespace jomun::testing {

void expect_tokens(std::initializer_list<Row> rows, std::string_view tokenizer) {
  const auto made = make_tokenizer(tokenizer);
  for (const Row& row : rows) {
    EXPECT_EQ(line(tokens_of(*made, row.text)), row.expected) << "text: " << row.text;
    EXPECT_EQ(check_all_tokenizers(row.text), "") << "text: " << row.text;
    EXPECT_EQ(difference_from_reference(row.text), "") << "text: " << row.text;
  }
}

void expect_sources(std::initializer_list<Row> rows) {
  const auto made = make_tokenizer();
  for (const Row& row : rows) {
    EXPECT_EQ(sources(tokens_of(*made, row.text), row.text), row.expected) << "text: " << row.text;
    EXPECT_EQ(difference_from_reference(row.text), "") << "text: " << row.text;
  }
}

void expect_same_terms(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(difference_from_reference(row.text), "") << "text: " << row.text;
  for (const TokenizerEntry& entry : tokenizers()) {
    const auto made = entry.make();
    for (const Row& row : rows)
      EXPECT_EQ(line(tokens_of(*made, row.text)), line(tokens_of(*made, row.expected))) << row.text << " and " << row.expected;
  }
}

}  // namespace jomun::testing
