// Jomun tests: lists of terms, of an index that has none.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/term_lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "indexer/index_folder.h"
#include "indexer/index_reader.h"
#include "indexer/index_writer.h"
#include "indexer/schema.h"
#include "tests/indexer/bulk/compare_databases.h"
#include "tests/indexer/bulk/example_documents.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

namespace fs = std::filesystem;
using testing::differences;
using testing::ExampleDatabase;
using testing::ExampleDocument;
using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;
using testing::problems;
using ::testing::UnorderedElementsAre;

// Makes the lists of `index`, as its writer would.
void make_lists(const std::string& index, std::size_t memory) {
  Xapian::WritableDatabase database(index, Xapian::DB_OPEN);
  make_term_lists(index, database, memory);
  database.close();
}

std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path)) names.push_back(entry.path().filename());
  return names;
}

ExampleDatabase arbitrary_database() {
  ExampleDatabase database;
  const auto term =
      rc::gen::nonEmpty(rc::gen::scale(0.1, rc::gen::container<std::string>(rc::gen::elementOf(std::string("\0abc\xE5", 5)))));
  const auto wdf = rc::gen::inRange<std::uint32_t>(0, 300);
  database.documents = *rc::gen::container<std::vector<ExampleDocument>>(rc::gen::build<ExampleDocument>(
      rc::gen::set(&ExampleDocument::terms, rc::gen::container<std::map<std::string, std::uint32_t>>(term, wdf)),
      rc::gen::set(&ExampleDocument::values,
                   rc::gen::scale(0.1, rc::gen::container<std::map<unsigned, std::string>>(
                                           rc::gen::inRange<unsigned>(0, 70), rc::gen::nonEmpty(rc::gen::arbitrary<std::string>()))))));
  database.metadata = {{"key", "value"}};
  return database;
}

