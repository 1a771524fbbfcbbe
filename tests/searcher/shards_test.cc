// Jomun tests: an index of several databases, here or behind servers, answers as one database does.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/shards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/catalogue.h"
#include "corpus/reader.h"
#include "indexer/sharded_writer.h"
#include "searcher/search.h"
#include "tests/indexer/small_index.h"
#include "tests/searcher/xapian_server.h"

namespace jomun {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;
using ::testing::StartsWith;
using ::testing::ThrowsMessage;
using testing::XapianServer;

using Locations = std::vector<std::string>;

// The shipped declarations, pages and statutes in five languages; the statutes eight times, so that much is equally good.
std::vector<Version> texts() {
  const std::filesystem::path source = JOMUN_SOURCE_DIR;
  std::vector<Version> versions;
  const auto add = [&](const std::filesystem::path& file, Metadata metadata) {
    for (Version& version : read_file(file, metadata)) versions.push_back(std::move(version));
  };
  for (const Input& input : find_inputs(source / "corpus/declarations")) add(input.file, input.metadata);
  for (const Input& input : find_inputs(source / "tests/golden/pages")) {
    Metadata metadata = input.metadata;
    metadata.work = input.file.filename().string();
    add(input.file, metadata);
  }
  for (int copy = 0; copy < 8; ++copy)
    for (const Input& input : find_inputs(source / "tests/golden/statutes")) {
      Metadata metadata = input.metadata;
      metadata.work = "statute-" + std::to_string(copy);
      metadata.language = input.file.stem() == "zh-hans"   ? "zh-Hans"
                          : input.file.stem() == "zh-hant" ? "zh-Hant"
                                                           : input.file.stem().string();
      add(input.file, metadata);
    }
  return versions;
}

void write(const std::string& index, std::size_t shards, const std::vector<Version>& versions, Writer how = Writer::automatic) {
  ShardedWriter writer(index, "", shards, {how});
  for (const Version& version : versions) writer.replace(version, "a file");
  writer.commit();
}

// The same index as one database, as three shards, as two behind servers, and as a stub file of two of them that a program serves. Those
// two have no lists of terms.
class Shards : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    data_ = std::make_unique<Data>();
    const Folder& folder = data_->folder;
    for (const std::size_t shards : {1, 2, 3})
      write(folder / std::to_string(shards), shards, texts(), shards == 2 ? Writer::bulk : Writer::api);
    for (const std::size_t shard : {0, 1}) data_->servers.push_back(std::make_unique<XapianServer>(shard_folder(folder / "2", shard)));
    folder.write("stub", "# a comment\nauto 3/shard-2\nauto 3/shard-0\nglass 3/shard-1\n");
    folder.write("programs",
                 "remote :xapian-progsrv " + shard_folder(folder / "2", 0) + "\nremote " + data_->servers[1]->location() + "\n");
  }
  static void TearDownTestSuite() { data_.reset(); }

  static std::string one_database() { return data_->folder / "1"; }
  static std::vector<std::pair<std::string, Locations>> others() {
    const Folder& folder = data_->folder;
    return {{"three shards", {folder / "3"}},
            {"a stub file", {folder / "stub"}},
            {"two servers", {data_->servers[0]->location(), data_->servers[1]->location()}},
            {"a program and a server", {folder / "programs"}}};
  }

 private:
  struct Data {
    Folder folder;
    std::vector<std::unique_ptr<XapianServer>> servers;
  };
  static std::unique_ptr<Data> data_;
};
std::unique_ptr<Shards::Data> Shards::data_;

