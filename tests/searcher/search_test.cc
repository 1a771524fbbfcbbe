// Jomun tests: searching a small index in five written languages.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "tests/indexer/small_index.h"
#include "tests/support/texts.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;

// A declaration of three clauses in five languages, and two other works.
std::vector<Version> texts() {
  std::vector<Version> versions = {
      make_version("accord/en",
                   {"States shall promote AI safety.", "Personal data shall be protected.", "International cooperation is welcome."}),
      make_version("accord/zh-Hans", {"各国应促进人工智能安全。", "个人信息应当受到保护。", "欢迎国际合作。"}),
      make_version("accord/zh-Hant", {"各國應促進人工智慧安全。", "個人資料應受保護。", "歡迎國際合作。"}),
      make_version("accord/ko", {"각국은 인공지능 안전을 증진한다.", "개인정보는 보호되어야 한다.", "국제협력을 환영한다."}),
      make_version("accord/ja", {"各国はAIの安全性を促進する。", "個人情報は保護される。", "国際協力を歓迎する。"}),
      make_version("budget/en", {"The budget is public.", "The ministry reports every year."}),
      make_version("budget/ko", {"예산은 공개한다."}),
  };
  for (Version& version : versions) {
    const bool accord = version.metadata.work == "accord";
    version.metadata.date = accord ? "2024-05-21" : "2020";
    version.metadata.issuer = accord ? "Testing Summit" : "Ministry of Finance";
    version.metadata.title = accord ? "Testing Accord" : "Budget Act";
    version.metadata.status = accord && version.metadata.language == "ja" ? "unofficial translation" : "";
  }
  return versions;
}

class Search : public ::testing::Test {
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

  static Result search(const std::string& query, const Filters& filters = {}, Expand expand = Expand::all) {
    Request request;
    request.query = query;
    request.filters = filters;
    request.expand = expand;
    request.limit = 100;
    return searcher_->search(request);
  }
  // The citations, sorted, in one line.
  static std::string found(const std::string& query, const Filters& filters = {}, Expand expand = Expand::none) {
    std::vector<std::string> citations;
    for (const Hit& hit : search(query, filters, expand).hits) citations.push_back(hit.clause.citation);
    std::sort(citations.begin(), citations.end());
    std::string line;
    for (const std::string& citation : citations) line += (line.empty() ? "" : " ") + citation;
    return line;
  }

  static std::unique_ptr<Folder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};

std::unique_ptr<Folder> Search::folder_;
std::unique_ptr<Searcher> Search::searcher_;

// A concept asked for in any language is found in all of them, first.
TEST_F(Search, EachLanguageFindsTheOthers) {
  struct Row {
    const char* query;
    char clause;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"AI safety", '1'},
           {"人工智能安全", '1'},
           {"人工智慧安全", '1'},
           {"인공지능 안전", '1'},
           {"AIの安全性", '1'},
           {"personal data", '2'},
           {"个人信息", '2'},
           {"個人資料", '2'},
           {"개인정보", '2'},
           {"個人情報", '2'},
           {"international cooperation", '3'},
           {"国际合作", '3'},
           {"國際合作", '3'},
           {"국제협력", '3'},
           {"国際協力", '3'},
       }) {
    const Result result = search(row.query);
    ASSERT_GE(result.hits.size(), 5U) << row.query;
    for (std::size_t i = 0; i < 5; ++i)
      EXPECT_EQ(result.hits[i].clause.citation.back(), row.clause) << row.query << " " << result.hits[i].clause.citation;
    EXPECT_EQ(result.facets.languages.size(), 5U) << row.query;
  }
}

