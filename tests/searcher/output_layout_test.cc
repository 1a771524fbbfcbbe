// Jomun: the lines, passages and reasons that results are printed with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/output_lines.h"
#include "searcher/output_passage.h"
#include "searcher/output_reason.h"
#include "searcher/output_wrap.h"
#include "tests/searcher/fake_searcher.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  for (const Span& line : wrap(text, columns)) lines.emplace_back(text.substr(line.begin, line.end - line.begin));
  return lines;
}

struct WrapRow {
  std::string text;
  std::size_t columns;
  std::vector<std::string> lines;
};

TEST(OutputWrap, Rows) {
  const WrapRow rows[] = {
      {"", 10, {}},
      {"safe", 10, {"safe"}},
      // Words.
      {"safe and secure", 10, {"safe and", "secure"}},
      {"safe and secure", 8, {"safe and", "secure"}},
      {"safe and secure", 7, {"safe", "and", "secure"}},
      {"safe     and", 6, {"safe", "and"}},
      // An ideograph takes two columns and may end a line.
      {"人工智能安全", 8, {"人工智能", "安全"}},
      {"人工智能安全", 9, {"人工智能", "安全"}},
      {"AI人工智能", 6, {"AI人工", "智能"}},
      // Neither at the beginning of a line nor at its end.
      {"人工智能。安全", 8, {"人工智", "能。安全"}},
      {"人工「智能」", 6, {"人工", "「智", "能」"}},
      // Korean words stay whole.
      {"인공지능 안전", 10, {"인공지능", "안전"}},
      {"우리는 AI의 안전", 12, {"우리는 AI의", "안전"}},
      {"제3조의2 규정", 8, {"제3조의2", "규정"}},
      // What no line can hold is cut.
      {"인공지능안전", 5, {"인공", "지능", "안전"}},
      {"http://example.org", 8, {"http://", "example.", "org"}},
      {"abcdefghij", 4, {"abcd", "efgh", "ij"}},
      // A combining mark stays with its letter.
      {"e\u0301e\u0301e\u0301", 2, {"e\u0301e\u0301", "e\u0301"}},
      // Line feeds.
      {"one\ntwo", 10, {"one", "two"}},
      {"one\n\ntwo\n", 10, {"one", "", "two"}},
      // Former bugs.
      {"长", 2, {"长"}},
      {"a\u3000b", 2, {"a", "b"}},
  };
  for (const WrapRow& row : rows) EXPECT_EQ(wrapped(row.text, row.columns), row.lines) << row.text << " in " << row.columns;
}

TEST(OutputWrap, NoLineIsTooWideAndOnlyWhiteSpaceIsLost) {
  const std::string text =
      "第十九条 인공지능의 안전 AI safety institutes、「信頼できるＡＩ」を確認する。e\u0301 (risk-based approach) 안전·혁신·포용성";
  for (std::size_t columns = 2; columns < 60; ++columns) {
    std::size_t end = 0;
    for (const Span& line : wrap(text, columns)) {
      EXPECT_LE(display_width(std::string_view(text).substr(line.begin, line.end - line.begin)), columns);
      EXPECT_EQ(std::string_view(text).substr(end, line.begin - end).find_first_not_of(' '), std::string_view::npos);
      end = line.end;
    }
    EXPECT_EQ(end, text.size());
  }
}