void expect_same(const Result& one, const Result& other) {
  EXPECT_EQ(one.total_is_lower_bound, other.total_is_lower_bound);
  EXPECT_EQ(one.notes, other.notes);
  // Of more clauses than are looked at, the last ones may be others: Xapian weighs alternatives by estimates for each database.
  if (!one.total_is_lower_bound) {
    EXPECT_EQ(one.total, other.total);
    EXPECT_EQ(one.facets.languages, other.facets.languages);
    EXPECT_EQ(one.facets.works, other.facets.works);
    EXPECT_EQ(one.facets.issuers, other.facets.issuers);
    EXPECT_EQ(one.facets.years, other.facets.years);
  }
  ASSERT_EQ(one.hits.size(), other.hits.size());
  for (std::size_t i = 0; i < one.hits.size(); ++i) {
    const Hit &a = one.hits[i], &b = other.hits[i];
    EXPECT_EQ(a.clause.citation, b.clause.citation) << "rank " << i + 1;
    EXPECT_EQ(a.score, b.score) << "rank " << i + 1;
    EXPECT_EQ(a.clause.text.text(), b.clause.text.text());
    EXPECT_EQ(a.clause.source_url, b.clause.source_url);
    EXPECT_EQ(a.parallel, b.parallel);
    EXPECT_EQ(a.same_text, b.same_text);
    EXPECT_EQ(a.nearly, b.nearly);
    EXPECT_EQ(a.more_in_work, b.more_in_work);
    ASSERT_EQ(a.highlights.size(), b.highlights.size());
    for (std::size_t j = 0; j < a.highlights.size(); ++j) {
      EXPECT_EQ(a.highlights[j].begin, b.highlights[j].begin);
      EXPECT_EQ(a.highlights[j].end, b.highlights[j].end);
      EXPECT_EQ(a.highlights[j].via, b.highlights[j].via);
    }
    ASSERT_EQ(a.explanation.size(), b.explanation.size());
    for (std::size_t j = 0; j < a.explanation.size(); ++j) {
      EXPECT_EQ(a.explanation[j].what, b.explanation[j].what);
      EXPECT_EQ(a.explanation[j].score, b.explanation[j].score);
    }
  }
  ASSERT_EQ(one.suggestions.size(), other.suggestions.size());
  for (std::size_t i = 0; i < one.suggestions.size(); ++i) EXPECT_EQ(one.suggestions[i].query, other.suggestions[i].query);
}

const char* const queries[] = {
    // English
    "AI safety",
    "\"artificial intelligence\"",
    "data protection",
    "risk based approach",
    "human rights NEAR/5 dignity",
    "govern*",
    "cooperation -military",
    "safety OR security",
    "saftey",
    "language:en responsibility",
    // Chinese, simplified and traditional
    "人工智能",
    "人工智能安全",
    "全球治理",
    "\"人工智能治理\"",
    "主权",
    "安",
    "数据 隐私",
    "合作 -军事",
    "第一条",
    "公民的权利",
    "人工智慧",
    "國際合作",
    "治理",
    "language:zh-Hant 發展",
    "權利",
    // Korean
    "인공지능",
    "인공 지능 안전",
    "안전",
    "\"서울 선언\"",
    "개인정보 보호",
    "국제 협력",
    "안젼",
    "위원회",
    "language:ko 법률",
    // Japanese
    "人工知能",
    "安全",
    "個人情報",
    "委員会の設置",
    "language:ja 法律",
    "国際連合",
    // what is not there, all of it, fields
    "zzzz",
    "-안전",
    "work:statute-3",
    "modality:must",
    "date:2023..2024 safety",
    "title:宣言",
    "label:2.",
    "issuer:seoul",
};

TEST_F(Shards, AnswerAsOneDatabaseDoes) {
  Searcher one({one_database()});
  std::size_t found = 0;
  for (const auto& [name, locations] : others()) {
    SCOPED_TRACE(name);
    Searcher other(locations);
    for (const char* query : queries) {
      SCOPED_TRACE(query);
      Request request;
      request.query = query;
      const Result expected = one.search(request);
      found += expected.hits.size();
      expect_same(expected, other.search(request));
    }
  }
  EXPECT_GT(found, 4 * 200U);
}

