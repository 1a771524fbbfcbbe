// Jomun tests: what jomun-index says and returns.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_program.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index_reader.h"
#include "indexer/index_writer.h"
#include "tests/indexer/small_index.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using testing::Folder;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

struct Outcome {
  int code = -1;
  std::string out, error;
};

Outcome run(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out, error;
  Outcome result;
  result.code = run_index(arguments, in, out, error);
  result.out = out.str();
  result.error = error.str();
  return result;
}

std::vector<std::string> versions_in(const std::string& index) {
  std::vector<std::string> lines;
  for (const ListedVersion& version : list_versions(index)) lines.push_back(version.name + " " + std::to_string(version.record.clauses));
  return lines;
}

constexpr std::string_view binary("bad \0 bytes", 11);
constexpr const char* act = "Test Act\n\nArticle 1\nIt applies to 人(rén)工智能.\n\nArticle 2\nIt ends.\n";

// Arguments that are wrong, and the whole of standard error.
TEST(IndexProgram, ArgumentErrors) {
  struct Row {
    std::vector<std::string> arguments;
    std::string error;
  };
  for (const Row& row : std::initializer_list<Row>{
           {{}, "no command is given"},
           {{"find"}, "there is no command find"},
           {{"preview", "x", "--split", "word"}, "--split word is none; it is article or paragraph"},
           {{"preview", "x", "--jobs", "0"}, "--jobs is not 1 to 256; leave it out for one for each processor"},
           {{"preview", "x", "--jobs", "1000"}, "--jobs is not 1 to 256; leave it out for one for each processor"},
           {{"add", "x", "--memory", "5"}, "--memory 5 is no size from 1M to 1024G; write it like 500M or 2G"},
           {{"add", "x", "--memory", "2 GB"}, "--memory 2 GB is no size from 1M to 1024G; write it like 500M or 2G"},
           {{"add", "x", "--memory", "99999999999G"}, "--memory 99999999999G is no size from 1M to 1024G; write it like 500M or 2G"},
           {{"add", "x", "--memory", "-1G"}, "--memory -1G is no size from 1M to 1024G; write it like 500M or 2G"},
           {{"export", "x"}, "export takes no argument"},
           {{""}, "there is no command "},
           {{"add"}, "add takes PATH..."},
           {{"preview"}, "preview takes PATH..."},
           {{"remove"}, "remove takes WORK[/LANG]..."},
           {{"list", "x"}, "list takes no argument"},
           {{"stats", "x"}, "stats takes no argument"},
           {{"check", "x"}, "check takes no argument"},
           {{"--what", "list"}, "unrecognised option '--what'"},
           {{"list", "--index"}, "the required argument for option '--index' is missing"},
           {{"list", "--index", "a", "--index", "b"}, "option '--index' cannot be specified more than once"},
           {{"add", "x", "--date", "yesterday"}, "yesterday is no date; write it like 2024-05-21, 2024-05 or 2024"},
           {{"add", "x", "--date", "2024-5"}, "2024-5 is no date; write it like 2024-05-21, 2024-05 or 2024"},
           {{"list", "--tokenizer", "x"}, "--tokenizer is for add only; leave it out"},
           {{"add", "x", "--tokenizer", ""}, "--tokenizer has an empty name; jomun-tokenize --help has the names"},
       }) {
    const Outcome result = run(row.arguments);
    EXPECT_EQ(result.error, "jomun-index: " + row.error + "; see jomun-index --help\n");
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.code, 2) << row.error;
  }
}

TEST(IndexProgram, Help) {
  const Outcome result = run({"--help"});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.error, "");
  EXPECT_THAT(result.out, StartsWith("usage: jomun-index [--index DIR] COMMAND [OPTION]... [ARGUMENT]...\n"));
  for (const char* word : {"add", "preview", "remove", "list", "stats", "check", "--index", "--tokenizer", "--plugin", "--work",
                           "--language", "--date", "--status", "--quiet"})
    EXPECT_THAT(result.out, HasSubstr(word));
  EXPECT_EQ(run({"add", "--help"}).out, result.out);
}

// Preview.