// What the query language says, without the lexicon.
TEST_F(Search, Queries) {
  struct Row {
    const char *query, *citations;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"safety", "accord/en#1"},
           {"SAFETY", "accord/en#1"},
           {"promoting", "accord/en#1"},
           {"\"AI safety\"", "accord/en#1"},
           {"\"safety AI\"", ""},
           {"\"shall promote\" OR \"every year\"", "accord/en#1 budget/en#2"},
           {"shall -data", "accord/en#1"},
           {"shall AND protected", "accord/en#2"},
           {"data NEAR/3 protected", "accord/en#2"},
           {"data NEAR/2 protected", ""},
           {"coop*", "accord/en#3"},
           {"\"国际合作\"", "accord/zh-Hans#3 accord/zh-Hant#3"},  // whatever the script
           {"\"개인정보\"", "accord/ko#2"},
           {"\"환\"", "accord/ko#3"},
           {"\"安全性\"", "accord/ja#1"},
           {"+language:ko +work:budget", "budget/ko#1"},
           {"label:2 language:en", "accord/en#2 budget/en#2"},
           {"label:2. title:accord language:zh-Hans", "accord/zh-Hans#2"},
           {"title:\"budget act\" label:1", "budget/en#1 budget/ko#1"},
           {"issuer:finance label:1", "budget/en#1 budget/ko#1"},
           {"date:2020", "budget/en#1 budget/en#2 budget/ko#1"},
           {"date:2019..2020 report*", "budget/en#2"},
           {"label:3 date:2024-05-21..", "accord/en#3 accord/ja#3 accord/ko#3 accord/zh-Hans#3 accord/zh-Hant#3"},
           {"label:3 date:..2020", ""},
           // Fields that exclude, and fields in brackets.
           {"safety -language:ko", "accord/en#1"},
           {"safety NOT (language:ko)", "accord/en#1"},
           {"safety -(language:ko OR work:budget)", "accord/en#1"},
           {"safety -(language:en OR work:budget)", ""},
           {"safety -language:en", ""},
           {"safety NOT work:nonexistent", "accord/en#1"},
           {"label:2 (language:en OR language:zh-Hans)", "accord/en#2 accord/zh-Hans#2 budget/en#2"},
           // Fields inside OR, AND and NOT are asked of each clause.
           {"\"shall promote\" OR language:ko", "accord/en#1 accord/ko#1 accord/ko#2 accord/ko#3 budget/ko#1"},
           {"\"promote shall\" OR work:budget", "budget/en#1 budget/en#2 budget/ko#1"},
           {"\"promote shall\" OR (language:zh AND label:2)", "accord/zh-Hans#2 accord/zh-Hant#2"},
           {"\"promote shall\" OR (title:budget date:2020 -language:en)", "budget/ko#1"},
           {"\"promote shall\" OR (title:budget -(date:2024.. OR issuer:finance))", ""},
           {"\"promote shall\" OR (issuer:finance modality:must)", ""},
           {"shall NOT (promote AND language:ko)", "accord/en#1 accord/en#2"},
           {"shall NOT (promote AND language:en)", "accord/en#2"},
           // What asks for nothing changes nothing.
           {"safety -!!!", "accord/en#1"},
           {"safety AND !!!", "accord/en#1"},
           {"zzzz", ""},
           {"", ""},
           {"。", ""},
       })
    EXPECT_EQ(found(row.query), row.citations) << row.query;
}

// Filters; alternatives of one add up.
TEST_F(Search, InitialConsonants) {
  const Result result = search("ㄱㅇㅈㅂ");  // 개인정보
  ASSERT_FALSE(result.hits.empty());
  EXPECT_TRUE(std::any_of(result.hits.begin(), result.hits.end(), [](const Hit& hit) { return hit.clause.citation == "accord/ko#2"; }));
  EXPECT_TRUE(std::any_of(result.hits.begin(), result.hits.end(), [](const Hit& hit) { return hit.clause.citation == "accord/en#2"; }));
  EXPECT_TRUE(search("ㅋㅋㅋㅋ").hits.empty());
}

