// Jomun tests: an index that is written as a whole is the one that Xapian writes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/bulk/database_writer.h"
#include "indexer/index_reader.h"
#include "indexer/index_writer.h"
#include "indexer/prepared_version.h"
#include "indexer/schema.h"
#include "indexer/sharded_writer.h"
#include "indexer/shards.h"
#include "indexer/term_lists.h"
#include "tests/indexer/bulk/compare_databases.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;
using ::testing::UnorderedElementsAre;

// What is done with a writer.

struct Text {
  std::string version;  // "WORK/LANG"
  std::vector<std::string> clauses;
  std::vector<std::string> ids{};  // of the first clauses
};

// Does one thing with a writer and says what came of it, but for what both writers say otherwise.
using Step = std::function<std::string(ShardedWriter&)>;
using Program = std::vector<Step>;  // what one program does; a new one for the next

DocumentBuilders& builders() {
  static DocumentBuilders of_all([] { return make_tokenizer(default_tokenizer_name); });
  return of_all;
}

Version version_of(const Text& text) {
  Version version = make_version(text.version, text.clauses);
  for (std::size_t i = 0; i < text.ids.size(); ++i) version.clauses.at(i).id = text.ids[i];
  return version;
}

// A file that gives `texts`.
Step put(const std::string& file, const std::vector<Text>& texts) {
  return [=](ShardedWriter& writer) {
    schema::FileRecord record;
    record.path = file;
    record.size = texts.size();
    std::vector<PreparedVersion> versions;
    for (const Text& text : texts) versions.push_back(prepare(version_of(text), builders(), 1));
    try {
      writer.replace(std::move(record), std::move(versions));
    } catch (const RejectedVersion& problem) {
      return std::string(problem.what());
    }
    return "put " + file;
  };
}
Step remove(const std::string& name) {
  return [=](ShardedWriter& writer) { return "removed " + std::to_string(writer.remove(name)); };
}
Step remove_file(const std::string& file) {
  return [=](ShardedWriter& writer) {
    std::string line = "removed";
    for (const std::string& version : writer.remove_file(file)) line += " " + version;
    return line;
  };
}
const Step commit = [](ShardedWriter& writer) { return writer.commit(), "committed"; };
const Step compact = [](ShardedWriter& writer) { return writer.compact(), "compacted"; };

// What an index holds, but for the numbers of documents.

std::vector<std::string> databases_of(const std::string& index) {
  std::vector<std::string> folders;
  for (const IndexPart& part : parts_of(index)) folders.push_back(part.name);
  return folders;
}

using Content = std::map<std::string, std::string>;  // by citation, and by key of metadata

Content content_of(const std::string& index) {
  Content content;
  const std::vector<std::string> folders = databases_of(index);
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const Xapian::Database database(folders[i]);
    const std::string shard = std::to_string(i) + " ";
    for (auto key = database.metadata_keys_begin(), end = database.metadata_keys_end(); key != end; ++key)
      content[shard + *key] = database.get_metadata(*key);
    TermLists lists(database, fs::path(folders[i]) / glass::term_lists_scratch, 1 << 20);
    Xapian::docid number = 0;
    for (IndexDocument with_terms; lists.next(number, with_terms);) {
      const Xapian::Document document = database.get_document(number);
      std::string all = document.get_data() + "\n", terms;
      for (const auto& [term, wdf] : with_terms.terms)
        terms += std::string(term) + " " + std::to_string(wdf) + " " + std::to_string(database.get_termfreq(std::string(term))) + "\n";
      std::string listed;
      for (auto term = database.termlist_begin(number); term != database.termlist_end(number); ++term)
        listed += *term + " " + std::to_string(term.get_wdf()) + " " + std::to_string(database.get_termfreq(*term)) + "\n";
      // Where a document has a list it says the same.
      EXPECT_TRUE(listed == terms || (!has_term_lists(database) && listed.starts_with(std::string(schema::no_terms) + " "))) << listed;
      all += terms;
      for (auto value = document.values_begin(); value != document.values_end(); ++value)
        all += std::to_string(value.get_valueno()) + "=" + *value + "\n";
      std::string& place = content[shard + schema::decode_clause(document.get_data()).citation];
      EXPECT_EQ(place, "") << "a clause stands there twice";
      place = all;
    }
  }
  return content;
}

// "WORK/LANG CLAUSES" of each version of the last commit.
std::vector<std::string> versions_in(const std::string& index) {
  std::vector<std::string> lines;
  for (const ListedVersion& version : list_versions(index)) lines.push_back(version.name + " " + std::to_string(version.record.clauses));
  EXPECT_THAT(check_index(index), IsEmpty());
  return lines;
}