TEST_F(Shards, AnswerEveryKindOfRequest) {
  Searcher one({one_database()});
  const std::vector<std::pair<std::string, std::function<void(Request&)>>> changes = {
      {"exact", [](Request& request) { request.exact = true; }},
      {"by date", [](Request& request) { request.sort = Sort::date; }},
      {"by work", [](Request& request) { request.group = GroupBy::work; }},
      {"each clause", [](Request& request) { request.every_clause = true, request.limit = 100; }},
      {"the second page", [](Request& request) { request.offset = 10; }},
      {"one language", [](Request& request) { request.filters.languages = {"zh"}; }},
      {"works",
       [](Request& request) {
         request.filters.works = {"statute-1", "seoul-declaration-2024"};
       }},
      {"dates", [](Request& request) { request.filters.from = "2024", request.filters.to = "2024-12"; }},
      {"modality", [](Request& request) { request.filters.modalities = {"must"}; }},
      {"no other words", [](Request& request) { request.expand = Expand::none; }},
      {"the bridge", [](Request& request) { request.expand = Expand::bridge; }},
  };
  for (const auto& [name, locations] : others()) {
    SCOPED_TRACE(name);
    Searcher other(locations);
    for (const auto& [what, change] : changes) {
      SCOPED_TRACE(what);
      for (const char* query : {"safety", "人工智能", "안전 OR 법률", "法律"}) {
        SCOPED_TRACE(query);
        Request request;
        request.query = query;
        change(request);
        expect_same(one.search(request), other.search(request));
      }
    }
  }
}

TEST_F(Shards, KnowTheSameWorksAndClauses) {
  Searcher one({one_database()});
  for (const auto& [name, locations] : others()) {
    SCOPED_TRACE(name);
    Searcher other(locations);
    EXPECT_EQ(one.works(), other.works());
    EXPECT_EQ(one.languages(), other.languages());
    EXPECT_EQ(one.clauses(), other.clauses());
    EXPECT_EQ(other.show("seoul-declaration-2024/ko#2").text.text(), one.show("seoul-declaration-2024/ko#2").text.text());
    EXPECT_EQ(other.show("seoul-declaration-2024/ko#2").source_url, one.show("seoul-declaration-2024/ko#2").source_url);
    EXPECT_EQ(other.parallel("seoul-declaration-2024/ko#2").counterparts.at(0).clause.citation, "seoul-declaration-2024/zh-Hans#2");
    Request request;
    request.query = "安全";
    const Coverage expected = one.cover(request), coverage = other.cover(request);
    ASSERT_EQ(expected.works.size(), coverage.works.size());
    for (const auto& [work, cell] : expected.works) {
      EXPECT_EQ(coverage.works.at(work).clauses, cell.clauses) << work;
      EXPECT_EQ(coverage.works.at(work).best, cell.best) << work;
    }
    const std::vector<ListedWork> listed = other.list_works({});
    ASSERT_EQ(listed.size(), one.list_works({}).size());
    for (std::size_t i = 0; i < listed.size(); ++i) EXPECT_EQ(listed[i].title, one.list_works({})[i].title);
  }
}

// Servers that come and go.

constexpr int quickly = 1;  // seconds to wait for a server that answers nothing

struct Servers {
  Servers() {
    testing::add_versions(folder / "a", {make_version("a/en", {"Safety one."})});
    testing::add_versions(folder / "b", {make_version("b/en", {"Safety two."})});
    first = std::make_unique<XapianServer>(folder / "a");
    second = std::make_unique<XapianServer>(folder / "b");
  }
  Locations locations() const { return {first->location(), second->location()}; }

  Folder folder;
  std::unique_ptr<XapianServer> first, second;
};

Result safety(Searcher& searcher) {
  Request request;
  request.query = "safety";
  return searcher.search(request);
}

std::vector<std::string> citations(const Result& result) {
  std::vector<std::string> citations;
  for (const Hit& hit : result.hits) citations.push_back(hit.clause.citation);
  return citations;
}

TEST(ShardServers, NobodyListens) {
  const Servers servers;
  const std::string nobody = "127.0.0.1:" + std::to_string(testing::free_port());
  EXPECT_THAT(
      [&] {
        Searcher({servers.first->location(), nobody});
      },
      ThrowsMessage<SearchError>(
          AllOf(StartsWith(nobody + ": does not answer ("), HasSubstr("); start xapian-tcpsrv there, or leave it out with --partial"))));
  Searcher partial({servers.first->location(), nobody}, {}, {.partial = true});
  const Result result = safety(partial);
  EXPECT_THAT(citations(result), ElementsAre("a/en#1"));
  EXPECT_THAT(result.missing, ElementsAre(nobody));
  EXPECT_THAT([&] { Searcher({nobody}, {}, {.partial = true}); }, ThrowsMessage<SearchError>(HasSubstr("there is no other")));
}

