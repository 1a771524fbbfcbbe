// Jomun tests: every file of a folder of real texts, JOMUN_CORPORA in the environment: the tokenizers keep their invariants and agree
// with the reference.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "tests/support/reference_tokenizer.h"
#include "tests/support/texts.h"
#include "tests/support/token_checker.h"

namespace jomun {
namespace {

TEST(Corpora, EveryTokenizerAgreesWithTheReference) {
  const char* folder = std::getenv("JOMUN_CORPORA");
  if (folder == nullptr) GTEST_SKIP() << "JOMUN_CORPORA names no folder of texts";
  std::size_t files = 0, bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string text = testing::read_file(entry.path());
    EXPECT_EQ(testing::difference_from_reference(text), "") << entry.path();
    EXPECT_EQ(testing::check_all_tokenizers(text), "") << entry.path();
    ++files;
    bytes += text.size();
  }
  EXPECT_GT(files, 0U) << folder;
  std::cout << files << " files, " << bytes << " bytes\n";
}

}  // namespace
}  // namespace jomun