TEST_F(Search, Filters) {
  struct Row {
    Filters filters;
    const char* citations;
  };
  for (const Row& row : std::initializer_list<Row>{
           {{{"en"}, {}, {}, "", ""}, "accord/en#1 budget/en#1"},
           {{{"EN"}, {}, {}, "", ""}, "accord/en#1 budget/en#1"},
           {{{"zh"}, {}, {}, "", ""}, "accord/zh-Hans#1 accord/zh-Hant#1"},
           {{{"zh-Hant"}, {}, {}, "", ""}, "accord/zh-Hant#1"},
           {{{"ko", "ja"}, {}, {}, "", ""}, "accord/ja#1 accord/ko#1 budget/ko#1"},
           {{{"fr"}, {}, {}, "", ""}, ""},
           {{{}, {"budget"}, {}, "", ""}, "budget/en#1 budget/ko#1"},
           {{{"ja"}, {"accord", "budget"}, {}, "", ""}, "accord/ja#1"},
           {{{}, {"bud"}, {}, "", ""}, ""},
           {{{}, {}, {"finance"}, "", ""}, "budget/en#1 budget/ko#1"},
           {{{}, {}, {"MINISTRY finance"}, "", ""}, "budget/en#1 budget/ko#1"},
           {{{}, {}, {"ministry testing"}, "", ""}, ""},
           {{{"en"}, {}, {"finance", "summit"}, "", ""}, "accord/en#1 budget/en#1"},
           {{{"en"}, {}, {}, "2024", ""}, "accord/en#1"},
           {{{"en"}, {}, {}, "2024-05-21", "2024-05-21"}, "accord/en#1"},
           {{{"en"}, {}, {}, "2024-05-22", ""}, ""},
           {{{"en"}, {}, {}, "", "2024-05-20"}, "budget/en#1"},
           {{{"en"}, {}, {}, "", "2024-05"}, "accord/en#1 budget/en#1"},
           {{{"en"}, {}, {}, "2020", "2023"}, "budget/en#1"},
       })
    EXPECT_EQ(found("label:1", row.filters), row.citations);
}

TEST_F(Search, Modality) {
  EXPECT_EQ(found("label:2 modality:must"), "accord/en#2 accord/ko#2 accord/zh-Hans#2 accord/zh-Hant#2");
  EXPECT_EQ(found("label:2 -modality:must"), "accord/ja#2 budget/en#2");
  EXPECT_EQ(found("label:2 modality:may"), "");
  Filters filters;
  filters.modalities = {"must", "recommend"};
  EXPECT_EQ(found("label:3", filters), "");
  EXPECT_EQ(found("label:1", filters), "accord/en#1 accord/zh-Hans#1 accord/zh-Hant#1");
  EXPECT_EQ(search("personal data", filters).hits.at(0).clause.modalities, std::vector<std::string>{"must"});
}

// "work clauses best" of all works that a query covers.
std::string covered(Searcher& searcher, const std::string& query, const Filters& filters = {}) {
  Request request;
  request.query = query;
  request.filters = filters;
  std::string result;
  for (const auto& [work, coverage] : searcher.cover(request).works)
    result += (result.empty() ? "" : " ") + work + " " + std::to_string(coverage.clauses) + " " + coverage.best;
  return result;
}

TEST_F(Search, Coverage) {
  // Five versions of one clause count once.
  EXPECT_EQ(covered(*searcher_, "\"personal data\""), "accord 1 accord/en#2");
  EXPECT_THAT(covered(*searcher_, "personal data"), HasSubstr("accord 1 accord/"));
  EXPECT_EQ(covered(*searcher_, "personal data", {{"ja"}, {}, {}, "", ""}), "accord 1 accord/ja#2");
  EXPECT_EQ(covered(*searcher_, "label:1"), covered(*searcher_, "label:1", {{"en", "ko", "zh", "ja"}, {}, {}, "", ""}));
  EXPECT_THAT(covered(*searcher_, "label:2"), HasSubstr("budget 1 budget/en#2"));
  // Nothing is fallen back on.
  EXPECT_EQ(covered(*searcher_, "\"budget data\""), "");
  EXPECT_EQ(covered(*searcher_, "+budget +data"), "");
  EXPECT_EQ(covered(*searcher_, ""), "");
  Request request;
  request.query = "date:abc budget";
  EXPECT_EQ(searcher_->cover(request).notes.size(), 1U);
}

