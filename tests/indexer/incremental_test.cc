// Jomun tests: what adding the same files again does.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index_program.h"
#include "indexer/index_reader.h"
#include "indexer/index_writer.h"
#include "indexer/sharded_writer.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::IsEmpty;
using ::testing::StartsWith;
using ::testing::UnorderedElementsAre;

constexpr const char* act = "Test Act\n\nArticle 1\nIt begins.\n\nArticle 2\nIt ends.\n";
constexpr const char* longer = "Test Act\n\nArticle 1\nIt begins.\n\nArticle 2\nIt goes on.\n\nArticle 3\nIt ends.\n";

class Incremental : public ::testing::Test {
 protected:
  // The closing line as far as what it counts; errors before it too.
  std::string add(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--index", index_, "add"});
    std::istringstream in;
    std::ostringstream out, error;
    run_index(arguments, in, out, error);
    EXPECT_THAT(check_index(index_), IsEmpty());
    std::string text = error.str();
    return text.substr(0, text.rfind(" in "));
  }
  std::vector<std::string> versions() const {
    std::vector<std::string> lines;
    for (const ListedVersion& version : list_versions(index_)) lines.push_back(version.name + " " + std::to_string(version.record.clauses));
    return lines;
  }
  // As if it had been written long ago.
  std::string write_old(const std::string& name, std::string_view content, int hours = 10) const {
    const std::string file = folder_.write(name, content);
    std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(hours));
    return file;
  }

  const Folder folder_;
  const std::string index_ = folder_ / "index", texts_ = folder_ / "texts";
};

class IncrementalInShards : public Incremental, public ::testing::WithParamInterface<const char*> {};

TEST_F(Incremental, WhatHasNotChangedIsLeft) {
  write_old("texts/a.txt", act);
  write_old("texts/b.txt", act);
  EXPECT_EQ(add({texts_}), "jomun-index: 2 files, 2 versions, 4 clauses indexed");
  EXPECT_EQ(add({texts_}), "jomun-index: 0 files, 0 versions, 0 clauses indexed, 2 files unchanged");
  write_old("texts/c.txt", act);
  write_old("texts/b.txt", longer);
  EXPECT_EQ(add({texts_}), "jomun-index: 2 files, 2 versions, 5 clauses indexed, 1 file unchanged");
  EXPECT_THAT(versions(), ElementsAre("a/en 2", "b/en 3", "c/en 2"));
  EXPECT_EQ(add({texts_, "--again"}), "jomun-index: 3 files, 3 versions, 7 clauses indexed");
}