TEST(IndexProgram, Preview) {
  const Folder folder;
  const Outcome result = run({"preview", folder.write("act.txt", act), "--issuer", "Testers", "--date", "2024-05"});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.error, "");
  EXPECT_EQ(
      result.out,
      R"({"citation":"act/en#1","work":"act","language":"en","title":"Test Act","issuer":"Testers","date":"2024-05","status":"","source_url":"",)"
      R"("label":"Article 1","path":[],"text":"It applies to 人工智能.","modality":[],"source":{"begin":10,"end":53}})"
      "\n"
      R"({"citation":"act/en#2","work":"act","language":"en","title":"Test Act","issuer":"Testers","date":"2024-05","status":"","source_url":"",)"
      R"("label":"Article 2","path":[],"text":"It ends.","modality":[],"source":{"begin":55,"end":73}})"
      "\n");
}

TEST(IndexProgram, PreviewOfJsonLines) {
  const Folder folder;
  const std::string file = folder.write("set.jsonl", R"({"id":"p1","text":"안전","work":"w","title":"T","date":"2023","section":"S"})");
  EXPECT_EQ(
      run({"preview", file}).out,
      R"({"citation":"p1","work":"w","language":"ko","title":"T","issuer":"","date":"2023","status":"","source_url":"","label":"","path":["S"],)"
      R"("text":"안전","modality":[],"source":{"begin":0,"end":6}})"
      "\n");
}

// Adding. The time of the summary is not of interest.

std::string without_time(std::string error) {
  if (const std::size_t at = error.find(" indexed in "); at != std::string::npos) error.erase(at + 8);
  return error;
}

TEST(IndexProgram, Add) {
  const Folder folder;
  const std::string index = folder / "index", file = folder.write("act.txt", act);
  Outcome result = run({"--index", index, "add", file});
  EXPECT_EQ(without_time(result.error), "jomun-index: 1 file, 1 version, 2 clauses indexed");
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.out, "");
  result = run({"--index", index, "add", file, "--quiet"});
  EXPECT_EQ(result.error, "");
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(versions_in(index), ::testing::ElementsAre("act/en 2"));
}

TEST(IndexProgram, AFolderWithABadFile) {
  const Folder folder;
  const std::string index = folder / "index";
  folder.write("in/a.txt", act);
  const std::string bad = folder.write("in/bad.txt", binary);
  folder.write("in/deep/z.txt", act);
  folder.write("in/.hidden", "\xFF");
  const Outcome result = run({"--index", index, "add", folder / "in"});
  EXPECT_EQ(without_time(result.error), "jomun-index: " + bad + ": binary: a NUL at byte 4; save it as plain text\n" +
                                            "jomun-index: 2 files, 2 versions, 4 clauses indexed");
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(versions_in(index), ::testing::ElementsAre("a/en 2", "z/en 2"));
  EXPECT_THAT(check_index(index), IsEmpty());
}

TEST(IndexProgram, NothingButBadFiles) {
  const Folder folder;
  const std::string index = folder / "index", bad = folder.write("bad.txt", binary);
  EXPECT_EQ(run({"--index", index, "add", bad}).code, 2);
  const Outcome missing = run({"--index", index, "add", folder / "missing", "--quiet"});
  EXPECT_EQ(missing.code, 2);
  EXPECT_THAT(missing.error, StartsWith("jomun-index: " + (folder / "missing") + ": "));
  EXPECT_EQ(std::count(missing.error.begin(), missing.error.end(), '\n'), 1);
}

TEST(IndexProgram, TheSameVersionTwiceInARun) {
  const Folder folder;
  const std::string index = folder / "index", first = folder.write("1/act.txt", act), second = folder.write("2/act.txt", act);
  const Outcome result = run({"--index", index, "add", first, second, "--quiet"});
  EXPECT_EQ(result.error, "jomun-index: " + second + ": is act/en like " + first + "; give one of the two another --work or --language\n");
  EXPECT_EQ(result.code, 1);
  EXPECT_THAT(versions_in(index), ::testing::ElementsAre("act/en 2"));
}

TEST(IndexProgram, StandardInput) {
  const Folder folder;
  const std::string index = folder / "index";
  EXPECT_EQ(run({"--index", index, "add", "-", "--quiet"}, act).code, 0);
  EXPECT_EQ(run({"--index", index, "add", "-", "--quiet", "--work", "set"}, "{\"text\": \"안전\"}\n{\"text\": \"One.\"}\n").code, 0);
  EXPECT_THAT(versions_in(index), ::testing::ElementsAre("set/en 1", "set/ko 1", "standard-input/en 2"));
  const Outcome result = run({"--index", index, "add", "-"}, "");
  EXPECT_THAT(result.error, StartsWith("jomun-index: -: "));
  EXPECT_EQ(result.code, 2);
}

