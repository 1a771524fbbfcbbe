// Jomun tests: an index of several databases: which work is where, what lists of databases stand for, and how they are written.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/shards.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/index_reader.h"
#include "indexer/schema.h"
#include "indexer/sharded_writer.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;
using ::testing::StartsWith;
using ::testing::ThrowsMessage;

// Part of the format: an index made before must find its works where they are.
TEST(ShardOf, NeverChanges) {
  const struct {
    const char* work;
    std::size_t of_2, of_3, of_100;
  } table[] = {{"", 1, 2, 37}, {"a", 0, 1, 96}, {"seoul-declaration-2024", 1, 2, 77}, {"宣言", 1, 1, 5}};
  for (const auto& [work, of_2, of_3, of_100] : table) {
    EXPECT_EQ(shard_of(work, 1), 0U) << work;
    EXPECT_EQ(shard_of(work, 2), of_2) << work;
    EXPECT_EQ(shard_of(work, 3), of_3) << work;
    EXPECT_EQ(shard_of(work, 100), of_100) << work;
  }
}

TEST(ShardOf, IsEven) {
  for (const std::size_t shards : {2, 3, 10, 16, 64}) {
    std::vector<std::size_t> works(shards);
    constexpr std::size_t each = 1000;
    for (std::size_t i = 0; i < each * shards; ++i) ++works[shard_of("law-" + std::to_string(i), shards)];
    for (std::size_t i = 0; i < shards; ++i) EXPECT_NEAR(static_cast<double>(works[i]), each, 150) << i << " of " << shards;
  }
}

std::string described(const IndexPart& part, const Folder& folder) {
  std::string name = part.name;
  if (const std::string prefix = folder / ""; name.starts_with(prefix)) name = "@" + name.substr(prefix.size());
  if (part.kind == IndexPart::Kind::server) return "server " + part.host + " " + std::to_string(part.port);
  if (part.kind == IndexPart::Kind::program) return "program [" + part.program + "] [" + part.arguments + "]";
  return "folder " + name;
}

TEST(PartsOf, Locations) {
  const Folder folder;
  testing::add_versions(folder / "one", {});
  folder.write("list", "# three\n\nauto one\nglass other/two\nremote archive.example:7001\nremote :ssh host xapian-progsrv /x\n");
  folder.write("outer", "auto list\nauto /absolute\n");
  folder.write("stub/XAPIANDB", "auto shard-0\n");
  folder.write("itself", "auto itself\n");
  folder.write("unknown", "auto one\nchert old\n");
  folder.write("empty", "");
  folder.write("port", "remote host:\n");
  const std::vector<std::string> list = {"folder @one", "folder @other/two", "server archive.example 7001",
                                         "program [ssh] [host xapian-progsrv /x]"};
  std::vector<std::string> outer = list;
  outer.emplace_back("folder /absolute");
  const struct {
    std::string location;
    std::vector<std::string> parts;
  } table[] = {
      {"one", {"folder @one"}},
      {"none", {"folder @none"}},
      {"list", list},
      {"outer", outer},
      {"stub", {"folder @stub/shard-0"}},
      {"itself", {"folder @itself"}},
      {"unknown", {"folder @unknown"}},
      {"port", {"folder @port"}},
      {"empty", {}},
  };
  for (const auto& [location, parts] : table) {
    std::vector<std::string> found;
    for (const IndexPart& part : parts_of(folder / location)) found.push_back(described(part, folder));
    EXPECT_EQ(found, parts) << location;
  }
  for (const char* server : {"localhost:1", "127.0.0.1:65535"}) EXPECT_EQ(parts_of(server).at(0).kind, IndexPart::Kind::server) << server;
  for (const char* no_server : {"a:b", "a/b:1", ":", "a:"}) EXPECT_EQ(parts_of(no_server).at(0).kind, IndexPart::Kind::folder) << no_server;
}

std::vector<std::string> names(const std::string& index) {
  std::vector<std::string> names;
  for (const ListedVersion& version : list_versions(index)) names.push_back(version.name);
  return names;
}

class ShardedIndex : public ::testing::Test {
 protected:
  ShardedIndex() { write(versions_); }

  void write(const std::vector<Version>& versions, std::size_t shards = 3) const {
    ShardedWriter writer(index_, "", shards);
    for (const Version& version : versions) writer.replace(version, "a file");
    writer.commit();
  }

  const Folder folder_;
  const std::string index_ = folder_ / "index";
  const std::vector<Version> versions_ = {make_version("a/en", {"One.", "Two."}), make_version("a/ko", {"하나."}),
                                          make_version("b/en", {"B."}),           make_version("c/en", {"C."}),
                                          make_version("d/en", {"D."}),           make_version("e/en", {"E."})};
};

TEST_F(ShardedIndex, IsOne) {
  EXPECT_EQ(shard_count(index_), 3U);
  EXPECT_THAT(names(index_), ElementsAre("a/en", "a/ko", "b/en", "c/en", "d/en", "e/en"));
  const IndexStatistics statistics = index_statistics(index_);
  EXPECT_EQ(statistics.works, 5U);
  EXPECT_EQ(statistics.clauses, 7U);
  EXPECT_EQ(statistics.databases, 3U);
  EXPECT_GT(statistics.bytes, index_statistics(shard_folder(index_, 0)).bytes);
  EXPECT_THAT(check_index(index_), IsEmpty());
  EXPECT_EQ(Xapian::Database(index_).get_doccount(), 7U) << "Xapian's own programs open it too";
}