// A long text without any place to break takes time that grows with it, not with its square.
TEST(OutputWrap, LongWord) { EXPECT_EQ(wrap(std::string(2'000'000, 'a'), 100).size(), 20'000U); }

TEST(OutputLines, StylesEndWithTheLineAndWidthIsWithoutThem) {
  const std::vector<Line> lines = lay_out("人工智能安全", {{{6, 15}, style::match}}, 8, Colour::on);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(lines[0].text, "人工\x1b[1;31m智能\x1b[0m");
  EXPECT_EQ(lines[0].columns, 8U);
  EXPECT_EQ(lines[1].text, "\x1b[1;31m安\x1b[0m全");
  EXPECT_EQ(lines[1].columns, 4U);
  EXPECT_EQ(lay_out("人工智能安全", {{{6, 15}, style::match}}, 8, Colour::off)[0].text, "人工智能");
}

std::string passage(const std::string& text, const std::vector<std::string>& words, std::size_t columns) {
  std::vector<Span> marks;
  std::size_t from = 0;
  for (const std::string& word : words) {
    const std::size_t begin = text.find(word, from);
    EXPECT_NE(begin, std::string::npos) << word;
    marks.push_back({begin, begin + word.size()});
    from = marks.back().end;
  }
  const Span span = best_passage(text, marks, columns);
  return text.substr(span.begin, span.end - span.begin);
}

TEST(OutputPassage, Rows) {
  struct Row {
    std::string text;
    std::vector<std::string> marks;
    std::size_t columns;
    std::string passage;
  };
  const std::string numbers = "one two three four five six seven eight nine ten";
  const Row rows[] = {
      {"", {}, 20, ""},
      {numbers, {"nine"}, 100, numbers},
      {numbers, {}, 20, "one two three four"},
      {numbers, {"two"}, 20, "one two three four"},
      {numbers, {"nine"}, 20, "nine ten"},
      // Where most different words are.
      {numbers, {"one", "six", "eight"}, 24, "five six seven eight"},
      {"safety safety. Risk of harm. safety of AI systems", {"safety", "safety", "safety", "AI"}, 22, "safety of AI systems"},
      // From the beginning of the sentence.
      {"一二三四五。六七八九十百千万", {"七"}, 16, "六七八九十百千万"},
      {"一二三四五六七八九十百千万", {"七"}, 16, "五六七八九十百千"},
  };
  for (const Row& row : rows) EXPECT_EQ(passage(row.text, row.marks, row.columns), row.passage) << row.text;
}

TEST(OutputReason, NamesConceptAndPartOfTheQuery) {
  const Result result = fake::result();
  EXPECT_EQ(reason_of(result.hits[0], result.expansions), "AI; 안전 = safety (lexicon) ← safety");
  EXPECT_EQ(reason_of(result.hits[1], result.expansions),
            "人工智能 = artificial-intelligence (lexicon) ← AI; 安全 = safety (lexicon) ← safety");
  EXPECT_EQ(reason_of(Hit(), result.expansions), "");
}

// An expansion can stand for several concepts.
TEST(OutputReason, FindsTheExpansionByItsForms) {
  Hit hit;
  hit.highlights = {{0, 1, {}, "安保", "lexicon:security"}};
  const Expansion expansion{"안전", "safety,security", {{"安全", "zh-Hans", "lexicon:safety"}, {"安保", "ja", "lexicon:security"}}, 1};
  EXPECT_EQ(reason_of(hit, {expansion}), "安保 = security (lexicon) ← 안전");
}

TEST(OutputReason, SaysEachWordOnce) {
  Hit hit;
  for (const char* matched : {"safety", "Safety", "AI", "safe\nty", "risk"}) hit.highlights.push_back({0, 1, {}, matched, "query"});
  hit.highlights.push_back({0, 1, {}, "資料", "folding"});
  hit.highlights.push_back({0, 1, {}, "庇護", "bridge:asylum"});
  EXPECT_EQ(reason_of(hit, {}), "safety, AI, safe ty, …; 資料 (folding); 庇護 = asylum (bridge)");
}

TEST(OutputReason, Expansions) {
  const Result result = fake::result();
  EXPECT_EQ(describe_expansions(result.expansions, Forms::few), "AI = 人工智能; safety = 안전, 安全");
  EXPECT_EQ(describe_expansions({{"x", "", {{"x", "", "query"}}, 1}}, Forms::few), "");
  Expansion many{"AI", "ai", {{"AI", "", "query"}}, 1};
  for (const char* form : {"a", "b", "c", "d", "e", "f"}) many.forms.push_back({form, "en", "lexicon:ai"});
  many.forms.push_back({"인공지능", "ko", "lexicon:ai"});
  EXPECT_EQ(describe_expansions({many}, Forms::few), "AI = a, 인공지능, b, c, d, … (7 forms)");
  EXPECT_EQ(describe_expansions({many}, Forms::all), "AI = a, 인공지능, b, c, d, e, f");
}

TEST(OutputReason, Ambiguities) {
  EXPECT_EQ(describe_ambiguities(fake::result().expansions), "");
  EXPECT_EQ(describe_ambiguities({{"安全", "", {}, 1, {"safety", "security"}}, {"x", "", {}, 1}, {"y", "", {}, 1, {"a", "b", "c"}}}),
            "安全 is safety or security; y is a, b or c");
}

}  // namespace
}  // namespace jomun
