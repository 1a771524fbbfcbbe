// Jomun: what jomun-search makes of its arguments, and its exit codes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/search_program.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "searcher/search_options.h"
#include "tests/searcher/fake_searcher.h"

namespace jomun {
namespace {

struct Outcome {
  int code = -1;
  std::string out, error;
};

Outcome run(const std::vector<std::string>& arguments, const std::string& input = "") {
  fake::clear();
  std::istringstream in(input);
  std::ostringstream out, error;
  Outcome result;
  result.code = run_search(arguments, in, out, error);
  result.out = out.str();
  result.error = error.str();
  return result;
}

// An index that does not answer, where that is no error: it is said once, and by the exit code.
TEST(SearchProgram, PartialAnswers) {
  const std::string warning = "jomun-search: host:1: does not answer; what it has is left out\n";
  const std::vector<std::string> partial = {"--index", "a", "--index", "host:1", "--partial", "--format", "json"};
  const auto run_with = [&](std::vector<std::string> more, const std::string& input = "") {
    more.insert(more.begin(), partial.begin(), partial.end());
    return run(more, input);
  };
  const Outcome found = run_with({"safety"});
  EXPECT_EQ(found.code, 3);
  EXPECT_EQ(found.error, warning);
  EXPECT_NE(found.out.find(R"("missing":["host:1"],)"), std::string::npos) << found.out;
  EXPECT_EQ(run_with({"nothing"}).code, 3);
  EXPECT_EQ(run_with({"broken"}).code, 2);
  for (const char* option : {"--show", "--parallel"}) EXPECT_EQ(run_with({option, "seoul-declaration-2024/ko#2"}).error, warning) << option;
  EXPECT_EQ(run_with({"--matrix", "safety"}).code, 3);
  EXPECT_EQ(run_with({"--why-not", "seoul-declaration-2024/ko#2", "safety"}).code, 3);
  EXPECT_EQ(run_with({"--batch", "-"}, "1\tsafety\n2\tsafety\n").error, warning);
  const Outcome all = run({"--partial", "--format", "json", "safety"});
  EXPECT_EQ(all.code, 0);
  EXPECT_EQ(all.out.find("missing"), std::string::npos);
}

TEST(SearchProgram, HowIndexesAreOpened) {
  run({"safety"});
  EXPECT_FALSE(fake::options.partial);
  EXPECT_EQ(fake::options.timeout, 10);
  run({"--partial", "--timeout", "3", "safety"});
  EXPECT_TRUE(fake::options.partial);
  EXPECT_EQ(fake::options.timeout, 3);
}

// Arguments that are wrong, and the whole of standard error.
TEST(SearchProgram, ArgumentErrors) {
  struct Row {
    std::vector<std::string> arguments;
    std::string error;
  };
  const Row rows[] = {
      {{"--format", "xml", "safety"}, "--format xml is not known; it is text, json, tsv, csv, markdown or trec"},
      {{"--expand", "most", "safety"}, "--expand most is not known; it is none, lexicon, bridge or all"},
      {{"--language", "korean", "safety"}, "--language korean is not known; it is zh, zh-Hans, zh-Hant, ko, ja, en or fr"},
      {{"--limit", "-5", "safety"}, "--limit -5 is not known; it is a number from 0 to 1000000"},
      {{"--limit", "5x", "safety"}, "--limit 5x is not known; it is a number from 0 to 1000000"},
      {{"--limit=99999999999999999999999", "safety"}, "--limit 99999999999999999999999 is not known; it is a number from 0 to 1000000"},
      {{"--offset", "1000001", "safety"}, "--offset 1000001 is not known; it is a number from 0 to 1000000"},
      {{"--from", "yesterday", "safety"}, "--from yesterday is no date; write it like 2024-05-21, 2024-05 or 2024"},
      {{"--to", "2024/05", "safety"}, "--to 2024/05 is no date; write it like 2024-05-21, 2024-05 or 2024"},
      {{"--from", "2024", "--to", "2023-12", "safety"}, "--from 2024 is after --to 2023-12; exchange them"},
      {{"--show", "x", "safety"}, "--show and a query cannot be had at once; leave one out"},
      {{"--show", "x", "--parallel", "y"}, "--show and --parallel cannot be had at once; leave one out"},
      {{"--kwic", "--format", "json", "safety"}, "--kwic and --format json cannot be had at once; leave one out"},
      {{"--kwic", "--show", "y"}, "--kwic and --show cannot be had at once; leave one out"},
      {{"--context", "x", "safety"}, "--context x is not known; it is a number from 0 to 1000000"},
      {{"--weights", "k1", "safety"}, "--weights: the weight k1 is \"\"; give a number from 0 to 1000"},
      {{"--weights", "k1=1,b=nan", "safety"}, "--weights: the weight b is \"nan\"; give a number from 0 to 1000"},
      {{"--weights", "early-positions=0", "safety"}, "--weights: the weight early-positions is \"0\"; give a number from 0 to 1000, but 0"},
      {{"--weights", "k2=1", "safety"},
       "--weights: k2 is no weight; there are k1, b, coverage, heading, negated, early, early-positions, context, modality, lexicon, "
       "synonym, "
       "part, covered, crossing, beside, function, character, phrase, particle"},
      {{"--timeout", "soon", "safety"}, "--timeout soon is not known; it is a number from 0 to 1000000"},
      {{"--sort", "size", "safety"}, "--sort size is not known; it is relevance or date"},
      {{"--group", "date", "safety"}, "--group date is not known; it is none or work"},
      {{"--facets", "all", "safety"}, "--facets all is not known; it is none, found or exact"},
      {{"--format", "csv", "--show", "y"}, "--format csv is not for --show; it is text or json"},
      {{"--format", "trec", "--parallel", "y"}, "--format trec is not for --parallel; it is text or json"},
      {{"--modality", "must_not", "safety"}, "--modality must_not is not known; it is must, must-not, may or recommend"},
      {{"--matrix", " ; "}, "--matrix has no query; write some with ; between them"},
      {{"--matrix", "a; b", "--format", "tsv"}, "--format tsv is not known; it is text, csv, html or json"},
      {{"--matrix", "a", "safety"}, "--matrix and a query cannot be had at once; leave one out"},
      {{"--why-not", "x"}, "--why-not needs a query beside the citation; write both"},
      {{"--why-not", "x", "--show", "y"}, "--why-not needs a query beside the citation; write both"},
      {{"--format", "tsv", "--why-not", "x", "safety"}, "--format tsv is not for --why-not; it is text or json"},
      {{"--kwic", "--matrix", "a"}, "--kwic and --matrix cannot be had at once; leave one out"},
      {{"--matrix", "a", "--limit", "3"}, "--limit and --matrix cannot be had at once; leave one out"},
      {{"--matrix", "a", "--group", "work"}, "--group and --matrix cannot be had at once; leave one out"},
      {{"--why-not", "x", "--context", "9", "safety"}, "--context and --why-not cannot be had at once; leave one out"},
      {{"--why-not", "x", "--explain", "safety"}, "--explain and --why-not cannot be had at once; leave one out"},
      {{"--why-not", "x", "--facets", "found", "safety"}, "--facets and --why-not cannot be had at once; leave one out"},
      {{"--show", "x", "--kwic"}, "--kwic and --show cannot be had at once; leave one out"},
      {{"--parallel", "x", "--language", "ko"}, "--language and --parallel cannot be had at once; leave one out"},
      {{"--show", "x", "--explain"}, "--explain and --show cannot be had at once; leave one out"},
      {{"--explain", "--format", "csv", "safety"}, "--explain and --format csv cannot be had at once; leave one out"},
      {{"--paging", "less", "safety"}, "--paging less is not known; it is on or off"},
      {{"--context", "9", "safety"}, "--context is for --kwic; give both or none"},
      {{"--explain", "--kwic", "safety"}, "--kwic and --explain cannot be had at once; leave one out"},
      {{"--index", "", "safety"}, "--index has an empty name; write a folder, HOST:PORT or a stub file"},
      {{""}, "the query is empty; write a word to search for"},
      {{"--lim", "5", "safety"}, "unrecognised option '--lim'; see jomun-search --help"},
      {{"--limit"}, "the required argument for option '--limit' is missing; see jomun-search --help"},
      {{"--limit", "1", "--limit", "2", "safety"}, "option '--limit' cannot be specified more than once; see jomun-search --help"},
      {{"-limit", "5", "safety"}, "-limit is no option; write -- before a query that begins with -, and see jomun-search --help"},
      {{"--\x1b[2J", "safety"}, "unrecognised option '--�[2J'; see jomun-search --help"},
      {{"--plugin", "none.so", "safety"}, "none.so: there is no such file; give the path of a plug-in"},
      // From the index.
      {{"--index", "missing", "safety"}, "missing: there is no index; make one"},
      {{"--show", "nowhere"}, "nowhere: there is no such clause; see jomun-index list"},
      {{"--why-not", "nowhere", "safety"}, "nowhere: there is no such clause; see jomun-index list"},
      {{"--parallel", "now\nhere"}, "now here: there is no such clause; see jomun-index list"},
      {{"broken"}, "index: is damaged; make it again"},
      {{"--batch", "/no/such"}, "/no/such: cannot be read (No such file or directory); check that it is a file you may read"},
      {{"--batch", "/"}, "/: cannot be read to its end; check that it is a file you may read"},
  };
  for (const Row& row : rows) {
    const Outcome result = run(row.arguments);
    EXPECT_EQ(result.error, "jomun-search: " + row.error + "\n");
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.code, 2) << row.error;
  }
}

// What is left of the arguments is the query.
TEST(SearchProgram, Query) {
  struct Row {
    std::vector<std::string> arguments;
    std::string query;
  };
  const Row rows[] = {
      {{"AI", "safety"}, "AI safety"},
      {{"+安全 -军事"}, "+安全 -军事"},
      {{"安全", "-军事"}, "安全 -军事"},
      {{"安全", "-军事", "--limit", "3", "-x"}, "安全 -军事 -x"},
      {{"--", "-军事", "安全"}, "-军事 安全"},
      {{"AI", "--", "--limit", "--"}, "AI --limit --"},
      {{"\"risk based\"", "NEAR/5", "safe*"}, "\"risk based\" NEAR/5 safe*"},
      {{"-"}, "-"},
      {{"language:ko", "label:2.4"}, "language:ko label:2.4"},
  };
  for (const Row& row : rows) {
    run(row.arguments);
    ASSERT_EQ(fake::requests.size(), 1U) << row.query;
    EXPECT_EQ(fake::requests[0].query, row.query);
  }
}

TEST(SearchProgram, Matrix) {
  const Outcome result = run({"--matrix", "safety; nothing", "--format", "csv", "--language", "ko"});
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(result.error, "");
  EXPECT_TRUE(result.out.starts_with("work,title,languages,safety,safety: best,nothing,nothing: best\r\n")) << result.out;
  ASSERT_EQ(fake::requests.size(), 2U);
  EXPECT_EQ(fake::requests[1].query, "nothing");
  EXPECT_EQ(fake::requests[1].filters.languages, std::vector<std::string>{"ko"});
  EXPECT_EQ(run({"--matrix", "nothing"}).code, 1);
  EXPECT_EQ(run({"--matrix", "broken"}).code, 2);
}

TEST(SearchProgram, RequestIsWhatTheOptionsSay) {
  EXPECT_EQ(run({"--index",  "a",    "--index=b", "--language", "ZH-hans", "--language", "fr",      "--work",     "w",
                 "--issuer", "oecd", "--from",    "2023-05",    "--to",    "2023",       "--limit", "3",          "--offset=1",
                 "--expand", "none", "safety",    "--format",   "trec",    "--modality", "may",     "--modality", "must"})
                .code,
            0);
  EXPECT_EQ(fake::opened, (std::vector<std::vector<std::string>>{{"a", "b"}}));
  const Request& request = fake::requests.at(0);
  EXPECT_EQ(request.filters.languages, (std::vector<std::string>{"zh-Hans", "fr"}));
  EXPECT_EQ(request.filters.works, std::vector<std::string>{"w"});
  EXPECT_EQ(request.filters.issuers, std::vector<std::string>{"oecd"});
  EXPECT_EQ(request.filters.from + " " + request.filters.to, "2023-05 2023");
  EXPECT_EQ(request.filters.modalities, (std::vector<std::string>{"may", "must"}));
  EXPECT_EQ(request.limit, 3U);
  EXPECT_EQ(request.offset, 1U);
  EXPECT_EQ(request.expand, Expand::none);
  EXPECT_EQ(run({"--sort", "date", "--group", "work", "--facets", "exact", "safety"}).code, 0);
  EXPECT_EQ(fake::requests.at(0).sort, Sort::date);
  EXPECT_EQ(fake::requests.at(0).group, GroupBy::work);
  EXPECT_TRUE(fake::requests.at(0).exact);
  EXPECT_TRUE(run({"--facets", "found", "safety"}).out.ends_with("year: 2024 1 · unknown 1\n"));
  EXPECT_FALSE(fake::requests.at(0).exact);
  run({"safety"});
  EXPECT_EQ(fake::requests.at(0).sort, Sort::relevance);
  EXPECT_EQ(fake::requests.at(0).group, GroupBy::none);
  EXPECT_FALSE(fake::requests.at(0).exact);
  EXPECT_EQ(fake::requests.at(0).limit, 10U);
  EXPECT_EQ(fake::requests.at(0).offset, 0U);
  EXPECT_EQ(fake::requests.at(0).expand, Expand::all);
}

TEST(SearchProgram, DefaultIndex) {
  setenv("JOMUN_INDEX", "/the/default", 1);
  run({"safety"});
  unsetenv("JOMUN_INDEX");
  EXPECT_EQ(fake::opened, (std::vector<std::vector<std::string>>{{"/the/default"}}));
}

TEST(SearchProgram, NothingFoundSaysWhatToTry) {
  struct Row {
    std::vector<std::string> arguments;
    std::string error;
  };
  const Row rows[] = {
      {{"nothing"}, "jomun-search: nothing: no clause found; try other or fewer words\n"},
      {{"nothing", "--language", "ko", "--from", "2023"},
       "jomun-search: nothing: no clause found; try other or fewer words, or do not restrict the language or the date\n"},
      {{"nothing", "--expand", "none"},
       "jomun-search: nothing: no clause found; try other or fewer words, or search other languages too with the lexicon\n"},
      {{"nothing", "--work", "oslo"},
       "jomun-search: nothing: no clause found, because the work oslo is not in the index; see jomun-index list\n"},
      {{"note"}, "jomun-search: ( is taken as a word\njomun-search: note: no clause found; try other or fewer words\n"},
      {{"nothing", "--format", "markdown"}, "jomun-search: nothing: no clause found; try other or fewer words\n"},
      {{"saftey"},
       "jomun-search: saftey: did you mean: safety or fast?\njomun-search: saftey: no clause found; try other or fewer words\n"},
      {{"saftey", "--format", "json"}, "jomun-search: saftey: did you mean: safety or fast?\n"},
      {{"nothing", "--format", "json"}, ""},
      {{"nothing", "--format", "tsv"}, ""},
  };
  for (const Row& row : rows) {
    const Outcome result = run(row.arguments);
    EXPECT_EQ(result.error, row.error);
    EXPECT_EQ(result.code, 1);
  }
  const std::pair<std::vector<std::string>, std::string> beyond[] = {
      {{"safety"}, "safety: no clause after --offset 5; there are 2"},
      {{"safety twice"}, "safety twice: no clause after --offset 5; there are 2, each text once of 4"},
      {{"--group", "work", "safety twice"}, "safety twice: no clause after --offset 5; there are 2, one of each work of 4"},
  };
  for (const auto& [arguments, error] : beyond) {
    std::vector<std::string> with_offset = arguments;
    with_offset.insert(with_offset.begin(), {"--offset", "5"});
    EXPECT_EQ(run(with_offset).error, "jomun-search: " + error + "\n");
  }
  const Outcome counted = run({"safety", "--limit", "0"});
  EXPECT_EQ(counted.error, "jomun-search: safety: 2 clauses, none shown because of --limit 0\n");
  EXPECT_EQ(counted.code, 0);
}

TEST(SearchProgram, Help) {
  const Outcome result = run({"--help", "--format", "xml"});
  EXPECT_EQ(result.code, 0);
  EXPECT_TRUE(result.out.starts_with("usage: jomun-search"));
  EXPECT_NE(result.out.find("bridge: also what words may be in other languages"), std::string::npos);
  EXPECT_EQ(result.error, "");
  EXPECT_TRUE(fake::opened.empty());
}

TEST(SearchProgram, WhyNot) {
  const std::string citation = "seoul-declaration-2024/ko#2";
  const Outcome found = run({"--why-not", citation, "AI", "safety"});
  EXPECT_EQ(found.code, 0);
  EXPECT_EQ(found.out, citation + ": found, at rank 2\n");
  EXPECT_EQ(fake::requests.back().query, "AI safety");
  EXPECT_EQ(run({"--why-not", citation, "safety", "--format", "json"}).out,
            R"({"citation":"seoul-declaration-2024/ko#2","found":true,"rank":2,"reasons":[],"suggestion":null})"
            "\n");
  const Outcome missed = run({"--why-not", citation, "--format", "json", "nothing"});
  EXPECT_EQ(missed.code, 1);
  EXPECT_EQ(missed.out, R"({"citation":"seoul-declaration-2024/ko#2","found":false,"rank":null,)"
                        R"json("reasons":[{"kind":"filter","what":"language:ko excludes it (it is zh-Hans)"}],)json"
                        R"("suggestion":{"what":"without language:ko","query":"other","limit":10,"rank":3}})"
                        "\n");
}

TEST(SearchProgram, ShowAndParallel) {
  EXPECT_EQ(run({"--show", "seoul-declaration-2024/zh-Hans#2"}).out,
            "seoul-declaration-2024/zh-Hans#2  zh-Hans  2.\n首尔宣言\n\n我们确认人工智能安全。\n");
  EXPECT_TRUE(
      run({"--show", "seoul-declaration-2024/ko#2", "--format", "json"}).out.starts_with(R"({"citation":"seoul-declaration-2024/ko#2")"));
  EXPECT_TRUE(
      run({"--parallel", "seoul-declaration-2024/ko#2", "--format=json"}).out.starts_with(R"([{"citation":"seoul-declaration-2024/ko#2")"));
}

TEST(SearchProgram, Batch) {
  const std::string lines =
      "\xEF\xBB\xBF"
      "q1\tsafety\r\n"
      "\n"
      "no tab\n"
      "q2\tnothing\n"
      "\tno id\n"
      "q3\t \n"
      "q4\tbroken\n"
      "q5\tsafety\twith a tab";
  const Outcome result = run({"--batch", "-", "--format", "trec", "--limit", "1"}, lines);
  EXPECT_EQ(result.out, "q1 Q0 seoul-declaration-2024/ko#2 1 2.25 jomun\nq5 Q0 seoul-declaration-2024/ko#2 1 2.25 jomun\n");
  EXPECT_EQ(result.error,
            "jomun-search: standard input:3: has no tab; write the id, a tab and the query\n"
            "jomun-search: standard input:5: has no id before the tab; write one\n"
            "jomun-search: standard input:6: has no query after the tab; write one, or leave out the line\n"
            "jomun-search: index: is damaged; make it again\n");
  EXPECT_EQ(result.code, 2);
  EXPECT_EQ(fake::requests.back().query, "safety\twith a tab");
  EXPECT_EQ(run({"--batch", "-"}, "q1\tnothing\nq2\tsafety\n").code, 0);
  EXPECT_EQ(run({"--batch", "-"}, "q1\tnothing\n").code, 1);
  EXPECT_EQ(run({"--batch", "-"}, "q1\tnothing\n").error, "jomun-search: q1: nothing: no clause found; try other or fewer words\n");
  EXPECT_EQ(run({"--batch", "-"}, "q1\tnote\n").error.substr(0, 38), "jomun-search: q1: ( is taken as a word");
  EXPECT_TRUE(run({"--batch", "-", "--format", "json"}, "q1\tnothing\n").out.starts_with(R"({"id":"q1","query":"nothing",)"));
}

// The names of the columns come once.
TEST(SearchProgram, BatchAsCsv) {
  const Outcome result = run({"--batch", "-", "--format", "csv", "--limit", "1"}, "q1\tsafety\nq2\tnothing\nq3\tsafety\n");
  EXPECT_TRUE(result.out.starts_with("id,rank,score,citation,")) << result.out;
  EXPECT_EQ(result.out.find("rank", 8), std::string::npos);
  EXPECT_NE(result.out.find("\r\nq1,1,2.25,seoul-declaration-2024/ko#2,"), std::string::npos);
  EXPECT_NE(result.out.find("\r\nq3,1,2.25,seoul-declaration-2024/ko#2,"), std::string::npos);
  EXPECT_TRUE(run({"--format", "csv", "nothing"}).out.starts_with("rank,score,"));
}

// What is no terminal has no width: contexts are the same everywhere.
TEST(SearchProgram, Concordance) {
  const std::string name = "1  seoul-declaration-2024/ko#2       ";
  EXPECT_TRUE(run({"--kwic", "safety"}).out.starts_with(name + std::string(usual_context - 7, ' ') + "우리는  AI 의 안전을 확인한다.\n"));
  EXPECT_TRUE(run({"--kwic", "--context", "3", "safety"}).out.starts_with(name + "는  AI 의\n"));
  EXPECT_EQ(run({"--kwic", "nothing"}).error, "jomun-search: nothing: no clause found; try other or fewer words\n");
}

TEST(SearchProgram, BatchFile) {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / ("jomun-batch-" + std::to_string(getpid()));
  std::ofstream(file) << "q1\tsafety\nbad\n";
  const Outcome result = run({"--batch", file.string(), "--format", "tsv", "--limit", "1"});
  std::filesystem::remove(file);
  EXPECT_TRUE(result.out.starts_with("q1\t1\t2.25\tseoul-declaration-2024/ko#2\t"));
  EXPECT_EQ(result.error, "jomun-search: " + file.string() + ":2: has no tab; write the id, a tab and the query\n");
  EXPECT_EQ(result.code, 2);
}

TEST(SearchProgram, QueriesFromStandardInput) {
  const Outcome result = run({"--format", "trec"}, "safety\n\nnothing\n  safety \n");
  EXPECT_EQ(result.out,
            "1 Q0 seoul-declaration-2024/ko#2 1 2.25 jomun\n1 Q0 seoul-declaration-2024/zh-Hans#2 2 2 jomun\n"
            "3 Q0 seoul-declaration-2024/ko#2 1 2.25 jomun\n3 Q0 seoul-declaration-2024/zh-Hans#2 2 2 jomun\n");
  EXPECT_EQ(result.error, "");
  EXPECT_EQ(result.code, 0);
  EXPECT_EQ(run({}, "nothing\n").code, 1);
  EXPECT_EQ(run({}, "").code, 1);
  EXPECT_EQ(run({}, "safety\n:nonsense\n").code, 2);
}

// A stream buffer that fails as a file does.
class FailingBuffer final : public std::streambuf {
 public:
  explicit FailingBuffer(int code) : code_(code) {}

 protected:
  int_type overflow(int_type) override { return errno = code_, traits_type::eof(); }
  std::streamsize xsputn(const char*, std::streamsize) override { return errno = code_, 0; }

 private:
  int code_;
};

TEST(SearchProgram, OutputThatCannotBeWritten) {
  const auto run_into = [](int code, std::string& error) {
    fake::clear();
    std::istringstream in("q1\tsafety\nq2\tsafety\n");
    FailingBuffer buffer(code);
    std::ostream out(&buffer);
    std::ostringstream error_stream;
    const int exit_code = run_search({"--batch", "-"}, in, out, error_stream);
    error = error_stream.str();
    return exit_code;
  };
  std::string error;
  // The reader of a pipe has left: nothing more to do.
  EXPECT_EQ(run_into(EPIPE, error), 0);
  EXPECT_EQ(error, "");
  EXPECT_EQ(fake::requests.size(), 1U);
  EXPECT_EQ(run_into(ENOSPC, error), 2);
  EXPECT_EQ(error, "jomun-search: standard output: cannot be written (No space left on device); write it to another place\n");
}

}  // namespace
}  // namespace jomun
