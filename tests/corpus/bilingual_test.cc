// Jomun tests: texts in two languages.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/bilingual.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/reader.h"

namespace jomun {
namespace {

std::string citations(std::string_view text, const Metadata& given = {}) {
  std::string result;
  for (const Version& version : read_text(text, "pact", given))
    for (const Clause& clause : version.clauses) result += version.citation(clause) + " " + version.metadata.title + "\n";
  return result;
}

constexpr std::string_view chinese[] = {"第一条 各缔约方应当在人工智能安全方面加强国际合作。",
                                        "第二条 各缔约方应当分享风险评估的方法和结果。", "第三条 本协定自签署之日起生效，有效期五年。"};
constexpr std::string_view english[] = {"Article 1 The Parties shall strengthen cooperation on the safety of AI.",
                                        "Article 2 The Parties shall share methods and results of risk assessment.",
                                        "Article 3 This Pact enters into force on signature for five years."};
constexpr std::string_view both =
    "pact/zh-Hans#1 协定\npact/zh-Hans#2 协定\npact/zh-Hans#3 协定\npact/en#1 Pact\npact/en#2 Pact\npact/en#3 Pact\n";

TEST(Bilingual, OneBelowTheOther) {
  std::string text = "协定\n\n";
  for (const std::string_view article : chinese) text += std::string(article) + "\n\n";
  text += "Pact\n\n";
  for (const std::string_view article : english) text += std::string(article) + "\n\n";
  EXPECT_EQ(citations(text), both);
}

TEST(Bilingual, ArticleByArticle) {
  std::string text = "协定\n\nPact\n\n2024-05-21\n\n";
  for (std::size_t i = 0; i < std::size(chinese); ++i) text += std::string(chinese[i]) + "\n\n" + std::string(english[i]) + "\n\n";
  EXPECT_EQ(citations(text), both);
  for (const Version& version : read_text(text, "pact", {})) EXPECT_EQ(version.metadata.date, "2024-05-21") << version.name();
}

TEST(Bilingual, NamesInAnotherLanguageAreNone) {
  std::string text = "协定\n\n";
  for (const std::string_view article : chinese) text += std::string(article) + "\n\nSafety of AI\n\n";
  text += "This one sentence in English is not enough for a version.\n";
  for (const Version& version : read_text(text, "pact", {})) EXPECT_EQ(version.name(), "pact/zh-Hans");
}

TEST(Bilingual, WhoSaysTheLanguageMeansAllOfIt) {
  std::string text;
  for (std::size_t i = 0; i < std::size(chinese); ++i) text += std::string(chinese[i]) + "\n\n" + std::string(english[i]) + "\n\n";
  Metadata given;
  given.language = "zh-Hans";
  EXPECT_EQ(read_text(text, "pact", given).size(), 1u);
}

}  // namespace
}  // namespace jomun
