// Jomun: dialogues with the shell.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/shell.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
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
      ":help, :show, :parallel, :why-not, :explain, :kwic, :open, :lexicon, :set, :unset, :without, :matrix, :quit";
  const std::string settings =
      "language, work, issuer, from, to, modality, limit, offset, sort, group, facets, format, kwic, context, expand, lexicon, paging, "
      "explain";
  const std::pair<std::string, std::string> rows[] = {
      {":nonsense", ":nonsense: is no command; there are " + commands},
      {":", ":: is no command; there are " + commands},
      {":s", ":s: is no command; there are " + commands},
      {":help me", ":help: takes no argument; leave it out"},
      {":show", ":show: needs an argument; write :show N|CITATION"},
      {":kwic", ":kwic: there is no result yet to take matches from; search first"},
      {":show 1", ":show: there is no result yet to take a rank from; search first"},
      {":show nowhere", ":show: nowhere: there is no such clause; see jomun-index list"},
      {":set language klingon", ":set: the language klingon is not known; it is zh, zh-Hans, zh-Hant, ko, ja, en or fr"},
      {":set work oslo", ":set: oslo is not in the index; press Tab for the works there are, or see jomun-index list"},
      {":set limit many", ":set: limit many is not known; it is a number from 0 to 1000000"},
      {":set expand most", ":set: expand most is not known; it is none, lexicon, bridge or all"},
      {":set from 2024-13", ":set: from 2024-13 is no date; write it like 2024-05-21, 2024-05 or 2024"},
      {":set explain yes", ":set: explain yes is not known; it is on or off"},
      {":set paging less", ":set: paging less is not known; it is on or off"},
      {":set lexicon none.tsv", ":set: none.tsv: no such file; check the path"},
      {":set colour on", ":set: colour is no setting; there are " + settings},
      {":set f", ":set: f is no setting; there are " + settings},
      {":unset", ":unset: needs an argument; write :unset NAME"},
      {":limit 5", ":limit: is a setting; write :set limit and a value"},
      {":open", ":open: needs an argument; write :open INDEX..."},
      {":open missing", ":open: missing: there is no index; make one"},
      {":lexicon wobble", "wobble: is in no lexicon; try another form of it"},
      {":lexicon safe", "safe: is in no lexicon; words that begin so: safety, safety institute"},
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
  say(":set language ko");
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
  for (const char* line :
       {":set language ko ZH", ":set　work　seoul-declaration-2024", "：set lim 1", ":set expand none", ":set issuer AI Seoul Summit",
        ":set from 2023", ":set sort date", ":set group work", ":set facets exact", ":set modality must may"})
    EXPECT_EQ(say(line), "") << line;
  say("safety");
  const Request& request = fake::requests.back();
  EXPECT_EQ(request.filters.languages, (std::vector<std::string>{"ko", "zh"}));
  EXPECT_EQ(request.filters.works, std::vector<std::string>{"seoul-declaration-2024"});
  EXPECT_EQ(request.filters.issuers, std::vector<std::string>{"AI Seoul Summit"});
  EXPECT_EQ(request.filters.modalities, (std::vector<std::string>{"must", "may"}));
  EXPECT_EQ(request.filters.from, "2023");
  EXPECT_EQ(request.limit, 1U);
  EXPECT_EQ(request.expand, Expand::none);
  EXPECT_EQ(request.sort, Sort::date);
  EXPECT_EQ(request.group, GroupBy::work);
  EXPECT_TRUE(request.exact);
  // What fails changes nothing.
  say(":set language klingon");
  say(":set to 2020");  // before 2023
  say("safety");
  EXPECT_EQ(fake::requests.back().filters.languages.size(), 2U);
  EXPECT_EQ(fake::requests.back().filters.to, "");
  say(":unset language");
  say(":unset work");
  say(":unset limit");
  say("safety");
  EXPECT_TRUE(fake::requests.back().filters.languages.empty());
  EXPECT_TRUE(fake::requests.back().filters.works.empty());
  EXPECT_EQ(fake::requests.back().limit, 10U);
  EXPECT_EQ(fake::requests.back().filters.from, "2023");
}