TEST(IndexProgram, TheCatalogueAndTheOptions) {
  const Folder folder;
  const std::string index = folder / "index";
  folder.write("in/x.txt", act);
  folder.write("in/catalogue.toml", "[[version]]\nfile = \"x.txt\"\nwork = \"catalogued\"\ndate = \"2023\"\n");
  EXPECT_EQ(run({"--index", index, "add", folder / "in", "--date", "2024", "--quiet"}).code, 0);
  EXPECT_EQ(run({"--index", index, "list"}).out, "catalogued/en       2  2024        Test Act\n");
}

// The tokenizer and plug-ins; those that can be loaded are in tests/cli.

TEST(IndexProgram, SplitGoesDeeper) {
  const Folder folder;
  const std::string file = folder.write("act.txt", "試験法\n\n第一条　国は、これを定める。\n２　県は、これに従う。\n第二条　終わる。\n");
  const auto citations = [&](const std::vector<std::string>& arguments) {
    std::string text;
    std::istringstream lines(run(arguments).out);
    for (std::string line; std::getline(lines, line);) text += line.substr(13, line.find('"', 13) - 13) + " ";
    return text;
  };
  EXPECT_EQ(citations({"preview", file}), "act/ja#1 act/ja#2 ");
  EXPECT_EQ(citations({"preview", file, "--split", "article"}), "act/ja#1 act/ja#2 ");
  EXPECT_EQ(citations({"preview", file, "--split", "paragraph"}), "act/ja#1 act/ja#1.2 act/ja#2 ");
}

TEST(IndexProgram, JobsChangeNothingButTheTime) {
  const Folder folder;
  std::vector<std::string> arguments = {"preview", "--jobs", "1"};
  for (int i = 0; i < 40; ++i) {
    const std::string name = "act" + std::to_string(i) + ".txt";
    arguments.push_back(i % 7 == 3 ? folder / ("missing-" + name) : i % 7 == 5 ? folder.write(name, binary) : folder.write(name, act));
  }
  const Outcome one = run(arguments);
  EXPECT_EQ(one.code, 1);
  EXPECT_EQ(std::count(one.error.begin(), one.error.end(), '\n'), 11);
  arguments[2] = "5";
  const Outcome five = run(arguments);
  EXPECT_EQ(five.out, one.out);
  EXPECT_EQ(five.error, one.error);
  EXPECT_EQ(five.code, one.code);
}

TEST(IndexProgram, Tokenizer) {
  const Folder folder;
  const std::string index = folder / "index", file = folder.write("act.txt", act);
  EXPECT_EQ(run({"--index", index, "add", file, "--tokenizer", "latin-word-2", "--quiet"}).code, 0);
  EXPECT_THAT(run({"--index", index, "stats"}).out, HasSubstr("tokenizer         latin-word-2\n"));
  EXPECT_EQ(run({"--index", index, "add", file, "--quiet"}).code, 0);
  const Outcome another = run({"--index", index, "add", file, "--tokenizer", "cjk-bigram-2"});
  EXPECT_EQ(another.error,
            "jomun-index: " + index +
                ": made with the tokenizer \"latin-word-2\" and not \"cjk-bigram-2\"; leave out --tokenizer, or make another "
                "index: jomun-index --index NEW-FOLDER add --tokenizer cjk-bigram-2 FILES\n");
  EXPECT_EQ(another.code, 2);
  const Outcome unknown = run({"--index", folder / "new", "add", file, "--tokenizer", "nonsense"});
  EXPECT_THAT(unknown.error, StartsWith("jomun-index: no tokenizer is named \"nonsense\"; there are "));
  EXPECT_EQ(unknown.code, 2);
}

