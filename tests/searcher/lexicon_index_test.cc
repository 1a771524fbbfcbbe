// Jomun tests: which concepts a text is, however it is written.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/lexicon_index.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/searcher/plan_text.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// The ids of the concepts that the whole of `text` is a form of.
std::string concepts_of(std::string_view text) {
  const auto tokenizer = make_tokenizer();
  std::string ids;
  for (const std::uint32_t number : testing::small_lexicon().find(analyse(*tokenizer, text)))
    ids += (ids.empty() ? "" : " ") + testing::small_lexicon().at(number).id;
  return ids;
}

TEST(LexiconIndex, Find) {
  struct Row {
    const char *text, *concepts;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"AI", "ai"},
           {"artificial intelligence", "ai"},
           // case, width and spacing
           {"Ai", "ai"},
           {"ＡＩ", "ai"},
           {"ARTIFICIAL  Intelligence", "ai"},
           {"artificial-intelligence", "ai"},
           {"인공 지능", "ai"},
           {"인공지능안전", "ai-safety"},
           {"AI 安全", "ai-safety"},
           {"人 工 智 能", "ai"},
           // plural and other endings of English
           {"securities", "security"},
           {"artificial intelligences", "ai"},
           // traditional, simplified and Japanese characters
           {"人工智能", "ai"},
           {"人工知能", "ai"},
           {"人工智慧安全", "ai-safety"},
           {"ｾｷｭﾘﾃｨ", "security"},
           // several meanings
           {"安全", "safety security"},
           {"保障", "security"},
           // no form, or more or less than one
           {"", ""},
           {"。", ""},
           {"intelligence", ""},
           {"AI safety institute", ""},
           {"artificialintelligence", ""},
           {"不安全", ""},
           {"안전을", ""},
       })
    EXPECT_EQ(concepts_of(row.text), row.concepts) << row.text;
}

TEST(LexiconIndex, FindLongest) {
  struct Row {
    const char* text;
    std::size_t length;
  };
  const auto tokenizer = make_tokenizer();
  for (const Row& row : std::initializer_list<Row>{{"", 0},
                                                   {"intelligence", 0},
                                                   {"artificial stone", 0},
                                                   {"AI", 1},
                                                   {"AI safety", 2},
                                                   {"AI safety institute", 2},
                                                   {"artificial intelligence", 2},
                                                   {"人工智能的", 4},
                                                   {"人工智能安全", 6},
                                                   {"人工", 0}}) {
    std::size_t length = 99;
    const std::vector<Cell> cells = analyse(*tokenizer, row.text);
    const std::vector<std::uint32_t> found = testing::small_lexicon().find_longest(cells, length);
    EXPECT_EQ(length, row.length) << row.text;
    EXPECT_EQ(found, testing::small_lexicon().find(std::span(cells).first(length))) << row.text;
  }
}

TEST(LexiconIndex, Longest) {
  EXPECT_EQ(testing::small_lexicon().longest(), 6U);  // セキュリティ
  EXPECT_EQ(LexiconIndex(std::vector<Concept>{}, *make_tokenizer()).longest(), 0U);
  EXPECT_TRUE(LexiconIndex(std::vector<Concept>{}, *make_tokenizer()).find({}).empty());
}

TEST(LexiconIndex, FormsWithoutTermsAreLeftOut) {
  const LexiconIndex index(std::vector<Concept>{{"a", {{"。", "en"}, {"x", "en"}}}}, *make_tokenizer());
  EXPECT_EQ(index.longest(), 1U);
  EXPECT_TRUE(index.find({}).empty());
}

// The compiled lexicon says what one analysed now says, form by form, and takes the user's concepts beside it.
TEST(ShippedLexiconIndex, IsTheLexicon) {
  const auto tokenizer = make_tokenizer();
  std::vector<LexiconProblem> problems;
  const std::vector<Concept> concepts = parse_lexicon(shipped_lexicon(), problems);
  EXPECT_TRUE(problems.empty());
  const LexiconIndex analysed(concepts, *tokenizer);
  const LexiconIndex compiled = shipped_lexicon_index({}, *tokenizer);
  ASSERT_EQ(compiled.size(), concepts.size());
  EXPECT_EQ(compiled.longest(), analysed.longest());
  for (std::uint32_t number = 0; number < concepts.size(); ++number) {
    const Concept entry = compiled.at(number);
    ASSERT_EQ(entry.id, concepts[number].id);
    ASSERT_EQ(entry.forms.size(), concepts[number].forms.size()) << entry.id;
    for (const LexiconForm& form : entry.forms) {
      const std::vector<Cell> cells = analyse(*tokenizer, form.text);
      ASSERT_EQ(compiled.find(cells), analysed.find(cells)) << form.text;
    }
  }
  EXPECT_TRUE(compiled.find(analyse(*tokenizer, "wobblegap")).empty());
}

TEST(ShippedLexiconIndex, TakesTheUsersConcepts) {
  const auto tokenizer = make_tokenizer();
  const LexiconIndex index = shipped_lexicon_index(
      {{"artificial-intelligence", {{"wobble", "en"}}, {"mine"}}, {"mine", {{"wobble", "en"}, {"AI", "en"}}}}, *tokenizer);
  const auto ids = [&](std::string_view text) {
    std::string result;
    for (const std::uint32_t number : index.find(analyse(*tokenizer, text))) result += index.at(number).id + " ";
    return result;
  };
  EXPECT_EQ(ids("wobble"), "artificial-intelligence mine ");
  EXPECT_EQ(ids("AI"), "artificial-intelligence mine ");
  EXPECT_EQ(ids("人工知能"), "artificial-intelligence ");
  EXPECT_EQ(index.at(index.find(analyse(*tokenizer, "人工知能")).front()).forms.back().text, "wobble");
  EXPECT_EQ(index.at(index.find(analyse(*tokenizer, "人工知能")).front()).not_equal, std::vector<std::string>{"mine"});
}

}  // namespace
}  // namespace jomun
