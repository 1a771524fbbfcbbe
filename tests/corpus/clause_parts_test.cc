// Jomun tests: very long clauses in parts.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/clause_parts.h"

#include <gtest/gtest.h>

#include <string>

#include "corpus/reader.h"

namespace jomun {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (c & 0xC0) != 0x80;
  return count;
}

std::vector<Clause> clauses_of(const std::string& text) { return read_text(text, "x.txt", {}).at(0).clauses; }

TEST(ClauseParts, LongArticlesAreDividedAtLineEnds) {
  const std::string text = "法\n\n第一章 总则\n\n第一条 下列事项：\n" + repeat("（一）甲乙丙丁戊己庚辛；\n", 1500) + "\n第二条 施行。\n";
  const std::vector<Clause> clauses = clauses_of(text);
  ASSERT_EQ(clauses.size(), 4u);
  EXPECT_EQ(clauses[0].address, "1");
  EXPECT_EQ(clauses[1].address, "1.part2");
  EXPECT_EQ(clauses[2].address, "1.part3");
  EXPECT_EQ(clauses[3].address, "2");
  std::size_t begin = clauses[0].source.begin;
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_LE(code_points(clauses[i].text.text()), longest_clause);
    EXPECT_GE(code_points(clauses[i].text.text()), longest_clause / 2);
    EXPECT_TRUE(clauses[i].text.text().ends_with("；"));
    EXPECT_EQ(clauses[i].label, "第一条");
    EXPECT_EQ(clauses[i].path, (std::vector<std::string>{"第一章 总则"}));
    EXPECT_GE(clauses[i].source.begin, begin);
    begin = clauses[i].source.end;
    const Span whole = clauses[i].text.original({0, clauses[i].text.text().size()});
    EXPECT_GE(whole.begin, clauses[i].source.begin);
    EXPECT_LE(whole.end, clauses[i].source.end);
  }
}

TEST(ClauseParts, WithoutLinesAtSentencesThenSpacesThenAnywhere) {
  const std::vector<Clause> sentences = clauses_of("Act\n\nArticle 1\n" + repeat("It applies to all of them. ", 400));
  ASSERT_EQ(sentences.size(), 2u);
  EXPECT_TRUE(sentences[0].text.text().ends_with("them."));
  EXPECT_TRUE(sentences[1].text.text().starts_with("It applies"));
  const std::vector<Clause> words = clauses_of("Act\n\nArticle 1\nIt " + repeat("applies ", 1200) + ".");
  ASSERT_EQ(words.size(), 2u);
  EXPECT_TRUE(words[0].text.text().ends_with("applies"));
  const std::vector<Clause> letters = clauses_of("法\n\n第一条 " + repeat("甲", 20000) + "。");
  ASSERT_EQ(letters.size(), 3u);
  EXPECT_EQ(code_points(letters[0].text.text()) + code_points(letters[1].text.text()) + code_points(letters[2].text.text()), 20001u);
}

TEST(ClauseParts, ShortOnesStay) {
  EXPECT_EQ(clauses_of("法\n\n第一条 " + repeat("甲", longest_clause - 1) + "。\n").size(), 1u);
  EXPECT_TRUE(divide_long_clauses({}).empty());
}

}  // namespace
}  // namespace jomun
