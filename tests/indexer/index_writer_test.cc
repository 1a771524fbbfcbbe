// Jomun tests: what an index holds after it was written to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/index_reader.h"
#include "indexer/schema.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::make_version;

// "WORK/LANG CLAUSES" of each version of the last commit.
std::vector<std::string> versions_in(const std::string& index) {
  std::vector<std::string> lines;
  for (const ListedVersion& version : list_versions(index)) lines.push_back(version.name + " " + std::to_string(version.record.clauses));
  EXPECT_THAT(check_index(index), IsEmpty());
  return lines;
}

std::string failure(const std::function<void()>& function) {
  try {
    function();
  } catch (const RejectedVersion& error) {
    return error.what();
  } catch (const IndexError& error) {
    return error.what();
  }
  return "";
}

Version with_ids(Version version, const std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) version.clauses.at(i).id = ids[i];
  return version;
}

// Replacing.

TEST(IndexWriter, TwiceTheSameIsOnce) {
  const Folder folder;
  const std::string index = folder / "deep/er/index";  // made with its parents
  const Version version = make_version("a/en", {"One.", "Two."});
  testing::add_versions(index, {version, version});
  testing::add_versions(index, {version});
  EXPECT_THAT(versions_in(index), ElementsAre("a/en 2"));
  EXPECT_EQ(index_statistics(index).clauses, 2U);
}

TEST(IndexWriter, OthersStay) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index,
                        {make_version("a/zh", {"一。"}), make_version("a/zh-Hans", {"一。", "二。"}), make_version("ab/zh", {"一。"})});
  testing::add_versions(index, {make_version("a/zh", {"一。", "二。", "三。"})});
  EXPECT_THAT(versions_in(index), ElementsAre("a/zh 3", "a/zh-Hans 2", "ab/zh 1"));
  testing::add_versions(index, {make_version("a/zh", {})});
  EXPECT_THAT(versions_in(index), ElementsAre("a/zh 0", "a/zh-Hans 2", "ab/zh 1"));
}

TEST(IndexWriter, VersionRecord) {
  const Folder folder;
  const std::string index = folder / "index";
  Version version = make_version("a/ko", {"하나."});
  version.metadata = {"a", "ko", "선언", "OECD", "2024-05-21", "https://example.org", "unofficial translation"};
  IndexWriter writer(index);
  writer.replace(version, "a.txt");
  writer.commit();
  const schema::VersionRecord record = list_versions(index).at(0).record;
  EXPECT_EQ(record.title, "선언");
  EXPECT_EQ(record.issuer, "OECD");
  EXPECT_EQ(record.date, "2024-05-21");
  EXPECT_EQ(record.source_url, "https://example.org");
  EXPECT_EQ(record.status, "unofficial translation");
  EXPECT_EQ(record.file, "a.txt");
}

// Removing: a name, whether it has a language or not, is meant as a whole.
TEST(IndexWriter, Remove) {
  struct Row {
    const char* name;
    std::size_t removed;
    std::vector<std::string> left;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a", 3, {"ab/en 1", "b/en 1"}},
           {"a/zh", 1, {"a/zh-Hans 2", "ab/en 1", "b/en 1"}},
           {"a/zh-Hans", 2, {"a/zh 1", "ab/en 1", "b/en 1"}},
           {"a/", 0, {"a/zh 1", "a/zh-Hans 2", "ab/en 1", "b/en 1"}},
           {"a/ko", 0, {"a/zh 1", "a/zh-Hans 2", "ab/en 1", "b/en 1"}},
           {"", 0, {"a/zh 1", "a/zh-Hans 2", "ab/en 1", "b/en 1"}},
           {"/", 0, {"a/zh 1", "a/zh-Hans 2", "ab/en 1", "b/en 1"}},
       }) {
    const Folder folder;
    const std::string index = folder / "index";
    testing::add_versions(index, {make_version("a/zh", {"一。"}), make_version("a/zh-Hans", {"一。", "二。"}),
                                  make_version("ab/en", {"One."}), make_version("b/en", {"One."})});
    IndexWriter writer(index);
    EXPECT_EQ(writer.remove(row.name), row.removed) << row.name;
    EXPECT_EQ(writer.remove(row.name), 0U) << row.name;
    writer.commit();
    EXPECT_EQ(versions_in(index), row.left) << row.name;
  }
}

TEST(IndexWriter, RemoveWhatWasNotYetCommitted) {
  const Folder folder;
  IndexWriter writer(folder / "index");
  writer.replace(make_version("a/en", {"One.", "Two."}), "");
  EXPECT_EQ(writer.remove("a"), 2U);
  writer.commit();
  EXPECT_THAT(versions_in(folder / "index"), IsEmpty());
}

// Ids are unique in the whole index; a version that breaks this leaves it unchanged.

TEST(IndexWriter, DuplicateIds) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {with_ids(make_version("a/en", {"One.", "Two."}), {"x", "y"}), make_version("b/en", {"One."})});
  IndexWriter writer(index);
  const auto replace = [&](const char* name, const std::vector<std::string>& ids) {
    return failure([&] { writer.replace(with_ids(make_version(name, {"1.", "2.", "3."}), ids), ""); });
  };
  const std::string message = "the id x stands there twice; give every clause an id of its own";
  EXPECT_EQ(replace("c/en", {"z", "x"}), message);        // in another version
  EXPECT_EQ(replace("c/en", {"x", "y2", "x"}), message);  // already at the first
  EXPECT_EQ(replace("a/en", {"x", "y", "x"}), message);   // twice in itself
  writer.commit();
  EXPECT_THAT(versions_in(index), ElementsAre("a/en 2", "b/en 1"));
  EXPECT_EQ(replace("a/en", {"x", "y", "z"}), "");  // its own ids again
  writer.commit();
  EXPECT_THAT(versions_in(index), ElementsAre("a/en 3", "b/en 1"));
}