// Size and time tell first, the content where only the time differs or is too recent to tell.
TEST_F(Incremental, TimesAndContents) {
  const std::string file = write_old("texts/a.txt", act, 10);
  add({texts_});
  write_old("texts/a.txt", act, 9);  // touched
  EXPECT_EQ(add({texts_}), "jomun-index: 0 files, 0 versions, 0 clauses indexed, 1 file unchanged");
  std::string same_size = act;
  same_size.replace(same_size.find("ends"), 4, "goes");
  folder_.write("texts/a.txt", same_size);  // now
  EXPECT_EQ(add({texts_}), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  folder_.write("texts/a.txt", act);  // within the same moment, perhaps
  EXPECT_EQ(add({texts_}), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  EXPECT_EQ(add({file}), "jomun-index: 0 files, 0 versions, 0 clauses indexed, 1 file unchanged");
}

// What else decides what comes of a file: options and the catalogue.
TEST_F(Incremental, Circumstances) {
  const std::string file = write_old("texts/a.txt", act);
  add({file});
  EXPECT_EQ(add({file, "--date", "2024"}), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  EXPECT_EQ(list_versions(index_).at(0).record.date, "2024");
  EXPECT_EQ(add({file, "--date", "2024"}), "jomun-index: 0 files, 0 versions, 0 clauses indexed, 1 file unchanged");
  EXPECT_EQ(add({file, "--split", "paragraph"}), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  folder_.write("texts/catalogue.toml", "[[version]]\nfile = \"a.txt\"\nwork = \"b\"\n");
  EXPECT_EQ(add({texts_}), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  EXPECT_THAT(versions(), ElementsAre("b/en 2"));  // it is no longer what the file gives
}

TEST_F(Incremental, AVersionThatAFileNoLongerGivesGoes) {
  write_old("texts/set.jsonl",
            "{\"work\":\"a\",\"text\":\"One.\",\"language\":\"en\"}\n{\"work\":\"b\",\"text\":\"Two.\",\"language\":\"en\"}\n");
  add({texts_});
  EXPECT_THAT(versions(), ElementsAre("a/en 1", "b/en 1"));
  write_old("texts/set.jsonl", "{\"work\":\"b\",\"text\":\"Two.\",\"language\":\"en\"}\n");
  add({texts_});
  EXPECT_THAT(versions(), ElementsAre("b/en 1"));
}

// The ids of a version that goes are free for what comes in its place.
TEST_P(IncrementalInShards, AWorkThatWasRenamedKeepsItsIds) {
  const auto set_of = [](std::string_view work) {
    return fmt::format(
        "{{\"work\":\"{0}\",\"id\":\"one\",\"text\":\"One.\",\"language\":\"en\"}}\n"
        "{{\"work\":\"{0}\",\"id\":\"two\",\"text\":\"Two.\",\"language\":\"en\"}}\n",
        work);
  };
  write_old("texts/set.jsonl", set_of("a"));
  EXPECT_EQ(add({texts_, "--shards", GetParam()}), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  for (const char* work : {"renamed", "again", "other", "a"}) {  // in shards, some go to another one
    write_old("texts/set.jsonl", set_of(work));
    EXPECT_EQ(add({texts_}), "jomun-index: 1 file, 1 version, 2 clauses indexed") << work;
    EXPECT_THAT(versions(), ElementsAre(fmt::format("{}/en 2", work)));
  }
  // Those of another file's version are not.
  write_old("texts/other.jsonl", set_of("b"));
  EXPECT_THAT(add({texts_}), StartsWith(fmt::format("jomun-index: {}: the id one stands there twice", folder_ / "texts/other.jsonl")));
  EXPECT_THAT(versions(), ElementsAre("a/en 2"));
}

// A file that has lost a version, because that was removed or another file gives it now, still answers for its others.
TEST_P(IncrementalInShards, TheOtherVersionsOfAFileThatLostOne) {
  const auto set_of = [](std::string_view works) {
    std::string lines;
    for (const char work : works) lines += fmt::format("{{\"work\":\"{}\",\"text\":\"One.\",\"language\":\"en\"}}\n", work);
    return lines;
  };
  const auto lose = [&](const std::string& how, const std::string& work) {
    if (how == "remove") {
      std::istringstream in;
      std::ostringstream out, error;
      run_index({"--index", index_, "remove", work}, in, out, error);
      EXPECT_EQ(error.str(), "jomun-index: 1 clause removed\n");
    } else {
      add({write_old("texts/" + work + how, set_of(work))});
    }
    EXPECT_THAT(check_index(index_), IsEmpty());
  };
  const auto restore = [&] { return add({write_old("texts/set.jsonl", set_of("abcdef")), "--again", "--shards", GetParam()}); };
  for (const char* how : {"remove", "-other.jsonl"}) {
    SCOPED_TRACE(how);
    EXPECT_EQ(restore(), "jomun-index: 1 file, 6 versions, 6 clauses indexed");
    lose(how, "a");
    EXPECT_EQ(add({folder_ / "texts/set.jsonl"}), "jomun-index: 1 file, 6 versions, 6 clauses indexed");  // not: unchanged
    EXPECT_EQ(add({folder_ / "texts/set.jsonl"}), "jomun-index: 0 files, 0 versions, 0 clauses indexed, 1 file unchanged");

    lose(how, "a");
    write_old("texts/set.jsonl", set_of("bc"));
    add({folder_ / "texts/set.jsonl"});
    const bool elsewhere = std::string_view(how) != "remove";
    EXPECT_EQ(versions(),
              elsewhere ? std::vector<std::string>({"a/en 1", "b/en 1", "c/en 1"}) : std::vector<std::string>({"b/en 1", "c/en 1"}));

    restore();
    lose(how, "a");
    lose(how, "b");
    ShardedWriter writer(index_);
    EXPECT_THAT(writer.remove_file(folder_ / "texts/set.jsonl"), UnorderedElementsAre("c/en", "d/en", "e/en", "f/en"));
    writer.commit();
    EXPECT_EQ(versions().size(), elsewhere ? 2 : 0);
    EXPECT_THAT(check_index(index_), IsEmpty());
  }
}

INSTANTIATE_TEST_SUITE_P(One, IncrementalInShards, ::testing::Values("1", "3"));

// Not what another file gives meanwhile.
TEST_F(Incremental, AVersionThatAnotherFileGivesStays) {
  const std::string one = write_old("1/a.txt", act), other = write_old("2/a.txt", longer);
  add({one});
  add({other});
  EXPECT_THAT(versions(), ElementsAre("a/en 3"));
  EXPECT_EQ(add({one, "--work", "b"}), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  EXPECT_THAT(versions(), ElementsAre("a/en 3", "b/en 2"));
  EXPECT_EQ(add({one}), "jomun-index: 1 file, 1 version, 2 clauses indexed");  // the last one added counts
  EXPECT_THAT(versions(), ElementsAre("a/en 2"));
  EXPECT_EQ(add({other}), "jomun-index: 1 file, 1 version, 3 clauses indexed");  // and is known as that
}

TEST_F(Incremental, AFileThatWasMovedIsTheSameVersion) {
  const std::string before = write_old("texts/a.txt", act);
  add({texts_});
  std::filesystem::create_directories(folder_ / "texts/deep");
  std::filesystem::rename(before, folder_ / "texts/deep/a.txt");
  EXPECT_EQ(add({texts_}), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  EXPECT_EQ(add({texts_}), "jomun-index: 0 files, 0 versions, 0 clauses indexed, 1 file unchanged");
  EXPECT_THAT(versions(), ElementsAre("a/en 2"));
}

TEST_F(Incremental, TwoFilesOfOneVersionAreToldAgain) {
  write_old("texts/1/a.txt", act);
  const std::string second = write_old("texts/2/a.txt", act);
  const std::string message =
      "jomun-index: " + second + ": is a/en like " + (folder_ / "texts/1/a.txt") + "; give one of the two another --work or --language\n";
  EXPECT_EQ(add({texts_}), message + "jomun-index: 1 file, 1 version, 2 clauses indexed");
  EXPECT_EQ(add({texts_}), message + "jomun-index: 0 files, 0 versions, 0 clauses indexed, 1 file unchanged");
}

// A file that was good and is bad now: what is in the index stays, and the next run tries again.
TEST_F(Incremental, AFileThatWentBad) {
  const std::string file = write_old("texts/a.txt", act);
  add({file});
  write_old("texts/a.txt", "");
  for (int i = 0; i < 2; ++i) EXPECT_THAT(add({file}), ::testing::StartsWith("jomun-index: " + file + ": empty; "));
  EXPECT_THAT(versions(), ElementsAre("a/en 2"));
}

TEST_F(Incremental, WhatWasRemovedIsReadAgain) {
  write_old("texts/a.txt", act);
  write_old("texts/b.txt", act);
  add({texts_});
  std::istringstream in;
  std::ostringstream out, error;
  run_index({"--index", index_, "remove", "a"}, in, out, error);
  EXPECT_THAT(check_index(index_), IsEmpty());
  EXPECT_EQ(add({texts_}), "jomun-index: 1 file, 1 version, 2 clauses indexed, 1 file unchanged");
}

// Names are kept apart however long they are.
TEST_F(Incremental, LongPaths) {
  const std::string deep = "texts/" + std::string(200, 'x') + "/" + std::string(200, 'y') + "/";
  write_old(deep + "a.txt", act);
  write_old(deep + "b.txt", act);
  add({texts_});
  EXPECT_EQ(add({texts_}), "jomun-index: 0 files, 0 versions, 0 clauses indexed, 2 files unchanged");
}

TEST_F(Incremental, RemoveFile) {
  const std::string file = write_old("texts/a.txt", act);
  write_old("texts/b.txt", act);
  add({texts_});
  IndexWriter writer(index_);
  EXPECT_THAT(writer.remove_file(folder_ / "texts/none.txt"), IsEmpty());
  EXPECT_THAT(writer.remove_file(file), ElementsAre("a/en"));
  EXPECT_THAT(writer.remove_file(file), IsEmpty());
  writer.commit();
  EXPECT_THAT(versions(), ElementsAre("b/en 2"));
  EXPECT_THAT(check_index(index_), IsEmpty());
}

}  // namespace
}  // namespace jomun