TEST_F(ShellTest, SettingsOfTheOutput) {
  say(":set format json");
  EXPECT_TRUE(say("safety").starts_with("{\"query\":\"safety\""));
  EXPECT_TRUE(say(":matrix safety").starts_with("{\"concepts\":"));
  EXPECT_EQ(say(":set kwic on"), "jomun-search: :set: kwic and format json cannot be had at once; leave one out\n");
  say(":set format csv");
  EXPECT_TRUE(say(":matrix safety").starts_with("work,title,languages,safety"));
  say(":unset format");
  say(":set kwic on");
  say(":set context 3");
  EXPECT_TRUE(say("safety").ends_with("  人工智能 安\n") || !say("safety").starts_with("2 clauses"));
  say(":set kwic off");
  say(":set explain on");
  EXPECT_NE(say("safety").find("score: 2.250"), std::string::npos);
}

TEST_F(ShellTest, SettingsAreListed) {
  say(":set language ko zh-hans");
  say(":set explain on");
  EXPECT_EQ(say(":set lang"), "  language  ko, zh-Hans     zh|zh-Hans|zh-Hant|ko|ja|en\n");
  EXPECT_EQ(say(":set"), R"(  language  ko, zh-Hans     zh|zh-Hans|zh-Hant|ko|ja|en
  work      all             ID
  issuer    all             TEXT
  from      any             YYYY[-MM[-DD]]
  to        any             YYYY[-MM[-DD]]
  modality  all             must|must-not|may|recommend
  limit     10              N
  offset    0               N
  sort      relevance       relevance|date
  group     none            none|work
  facets    none            none|found|exact
  format    text            text|json|tsv|csv|markdown|trec
  kwic      off             on|off
  context   full width      N
  expand    all             none|lexicon|bridge|all
  lexicon   none            FILE
  paging    on              on|off
  explain   on              on|off
)");
}

// What is said of an option that was not given is what the command line does then.
TEST(Settings, NamesOfDefaults) {
  for (const std::string name : {"limit", "offset", "sort", "group", "facets", "format", "expand", "paging"}) {
    const SearchOptions with = parse_settings({{name, {std::string(unset_value(name))}}}), without = parse_settings({});
    EXPECT_EQ(with.request.limit, without.request.limit) << name;
    EXPECT_EQ(with.request.offset, without.request.offset) << name;
    EXPECT_EQ(with.request.sort, without.request.sort) << name;
    EXPECT_EQ(with.request.group, without.request.group) << name;
    EXPECT_EQ(with.request.expand, without.request.expand) << name;
    EXPECT_EQ(with.request.exact, without.request.exact) << name;
    EXPECT_EQ(with.output.facets, without.output.facets) << name;
    EXPECT_EQ(with.output.format, without.output.format) << name;
    EXPECT_EQ(with.output.paging, without.output.paging) << name;
  }
  const Settings settings;
  for (const CommandOption& option : settings.options()) EXPECT_NE(unset_value(option.name), "") << option.name;
}

TEST(Settings, ThoseOfTheCommandLineHold) {
  std::ostringstream out, error;
  Searcher searcher({"index"});
  const SearchOptions options = parse_search_options({"--limit", "1", "--without", "安保", "--language", "ko", "--explain"});
  Session session(searcher, options.output, out, error);
  Shell shell(session, options, Shell::Audience::program);
  fake::clear();
  Lines lines({":set group work", "safety", ":set limit", ":set explain"});
  shell.run(lines);
  EXPECT_EQ(fake::requests.back().limit, 1U);
  EXPECT_EQ(fake::requests.back().without, std::vector<std::string>{"安保"});
  EXPECT_EQ(fake::requests.back().filters.languages, std::vector<std::string>{"ko"});
  EXPECT_TRUE(out.str().ends_with("  limit     1               N\n  explain   on              on|off\n")) << out.str();
}

