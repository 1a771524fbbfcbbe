// Jomun tests: an index made again from its export is the same.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/index_program.h"
#include "indexer/index_reader.h"
#include "indexer/index_writer.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using testing::Folder;
using ::testing::IsEmpty;

std::string run(const std::vector<std::string>& arguments) {
  std::istringstream in;
  std::ostringstream out, error;
  EXPECT_EQ(run_index(arguments, in, out, error), 0) << error.str();
  return out.str();
}

// Everything of an index but where it was read from: by citation all terms with their counts, values and the record; the versions.
std::map<std::string, std::string> contents(const std::string& index) {
  std::map<std::string, std::string> result;
  const Xapian::Database database(index);
  for (auto posting = database.postlist_begin(""); posting != database.postlist_end(""); ++posting) {
    const Xapian::Document document = database.get_document(*posting);
    std::string text;
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
      text += *term + " " + std::to_string(term.get_wdf()) + "\n";
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      text += std::to_string(value.get_valueno()) + "=" + *value + "\n";
    text += document.get_data();
    result.emplace(schema::decode_clause(document.get_data()).citation, text);
  }
  for (ListedVersion version : list_versions(index)) {
    version.record.file.clear();
    result.emplace(version.name, schema::encode(version.record));
  }
  return result;
}

void expect_same_again(const Folder& folder, const std::string& index) {
  const std::string lines = run({"--index", index, "export"});
  const std::string again = folder / "again";
  run({"--index", again, "add", "--quiet", folder.write("export.jsonl", lines)});
  EXPECT_EQ(contents(again), contents(index));
  EXPECT_THAT(check_index(again), IsEmpty());
  EXPECT_EQ(run({"--index", again, "export"}), lines);
}

TEST(Export, OfRealTexts) {
  const Folder folder;
  const std::filesystem::path source(JOMUN_SOURCE_DIR);
  run({"--index", folder / "index", "add", "--quiet", "--split", "paragraph", source / "corpus/declarations",
       source / "tests/golden/statutes", source / "tests/golden/pages/ja_ngo_wp.html"});
  expect_same_again(folder, folder / "index");
}

TEST(Export, OfWhatIsUnusual) {
  const Folder folder;
  Version version = testing::make_version("a/en", {"It must \"end\".\n\tBut\\how?", "Two.", "x"});
  version.metadata = {"a", "en", "Title", "Issuer", "2024-05", "https://example.org/?a=b", "unofficial translation"};
  version.clauses[0].id = "an id";
  version.clauses[0].path = {"Chapter", "Section \"1\""};
  version.clauses[1].title = "Another title";
  version.clauses[1].issuer = "Another issuer";
  version.clauses[1].date = "2023";
  MappedText joined;
  joined.append("One (note)two", 0, 3);
  joined.insert(" ");
  joined.append("One (note)two", 10, 13);
  version.clauses[2].text = joined;
  version.clauses[2].source = {0, 13};
  Version without_title = testing::make_version("b/ja", {"一。", "二。"});
  without_title.metadata.title.clear();
  without_title.clauses[0].title = "表題";
  without_title.clauses[1].title = "別";
  testing::add_versions(folder / "index", {version, without_title, testing::make_version("c/ko", {})});
  EXPECT_EQ(list_versions(folder / "index").size(), 3U);
  expect_same_again(folder, folder / "index");
}

TEST(Export, OfNothing) {
  const Folder folder;
  { IndexWriter writer(folder / "index"); }
  EXPECT_EQ(run({"--index", folder / "index", "export"}), "");
}

}  // namespace
}  // namespace jomun
