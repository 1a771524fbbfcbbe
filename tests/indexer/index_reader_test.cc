// Jomun tests: the account an index gives of itself.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "indexer/index_writer.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;
using ::testing::Pair;
using ::testing::UnorderedElementsAre;

// Three versions of two works.
class IndexReader : public ::testing::Test {
 protected:
  IndexReader() {
    testing::add_versions(
        index_, {make_version("b/ko", {"하나."}), make_version("a/zh-Hans", {"一。", "二。"}), make_version("a/en", {"One.", "Two."})});
  }

  // What check_index() finds after `damage` was done to the index.
  std::vector<std::string> problems_after(const std::function<void(Xapian::WritableDatabase&)>& damage) {
    {
      Xapian::WritableDatabase database(index_, Xapian::DB_OPEN);
      damage(database);
      database.commit();
    }
    return check_index(index_);
  }

  const Folder folder_;
  const std::string index_ = folder_ / "index";
};

std::string key_of(std::string_view version) { return std::string(schema::version_key).append(version); }

TEST_F(IndexReader, ListIsSorted) {
  std::vector<std::string> names;
  for (const ListedVersion& version : list_versions(index_)) names.push_back(version.name);
  EXPECT_THAT(names, ElementsAre("a/en", "a/zh-Hans", "b/ko"));
}

TEST_F(IndexReader, Statistics) {
  const IndexStatistics statistics = index_statistics(index_);
  EXPECT_EQ(statistics.works, 2U);
  EXPECT_EQ(statistics.versions, 3U);
  EXPECT_EQ(statistics.clauses, 5U);
  EXPECT_THAT(statistics.clauses_by_language, ElementsAre(Pair("en", 2U), Pair("ko", 1U), Pair("zh-Hans", 2U)));
  EXPECT_GT(statistics.terms_per_clause, 1);
  EXPECT_GT(statistics.bytes, 1000U);
  EXPECT_EQ(statistics.schema, "4");
  EXPECT_EQ(statistics.tokenizer, default_tokenizer_name);
}

TEST_F(IndexReader, AnEmptyIndexIsSound) {
  testing::add_versions(folder_ / "empty", {});
  EXPECT_THAT(check_index(folder_ / "empty"), IsEmpty());
  EXPECT_THAT(list_versions(folder_ / "empty"), IsEmpty());
  EXPECT_EQ(index_statistics(folder_ / "empty").clauses, 0U);
}

// Damage that check finds, each on a sound index.

TEST_F(IndexReader, Sound) { EXPECT_THAT(check_index(index_), IsEmpty()); }

TEST_F(IndexReader, AVersionWithAWrongCount) {
  EXPECT_THAT(problems_after([](Xapian::WritableDatabase& database) {
                schema::VersionRecord record = schema::decode_version(database.get_metadata(key_of("b/ko")));
                record.clauses = 7;
                database.set_metadata(key_of("b/ko"), schema::encode(record));
              }),
              ElementsAre("b/ko should have 7 clauses and has 1", "the versions have 11 clauses together, the index 5"));
}

TEST_F(IndexReader, AVersionWithoutARecord) {
  EXPECT_THAT(problems_after([](Xapian::WritableDatabase& database) { database.set_metadata(key_of("b/ko"), ""); }),
              ElementsAre("the versions have 4 clauses together, the index 5"));
}

TEST_F(IndexReader, AClauseThatIsMissing) {
  EXPECT_THAT(problems_after([](Xapian::WritableDatabase& database) { database.delete_document(schema::hashed_term("Q", "b/ko#1")); }),
              ElementsAre("b/ko should have 1 clauses and has 0", "the versions have 5 clauses together, the index 4"));
}

TEST_F(IndexReader, ARecordThatCannotBeRead) {
  EXPECT_THAT(problems_after([](Xapian::WritableDatabase& database) {
                Xapian::Document document = database.get_document(1);
                document.set_data("\x05no");
                database.replace_document(1, document);
              }),
              ElementsAre("document 1: a stored record ends too early"));
}

