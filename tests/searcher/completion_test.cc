// Jomun tests: what a word that is being typed may become.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/completion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "searcher/search.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using ::testing::Contains;
using testing::Folder;
using ::testing::IsEmpty;
using testing::make_version;
using ::testing::Not;

class Completion : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<Folder>();
    testing::add_versions(*folder_ / "index",
                          {make_version("a/en", {"Zebrafish swim.", "The zebrafish and the zebra.", "A zebra, zebrafish; zebu."}),
                           make_version("a/ko", {"가나다람쥐를 본다.", "가나다람쥐가 산다.", "가나초콜릿은 한 번 있다."})});
    searcher_ = std::make_unique<Searcher>(std::vector<std::string>{*folder_ / "index"});
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }
  static std::vector<std::string> complete(std::string_view typed, std::size_t most = 30) { return searcher_->complete(typed, most); }

  static std::unique_ptr<Folder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<Folder> Completion::folder_;
std::unique_ptr<Searcher> Completion::searcher_;

TEST_F(Completion, FormsOfTheLexicon) {
  EXPECT_THAT(complete("interop"), Contains("interoperability"));
  EXPECT_THAT(complete("INTEROP"), Contains("interoperability"));
  EXPECT_THAT(complete("artificial int"), Contains("artificial intelligence"));
  EXPECT_THAT(complete("人工智"), Contains("人工智能"));
  EXPECT_THAT(complete("開發中"), Contains("開發中國家"));
  EXPECT_THAT(complete("开发中"), Contains("開發中國家"));
  EXPECT_THAT(complete("인공ㅈ"), Contains("인공지능"));
  EXPECT_THAT(complete("인고"), Contains("인공지능"));
  EXPECT_THAT(complete("ㅇㄱㅈㄴ"), Contains("인공지능"));
  EXPECT_THAT(complete("ㅇㄱㅈㄴ"), Not(Contains("인권")));
}

TEST_F(Completion, WordsOfTheIndex) {
  EXPECT_EQ(complete("zebr"), (std::vector<std::string>{"zebrafish", "zebra"}));  // the more frequent first
  EXPECT_THAT(complete("zebu"), IsEmpty());                                       // in one clause only
  EXPECT_THAT(complete("가나다"), Contains("가나다람쥐"));
  EXPECT_THAT(complete("ㄱㄴㄷㄹㅈ"), Contains("가나다람쥐"));
  EXPECT_THAT(complete("ㄱㄴㅊㅋㄹ"), Not(Contains("가나초콜릿")));
}

TEST_F(Completion, Bounds) {
  for (const char* nothing : {"", " ", "。", "\xFF", "zzzzz", "ㅋㅋㅋㅋㅋㅋㅋ"}) EXPECT_THAT(complete(nothing), IsEmpty()) << nothing;
  for (const char* much : {"a", "人", "ㅇ", "이"}) {
    const std::vector<std::string> found = complete(much, 12);
    EXPECT_EQ(found.size(), 12U) << much;
    for (const std::string& text : found) EXPECT_EQ(std::count(found.begin(), found.end(), text), 1) << text;
  }
  EXPECT_THAT(complete("a", 0), IsEmpty());
}

TEST_F(Completion, LookUp) {
  const auto ids = [](std::string_view text) {
    std::vector<std::string> found;
    for (const Concept& entry : searcher_->look_up(text)) found.push_back(entry.id);
    return found;
  };
  EXPECT_EQ(ids("인공 지능"), std::vector<std::string>{"artificial-intelligence"});
  EXPECT_EQ(ids("人工智慧"), std::vector<std::string>{"artificial-intelligence"});
  EXPECT_THAT(ids("ㅇㄱㅈㄴ"), Contains("artificial-intelligence"));
  EXPECT_EQ(ids("安全").size(), 2U);
  EXPECT_THAT(ids("wobble"), IsEmpty());
  EXPECT_THAT(ids(""), IsEmpty());
}

TEST_F(Completion, WhatIsStoppedSaysSo) {
  std::atomic<bool> stop = true;
  searcher_->stop_when(&stop);
  Request request;
  request.query = "zebra";
  EXPECT_THROW(searcher_->search(request), SearchStopped);
  EXPECT_THROW(searcher_->cover(request), SearchStopped);
  stop = false;
  EXPECT_EQ(searcher_->search(request).hits.size(), 2U);
  stop = true;
  searcher_->stop_when(nullptr);
  EXPECT_EQ(searcher_->search(request).hits.size(), 2U);
}

}  // namespace
}  // namespace jomun