TEST(IndexProgram, AMissingTokenizer) {
  const Folder folder;
  const std::string index = folder / "index", file = folder.write("act.txt", act);
  run({"--index", index, "add", file, "--quiet"});
  testing::pretend_tokenizer(index, "missing-1");
  const Outcome result = run({"--index", index, "add", file});
  EXPECT_EQ(result.error,
            "jomun-index: " + index +
                ": made with the tokenizer \"missing-1\", which is not here; load the plug-in that has it with --plugin FILE\n");
  EXPECT_EQ(result.code, 2);
  EXPECT_EQ(run({"--index", index, "remove", "act", "--quiet"}).code, 0);
}

TEST(IndexProgram, APluginThatIsNoneSpoilsAll) {
  const Folder folder;
  const std::string file = folder.write("act.txt", act);
  for (const char* command : {"list", "stats", "check"}) {
    const Outcome result = run({"--index", folder / "index", command, "--plugin", "none.so"});
    EXPECT_EQ(result.error, "jomun-index: none.so: there is no such file; give the path of a plug-in\n");
    EXPECT_EQ(result.code, 2);
  }
  EXPECT_THAT(run({"preview", file, "--plugin", file}).error, AllOf(StartsWith("jomun-index: " + file + ": cannot be loaded ("),
                                                                    HasSubstr("); check that it is a plug-in built for this system")));
}

// The other commands.

class ProgramOnAnIndex : public ::testing::Test {
 protected:
  ProgramOnAnIndex() {
    testing::add_versions(index_, {testing::make_version("a/en", {"One."}), testing::make_version("a/ko", {"하나.", "둘."})});
  }
  Outcome run_here(std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--index", index_});
    return run(arguments);
  }
  const Folder folder_;
  const std::string index_ = folder_ / "index";
};

TEST_F(ProgramOnAnIndex, Remove) {
  Outcome result = run_here({"remove", "a/en", "b"});
  EXPECT_EQ(result.error, "jomun-index: b: is not in the index; see jomun-index list\njomun-index: 1 clause removed\n");
  EXPECT_EQ(result.code, 1);
  result = run_here({"remove", "b", "a/en"});
  EXPECT_EQ(result.code, 2);
  EXPECT_THAT(versions_in(index_), ::testing::ElementsAre("a/ko 2"));
  result = run_here({"remove", "a", "--quiet"});
  EXPECT_EQ(result.error, "");
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(versions_in(index_), IsEmpty());
}

TEST_F(ProgramOnAnIndex, List) {
  EXPECT_EQ(run_here({"list"}).out, "a/en       1              Declaration\na/ko       2              Declaration\n");
}

TEST_F(ProgramOnAnIndex, Stats) {
  const Outcome result = run_here({"stats"});
  EXPECT_EQ(result.code, 0);
  EXPECT_THAT(result.out,
              StartsWith("works             1\nversions          2\nclauses           3\n  en              1\n  ko              2\n"));
  EXPECT_THAT(result.out,
              HasSubstr("term lists        yes\nschema            4\ntokenizer         " + std::string(default_tokenizer_name) + "\n"));
}

TEST_F(ProgramOnAnIndex, Check) {
  EXPECT_EQ(run_here({"check"}).out, index_ + ": sound\n");
  EXPECT_EQ(run_here({"check", "--quiet"}).out, "");
  EXPECT_EQ(run_here({"check"}).code, 0);
}

TEST_F(ProgramOnAnIndex, AnotherWriter) {
  const IndexWriter writer(index_);
  for (const char* command : {"add", "remove"}) {
    const Outcome result = run_here({command, "a"});
    EXPECT_EQ(result.error, "jomun-index: " + index_ + ": another program is writing to it; wait until it has ended\n");
    EXPECT_EQ(result.code, 2);
  }
}

TEST(IndexProgram, NoIndex) {
  const Folder folder;
  const std::string index = folder / "none";
  for (const char* command : {"list", "stats", "check"}) {
    const Outcome result = run({command, "--index", index});
    EXPECT_EQ(result.error, "jomun-index: " + index + ": there is no index; make one with: jomun-index --index " + index + " add FILES\n");
    EXPECT_EQ(result.code, 2) << command;
  }
}

// What a document says cannot steer the terminal.
TEST(IndexProgram, HostileNames) {
  const Folder folder;
  const Outcome result = run({"preview", folder / "\x1b[2J\n"});
  EXPECT_EQ(result.error.find('\x1b'), std::string::npos);
  EXPECT_EQ(result.code, 2);
}

}  // namespace
}  // namespace jomun
