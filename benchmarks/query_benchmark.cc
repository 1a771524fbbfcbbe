// Jomun: how long the searcher takes for a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: query_benchmark --index=INDEX... --queries=FILE [Google Benchmark's options]
//
// INDEX: an index made by jomun-index, or HOST:PORT of one; several are searched as one. FILE: lines of id<TAB>query. Benchmarks are named
// query/EXPAND, where one Searcher answers all queries, and opened/EXPAND, where each query opens the index anew and loads what it needs.
// One iteration asks at most 500 queries, taken evenly from the file, for ten hits each. The counters are CPU milliseconds of a query, of
// each the median of all iterations: their mean, and what half of the queries, 90, 95 and 99 of 100 take at most; wall_… are the same by
// the clock, of each query the least of all iterations: what servers take, without what else the machine does. Each query must find the
// same hits whenever it is asked.

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
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

// Of each run the time that stands so far from the least: .5 for the median.
void add_counters(benchmark::State& state, std::vector<std::vector<double>>& runs, double place, const std::string& prefix) {
  std::vector<double> times;
  for (std::vector<double>& run : runs) {
    std::sort(run.begin(), run.end());
    times.push_back(run[static_cast<std::size_t>(static_cast<double>(run.size()) * place)]);
  }
  std::sort(times.begin(), times.end());
  for (const std::size_t percent : {50, 90, 95, 99})
    state.counters[fmt::format("{}p{}_ms", prefix, percent)] = times[times.size() * percent / 100];
  state.counters[prefix + "mean_ms"] = std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
}

// `searcher`: null: a new one for each query.
void search(benchmark::State& state, const std::vector<std::string>& indexes, jomun::Searcher* searcher,
            const std::vector<std::string>& queries, jomun::Expand expand) {
  const auto ask = [&](const jomun::Request& request) {
    return searcher != nullptr ? searcher->search(request) : jomun::Searcher(indexes).search(request);
  };
  jomun::Request request;
  request.expand = expand;
  std::vector<std::size_t> expected;
  for (const std::string& query : queries) {
    request.query = query;
    expected.push_back(digest(ask(request)));
  }
  std::vector<std::vector<double>> runs(queries.size()), wall_runs(queries.size());
  for ([[maybe_unused]] auto iteration : state) {
    for (std::size_t i = 0; i < queries.size(); ++i) {
      request.query = queries[i];
      const double start = cpu_milliseconds();
      const auto wall_start = std::chrono::steady_clock::now();
      const jomun::Result result = ask(request);
      runs[i].push_back(cpu_milliseconds() - start);
      wall_runs[i].push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall_start).count());
      if (digest(result) != expected[i]) {
        state.SkipWithError(("other hits than the first time: " + queries[i]).c_str());
        return;
      }
    }
  }
  add_counters(state, runs, 0.5, "");
  add_counters(state, wall_runs, 0, "wall_");
}

int run(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  std::vector<std::string> indexes;
  std::string queries_file;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    constexpr std::string_view index_option = "--index=", queries_option = "--queries=";
    if (argument.starts_with(index_option)) {
      indexes.emplace_back(argument.substr(index_option.size()));
    } else if (argument.starts_with(queries_option)) {
      queries_file = argument.substr(queries_option.size());
    } else {
      throw std::runtime_error("unknown argument " + std::string(argument));
    }
  }
  if (indexes.empty() || queries_file.empty()) throw std::runtime_error("--index=INDEX and --queries=FILE say what to measure");

  const std::vector<std::string> queries = read_queries(queries_file);
  jomun::Searcher searcher(indexes);
  benchmark::AddCustomContext("index", fmt::format("{}", fmt::join(indexes, " ")) + ", " + std::to_string(searcher.clauses()) + " clauses");
  benchmark::AddCustomContext("queries", queries_file + ", " + std::to_string(queries.size()) + " of them");
  constexpr std::pair<const char*, jomun::Expand> modes[] = {
      {"none", jomun::Expand::none}, {"lexicon", jomun::Expand::lexicon}, {"bridge", jomun::Expand::bridge}, {"all", jomun::Expand::all}};
  for (const auto& [group, shared] : {std::pair("query", &searcher), std::pair<const char*, jomun::Searcher*>("opened", nullptr)})
    for (const auto& [name, expand] : modes)
      benchmark::RegisterBenchmark(fmt::format("{}/{}", group, name).c_str(), [&, with = shared, mode = expand](benchmark::State& state) {
        search(state, indexes, with, queries, mode);
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
