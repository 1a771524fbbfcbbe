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

TEST(Lexicon, Format) {
  const std::vector<Concept> concepts = parse_lexicon(
      "# a comment\n"
      "id\ten\tko\n"
      "\n"
      "safety\tsafety|security\t안전\r\n"
      "# another\n"
      "ai\tAI\tAI|인공 지능");
  ASSERT_EQ(concepts.size(), 2U);
  EXPECT_EQ(concepts[0].id, "safety");
  ASSERT_EQ(concepts[0].forms.size(), 3U);
  EXPECT_EQ(concepts[0].forms[1].text, "security");
  EXPECT_EQ(concepts[0].forms[1].language, "en");
  EXPECT_EQ(concepts[0].forms[2].text, "안전");
  EXPECT_EQ(concepts[0].forms[2].language, "ko");
  EXPECT_EQ(concepts[1].forms[2].text, "인공 지능");
  EXPECT_TRUE(parse_lexicon("").empty());
  EXPECT_TRUE(parse_lexicon("id\ten\n").empty());
}

// What breaks the format, and the message.
TEST(Lexicon, Errors) {
  struct Row {
    const char *tsv, *message;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"en\tko\n", "line 1: the header must be id and the languages, separated by tabs"},
           {"# x\n\nid\n", "line 3: the header must be id and the languages, separated by tabs"},
           {"id en\n", "line 1: the header must be id and the languages, separated by tabs"},
           {"id\ten\tko\na\tA\n", "line 2: 2 columns where the header has 3"},
           {"id\ten\na\tA\tB\n", "line 2: 3 columns where the header has 2"},
           {"id\ten\na\tA\n#\na\tB\n", "line 4: the id a stands there twice"},
           {"id\ten\tko\na\tA\t\n", "line 2: an empty form in ko"},
           {"id\ten\na\tA|\n", "line 2: an empty form in en"},
           {"id\ten\na\tA||B\n", "line 2: an empty form in en"},
           {"id\ten\na\tA|B|A\n", "line 2: A stands twice in en"},
       }) {
    std::string message;
    try {
      parse_lexicon(row.tsv);
    } catch (const LexiconError& error) {
      message = error.what();
    }
    EXPECT_EQ(message, row.message);
  }
}

// The shipped lexicon.

TEST(ShippedLexicon, FiveLanguages) {
  const std::vector<Concept> concepts = parse_lexicon(shipped_lexicon());
  EXPECT_GE(concepts.size(), 400U);
  for (const Concept& entry : concepts) {
    std::set<std::string> languages;
    for (const LexiconForm& form : entry.forms) languages.insert(form.language);
    EXPECT_EQ(languages, (std::set<std::string>{"en", "ja", "ko", "zh-Hans", "zh-Hant"})) << entry.id;
  }
}

TEST(ShippedLexicon, FormsAreClean) {
  for (const Concept& entry : parse_lexicon(shipped_lexicon())) {
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