TEST_F(ShellTest, Open) {
  say("safety");
  EXPECT_EQ(say(":open missing"), "jomun-search: :open: missing: there is no index; make one\n");
  EXPECT_TRUE(say(":show 2").starts_with("seoul-declaration-2024/zh-Hans#2"));  // the old one stays
  EXPECT_EQ(say(":open one two"), "");
  EXPECT_EQ(fake::opened.back(), (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(say(":show 2"), "jomun-search: :show: there is no result yet to take a rank from; search first\n");
  EXPECT_TRUE(say("safety").starts_with("2 clauses"));
  const std::atomic<bool> stop = false;
  session_.stop_when(&stop);
  say(":open ~/three");
  EXPECT_EQ(fake::stop, &stop);
  EXPECT_EQ(fake::opened.back(), std::vector<std::string>{std::string(std::getenv("HOME")) + "/three"});
  session_.stop_when(nullptr);
}

TEST_F(ShellTest, Lexicon) {
  EXPECT_EQ(say(":lexicon 안전"), "safety\n  en      safety\n  zh-Hans 安全, 安全性\n  ko      안전\n  is not  security\n");
  EXPECT_EQ(say(":lexicon 安全"), R"(安全 has 2 meanings:
safety
  en      safety
  zh-Hans 安全, 安全性
  ko      안전
  is not  security
security
  en      security
  zh-Hans 安全
)");
  EXPECT_TRUE(say(":lexicon").ends_with(" concepts  of Jomun\n"));
  const std::string file = testing::TempDir() + "jomun-own.tsv";
  std::ofstream(file) << "id\ten\nwobble\twobbling\n";
  EXPECT_EQ(say(":set lexicon " + file), "");
  EXPECT_EQ(fake::own_concepts, 1U);
  EXPECT_TRUE(say(":lexicon").ends_with(" concepts  of Jomun\n     1 concepts  " + file + "\n"));
  say(":open elsewhere");
  EXPECT_EQ(fake::own_concepts, 1U);
  say(":unset lexicon");
  EXPECT_EQ(fake::own_concepts, 0U);
  EXPECT_EQ(fake::opened.back(), std::vector<std::string>{"elsewhere"});
  std::remove(file.c_str());
}

TEST_F(ShellTest, AStoppedQueryEndsNothing) {
  EXPECT_EQ(say("long query"), "jomun-search: long query: stopped\n");
  EXPECT_EQ(say(":kwic long"), "jomun-search: :kwic: stopped\n");
  EXPECT_EQ(session_.exit_code(), 1);
  EXPECT_TRUE(say("safety").starts_with("2 clauses"));
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
      {":e", {":explain"}},
      {":set ex", {"expand", "explain"}},
      {":set language ", {"fr", "ko", "zh", "zh-Hans"}},
      {":set language ko zh-", {"zh-Hans"}},
      {":set work sh", {"shanghai-declaration-2024"}},
      {":set expand b", {"bridge"}},
      {":set explain o", {"on", "off"}},
      {":set modality must", {"must", "must-not"}},
      {":set limit ", {}},
      {":set nonsense x", {}},
      {":unset li", {"limit"}},
      {":unset limit l", {}},
      {":show ", {}},
      {":nonsense x", {}},
      {"", {}},
      {" ", {}},
      // Queries.
      {"w", {"work:", "wording"}},
      {"saf", {"safety", "safety institute"}},
      {"AI saf", {"safety", "safety institute"}},
      {"safety ins", {"institute"}},
      {"AI safety ins", {"institute"}},
      {"+saf", {"+safety", "+safety institute"}},
      {"AI -(\"sai", {"-(\"saint"}},
      {"ㅇㄱㅈㄴ", {"인공지능"}},
      {"AI ㅇㄱㅈㄴ", {"인공지능"}},
      {"language:", {"language:fr", "language:ko", "language:zh", "language:zh-Hans"}},
      {"AI (language:k", {"(language:ko"}},
      {"work:seo", {"work:seoul-declaration-2024"}},
      {"-modality:ma", {"-modality:may"}},
      {"title:", {}},
      {":kwic sai", {"saint"}},
      {":lexicon saf", {"safety", "safety institute"}},
      {":matrix privacy; ㅇㄱㅈㄴ", {"인공지능"}},
      {":why-not x/ko#1 sai", {"saint"}},
  };
  for (const auto& [line, candidates] : rows) EXPECT_EQ(shell_.complete(line), candidates) << line;
  EXPECT_EQ(shell_.complete(":").size(), 13U);
  say("safety");
  EXPECT_EQ(shell_.complete(":parallel seoul-declaration-2024/k"), std::vector<std::string>{"seoul-declaration-2024/ko#2"});
  EXPECT_EQ(shell_.complete(":why-not seoul-declaration-2024/k"), std::vector<std::string>{"seoul-declaration-2024/ko#2"});
}

TEST_F(ShellTest, CompleteFolders) {
  const std::string folder = testing::TempDir() + "jomun-shell";
  std::filesystem::create_directories(folder + "/index");
  std::filesystem::create_directories(folder + "/.hidden");
  std::ofstream(folder + "/inside") << "";
  EXPECT_EQ(shell_.complete(":open " + folder + "/in"), std::vector<std::string>{folder + "/index/"});
  EXPECT_EQ(shell_.complete(":open a " + folder + "/"), std::vector<std::string>{folder + "/index/"});
  EXPECT_EQ(shell_.complete(":open " + folder + "/nowhere/"), std::vector<std::string>());
  std::filesystem::remove_all(folder);
}

TEST_F(ShellTest, Matrix) {
  EXPECT_EQ(say(":matrix safety; sovereignty"), R"(                           safety  sovereignty
seoul-declaration-2024     2 ko#2  –
shanghai-declaration-2024  –       –

nothing about any of these: shanghai-declaration-2024
)");
  EXPECT_EQ(say(":matrix ;"), "jomun-search: :matrix: has no query; write some with ; between them\n");
  EXPECT_EQ(say(":matrix broken; safety"), "jomun-search: :matrix: index: is damaged; make it again\n");
  say(":set work shanghai-declaration-2024");
  EXPECT_EQ(say(":matrix safety"), R"(                           safety
shanghai-declaration-2024  –

nothing about any of these: shanghai-declaration-2024
)");
}

TEST_F(PersonalShellTest, SaysWhatACommandHasDone) {
  const std::string greeting = "2 clauses. Write a query, or :help.\n";
  EXPECT_EQ(say(""), greeting);
  EXPECT_EQ(say(":set language zh-hans fr"), greeting + "language: zh-Hans, fr\n");
  EXPECT_EQ(say(":unset language"), greeting + "language: all\n");
  EXPECT_EQ(say(":set work seoul-declaration-2024"), greeting + "work: seoul-declaration-2024\n");
  EXPECT_EQ(say(":set limit 20"), greeting + "limit: 20\n");
  EXPECT_EQ(say(":open other"), greeting + "2 clauses.\n");
  EXPECT_EQ(say(":help"), greeting + R"(  :help                       print this
  :show      N|CITATION       print the clause with rank N
                              of the last result, or any
                              other
  :parallel  N|CITATION       print it with its counterparts
                              in other languages
  :why-not   CITATION [QUERY] say why the query, or else the
                              last one, does not find this
                              clause
  :explain   N                say what the score of rank N
                              is made of
  :kwic      [QUERY]          print a line for each match of
                              a query, or of the last result
  :open      INDEX...         search another index, or
                              several as one
  :lexicon   [WORD]           say what a word means and how
                              else it is said; or which
                              lexicons there are
  :set       [NAME [VALUE]]   set an option of the command
                              line, show it, or show all
  :unset     NAME             set it back to what it is by
                              itself
  :without   [FORM]           leave out what words also
                              find, or take it in again; or
                              take in all
  :matrix    A; B; C          print which works answer which
                              of the queries
  :quit                       end; so does Ctrl-D
Anything else is a query: words, "strict phrase", +must,
-not, language:ko. More: jomun-search --help
)");
}

}  // namespace
}  // namespace jomun