std::vector<std::string> names_in(const std::string& path) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(path)) names.push_back(entry.path().filename());
  return names;
}

std::string failure(const std::function<void()>& function) {
  try {
    function();
  } catch (const IndexError& error) {
    return error.what();
  }
  return "";
}

// As programs do it one after the other. Returns what came of each step.
std::vector<std::string> perform(const std::string& index, const std::vector<Program>& runs, Writer how, std::size_t shards) {
  std::vector<std::string> outcomes;
  for (const Program& run : runs) {
    {
      ShardedWriter writer(index, "", shards, {how, 1 << 20});
      EXPECT_EQ(writer.writer(), how);
      for (const Step& step : run) outcomes.push_back(step(writer));
    }
    for (const std::string& folder : databases_of(index)) EXPECT_EQ(testing::problems(folder), "");
  }
  return outcomes;
}

const std::string twice = "the id x stands there twice; give every clause an id of its own";

struct Sequence {
  std::string what;
  std::vector<Program> runs;
  std::vector<std::string> outcomes;  // those of interest, in order
  std::vector<std::string> versions;  // in the end
};

const std::vector<Sequence>& sequences() {
  const Step three =
      put("three.txt", {{"a/en", {"One party.", "Two parties."}}, {"a/ko", {"하나 당사자."}}, {"b/zh-Hans", {"数据安全。"}}});
  static const std::vector<Sequence> all{
      {"a new index", {{three, commit}}, {}, {"a/en 2", "a/ko 1", "b/zh-Hans 1"}},
      {"an empty one", {{commit}}, {}, {}},
      {"nothing is committed", {{three}}, {}, {}},
      {"nothing more is committed",
       {{three, commit}, {put("more", {{"c/en", {"C."}}}), remove("a")}},
       {"removed 3"},
       {"a/en 2", "a/ko 1", "b/zh-Hans 1"}},
      {"some are replaced",
       {{three, commit}, {put("other.txt", {{"a/ko", {"둘.", "셋.", "넷."}}}), commit}},
       {},
       {"a/en 2", "a/ko 3", "b/zh-Hans 1"}},
      {"works are removed", {{three, commit}, {remove("a"), remove("none"), commit}}, {"removed 3", "removed 0"}, {"b/zh-Hans 1"}},
      {"all are removed", {{three, commit}, {remove("a"), remove("b"), commit}}, {}, {}},
      {"a version is removed, and comes again",
       {{three, commit}, {remove("a/en"), put("en.txt", {{"a/en", {"One."}}}), commit}},
       {},
       {"a/en 1", "a/ko 1", "b/zh-Hans 1"}},
      {"it is removed twice",
       {{three, commit}, {remove("a/en"), remove("a/en"), commit}},
       {"removed 2", "removed 0"},
       {"a/ko 1", "b/zh-Hans 1"}},
      {"a file gives fewer", {{three, commit}, {put("three.txt", {{"a/en", {"One."}}}), commit}}, {}, {"a/en 1"}},
      {"a file gives fewer, in one build", {{three, put("three.txt", {{"a/en", {"One."}}}), commit}}, {}, {"a/en 1"}},
      {"a file gives others", {{three, commit}, {put("three.txt", {{"c/en", {"One."}}}), commit}}, {}, {"c/en 1"}},
      {"a file gives others, in one build", {{three, put("three.txt", {{"c/en", {"One."}}}), commit}}, {}, {"c/en 1"}},
      {"a file gives none", {{three, commit}, {put("three.txt", {}), commit}}, {}, {}},
      {"a file gives none, in one build", {{three, put("three.txt", {}), commit}}, {}, {}},
      {"a file is removed",
       {{three, put("d", {{"d/en", {"D."}}}), commit}, {remove_file("three.txt"), remove_file("none"), commit}},
       {"removed"},
       {"d/en 1"}},
      {"a file is removed, in one build", {{three, put("d", {{"d/en", {"D."}}}), remove_file("three.txt"), commit}}, {}, {"d/en 1"}},
      {"what was added goes in the same build", {{three, remove("a"), commit}}, {"removed 3"}, {"b/zh-Hans 1"}},
      {"a version comes twice", {{three, put("en.txt", {{"a/en", {"Again."}}}), commit}}, {}, {"a/en 1", "a/ko 1", "b/zh-Hans 1"}},
      {"a version comes twice to a living index",
       {{three, commit}, {put("en.txt", {{"a/en", {"Again."}}}), put("en.txt", {{"a/en", {"And", "again."}}}), commit}},
       {},
       {"a/en 2", "a/ko 1", "b/zh-Hans 1"}},
      {"an id is another's",
       {{put("a", {{"a/en", {"A."}, {"x"}}}), commit},
        {put("b", {{"b/en", {"B.", "B."}, {"y", "x"}}}), put("c", {{"c/en", {"C."}, {"y"}}}), commit}},
       {twice},
       {"a/en 1", "c/en 1"}},
      {"an id is another's, in one build",
       {{put("a", {{"a/en", {"A."}, {"x"}}}), put("b", {{"b/en", {"B."}, {"x"}}}), commit}},
       {twice},
       {"a/en 1"}},
      {"an id is there twice in one file", {{put("a", {{"a/en", {"A."}, {"x"}}, {"b/en", {"B."}, {"x"}}}), commit}}, {twice}, {}},
      {"an id was that of one that is being removed",
       {{put("a", {{"a/en", {"A."}, {"x"}}}), commit}, {remove("a"), put("b", {{"b/en", {"B."}, {"x"}}}), commit}},
       {"removed 1", "put b"},
       {"b/en 1"}},
      {"an id is one that its version keeps",
       {{put("a", {{"a/en", {"A."}, {"x"}}}), put("a", {{"a/en", {"B.", "C."}, {"z", "x"}}}), commit}},
       {},
       {"a/en 2"}},
      {"an id is one that its version has given up",
       {{put("a", {{"a/en", {"A."}, {"x"}}}), commit}, {put("a", {{"a/en", {"A."}, {"z"}}}), put("b", {{"b/en", {"B."}, {"x"}}}), commit}},
       {"put b"},
       {"a/en 1", "b/en 1"}},
      {"commits, twice",
       {{three, commit, commit, put("d", {{"d/en", {"D."}}}), commit}},
       {},
       {"a/en 2", "a/ko 1", "b/zh-Hans 1", "d/en 1"}},
      {"compacted", {{three, commit, remove("a"), compact}}, {"compacted"}, {"b/zh-Hans 1"}},
      {"compacted as it is", {{three, commit}, {compact, compact}}, {"compacted"}, {"a/en 2", "a/ko 1", "b/zh-Hans 1"}},
      {"compacted in between",
       {{compact, three, compact, remove("b"), put("a", {{"a/en", {"A."}}}), commit}},
       {"compacted"},
       {"a/en 1", "a/ko 1"}},
  };
  return all;
}

