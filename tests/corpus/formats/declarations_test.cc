// Jomun tests: the shipped declarations have the same clauses in every encoding that can hold them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "corpus/catalogue.h"
#include "corpus/reader.h"
#include "tests/corpus/formats/encoded.h"
#include "tests/support/texts.h"

namespace jomun {
namespace {

std::vector<std::string> clauses_of(const std::string& bytes, const Input& input) {
  std::vector<std::string> result;
  for (const Version& version : read_document(bytes, input.file.filename().string(), input.metadata))
    for (const Clause& clause : version.clauses) result.push_back(version.citation(clause) + "\n" + clause.text.text());
  return result;
}

TEST(Declarations, HaveTheSameClausesInEveryEncoding) {
  std::size_t clauses = 0, converted = 0;
  for (const Input& input : find_inputs(std::filesystem::path(JOMUN_SOURCE_DIR) / "corpus/declarations")) {
    const std::string text = testing::read_file(input.file);
    const std::vector<std::string> expected = clauses_of(text, input);
    clauses += expected.size();
    for (const char* encoding : {"gb18030", "ibm-1375_P100-2008", "windows-949-2000", "ibm-943_P15A-2003", "euc-jp-2007", "UTF-16",
                                 "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"}) {
      const std::string bytes = testing::encoded(text, encoding);
      if (bytes.empty()) continue;
      ++converted;
      EXPECT_EQ(clauses_of(bytes, input), expected) << input.file << " in " << encoding;
    }
  }
  EXPECT_EQ(clauses, 69U);
  EXPECT_GE(converted, 5U * 6);  // all in GB18030 and Unicode, some in others
}

}  // namespace
}  // namespace jomun