TEST_F(Search, ListWorks) {
  const std::vector<ListedWork> works = searcher_->list_works({});
  ASSERT_EQ(works.size(), 2U);
  EXPECT_EQ(works[0].work + " " + works[0].title, "accord Testing Accord");
  EXPECT_THAT(works[0].languages, ElementsAre("en", "ja", "ko", "zh-Hans", "zh-Hant"));
  EXPECT_EQ(works[1].work, "budget");
  Filters filters;
  filters.languages = {"zh"};
  ASSERT_EQ(searcher_->list_works(filters).size(), 1U);
  EXPECT_THAT(searcher_->list_works(filters)[0].languages, ElementsAre("zh-Hans", "zh-Hant"));
}

TEST_F(Search, AHit) {
  const Result result = search("personal data", {{"ja"}, {}, {}, "", ""});
  ASSERT_EQ(result.hits.size(), 1U);
  const Hit& hit = result.hits[0];
  EXPECT_EQ(hit.rank, 1U);
  EXPECT_GT(hit.score, 0);
  EXPECT_EQ(hit.clause.citation, "accord/ja#2");
  EXPECT_EQ(hit.clause.work, "accord");
  EXPECT_EQ(hit.clause.language, "ja");
  EXPECT_EQ(hit.clause.title, "Testing Accord");
  EXPECT_EQ(hit.clause.issuer, "Testing Summit");
  EXPECT_EQ(hit.clause.date, "2024-05-21");
  EXPECT_EQ(hit.clause.status, "unofficial translation");
  EXPECT_EQ(hit.clause.label, "2");
  EXPECT_EQ(hit.clause.text.text(), "個人情報は保護される。");
  EXPECT_THAT(hit.parallel, ElementsAre("accord/en#2", "accord/ko#2", "accord/zh-Hans#2", "accord/zh-Hant#2"));
  ASSERT_FALSE(hit.highlights.empty());
  EXPECT_EQ(hit.highlights[0].matched, "個人情報");
  EXPECT_THAT(hit.highlights[0].via, HasSubstr("lexicon:"));
  EXPECT_FALSE(hit.explanation.empty());
  ASSERT_FALSE(result.expansions.empty());
  EXPECT_EQ(result.expansions[0].text, "personal data");
  EXPECT_GT(result.expansions[0].forms.size(), 4U);
}

// Expansion is what the request says.
TEST_F(Search, Expand) {
  EXPECT_EQ(found("international cooperation", {{"ko"}, {}, {}, "", ""}, Expand::none), "");
  EXPECT_EQ(found("international cooperation", {{"ko"}, {}, {}, "", ""}, Expand::lexicon), "accord/ko#3");
}

// Pages are cut out of one ranking.
TEST_F(Search, Pages) {
  Request request;
  request.query = "international cooperation";
  const Result all = searcher_->search(request);
  ASSERT_EQ(all.hits.size(), all.total);
  request.limit = 2;
  for (request.offset = 0; request.offset < all.total + 3; ++request.offset) {
    const Result page = searcher_->search(request);
    EXPECT_EQ(page.total, all.total);
    EXPECT_FALSE(page.total_is_lower_bound);
    ASSERT_EQ(page.hits.size(), std::min<std::size_t>(2, all.total - std::min(all.total, request.offset)));
    for (std::size_t i = 0; i < page.hits.size(); ++i) {
      EXPECT_EQ(page.hits[i].rank, request.offset + i + 1);
      EXPECT_EQ(page.hits[i].clause.citation, all.hits[request.offset + i].clause.citation);
    }
  }
  request.offset = 0;
  request.limit = 0;
  EXPECT_THAT(searcher_->search(request).hits, IsEmpty());
  EXPECT_EQ(searcher_->search(request).total, all.total);
}