TEST(BulkStore, SaysWhatTheApiSays) {
  for (const Sequence& sequence : sequences())
    for (const std::size_t shards : {0, 3}) {
      SCOPED_TRACE(sequence.what + ", shards: " + std::to_string(shards));
      const Folder folder;
      try {
        const auto by_api = perform(folder / "api", sequence.runs, Writer::api, shards);
        const auto by_bulk = perform(folder / "bulk", sequence.runs, Writer::bulk, shards);
        EXPECT_EQ(by_bulk, by_api);
        for (const std::string& outcome : sequence.outcomes) EXPECT_THAT(by_bulk, ::testing::Contains(outcome));
        EXPECT_EQ(versions_in(folder / "bulk"), sequence.versions);
        EXPECT_EQ(versions_in(folder / "api"), sequence.versions);
        EXPECT_EQ(content_of(folder / "bulk"), content_of(folder / "api"));
        EXPECT_THAT(names_in(folder / ""), UnorderedElementsAre("api", "bulk"));
        // And Xapian goes on with it.
        const std::vector<Program> more{{put("later", {{"later/en", {"Later on."}}, {"b/zh-Hans", {"数据。", "安全。"}}}), commit}};
        for (const char* index : {"api", "bulk"}) perform(folder / index, more, Writer::api, 0);
        EXPECT_EQ(content_of(folder / "bulk"), content_of(folder / "api"));
        EXPECT_THAT(check_index(folder / "bulk"), IsEmpty());
      } catch (const std::exception& error) {
        ADD_FAILURE() << error.what();
      }
    }
}

// Who reads and writes meanwhile.

