// Jomun: how long the searcher takes for a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: query_benchmark --index=DIR --queries=FILE [Google Benchmark's options]
//
// DIR: an index made by jomun-index; FILE: lines of id<TAB>query. Benchmarks are named query/EXPAND, where one Searcher answers all
// queries, and opened/EXPAND, where each query opens the index anew and loads what it needs. One iteration asks at most 500 queries, taken
// evenly from the file, for ten hits each. The counters are CPU milliseconds of a query, of each the median of all iterations: their mean,
// and what half of the queries, 90 and 99 of 100 take at most. Each query must find the same hits whenever it is asked.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/search.h"

namespace {

constexpr std::size_t most_queries = 500;

std::vector<std::string> read_queries(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file);
  std::vector<std::string> all;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) all.push_back(line.substr(tab + 1));
  }
  if (all.empty()) throw std::runtime_error(file + " has no lines of id<TAB>query");
  std::vector<std::string> queries;
  const std::size_t count = std::min(all.size(), most_queries);
  for (std::size_t i = 0; i < count; ++i) queries.push_back(all[i * all.size() / count]);
  return queries;
}

double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Notices another hit as well as another order.
std::size_t digest(const jomun::Result& result) {
  std::size_t sum = result.hits.size();
  for (const jomun::Hit& hit : result.hits) sum = sum * 31 + std::hash<std::string>()(hit.clause.citation);
  return sum;
}

// `searcher`: null: a new one for each query.
void search(benchmark::State& state, const std::string& index, jomun::Searcher* searcher, const std::vector<std::string>& queries,
            jomun::Expand expand) {
  const auto ask = [&](const jomun::Request& request) {
    return searcher != nullptr ? searcher->search(request) : jomun::Searcher({index}).search(request);
  };
  jomun::Request request;
  request.expand = expand;
  std::vector<std::size_t> expected;
  for (const std::string& query : queries) {
    request.query = query;
    expected.push_back(digest(ask(request)));
  }
  std::vector<std::vector<double>> runs(queries.size());
  for ([[maybe_unused]] auto iteration : state) {
    for (std::size_t i = 0; i < queries.size(); ++i) {
      request.query = queries[i];
      const double start = cpu_milliseconds();
      const jomun::Result result = ask(request);
      runs[i].push_back(cpu_milliseconds() - start);
      if (digest(result) != expected[i]) {
        state.SkipWithError(("other hits than the first time: " + queries[i]).c_str());
        return;
      }
    }
  }
  std::vector<double> medians;
  for (std::vector<double>& run : runs) {
    std::sort(run.begin(), run.end());
    medians.push_back(run[run.size() / 2]);
  }
  std::sort(medians.begin(), medians.end());
  for (const std::size_t percent : {50, 90, 99}) state.counters[fmt::format("p{}_ms", percent)] = medians[medians.size() * percent / 100];
  state.counters["mean_ms"] = std::accumulate(medians.begin(), medians.end(), 0.0) / static_cast<double>(medians.size());
}

int run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::string index, queries_file;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    constexpr std::string_view index_option = "--index=", queries_option = "--queries=";
    if (argument.starts_with(index_option)) {
      index = argument.substr(index_option.size());
    } else if (argument.starts_with(queries_option)) {
      queries_file = argument.substr(queries_option.size());
    } else {
      throw std::runtime_error("unknown argument " + std::string(argument));
    }
  }
  if (index.empty() || queries_file.empty()) throw std::runtime_error("--index=DIR and --queries=FILE say what to measure");

  const std::vector<std::string> queries = read_queries(queries_file);
  jomun::Searcher searcher({index});
  benchmark::AddCustomContext("index", index + ", " + std::to_string(searcher.clauses()) + " clauses");
  benchmark::AddCustomContext("queries", queries_file + ", " + std::to_string(queries.size()) + " of them");
  constexpr std::pair<const char*, jomun::Expand> modes[] = {
      {"none", jomun::Expand::none}, {"lexicon", jomun::Expand::lexicon}, {"bridge", jomun::Expand::bridge}, {"all", jomun::Expand::all}};
  for (const auto& [group, shared] : {std::pair("query", &searcher), std::pair<const char*, jomun::Searcher*>("opened", nullptr)})
    for (const auto& [name, expand] : modes)
      benchmark::RegisterBenchmark(fmt::format("{}/{}", group, name).c_str(), [&, with = shared, mode = expand](benchmark::State& state) {
        search(state, index, with, queries, mode);
      })->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "query_benchmark: " << error.what() << '\n';
    return 2;
  }
}
