// Jomun tests: a query that says must, must not, may or should, and that the clause that says so, too, comes first.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "corpus/modality.h"
#include "searcher/query_parser.h"
#include "searcher/query_plan.h"
#include "searcher/question_words.h"
#include "searcher/search.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

std::string asked_for(const std::string& query) {
  const std::unique_ptr<Tokenizer> tokenizer = make_tokenizer(default_tokenizer_name);
  std::string result;
  for (const std::string& name : plan_query(parse_query(query).root, *tokenizer, nullptr).modalities.names())
    result += (result.empty() ? "" : " ") + name;
  return result;
}

TEST(Deontic, WhatAQuerySays) {
  struct Row {
    const char *query, *modalities;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"AI safety", ""},
           {"must disclose incidents", "must"},
           {"shall not disclose", "must-not"},
           {"\"may disclose\"", "may"},
           {"公司应当公开", "must"},
           {"禁止公开", "must-not"},
           {"應公開", "must"},
           {"자료를 제공하여야 한다", "must"},
           {"공개하여서는 아니 된다", "must-not"},
           {"公開しなければならない", "must"},
           {"使用してはならない", "must-not"},
           {"公开 -\"应当公开\"", ""},  // what is excluded is not said
           {"title:应当 公开", ""},
           {"必须公开什么信息", ""},  // nor is what is asked
           {"Must a company disclose?", ""},
           {"可以公开吗", ""},
           {"공개하여야 합니까", ""},
       })
    EXPECT_EQ(asked_for(row.query), row.modalities) << row.query;
}

TEST(Deontic, Questions) {
  struct Row {
    const char* text;
    bool question;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"", false},
           {"?", true},
           {"公司必须公开什么信息", true},
           {"公司是否应当公开", true},
           {"任何人不得公开", false},
           {"可以公開嗎", true},
           {"誰可以公開", true},
           {"누가 공개하나", true},
           {"공개할 수 있나요", true},
           {"공개하여야 한다", false},
           {"서로", false},
           {"どの会社が公開する", true},
           {"公開できますか", true},
           {"公開しなければならない", false},
           {"who may disclose", true},
           {"What must be disclosed", true},
           {"When an accident occurs, the operator shall report it", false},
           {"whoever discloses", false},
           {"whose", true},
       })
    EXPECT_EQ(is_question(row.text), row.question) << row.text;
}

// A query, a clause that says it, and one with the same words that says another thing, which has come first.
struct Probe {
  const char *query, *language, *agreeing, *other;
};

constexpr Probe probes[] = {
    {"禁止公开 个人信息", "zh-Hans", "不得公开个人信息。", "可以公开个人信息。"},
    {"必须 公开信息", "zh-Hans", "机关应当公开信息。", "机关可以公开信息。"},
    {"严禁使用 该名称", "zh-Hans", "不得使用该名称。", "应当使用该名称。"},
    {"禁止 使用該名稱", "zh-Hant", "不得使用該名稱。", "應使用該名稱。"},
    {"개인정보 제공 금지", "ko", "개인정보를 제공하지 못한다.", "개인정보를 제공할 수 있다."},
    {"個人情報の提供 禁止", "ja", "個人情報を提供してはならない。", "個人情報を提供することができる。"},
    {"must not disclose data", "en", "No one may disclose data.", "Anyone may disclose data."},
    {"must disclose data", "en", "Members shall disclose data.", "Members may disclose data."},
    {"must protect personal information", "zh-Hans", "机关应当保护个人信息。", "机关可以保护个人信息。"},
    {"must protect personal information", "ko", "기관은 개인정보를 보호하여야 한다.", "기관은 개인정보를 보호할 수 있다."},
    {"must not publish personal information", "ja", "個人情報を公表してはならない。", "個人情報を公表しなければならない。"},
    {"應保護個人資料", "en", "Members shall protect personal data.", "Members may protect personal data."},
    {"개인정보를 보호하여야 한다", "zh-Hans", "机关应当保护个人信息。", "机关可以保护个人信息。"},
    {"個人情報を保護しなければならない", "ko", "기관은 개인정보를 보호하여야 한다.", "기관은 개인정보를 보호할 수 있다."},
};

std::string first_hit(const Probe& probe, const RankingWeights& weights = {}) {
  const testing::Folder folder;
  testing::add_versions(folder / "index", {testing::make_version(std::string("duties/") + probe.language, {probe.other, probe.agreeing})});
  Searcher searcher({folder / "index"});
  Request request;
  request.query = probe.query;
  request.expand = Expand::all;
  request.weights = weights;
  const Result result = searcher.search(request);
  return result.hits.empty() ? "" : result.hits.front().clause.text.text();
}

TEST(Deontic, WhatSaysTheSameComesFirst) {
  std::size_t told_by_modality_alone = 0;
  for (const Probe& probe : probes) {
    EXPECT_EQ(first_hit(probe), probe.agreeing) << probe.query;
    RankingWeights blind;
    blind.modality = 0;
    told_by_modality_alone += first_hit(probe, blind) != probe.agreeing;
  }
  EXPECT_GE(told_by_modality_alone, std::size(probes) / 2) << "the probes do not need what they test";
}

TEST(Deontic, TheExplanationSaysSo) {
  const testing::Folder folder;
  testing::add_versions(folder / "index", {testing::make_version("duties/en", {"Members shall disclose data."})});
  Searcher searcher({folder / "index"});
  Request request;
  request.query = "must disclose data";
  const Result result = searcher.search(request);
  ASSERT_EQ(result.hits.size(), 1U);
  double sum = 0;
  bool told = false;
  for (const ScorePart& part : result.hits[0].explanation) {
    sum += part.score;
    told |= part.what == "modality: must";
  }
  EXPECT_TRUE(told);
  EXPECT_NEAR(sum, result.hits[0].score, 1e-9);
}

}  // namespace
}  // namespace jomun
