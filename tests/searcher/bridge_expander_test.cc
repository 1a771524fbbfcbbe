// Jomun tests: which words of a query the Han bridge knows, and what they find.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/bridge_expander.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "searcher/search.h"
#include "tests/indexer/small_index.h"
#include "tests/support/texts.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using testing::Folder;
using testing::make_version;

// The words of a text, separated by '|'.
std::string words_of(const std::string& text) {
  const auto tokenizer = make_tokenizer();
  const BridgeExpander expander(*tokenizer, {});
  const std::vector<Cell> cells = analyse(*tokenizer, text);
  std::vector<BridgeExpander::Range> ranges;
  expander.find(cells, 0, cells.size(), ranges);
  std::string words;
  for (const auto& [first, last] : ranges)
    words += (words.empty() ? "" : "|") + text.substr(cells[first].begin, cells[last - 1].end - cells[first].begin);
  return words;
}

TEST(BridgeExpander, FindsWords) {
  struct Row {
    const char *text, *words;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"torture", "torture"},
           {"the human rights of a person", "human rights|person"},
           {"인권", "인권"},
           {"고문을 받지 아니한다", "고문"},
           {"인공지능법", "인공지능"},
           {"개인정보보호", "개인|정보|보호"},
           {"人权保护", "人权|保护"},
           // function words, and what no dictionary has
           {"", ""},
           {"of the and", ""},
           {"또는 대한", ""},
           {"以及", ""},
           {"xyzzy", ""},
       })
    EXPECT_EQ(words_of(row.text), row.words) << row.text;
}

TEST(BridgeExpander, FormsAreBoundedAndCountLessThanThoseOfTheLexicon) {
  const auto tokenizer = make_tokenizer();
  const BridgeExpander expander(*tokenizer, {});
  for (const char* text : {"authority", "정보", "情報", "information", "인공지능", "コンピューター"}) {
    const std::vector<Cell> cells = analyse(*tokenizer, text);
    const BridgedWord word = expander.expand(cells, {0, cells.size()});
    EXPECT_FALSE(word.forms.empty()) << text;
    EXPECT_LE(word.forms.size(), 6 * max_bridge_forms) << text;
    for (const BridgedWord::Form& form : word.forms) {
      EXPECT_GT(form.weight, 0) << form.text;
      EXPECT_LT(form.weight, 0.9) << form.text;
    }
  }
}

TEST(BridgeExpander, FormsNobodyWantsAreLeftOut) {
  const auto tokenizer = make_tokenizer();
  const std::vector<Cell> cells = analyse(*tokenizer, "torture");
  BridgeExpander::Wanted korean{false, true, false, false};
  for (const BridgedWord::Form& form : BridgeExpander(*tokenizer, korean).expand(cells, {0, 1}).forms) EXPECT_EQ(form.language, "ko");
  BridgeExpander::Wanted nothing;
  nothing.frequency = [](const Pattern&) { return 0.0; };
  EXPECT_TRUE(BridgeExpander(*tokenizer, nothing).expand(cells, {0, 1}).forms.empty());
}

// The Han forms of a word, separated by '|', where clauses have only `having`.
std::string han_forms_of(const std::string& text, const std::vector<std::string>& having, double frequency = 0.01) {
  const auto tokenizer = make_tokenizer();
  std::vector<Pattern> patterns;
  for (const std::string& word : having) patterns.push_back(make_pattern(analyse(*tokenizer, word), Wording::stems));
  BridgeExpander::Wanted wanted;
  wanted.frequency = [&](const Pattern& pattern) {
    return std::find(patterns.begin(), patterns.end(), pattern) == patterns.end() ? 0.0 : frequency;
  };
  const std::vector<Cell> cells = analyse(*tokenizer, text);
  std::string forms;
  for (const BridgedWord::Form& form : BridgeExpander(*tokenizer, wanted).expand(cells, {0, cells.size()}).forms)
    if (form.language == "mul-Hani") forms += (forms.empty() ? "" : "|") + form.text;
  return forms;
}

TEST(BridgeExpander, ACharacterIsTheLastResort) {
  EXPECT_EQ(han_forms_of("chain", {"链"}), "链");
  EXPECT_EQ(han_forms_of("chain", {"链", "連鎖"}), "連鎖");
  EXPECT_EQ(han_forms_of("공급", {"供", "供給"}), "供給");
  EXPECT_EQ(han_forms_of("공급", {"供"}), "供");
  EXPECT_EQ(han_forms_of("リスク", {"险"}), "险");
  // Han has its characters itself, and what a good part of the clauses have tells nothing.
  EXPECT_EQ(han_forms_of("説明責任", {"責"}), "");
  EXPECT_EQ(han_forms_of("chain", {"链"}, 0.5), "");
}

// Where no clause has a compound or a phrase, its words are looked for.
TEST(BridgeExpander, WhatNobodyHasIsNotWhole) {
  const auto tokenizer = make_tokenizer();
  const Pattern liability = make_pattern(analyse(*tokenizer, "責任"), Wording::stems);
  BridgeExpander::Wanted wanted;
  wanted.frequency = [&](const Pattern& pattern) { return pattern == liability ? 0.01 : 0.0; };
  const BridgeExpander expander(*tokenizer, wanted);
  const std::vector<Cell> cells = analyse(*tokenizer, "accountability");
  const BridgedWord word = expander.expand(cells, {0, cells.size()});
  EXPECT_FALSE(word.whole);
  ASSERT_EQ(word.forms.size(), 1U);  // half of 責任追跡
  EXPECT_EQ(word.forms.front().text, "责任");
}

