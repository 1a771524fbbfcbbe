// Jomun tests: clauses given as JSON Lines.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

#include "corpus/reader.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

std::string failure(std::string_view lines) {
  try {
    read_json_lines(lines, "clauses.jsonl", {});
  } catch (const UnreadableFile& error) {
    return error.what();
  }
  return "";
}

TEST(JsonLines, GroupsByWorkAndLanguageInOrderOfAppearance) {
  const auto versions = read_json_lines(
      "\xEF\xBB\xBF{\"text\": \"我们同意。\"}\n\n{\"text\": \"We agree.\", \"work\": \"w\", \"label\": \"1.\", \"section\": \"S\", "
      "\"title\": \"T\"}\n"
      "{\"text\": \"我们反对。\", \"id\": \"x7\"}\r\n{\"text\": \"So be it.\", \"work\": \"w\", \"title\": \"Other\", \"path\": [\"A\", "
      "\"B\"], \"date\": \"2024\"}",
      "dir/my clauses.jsonl", {});
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].name(), "my-clauses/zh-Hans");
  EXPECT_EQ(versions[1].name(), "w/en");
  ASSERT_EQ(versions[0].clauses.size(), 2u);
  EXPECT_EQ(versions[0].citation(versions[0].clauses[0]), "my-clauses/zh-Hans#l1");
  EXPECT_EQ(versions[0].citation(versions[0].clauses[1]), "x7");
  EXPECT_EQ(versions[1].metadata.title, "T");
  const Clause& first = versions[1].clauses[0];
  EXPECT_EQ(first.address, "l3");
  EXPECT_EQ(first.label, "1.");
  EXPECT_THAT(first.path, ElementsAre("S"));
  EXPECT_EQ(first.title, "");
  EXPECT_EQ(first.language, "en");
  EXPECT_EQ(first.source, (Span{0, 9}));
  EXPECT_EQ(first.text.text(), "We agree.");
  EXPECT_EQ(first.text.original({3, 8}), (Span{3, 8}));
  const Clause& second = versions[1].clauses[1];
  EXPECT_EQ(second.title, "Other");
  EXPECT_EQ(second.date, "2024");
  EXPECT_THAT(second.path, ElementsAre("A", "B"));
}

// What an index exports has its clauses' places, and first of all what its versions are as a whole.
TEST(JsonLines, FieldsOfAnExport) {
  const auto versions = read_json_lines(
      R"({"text": "One two", "language": "en", "work": "w", "title": "A", "address": "annex.1",)"
      R"( "published": {"begin": 5, "end": 30, "pieces": [[0, 10], [3, null], [4, 20]]}, "version": {"title": "T", "date": "2024"}})"
      "\n"
      R"({"text": "Two.", "language": "en", "work": "w", "title": "T", "address": "2", "id": "x"})"
      "\n"
      R"({"work": "empty", "language": "ko", "version": {"status": "draft"}})",
      "f", {});
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].metadata.title, "T");
  EXPECT_EQ(versions[0].metadata.date, "2024");
  ASSERT_EQ(versions[0].clauses.size(), 2u);
  const Clause& first = versions[0].clauses[0];
  EXPECT_EQ(versions[0].citation(first), "w/en#annex.1");
  EXPECT_EQ(first.title, "A");
  EXPECT_EQ(first.source, (Span{5, 30}));
  EXPECT_EQ(first.text.original({0, 3}), (Span{10, 13}));
  EXPECT_EQ(first.text.original({4, 7}), (Span{20, 23}));
  EXPECT_EQ(versions[0].clauses[1].title, "");
  EXPECT_EQ(versions[0].clauses[1].address, "2");
  EXPECT_EQ(versions[0].citation(versions[0].clauses[1]), "x");
  EXPECT_EQ(versions[1].name(), "empty/ko");
  EXPECT_EQ(versions[1].metadata.status, "draft");
  EXPECT_TRUE(versions[1].clauses.empty());
}

