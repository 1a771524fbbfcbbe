// Jomun tests: results by date and by work, facets, and where a text was published.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using testing::Folder;
using testing::make_version;

std::string in_one_line(const std::map<std::string, std::size_t>& facet) {
  std::string line;
  for (const auto& [value, count] : facet) line += (line.empty() ? "" : ", ") + value + " " + std::to_string(count);
  return line;
}

class SearchOrder : public ::testing::Test {
 protected:
  static Version version(std::string_view name, const std::vector<std::string>& texts, const std::string& date, const std::string& issuer) {
    Version result = make_version(name, texts);
    result.metadata.date = date;
    result.metadata.issuer = issuer;
    return result;
  }
  static void SetUpTestSuite() {
    folder_ = std::make_unique<Folder>();
    std::vector<Version> first = {
        version("may/en", {"Safety first.", "Safety of data, and nothing else in this clause but some words."}, "2024-05-21", "Summit"),
        version("year/en", {"Safety is a goal."}, "2024", "Summit"),
        version("old/en", {"Safety, safety and safety.", "Nothing.", "Of safety much is said."}, "2019-01-01", ""),
    };
    first[0].metadata.source_url = "https://example.org/may";
    testing::add_versions(*folder_ / "first", first);
    std::vector<Version> second = {version("none/en", {"The safety."}, "", "OECD"),
                                   version("june/ko", {"안전을 확인한다."}, "2024-06", "")};
    second[1].metadata.source_url = "https://example.org/june";
    testing::add_versions(*folder_ / "second", second);
    searcher_ = std::make_unique<Searcher>(std::vector<std::string>{*folder_ / "first", *folder_ / "second"});
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  // What is not as in every other request.
  struct Asked {
    std::size_t limit = 10, offset = 0;
    Sort sort = Sort::relevance;
    GroupBy group = GroupBy::none;
    bool exact = false;
  };
  static Result search(const Asked& asked) {
    Request request;
    request.query = "safety";
    request.limit = asked.limit;
    request.offset = asked.offset;
    request.sort = asked.sort;
    request.group = asked.group;
    request.exact = asked.exact;
    return searcher_->search(request);
  }
  static std::string citations(const Asked& request) {
    std::string line;
    for (const Hit& hit : search(request).hits) line += (line.empty() ? "" : " ") + hit.clause.citation;
    return line;
  }

  static std::unique_ptr<Folder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<Folder> SearchOrder::folder_;
std::unique_ptr<Searcher> SearchOrder::searcher_;

TEST_F(SearchOrder, NewestFirstAndUndatedLast) {
  EXPECT_EQ(citations({.sort = Sort::date}), "june/ko#1 may/en#1 may/en#2 year/en#1 old/en#1 old/en#3 none/en#1");
  EXPECT_EQ(citations({.limit = 2, .offset = 3, .sort = Sort::date}), "year/en#1 old/en#1");
  EXPECT_EQ(citations({.limit = 1}), "old/en#1");
  const Result result = search({.sort = Sort::date});
  EXPECT_TRUE(result.notes.empty());
  for (std::size_t i = 0; i < result.hits.size(); ++i) EXPECT_EQ(result.hits[i].rank, i + 1);
}

TEST_F(SearchOrder, BestOfEachWork) {
  const Result result = search({.group = GroupBy::work});
  ASSERT_EQ(result.hits.size(), 5U);
  EXPECT_EQ(result.group, GroupBy::work);
  EXPECT_EQ(result.total, 7U);
  std::map<std::string, std::size_t> more;
  for (const Hit& hit : result.hits) more[hit.clause.citation] = hit.more_in_work;
  EXPECT_EQ(in_one_line(more), "june/ko#1 0, may/en#1 1, none/en#1 0, old/en#1 1, year/en#1 0");
  EXPECT_TRUE(std::is_sorted(result.hits.begin(), result.hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; }));
  EXPECT_EQ(citations({.sort = Sort::date, .group = GroupBy::work}), "june/ko#1 may/en#1 year/en#1 old/en#1 none/en#1");
  // Pages do not change the counts.
  EXPECT_EQ(citations({.limit = 2, .offset = 1, .sort = Sort::date, .group = GroupBy::work}), "may/en#1 year/en#1");
  EXPECT_EQ(search({.limit = 1, .offset = 1, .sort = Sort::date, .group = GroupBy::work}).hits.at(0).more_in_work, 1U);
}

TEST_F(SearchOrder, FacetsOfAllThatWasFound) {
  for (const bool exact : {false, true}) {
    const Result result = search({.limit = 1, .exact = exact});
    EXPECT_EQ(in_one_line(result.facets.languages), "en 6, ko 1");
    EXPECT_EQ(in_one_line(result.facets.works), "june 1, may 2, none 1, old 2, year 1");
    EXPECT_EQ(in_one_line(result.facets.issuers), "OECD 1, Summit 3");
    EXPECT_EQ(in_one_line(result.facets.years), "2019 2, 2024 4");
  }
}

TEST_F(SearchOrder, WhereATextWasPublished) {
  std::map<std::string, std::string> sources;
  for (const Hit& hit : search({}).hits) sources[hit.clause.work] = hit.clause.source_url;
  EXPECT_EQ(sources["may"], "https://example.org/may");
  EXPECT_EQ(sources["june"], "https://example.org/june");  // of the second index
  EXPECT_EQ(sources["old"], "");
  EXPECT_EQ(searcher_->show("may/en#1").source_url, "https://example.org/may");
}

// Of hundreds of clauses that have all words of a phrase few have the phrase, and these are no likelier than the others.
TEST(SearchManyClauses, LooksFurtherForAPhrase) {
  const Folder folder;
  std::vector<std::string> texts(1000, "安全。全发。发展。");
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] += std::to_string(i);
  texts.push_back("国家坚持安全发展，加强监督管理，完善有关制度，提高能力。");
  testing::add_versions(folder / "index", {make_version("many/zh-Hans", texts)});
  Searcher searcher({folder / "index"});
  Request request;
  request.query = "\"安全发展\"";
  const Result result = searcher.search(request);
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits[0].clause.text.text(), texts.back());
  EXPECT_FALSE(result.total_is_lower_bound);
}