TEST(BulkStore, AnOpenReaderGoesOnAndSeesTheNewStateWhenItReopens) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"One.", "Two."})});
  Xapian::Database reader(index);
  IndexWriter writer(index, "", {Writer::bulk});
  for (const auto& [word, clauses] : {std::pair<std::string, std::size_t>{"first", 3}, {"second", 1}, {"third", 2}}) {
    const Xapian::doccount before = reader.get_doccount();
    writer.replace(make_version("a/en", std::vector<std::string>(clauses, word)), "");
    EXPECT_FALSE(reader.reopen());
    EXPECT_EQ(reader.get_doccount(), before);
    writer.commit();
    EXPECT_EQ(reader.get_doccount(), before);
    EXPECT_NE(reader.get_document(1).get_data(), "");
    EXPECT_TRUE(reader.reopen());
    EXPECT_EQ(reader.get_doccount(), clauses);
    EXPECT_EQ(reader.get_termfreq(word), clauses);
  }
  writer.remove("a");
  writer.compact();
  EXPECT_TRUE(reader.reopen());
  EXPECT_EQ(reader.get_doccount(), 0U);
}

TEST(BulkStore, TheIndexStaysLocked) {
  const Folder folder;
  IndexWriter writer(folder / "index", "", {Writer::bulk});
  for (const char* name : {"a/en", "b/en"}) {
    EXPECT_THROW(IndexWriter second(folder / "index"), LockedIndex);
    writer.replace(make_version(name, {"One."}), "");
    EXPECT_THROW(IndexWriter second(folder / "index"), LockedIndex);
    writer.commit();
    EXPECT_THROW(IndexWriter second(folder / "index"), LockedIndex);
  }
}

// Where the index is.

TEST(BulkStore, HoweverTheFolderIsGiven) {
  struct Row {
    const char* from;  // the current directory
    const char* index;
  };
  const fs::path before = fs::current_path();
  for (const Row& row : {Row{"", "index"}, {"", "./index/"}, {"", "deep/../index//"}, {"deep", "../index"}, {"", "link"}, {"", "link/"}}) {
    SCOPED_TRACE(std::string(row.from) + ": " + row.index);
    const Folder folder;
    testing::add_versions(folder / "index", {make_version("a/en", {"One."})});
    fs::create_directory(folder / "deep");
    fs::create_directory_symlink("index", folder / "link");
    fs::current_path(folder / row.from);
    EXPECT_EQ(failure([&] {
                IndexWriter writer(row.index, "", {Writer::bulk});
                for (const char* name : {"b/en", "c/en"}) {
                  writer.replace(make_version(name, {"One."}), "");
                  writer.commit();
                }
                writer.compact();
                writer.remove("c");
                writer.commit();
              }),
              "");
    fs::current_path(before);
    EXPECT_THAT(versions_in(folder / "index"), ElementsAre("a/en 1", "b/en 1"));
    EXPECT_TRUE(fs::is_symlink(folder / "link"));
    EXPECT_THAT(names_in(folder / ""), UnorderedElementsAre("index", "deep", "link"));
  }
}

// Who stands in a folder that is replaced stands in one that is deleted.
TEST(BulkStore, TheCurrentDirectoryIsNotReplaced) {
  const fs::path before = fs::current_path();
  for (const char* given : {".", "./", "../index", ""}) {
    SCOPED_TRACE(given);
    const Folder folder;
    const std::string index = *given == '\0' ? folder / "index" : given;
    testing::add_versions(folder / "index", {make_version("a/en", {"One."})});
    fs::current_path(folder / "index");
    const std::string expected = "is the current directory, and cannot be written anew; change to another one";
    EXPECT_EQ(failure([&] { IndexWriter writer(index, "", {Writer::bulk}); }), expected);
    EXPECT_EQ(failure([&] { IndexWriter(index).compact(); }), expected);
    {
      IndexWriter writer(index);
      writer.expect(std::size_t{100} << 20);
      EXPECT_EQ(writer.writer(), Writer::api);
      writer.replace(make_version("b/en", {"One."}), "");
      writer.commit();
    }
    EXPECT_THAT(versions_in(index), ElementsAre("a/en 1", "b/en 1"));
    fs::current_path(before);
  }
}

TEST(BulkStore, TheFolderKeepsItsOwner) {
  if (geteuid() != 0) GTEST_SKIP() << "only root may give files away";
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"One."})});
  constexpr uid_t other = 12345;
  ASSERT_EQ(chown(index.c_str(), other, other), 0);
  IndexWriter(index, "", {Writer::bulk}).compact();
  for (const std::string& path : {index, index + "/iamglass", index + "/postlist.glass"}) {
    struct stat status {};
    ASSERT_EQ(stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_uid, other) << path;
    EXPECT_EQ(status.st_gid, other) << path;
  }
}

