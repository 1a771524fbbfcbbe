// Jomun tests: the format of the lexicon, and the lexicon that comes with Jomun.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/lexicon.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace jomun {
namespace {

// Reading.

std::vector<Concept> parse(std::string_view tsv) {
  std::vector<LexiconProblem> problems;
  std::vector<Concept> concepts = parse_lexicon(tsv, problems);
  EXPECT_TRUE(problems.empty()) << problems.front().line << ": " << problems.front().what;
  return concepts;
}

TEST(Lexicon, Format) {
  const std::vector<Concept> concepts = parse(
      "# a comment\n"
      "id\ten\tko\tnot-equal\n"
      "\n"
      "safety\tsafety|security\t안전\tai|other\r\n"
      "# another\n"
      "ai\tAI\tAI|인공 지능\n"
      "robot\t\t로봇");
  ASSERT_EQ(concepts.size(), 3U);
  EXPECT_EQ(concepts[0].id, "safety");
  EXPECT_EQ(concepts[0].line, 4U);
  ASSERT_EQ(concepts[0].forms.size(), 3U);
  EXPECT_EQ(concepts[0].forms[1].text, "security");
  EXPECT_EQ(concepts[0].forms[1].language, "en");
  EXPECT_EQ(concepts[0].forms[2].text, "안전");
  EXPECT_EQ(concepts[0].forms[2].language, "ko");
  EXPECT_EQ(concepts[0].not_equal, (std::vector<std::string>{"ai", "other"}));
  EXPECT_EQ(concepts[1].forms[2].text, "인공 지능");
  EXPECT_EQ(concepts[2].forms.size(), 1U);
  EXPECT_TRUE(parse("").empty());
  EXPECT_TRUE(parse("id\ten\n").empty());
}

// What breaks the format, where, and how many concepts are left.
TEST(Lexicon, Errors) {
  struct Row {
    const char* tsv;
    std::size_t line;
    const char* message;
    std::size_t concepts;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"en\tko\n", 1, "the header must be id and the languages; separate them by tabs", 0},
           {"# x\n\nid\n", 3, "the header must be id and the languages; separate them by tabs", 0},
           {"id en\n", 1, "the header must be id and the languages; separate them by tabs", 0},
           {"id\ten\na\tA\tB\nb\tB\n", 2, "3 columns where the header has 2; take out a tab", 1},
           {"id\ten\na\tA\n#\na\tB\n", 4, "the id a stands there twice; take another", 1},
           {"id\ten\n\tA\n", 2, "no id; write one before the first tab", 0},
           {"id\ten\na\n", 2, "a concept without forms; write them behind its id", 0},
           {"id\ten\na\tA|\n", 2, "an empty form in en; take out a |", 1},
           {"id\ten\na\tA||B\n", 2, "an empty form in en; take out a |", 1},
           {"id\ten\na\tA|B|A\n", 2, "A stands twice in en; take one out", 1},
       }) {
    std::vector<LexiconProblem> problems;
    EXPECT_EQ(parse_lexicon(row.tsv, problems).size(), row.concepts) << row.tsv;
    ASSERT_EQ(problems.size(), 1U) << row.tsv;
    EXPECT_EQ(problems[0].line, row.line) << row.tsv;
    EXPECT_EQ(problems[0].what, row.message);
  }
}

TEST(Lexicon, ConceptsOfTheSameIdAreOne) {
  std::vector<Concept> concepts = parse("id\ten\nai\tAI\n");
  merge_concepts(concepts, parse("id\tko\nrobot\t로봇\nai\t인공지능\n"));
  ASSERT_EQ(concepts.size(), 2U);
  ASSERT_EQ(concepts[0].forms.size(), 2U);
  EXPECT_EQ(concepts[0].forms[1].text, "인공지능");
  EXPECT_EQ(concepts[1].id, "robot");
}

// The shipped lexicon.

TEST(ShippedLexicon, FiveLanguages) {
  const std::vector<Concept> concepts = parse(shipped_lexicon());
  EXPECT_GE(concepts.size(), 400U);
  for (const Concept& entry : concepts) {
    std::set<std::string> languages;
    for (const LexiconForm& form : entry.forms) languages.insert(form.language);
    EXPECT_EQ(languages, (std::set<std::string>{"en", "ja", "ko", "zh-Hans", "zh-Hant"})) << entry.id;
  }
}

TEST(ShippedLexicon, FormsAreClean) {
  for (const Concept& entry : parse(shipped_lexicon())) {
    EXPECT_EQ(entry.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"), std::string::npos) << entry.id;
    for (const LexiconForm& form : entry.forms) {
      EXPECT_FALSE(form.text.starts_with(' ') || form.text.ends_with(' ') || form.text.find("  ") != std::string::npos)
          << entry.id << ": " << form.text;
      EXPECT_EQ(form.text.find('"'), std::string::npos) << entry.id << ": " << form.text;
    }
  }
}

}  // namespace
}  // namespace jomun
