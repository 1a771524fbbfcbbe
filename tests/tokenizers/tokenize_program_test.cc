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

#include "tokenizers/registry.h"

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
           {{"--tokenizer", "latin-word-2"}, "人 a", "0\t4\t5\tword\ta\n0\t4\t5\tstem\ta\n"},
           {{"--strip"}, "人(rén)工智能(AI)\n", "人工智能(AI)\n"},
           {{"--strip"}, "as it is \xFF\n\n", "as it is \xFF\n\n"},
           {{"--count"}, "人工 a", "tokens=4 bytes=8\n"},
           {{"--count"}, "", "tokens=0 bytes=0\n"},
           {{"--strip", "--format", "text"}, "a", "a"},
           {{"--count", "--tokenizer", "cjk-bigram-2"}, "人工 a", "tokens=2 bytes=8\n"},
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
  const std::string first = "\nTokenizers:\n  " + std::string(default_tokenizer_name) + " ";
  for (const char* text : {"usage: jomun-tokenize [OPTION]... [FILE]...\n", "--tokenizer NAME", "--plugin FILE", "--strip", "--count",
                           "--format text|json", "--help", first.c_str(), "\n  latin-word-2 "})
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
  expect({"--tokenizer", "x"}, "jomun-tokenize: no tokenizer is named \"x\"; there are " + std::string(default_tokenizer_name) +
                                   ", cjk-bigram-2, hangul-syllable-2, latin-word-2, and those of plug-ins once they are loaded\n");
  expect({"--strip", "--count"}, "jomun-tokenize: --strip and --count cannot be had at once; leave one out; see jomun-tokenize --help\n");
  expect({"--tokenizer", "cjk-bigram-2", "--strip"},
         "jomun-tokenize: --strip and --tokenizer cannot be had at once; leave one out; see jomun-tokenize --help\n");
  expect({"--strip", "--format", "json"}, "jomun-tokenize: --format json is not for --strip; leave it out; see jomun-tokenize --help\n");
  expect({"--count", "--format", "json"}, "jomun-tokenize: --format json is not for --count; leave it out; see jomun-tokenize --help\n");
  expect({"--plugin", "none.so"}, "jomun-tokenize: none.so: there is no such file; give the path of a plug-in\n");
  expect({"--plugin", "none.so", "--help"}, "jomun-tokenize: none.so: there is no such file; give the path of a plug-in\n");
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

// Said once for each file, the first byte counting 0; the tokens come all the same.
TEST_F(TokenizeProgramFiles, ThatAreIllFormedAreReadAndNamed) {
  const std::string bad = write("bad",
                                "人\xFF"
                                "a\xFF"),
                    good = write("good", "人");
  const Result result = run({"--count", bad, good, "-"}, "\x80");
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.out, "tokens=4 bytes=10\n");
  EXPECT_EQ(result.error, "jomun-tokenize: " + bad + ": byte 3 is not well-formed UTF-8; read as U+FFFD\n" +
                              "jomun-tokenize: standard input: byte 0 is not well-formed UTF-8; read as U+FFFD\n");
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
