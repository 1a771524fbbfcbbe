// Jomun: a Searcher without an index, for tests of the command line and the shell.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/searcher/fake_searcher.h"

#include <fmt/format.h>

#include <algorithm>

namespace jomun {
namespace fake {

std::vector<Request> requests;
std::size_t own_concepts = 0;
const std::atomic<bool>* stop = nullptr;
OpenOptions options;
std::vector<std::vector<std::string>> opened;

void clear() {
  requests.clear();
  opened.clear();
}

FoundClause korean_clause() {
  FoundClause clause;
  clause.citation = "seoul-declaration-2024/ko#2";
  clause.work = "seoul-declaration-2024";
  clause.language = "ko";
  clause.title = "서울 선언";
  clause.issuer = "AI Seoul Summit";
  clause.date = "2024-05-21";
  clause.status = "unofficial translation";
  clause.label = "2.";
  clause.address = "2";
  clause.path = {"부속서", "안전"};
  clause.modalities = {"must", "may"};
  clause.text.append("우리는 AI(인공지능)의 안전을 확인한다.", 0, 12);
  clause.text.append("우리는 AI(인공지능)의 안전을 확인한다.", 26, 53);
  return clause;
}

FoundClause chinese_clause() {
  FoundClause clause;
  clause.citation = "seoul-declaration-2024/zh-Hans#2";
  clause.work = "seoul-declaration-2024";
  clause.language = "zh-Hans";
  clause.title = "首尔宣言";
  clause.label = "2.";
  clause.address = "2";
  clause.text = MappedText::identity("我们确认人工智能安全。");
  return clause;
}

Result result() {
  Result result;
  result.query = "AI safety";
  result.total = 2;
  result.elapsed_ms = 1.5;
  result.expansions = {
      {"AI", "artificial-intelligence", {{"AI", "", "query"}, {"人工智能", "zh-Hans", "lexicon:artificial-intelligence", 0.9}}, 2},
      {"safety",
       "safety",
       {{"safety", "", "query"}, {"안전", "ko", "lexicon:safety", 0.9}, {"安全", "zh-Hans", "lexicon:safety", 0.8491}},
       1}};
  result.hits.resize(2);
  Hit& korean = result.hits[0];
  korean.rank = 1;
  korean.score = 2.25;
  korean.clause = korean_clause();
  korean.highlights = {{4, 6, {10, 12}, "AI", "query"}, {8, 10, {30, 36}, "안전", "lexicon:safety"}};
  korean.parallel = {"seoul-declaration-2024/zh-Hans#2"};
  korean.explanation = {{"AI (query) 1 time", 1.5}, {"lexicon:safety matched 안전 1 time", 0.75}};
  Hit& chinese = result.hits[1];
  chinese.rank = 2;
  chinese.score = 2;
  chinese.clause = chinese_clause();
  chinese.highlights = {{4, 8, {12, 24}, "人工智能", "lexicon:artificial-intelligence"}, {8, 10, {24, 30}, "安全", "lexicon:safety"}};
  result.facets.languages = {{"ko", 1}, {"zh-Hans", 1}};
  result.facets.works = {{"seoul-declaration-2024", 2}};
  result.facets.issuers = {{"AI Seoul Summit", 1}};
  result.facets.years = {{"2024", 1}};
  return result;
}

}  // namespace fake

struct Searcher::Implementation {};

Searcher::Searcher(const std::vector<std::string>& locations, std::vector<Concept> own, const OpenOptions& options) {
  fake::options = options;
  fake::own_concepts = own.size();
  fake::opened.push_back(locations);
  if (std::find(locations.begin(), locations.end(), "missing") != locations.end())
    throw SearchError("missing: there is no index; make one");
}
Searcher::~Searcher() = default;

Result Searcher::search(const Request& request) {
  fake::requests.push_back(request);
  if (request.query.find("broken") != std::string::npos) throw SearchError("index: is damaged; make it again");
  if (request.query.find("long") != std::string::npos) throw SearchStopped();
  Result result;
  if (request.query.find("safety") != std::string::npos) result = fake::result();
  result.missing = missing();
  if (request.query.find("note") != std::string::npos) result.notes = {"( is taken as a word"};
  if (request.query.find("saftey") != std::string::npos)
    result.suggestions = {{"safety", {{"saftey", "safety"}}}, {"fast", {{"saftey", "fast"}}}};
  result.query = request.query;
  result.listed = result.hits.size();
  if (request.query.find("twice") != std::string::npos) result.total = 2 * result.listed;
  const auto first = static_cast<std::ptrdiff_t>(std::min(request.offset, result.hits.size()));
  result.hits.erase(result.hits.begin(), result.hits.begin() + first);
  result.hits.resize(std::min(result.hits.size(), request.limit));
  return result;
}

Coverage Searcher::cover(const Request& request) {
  fake::requests.push_back(request);
  if (request.query.find("broken") != std::string::npos) throw SearchError("index: is damaged; make it again");
  Coverage coverage;
  if (request.query.find("safety") != std::string::npos) coverage.works["seoul-declaration-2024"] = {2, "seoul-declaration-2024/ko#2"};
  if (request.query.find("note") != std::string::npos) coverage.notes = {"( is taken as a word"};
  return coverage;
}

std::vector<ListedWork> Searcher::list_works(const Filters& filters) {
  std::vector<ListedWork> works = {{"seoul-declaration-2024", "서울 <선언>", {"ko", "zh-Hans"}},
                                   {"shanghai-declaration-2024", "=上海\x1b宣言, \"AI\"", {"fr"}}};
  if (!filters.works.empty())
    std::erase_if(works, [&](const ListedWork& work) {
      return std::find(filters.works.begin(), filters.works.end(), work.work) == filters.works.end();
    });
  return works;
}

WhyNot why_not(Searcher& searcher, const Request& request, std::string_view citation) {
  fake::requests.push_back(request);
  WhyNot answer;
  answer.citation = searcher.show(citation).citation;
  if (request.query.find("safety") != std::string::npos) {
    answer.found = true;
    answer.rank = 2;
    return answer;
  }
  answer.obstacles = {{Obstacle::Kind::filter, "language:ko excludes it (it is zh-Hans)"}};
  SuggestedChange& suggestion = answer.suggestion.emplace();
  suggestion.what = "without language:ko";
  suggestion.request.query = "other";
  suggestion.rank = 3;
  return answer;
}
std::string_view name_of(Obstacle::Kind) { return "filter"; }

FoundClause Searcher::show(std::string_view citation) {
  for (const FoundClause& clause : {fake::korean_clause(), fake::chinese_clause()})
    if (clause.citation == citation) return clause;
  throw SearchError(fmt::format("{}: there is no such clause; see jomun-index list", citation));
}

ParallelClauses Searcher::parallel(std::string_view citation) {
  FoundClause first = show(citation);
  Counterpart other{first.language == "ko" ? fake::chinese_clause() : fake::korean_clause()};
  return {std::move(first), {std::move(other)}};
}

void Searcher::stop_when(const std::atomic<bool>* requested) { fake::stop = requested; }

std::vector<Concept> Searcher::look_up(std::string_view text) {
  const Concept safety{"safety", {{"safety", "en"}, {"安全", "zh-Hans"}, {"安全性", "zh-Hans"}, {"안전", "ko"}}, {"security"}};
  if (text == "safety" || text == "안전") return {safety};
  if (text == "安全") return {safety, {"security", {{"security", "en"}, {"安全", "zh-Hans"}}}};
  return {};
}

std::vector<std::string> Searcher::complete(std::string_view typed, std::size_t most) {
  std::vector<std::string> words;
  for (const std::string word : {"safety", "safety institute", "saint", "wording", "인공지능"})
    if (words.size() < most && (word.starts_with(typed) || (typed == "ㅇㄱㅈㄴ" && word == "인공지능"))) words.push_back(word);
  return words;
}

std::vector<std::string> Searcher::works() { return {"seoul-declaration-2024", "shanghai-declaration-2024"}; }
std::vector<std::string> Searcher::languages() { return {"fr", "ko", "zh-Hans"}; }
std::size_t Searcher::clauses() { return 2; }
std::vector<std::string> Searcher::missing() const {
  if (fake::opened.empty()) return {};
  const bool is_missing = std::find(fake::opened.back().begin(), fake::opened.back().end(), "host:1") != fake::opened.back().end();
  return is_missing && fake::options.partial ? std::vector<std::string>{"host:1"} : std::vector<std::string>{};
}

}  // namespace jomun