TEST(BulkStore, TheFolderKeepsItsPermissions) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"One."})});
  for (const fs::perms mode : {fs::perms::owner_all, fs::perms::owner_all | fs::perms::group_all | fs::perms::set_gid}) {
    fs::permissions(index, mode);
    IndexWriter(index, "", {Writer::bulk}).compact();
    EXPECT_EQ(fs::status(index).permissions(), mode);
  }
}

// What Xapian keeps for copies is nobody's: those of another database would be of no use.
TEST(BulkStore, ChangeSetsGo) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"One."})});
  const std::string changes = folder.write("index/changes12", "old");
  IndexWriter writer(index, "", {Writer::bulk});
  writer.replace(make_version("b/en", {"One."}), "");
  writer.commit();
  EXPECT_FALSE(fs::exists(changes));
  EXPECT_THAT(versions_in(index), ElementsAre("a/en 1", "b/en 1"));
}

// What is in the way is left alone: it is somebody's.

constexpr std::size_t many = 100 << 20;  // bytes

TEST(BulkStore, FilesOfOthersInTheFolderStay) {
  for (const char* other : {"notes.txt", "texts/act.txt", "changes", "changes1.txt"}) {
    SCOPED_TRACE(other);
    const Folder folder;
    const std::string index = folder / "index";
    const std::string file = folder.write(std::string("index/") + other, "text");
    testing::add_versions(index, {make_version("a/en", {"One."})});
    const std::string message = failure([&] {
      IndexWriter writer(index, "", {Writer::bulk});
      writer.replace(make_version("b/en", {"One."}), "");
      writer.commit();
    });
    EXPECT_THAT(message,
                AllOf(HasSubstr(std::string(other).substr(0, 5)), HasSubstr("is no part of it, and would be lost; move it elsewhere")));
    EXPECT_NE(failure([&] { IndexWriter(index).compact(); }), "");
    EXPECT_TRUE(fs::exists(file));
    EXPECT_THAT(versions_in(index), ElementsAre("a/en 1"));
    IndexWriter writer(index);
    writer.expect(many);
    EXPECT_EQ(writer.writer(), Writer::api);
    writer.replace(make_version("b/en", {"One."}), "");
    writer.commit();
    EXPECT_TRUE(fs::exists(file));
    EXPECT_THAT(versions_in(index), ElementsAre("a/en 1", "b/en 1"));
  }
}

TEST(BulkStore, AFileThatComesIntoTheFolderMeanwhileStays) {
  const Folder folder;
  const std::string index = folder / "index";
  IndexWriter writer(index, "", {Writer::bulk});
  writer.replace(make_version("a/en", {"One."}), "");
  const std::string file = folder.write("index/notes.txt", "text");
  EXPECT_THAT(failure([&] { writer.commit(); }), HasSubstr("notes.txt"));
  EXPECT_TRUE(fs::exists(file));
  EXPECT_THAT(versions_in(index), IsEmpty());
}

TEST(BulkStore, WhatOthersHaveBesideTheIndexStays) {
  for (const char* other : {"index.building", "index.building/notes.txt"}) {
    SCOPED_TRACE(other);
    const Folder folder;
    const std::string index = folder / "index", file = folder.write(other, "text");
    EXPECT_NE(failure([&] { IndexWriter writer(index, "", {Writer::bulk}); }), "");
    IndexWriter writer(index);
    writer.expect(many);
    EXPECT_EQ(writer.writer(), Writer::api);
    writer.replace(make_version("a/en", {"One."}), "");
    writer.commit();
    EXPECT_THAT(versions_in(index), ElementsAre("a/en 1"));
    EXPECT_TRUE(fs::is_regular_file(file));
  }
}

// What a program that was killed has left.

void copy_with_lock(const std::string& index, const fs::path& copy) {
  fs::copy(index, copy);
  fs::remove(copy / "flintlock");
  fs::create_hard_link(index + "/flintlock", copy / "flintlock");
}

TEST(BulkStore, LeftoversGoWithTheNextRun) {
  for (const Writer how : {Writer::automatic, Writer::api, Writer::bulk})
    for (const char* name : {"index.building", "index.replaced"}) {
      SCOPED_TRACE(name);
      const Folder folder;
      const std::string index = folder / "index";
      testing::add_versions(index, {make_version("a/en", {"One."})});
      copy_with_lock(index, folder / name);
      folder.write(std::string(name) + "/postings.tmp", "some");
      {
        IndexWriter writer(index, "", {how});
        writer.replace(make_version("b/en", {"One."}), "");
        writer.commit();
      }
      EXPECT_THAT(versions_in(index), ElementsAre("a/en 1", "b/en 1"));
      EXPECT_THAT(names_in(folder / ""), ElementsAre("index"));
    }
}

