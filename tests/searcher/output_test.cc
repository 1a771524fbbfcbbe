// Jomun: results in every format, byte for byte.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "searcher/output_text.h"
#include "tests/searcher/fake_searcher.h"

namespace jomun {
namespace {

OutputOptions in(Format format) {
  OutputOptions options;
  options.format = format;
  return options;
}

std::string written(const Result& result, const OutputOptions& options, const QueryId& id = {}) {
  std::ostringstream out;
  write_result(out, result, id, options);
  return out.str();
}

// A result whose every text would do harm on a terminal.
Result hostile_result() {
  const std::string text =
      "\x1b]0;title\x07 \xC2\x9B"
      "31m\u202Eabc\xFF\tx\r\ny";
  Result result = fake::result();
  result.query = text;
  result.hits.resize(1);
  result.expansions = {{text, text, {{text, text, "lexicon:" + text}}, 1, {text, text}}};
  Hit& hit = result.hits[0];
  FoundClause& clause = hit.clause;
  for (std::string* field :
       {&clause.citation, &clause.work, &clause.language, &clause.title, &clause.issuer, &clause.date, &clause.status, &clause.label})
    *field = text;
  clause.path = {text};
  clause.text = MappedText::identity(text);
  hit.highlights = {{0, 3, {0, 3}, text, text}};
  hit.parallel = hit.same_text = {text};
  hit.nearly = text;
  hit.explanation = {{text, 1}};
  return result;
}

TEST(OutputJson, ExactLine) {
  EXPECT_EQ(
      written(fake::result(), in(Format::json)),
      R"({"query":"AI safety","total":2,"total_is_lower_bound":false,"elapsed_ms":1.5,"expansions":[)"
      R"({"text":"AI","concept":"artificial-intelligence","forms":[{"text":"AI","language":"","via":"query","weight":1.0},)"
      R"({"text":"人工智能","language":"zh-Hans","via":"lexicon:artificial-intelligence","weight":0.9}]},)"
      R"({"text":"safety","concept":"safety","forms":[{"text":"safety","language":"","via":"query","weight":1.0},)"
      R"({"text":"안전","language":"ko","via":"lexicon:safety","weight":0.9},)"
      R"({"text":"安全","language":"zh-Hans","via":"lexicon:safety","weight":0.849}]}],"hits":[)"
      R"({"rank":1,"score":2.25,"citation":"seoul-declaration-2024/ko#2","work":"seoul-declaration-2024","language":"ko","title":"서울 선언",)"
      R"("issuer":"AI Seoul Summit","date":"2024-05-21","status":"unofficial translation","label":"2.","path":["부속서","안전"],)"
      R"("text":"우리는 AI의 안전을 확인한다.","highlights":[{"begin":4,"end":6,"bytes":{"begin":10,"end":12},"utf16":{"begin":4,"end":6},)"
      R"("published":{"begin":10,"end":12},"matched":"AI","via":"query"},)"
      R"({"begin":8,"end":10,"bytes":{"begin":16,"end":22},"utf16":{"begin":8,"end":10},)"
      R"("published":{"begin":30,"end":36},"matched":"안전","via":"lexicon:safety"}],)"
      R"("modality":["must","may"],"parallel":["seoul-declaration-2024/zh-Hans#2"]},)"
      R"({"rank":2,"score":2.0,"citation":"seoul-declaration-2024/zh-Hans#2","work":"seoul-declaration-2024","language":"zh-Hans",)"
      R"("title":"首尔宣言","issuer":"","date":"","status":"","label":"2.","path":[],"text":"我们确认人工智能安全。","highlights":[)"
      R"({"begin":4,"end":8,"bytes":{"begin":12,"end":24},"utf16":{"begin":4,"end":8},)"
      R"("published":{"begin":12,"end":24},"matched":"人工智能","via":"lexicon:artificial-intelligence"},)"
      R"({"begin":8,"end":10,"bytes":{"begin":24,"end":30},"utf16":{"begin":8,"end":10},)"
      R"("published":{"begin":24,"end":30},"matched":"安全","via":"lexicon:safety"}],"modality":[],"parallel":[]}],)"
      R"("facets":{"language":{"ko":1,"zh-Hans":1},"work":{"seoul-declaration-2024":2},)"
      R"("issuer":{"AI Seoul Summit":1},"year":{"2024":1}}})"
      "\n");
}

TEST(OutputJson, NoHit) {
  Result result;
  result.query = "x";
  EXPECT_EQ(written(result, in(Format::json), {"q1", true}),
            R"({"id":"q1","query":"x","total":0,"total_is_lower_bound":false,"elapsed_ms":0.0,"expansions":[],"hits":[],)"
            R"("facets":{"language":{},"work":{},"issuer":{},"year":{}}})"
            "\n");
}

// Code points, bytes and code units differ where characters are not of the basic plane; beyond the text is its end.
TEST(OutputJson, HighlightsInEveryUnit) {
  Result result = fake::result();
  result.hits.resize(1);
  result.hits[0].clause.text = MappedText::identity("𠮷é人AI");
  result.hits[0].highlights = {{1, 2, {}, "", ""}, {2, 3, {}, "", ""}, {3, 9, {}, "", ""}};
  const auto json = nlohmann::json::parse(written(result, in(Format::json)));
  std::string units;
  for (const auto& highlight : json["hits"][0]["highlights"]) units += highlight["bytes"].dump() + highlight["utf16"].dump();
  EXPECT_EQ(units,
            R"({"begin":4,"end":6}{"begin":2,"end":3}{"begin":6,"end":9}{"begin":3,"end":4}{"begin":9,"end":11}{"begin":4,"end":6})");
}

TEST(OutputJson, OnlyWhatIsKnownOrAskedFor) {
  Result result = fake::result();
  const std::string before = written(result, in(Format::json));
  EXPECT_EQ(before.find("source_url"), std::string::npos);
  EXPECT_EQ(before.find("more_in_work"), std::string::npos);
  result.group = GroupBy::work;
  result.hits[0].more_in_work = 3;
  result.hits[1].clause.source_url = "https://example.org/";
  const auto json = nlohmann::json::parse(written(result, in(Format::json)));
  EXPECT_EQ(json["hits"][0]["more_in_work"], 3);
  EXPECT_EQ(json["hits"][1]["more_in_work"], 0);
  EXPECT_EQ(json["hits"][1]["source_url"], "https://example.org/");
}

TEST(OutputJson, Suggestions) {
  Result result;
  result.query = "saftey";
  result.suggestions = {{"safety", {{"saftey", "safety"}}}, {"soft", {{"saftey", "soft"}}}};
  EXPECT_EQ(written(result, in(Format::json)),
            R"({"query":"saftey","total":0,"total_is_lower_bound":false,"elapsed_ms":0.0,"expansions":[],"hits":[],)"
            R"("facets":{"language":{},"work":{},"issuer":{},"year":{}},"suggestions":["safety","soft"]})"
            "\n");
}

// Of a word whose meanings are not the same, and only of one.
TEST(OutputJson, MeaningsThatAreNotTheSame) {
  Result result = fake::result();
  EXPECT_EQ(written(result, in(Format::json)).find("not_equal"), std::string::npos);
  result.expansions[1].concept_id = "safety,security";
  result.expansions[1].not_equal = {"safety", "security"};
  EXPECT_NE(written(result, in(Format::json)).find(R"("weight":0.849}],"not_equal":["safety","security"]}],"hits")"), std::string::npos);
}

TEST(OutputText, MeaningsThatAreNotTheSameOnlyWhenExplained) {
  Result result = fake::result();
  result.expansions[1].not_equal = {"safety", "security"};
  OutputOptions options = in(Format::text);
  EXPECT_EQ(written(result, options).find("not the same"), std::string::npos);
  options.explain = true;
  EXPECT_NE(written(result, options).find("not the same: safety is safety or security\n"), std::string::npos);
}

TEST(OutputText, ModalityOnlyWhenExplained) {
  OutputOptions options = in(Format::text);
  EXPECT_EQ(written(fake::result(), options).find("modality"), std::string::npos);
  options.explain = true;
  const std::string text = written(fake::result(), options);
  const std::size_t first = text.find("modality: must, may\n");
  EXPECT_NE(first, std::string::npos);
  EXPECT_EQ(text.find("modality", first + 1), std::string::npos);  // the other clause has none
}

TEST(OutputJson, ExplanationOnlyWhenAsked) {
  OutputOptions options = in(Format::json);
  options.explain = true;
  const auto json = nlohmann::json::parse(written(fake::result(), options));
  EXPECT_EQ(json["hits"][0]["explanation"].dump(),
            R"([{"score":1.5,"what":"AI (query) 1 time"},{"score":0.75,"what":"lexicon:safety matched 안전 1 time"}])");
}

TEST(OutputJson, HostileTextIsEscapedAndWhole) {
  OutputOptions options = in(Format::json);
  options.explain = true;
  const std::string line = written(hostile_result(), options);
  EXPECT_EQ(line.find_first_of("\x1b\x07\x7f"), std::string::npos);
  EXPECT_EQ(line.find("\xC2\x9B"), std::string::npos);
  EXPECT_EQ(line.find("\u202E"), std::string::npos);
  EXPECT_EQ(line.find('\n'), line.size() - 1);
  EXPECT_EQ(nlohmann::json::parse(line)["hits"][0]["text"],
            "\x1b]0;title\x07 \xC2\x9B"
            "31m\u202Eabc\uFFFD\tx\r\ny");
}

TEST(OutputJson, Clauses) {
  std::ostringstream out;
  write_clause(out, fake::korean_clause(), in(Format::json));
  EXPECT_EQ(
      out.str(),
      R"({"citation":"seoul-declaration-2024/ko#2","work":"seoul-declaration-2024","language":"ko","title":"서울 선언","issuer":"AI Seoul Summit",)"
      R"("date":"2024-05-21","status":"unofficial translation","label":"2.","path":["부속서","안전"],"text":"우리는 AI의 안전을 확인한다.",)"
      R"("modality":["must","may"],"source":{"begin":0,"end":53}})"
      "\n");
  out.str("");
  write_parallel(out, {fake::korean_clause(), {{fake::chinese_clause(), 0.75, FoundBy::similarity}}}, in(Format::json));
  const auto json = nlohmann::json::parse(out.str());
  ASSERT_EQ(json.size(), 2U);
  EXPECT_EQ(json[0]["citation"], "seoul-declaration-2024/ko#2");
  EXPECT_FALSE(json[0].contains("confidence"));
  EXPECT_EQ(json[1]["citation"], "seoul-declaration-2024/zh-Hans#2");
  EXPECT_EQ(json[1]["confidence"], 0.75);
  EXPECT_EQ(json[1]["by"], "similarity");
}

TEST(OutputTable, Tsv) {
  EXPECT_EQ(written(fake::result(), in(Format::tsv)),
            "1\t2.25\tseoul-declaration-2024/ko#2\tko\t2.\t서울 선언\t우리는 AI의 안전을 확인한다.\n"
            "2\t2\tseoul-declaration-2024/zh-Hans#2\tzh-Hans\t2.\t首尔宣言\t我们确认人工智能安全。\n");
  EXPECT_EQ(written(hostile_result(), in(Format::tsv), {"q1", true}),
            "q1\t1\t2.25\t�]0;title� �31m�abc� x  y\t�]0;title� �31m�abc� x  y\t�]0;title� �31m�abc� x  y\t�]0;title� �31m�abc� x  y\t"
            "�]0;title� �31m�abc� x  y\n");
}

TEST(OutputTable, Trec) {
  EXPECT_EQ(written(fake::result(), in(Format::trec)),
            "1 Q0 seoul-declaration-2024/ko#2 1 2.25 jomun\n"
            "1 Q0 seoul-declaration-2024/zh-Hans#2 2 2 jomun\n");
  Result result = fake::result();
  result.hits.resize(1);
  result.hits[0].clause.citation = "a b\tc";
  EXPECT_EQ(written(result, in(Format::trec), {"q 1", true}), "q_1 Q0 a_b_c 1 2.25 jomun\n");
}

TEST(OutputText, Plain) {
  OutputOptions options;
  options.width = 60;
  options.explain = true;
  EXPECT_EQ(written(fake::result(), options), R"(2 clauses, 1.5 ms
searched: AI = 人工智能; safety = 안전, 安全

1. seoul-declaration-2024/ko#2  ko  2.
   서울 선언 · AI Seoul Summit · 2024-05-21 · unofficial
   translation
   부속서 › 안전
   우리는 AI의 안전을 확인한다.
   because: AI; 안전 = safety (lexicon) ← safety
   also in: seoul-declaration-2024/zh-Hans#2
   modality: must, may
   score: 2.250
       1.500  AI (query) 1 time
       0.750  lexicon:safety matched 안전 1 time

2. seoul-declaration-2024/zh-Hans#2  zh-Hans  2.
   首尔宣言
   我们确认人工智能安全。
   because: 人工智能 = artificial-intelligence (lexicon) ←
   AI; 安全 = safety (lexicon) ← safety
   score: 2.000
)");
}

TEST(OutputText, Headers) {
  const auto header = [](const Result& result, const QueryId& id) {
    const std::string text = written(result, {}, id);
    return text.substr(0, text.find('\n'));
  };
  Result result = fake::result();
  EXPECT_EQ(header(result, {"q1", true}), "q1  AI safety: 2 clauses, 1.5 ms");
  result.hits.erase(result.hits.begin());
  result.total = 40;
  result.total_is_lower_bound = true;
  EXPECT_EQ(header(result, {}), "at least 40 clauses, 1.5 ms; 2 to 2 shown");
  result.total = 1;
  result.total_is_lower_bound = false;
  EXPECT_EQ(header(result, {}), "1 clause, 1.5 ms");
  EXPECT_EQ(written(Result(), {}), "");
}

TEST(OutputText, FacetsOnDemand) {
  OutputOptions options;
  options.facets = true;
  Result result = fake::result();
  const std::string facets =
      "language: ko 1 · zh-Hans 1\nwork: seoul-declaration-2024 2\nissuer: AI Seoul Summit 1 · unknown 1\n"
      "year: 2024 1 · unknown 1\n";
  EXPECT_TRUE(written(result, options).ends_with("\n\n" + facets)) << written(result, options);
  EXPECT_EQ(written(result, {}).find("language:"), std::string::npos);
  // The largest first, but years the last first; of many the first.
  result.hits.clear();
  result.total = 5;
  result.facets = {{{"en", 2}, {"ko", 3}}, {}, {}, {{"2019", 4}, {"2024", 1}}};
  for (int i = 0; i < 12; ++i) result.facets.works["w" + std::to_string(i)] = 1;
  const std::string shown = written(result, options);
  EXPECT_TRUE(shown.starts_with("5 clauses, 1.5 ms\n")) << shown;
  EXPECT_NE(shown.find("language: ko 3 · en 2\nwork: w0 1 · w1 1 · w10 1 ·"), std::string::npos) << shown;
  EXPECT_NE(shown.find("w7 1 · … (12 in all)\nissuer: unknown 5\nyear: 2024 1 · 2019 4\n"), std::string::npos) << shown;
  EXPECT_EQ(written(Result(), options), "");
}

TEST(OutputText, GroupedByWork) {
  Result result = fake::result();
  result.hits.resize(1);
  result.group = GroupBy::work;
  result.hits[0].more_in_work = 1;
  const std::string text = written(result, {});
  EXPECT_TRUE(text.starts_with("2 clauses in 1 work, 1.5 ms\n")) << text;
  EXPECT_NE(text.find("\n   more in this work: 1\n"), std::string::npos) << text;
}

TEST(OutputText, SourceOfAWholeClause) {
  FoundClause clause = fake::chinese_clause();
  clause.source_url = "https://example.org/";
  std::ostringstream out;
  write_clause(out, clause, {});
  EXPECT_EQ(out.str(), "seoul-declaration-2024/zh-Hans#2  zh-Hans  2.\n首尔宣言\nsource: https://example.org/\n\n我们确认人工智能安全。\n");
}

TEST(OutputText, Coloured) {
  OutputOptions options;
  options.colour = true;
  const std::string text = written(fake::result(), options);
  EXPECT_NE(text.find("1. \x1b[1mseoul-declaration-2024/ko#2\x1b[0m  ko  2.\n"), std::string::npos);
  EXPECT_NE(text.find("\x1b[33munofficial translation\x1b[0m"), std::string::npos);
  EXPECT_NE(text.find("우리는 \x1b[1;31mAI\x1b[0m의 \x1b[1;31m안전\x1b[0m을"), std::string::npos);
}

TEST(OutputText, HostileTextIsHarmless) {
  OutputOptions options;
  options.explain = true;
  std::ostringstream out;
  write_result(out, hostile_result(), {"\x1b[2J", true}, options);
  write_clause(out, hostile_result().hits[0].clause, options);
  write_parallel(out, {hostile_result().hits[0].clause, {{hostile_result().hits[0].clause}}}, options);
  write_explanation_text(out, hostile_result().hits[0], options);
  const std::string text = out.str();
  EXPECT_EQ(text.find_first_of("\x1b\x07\r\t\xFF"), std::string::npos) << text;
  EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
  EXPECT_EQ(text.find("\u202E"), std::string::npos);
}

TEST(OutputText, HighlightsBeyondTheTextAreLeftOut) {
  Result result = fake::result();
  result.hits[1].highlights = {{0, 2, {}, "我们", "query"}, {9, 1000, {}, "全。", "query"}, {2000, 2001, {}, "x", "query"}};
  OutputOptions options;
  options.colour = true;
  EXPECT_NE(written(result, options).find("\x1b[1;31m我们\x1b[0m确认人工智能安\x1b[1;31m全。\x1b[0m\n"), std::string::npos);
}

TEST(OutputText, LongClauseIsCutAroundTheMatch) {
  Result result = fake::result();
  std::string text;
  for (int i = 0; i < 100; ++i) text += "各国应当加强合作。";
  text += "我们确认人工智能安全。";
  for (int i = 0; i < 100; ++i) text += "各国应当加强合作。";
  result.hits.erase(result.hits.begin());
  result.hits[0].clause.text = MappedText::identity(text);
  result.hits[0].highlights = {{908, 910, {}, "安全", "query"}};
  const std::string shown = written(result, {});
  EXPECT_NE(shown.find("   …各国应当"), std::string::npos) << shown;
  EXPECT_NE(shown.find("认人工智能安全。"), std::string::npos) << shown;
  EXPECT_EQ(std::count(shown.begin(), shown.end(), '\n'), 11) << shown;
  EXPECT_NE(shown.find("…\n"), std::string::npos) << shown;
}

TEST(OutputText, ParallelSideBySide) {
  OutputOptions options;
  options.width = 101;
  std::ostringstream out;
  write_parallel(out, {fake::korean_clause(), {{fake::chinese_clause()}}}, options);
  EXPECT_EQ(out.str(), R"(seoul-declaration-2024/ko#2  ko  2.                 seoul-declaration-2024/zh-Hans#2  zh-Hans  2.
서울 선언 · AI Seoul Summit · 2024-05-21 ·          首尔宣言
unofficial translation
부속서 › 안전
modality: must, may

우리는 AI의 안전을 확인한다.                        我们确认人工智能安全。
)");
}

TEST(OutputText, ParallelBelow) {
  OutputOptions options;
  options.width = 80;
  std::ostringstream out;
  write_parallel(out, {fake::chinese_clause(), {{fake::chinese_clause()}}}, options);
  const std::string one = "seoul-declaration-2024/zh-Hans#2  zh-Hans  2.\n首尔宣言\n\n我们确认人工智能安全。\n";
  EXPECT_EQ(out.str(), one + "\n" + one);
}

TEST(OutputText, CounterpartsSayHowLikelyTheyAre) {
  struct Row {
    double confidence;
    FoundBy by;
    const char* note;
  };
  for (const Row& row : std::initializer_list<Row>{
           {1, FoundBy::address, ""},
           {0.8, FoundBy::address, ""},
           {0.6, FoundBy::address, "uncertain: by address, confidence 0.60\n"},
           {1, FoundBy::similarity, "by similarity, confidence 0.99\n"},
           {0.85, FoundBy::similarity, "by similarity, confidence 0.85\n"},
           {0.5, FoundBy::similarity, "uncertain: by similarity, confidence 0.50\n"},
       }) {
    OutputOptions options;
    options.width = 80;
    std::ostringstream out;
    write_parallel(out, {fake::chinese_clause(), {{fake::chinese_clause(), row.confidence, row.by}}}, options);
    const std::string name = "seoul-declaration-2024/zh-Hans#2  zh-Hans  2.\n", rest = "首尔宣言\n\n我们确认人工智能安全。\n";
    EXPECT_EQ(out.str(), name + rest + "\n" + name + row.note + rest);
  }
}

}  // namespace
}  // namespace jomun
