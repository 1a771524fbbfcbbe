// Jomun tests: catalogues and the files of a folder.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "corpus/reader.h"

namespace jomun {
namespace {

using ::testing::HasSubstr;

class Folder : public ::testing::Test {
 protected:
  Folder()
      : path_(std::filesystem::path(::testing::TempDir()) /
              ("jomun_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()))) {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_);
  }
  ~Folder() override { std::filesystem::remove_all(path_); }

  std::filesystem::path write(const std::string& name, std::string_view content) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path_ / name;
  }
  std::string failure(std::string_view catalogue) const {
    try {
      read_catalogue(write("catalogue.toml", catalogue));
    } catch (const UnreadableFile& error) {
      return error.what();
    }
    return "";
  }

  std::filesystem::path path_;
};

TEST_F(Folder, CatalogueGivesMetadata) {
  const auto catalogue = read_catalogue(
      write("catalogue.toml",
            "[[version]]\nfile = \"a.txt\"\nwork = \"w-2024\"\nlanguage = \"ko\"\ntitle = \"선언\"\nissuer = \"정부\"\n"
            "date = \"2024-05-21\"\nsource = \"https://example.org/\"\nstatus = \"draft\"\n[[version]]\nfile = \"b.txt\"\n"));
  ASSERT_EQ(catalogue.size(), 2u);
  const Metadata& a = catalogue.at("a.txt");
  EXPECT_EQ(a.work, "w-2024");
  EXPECT_EQ(a.language, "ko");
  EXPECT_EQ(a.title, "선언");
  EXPECT_EQ(a.issuer, "정부");
  EXPECT_EQ(a.date, "2024-05-21");
  EXPECT_EQ(a.source_url, "https://example.org/");
  EXPECT_EQ(a.status, "draft");
  EXPECT_TRUE(catalogue.at("b.txt").work.empty());
}

TEST_F(Folder, CatalogueErrorsNameTheLineAndTheRemedy) {
  struct Row {
    std::string_view catalogue, where, what;
  };
  for (const auto& [catalogue, where, what] : {
           Row{"[[version]]\nfile = \"a\"\nauthor = \"x\"\n", "line 3", "unknown key author"},
           Row{"[[version]]\nwork = \"x\"\n", "line 1", "without file"},
           Row{"[[version]]\nfile = 7\n", "line 2", "not a string"},
           Row{"[[version]]\nfile = \"a\"\nwork = \"a/b\"\n", "line 3", "work \"a/b\""},
           Row{"[[version]]\nfile = \"a\"\nwork = \"a b\"\n", "line 3", "white space"},
           Row{"[[version]]\nfile = \"a\"\ndate = \"21.5.2024\"\n", "line 3", "is no date"},
           Row{"[[version]]\nfile = \"a\"\nlanguage = \"zh Hans\"\n", "line 3", "no language tag"},
           Row{"[[version]]\nfile = \"a\"\n[[version]]\nfile = \"a\"\n", "line 4", "twice"},
           Row{"[[version]]\nfile = \"sub/a\"\n", "line 2", "not in this folder"},
           Row{"versions = []\n", "line 1", "unknown key versions"},
           Row{"version = 3\n", "line 1", "not a list"},
           Row{"[[version]\n", "line 1", ""},
       }) {
    EXPECT_THAT(failure(catalogue), HasSubstr(where)) << catalogue;
    EXPECT_THAT(failure(catalogue), HasSubstr(what)) << catalogue;
  }
  EXPECT_THAT(failure("\xFF"), HasSubstr("line 1"));
}

TEST_F(Folder, InputsAreSortedAndHiddenFilesLeftOut) {
  write("b.txt", "b");
  write("a.txt", "a");
  write(".hidden", "h");
  write(".git/x", "x");
  write("sub/c.txt", "c");
  write("catalogue.toml", "[[version]]\nfile = \"b.txt\"\nwork = \"bee\"\n");
  std::filesystem::create_directory_symlink(path_, path_ / "sub" / "loop");
  const std::vector<Input> inputs = find_inputs(path_);
  ASSERT_EQ(inputs.size(), 3u);
  EXPECT_EQ(inputs[0].file, path_ / "a.txt");
  EXPECT_EQ(inputs[1].file, path_ / "b.txt");
  EXPECT_EQ(inputs[1].metadata.work, "bee");
  EXPECT_EQ(inputs[2].file, path_ / "sub" / "c.txt");
}

TEST_F(Folder, OneFileTakesTheCatalogueBesideIt) {
  write("b.txt", "b");
  write("catalogue.toml", "[[version]]\nfile = \"b.txt\"\nwork = \"bee\"\n");
  const std::vector<Input> inputs = find_inputs(path_ / "b.txt");
  ASSERT_EQ(inputs.size(), 1u);
  EXPECT_EQ(inputs[0].metadata.work, "bee");
}

TEST_F(Folder, MissingPathsAndBrokenCataloguesFail) {
  EXPECT_THROW(find_inputs(path_ / "none"), UnreadableFile);
  write("catalogue.toml", "?");
  write("a.txt", "a");
  EXPECT_THROW(find_inputs(path_), UnreadableFile);
  EXPECT_THROW(find_inputs(path_ / "catalogue.toml"), UnreadableFile);
}

}  // namespace
}  // namespace jomun