// The memory is enough for one document at a time, for some, for all.
RC_GTEST_PROP(TermLists, AreThoseThatXapianWrites, ()) {
  ExampleDatabase database = arbitrary_database();
  const std::size_t memory = *rc::gen::elementOf(std::vector<std::size_t>{0, 2000, 1 << 20});
  const Folder folder;
  testing::write_bulk(database, folder / "lean", {.instead_of_terms = std::string(schema::no_terms)});
  testing::write_api(database, folder / "api");
  // Some more, which have lists from the beginning.
  const ExampleDatabase more = arbitrary_database();
  for (const char* name : {"lean", "api"}) {
    Xapian::WritableDatabase writer(folder / name, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    for (const ExampleDocument& document : more.documents) writer.add_document(xapian_document(document));
    writer.commit();
  }
  RC_ASSERT(problems(folder / "lean") == "");
  make_lists(folder / "lean", memory);
  RC_ASSERT(differences(Xapian::Database(folder / "lean"), Xapian::Database(folder / "api")) == "");
  RC_ASSERT(problems(folder / "lean") == "");
  RC_ASSERT(has_term_lists(Xapian::Database(folder / "lean")));
}

// Lists longer than what is kept of each range, and documents that have gone.
TEST(TermLists, OfManyDocumentsInLittleMemory) {
  const Folder folder;
  ExampleDatabase database;
  for (std::uint32_t i = 0; i < 3000; ++i)
    database.documents.push_back({.terms = {{"all", i % 5}, {"some " + std::to_string(i % 7), 1 + i % 3}, {"one " + std::to_string(i), 0}},
                                  .values = {{i % 3, "v"}}});
  testing::write_api(database, folder / "index");
  Xapian::WritableDatabase writer(folder / "index", Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  for (Xapian::docid gone = 1; gone < 3000; gone += 1 + gone / 2) writer.delete_document(gone);
  writer.commit();
  for (const std::size_t memory : {std::size_t{1}, std::size_t{20'000}, std::size_t{1} << 30}) {
    TermLists lists(writer, folder / "scratch", memory);
    auto expected = writer.postlist_begin("");
    Xapian::docid number = 0;
    for (IndexDocument document; lists.next(number, document); ++expected) {
      ASSERT_EQ(number, *expected);
      const ExampleDocument& written = database.documents[number - 1];
      std::map<std::string, std::uint32_t> terms;
      for (const auto& [term, wdf] : document.terms) terms.emplace(term, wdf);
      ASSERT_EQ(terms, written.terms);
      ASSERT_EQ((std::map<unsigned, std::string>(document.values.begin(), document.values.end())), written.values);
    }
    EXPECT_EQ(expected, writer.postlist_end(""));
    EXPECT_FALSE(fs::exists(folder / "scratch"));
  }
}

TEST(TermLists, TheLockGoesOnAndOpenReadersToo) {
  const Folder folder;
  const std::string index = folder / "index";
  {
    IndexWriter writer(index, "", {Writer::bulk});
    writer.replace(make_version("a/en", {"One.", "Two."}), "");
    writer.replace(make_version("b/en", {"Three."}), "");
    writer.commit();
  }
  Xapian::Database reader(index);
  IndexWriter writer(index, "", {Writer::api});
  writer.replace(make_version("c/en", {"What is new needs no lists."}), "");
  EXPECT_EQ(writer.remove("none"), 0U);
  writer.commit();
  EXPECT_FALSE(has_term_lists(Xapian::Database(index)));
  EXPECT_EQ(problems(index), "");
  EXPECT_EQ(writer.remove("b"), 1U);
  EXPECT_TRUE(has_term_lists(Xapian::Database(index)));
  writer.replace(make_version("a/en", {"Two."}), "");
  EXPECT_THROW(IndexWriter second(index), LockedIndex);
  EXPECT_EQ(reader.get_doccount(), 3U);
  EXPECT_EQ(reader.get_document(3).get_value(schema::work_slot), "b");
  writer.commit();
  EXPECT_TRUE(reader.reopen());
  EXPECT_EQ(reader.get_doccount(), 2U);  // a/en, c/en
  EXPECT_THAT(check_index(index), IsEmpty());
  EXPECT_THAT(names_in(folder / ""), UnorderedElementsAre("index"));
  writer.compact();
  EXPECT_FALSE(has_term_lists(Xapian::Database(index)));
}

// What was not committed before is when the lists are made, and is not lost.
TEST(TermLists, TheStateIsThatOfADatabaseWithListsAfterAThousandChanges) {
  const Folder folder;
  for (const Writer how : {Writer::bulk, Writer::api}) {
    const std::string index = folder / (how == Writer::bulk ? "lean" : "api");
    {
      IndexWriter writer(index, "", {how});
      for (int i = 0; i < 100; ++i)
        writer.replace(make_version("work" + std::to_string(i) + "/en", {"The first of " + std::to_string(i), "数据安全"}), "");
      writer.commit();
    }
    IndexWriter writer(index, "", {Writer::api});
    for (int i = 0; i < 1000; ++i) {
      const std::string work = "work" + std::to_string(i * 7919 % 150);
      if (i % 3 == 0)
        writer.remove(work);
      else
        writer.replace(make_version(work + "/en", {"Change " + std::to_string(i), "안전 " + std::to_string(i % 11)}), "");
      if (i % 100 == 0) writer.commit();
    }
    writer.commit();
    EXPECT_EQ(problems(index), "");
    EXPECT_THAT(check_index(index), IsEmpty());
  }
  EXPECT_EQ(differences(Xapian::Database(folder / "lean"), Xapian::Database(folder / "api")), "");
}

// As xapian-compact makes one of two indexes.
TEST(TermLists, WhereOnlyTheFirstDocumentsHaveThem) {
  const Folder folder;
  Xapian::Database both;
  for (const auto& [name, how] : {std::pair("api", Writer::api), std::pair("bulk", Writer::bulk)}) {
    IndexWriter writer(folder / name, "", {how});
    writer.replace(make_version(std::string(name) + "/en", {"What is of " + std::string(name)}), "");
    writer.commit();
    both.add_database(Xapian::Database(folder / name));
  }
  const std::string index = folder / "both";
  both.compact(index);
  IndexWriter writer(index, "", {Writer::api});
  EXPECT_EQ(writer.remove("bulk"), 1U);
  writer.commit();
  EXPECT_FALSE(Xapian::Database(index).term_exists("bulk"));
  EXPECT_TRUE(Xapian::Database(index).term_exists("api"));
  EXPECT_THAT(check_index(index), IsEmpty());
}

// Where the folder cannot be replaced nothing can be removed, and what can be done without is done.
TEST(TermLists, AFolderThatIsNoDatabaseAloneStaysAsItIs) {
  const Folder folder;
  const std::string index = folder / "index";
  {
    IndexWriter writer(index, "", {Writer::bulk});
    writer.replace(make_version("a/en", {"One."}), "");
    writer.commit();
  }
  std::ofstream(index + "/notes.txt") << "mine";
  IndexWriter writer(index, "", {Writer::api});
  writer.replace(make_version("b/en", {"Two."}), "");
  try {
    writer.remove("a");
    ADD_FAILURE() << "it was removed";
  } catch (const IndexError& error) {
    EXPECT_THAT(error.what(), HasSubstr("notes.txt is no part of it, and would be lost; move it elsewhere"));
  }
  fs::remove(index + "/notes.txt");
  EXPECT_EQ(writer.remove("a"), 1U);
  writer.commit();
  EXPECT_EQ(list_versions(index).size(), 1U);
  EXPECT_THAT(check_index(index), IsEmpty());
}

// Citations with one hash: see HashedTerm in schema_terms_test.cc.
TEST(Citations, TwoWithOneHashAreTwo) {
  const std::string one = "EnS4piA0bVK", other = "IbjEWrAs7fO";
  const auto version = [](const std::string& name, const std::string& id) {
    Version result = make_version(name, {"One."});
    result.clauses.front().id = id;
    return result;
  };
  for (const Writer how : {Writer::api, Writer::bulk})
    for (const bool committed : {false, true}) {
      const Folder folder;
      IndexWriter writer(folder / "index", "", {how});
      const auto is_there = [&](const std::string& id) {
        try {
          writer.check_ids({id}, "another");
          return false;
        } catch (const RejectedVersion&) {
          return true;
        }
      };
      writer.replace(version("a/en", one), "");
      if (committed) writer.commit();
      EXPECT_TRUE(is_there(one));
      EXPECT_FALSE(is_there(other));
      writer.replace(version("b/en", other), "");
      if (committed) writer.commit();
      EXPECT_TRUE(is_there(other));
      EXPECT_THROW(writer.replace(version("c/en", one), ""), RejectedVersion);
      EXPECT_THROW(writer.replace(version("c/en", other), ""), RejectedVersion);
      writer.remove("a");
      EXPECT_FALSE(is_there(one));
      EXPECT_TRUE(is_there(other));
      writer.replace(version("c/en", one), "");
      writer.commit();
      EXPECT_THAT(check_index(folder / "index"), IsEmpty());
    }
}

// Which version a clause is of is not always what its record says.
TEST(Citations, TellTheirVersion) {
  const Folder folder;
  IndexWriter writer(folder / "index");
  Version mixed = make_version("a/en", {"One.", "둘.", "Three."});
  mixed.clauses[1].language = "ko";
  mixed.clauses[2].language = "ko";
  mixed.clauses[2].id = "three";
  writer.replace(mixed, "");
  writer.replace(make_version("a/ko", {"하나."}), "");
  writer.commit();
  const Xapian::Database database(folder / "index");
  for (const char* citation : {"a/en#1", "a/en#2", "three"}) EXPECT_EQ(schema::version_term_of(database, citation), "XV:a/en") << citation;
  EXPECT_EQ(schema::version_term_of(database, "a/ko#1"), "XV:a/ko");
  EXPECT_EQ(schema::version_term_of(database, "a/ko#2"), std::nullopt);
}

}  // namespace
}  // namespace jomun
