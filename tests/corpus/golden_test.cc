// Jomun tests: the clauses of real texts, as the preview prints them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "corpus/catalogue.h"
#include "corpus/modality.h"
#include "corpus/reader.h"

// After a change that is meant: jomun-index preview FOLDER > tests/golden/NAME.jsonl, and read the difference.

namespace jomun {
namespace {

const std::filesystem::path source = JOMUN_SOURCE_DIR;

nlohmann::json preview(const Version& version, const Clause& clause) {
  const auto own = [](const std::string& mine, const std::string& its) { return mine.empty() ? its : mine; };
  return {{"citation", version.citation(clause)},
          {"work", version.metadata.work},
          {"language", clause.language},
          {"title", own(clause.title, version.metadata.title)},
          {"issuer", own(clause.issuer, version.metadata.issuer)},
          {"date", own(clause.date, version.metadata.date)},
          {"status", version.metadata.status},
          {"source_url", version.metadata.source_url},
          {"label", clause.label},
          {"path", clause.path},
          {"text", clause.text.text()},
          {"modality", find_modalities(clause.text.text(), clause.language).names()},
          {"source", {{"begin", clause.source.begin}, {"end", clause.source.end}}}};
}

struct Golden {
  std::string folder, lines;
};
void PrintTo(const Golden& golden, std::ostream* out) { *out << golden.folder; }

class GoldenClauses : public ::testing::TestWithParam<Golden> {};

TEST_P(GoldenClauses, AreWhatTheyWere) {
  std::ifstream stream(source / GetParam().lines);
  ASSERT_TRUE(stream) << GetParam().lines;
  std::string line;
  std::size_t number = 0;
  for (const Input& input : find_inputs(source / GetParam().folder))
    for (const Version& version : read_file(input.file, input.metadata))
      for (const Clause& clause : version.clauses) {
        ++number;
        ASSERT_TRUE(std::getline(stream, line)) << "more clauses than golden lines";
        EXPECT_EQ(preview(version, clause), nlohmann::json::parse(line)) << GetParam().lines << " line " << number;
      }
  EXPECT_FALSE(std::getline(stream, line)) << "fewer clauses than golden lines: " << line;
}

INSTANTIATE_TEST_SUITE_P(Texts, GoldenClauses,
                         ::testing::Values(Golden{"corpus/declarations", "tests/golden/declarations.jsonl"},
                                           Golden{"tests/golden/statutes", "tests/golden/statutes.jsonl"}));

TEST(Declarations, HaveTheClausesACarefulReaderFinds) {
  std::vector<std::string> names;
  std::size_t clauses = 0;
  for (const Input& input : find_inputs(source / "corpus/declarations"))
    for (const Version& version : read_file(input.file, input.metadata)) {
      names.push_back(version.name());
      clauses += version.clauses.size();
    }
  EXPECT_EQ(names, (std::vector<std::string>{"seoul-declaration-2024/zh-Hans", "shanghai-declaration-2024/zh-Hant",
                                             "seoul-declaration-2024/ko", "ai-international-cooperation-excerpts/zh-Hans",
                                             "ai-international-cooperation-excerpts/en", "global-ai-governance-initiative-2023/zh-Hans"}));
  EXPECT_EQ(clauses, 69u);
}

}  // namespace
}  // namespace jomun