TEST_F(IndexReader, ACitationThatStandsTwiceOrNowhere) {
  EXPECT_THAT(problems_after([](Xapian::WritableDatabase& database) {
                Xapian::Document document = database.get_document(1);  // b/ko#1
                document.set_data(database.get_document(2).get_data());
                database.replace_document(1, document);
                document = database.get_document(3);  // a/zh-Hans#2
                document.remove_term(schema::hashed_term("Q", "a/zh-Hans#2"));
                database.replace_document(3, document);
              }),
              UnorderedElementsAre("a/zh-Hans#1 cannot be found by its citation", "a/zh-Hans#1 stands there twice",
                                   "a/zh-Hans#2 cannot be found by its citation"));
}

TEST_F(IndexReader, AFileThatSaysWhatIsNotSo) {
  EXPECT_THAT(problems_after([](Xapian::WritableDatabase& database) {
                const auto note = [&](const std::string& path, const std::vector<std::string>& versions) {
                  schema::FileRecord record;
                  record.path = path;
                  record.versions = versions;
                  database.set_metadata(std::string(schema::file_key) + path, schema::encode(record));
                };
                note("/1", {"b/ko"});
                note("/2", {"none/en"});
                database.set_metadata(std::string(schema::file_key) + "/3", database.get_metadata(std::string(schema::file_key) + "/4"));
                schema::FileRecord other;
                other.path = "/5";
                database.set_metadata(std::string(schema::file_key) + "/4", schema::encode(other));
                database.set_metadata(std::string(schema::file_key) + "/6", "\x05no");
              }),
              ElementsAre("/1 should have given b/ko, which is from a file", "/2 should have given none/en, which is not there",
                          "/5 is noted as another file", "the record of the file /6: a stored record ends too early"));
}

TEST_F(IndexReader, AVersionRecordThatCannotBeRead) {
  {
    Xapian::WritableDatabase database(index_, Xapian::DB_OPEN);
    database.set_metadata(key_of("b/ko"), "\x05no");
    database.commit();
  }
  const std::string message = "is damaged (a stored record ends too early); make it again";
  EXPECT_THAT([&] { list_versions(index_); }, ::testing::ThrowsMessage<IndexError>(message));
  EXPECT_THAT([&] { index_statistics(index_); }, ::testing::ThrowsMessage<IndexError>(message));
  EXPECT_THAT([&] { check_index(index_); }, ::testing::ThrowsMessage<IndexError>(message));
}

TEST_F(IndexReader, AFileOverwritten) {
  const std::filesystem::path table = std::filesystem::path(index_) / "postlist.glass";
  const std::string damage(std::filesystem::file_size(table), 'x');
  std::ofstream(table, std::ios::binary) << damage;
  EXPECT_THAT(check_index(index_), ElementsAre(HasSubstr("Xapian")));
}

// Folders that hold no index.

TEST_F(IndexReader, NoIndex) {
  const std::string path = folder_ / "none", message = "there is no index; make one with: jomun-index --index " + path + " add FILES";
  EXPECT_THAT([&] { list_versions(path); }, ::testing::ThrowsMessage<IndexError>(message));
  EXPECT_THAT([&] { index_statistics(path); }, ::testing::ThrowsMessage<IndexError>(message));
  EXPECT_THAT([&] { check_index(path); }, ::testing::ThrowsMessage<IndexError>(message));
  const std::string file = folder_.write("file", "text");
  EXPECT_THAT([&] { list_versions(file); }, ::testing::ThrowsMessage<IndexError>(HasSubstr("cannot be read (")));
  EXPECT_THAT(check_index(file), ElementsAre(HasSubstr("Xapian cannot check it: ")));
}

TEST_F(IndexReader, TheTokenizerIsNotNeeded) {
  testing::pretend_tokenizer(index_, "missing-1");
  EXPECT_EQ(list_versions(index_).size(), 3U);
  EXPECT_EQ(index_statistics(index_).tokenizer, "missing-1");
  EXPECT_THAT(check_index(index_), IsEmpty());
}

TEST_F(IndexReader, IncompatibleIndex) {
  {
    Xapian::WritableDatabase database(index_, Xapian::DB_OPEN);
    database.set_metadata(std::string(schema::schema_key), "0");
    database.commit();
  }
  EXPECT_THROW(list_versions(index_), schema::IncompatibleIndex);
  EXPECT_THROW(index_statistics(index_), schema::IncompatibleIndex);
  EXPECT_THROW(check_index(index_), schema::IncompatibleIndex);
}

}  // namespace
}  // namespace jomun
