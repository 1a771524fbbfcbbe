// Jomun tests: the cells of a text, and the patterns of terms made of them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/text_analysis.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "tests/support/texts.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// The keys of the cells, each with '_' behind it before space or punctuation, "~" before a particle, "+" where a bigram goes on.
std::string cells_of(std::string_view text) {
  std::string line;
  const auto tokenizer = make_tokenizer();
  for (const Cell& cell : analyse(*tokenizer, text)) {
    if (!line.empty()) line += ' ';
    if (cell.particle) line += '~';
    line += cell.key;
    if (!cell.bigram.empty()) line += '+';
    if (cell.spaced) line += '_';
  }
  return line;
}

// The bytes of the cells.
std::string sources_of(std::string_view text) {
  std::string line;
  const auto tokenizer = make_tokenizer();
  for (const Cell& cell : analyse(*tokenizer, text))
    line += (line.empty() ? "" : " ") + std::string(text.substr(cell.begin, cell.end - cell.begin));
  return line;
}

// term@offset of the whole text; '*' behind what stands for all terms that begin so.
std::string pattern_of(std::string_view text, Wording wording) {
  std::string line;
  const auto tokenizer = make_tokenizer();
  const std::vector<Cell> cells = analyse(*tokenizer, text);
  for (const Pattern::Term& term : make_pattern(cells, wording).terms)
    line += (line.empty() ? "" : " ") + term.term + (term.starts ? "*@" : "@") + std::to_string(term.offset);
  return line;
}

struct Row {
  const char *text, *line;
};

// One cell for each character or word, whatever the script.
TEST(Cells, Scripts) {
  for (const Row& row : std::initializer_list<Row>{
           {"", ""},
           {"。！", ""},
           {"安", "安"},
           {"安全", "安+ 全"},
           {"安全，发展", "安+ 全_ 发+ 展"},
           {"人工智慧資料", "人+ 工+ 智+ 慧+ 资+ 料"},
           {"safety", "safeti"},
           {"AI Safety Institutes", "ai_ safeti_ institut"},
           {"AI安全", "ai 安+ 全"},
           {"経済の発展", "经+ 济+ の+ 发+ 展"},
           {"データ", "デ+ ー+ タ"},
           {"第19条", "第 19 条"},
           {"2.5 GW", "2.5_ gw"},
       })
    EXPECT_EQ(cells_of(row.text), row.line) << row.text;
}

// Particles are the characters behind the stem of a Korean word.
TEST(Cells, KoreanParticles) {
  for (const Row& row : std::initializer_list<Row>{
           {"안전", "안+ 전"},
           {"안전을", "안+ 전+ ~을"},
           {"국가들에게는", "국+ 가+ ~들+ ~에+ ~게+ ~는"},
           {"비급여", "비+ 급+ 여"},
       })
    EXPECT_EQ(cells_of(row.text), row.line) << row.text;
}

TEST(Cells, Sources) {
  for (const Row& row : std::initializer_list<Row>{
           {"安全。AI", "安 全 AI"},
           {"AI 안전을", "AI 안 전 을"},
           {"people's safety", "people's safety"},
       })
    EXPECT_EQ(sources_of(row.text), row.line) << row.text;
}

// Bigrams tie characters together; a character without a neighbour stands for all that begins with it.
TEST(Patterns, Table) {
  struct PatternRow {
    const char *text, *stems, *exact;
  };
  for (const PatternRow& row : std::initializer_list<PatternRow>{
           {"", "", ""},
           {"安", "安*@0", "安*@0"},
           {"安全", "安全@0", "安全@0"},
           {"人工智能", "人工@0 工智@1 智能@2", "人工@0 工智@1 智能@2"},
           {"safety", "Zsafeti@0", "safety@0"},
           {"AI institutes", "Zai@0 Zinstitut@1", "ai@0 institutes@1"},
           {"AI安全", "Zai@0 安全@1", "ai@0 安全@1"},
           {"AI的", "Zai@0 的*@1", "ai@0 的*@1"},
       }) {
    EXPECT_EQ(pattern_of(row.text, Wording::stems), row.stems) << row.text;
    EXPECT_EQ(pattern_of(row.text, Wording::exact), row.exact) << row.text;
  }
}

TEST(Patterns, PunctuationIsADistance) {
  EXPECT_NE(pattern_of("安全。发展", Wording::stems), pattern_of("安全发展", Wording::stems));
  EXPECT_NE(pattern_of("safety. First", Wording::exact), pattern_of("safety first", Wording::exact));
}

// Any text gives cells in order, on the text, and patterns that are empty only if there are none.
RC_GTEST_PROP(Cells, AnyText, ()) {
  const std::string text = *testing::any_text();
  const auto tokenizer = make_tokenizer();
  const std::vector<Cell> cells = analyse(*tokenizer, text);
  std::size_t begin = 0;
  for (const Cell& cell : cells) {
    RC_ASSERT(!cell.key.empty());
    RC_ASSERT(cell.begin >= begin);
    RC_ASSERT(cell.begin < cell.end);
    RC_ASSERT(cell.end <= text.size());
    begin = cell.begin;
  }
  RC_ASSERT(make_pattern(cells, Wording::stems).terms.empty() == cells.empty());
  RC_ASSERT(make_pattern(cells, Wording::exact).terms.empty() == cells.empty());
}

}  // namespace
}  // namespace jomun
