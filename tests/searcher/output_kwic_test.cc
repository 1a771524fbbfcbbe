// Jomun tests: concordances, line by line.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_kwic.h"

#include <gtest/gtest.h>

#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "searcher/output_wrap.h"
#include "tests/searcher/fake_searcher.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

struct Concordance {
  std::optional<std::size_t> context = 10;
  std::size_t width = 100;
  bool colour = false;
  QueryId id = {};
};

std::string kwic(const Result& result, const Concordance& how) {
  OutputOptions options;
  options.kwic = true;
  options.context = how.context;
  options.width = how.width;
  options.colour = how.colour;
  std::ostringstream out;
  write_result(out, result, how.id, options);
  return out.str();
}

// A result with one clause "w/en#1", and highlights at these code points of it.
Result with_clause(const std::string& text, const std::vector<std::pair<std::size_t, std::size_t>>& places) {
  Result result = fake::result();
  result.hits.resize(1);
  result.hits[0].clause.citation = "w/en#1";
  result.hits[0].clause.text = MappedText::identity(text);
  result.hits[0].highlights.clear();
  for (const auto& [begin, end] : places) result.hits[0].highlights.push_back({begin, end, {}, "", "query"});
  return result;
}

TEST(OutputKwic, MatchesBeginInOneColumn) {
  EXPECT_EQ(kwic(fake::result(), {.context = 12}),
            "1  seoul-declaration-2024/ko#2            우리는  AI 의 안전을 확\n"
            "1  seoul-declaration-2024/ko#2       우리는 AI의  안전 을 확인한다.\n"
            "2  seoul-declaration-2024/zh-Hans#2      我们确认 人工智能 安全。\n"
            "2  seoul-declaration-2024/zh-Hans#2  确认人工智能 安全 。\n");
  EXPECT_EQ(kwic(Result(), {}), "");
}

TEST(OutputKwic, Contexts) {
  struct Row {
    const char* text;
    std::size_t begin, end, context;
    const char* line;  // behind the citation
  };
  for (const Row& row : std::initializer_list<Row>{
           {"shall promote AI safety in", 14, 16, 10, "l promote  AI  safety in"},
           {"shall promote AI safety in", 14, 16, 3, "te  AI  sa"},
           {"shall promote AI", 14, 16, 0, " AI"},
           {"AI", 0, 2, 4, "     AI"},
           // A wide character that has room for a half only is left out.
           {"人工智能安全合作", 4, 6, 5, " 智能 安全 合作"},
           {"人工智能安全合作", 4, 6, 4, "智能 安全 合作"},
           {"人工智能安全合作", 4, 6, 1, "  安全"},
           // Letters stay with their marks, syllables with their parts.
           {"caf\u0065\u0301s AI", 7, 9, 3, "e\u0301s  AI"},
           {"cafe\u0301 AI", 6, 8, 1, "  AI"},
           {"cafe\u0301 AI", 6, 8, 2, "e\u0301  AI"},
           {"AI e\u0301a", 0, 2, 2, "   AI  e\u0301"},
           {"\u1112\u1161\u11AB\u1100\u1173\u11AF AI", 7, 9, 3, "\u1100\u1173\u11AF  AI"},
           {"\u1112\u1161\u11AB\u1100\u1173\u11AF AI", 7, 9, 2, "   AI"},
           {"AI \u1112\u1161\u11AB\u1100\u1173\u11AF", 0, 2, 3, "    AI  \u1112\u1161\u11AB"},
           // Lines of a clause are joined by a space; what could steer a terminal does not reach it.
           {"one\nAI\r\ntwo", 4, 6, 5, " one  AI   two"},
           {"\x1b[2J AI\tx", 5, 7, 6, " \uFFFD[2J  AI  x"},
           {"\u202E AI \xFF", 2, 4, 3, " \uFFFD  AI  \uFFFD"},
       }) {
    const std::string line = kwic(with_clause(row.text, {{row.begin, row.end}}), {.context = row.context});
    EXPECT_EQ(line, "1  w/en#1  " + std::string(row.line) + "\n") << row.text << " " << row.context;
  }
}

// Lines are as wide as the terminal, unless that is too narrow for anything.
TEST(OutputKwic, Width) {
  Result result = fake::result();
  std::string text;
  for (int i = 0; i < 30; ++i) text += "各国应当加强合作，";
  result.hits[1].clause.text = MappedText::identity(text + "人工智能安全" + text);
  result.hits[1].highlights = {{270, 274, {}, "", ""}, {200, 262, {}, "", ""}};
  std::swap(result.hits[1].highlights[0], result.hits[1].highlights[1]);
  for (const std::size_t width : {50, 60, 80, 101, 120}) {
    std::istringstream lines(kwic(result, {.context = std::nullopt, .width = width}));
    std::size_t rows = 0;
    for (std::string line; std::getline(lines, line); ++rows) EXPECT_LE(display_width(line), width) << line;
    EXPECT_EQ(rows, 4U);
  }
  const std::string narrow = kwic(result, {.context = std::nullopt, .width = 50});
  EXPECT_NE(narrow.find("1  …"), std::string::npos) << narrow;
  EXPECT_NE(narrow.find("/ko#2 "), std::string::npos) << narrow;
  EXPECT_FALSE(kwic(result, {.context = std::nullopt, .width = 1}).empty());
}

TEST(OutputKwic, ColoursAndIds) {
  EXPECT_EQ(kwic(with_clause("an AI.", {{3, 5}}), {.context = 3, .colour = true, .id = {"q 1", true}}),
            "q 1  1  \x1b[1mw/en#1\x1b[0m  an  \x1b[1;31mAI\x1b[0m .\n");
}

TEST(OutputKwic, OfHeadingsAloneThereIsNoLine) { EXPECT_EQ(kwic(with_clause("AI", {}), {}), ""); }

TEST(OutputWrap, GraphemeBoundaries) {
  EXPECT_EQ(grapheme_boundaries(""), std::vector<std::size_t>{0});
  EXPECT_EQ(grapheme_boundaries("ae\u0301人"), (std::vector<std::size_t>{0, 1, 4, 7}));
  EXPECT_EQ(grapheme_boundaries("\u1112\u1161\u11AB\u1100\u1173"), (std::vector<std::size_t>{0, 9, 15}));
}

}  // namespace
}  // namespace jomun
