// Jomun tests: a file of JSON Lines that is too large to be held makes the same index as one that is held.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "corpus/json_lines_file.h"
#include "corpus/reader.h"
#include "indexer/index_program.h"
#include "indexer/index_reader.h"
#include "indexer/prepared_version.h"
#include "tests/indexer/bulk/compare_databases.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr int clauses = 1500;

// Versions whose clauses stand in turn, some of them longer than what is built at once, one with ids.
std::string lines() {
  std::string text;
  for (int i = 0; i < clauses; ++i)
    text += fmt::format(
        "{{\"work\":\"w{}\",\"language\":\"ko\",{}\"title\":\"T{}\",\"text\":\"제{}조 인공지능의 안전을 위하여{} 노력한다 0\"}}\n", i % 5,
        i % 5 == 3 ? fmt::format("\"id\":\"x{}\",", i) : "", i % 7, i, i % 5 == 1 ? std::string(4000, 'z') : "");
  return text;
}

struct Outcome {
  int code;
  std::string error;
};

Outcome add(const std::string& index, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"--index", index, "add"});
  std::istringstream in;
  std::ostringstream out, error;
  const int code = run_index(arguments, in, out, error);
  const std::string told = error.str();
  return {code, told.substr(0, code == 0 ? told.rfind(" in ") : std::string::npos)};
}

// As JSON Lines, by version.
std::string exported(const std::string& index) {
  std::istringstream in;
  std::ostringstream out, error;
  EXPECT_EQ(run_index({"--index", index, "export"}, in, out, error), 0) << error.str();
  return out.str();
}

struct Way {
  const char *writer, *shards, *jobs;
};

class LargeFiles : public ::testing::TestWithParam<Way> {
 protected:
  std::vector<std::string> with(const std::string& memory, const std::string& file) const {
    const Way& way = GetParam();
    return {"--writer", way.writer, "--shards", way.shards, "--jobs", way.jobs, "--memory", memory, file};
  }
  const Folder folder_;
};

