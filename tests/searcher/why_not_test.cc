// Jomun tests: what is said of clauses that a query does not find.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/why_not.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "searcher/query_parser.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using testing::Folder;
using ::testing::HasSubstr;
using testing::make_version;
using Kind = Obstacle::Kind;

std::vector<Version> texts() {
  std::vector<Version> versions = {
      make_version("accord/en", {"States shall promote AI safety and a risk based approach.", "Personal data shall be protected.",
                                 "The approach is based on the assessment of risk.", "International cooperation is welcome."}),
      make_version("accord/zh-Hans", {"各国应促进人工智能安全。", "个人隐私应当受到保护。", "欢迎国际合作。"}),
      make_version("accord/ko", {"각국은 인공지능 안전을 증진한다.", "개인정보는 보호되어야 한다.", "국제협력을 환영한다."}),
      make_version("budget/en", {"The budget is public.", "The ministry reports every year.", "International cooperation is welcome."}),
      make_version("many/en", {}),
  };
  for (Version& version : versions) {
    const bool accord = version.metadata.work == "accord";
    version.metadata.date = accord ? "2024-05-21" : "2020";
    version.metadata.issuer = accord ? "Testing Summit" : "Ministry of Finance";
  }
  std::vector<std::string> many;
  for (int i = 1; i <= 40; ++i) {
    std::string text = "Committee";
    for (int j = 0; j < i; ++j) text += " member";
    many.push_back(text + " number " + std::to_string(i) + ".");
  }
  versions.back() = make_version("many/en", many);
  return versions;
}

class WhyNotTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<Folder>();
    testing::add_versions(*folder_ / "index", texts());
    searcher_ = std::make_unique<Searcher>(std::vector<std::string>{*folder_ / "index"});
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }

  // "KIND: WHAT | … => CHANGE -> QUERY", the query where it was changed.
  static std::string said(const std::string& query, const std::string& citation, Request request = {}) {
    request.query = query;
    const WhyNot answer = why_not(*searcher_, request, citation);
    EXPECT_EQ(answer.found, answer.rank > 0);
    std::string line = answer.found ? "found" : "";
    for (const Obstacle& obstacle : answer.obstacles)
      line += (line.empty() ? "" : " | ") + std::string(name_of(obstacle.kind)) + ": " + obstacle.what;
    if (answer.suggestion) {
      line += " => " + answer.suggestion->what;
      if (answer.suggestion->request.query != query) line += " -> " + answer.suggestion->request.query;
      EXPECT_TRUE(shows(answer.suggestion->request, answer)) << line;
    }
    // However many forms the lexicon has.
    for (std::size_t at = line.find(" forms"); at != line.npos; at = line.find(" forms", at + 1)) {
      const std::size_t digits = line.find_last_not_of("0123456789", at - 1) + 1;
      line.replace(digits, at - digits, "N");
      at = line.find(" forms", digits);
    }
    return line;
  }
  static bool shows(const Request& request, const WhyNot& answer) {
    for (const Hit& hit : searcher_->search(request).hits)
      if (hit.clause.citation == answer.citation || std::count(hit.same_text.begin(), hit.same_text.end(), answer.citation) > 0)
        return hit.rank == answer.suggestion->rank;
    return false;
  }

  static std::unique_ptr<Folder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<Folder> WhyNotTest::folder_;
std::unique_ptr<Searcher> WhyNotTest::searcher_;

TEST_F(WhyNotTest, OfAWorkOnlyTheBestClauseIsShown) {
  Request request;
  request.group = GroupBy::work;
  EXPECT_EQ(said("committee", "many/en#1", request), "found");
  EXPECT_EQ(said("committee", "many/en#2", request),
            "found | group: of its work the best clause is shown, many/en#1 => without --group work");
  EXPECT_EQ(said("committee", "many/en#40", request),
            "found | group: of its work the best clause is shown, many/en#1 => without --group work, with --limit 40");
  EXPECT_EQ(said("committee +safety", "many/en#2", request),
            "missing: it has none of: safety (concept safety, N forms) => without +safety, without --group work -> committee");
}

