// Jomun tests: searching an index of Japanese words, made with the tokenizer of the plug-in for MeCab.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "searcher/search.h"
#include "searcher/text_analysis.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/mecab/mecab_tokenizer.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using testing::Folder;
using testing::make_version;

// Cells and patterns.

// key@position of each cell and its bytes; "_" behind what a space or punctuation follows.
std::string cells_of(std::string_view text) {
  MecabTokenizer tokenizer;
  std::string line;
  for (const Cell& cell : analyse(tokenizer, text)) {
    line += (line.empty() ? "" : " ") + cell.key + "@" + std::to_string(cell.position) + "=";
    line += std::string(text.substr(cell.begin, cell.end - cell.begin)) + (cell.spaced ? "_" : "");
    EXPECT_EQ(cell.is_character(), !cell.bigram.empty()) << text << ", which has no Hangul of one syllable";
  }
  return line;
}

TEST(JapaneseWords, OneCellIsOneWord) {
  struct Row {
    const char *text, *cells;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"東京都の京都", "东京@0=東京 都@1=都 の@2=の 京都@3=京都"},
           {"置いた。", "置く@0=置い た@1=た"},
           {"安全。AI", "安全@0=安全_ ai@2=AI"},
       })
    EXPECT_EQ(cells_of(row.text), row.cells) << row.text;
}

TEST(JapaneseWords, Patterns) {
  MecabTokenizer tokenizer;
  const auto pattern_of = [&](std::string_view text, Wording wording) {
    std::string line;
    for (const Pattern::Term& term : make_pattern(analyse(tokenizer, text), wording).terms)
      line += (line.empty() ? "" : " ") + term.term + (term.starts ? "*@" : "@") + std::to_string(term.offset);
    return line;
  };
  EXPECT_EQ(pattern_of("安全に置いた", Wording::stems), "安全@0 に@1 Z置く@2 Zた@3");
  EXPECT_EQ(pattern_of("安全に置いた", Wording::exact), "安全@0 に@1 置い@2 た@3");
}

// Search.

class JapaneseWordsSearch : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    static constexpr std::array<TokenizerEntry, 1> entries = {
        {{mecab_tokenizer_name, "", []() -> std::unique_ptr<Tokenizer> { return std::make_unique<MecabTokenizer>(); }}}};
    register_tokenizers(entries);
    folder_ = std::make_unique<Folder>();
    testing::add_versions(*folder_ / "index",
                          {make_version("t/ja", {"東京都は、人工知能の安全性を確かめる。", "京都の会議で各国が協力を約束した。",
                                                 "事業者は、利用者に危険を知らせなければならない。走る車にも適用する。",
                                                 "グローバル・コンパクトに加わったデータ保護機関"}),
                           make_version("t/en", {"The city verifies the safety of artificial intelligence."})},
                          mecab_tokenizer_name);
    searcher_ = std::make_unique<Searcher>(std::vector<std::string>{*folder_ / "index"});
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }
  // "CITATION: what is marked | …" of each hit.
  static std::string found(const std::string& query, Expand expand = Expand::none) {
    Request request;
    request.query = query;
    request.expand = expand;
    std::string line;
    for (const Hit& hit : searcher_->search(request).hits) {
      line += (line.empty() ? "" : "; ") + hit.clause.citation + ":";
      for (const Highlight& mark : hit.highlights) line += " " + mark.matched;
    }
    return line;
  }

  static std::unique_ptr<Folder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};
std::unique_ptr<Folder> JapaneseWordsSearch::folder_;
std::unique_ptr<Searcher> JapaneseWordsSearch::searcher_;

TEST_F(JapaneseWordsSearch, Table) {
  struct Row {
    const char *query, *found;
  };
  for (const Row& row : std::initializer_list<Row>{
           // no word inside another
           {"京都", "t/ja#2: 京都"},
           {"東京", "t/ja#1: 東京"},
           {"東京都", "t/ja#1: 東京都"},
           {"利用", "t/ja#3: 利用"},  // IPADIC has 者 as a word of its own
           {"国", ""},
           // width and form do not matter
           {"ﾃﾞｰﾀ", "t/ja#4: データ"},
           {"コンパクト", "t/ja#4: コンパクト"},
           {"走った", "t/ja#3: 走る"},
           {"約束する", "t/ja#2: 約束"},
           {"協力の約束", "t/ja#2: 協力 約束"},
           // a query of function words only is meant
           {"なければ", "t/ja#3: なければ ない"},
           // phrases, as they stand
           {"\"人工知能の安全性\"", "t/ja#1: 人工知能の安全性"},
           {"\"安全性の人工知能\"", ""},
           {"\"走った車\"", ""},
           {"\"走る車\"", "t/ja#3: 走る車"},
           {"\"ならない走る\"", ""},
           // words that begin so
           {"安*", "t/ja#1: 安全"},
           {"事業*", "t/ja#3: 事業"},
           // conditions
           {"+協力 -会議", ""},
           {"協力 NEAR/3 会議", ""},
           {"協力 NEAR/4 会議", "t/ja#2: 会議 協力"},
           {"title:Declaration language:en", "t/en#1:"},
           // other scripts
           {"verified", "t/en#1: verifies"},
       })
    EXPECT_EQ(found(row.query), row.found) << row.query;
}

TEST_F(JapaneseWordsSearch, TheLexiconIsReadByWordsToo) {
  EXPECT_EQ(found("AI safety", Expand::all), "t/ja#1: 人工知能の安全性; t/en#1: safety of artificial intelligence");
  EXPECT_EQ(found("人工知能", Expand::all), "t/ja#1: 人工知能; t/en#1: artificial intelligence");
}

}  // namespace
}  // namespace jomun