// Notes: what was taken otherwise than asked.
TEST_F(Search, Notes) {
  EXPECT_THAT(search("safety AND").notes, ElementsAre(HasSubstr("taken as words")));
  const Result loosened = search("safety +budget", {}, Expand::none);
  EXPECT_THAT(loosened.notes, IsEmpty());  // budget can be met
  const Result parts = search("safety \"no such phrase\"", {}, Expand::none);
  EXPECT_EQ(parts.hits.size(), 1U);
  EXPECT_THAT(parts.notes, ElementsAre("no clause meets all of the query; these meet parts of it"));
  // A word beside unknown ones: too little of the query, but better than an empty page.
  const Result word = search("protected xylophone quagmire zeppelin");
  EXPECT_GT(word.total, 0U);
  EXPECT_THAT(word.notes, ElementsAre("no clause has most of the query; these have one of its words"));
  const Result phrase = search("\"no such phrase\"");  // a lone phrase is meant
  EXPECT_THAT(phrase.hits, IsEmpty());
  EXPECT_THAT(phrase.notes, ElementsAre("no clause has \"no such phrase\" as it stands; without quotation marks its words are looked for"));
  EXPECT_THAT(search("safety language:korean").notes,
              ElementsAre("language:korean is the language of no clause; they are tags like ko, see jomun-index list"));
  EXPECT_THAT(search("safety work:oslo").notes, ElementsAre("work:oslo is not in the index; see jomun-index list"));
  EXPECT_THAT(search("xyzzy -\"no such phrase\"").notes, IsEmpty());
}

// The same text in several places.

TEST(Parallel, VersionsNumberedDifferently) {
  const Folder folder;
  testing::add_versions(
      folder / "index",
      {make_version("accord/en", {"The governments met in the capital.", "States shall promote AI safety.",
                                  "Personal data shall be protected.", "International cooperation is welcome."}),
       make_version("accord/ko", {"각국은 인공지능 안전을 증진한다.", "개인정보는 보호되어야 한다.", "국제협력을 환영한다."}),
       make_version("accord/zh-Hans", {"各国应促进人工智能安全。", "个人信息应当受到保护。", "欢迎国际合作。"})});
  Searcher searcher({folder / "index"});
  const auto counterparts_of = [&](const char* citation) {
    std::vector<std::string> citations;
    for (const Counterpart& counterpart : searcher.parallel(citation).counterparts) {
      citations.push_back(counterpart.clause.citation);
      const bool same = counterpart.clause.citation.back() == std::string_view(citation).back();
      EXPECT_EQ(counterpart.by, same ? FoundBy::address : FoundBy::similarity);
    }
    return citations;
  };
  EXPECT_THAT(counterparts_of("accord/en#1"), IsEmpty());
  EXPECT_THAT(counterparts_of("accord/en#2"), ElementsAre("accord/ko#1", "accord/zh-Hans#1"));
  EXPECT_THAT(counterparts_of("accord/en#3"), ElementsAre("accord/ko#2", "accord/zh-Hans#2"));
  EXPECT_THAT(counterparts_of("accord/ko#3"), ElementsAre("accord/en#4", "accord/zh-Hans#3"));
}