TEST_F(WhyNotTest, LongQueriesAskForSomething) {
  std::string query;
  for (int i = 0; i < 600; ++i) query += " zq" + std::to_string(i);
  EXPECT_THAT(said(query, "accord/en#1"), HasSubstr("missing: no clause has any of: zq0, zq1, "));
  EXPECT_THAT(said("。", "accord/en#1"), HasSubstr("the query asks for nothing"));
}

TEST_F(WhyNotTest, Queries) {
  struct Row {
    std::string query, citation, said;
  };
  const Row rows[] = {
      {"AI safety", "accord/ko#1", "found"},
      {"modality:may safety", "accord/en#1", "filter: modality:may excludes it (it is must) => without modality:may -> safety"},
      {"data", "accord/en#1", "missing: it has none of: data (concept data, N forms)"},
      {"隐私", "accord/en#1", "missing: it has none of: 隐私 (concept right-to-privacy, N forms)"},
      {"AI safety privacy budget ministry", "accord/ko#1", "found"},
      {"language:ko AI safety", "accord/zh-Hans#1", "filter: language:ko excludes it (it is zh-Hans) => without language:ko -> AI safety"},
      {"-date:2024 +cooperation", "accord/en#4", "filter: -date:2024 excludes it (it is 2024-05-21) => without -date:2024 -> +cooperation"},
      {"issuer:finance date:2020 AI safety", "accord/en#1",
       "filter: issuer:finance excludes it (it is Testing Summit) | filter: date:2020 excludes it (it is 2024-05-21) => without "
       "issuer:finance, without date:2020 -> AI safety"},
      {"\"risk based\"", "accord/en#3",
       "phrase: the strict phrase \"risk based\" stands there as words apart, within 5 positions => without the quotes of \"risk based\" "
       "-> risk based"},
      {"\"risk assessment\"", "accord/en#3",
       "phrase: the strict phrase \"risk assessment\" stands there as words apart, within 2 positions => without the quotes of \"risk "
       "assessment\" -> risk assessment"},
      {"\"AI privacy\"", "accord/en#1",
       "phrase: the strict phrase \"AI privacy\" does not stand there; it has none of: privacy (concept right-to-privacy, N forms) => "
       "without the quotes of \"AI privacy\" -> AI privacy"},
      {"AI safety -approach", "accord/en#1", "excluded: it has approach => without -approach -> AI safety"},
      {"AI -(safety OR approach)", "accord/en#1", "excluded: it has (safety OR approach) => without -(safety OR approach) -> AI"},
      {"+budget safety", "accord/en#1",
       "missing: it has none of: budget (concept budget, N forms) => without + before budget -> budget safety"},
      {"safety AND budget", "accord/en#1", "missing: it has none of: budget (concept budget, N forms) => without budget -> safety"},
      {"budget OR ministry", "accord/en#1",
       "missing: it has none of: budget (concept budget, N forms) | missing: it has none of: ministry (concept ministry, N forms)"},
      {"budget* safety", "accord/en#1", "prefix: no word of it begins with budget => without budget* -> safety"},
      {"approach NEAR/2 risk", "accord/en#3",
       "near: approach NEAR/2 risk stand within 10 positions only => with NEAR/10 -> approach NEAR/10 risk"},
      {"budget NEAR/2 risk", "accord/en#3", "near: it has none of: budget => without NEAR/2 -> budget risk"},
      {"cooperation", "budget/en#3", "found | same_text: the same text as accord/en#4, shown below that"},
      {"committee", "many/en#30", "found | limit: 10 are shown => with --limit 30"},
      {"cooperation budget ministry reports", "accord/en#4",
       "too_little: less than 30 % of what cooperation budget ministry reports asks is met (met: cooperation (concept cooperation, N "
       "forms); missing: budget (concept budget, N forms), ministry (concept ministry, N forms), reports (concept report, N forms)) => "
       "without budget, ministry, reports -> cooperation"},
      {"AI safety (risk approach) -\"AI safety\" -label:1", "accord/en#1",
       "excluded: it has \"AI safety\" | filter: -label:1 excludes it (it is 1) => without -\"AI safety\", without -label:1 -> AI safety "
       "(risk approach)"},
      {"+(budget ministry) +work:budget", "accord/en#2",
       "missing: it has none of: budget (concept budget, N forms), ministry (concept ministry, N forms) | filter: work:budget excludes "
       "it (it is accord)"},
      {"(language:ko OR language:zh-Hans) AI", "accord/en#1",
       "filter: language:ko excludes it (it is en) | filter: language:zh-Hans excludes it (it is en) => without language:ko, without "
       "language:zh-Hans -> AI"},
      {"안전", "accord/ko#1", "found"},
      {"。", "accord/en#1", "missing: the query asks for nothing"},
  };
  for (const Row& row : rows) EXPECT_EQ(said(row.query, row.citation), row.said) << row.query;
}