TEST_F(ShardedIndex, KeepsAWorkTogether) {
  for (std::size_t shard = 0; shard < 3; ++shard)
    for (const std::string& name : names(shard_folder(index_, shard))) EXPECT_EQ(shard_of(name.substr(0, 1), 3), shard) << name;
  EXPECT_FALSE(names(shard_folder(index_, 0)).empty());
  EXPECT_FALSE(names(shard_folder(index_, 1)).empty());
}

TEST_F(ShardedIndex, ReplacesAndRemoves) {
  write({make_version("a/en", {"Another."}), make_version("f/en", {"F."})}, 0);
  EXPECT_EQ(index_statistics(index_).clauses, 7U);
  {
    ShardedWriter writer(index_);
    EXPECT_EQ(writer.remove("a"), 2U);
    EXPECT_EQ(writer.remove("b/en"), 1U);
    EXPECT_EQ(writer.remove("b/en"), 0U);
    writer.commit();
  }
  EXPECT_THAT(names(index_), ElementsAre("c/en", "d/en", "e/en", "f/en"));
  EXPECT_THAT(check_index(index_), IsEmpty());
}

TEST_F(ShardedIndex, LosesWhatIsNotCommitted) {
  {
    ShardedWriter writer(index_);
    writer.replace(make_version("g/en", {"G."}), "");
  }
  EXPECT_EQ(names(index_).size(), 6U);
}

TEST_F(ShardedIndex, KeepsIdsApart) {
  Version first = make_version("x/en", {"X."});
  first.clauses[0].id = "the id";
  write({first});
  for (const char* work : {"x/ko", "y/en", "z/en", "w/en", "v/en"}) {
    Version other = make_version(work, {"Y."});
    other.clauses[0].id = "the id";
    EXPECT_THAT([&] { write({other}); }, ThrowsMessage<RejectedVersion>(StartsWith("the id the id stands there twice"))) << work;
  }
  write({first});
  EXPECT_THAT(check_index(index_), IsEmpty());
}

TEST_F(ShardedIndex, KeepsItsNumber) {
  EXPECT_THAT([&] { write({}, 2); },
              ThrowsMessage<IndexError>("has 3 shards, and keeps to that; leave out --shards, or make another index"));
  write({}, 3);
  testing::add_versions(folder_ / "one", {});
  EXPECT_THAT([&] { ShardedWriter(folder_ / "one", "", 2); }, ThrowsMessage<IndexError>(StartsWith("has 1 shard, and keeps to that")));
  ShardedWriter(folder_ / "one", "", 1);
}

TEST_F(ShardedIndex, IsNotWrittenWhenItsListWasChanged) {
  const struct {
    const char *list, *problem;
  } table[] = {
      {"# jomun-shards 3\nauto shard-1\nauto shard-0\nauto shard-2\n", "put the lines of XAPIANDB back as they were"},
      {"# jomun-shards 3\nauto shard-0\nauto shard-1\n", "was made with 3 shards, and XAPIANDB lists 2; put its lines back as they were"},
      {"# jomun-shards 3\nauto shard-0\nremote host:1\nauto shard-2\n", "the shard host:1 is on another machine"},
      {"auto shard-0\nauto shard-1\nauto shard-2\n", "is a list of indexes; write to one of those that it lists"},
  };
  for (const auto& [list, problem] : table) {
    folder_.write("index/XAPIANDB", list);
    EXPECT_THAT([&] { write({}, 0); }, ThrowsMessage<IndexError>(HasSubstr(problem))) << list;
  }
}

TEST_F(ShardedIndex, CheckFindsAWorkInTheWrongShard) {
  folder_.write("index/XAPIANDB", "# jomun-shards 3\nauto shard-1\nauto shard-0\nauto shard-2\n");
  EXPECT_THAT(check_index(index_), ::testing::Contains(HasSubstr(" and belongs to shard ")));
  folder_.write("index/XAPIANDB", "# jomun-shards 3\nauto shard-0\nauto shard-1\n");
  EXPECT_THAT(check_index(index_), ::testing::Contains(HasSubstr("was made with 3 shards, and XAPIANDB lists 2")));
}

TEST_F(ShardedIndex, CheckFindsDamageInAnyShard) {
  Xapian::WritableDatabase database(shard_folder(index_, shard_of("b", 3)), Xapian::DB_OPEN);
  database.delete_document(schema::bounded_term(schema::version_prefix, "b/en"));
  database.commit();
  EXPECT_THAT(check_index(index_), ::testing::Contains(HasSubstr("b/en should have 1 clauses and has 0")));
}

TEST_F(ShardedIndex, NeedsAllItsShards) {
  std::filesystem::remove_all(shard_folder(index_, 1));
  EXPECT_THAT([&] { list_versions(index_); }, ThrowsMessage<IndexError>(StartsWith("cannot be read (")));
}

}  // namespace
}  // namespace jomun