TEST(JsonLines, ErrorsOfAnExport) {
  const auto with = [](const std::string& fields) { return failure(R"({"text": "One", "language": "en", )" + fields + "}"); };
  for (const auto& [fields, error] : std::initializer_list<std::pair<const char*, const char*>>{
           {R"("published": 5)", "line 1: published is not an object"},
           {R"("published": {"begin": 1, "end": 2})", "line 1: published has no pieces"},
           {R"("published": {"begin": 3, "end": 2, "pieces": []})", "line 1: published ends before it begins"},
           {R"("published": {"begin": -1, "end": 2, "pieces": []})", "line 1: begin of published is not a number"},
           {R"("published": {"begin": 1, "end": 2, "pieces": 7})", "line 1: pieces of published are not a list"},
           {R"("published": {"begin": 1, "end": 2, "pieces": [[1]]})", "line 1: a piece of published is not a list of two"},
           {R"("published": {"begin": 1, "end": 2, "pieces": [[9, 9]]})", "line 1: the pieces of published do not fit the text"},
           {R"("version": {"date": "May"})", "is no date"},
       })
    EXPECT_THAT(with(fields), HasSubstr(error)) << fields;
  const std::string line = R"({"text": "One", "language": "en", "version": {}, "address": "1"})";
  EXPECT_THAT(failure(line + "\n" + line), HasSubstr("line 2: clauses/en has begun before"));
  const std::string plain = R"({"text": "One", "language": "en", "address": "1"})";
  EXPECT_EQ(failure(plain + "\n" + plain), "line 2: address \"1\" was used on line 1; give every clause its own");
}

TEST(JsonLines, GivenWins) {
  Metadata given;
  given.work = "given";
  given.language = "ja";
  given.title = "題";
  const auto versions = read_json_lines("{\"text\": \"x\", \"work\": \"w\", \"language\": \"en\", \"title\": \"T\"}", "f", given);
  EXPECT_EQ(versions.at(0).name(), "given/ja");
  EXPECT_EQ(versions[0].metadata.title, "題");
  EXPECT_EQ(versions[0].clauses[0].language, "ja");
}

TEST(JsonLines, ErrorsNameTheLineAndTheRemedy) {
  struct Row {
    std::string_view lines, where, what;
  };
  for (const auto& [lines, where, what] : {
           Row{"{\"text\": \"a\"}\n{\"text\": 3}", "line 2: ", "not a string"},
           Row{"{\"text\": \"\"}", "line 1: ", "no text"},
           Row{"{\"id\": \"a\"}", "line 1: ", "no text"},
           Row{"\n\nnonsense", "line 3: ", "not JSON"},
           Row{"{\"text\": \"a\"", "line 1: ", "not JSON"},
           Row{"[1]", "line 1: ", "not a JSON object"},
           Row{"{\"text\": \"a\", \"work\": \"a/b\"}", "line 1: ", "use '-'"},
           Row{"{\"text\": \"a\", \"date\": \"May 2024\"}", "line 1: ", "is no date"},
           Row{"{\"text\": \"a\", \"language\": \"English!\"}", "line 1: ", "no language tag"},
           Row{"{\"text\": \"a\", \"path\": \"x\"}", "line 1: ", "not a list"},
           Row{"{\"text\": \"a\", \"path\": [1]}", "line 1: ", "not a string"},
           Row{"{\"text\": \"a\", \"id\": \"x\"}\n{\"text\": \"b\", \"id\": \"x\"}", "line 2: ", "used on line 1"},
       }) {
    EXPECT_THAT(failure(lines), StartsWith(std::string(where))) << lines;
    EXPECT_THAT(failure(lines), HasSubstr(std::string(what))) << lines;
  }
  EXPECT_THAT(failure("{\"text\": \"\xFF\"}"), HasSubstr("not UTF-8 at byte 10"));
  EXPECT_THAT(failure(" \n"), HasSubstr("empty"));
  EXPECT_THAT(failure(std::string(100'000, '[')), HasSubstr("line 1"));  // deep nesting
}

}  // namespace
}  // namespace jomun
