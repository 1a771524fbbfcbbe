// Jomun: dialogues with the shell.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/shell.h"

#include <gtest/gtest.h>

#include <deque>
#include <sstream>

#include "tests/searcher/fake_searcher.h"

namespace jomun {
namespace {

class Lines final : public LineSource {
 public:
  explicit Lines(std::deque<std::string> lines) : lines_(std::move(lines)) {}
  std::optional<std::string> next() override {
    if (lines_.empty()) return {};
    std::string line = lines_.front();
    lines_.pop_front();
    return line;
  }
  std::size_t columns() const override { return 60; }
  std::size_t left() const { return lines_.size(); }

 private:
  std::deque<std::string> lines_;
};

// A shell on the fake searcher, and what it wrote since it was asked last.
class ShellTest : public testing::Test {
 protected:
  explicit ShellTest(Shell::Audience audience = Shell::Audience::program)
      : searcher_({"index"}), session_(searcher_, {}, out_, error_), shell_(session_, {}, audience) {
    fake::clear();
  }

  // What a line writes on standard output, then on standard error.
  std::string say(const std::string& line) {
    Lines lines({line});
    out_.str("");
    error_.str("");
    shell_.run(lines);
    return out_.str() + error_.str();
  }

  std::ostringstream out_, error_;
  Searcher searcher_;
  Session session_;
  Shell shell_;
};

class PersonalShellTest : public ShellTest {
 protected:
  PersonalShellTest() : ShellTest(Shell::Audience::person) {}
};

TEST_F(ShellTest, DidYouMean) {
  EXPECT_EQ(say("saftey"),
            "jomun-search: saftey: did you mean: safety or fast?\njomun-search: saftey: no clause found; try other or fewer words\n");
}

TEST_F(ShellTest, ErrorsNameTheCommandAndWhatToDo) {
  const std::string commands =
      ":help, :show, :parallel, :why-not, :explain, :kwic, :language, :work, :limit, :expand, :without, :matrix, :quit";
  const std::pair<std::string, std::string> rows[] = {
      {":nonsense", ":nonsense: is no command; there are " + commands},
      {":", ":: is no command; there are " + commands},
      {":ex", ":ex: is no command; there are " + commands},
      {":help me", ":help: takes no argument; leave it out"},
      {":show", ":show: needs an argument; write :show N|CITATION"},
      {":kwic", ":kwic: there is no result yet to take matches from; search first"},
      {":show 1", ":show: there is no result yet to take a rank from; search first"},
      {":show nowhere", ":show: nowhere: there is no such clause; see jomun-index list"},
      {":language klingon", ":language: the language klingon is not known; it is zh, zh-Hans, zh-Hant, ko, ja, en or fr"},
      {":work oslo", ":work: oslo is not in the index; press Tab for the works there are, or see jomun-index list"},
      {":limit many", ":limit: the limit many is not known; it is a number from 0 to 1000000"},
      {":expand most", ":expand: the mode most is not known; it is none, lexicon, bridge or all"},
      {"broken", "index: is damaged; make it again"},
  };
  for (const auto& [line, error] : rows) EXPECT_EQ(say(line), "jomun-search: " + error + "\n");
  EXPECT_EQ(session_.exit_code(), 2);
}

TEST_F(ShellTest, RanksAreThoseOfTheLastResult) {
  EXPECT_TRUE(say("safety").starts_with("2 clauses"));
  const std::string clause = "seoul-declaration-2024/zh-Hans#2  zh-Hans  2.\n首尔宣言\n\n我们确认人工智能安全。\n";
  EXPECT_EQ(say(":show 2"), clause);
  EXPECT_EQ(say(":show seoul-declaration-2024/zh-Hans#2"), clause);
  EXPECT_TRUE(say(":parallel 2").starts_with(clause + "\nseoul-declaration-2024/ko#2"));
  EXPECT_EQ(
      say(":explain 1"),
      "seoul-declaration-2024/ko#2  ko  2.\nscore: 2.250\n    1.500  AI (query) 1 time\n    0.750  lexicon:safety matched 안전 1 time\n");
  EXPECT_EQ(say(":show 3"), "jomun-search: :show: 3 is no rank of the last result; it has 1 to 2\n");
  EXPECT_EQ(say(":show 99999999999999999999"), "jomun-search: :show: 99999999999999999999 is no rank of the last result; it has 1 to 2\n");
  // A query that fails leaves the last result.
  say("broken");
  EXPECT_EQ(say(":show 2"), clause);
  say("nothing");
  EXPECT_EQ(say(":show 2"), "jomun-search: :show: there is no result yet to take a rank from; search first\n");
}

TEST_F(ShellTest, Concordance) {
  const std::string lines = say(":kwic safety");
  EXPECT_TRUE(lines.starts_with("1  ")) << lines;
  EXPECT_EQ(fake::requests.back().query, "safety");
  EXPECT_EQ(say(":kwic"), lines);
  EXPECT_TRUE(say(":show 2").starts_with("seoul-declaration-2024/zh-Hans#2"));
  EXPECT_TRUE(say("safety").starts_with("2 clauses"));
  EXPECT_EQ(say(":kwic nothing"), "jomun-search: nothing: no clause found; try other or fewer words\n");
}

TEST(ShellAsCsv, AConcordanceDoesNotTakeTheNamesOfTheColumns) {
  std::ostringstream out, error;
  Searcher searcher({"index"});
  OutputOptions options;
  options.format = Format::csv;
  Session session(searcher, options, out, error);
  Shell shell(session, {}, Shell::Audience::program);
  Lines lines({":kwic safety", "safety"});
  shell.run(lines);
  EXPECT_TRUE(out.str().starts_with("1  ")) << out.str();
  EXPECT_NE(out.str().find("\nrank,score,"), std::string::npos) << out.str();
}

TEST_F(ShellTest, WhyNotTakesAQueryOrTheLastOne) {
  const std::string citation = "seoul-declaration-2024/ko#2";
  EXPECT_EQ(say(":why-not " + citation), "jomun-search: :why-not: there is no query yet; write one behind the citation\n");
  say(":language ko");
  EXPECT_EQ(say(":why-not " + citation + "  AI safety"), citation + ": found, at rank 2\n");
  EXPECT_EQ(fake::requests.back().query, "AI safety");
  EXPECT_EQ(fake::requests.back().filters.languages, std::vector<std::string>{"ko"});
  say("nothing");
  EXPECT_EQ(say(":why-not " + citation),
            citation + ": not found\n  language:ko excludes it (it is zh-Hans)\n  without language:ko it is rank 3: other\n");
  EXPECT_EQ(fake::requests.back().query, "nothing");
  EXPECT_EQ(say(":why-not nowhere safety"), "jomun-search: :why-not: nowhere: there is no such clause; see jomun-index list\n");
}

TEST_F(ShellTest, SettingsHoldUntilChanged) {
  EXPECT_EQ(say(":language ko ZH"), "");
  EXPECT_EQ(say(":work seoul-declaration-2024"), "");
  EXPECT_EQ(say(":limit 1"), "");
  EXPECT_EQ(say(":expand none"), "");
  say("safety");
  EXPECT_EQ(fake::requests.back().filters.languages, (std::vector<std::string>{"ko", "zh"}));
  EXPECT_EQ(fake::requests.back().filters.works, std::vector<std::string>{"seoul-declaration-2024"});
  EXPECT_EQ(fake::requests.back().limit, 1U);
  EXPECT_EQ(fake::requests.back().expand, Expand::none);
  say(":language klingon");
  say("safety");
  EXPECT_EQ(fake::requests.back().filters.languages.size(), 2U);
  say(":language");
  say(":work");
  say("safety");
  EXPECT_TRUE(fake::requests.back().filters.languages.empty());
  EXPECT_TRUE(fake::requests.back().filters.works.empty());
}

TEST_F(ShellTest, FormsAreSwitchedOffAndOnAgain) {
  say(":without 安全");
  say(":without AI safety");
  say("safety");
  EXPECT_EQ(fake::requests.back().without, (std::vector<std::string>{"安全", "AI safety"}));
  say(":without 安全");
  say("safety");
  EXPECT_EQ(fake::requests.back().without, std::vector<std::string>{"AI safety"});
  say(":without");
  say("safety");
  EXPECT_TRUE(fake::requests.back().without.empty());
}

TEST_F(ShellTest, EndsAtQuitOrAtTheEnd) {
  for (const char* quit : {":quit", " :quit ", ":q"}) {
    Lines lines({"safety", quit, "safety"});
    Shell shell(session_, {}, Shell::Audience::program);
    shell.run(lines);
    EXPECT_EQ(lines.left(), 1U);
  }
  Lines nothing({});
  shell_.run(nothing);
}

TEST_F(ShellTest, BlankLinesAndUnknownBytesDoNoHarm) {
  EXPECT_EQ(say(""), "");
  EXPECT_EQ(say(" \t "), "");
  EXPECT_TRUE(fake::requests.empty());
  EXPECT_EQ(say("\xFF\x1b[2J"), "jomun-search: ��[2J: no clause found; try other or fewer words\n");
  EXPECT_TRUE(say(":\x1b[2J").starts_with("jomun-search: :�[2J: is no command"));
}

TEST_F(ShellTest, Complete) {
  const std::pair<std::string, std::vector<std::string>> rows[] = {
      {":e", {":explain", ":expand"}},
      {":language ", {"fr", "ko", "zh-Hans"}},
      {":language ko zh", {"zh-Hans"}},
      {":work sh", {"shanghai-declaration-2024"}},
      {":expand b", {"bridge"}},
      {":show ", {}},
      {":limit ", {}},
      {":nonsense x", {}},
      {"safety", {}},
      {"", {}},
  };
  for (const auto& [line, candidates] : rows) EXPECT_EQ(shell_.complete(line), candidates) << line;
  EXPECT_EQ(shell_.complete(":").size(), 13U);
  say("safety");
  EXPECT_EQ(shell_.complete(":parallel seoul-declaration-2024/k"), std::vector<std::string>{"seoul-declaration-2024/ko#2"});
}

TEST_F(ShellTest, Matrix) {
  EXPECT_EQ(say(":matrix safety; sovereignty"), R"(                           safety  sovereignty
seoul-declaration-2024     2 ko#2  –
shanghai-declaration-2024  –       –

nothing about any of these: shanghai-declaration-2024
)");
  EXPECT_EQ(say(":matrix ;"), "jomun-search: :matrix: has no query; write some with ; between them\n");
  EXPECT_EQ(say(":matrix broken; safety"), "jomun-search: :matrix: index: is damaged; make it again\n");
  say(":work shanghai-declaration-2024");
  EXPECT_EQ(say(":matrix safety"), R"(                           safety
shanghai-declaration-2024  –

nothing about any of these: shanghai-declaration-2024
)");
}

TEST_F(PersonalShellTest, SaysWhatACommandHasDone) {
  const std::string greeting = "2 clauses. Write a query, or :help.\n";
  EXPECT_EQ(say(""), greeting);
  EXPECT_EQ(say(":language zh-hans fr"), greeting + "language: zh-Hans, fr\n");
  EXPECT_EQ(say(":language"), greeting + "language: all\n");
  EXPECT_EQ(say(":work seoul-declaration-2024"), greeting + "work: seoul-declaration-2024\n");
  EXPECT_EQ(say(":limit 20"), greeting + "limit: 20\n");
  EXPECT_EQ(say(":expand bridge"), greeting + "expand: bridge\n");
  EXPECT_EQ(say(":help"), greeting + R"(  :help                       print this
  :show      N|CITATION       print the clause with rank N of the last result, or any other
  :parallel  N|CITATION       print it with its counterparts in other languages
  :why-not   CITATION [QUERY] say why the query, or else the last one, does not find this clause
  :explain   N                say what the score of rank N is made of
  :kwic      [QUERY]          print a line for each match of a query, or of the last result
  :language  [TAG]...         search only these languages; without a tag, all
  :work      [ID]...          search only these declarations; without an id, all
  :limit     N                show so many hits
  :expand    MODE             what a word also finds: none, lexicon, bridge or all
  :without   [FORM]           leave out what words also find, or take it in again; without one, take in all
  :matrix    A; B; C          print which works answer which of the queries
  :quit                       end; so does Ctrl-D
Anything else is a query: words, "strict phrase", +must, -not, language:ko. More: jomun-search --help
)");
}

}  // namespace
}  // namespace jomun
