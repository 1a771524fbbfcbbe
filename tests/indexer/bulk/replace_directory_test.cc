// Jomun: a database replaced under its readers and writers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/replace_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>
#include <vector>

#include "indexer/bulk/errors.h"
#include "indexer/bulk/version_file.h"
#include "tests/indexer/bulk/compare_databases.h"
#include "tests/indexer/bulk/example_documents.h"
#include "tests/indexer/bulk/failing_file_system.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using ::testing::AnyOf;
using testing::differences;
using testing::ExampleDatabase;
using testing::FailingFileSystem;
using testing::Folder;
using testing::problems;
using ::testing::UnorderedElementsAre;
using testing::write_api;
using testing::write_bulk;

// `count` documents that say which.
ExampleDatabase database_of(std::uint32_t count, const std::string& name) {
  ExampleDatabase database{.metadata = {{"name", name}}};
  for (std::uint32_t i = 0; i < count; ++i)
    database.documents.push_back({.terms = {{name, 1}, {"all", i % 7}, {"Q" + std::to_string(i), 0}}, .values = {{0, name}}, .data = name});
  return database;
}

// Writes one beside `index`, with the revision after its own; returns where.
std::string write_beside(const std::string& index, const ExampleDatabase& database) {
  const std::string fresh = index + ".new";
  FailingFileSystem files({});  // does not really sync
  write_bulk(database, fresh, {.revision = glass::read_version_file(files, index).revision + 1, .files = &files});
  return fresh;
}

void replace(const std::string& index, const ExampleDatabase& database, FailingFileSystem::Plan plan = {}) {
  const std::string fresh = write_beside(index, database);
  FailingFileSystem files(plan);
  glass::replace_directory(index, fresh, files);
}

std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path)) names.push_back(entry.path().filename());
  return names;
}

TEST(ReplaceDirectory, OpenReadersGoOnAndSeeTheNewStateWhenTheyReopen) {
  for (const bool exchanges : {true, false}) {
    SCOPED_TRACE(exchanges);
    const Folder folder;
    const std::string index = folder / "index";
    write_api(database_of(3000, "first"), index);
    Xapian::Database reader(index);
    const Xapian::Database untouched(index);
    for (const auto& [name, count] : {std::pair<std::string, std::uint32_t>{"second", 20000}, {"third", 10}, {"fourth", 5000}}) {
      SCOPED_TRACE(name);
      Xapian::WritableDatabase writer(index, Xapian::DB_OPEN);
      replace(index, database_of(count, name), {.exchanges = exchanges});
      writer.close();
      EXPECT_EQ(untouched.get_document(2999).get_data(), "first");
      EXPECT_EQ(untouched.get_termfreq("first"), 3000u);
      EXPECT_TRUE(reader.reopen());
      EXPECT_FALSE(reader.reopen());
      write_api(database_of(count, name), folder / name);
      EXPECT_EQ(differences(reader, Xapian::Database(folder / name)), "");
      EXPECT_EQ(problems(index), "");
    }
    EXPECT_THAT(names_in(folder / ""), UnorderedElementsAre("index", "second", "third", "fourth"));
  }
}

TEST(ReplaceDirectory, TheLockGoesOn) {
  const Folder folder;
  const std::string index = folder / "index";
  write_api(database_of(10, "first"), index);
  Xapian::WritableDatabase writer(index, Xapian::DB_OPEN);
  EXPECT_THROW(Xapian::WritableDatabase(index, Xapian::DB_OPEN), Xapian::DatabaseLockError);
  replace(index, database_of(20, "second"));
  EXPECT_THROW(Xapian::WritableDatabase(index, Xapian::DB_OPEN), Xapian::DatabaseLockError);
  writer.close();
  Xapian::WritableDatabase next(index, Xapian::DB_OPEN);
  EXPECT_EQ(next.get_doccount(), 20u);
  next.delete_document("second");
  next.commit();
  EXPECT_EQ(Xapian::Database(index).get_doccount(), 0u);
  EXPECT_EQ(problems(index), "");
}

TEST(ReplaceDirectory, FollowsALink) {
  const Folder folder;
  write_api(database_of(10, "first"), folder / "real");
  std::filesystem::create_directory_symlink("real", folder / "index");
  replace(folder / "index", database_of(20, "second"));
  EXPECT_EQ(Xapian::Database(folder / "real").get_doccount(), 20u);
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "index"));
  EXPECT_THAT(names_in(folder / ""), UnorderedElementsAre("index", "real"));
}

TEST(ReplaceDirectory, OneOfBothIsThereWhereverThePowerGoes) {
  for (const bool exchanges : {true, false}) {
    std::size_t away = 0;  // calls after which the old one has another name
    for (std::size_t call = 0;; ++call) {
      SCOPED_TRACE("call " + std::to_string(call));
      const Folder folder;
      const std::string index = folder / "index";
      write_api(database_of(10, "first"), index);
      bool lost = false;
      try {
        replace(index, database_of(20, "second"), {.lost_at = call, .exchanges = exchanges});
      } catch (const testing::PowerLost&) {
        lost = true;
      }
      if (!std::filesystem::exists(index)) {
        ++away;
        std::filesystem::rename(index + ".replaced", index);
      }
      EXPECT_EQ(problems(index), "");
      const Xapian::Database database(index);
      EXPECT_THAT(database.get_metadata("name"), AnyOf("first", "second"));
      EXPECT_EQ(database.get_doccount(), database.get_termfreq(database.get_metadata("name")));
      if (lost) continue;
      EXPECT_EQ(database.get_metadata("name"), "second");
      EXPECT_GE(call, 5u);
      break;
    }
    EXPECT_EQ(away, exchanges ? 0u : 1u);
  }
}

TEST(ReplaceDirectory, WhoOpensItMeanwhileSeesOneOrTheOther) {
  const Folder folder;
  const std::string index = folder / "index";
  write_api(database_of(100, "0"), index);
  std::atomic<bool> done = false;
  std::size_t opened = 0, overtaken = 0;
  std::string wrong;
  std::thread reading([&] {
    while (!done) try {
        const Xapian::Database database(index);
        const std::string name = database.get_metadata("name");
        if (database.get_termfreq(name) != database.get_doccount() || database.get_document(1).get_data() != name) wrong = name;
        ++opened;
      } catch (const Xapian::DatabaseModifiedError&) {
        ++overtaken;  // a reader that is between two files; it opens again, as after any writer
      } catch (const Xapian::Error& error) {
        wrong = error.get_description();
      }
  });
  for (std::uint32_t i = 1; i <= 100; ++i) replace(index, database_of(100 + i, std::to_string(i)));
  done = true;
  reading.join();
  EXPECT_EQ(wrong, "");
  EXPECT_GT(opened, 10u);
  EXPECT_EQ(Xapian::Database(index).get_metadata("name"), "100");
}

TEST(ReplaceDirectory, WhatIsNotThereIsNamed) {
  const Folder folder;
  write_api(database_of(1, "first"), folder / "index");
  try {
    glass::replace_directory(folder / "index", folder / "none");
    FAIL() << "it was replaced";
  } catch (const glass::FileError& error) {
    EXPECT_EQ(error.file(), folder / "none");
  }
  EXPECT_EQ(Xapian::Database(folder / "index").get_doccount(), 1u);
}

}  // namespace
}  // namespace jomun