TEST(BulkStore, AnIndexThatIsCalledLikeLeftoversStays) {
  for (const char* name : {"index.building", "index.replaced"}) {
    SCOPED_TRACE(name);
    const Folder folder;
    testing::add_versions(folder / name, {make_version("other/en", {"One."})});
    testing::add_versions(folder / "index", {make_version("a/en", {"One."})});
    testing::add_versions(folder / "index", {make_version("b/en", {"One."})});
    EXPECT_THAT(versions_in(folder / "index"), ElementsAre("a/en 1", "b/en 1"));
    EXPECT_THAT(versions_in(folder / name), ElementsAre("other/en 1"));
  }
}

// Where the file system cannot exchange folders, there is a moment in which the index has another name.
TEST(BulkStore, AnIndexThatIsJustBeingReplacedIsFoundAgain) {
  for (const char* given : {"index", "index/"}) {
    const Folder folder;
    testing::add_versions(folder / "index", {make_version("a/en", {"One."})});
    copy_with_lock(folder / "index", folder / "index.building");
    fs::rename(folder / "index", folder / "index.replaced");
    IndexWriter writer(folder / given);
    writer.replace(make_version("b/en", {"One."}), "");
    writer.commit();
    EXPECT_THAT(versions_in(folder / "index"), ElementsAre("a/en 1", "b/en 1"));
    EXPECT_THAT(names_in(folder / ""), ElementsAre("index"));
  }
}

TEST(BulkStore, NothingIsLeftOfWhatIsNotCommitted) {
  const Folder folder;
  testing::add_versions(folder / "index", {make_version("a/en", {"One."})});
  {
    IndexWriter writer(folder / "index", "", {Writer::bulk});
    writer.replace(make_version("b/en", {"One."}), "");
    EXPECT_THAT(names_in(folder / ""), UnorderedElementsAre("index", "index.building"));
  }
  EXPECT_THAT(names_in(folder / ""), ElementsAre("index"));
  EXPECT_THAT(versions_in(folder / "index"), ElementsAre("a/en 1"));
}

// Who writes.

TEST(BulkStore, ByHowMuchIsExpected) {
  struct Row {
    Writer writer;
    std::size_t records, expected;  // bytes
    Writer used;
  };
  constexpr std::size_t least = 1 << 20;
  for (const Row& row : {Row{Writer::automatic, 0, least, Writer::bulk},
                         {Writer::automatic, 0, least - 1, Writer::api},
                         {Writer::automatic, 8 * least, 4 * least, Writer::bulk},
                         {Writer::automatic, 8 * least, 4 * least - 1, Writer::api},
                         {Writer::api, 0, least, Writer::api},
                         {Writer::bulk, 8 * least, 0, Writer::bulk}}) {
    SCOPED_TRACE(std::to_string(row.records) + " " + std::to_string(row.expected));
    const Folder folder;
    testing::add_versions(folder / "index", {make_version("a/en", {"One."})});
    if (row.records > 0) fs::resize_file(folder / "index/docdata.glass", row.records);
    IndexWriter writer(folder / "index", "", {row.writer});
    writer.expect(row.expected);
    EXPECT_EQ(writer.writer(), row.used);
  }
}

// Where one of several writes as a whole, every commit costs by the whole.
TEST(BulkStore, OneShardIsEnough) {
  const Folder folder;
  ShardedWriter(folder / "index", "", 2).commit();
  std::ofstream(shard_folder(folder / "index", 0) + "/docdata.glass") << std::string(64 << 20, ' ');
  ShardedWriter writer(folder / "index");
  writer.expect(4 << 20);
  EXPECT_EQ(writer.writer(), Writer::bulk);
}

TEST(BulkStore, TwiceExpectedIsOnce) {
  const Folder folder;
  IndexWriter writer(folder / "index");
  for (int i = 0; i < 2; ++i) {
    writer.expect(many);
    writer.replace(make_version("a/en", {"One."}), "");
  }
  writer.commit();
  EXPECT_THAT(versions_in(folder / "index"), ElementsAre("a/en 1"));
  writer.compact();
  writer.compact();
  EXPECT_THAT(versions_in(folder / "index"), ElementsAre("a/en 1"));
}

}  // namespace
}  // namespace jomun
