// Jomun tests: where a hit is marked, in the clean text and in what was published.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/highlighter.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "tests/searcher/plan_text.h"
#include "tests/support/texts.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using testing::Planned;

std::vector<Highlight> highlights_of(std::string_view query, const MappedText& text, Planned::Lexicon lexicon = Planned::Lexicon::none) {
  Planned planned(query, lexicon);
  return highlight(planned.plan(), planned.match(text.text()), text);
}

// "begin-end matched via", code points.
std::string line_of(const std::vector<Highlight>& highlights) {
  std::string line;
  for (const Highlight& one : highlights)
    line += (line.empty() ? "" : ", ") + std::to_string(one.begin) + "-" + std::to_string(one.end) + " " + one.matched + " " + one.via;
  return line;
}

TEST(Highlighter, CodePoints) {
  struct Row {
    const char *query, *text, *highlights;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"safety", "The safety of AI", "4-10 safety query"},
           {"\"安全\"", "发展和安全，安全。", "3-5 安全 query, 6-8 安全 query"},
           {"\"𠮷野\"", "𠮷𠮷野", "1-3 𠮷野 query"},
           {"safety", "👩‍👩‍👧 é safety", "8-14 safety query"},
           {"safety", "AI", ""},
           {"AI safety", "AI Safety safety", "0-2 AI query, 3-9 Safety query, 10-16 safety query"},
       })
    EXPECT_EQ(line_of(highlights_of(row.query, MappedText::identity(row.text))), row.highlights) << row.query;
}

// The user's own words are found bigram by bigram and marked whole; a single character is no mark.
TEST(Highlighter, OwnWords) {
  struct Row {
    const char *query, *text, *highlights;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"글로벌", "글로벌 이해", "0-3 글로벌 query"},
           {"人工智能", "人工智能、智能", "0-4 人工智能 query, 5-7 智能 query"},
           {"人工智能", "工人", ""},
           {"safety -安全性", "safety 安全", "0-6 safety query"},  // what must not stand there is no reason for a hit
       })
    EXPECT_EQ(line_of(highlights_of(row.query, MappedText::identity(row.text))), row.highlights) << row.query;
}

// Concepts: of two that overlap the larger stays, in whichever form it is met.
TEST(Highlighter, Concepts) {
  struct Row {
    const char *query, *text, *highlights;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"AI safety", "AI safety, AI.", "0-9 AI safety query, 11-13 AI query"},
           {"AI safety", "인공지능 안전과 안전", "0-7 인공지능 안전 lexicon:ai-safety, 9-11 안전 lexicon:safety"},
           {"보안", "安全，保障", "0-2 安全 lexicon:security, 3-5 保障 lexicon:security"},
       })
    EXPECT_EQ(line_of(highlights_of(row.query, MappedText::identity(row.text), Planned::Lexicon::small)), row.highlights) << row.query;
}

// The bytes as published, annotations and line breaks included.
TEST(Highlighter, Published) {
  const std::string published = "第一条 人(rén)工智能\n安全。";
  MappedText text;
  text.append(published, 10, 13);  // 人
  text.append(published, 19, 28);  // 工智能
  text.append(published, 29, 38);  // 安全。
  ASSERT_EQ(text.text(), "人工智能安全。");

  std::vector<Highlight> found = highlights_of("\"人工智能\"", text);
  ASSERT_EQ(line_of(found), "0-4 人工智能 query");
  EXPECT_EQ(published.substr(found[0].published.begin, found[0].published.end - found[0].published.begin), "人(rén)工智能");

  found = highlights_of("\"智能安全\"", text);
  ASSERT_EQ(line_of(found), "2-6 智能安全 query");
  EXPECT_EQ(published.substr(found[0].published.begin, found[0].published.end - found[0].published.begin), "智能\n安全");
}

// Highlights ascend, do not overlap, and say what stands there.
RC_GTEST_PROP(Highlighter, AnyQueryAnyText, ()) {
  const std::string query = *testing::any_text(), clean = *testing::any_text() + query + "safety AI 安全";
  std::size_t end = 0, end_published = 0;
  for (const Highlight& one : highlights_of(query + " AI safety", MappedText::identity(clean), Planned::Lexicon::small)) {
    RC_ASSERT(one.begin >= end);
    RC_ASSERT(one.begin < one.end);
    RC_ASSERT(one.published.begin >= end_published);
    RC_ASSERT(clean.substr(one.published.begin, one.published.end - one.published.begin) == one.matched);
    RC_ASSERT(count_code_points(clean.substr(0, one.published.begin)) == one.begin);
    RC_ASSERT(count_code_points(clean.substr(0, one.published.end)) == one.end);
    end = one.end;
    end_published = one.published.end;
  }
}

// Explanations: the largest part first, all parts together the score.
TEST(Highlighter, Explain) {
  Planned planned("AI safety institute", Planned::Lexicon::small);
  const Ranker ranker(planned.plan(), std::vector<double>(planned.plan().groups.size(), 5.0), 1000);
  Evidence evidence;
  evidence.text = planned.match("인공지능 안전, AI safety, AI safety");
  evidence.in_heading.assign(planned.plan().groups.size(), false);
  evidence.named.assign(planned.plan().groups.size(), false);
  for (std::size_t i = 0; i < planned.plan().groups.size(); ++i) evidence.in_heading[i] = planned.plan().groups[i].text == "institute";
  evidence.length = 10;
  const Score score = ranker.score(evidence, 10);
  const std::vector<ScorePart> parts = explain(planned.plan(), evidence, score);
  ASSERT_EQ(parts.size(), 4U);
  EXPECT_EQ(parts[0].what, "AI safety (ai-safety): 2 x AI safety, query: 1 x 인공지능 안전, lexicon:ai-safety");
  double total = 0;
  bool heading = false;
  for (const ScorePart& part : parts) {
    EXPECT_GT(part.score, 0);
    EXPECT_LE(part.score, parts.front().score);
    total += part.score;
    heading |= part.what == "institute: in title or heading";
  }
  EXPECT_TRUE(heading);
  EXPECT_NEAR(total, score.total, 1e-9);
}

}  // namespace
}  // namespace jomun