TEST_F(WhyNotTest, Requests) {
  struct Row {
    std::string query, citation;
    Request request;
    std::string said;
  };
  Request korean, early, offset, none, without;
  korean.filters.languages = {"ko"};
  early.filters.to = "2021";
  early.filters.works = {"budget"};
  offset.offset = 5;
  none.expand = Expand::none;
  without.without = {"안전", "AI 안전"};
  const Row rows[] = {
      {"AI safety", "accord/en#1", korean, "filter: language:ko excludes it (it is en) => without language:ko"},
      {"AI safety", "accord/en#1", early,
       "filter: work:budget excludes it (it is accord) | filter: to:2021 excludes it (it is 2024-05-21) => without work:budget, without "
       "to:2021"},
      {"committee member", "many/en#1", offset, "found | offset: the first 5 are passed over => without --offset"},
      {"AI safety", "accord/ko#1", none, "form: it says it in words that --expand does not look for => with --expand all"},
      {"safety", "accord/ko#1", without, "form: it has 안전, which --without leaves out => without --without 안전"},
      {"AI \"safe approach\"", "accord/ko#1", korean, "found"},
  };
  for (const Row& row : rows) EXPECT_EQ(said(row.query, row.citation, row.request), row.said) << row.query;
}

// More clauses have the word than are looked at closely, however many are asked for.
TEST_F(WhyNotTest, NotAmongTheCandidates) {
  std::vector<std::string> short_texts(10'100, "Committee."), long_text(1);
  for (int i = 0; i < 60; ++i) long_text.front() += "Delegates met here on day " + std::to_string(i) + ". ";
  long_text.front() += "They made a committee.";
  const Folder folder;
  testing::add_versions(folder / "index", {make_version("short/en", short_texts), make_version("long/en", long_text)});
  Searcher searcher({folder / "index"});
  Request request;
  request.query = "committee";
  const WhyNot answer = why_not(searcher, request, "long/en#1");
  EXPECT_FALSE(answer.found);
  ASSERT_EQ(answer.obstacles.size(), 1U);
  EXPECT_EQ(answer.obstacles.front().what, "it is not among the 300 clauses looked at");
  ASSERT_TRUE(answer.suggestion);
  EXPECT_EQ(answer.suggestion->what, "with work:long");
  EXPECT_EQ(answer.suggestion->rank, 1U);
}

// query_text() is read as the query it was made of.
TEST(QueryText, IsReadAsTheSameQuery) {
  const std::string queries[] = {
      "AI safety institute",
      "+안전 -군사 a",
      "a AND b OR c d",
      "(a OR b) AND c",
      "\"a b\" c* -d*",
      "x a NEAR/5 b y",
      "-(a NEAR/5 b) c",
      "-(a \"b c\") NOT (d OR e)",
      "title:\"AI Act\" -work:x",
      "date:2023..2024 a",
      "+(a AND b) c",
      "(language:ko OR language:en) a",
      "((a))",
      "a AND NOT b",
      "+AND",
      "a AND (b OR (c AND -d)) AND \"e f\"",
  };
  for (const std::string& query : queries) {
    const QueryNode parsed = parse_query(query).root;
    EXPECT_EQ(to_string(parse_query(query_text(parsed)).root), to_string(parsed)) << query << " as " << query_text(parsed);
  }
}

TEST_F(WhyNotTest, TakesCitationsAsPeopleWriteThem) {
  Request request;
  request.query = "budget";
  EXPECT_EQ(why_not(*searcher_, request, "accord/zh-Hans#第一条").citation, "accord/zh-Hans#1");
  EXPECT_THROW(why_not(*searcher_, request, "accord/zh-Hans#9"), SearchError);
}

}  // namespace
}  // namespace jomun
