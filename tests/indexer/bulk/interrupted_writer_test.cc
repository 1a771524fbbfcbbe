// Jomun tests: a build that does not come to its end.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/bulk/database_writer.h"
#include "indexer/bulk/errors.h"
#include "indexer/bulk/replace_directory.h"
#include "indexer/bulk/term_list_writer.h"
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
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::problems;
using ::testing::StartsWith;
using testing::write_api;
using testing::write_bulk;

// Enough for several runs, and for a table written in several calls.
ExampleDatabase example() {
  ExampleDatabase database;
  for (std::uint32_t i = 0; i < 300; ++i)
    database.documents.push_back({.terms = {{"all", 1}, {"some " + std::to_string(i % 10), i % 3}, {"Q" + std::to_string(i), 0}},
                                  .values = {{1, "value of some length " + std::to_string(i)}},
                                  .data = std::string(2000, static_cast<char>('a' + i % 26))});
  database.metadata = {{"key", "value"}};
  return database;
}

glass::DatabaseOptions options(FailingFileSystem& files) { return {.memory = 10000, .files = &files}; }

// Nothing, or what opening it says; a database that opens must be whole.
std::string opened(const std::string& path, const Xapian::Database& whole) {
  try {
    const Xapian::Database database(path);
    EXPECT_EQ(problems(path), "");
    EXPECT_EQ(differences(database, whole), "");
    return "";
  } catch (const Xapian::DatabaseError& error) {
    return error.get_type();
  }
}

std::vector<std::string> files_in(const std::string& path) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path)) names.push_back(entry.path().filename());
  return names;
}

TEST(InterruptedWriter, IsWholeOrNoDatabaseWhereverThePowerGoes) {
  const ExampleDatabase database = example();
  const Folder reference;
  write_api(database, reference / "api");
  const Xapian::Database whole(reference / "api");
  std::size_t none = 0, complete = 0;
  for (std::size_t call = 0;; ++call) {
    SCOPED_TRACE("call " + std::to_string(call));
    const Folder folder;
    FailingFileSystem files({.lost_at = call});
    bool lost = false;
    try {
      write_bulk(database, folder / "bulk", options(files));
    } catch (const testing::PowerLost&) {
      lost = true;
    }
    const std::string refusal = opened(folder / "bulk", whole);
    (refusal.empty() ? complete : none) += 1;
    if (!lost) {
      EXPECT_EQ(refusal, "");
      break;
    }
    EXPECT_THAT(refusal, AnyOf("", "DatabaseOpeningError", "DatabaseNotFoundError"));
    if (refusal.empty()) continue;
    // What was left is in nobody's way.
    FailingFileSystem again({});
    write_bulk(database, folder / "bulk", options(again));
    EXPECT_EQ(opened(folder / "bulk", whole), "");
  }
  EXPECT_GT(none, 15u);
  EXPECT_GE(complete, 2u);  // the last call, after the version file has its name, and the run without loss
}

// Lists of terms, for a database without: it has all of them or none, and is otherwise the same.
TEST(InterruptedWriter, MakesListsOfTermsWhollyOrNotAtAll) {
  const ExampleDatabase database = example();
  const Folder reference;
  write_api(database, reference / "api");
  write_bulk(database, reference / "lean", {.instead_of_terms = "X", .revision = 5});
  const Xapian::Database whole(reference / "api"), lean(reference / "lean");
  for (const bool exchanges : {true, false}) {
    std::size_t without = 0, with = 0;
    for (std::size_t call = 0;; ++call) {
      SCOPED_TRACE("call " + std::to_string(call));
      const Folder folder;
      const std::string index = folder / "index", fresh = folder / "fresh";
      std::filesystem::copy(reference / "lean", index);
      FailingFileSystem files({.lost_at = call, .exchanges = exchanges});
      bool lost = false;
      try {
        glass::TermListWriter writer(index, fresh, files);
        std::uint32_t docid = 0;
        for (const testing::ExampleDocument& document : database.documents) writer.add(++docid, index_document(document));
        writer.finish();
        EXPECT_EQ(glass::read_version_file(files, fresh).revision, 6u);
        glass::replace_directory(index, fresh, files);
      } catch (const testing::PowerLost&) {
        lost = true;
      }
      // Between two calls a file system that cannot exchange folders has it under another name.
      const std::string place = std::filesystem::exists(index) ? index : index + std::string(glass::replaced_suffix);
      const Xapian::Database database_now(place);
      EXPECT_EQ(problems(place), "");
      const bool has_lists = *database_now.termlist_begin(1) != "X";
      EXPECT_EQ(differences(database_now, has_lists ? whole : lean), "");
      (has_lists ? with : without) += 1;
      if (!lost) {
        EXPECT_TRUE(has_lists);
        EXPECT_FALSE(std::filesystem::exists(fresh));
        break;
      }
    }
    EXPECT_GT(without, 10u);
    EXPECT_GE(with, 2u);
  }
}

