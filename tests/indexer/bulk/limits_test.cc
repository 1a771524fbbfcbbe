// Jomun tests: the version file, and what fits into a database.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>

#include "indexer/bulk/encoding.h"
#include "indexer/bulk/errors.h"
#include "indexer/bulk/version_file.h"
#include "tests/indexer/bulk/compare_databases.h"
#include "tests/indexer/bulk/example_documents.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using glass::InvalidFile;
using glass::LimitExceeded;
using glass::VersionFile;
using testing::differences;
using testing::ExampleDatabase;
using testing::ExampleDocument;
using testing::Folder;
using ::testing::HasSubstr;
using testing::index_document;
using testing::write_api;
using testing::write_bulk;
using testing::xapian_document;

ExampleDatabase example() {
  return {.documents = {{.terms = {{"a", 1}, {"b", 5}}, .values = {{1, "v"}}, .data = "data"}, {}, {.terms = {{"c", 100}}}},
          .metadata = {{"key", "value"}}};
}

std::string version_bytes(const std::string& database) { return glass::operating_system().read_file(database + "/iamglass", 300); }

TEST(VersionFile, IsTheSameReadAndWritten) {
  const Folder folder;
  write_api(example(), folder / "api");
  write_bulk(example(), folder / "bulk");
  {  // with free blocks and tables that are no longer in order
    write_api({.documents = std::vector<ExampleDocument>(3000, {.terms = {{"x", 1}, {"y", 300}}, .data = std::string(300, 'z')})},
              folder / "changed");
    Xapian::WritableDatabase database(folder / "changed", Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (Xapian::docid docid = 1; docid < 3000; docid += 7)
      database.replace_document(docid, xapian_document({.data = std::string(2500, 'q')}));
    for (int i = 0; i < 5; ++i) {
      database.delete_document(static_cast<Xapian::docid>(7 * i + 3));
      database.commit();
    }
    database.add_spelling("word");
    database.commit();
  }
  for (const std::string name : {"api", "bulk", "changed"}) {
    SCOPED_TRACE(name);
    const std::string bytes = version_bytes(folder / name);
    EXPECT_EQ(encode(glass::decode_version_file(bytes)), bytes);
    EXPECT_EQ(glass::read_version_file(glass::operating_system(), folder / name), glass::decode_version_file(bytes));
  }
  const VersionFile changed = glass::decode_version_file(version_bytes(folder / "changed"));
  EXPECT_FALSE(changed.roots[glass::postlist].sequential && changed.roots[glass::docdata].sequential);
  EXPECT_FALSE(changed.roots[glass::spelling].fake);
}

TEST(VersionFile, SaysTheSameOfADatabaseAsXapiansOwn) {
  const Folder folder;
  write_api(example(), folder / "api");
  write_bulk(example(), folder / "bulk");
  const VersionFile api = glass::decode_version_file(version_bytes(folder / "api"));
  const VersionFile bulk = glass::decode_version_file(version_bytes(folder / "bulk"));
  EXPECT_EQ(bulk.statistics, api.statistics);
  for (const glass::Table table : {glass::postlist, glass::docdata, glass::termlist, glass::position, glass::spelling, glass::synonym}) {
    SCOPED_TRACE(glass::table_names[table]);
    EXPECT_EQ(bulk.roots[table].entries, api.roots[table].entries);
    EXPECT_EQ(bulk.roots[table].compress_min, api.roots[table].compress_min);
    EXPECT_EQ(bulk.roots[table].block_bytes, api.roots[table].block_bytes);
    EXPECT_EQ(bulk.roots[table].fake, api.roots[table].fake);
  }
}

TEST(VersionFile, TakesAnotherRevision) {
  const Folder folder;
  write_bulk(example(), folder / "bulk");
  const Xapian::Database before(folder / "bulk");
  VersionFile version = glass::read_version_file(glass::operating_system(), folder / "bulk");
  version.revision = 300;
  write_version_file(glass::operating_system(), folder / "bulk", version);
  const Xapian::Database after(folder / "bulk");
  EXPECT_EQ(after.get_revision(), 300u);
  EXPECT_EQ(after.get_uuid(), before.get_uuid());
  EXPECT_EQ(differences(after, before), "");
  EXPECT_EQ(testing::problems(folder / "bulk"), "");
}

TEST(VersionFile, DamageIsToldWithTheFile) {
  const Folder folder;
  write_bulk(example(), folder / "bulk");
  const std::string bytes = version_bytes(folder / "bulk");
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(glass::decode_version_file(bytes.substr(0, size)), InvalidFile) << size;
  EXPECT_THROW(glass::decode_version_file(bytes + '\0'), InvalidFile);
  std::string other_date = bytes;
  other_date[15] ^= 1;
  try {
    glass::decode_version_file(other_date, "some/iamglass");
    FAIL() << "it was read";
  } catch (const InvalidFile& error) {
    EXPECT_STREQ(error.what(), "some/iamglass: is of a format of Xapian that is not known here");
  }
}

RC_GTEST_PROP(VersionFile, TakesAnyBytes, (const std::string& tail)) {
  static const std::string bytes = encode(VersionFile{});
  const auto kept = *rc::gen::inRange<std::size_t>(0, bytes.size() + 1);
  try {
    // What was read and fits can be written, and reads as the same: numbers may have been longer than they need.
    const VersionFile version = glass::decode_version_file(bytes.substr(0, kept) + tail);
    RC_ASSERT(glass::decode_version_file(encode(version)) == version);
  } catch (const InvalidFile&) {
  } catch (const LimitExceeded&) {
  }
}

// Limits.

template <typename Function>
std::string refusal(Function function) {
  try {
    function();
  } catch (const LimitExceeded& error) {
    return error.what();
  }
  return "";
}

TEST(Limits, OfTheVersionFile) {
  VersionFile version;
  for (glass::TableRoot& root : version.roots) root.free_list = std::string(40, 'x');
  EXPECT_THAT(refusal([&] { encode(version); }), HasSubstr("longer than 256 bytes"));
}

TEST(Limits, OfDocuments) {
  const Folder folder;
  glass::DatabaseWriter writer(folder / "bulk", {.first_docid = 0xFFFFFFFE});
  const auto add = [&](const std::string& term, std::uint32_t wdf) {
    return refusal([&] { writer.add(index_document({.terms = {{term, wdf}, {"x", 1}}})); });
  };
  EXPECT_EQ(add(std::string(245, 'a'), 1), "");  // takes the last docid but one
  EXPECT_EQ(add(std::string(246, 'a'), 1),
            "the term " + std::string(40, 'a') + "… is longer than 245 bytes, or has too many zero bytes; cut it");
  EXPECT_THAT(add(std::string(128, '\0'), 1), HasSubstr("too many zero bytes"));
  EXPECT_THAT(add("a", 0xFFFFFFFF), HasSubstr("4,294,967,295 words"));
  EXPECT_EQ(add(std::string(127, '\0'), 1), "");  // takes the last
  EXPECT_THAT(add("a", 1), HasSubstr("4,294,967,295 documents"));
  EXPECT_THAT(refusal([&] { writer.set_metadata(std::string(254, 'k'), "value"); }), HasSubstr("longer than 253 bytes"));
  EXPECT_EQ(refusal([&] { writer.set_metadata(std::string(253, 'k'), "value"); }), "");
  writer.set_metadata("gone", "value");
  writer.set_metadata("gone", "");
  writer.finish();
  const Xapian::Database database(folder / "bulk");
  EXPECT_EQ(database.get_doccount(), 2u);
  EXPECT_EQ(database.get_lastdocid(), 0xFFFFFFFF);
  EXPECT_EQ(database.get_metadata("gone"), "");  // Xapian's check would need 16 GB for such a docid
}

// Of keys so short that a string holds them in itself: they move with their block when there is a level more.
TEST(Limits, ThreeLevels) {
  const Folder folder;
  ExampleDatabase database;
  std::uint32_t random = 1;
  for (int i = 0; i < 1600; ++i) {
    std::string data(7000, ' ');
    for (char& byte : data) byte = static_cast<char>((random = random * 1664525 + 1013904223) >> 24);
    database.documents.push_back({.terms = {{"a", 1}}, .data = std::move(data)});
  }
  write_bulk(database, folder / "bulk");
  EXPECT_EQ(testing::problems(folder / "bulk"), "");
  const Xapian::Database written(folder / "bulk");
  for (Xapian::docid docid = 1; docid <= 1600; ++docid)
    ASSERT_EQ(written.get_document(docid).get_data(), database.documents[docid - 1].data) << docid;
}

TEST(Limits, DocumentsAreInOrder) {
  const Folder folder;
  glass::DatabaseWriter writer(folder / "bulk");
  const std::string bytes = "ab";
  const std::string_view a(bytes.data(), 1), b(bytes.data() + 1, 1);
  const auto add = [&](std::vector<IndexDocument::Term> terms, std::vector<std::pair<unsigned, std::string>> values) {
    IndexDocument document;
    document.terms = std::move(terms);
    document.values = std::move(values);
    writer.add(std::move(document));
  };
  EXPECT_THROW(add({{b, 1}, {a, 1}}, {}), std::invalid_argument);
  EXPECT_THROW(add({{a, 1}, {a, 1}}, {}), std::invalid_argument);
  EXPECT_THROW(add({{"", 1}}, {}), std::invalid_argument);
  EXPECT_THROW(add({}, {{2, "x"}, {1, "y"}}), std::invalid_argument);
  EXPECT_THROW(add({}, {{1, "x"}, {1, "y"}}), std::invalid_argument);
  EXPECT_THROW(add({}, {{1, ""}}), std::invalid_argument);
  EXPECT_THROW(writer.set_metadata("", "x"), std::invalid_argument);
  EXPECT_THROW(glass::DatabaseWriter(folder / "other", {.revision = 0}), std::invalid_argument);
  EXPECT_THROW(glass::DatabaseWriter(folder / "other", {.first_docid = 0}), std::invalid_argument);
  add({{a, 1}, {b, 1}}, {{1, "x"}, {2, "y"}});
  writer.finish();
  EXPECT_EQ(Xapian::Database(folder / "bulk").get_lastdocid(), 1u);
}

// Takes everything, keeps nothing.
class NoFiles final : public glass::FileSystem {
 public:
  void create_folder(const std::filesystem::path&) override {}
  std::unique_ptr<glass::File> create(const std::filesystem::path&) override { return std::make_unique<NoFile>(); }
  void rename(const std::filesystem::path&, const std::filesystem::path&) override {}
  void link(const std::filesystem::path&, const std::filesystem::path&) override {}
  bool exchange(const std::filesystem::path&, const std::filesystem::path&) override { return true; }
  void remove_folder(const std::filesystem::path&) override {}
  void remove(const std::filesystem::path&) override {}
  void sync_folder(const std::filesystem::path&) override {}
  bool exists(const std::filesystem::path&) override { return false; }
  std::string read_file(const std::filesystem::path&, std::size_t) override { return ""; }

 private:
  class NoFile final : public glass::File {
   public:
    void write(std::string_view) override {}
    void read(std::uint64_t, std::span<char>) override {}
    void sync() override {}
  };
};

TEST(Limits, OfEntries) {
  NoFiles files;
  glass::TableWriter table(files, "docdata.glass", 1, 0, false);
  EXPECT_THAT(refusal([&] { table.add(std::string(256, 'k'), "tag"); }), HasSubstr("docdata.glass: a key is longer than 255 bytes"));
  table.add(std::string(255, 'k'), "tag");
  EXPECT_THROW(table.add(std::string(255, 'k'), "tag"), std::invalid_argument);
  EXPECT_THROW(table.add("a", "tag"), std::invalid_argument);
  EXPECT_EQ(refusal([&] { table.add("l", std::string(130'000'000, 'x')); }), "");
  EXPECT_THAT(refusal([&] { table.add("m", std::string(134'000'000, 'x')); }), HasSubstr("more than 65,535 pieces"));
}

TEST(Encoding, NumbersSortAsTheyAre) {
  std::string previous, next;
  for (unsigned bit = 2; bit < 32; ++bit)
    for (const std::uint32_t number : {(1u << bit) - 1, 1u << bit, (1u << bit) + 1}) {
      next.clear();
      glass::append_sortint(next, number);
      EXPECT_TRUE(previous <= next) << number;
      EXPECT_NE(next[0], '\xFF') << number;  // what follows the zero byte in a key of a term
      previous = next;
    }
  EXPECT_EQ(previous.size(), 5u);
}

}  // namespace
}  // namespace jomun
