// Jomun tests: which indexes can be opened, several at once, and those that change meanwhile.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <string>
#include <vector>

#include "indexer/index_writer.h"
#include "indexer/schema.h"
#include "searcher/search.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using testing::make_version;
using ::testing::StartsWith;

Result search(Searcher& searcher, const std::string& query) {
  Request request;
  request.query = query;
  return searcher.search(request);
}

std::string failure(const std::vector<std::string>& locations) {
  try {
    Searcher searcher(locations);
  } catch (const SearchError& error) {
    return error.what();
  }
  return "";
}
std::string failure(const std::string& location) { return failure(std::vector{location}); }

// What cannot be searched.

TEST(OpenIndex, Missing) {
  const Folder folder;
  const std::string index = folder / "none";
  EXPECT_EQ(failure(index), index + ": there is no index; make one with: jomun-index --index " + index + " add FILES");
}

TEST(OpenIndex, NoDatabase) {
  const Folder folder;
  const std::string file = folder.write("in/file", "not an index");
  for (const std::string& path : {file, folder / "in"})
    EXPECT_THAT(failure(path), AllOf(StartsWith(path + ": cannot be opened ("), HasSubstr("); run jomun-index check"))) << path;
}

TEST(OpenIndex, NobodyListens) { EXPECT_THAT(failure("127.0.0.1:1"), StartsWith("127.0.0.1:1: does not answer (")); }

TEST(OpenIndex, Incompatible) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"One."})});
  testing::pretend_tokenizer(index, "jomun-0");
  EXPECT_EQ(failure(index), index + ": made with the tokenizer \"jomun-0\", this program has \"" + std::string(default_tokenizer_name) +
                                "\"; make it again: jomun-index --index NEW-FOLDER add FILES");
  testing::pretend_tokenizer(index, "missing-1");
  EXPECT_EQ(failure(index),
            index + ": made with the tokenizer \"missing-1\", which is not here; load the plug-in that has it with --plugin FILE");
}

// The recorded tokenizer reads the query, without being asked for; several indexes need the same.
TEST(OpenIndex, Tokenizer) {
  const Folder folder;
  const std::string words = folder / "words", words_too = folder / "words too", all = folder / "all";
  testing::add_versions(words, {make_version("a/en", {"Safety 安全."})}, "latin-word-2");
  testing::add_versions(words_too, {make_version("b/en", {"Safety 安全."})}, "latin-word-2");
  testing::add_versions(all, {make_version("c/en", {"Safety 安全."})});
  Searcher searcher({words, words_too});
  EXPECT_EQ(search(searcher, "\"safety\"").total, 2U);
  EXPECT_EQ(search(searcher, "\"安全\"").total, 0U);
  EXPECT_EQ(failure({words, all}), all + ": made with the tokenizer \"" + std::string(default_tokenizer_name) + "\", but " + words +
                                       " with \"latin-word-2\"; search them one at a time");
}

TEST(OpenIndex, ADamagedRecord) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"Safety."})});
  {
    Xapian::WritableDatabase database(index, Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(1);
    document.set_data("no record");
    database.replace_document(1, document);
    database.commit();
  }
  Searcher searcher({index});
  EXPECT_THAT([&] { search(searcher, "safety"); }, ::testing::ThrowsMessage<SearchError>(StartsWith(index + ": is damaged (")));
  EXPECT_THAT([&] { searcher.show("a/en#1"); }, ::testing::ThrowsMessage<SearchError>(StartsWith(index + ": is damaged (")));
}

TEST(OpenIndex, Empty) {
  const Folder folder;
  testing::add_versions(folder / "index", {});
  Searcher searcher({folder / "index"});
  EXPECT_EQ(search(searcher, "AI safety 安全").total, 0U);
  EXPECT_EQ(search(searcher, "-safety").total, 0U);
  EXPECT_TRUE(searcher.works().empty());
  EXPECT_EQ(searcher.clauses(), 0U);
}

// Several are searched as one.
TEST(OpenIndex, Several) {
  const Folder folder;
  testing::add_versions(folder / "1", {make_version("a/en", {"Safety one.", "Peace."})});
  testing::add_versions(folder / "2", {make_version("b/en", {"Safety two."}), make_version("a/ko", {"안전 하나."})});
  Searcher searcher({folder / "1", folder / "2"});
  std::vector<std::string> citations;
  for (const Hit& hit : search(searcher, "safety").hits) citations.push_back(hit.clause.citation);
  EXPECT_THAT(citations, ::testing::UnorderedElementsAre("a/en#1", "b/en#1", "a/ko#1"));
  EXPECT_EQ(searcher.parallel("a/en#1").counterparts.at(0).clause.citation, "a/ko#1");
  EXPECT_THAT(searcher.works(), ElementsAre("a", "b"));
  EXPECT_EQ(searcher.clauses(), 4U);
}

TEST(OpenIndex, SeesTheLastCommit) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"Safety."})});
  Searcher searcher({index});
  EXPECT_EQ(search(searcher, "safety").total, 1U);
  testing::add_versions(index, {make_version("b/en", {"Safety."})});
  EXPECT_EQ(search(searcher, "safety").total, 2U);
  EXPECT_EQ(searcher.clauses(), 2U);
}

// A writer that commits again and again overtakes a reader, which must go on.
TEST(OpenIndex, SurvivesAWriter) {
  const Folder folder;
  const std::string index = folder / "index";
  const std::vector<std::string> texts(200, "Safety of AI 安全 안전.");
  testing::add_versions(index, {make_version("a/en", texts)});
  Searcher searcher({index});
  IndexWriter writer(index);
  for (int round = 0; round < 10; ++round) {
    for (int commits = 0; commits < 3; ++commits) {
      writer.replace(make_version("a/en", texts), "");
      writer.replace(make_version("b" + std::to_string(round) + "/en", {"Safety."}), "");
      writer.commit();
    }
    ASSERT_GE(search(searcher, "\"safety of AI\"").total, 200U);
    ASSERT_EQ(searcher.show("a/en#7").label, "7");
    ASSERT_TRUE(searcher.parallel("a/en#7").counterparts.empty());
    ASSERT_FALSE(searcher.works().empty());
    ASSERT_FALSE(searcher.languages().empty());
  }
}

// See HashedTerm in schema_terms_test.cc.
TEST(OpenIndex, TwoCitationsWithOneHashAreTwoClauses) {
  const Folder folder;
  std::vector<Version> versions;
  for (const char* id : {"EnS4piA0bVK", "IbjEWrAs7fO"}) {
    versions.push_back(make_version(std::string("of-") + id + "/en", {std::string("The safety of ") + id}));
    versions.back().clauses.front().id = id;
  }
  testing::add_versions(folder / "index", versions);
  Searcher searcher({folder / "index"});
  for (const Version& version : versions) {
    const std::string id = version.clauses.front().id;
    EXPECT_EQ(searcher.show(id).work, version.metadata.work);
    Request request;
    request.query = "safety";
    EXPECT_EQ(searcher.search(request).total, 2U);
    request.filters.citations = {id};
    const Result result = searcher.search(request);
    ASSERT_EQ(result.total, 1U);
    EXPECT_EQ(result.hits.front().clause.citation, id);
  }
}

}  // namespace
}  // namespace jomun