TEST(InterruptedWriter, LeavesNothingOnAFullDisk) {
  const ExampleDatabase database = example();
  for (std::size_t write = 0;; ++write) {
    SCOPED_TRACE("write " + std::to_string(write));
    const Folder folder;
    FailingFileSystem files({.full_at = write});
    try {
      write_bulk(database, folder / "bulk", options(files));
      EXPECT_EQ(files.writes(), write);
      EXPECT_GT(write, 5u);
      break;
    } catch (const glass::FileError& error) {
      EXPECT_EQ(error.code(), std::errc::no_space_on_device);
      EXPECT_THAT(error.file(), StartsWith(folder / "bulk/"));
      EXPECT_EQ(error.what(), error.file() + ": cannot be written (No space left on device)");
    }
    EXPECT_THAT(files_in(folder / "bulk"), IsEmpty());
  }
}

TEST(InterruptedWriter, LeavesNothingThatCouldNotBeMadeDurable) {
  const ExampleDatabase database = example();
  for (std::size_t sync = 0;; ++sync) {
    SCOPED_TRACE("sync " + std::to_string(sync));
    const Folder folder;
    FailingFileSystem files({.failing_sync_at = sync});
    try {
      write_bulk(database, folder / "bulk", options(files));
      EXPECT_EQ(sync, 5u);  // three tables, the version file, the folder
      break;
    } catch (const glass::FileError& error) {
      EXPECT_EQ(error.code(), std::errc::io_error);
    }
    EXPECT_THAT(files_in(folder / "bulk"), IsEmpty());
  }
}

TEST(InterruptedWriter, LeavesNothingWhenGivenUp) {
  const Folder folder;
  {
    FailingFileSystem files({});
    glass::DatabaseWriter writer(folder / "bulk", options(files));
    for (const testing::ExampleDocument& document : example().documents) writer.add(index_document(document));
    EXPECT_GT(writer.runs(), 1u);
    EXPECT_LT(writer.runs(), 100u);  // by far not one for each document
    EXPECT_THAT(files_in(folder / "bulk"), ::testing::Contains("docdata.glass"));
  }
  EXPECT_THAT(files_in(folder / "bulk"), IsEmpty());
}

TEST(InterruptedWriter, KeepsOffADatabase) {
  const Folder folder;
  write_bulk({.documents = {{.terms = {{"a", 1}}}}}, folder / "bulk");
  EXPECT_THROW(glass::DatabaseWriter(folder / "bulk"), glass::InvalidFile);
  EXPECT_EQ(Xapian::Database(folder / "bulk").get_doccount(), 1u);
}

TEST(OperatingSystem, NamesTheFileThatItCannotWrite) {
  const auto file = glass::operating_system().create("/dev/full");
  try {
    file->write("bytes");
    FAIL() << "it can be written";
  } catch (const glass::FileError& error) {
    EXPECT_STREQ(error.what(), "/dev/full: cannot be written (No space left on device)");
  }
  const Folder folder;
  EXPECT_THROW(glass::operating_system().create(folder / "none/file"), glass::FileError);
  EXPECT_THROW(glass::operating_system().create_folder(folder.write("file", "") + "/folder"), glass::FileError);
  EXPECT_THROW(glass::operating_system().rename(folder / "none", folder / "some"), glass::FileError);
  EXPECT_THROW(glass::operating_system().sync_folder(folder / "none"), glass::FileError);
  EXPECT_THROW(glass::operating_system().read_file(folder / "none", 1), glass::FileError);
  EXPECT_NO_THROW(glass::operating_system().remove(folder / "none"));
}

}  // namespace
}  // namespace jomun