// More clauses than are looked at: the newest may not be among them, and a note says so; asked for exactly, it is.
TEST(SearchManyClauses, TotalFacetsAndOrderAreBoundsUnlessAskedForExactly) {
  const Folder folder;
  std::vector<std::string> texts(3500, "Safety of systems.");
  for (std::size_t i = 0; i < texts.size(); ++i) texts[i] += " Number " + std::to_string(i) + ".";
  std::vector<Version> versions = {make_version("many/en", texts),
                                   make_version("new/en", {"Much is said here, of safety too, in a long clause."})};
  versions[0].metadata.date = "2020";
  versions[1].metadata.date = "2024";
  testing::add_versions(folder / "index", versions);
  Searcher searcher({folder / "index"});
  Request request;
  request.query = "safety";
  request.sort = Sort::date;
  const Result some = searcher.search(request);
  EXPECT_TRUE(some.total_is_lower_bound);
  EXPECT_EQ(some.total, 3000U);
  ASSERT_EQ(some.notes.size(), 1U);
  EXPECT_EQ(some.notes[0], "the newest of the 3000 clauses that fit best; restrict the query, or ask for exact facets to look at all");
  request.exact = true;
  const Result all = searcher.search(request);
  EXPECT_FALSE(all.total_is_lower_bound);
  EXPECT_EQ(all.total, 3501U);
  EXPECT_TRUE(all.notes.empty());
  EXPECT_EQ(all.hits.at(0).clause.citation, "new/en#1");
  EXPECT_EQ(in_one_line(all.facets.years), "2020 3500, 2024 1");
}

}  // namespace
}  // namespace jomun
