// Jomun tests: a file of JSON Lines read twice gives what it gives when it is read once.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/json_lines_file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reader.h"

namespace jomun {
namespace {

// A file in a folder of its own, which goes with it.
class File {
 public:
  explicit File(std::string_view bytes, const char* name = "set.jsonl") {
    std::string folder = ::testing::TempDir() + "jomun-XXXXXX";
    folder_ = mkdtemp(folder.data());
    path_ = folder_ / name;
    write(bytes);
  }
  ~File() { std::filesystem::remove_all(folder_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void write(std::string_view bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path folder_, path_;
};

std::string shown(const Metadata& m) {
  return fmt::format("{}/{} title={} issuer={} date={} source={} status={}\n", m.work, m.language, m.title, m.issuer, m.date, m.source_url,
                     m.status);
}

std::string shown(const Clause& c) {
  std::string text = fmt::format("  id={} address={} language={} label={} title={} issuer={} date={} source={}-{} {}", c.id, c.address,
                                 c.language, c.label, c.title, c.issuer, c.date, c.source.begin, c.source.end, c.text.text());
  for (const MappedText::Piece& piece : c.text.pieces()) text += fmt::format(" {}:{}", piece.begin, piece.original);
  for (const std::string& heading : c.path) text += " /" + heading;
  return text + "\n";
}

std::string read_once(const std::filesystem::path& file) {
  std::string text;
  try {
    for (const Version& version : read_file(file, {})) {
      text += shown(version.metadata);
      for (const Clause& clause : version.clauses) text += shown(clause);
    }
  } catch (const UnreadableFile& problem) {
    return problem.what();
  }
  return text;
}

// The same, read twice, the clauses one at a time and backwards; "null": not by this way.
std::string read_twice(const std::filesystem::path& path) {
  std::string text;
  try {
    const auto file = JsonLinesFile::open(path, {});
    if (file == nullptr) return "null";
    for (std::size_t version = 0; version < file->versions(); ++version) {
      text += shown(file->metadata(version));
      std::vector<std::string> clauses;
      std::size_t bytes = 0;
      std::vector<std::string> ids;
      for (std::size_t i = file->clauses(version); i-- > 0;) {
        const Clause clause = file->read(version, i, i + 1).at(0);
        clauses.push_back(shown(clause));
        bytes += clause.text.text().size();
        if (!clause.id.empty()) ids.insert(ids.begin(), clause.id);
      }
      EXPECT_EQ(file->read(version, 0, file->clauses(version)).size(), file->clauses(version));
      EXPECT_EQ(file->text_bytes(version), bytes);
      EXPECT_EQ(file->ids(version), ids);
      for (std::size_t i = clauses.size(); i-- > 0;) text += clauses[i];
    }
  } catch (const UnreadableFile& problem) {
    return problem.what();
  }
  return text;
}

const std::string long_line = fmt::format("{{\"text\": \"{}\", \"language\": \"ko\"}}\n", std::string(3'000'000, 'x'));

struct Row {
  const char* what;
  std::string bytes;
  bool this_way;  // not null
};

class JsonLinesFiles : public ::testing::TestWithParam<Row> {};

TEST_P(JsonLinesFiles, AreReadTwiceAsTheyAreReadOnce) {
  const File file(GetParam().bytes);
  EXPECT_EQ(read_twice(file.path()), GetParam().this_way ? read_once(file.path()) : "null");
}

std::vector<Row> rows() {
  const std::string one = "{\"text\": \"One.\", \"work\": \"a\", \"language\": \"en\"}\n",
                    two = "{\"text\": \"둘.\", \"work\": \"b\", \"id\": \"x\", \"path\": [\"A\", \"B\"], \"title\": \"T\"}\n",
                    more =
                        "{\"text\": \"둘!\", \"work\": \"b\", \"id\": \"y\", \"title\": \"U\", \"published\": "
                        "{\"begin\": 5, \"end\": 30, \"pieces\": [[0, 10], [3, 20]]}}\n",
                    whole = "{\"work\": \"c\", \"language\": \"ja\", \"version\": {\"title\": \"V\"}}\n";
  std::string many;
  for (int i = 0; i < 30'000; ++i) many += fmt::format("{{\"text\": \"Clause {0}.\", \"work\": \"w{1}\", \"id\": \"{0}\"}}\n", i, i % 3);
  return {{"one line", one, true},
          {"versions in turn", one + two + one + more + whole, true},
          {"line ends of Windows, blank lines", "\r\n" + one + "\r\n \n" + two, true},
          {"a mark", "\xEF\xBB\xBF" + one + two, true},
          {"two marks", "\xEF\xBB\xBF\xEF\xBB\xBF" + one, false},
          {"no end of the last line", one + two.substr(0, two.size() - 1), true},
          {"more than is read at once", many, true},
          {"lines longer than what is read at once", one + long_line + two + long_line + one, true},
          {"a bad line far down", many + "{\"text\": 3}\n" + many, true},
          {"an id twice, far apart", two + many + two, true},
          {"half a line", many + "{\"text\": ", true},
          {"empty", "", false},
          {"blank", " \n\n", false},
          {"another encoding", "{\"text\": \"\xB0\xA1\xB3\xAA\xB4\xD9\"}\n", false},
          {"ill-formed far down", many + "{\"text\": \"\xFF\"}\n", false},
          {"a NUL", one + std::string("\0\n", 2), false},
          {"UTF-16", std::string("\xFF\xFE{\0}\0\n\0", 8), false},
          {"a picture", "\x89PNG\r\n\x1A\n" + one, false}};
}

INSTANTIATE_TEST_SUITE_P(Some, JsonLinesFiles, ::testing::ValuesIn(rows()),
                         [](const ::testing::TestParamInfo<Row>& row) { return std::to_string(row.index); });

TEST(JsonLinesFile, IsToldByContentToo) {
  const std::string lines = "{\"text\": \"One.\", \"language\": \"en\"}\n";
  const File json(lines, "clauses.txt"), text("Article 1\nIt begins.\n", "act.txt");
  EXPECT_EQ(read_twice(json.path()), read_once(json.path()));
  EXPECT_EQ(read_twice(text.path()), "null");
  EXPECT_EQ(read_twice(text.path().parent_path()), "null");
  EXPECT_EQ(read_twice(text.path().parent_path() / "missing.jsonl"), "null");
}

TEST(JsonLinesFile, ShowsAllItsBytesOnce) {
  const std::string bytes = "\xEF\xBB\xBF" + long_line + "\r\n" + long_line + "{\"text\": \"One.\"}";
  const File file(bytes);
  std::string seen;
  ASSERT_NE(JsonLinesFile::open(file.path(), {}, [&](std::string_view piece) { seen += piece; }), nullptr);
  EXPECT_EQ(seen, bytes);
}

TEST(JsonLinesFile, NoticesThatItWasChanged) {
  const std::string before = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
  for (const std::string after : {"{\"text\": \"One.\"}\n{\"text\": \"Six.\"}\n", "{\"text\": \"One.\"}\n", ""}) {
    const File file(before);
    const auto opened = JsonLinesFile::open(file.path(), {});
    file.write(after);
    EXPECT_THROW(opened->read(0, 0, 2), UnreadableFile) << after;
  }
  // A file put in its place is another one.
  const File file(before), other("");
  const auto opened = JsonLinesFile::open(file.path(), {});
  std::filesystem::rename(other.path(), file.path());
  EXPECT_EQ(opened->read(0, 1, 2).at(0).text.text(), "Two.");
}

// Lines, whole or cut, in any order.
RC_GTEST_PROP(JsonLinesFile, GivesWhatReadFileGives, ()) {
  const std::vector<std::string> pieces = {"{\"text\": \"One.\", \"work\": \"a\", \"language\": \"en\"}",
                                           "{\"text\": \"한 줄.\"}",
                                           "{\"text\": \"x\", \"id\": \"i\"}",
                                           "\n",
                                           "\n",
                                           "\r\n",
                                           " ",
                                           "{",
                                           "\xEF\xBB\xBF",
                                           "\xFF",
                                           "{\"work\": \"v\", \"language\": \"ko\", \"version\": {}}",
                                           std::string(1, '\0'),
                                           "\x1B$B",
                                           "\x01"};
  std::string bytes;
  for (const std::size_t i : *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
    bytes += pieces[i];
  const File file(bytes);
  const std::string twice = read_twice(file.path());
  RC_CLASSIFY(twice == "null");
  if (twice != "null") RC_ASSERT(twice == read_once(file.path()));
}

}  // namespace
}  // namespace jomun