class Bridge : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<Folder>();
    testing::add_versions(
        *folder_ / "index",
        {
            make_version("rights/en", {"Torture is prohibited.", "The treasury reports to the assembly and to the public."}),
            make_version("rights/zh-Hans", {"禁止拷问。", "国库向议会报告。", "软件应当登记。"}),
            make_version("rights/zh-Hant", {"禁止拷問。", "國庫向議會報告。", "軟體應當登記。"}),
            make_version("rights/ko", {"고문은 금지된다.", "국고는 의회에 보고한다."}),
            make_version("rights/ja", {"拷問は禁止する。", "国庫は議会に報告する。", "コンピューターを登録する。"}),
        });
    searcher_ = std::make_unique<Searcher>(std::vector<std::string>{*folder_ / "index"});
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }
  static Result search(const std::string& query, Expand expand = Expand::bridge) {
    Request request;
    request.query = query;
    request.expand = expand;
    request.every_clause = true;
    request.limit = 100;
    return searcher_->search(request);
  }
  static std::string found(const std::string& query) {
    std::vector<std::string> citations;
    for (const Hit& hit : search(query).hits) citations.push_back(hit.clause.citation);
    std::sort(citations.begin(), citations.end());
    std::string line;
    for (const std::string& citation : citations) line += (line.empty() ? "" : " ") + citation;
    return line;
  }
  static std::unique_ptr<Folder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};
std::unique_ptr<Folder> Bridge::folder_;
std::unique_ptr<Searcher> Bridge::searcher_;

TEST_F(Bridge, FindsAWordInEveryLanguage) {
  for (const char* query : {"torture", "고문", "拷问", "拷問"})
    EXPECT_EQ(found(query), "rights/en#1 rights/ja#1 rights/ko#1 rights/zh-Hans#1 rights/zh-Hant#1") << query;
  EXPECT_EQ(found("软件"), "rights/zh-Hans#3 rights/zh-Hant#3");
  EXPECT_EQ(found("computer"), "rights/ja#3");
}

TEST_F(Bridge, FunctionWordsFindNothingElse) {
  for (const char* query : {"대한", "또는", "以及"}) EXPECT_EQ(found(query), "") << query;
  for (const Hit& hit : search("and to the").hits) EXPECT_EQ(hit.clause.language, "en");
}

TEST_F(Bridge, SaysWhichFormMatched) {
  const Result result = search("torture");
  const auto korean = std::find_if(result.hits.begin(), result.hits.end(), [](const Hit& hit) { return hit.clause.language == "ko"; });
  ASSERT_NE(korean, result.hits.end());
  ASSERT_EQ(korean->highlights.size(), 1U);
  EXPECT_EQ(korean->highlights[0].matched, "고문");
  EXPECT_EQ(korean->highlights[0].via, "bridge");
  EXPECT_EQ(result.hits.front().clause.language, "en");  // the user's own word comes first
  ASSERT_EQ(result.expansions.size(), 1U);
  EXPECT_EQ(result.expansions[0].text, "torture");
  EXPECT_EQ(result.expansions[0].forms.front().via, "query");
  EXPECT_GE(result.expansions[0].forms.size(), 3U);
}

TEST_F(Bridge, FormsAreSwitchedOff) {
  Request request;
  request.query = "torture";
  request.expand = Expand::bridge;
  request.without = {"고문", "torture"};  // the user's own word stays
  std::string found;
  for (const Hit& hit : searcher_->search(request).hits) found += hit.clause.language + ' ';
  EXPECT_EQ(found.find("ko"), std::string::npos);
  EXPECT_TRUE(found.starts_with("en ")) << found;
  request.without = {"拷問"};  // and what folds to it
  for (const Hit& hit : searcher_->search(request).hits) EXPECT_THAT(hit.clause.language, ::testing::AnyOf("en", "ko"));
}

// 国库 has two characters besides itself to find a clause by; a clause in another language that has the word gains by them, too.
TEST_F(Bridge, AWordCountsElsewhereWhatItCountsHere) {
  const Result result = search("国库");
  double own = 0, other = 0;
  for (const Hit& hit : result.hits) {
    if (hit.clause.citation == "rights/zh-Hans#2") own = hit.score;
    if (hit.clause.citation == "rights/ko#2") other = hit.score;
  }
  EXPECT_GT(other, 0.6 * own);
  EXPECT_LT(other, own);
}

TEST_F(Bridge, ExpandingAgainIsTheSame) {
  const auto forms = [&] {
    std::vector<std::string> texts;
    for (const Expansion& expansion : search("torture treasury").expansions)
      for (const ExpandedForm& form : expansion.forms) texts.push_back(form.text + form.via);
    return texts;
  };
  EXPECT_EQ(forms(), forms());
}

TEST_F(Bridge, LongQueriesAreBounded) {
  std::string article;
  for (int i = 0; i < 3000; ++i) article += "word" + std::to_string(i) + " assembly torture ";
  const Result result = search(article, Expand::all);
  ASSERT_FALSE(result.hits.empty());
  EXPECT_LE(result.expansions.size(), 500U);
  EXPECT_FALSE(result.notes.empty());
  EXPECT_LT(result.elapsed_ms, 5000);
}

}  // namespace
}  // namespace jomun