TEST_P(LargeFiles, MakeTheSameIndex) {
  const std::string file = folder_.write("set.jsonl", lines()), held = folder_ / "held", large = folder_ / "large";
  // Of a file that was just written its time of change is not kept.
  std::filesystem::last_write_time(file, std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  const std::string told = fmt::format("jomun-index: 1 file, 5 versions, {} clauses indexed", clauses);
  EXPECT_THAT(add(held, with("1G", file)).error, HasSubstr(told));
  EXPECT_THAT(add(large, with("1M", file)).error, HasSubstr(told));
  EXPECT_EQ(exported(large), exported(held));
  EXPECT_THAT(check_index(large), IsEmpty());
  if (std::string_view(GetParam().shards) == "1") {
    EXPECT_EQ(testing::differences(Xapian::Database(large), Xapian::Database(held)), "");
  }
  EXPECT_THAT(add(large, with("1M", file)).error, HasSubstr("0 clauses indexed, 1 file unchanged"));
  // Its own ids again, and one that is another file's.
  folder_.write("set.jsonl", lines() + "{\"work\":\"w9\",\"language\":\"ko\",\"id\":\"new\",\"text\":\"새로.\"}\n");
  EXPECT_THAT(add(large, with("1M", file)).error, HasSubstr(fmt::format("6 versions, {} clauses indexed", clauses + 1)));
  const Outcome other = add(large, with("1M", folder_.write("other.jsonl", "{\"work\":\"v\",\"id\":\"x3\",\"text\":\"둘.\"}\n" + lines())));
  EXPECT_EQ(other.code, 2);
  EXPECT_THAT(other.error, HasSubstr("other.jsonl: line "));
  EXPECT_THAT(check_index(large), IsEmpty());
}

TEST_P(LargeFiles, WithABadLineLeaveTheIndexAsItWas) {
  const std::string index = folder_ / "index",
                    good = folder_.write("good.jsonl", "{\"work\":\"a\",\"language\":\"en\",\"text\":\"One.\"}\n");
  const std::string bad = folder_.write("bad.jsonl", lines() + "{\"text\":7}\n" + lines());
  add(index, with("1M", good));
  const std::string before = exported(index);
  const Outcome outcome = add(index, with("1M", bad));
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.error, HasSubstr(fmt::format("bad.jsonl: line {}: text is not a string", clauses + 1)));
  EXPECT_EQ(exported(index), before);
  EXPECT_THAT(check_index(index), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Written, LargeFiles,
                         ::testing::Values(Way{"api", "1", "1"}, Way{"api", "3", "2"}, Way{"bulk", "1", "4"}, Way{"bulk", "3", "1"}),
                         [](const ::testing::TestParamInfo<Way>& way) {
                           return fmt::format("By_{}_{}_Shards_{}_Jobs", way.param.writer, way.param.shards, way.param.jobs);
                         });

// One that is written to meanwhile: its state of before or one of after, or the index as it was.
TEST(LargeFile, IsChangedWhileItIsAdded) {
  const Folder folder;
  const std::string text = lines(), name = folder.write("set.jsonl", text), index = folder / "index";
  const std::string good = folder.write("good.jsonl", "{\"work\":\"a\",\"language\":\"en\",\"text\":\"One.\"}\n");
  add(index, {good});
  std::atomic<bool> done = false;
  std::thread other([&] {
    std::fstream file(name, std::ios::binary | std::ios::in | std::ios::out);
    const auto at = static_cast<std::streamoff>(text.rfind("\"}\n"));
    for (char digit = '0'; !done; digit = digit == '9' ? '0' : static_cast<char>(digit + 1)) {
      file.seekp(at - 1).put(digit).flush();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  });
  int refused = 0;
  for (int i = 0; i < 50 && refused < 3; ++i) {
    const Outcome outcome = add(index, {"--memory", "1M", "--again", name});
    EXPECT_THAT(check_index(index), IsEmpty());
    if (outcome.code == 0) continue;
    ++refused;
    EXPECT_EQ(outcome.error,
              fmt::format("jomun-index: {}: is as of the last commit: {} was changed while it was read; run the same command "
                          "again\n",
                          index, name));
  }
  done = true;
  other.join();
  EXPECT_GT(refused, 0);
  EXPECT_THAT(exported(index), HasSubstr("\"One.\""));
  EXPECT_EQ(add(index, {"--memory", "1M", name}).code, 0);
}

// Documents are built when they are asked for, from the file as it was.
TEST(LargeFile, IsReadAgainForItsDocuments) {
  const Folder folder;
  const std::string name = folder.write("set.jsonl", lines());
  DocumentBuilders builders([] { return make_tokenizer(default_tokenizer_name); });
  const auto prepared = [&](const std::vector<std::size_t>& order) { return prepare(JsonLinesFile::open(name, {}), order, builders, 2); };
  std::vector<IndexDocument> documents;

  std::vector<PreparedVersion> versions = prepared({2, 0, 4});
  EXPECT_THAT((std::vector{versions[0].name, versions[1].name, versions[2].name}), ElementsAre("w2/ko", "w0/ko", "w4/ko"));
  for (const PreparedVersion& version : versions) {
    std::size_t built = 0;
    while (version.documents->next(documents)) built += documents.size();
    EXPECT_EQ(built, clauses / 5U) << version.name;
    EXPECT_EQ(built, version.record.clauses) << version.name;
  }
  versions = prepared({2, 0});
  EXPECT_THROW(versions[1].documents->next(documents), std::logic_error) << "out of order";

  versions = prepared({0});
  folder.write("set.jsonl", "{\"text\":\"Another.\"}\n");
  EXPECT_THROW(versions[0].documents->next(documents), UnreadableFile);
}

}  // namespace
}  // namespace jomun