TEST(SameText, IsOneHit) {
  const Folder folder;
  const std::string law = "The operator shall keep records of every incident for five years and shall report it to the authority ";
  std::vector<Version> versions = {
      make_version("one/en", {law + "without delay.", "Other matters of budget."}),
      make_version("two/en", {"Records.", law + "without delay."}),
      make_version("three/en", {law + "WITHOUT  DELAY"}),
      make_version("four/en", {"The operator shall keep records of every incident for five years and shall not report it to the authority "
                               "without delay.",
                               "Records of the operator."}),
      make_version("one/zh-Hans", {"记录应当保存。"}),
      make_version("one/zh-Hant", {"記錄應當保存。"}),
  };
  testing::add_versions(folder / "index", versions);
  Searcher searcher({folder / "index"});
  Request request;
  request.query = "operator shall keep records of every incident";
  request.expand = Expand::none;
  Result result = searcher.search(request);
  ASSERT_EQ(result.hits.size(), 3U);
  EXPECT_EQ(result.total, 5U);
  const auto hit_of = [&](const std::string& work) {
    return *std::find_if(result.hits.begin(), result.hits.end(), [&](const Hit& hit) { return hit.clause.work == work; });
  };
  EXPECT_THAT(hit_of("one").same_text, ElementsAre("three/en#1", "two/en#2"));
  EXPECT_EQ(hit_of("one").nearly, "");
  EXPECT_THAT(hit_of("four").same_text, IsEmpty());  // it says the contrary
  EXPECT_EQ(hit_of("four").nearly, "one/en#1");

  request.every_clause = true;
  result = searcher.search(request);
  ASSERT_EQ(result.hits.size(), 5U);
  for (const Hit& hit : result.hits) EXPECT_THAT(hit.same_text, IsEmpty());

  request = {};
  request.query = "记录";
  request.expand = Expand::none;
  EXPECT_EQ(searcher.search(request).hits.size(), 2U);  // two scripts are two versions
  request.query = "records";
  request.limit = 1;
  request.offset = 1;
  result = searcher.search(request);
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits.front().rank, 2U);
}

// Clauses by citation.

TEST_F(Search, Show) {
  // Also as people write it, and of a part of the clause.
  for (const char* citation :
       {"accord/ko#3", "accord/ko#제3조", "accord/ko#第三条", "accord/ko#Article 3", "accord/ko#art.3", "accord/ko#3(2)"})
    EXPECT_EQ(searcher_->show(citation).text.text(), "국제협력을 환영한다.") << citation;
  for (const char* unknown : {"accord/ko#4", "accord/ko", "", "accord/KO#3", "x", "accord/ko#", "accord/ko#(", "#3"})
    EXPECT_THAT([&] { searcher_->show(unknown); },
                ::testing::ThrowsMessage<SearchError>(unknown + std::string(": there is no clause with this citation; they look like "
                                                                            "WORK/LANGUAGE#4, see jomun-index list for the works")));
}

TEST_F(Search, Parallel) {
  const ParallelClauses clauses = searcher_->parallel("accord/ko#3");
  EXPECT_EQ(clauses.clause.citation, "accord/ko#3");
  std::vector<std::string> citations;
  for (const Counterpart& counterpart : clauses.counterparts) {
    citations.push_back(counterpart.clause.citation);
    EXPECT_EQ(counterpart.by, FoundBy::address);
    EXPECT_GT(counterpart.confidence, 0.9) << citations.back();
  }
  EXPECT_THAT(citations, ElementsAre("accord/en#3", "accord/ja#3", "accord/zh-Hans#3", "accord/zh-Hant#3"));
  EXPECT_THAT(searcher_->parallel("budget/en#2").counterparts, IsEmpty());
  EXPECT_THROW(searcher_->parallel("budget/en#9"), SearchError);
}

TEST_F(Search, NamesForCompletion) {
  EXPECT_THAT(searcher_->works(), ElementsAre("accord", "budget"));
  EXPECT_THAT(searcher_->languages(), ElementsAre("en", "ja", "ko", "zh-Hans", "zh-Hant"));
  EXPECT_EQ(searcher_->clauses(), 18U);
}

// Any query has a result; hits are in order and every highlight is on its text.
TEST_F(Search, OneIndexTwiceNamesACounterpartOnce) {
  const std::string place = *folder_ / "index";
  Searcher twice({place, place});
  Request request;
  request.query = "AI safety";
  const Result result = twice.search(request);
  ASSERT_FALSE(result.hits.empty());
  std::vector<std::string> parallel = result.hits.front().parallel;
  EXPECT_FALSE(parallel.empty());
  EXPECT_EQ(std::unique(parallel.begin(), parallel.end()), parallel.end());
}