TEST(ShardServers, OneIsKilledBetweenQueries) {
  const Servers servers;
  Searcher strict(servers.locations()), partial(servers.locations(), {}, {.partial = true});
  for (Searcher* searcher : {&strict, &partial}) {
    const Result result = safety(*searcher);
    EXPECT_THAT(citations(result), ElementsAre("a/en#1", "b/en#1"));
    EXPECT_THAT(result.missing, IsEmpty());
  }
  const std::string killed = servers.second->location();
  servers.second->kill();
  EXPECT_THAT([&] { safety(strict); }, ThrowsMessage<SearchError>(StartsWith(killed + ": does not answer (")));
  const Result rest = safety(partial);
  EXPECT_THAT(citations(rest), ElementsAre("a/en#1"));
  EXPECT_THAT(rest.missing, ElementsAre(killed));
  EXPECT_THAT(partial.missing(), ElementsAre(killed));
  EXPECT_THAT([&] { partial.show("b/en#1"); }, ThrowsMessage<SearchError>(StartsWith("b/en#1: there is no clause")));
}

// A stopped server leaves a query waiting, and is killed under it.
TEST(ShardServers, OneIsKilledInTheMiddleOfAQuery) {
  for (const bool partial : {false, true}) {
    const Servers servers;
    Searcher searcher(servers.locations(), {}, {.partial = partial});
    safety(searcher);
    servers.second->stop();
    std::thread killer([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      servers.second->kill();
    });
    if (partial) {
      EXPECT_THAT(citations(safety(searcher)), ElementsAre("a/en#1"));
      EXPECT_THAT(searcher.missing(), ElementsAre(servers.second->location()));
    } else {
      EXPECT_THAT([&] { safety(searcher); }, ThrowsMessage<SearchError>(StartsWith(servers.second->location() + ": does not answer (")));
    }
    killer.join();
  }
}

TEST(ShardServers, OneIsStartedAgain) {
  Servers servers;
  Searcher searcher(servers.locations());
  safety(searcher);
  const unsigned port = servers.second->port();
  servers.second->kill();
  testing::add_versions(servers.folder / "b", {make_version("c/en", {"Safety three."})});
  servers.second = std::make_unique<XapianServer>(servers.folder / "b", port);
  EXPECT_EQ(safety(searcher).total, 3U);
}

TEST(ShardServers, OneAnswersNothing) {
  const Servers servers;
  Searcher strict(servers.locations(), {}, {.timeout = quickly}), partial(servers.locations(), {}, {.partial = true, .timeout = quickly});
  safety(strict);
  safety(partial);
  servers.second->stop();
  EXPECT_THAT([&] { safety(strict); }, ThrowsMessage<SearchError>(StartsWith(servers.second->location() + ": does not answer (")));
  EXPECT_THAT(safety(partial).missing, ElementsAre(servers.second->location()));
  EXPECT_THAT([&] { Searcher(servers.locations(), {}, {.timeout = quickly}); },
              ThrowsMessage<SearchError>(HasSubstr(": does not answer (")));
}

TEST(ShardServers, SeeTheLastCommit) {
  const Servers servers;
  Searcher searcher(servers.locations());
  safety(searcher);
  for (std::size_t round = 0; round < 5; ++round) {
    testing::add_versions(servers.folder / "a", {make_version("a/en", {"Safety one.", "Safety of round " + std::to_string(round)})});
    const Result result = safety(searcher);
    EXPECT_EQ(result.total, 3U);
    EXPECT_EQ(searcher.show("a/en#2").text.text(), "Safety of round " + std::to_string(round));
  }
}

TEST(ShardServers, NoServerButSomethingElse) {
  const Folder folder;
  const std::string file = folder.write("stub", "remote :cat\n");
  EXPECT_THAT([&] { Searcher({file}, {}, {.timeout = quickly}); }, ThrowsMessage<SearchError>(HasSubstr("cat: does not answer (")));
}

}  // namespace
}  // namespace jomun
