// Jomun: how many bytes of real text a second each tokenizer reads.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: tokenize_benchmark [--corpora=DIR] [Google Benchmark's options]
//
// DIR: see documents.h; default $JOMUN_CORPORA, else ../shared/corpora beside the checkout, else the declarations of corpus/.
// Benchmarks are named GROUP/LANGUAGE/CONTENDER: contenders.h and filters.h say which there are. One iteration reads all documents of a
// language, one after the other. What comes out is compared with the output of an instance that had never read another text, so speed
// cannot be had for a wrong answer.

#include <benchmark/benchmark.h>

#include <exception>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "benchmarks/contenders.h"
#include "benchmarks/documents.h"
#include "benchmarks/filters.h"
#include "tokenizers/registry.h"

namespace {

using jomun::Contender;
using jomun::ContenderEntry;
using jomun::Language;
using jomun::Output;

constexpr std::size_t bytes_per_language = 2 << 20;

struct Task {
  ContenderEntry entry;
  const Language* language;
  std::optional<Output> expected;  // worked out once, not for each repetition
};

// A new contender for each document: what a used one must not change.
Output expected_output(const Task& task) {
  Output sum;
  for (const std::string& document : task.language->documents) sum += task.entry.make()->read(document);
  return sum;
}

void measure(benchmark::State& state, Task& task) {
  if (!task.expected) task.expected = expected_output(task);
  const Language& language = *task.language;
  const std::unique_ptr<Contender> contender = task.entry.make();
  for ([[maybe_unused]] auto iteration : state) {
    Output output;
    for (const std::string& document : language.documents) output += contender->read(document);
    if (output != *task.expected) {
      state.SkipWithError("the output differs from that of a new instance");
      return;
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(language.bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(task.expected->tokens));
}

// The default first: what tokenize_table.py compares with the others.
std::string registered_names() {
  std::string names;
  for (const jomun::TokenizerEntry& entry : jomun::tokenizers()) names += (names.empty() ? "" : " ") + std::string(entry.name);
  return names;
}

int run(int argc, char** argv) {
  const std::filesystem::path corpora = jomun::take_corpora(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;

  std::vector<Language> languages = jomun::read_documents(corpora, bytes_per_language);
  if (languages.size() > 1) languages.push_back(jomun::mix(languages, bytes_per_language));
  std::vector<ContenderEntry> entries = jomun::contenders();
  for (ContenderEntry& entry : jomun::filters()) entries.push_back(std::move(entry));
  std::vector<Task> tasks;
  for (const Language& language : languages)
    for (const ContenderEntry& entry : entries) tasks.push_back({entry, &language, {}});

  benchmark::AddCustomContext("corpora", corpora.string());
  benchmark::AddCustomContext("tokenizers", registered_names());
  for (const Language& language : languages)
    benchmark::AddCustomContext(language.name,
                                std::to_string(language.documents.size()) + " documents, " + std::to_string(language.bytes) + " bytes");
  for (Task& task : tasks)
    benchmark::RegisterBenchmark((task.entry.group + "/" + task.language->name + "/" + task.entry.name).c_str(),
                                 [&task](benchmark::State& state) { measure(state, task); })
        ->Unit(benchmark::kMillisecond);
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "tokenize_benchmark: " << error.what() << '\n';
    return 2;
  }
}