// Two acts with the same clause, and one that quotes the name of the other.
class Titles : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    std::vector<Version> versions = {
        make_version("arbitration/ko", {"이 법은 중재에 관하여 정한다.", "비용의 분담은 중재인이 정한다.", "중재인은 공정하여야 한다."}),
        make_version("procedure/ko", {"법원은 중재법에 따른 비용의 분담을 정한다. 중재법을 준용한다.", "비용의 분담은 법원이 정한다."}),
        make_version("harbours/en", {"Ships report their cargo.", "The cost of pilots is shared."}),
        make_version("mines/en", {"Mines report accidents.", "The cost of rescue is shared.", "The cost of closing mines is shared."}),
    };
    const char* titles[] = {"중재법", "민사소송법", "Harbours Act", "Mines Act"};
    for (std::size_t i = 0; i < versions.size(); ++i) versions[i].metadata.title = titles[i];
    folder_ = std::make_unique<Folder>();
    testing::add_versions(*folder_ / "index", versions);
    searcher_ = std::make_unique<Searcher>(std::vector<std::string>{*folder_ / "index"});
  }
  static void TearDownTestSuite() {
    searcher_.reset();
    folder_.reset();
  }
  static std::vector<Hit> hits(const std::string& query) {
    Request request;
    request.query = query;
    return searcher_->search(request).hits;
  }
  static std::string first(const std::string& query) {
    const std::vector<Hit> found = hits(query);
    return found.empty() ? "" : found.front().clause.citation;
  }
  static std::unique_ptr<Folder> folder_;
  static std::unique_ptr<Searcher> searcher_;
};
std::unique_ptr<Folder> Titles::folder_;
std::unique_ptr<Searcher> Titles::searcher_;

TEST_F(Titles, ATitleThatTheQueryNamesWholeIsMeant) {
  EXPECT_EQ(first("중재법 비용의 분담"), "arbitration/ko#2");
  EXPECT_EQ(first("민사소송법 비용의 분담"), "procedure/ko#2");
  EXPECT_EQ(first("비용의 분담"), "procedure/ko#2");
  EXPECT_EQ(first("Harbours Act cost"), "harbours/en#2");
  EXPECT_EQ(first("cost in the Mines Act"), "mines/en#2");
}

TEST_F(Titles, AClauseGainsByTheOthersOfItsText) {
  const std::vector<Hit> found = hits("cost of mines");
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0].clause.citation, "mines/en#3");
  EXPECT_EQ(found[1].clause.work, "mines");
  for (const Hit& hit : found) {
    double sum = 0;
    for (const ScorePart& part : hit.explanation) sum += part.score;
    EXPECT_NEAR(sum, hit.score, 1e-6) << hit.clause.citation;
    EXPECT_EQ(hit.explanation.back().what, "other clauses of the same text");
  }
}

TEST_F(Search, AnyQuery) {
  const std::vector<std::string> pieces = {
      " ",       "\"",         "(",      ")",       "+",        "-",      "*",    " AND ", " OR ", " NOT ", " NEAR/3 ",
      " label:", " language:", " work:", " title:", " issuer:", "safety", "安全", "안전",  "国际", "data",  "2"};
  EXPECT_TRUE(rc::check("queries", [&pieces] {
    std::string query;
    for (const std::string& part :
         *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(rc::gen::elementOf(pieces), testing::any_text())))
      query += part;
    double last = std::numeric_limits<double>::max();
    for (const Hit& hit : search(query).hits) {
      RC_ASSERT(hit.score <= last);
      last = hit.score;
      for (const Highlight& highlight : hit.highlights) RC_ASSERT(hit.clause.text.text().find(highlight.matched) != std::string::npos);
    }
  }));
}

}  // namespace
}  // namespace jomun
