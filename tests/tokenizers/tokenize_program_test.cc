// Jomun tests: the command line of jomun-tokenize.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/tokenize_program.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace jomun {
namespace {

struct Result {
  int code;
  std::string out, error;
};

Result run(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out, error;
  const int code = run_tokenize(arguments, in, out, error);
  return {code, out.str(), error.str()};
}

struct Row {
  std::vector<std::string> arguments;
  std::string input, out;
};

TEST(TokenizeProgram, Prints) {
  for (const Row& row : std::vector<Row>{
           {{}, "", ""},
           {{}, "人工 Laws", "0\t0\t6\tbigram\t人工\n1\t3\t6\tunigram\t工\n2\t7\t11\tword\tlaws\n2\t7\t11\tstem\tlaw\n"},
           {{"-"}, "人", "0\t0\t3\tunigram\t人\n"},
           {{"--format", "json"},
            "人(rén)工",
            "{\"text\":\"人工\",\"begin\":0,\"end\":12,\"position\":0,\"kind\":\"bigram\"}\n{\"text\":\"工\",\"begin\":9,\"end\":12,"
            "\"position\":1,\"kind\":\"unigram\"}\n"},
           {{"--format=text"}, "a", "0\t0\t1\tword\ta\n0\t0\t1\tstem\ta\n"},
           {{"--tokenizer", "latin-word-1"}, "人 a", "0\t4\t5\tword\ta\n0\t4\t5\tstem\ta\n"},
           {{"--strip"}, "人(rén)工智能(AI)\n", "人工智能(AI)\n"},
           {{"--strip"}, "as it is \xFF\n\n", "as it is \xFF\n\n"},
           {{"--count"}, "人工 a", "tokens=4 bytes=8\n"},
           {{"--count"}, "", "tokens=0 bytes=0\n"},
       }) {
    const Result result = run(row.arguments, row.input);
    EXPECT_EQ(result.code, 0);
    EXPECT_EQ(result.out, row.out);
    EXPECT_EQ(result.error, "");
  }
}

TEST(TokenizeProgram, Help) {
  const Result result = run({"--help", "--tokenizer", "nonsense"});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.error, "");
  for (const char* text : {"usage: jomun-tokenize [OPTION]... [FILE]...\n", "--tokenizer NAME", "--strip", "--count", "--format text|json",
                           "--help", "\nTokenizers:\n  jomun-1 ", "\n  latin-word-1 "})
    EXPECT_NE(result.out.find(text), std::string::npos) << text;
  EXPECT_EQ(result.out.find("--file"), std::string::npos);
}

TEST(TokenizeProgram, WrongUsage) {
  const auto expect = [](const std::vector<std::string>& arguments, const std::string& error) {
    const Result result = run(arguments, "a");
    EXPECT_EQ(result.code, 2);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.error, error);
  };
  expect({"--nonsense"}, "jomun-tokenize: unrecognised option '--nonsense'; see jomun-tokenize --help\n");
  expect({"--format", "xml"}, "jomun-tokenize: --format xml is not known; it is text or json; see jomun-tokenize --help\n");
  expect({"--tokenizer", "x"},
         "jomun-tokenize: no tokenizer is named \"x\"; there are jomun-1, cjk-bigram-1, hangul-syllable-1, latin-word-1\n");
  expect({"--tokenizer"}, "jomun-tokenize: the required argument for option '--tokenizer' is missing; see jomun-tokenize --help\n");
}

class TokenizeProgramFiles : public ::testing::Test {
 protected:
  TokenizeProgramFiles() { std::filesystem::create_directories(folder_); }
  ~TokenizeProgramFiles() override { std::filesystem::remove_all(folder_); }
  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }
  std::filesystem::path folder_ = std::filesystem::path(::testing::TempDir()) / ("jomun-tokenize-" + std::to_string(::getpid()));
};

TEST_F(TokenizeProgramFiles, AreReadOneAfterTheOther) {
  const Result result = run({"--count", write("a", "人工"), "-", write("b", "x")}, "人");
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.out, "tokens=5 bytes=10\n");
}

TEST_F(TokenizeProgramFiles, ThatCannotBeReadAreNamedAndTheOthersDone) {
  const std::string good = write("a", "人"), missing = (folder_ / "missing").string();
  const std::string what = ": cannot be read; check that it is a file you may read\n";
  const Result result = run({missing, good, folder_.string()});
  EXPECT_EQ(result.code, 1);
  EXPECT_EQ(result.out, "0\t0\t3\tunigram\t人\n");
  EXPECT_EQ(result.error, "jomun-tokenize: " + missing + what + "jomun-tokenize: " + folder_.string() + what);
}

}  // namespace
}  // namespace jomun