// Names and words of any length.
TEST(IndexWriter, LongNamesAndWords) {
  const Folder folder;
  const std::string index = folder / "index", longest(150, 'w');
  Version version = make_version(longest + "/en", {"One.", std::string(5000, 'x'), std::string(1000, '\0'), "\xFF\xFE"});
  version.metadata.issuer = version.metadata.title = std::string(3000, 'i');
  version.clauses[0].label = std::string(3000, '9');
  version.clauses[0].id = std::string(3000, 'q');
  version.clauses[1].address = std::string(3000, 'p');
  version.clauses[1].path = {std::string(3000, 'h')};
  testing::add_versions(index, {version, version});
  EXPECT_THAT(versions_in(index), ElementsAre(longest + "/en 4"));
}

// Commits.

TEST(IndexWriter, ReadersSeeTheLastCommit) {
  const Folder folder;
  const std::string index = folder / "index";
  IndexWriter writer(index);
  EXPECT_THAT(versions_in(index), IsEmpty());  // an empty index is one
  writer.replace(make_version("a/en", {"One."}), "");
  EXPECT_THAT(versions_in(index), IsEmpty());
  writer.commit();
  EXPECT_THAT(versions_in(index), ElementsAre("a/en 1"));
  writer.replace(make_version("b/en", {"One."}), "");
  writer.remove("a");
  EXPECT_THAT(versions_in(index), ElementsAre("a/en 1"));
  writer.commit();
  EXPECT_THAT(versions_in(index), ElementsAre("b/en 1"));
}

// A version that is refused takes no other along.
TEST(IndexWriter, AFailureTakesNoOtherVersionAlong) {
  const Folder folder;
  IndexWriter writer(folder / "index");
  writer.replace(make_version("a/en", {"One."}), "");
  EXPECT_NE(failure([&] { writer.replace(with_ids(make_version("b/en", {"1.", "2."}), {"x", "x"}), ""); }), "");
  EXPECT_NE(failure([&] { writer.replace(make_version(std::string(300, 'w') + "/en", {"One."}), ""); }), "");
  writer.replace(make_version("c/en", {"One."}), "");
  writer.commit();
  EXPECT_THAT(versions_in(folder / "index"), ElementsAre("a/en 1", "c/en 1"));
}

// What was not committed is lost when the writer goes.
TEST(IndexWriter, NothingWithoutCommit) {
  const Folder folder;
  {
    IndexWriter writer(folder / "index");
    writer.replace(make_version("a/en", {"One."}), "");
    writer.commit();
  }
  {
    IndexWriter writer(folder / "index");
    writer.replace(make_version("b/en", {"One."}), "");
    writer.remove("a");
  }
  EXPECT_THAT(versions_in(folder / "index"), ElementsAre("a/en 1"));
}

// What cannot be written to.

TEST(IndexWriter, OneAtATime) {
  const Folder folder;
  const IndexWriter first(folder / "index");
  EXPECT_EQ(failure([&] { IndexWriter second(folder / "index"); }), "another program is writing to it; wait until it has ended");
}

TEST(IndexWriter, NoFolder) {
  const Folder folder;
  const std::string file = folder.write("file", "text");
  for (const std::string& path : {file, file + "/index", std::string("/proc/index")})
    EXPECT_THAT(failure([&] { IndexWriter writer(path); }),
                AllOf(HasSubstr("cannot be opened for writing ("), HasSubstr("); give a folder")))
        << path;
}

TEST(IndexWriter, IncompatibleIndex) {
  const Folder folder;
  {
    Xapian::WritableDatabase other(folder / "other", Xapian::DB_CREATE);
    other.add_document(Xapian::Document());
    other.commit();
  }
  EXPECT_THROW(IndexWriter(folder / "other"), schema::IncompatibleIndex);
}

// The tokenizer.

TEST(IndexWriter, AnIndexKeepsItsTokenizer) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"安全 word"})}, "latin-word-2");
  testing::add_versions(index, {make_version("b/en", {"安全 word"})});
  testing::add_versions(index, {make_version("c/en", {"安全 word"})}, "latin-word-2");
  const Xapian::Database database(index);
  EXPECT_EQ(schema::tokenizer_name(database), "latin-word-2");
  EXPECT_EQ(database.get_termfreq("word"), 3U);
  EXPECT_EQ(database.get_termfreq("安全"), 0U);
  EXPECT_THROW(IndexWriter(index, default_tokenizer_name), schema::IncompatibleIndex);
}

TEST(IndexWriter, ATokenizerThatIsNotThereMakesNoIndex) {
  const Folder folder;
  EXPECT_THROW(IndexWriter(folder / "index", "nonsense"), UnknownTokenizer);
  EXPECT_FALSE(std::filesystem::exists(folder / "index"));
}

// To remove a version nothing has to be tokenized.
TEST(IndexWriter, ATokenizerThatIsMissingIsNeededToAddOnly) {
  const Folder folder;
  const std::string index = folder / "index";
  testing::add_versions(index, {make_version("a/en", {"One."}), make_version("b/en", {"Two."})});
  testing::pretend_tokenizer(index, "missing-1");
  {
    IndexWriter writer(index);
    EXPECT_THROW(writer.replace(make_version("c/en", {"Three."}), ""), schema::IncompatibleIndex);
    EXPECT_EQ(writer.remove("a"), 1U);
    writer.commit();
  }
  EXPECT_EQ(Xapian::Database(index).get_doccount(), 1U);
}

}  // namespace
}  // namespace jomun
