// Jomun: how many bytes of real text a second each tokenizer reads.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: tokenize_benchmark [--corpora=DIR] [Google Benchmark's options]
//
// DIR: see documents.h; default $JOMUN_CORPORA, else ../shared/corpora beside the checkout, else the declarations of corpus/.
// Benchmarks are named tokenize/LANGUAGE/CONTENDER. One iteration reads all documents of a language, one after the other. What comes
// out is compared with the output of an instance that had never read another text, so speed cannot be had for a wrong answer.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/contenders.h"
#include "benchmarks/documents.h"

namespace {

using jomun::Contender;
using jomun::ContenderEntry;
using jomun::Language;
using jomun::Output;

constexpr std::size_t bytes_per_language = 2 << 20;

// A new contender for each document: what a used one must not change.
Output expected_output(const ContenderEntry& entry, const Language& language) {
  Output sum;
  for (const std::string& document : language.documents) sum += entry.make()->split(document);
  return sum;
}

void tokenize(benchmark::State& state, const ContenderEntry& entry, const Language& language) {
  const Output expected = expected_output(entry, language);
  const std::unique_ptr<Contender> contender = entry.make();
  for ([[maybe_unused]] auto iteration : state) {
    Output output;
    for (const std::string& document : language.documents) output += contender->split(document);
    if (output != expected) {
      state.SkipWithError("the output differs from that of a new instance");
      return;
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(language.bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(expected.tokens));
}

std::filesystem::path default_corpora() {
  if (const char* given = std::getenv("JOMUN_CORPORA")) return given;
  const std::filesystem::path source = JOMUN_SOURCE_DIR, shared = source.parent_path() / "shared/corpora";
  return std::filesystem::is_directory(shared) ? shared : source / "corpus/declarations";
}

// Takes --corpora=DIR out of the arguments.
std::optional<std::filesystem::path> take_corpora(int& argc, char** argv) {
  constexpr std::string_view option = "--corpora=";
  std::optional<std::filesystem::path> corpora;
  int kept = 1;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with(option))
      corpora = argument.substr(option.size());
    else
      argv[kept++] = argv[i];
  }
  argc = kept;
  return corpora;
}

int run(int argc, char** argv) {
  const std::filesystem::path corpora = take_corpora(argc, argv).value_or(default_corpora());
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;

  const std::vector<Language> languages = jomun::read_documents(corpora, bytes_per_language);
  const std::vector<ContenderEntry> contenders = jomun::contenders();
  benchmark::AddCustomContext("corpora", corpora.string());
  for (const Language& language : languages) {
    benchmark::AddCustomContext(language.name,
                                std::to_string(language.documents.size()) + " documents, " + std::to_string(language.bytes) + " bytes");
    for (const ContenderEntry& entry : contenders)
      benchmark::RegisterBenchmark(("tokenize/" + language.name + "/" + entry.name).c_str(), [&](benchmark::State& state) {
        tokenize(state, entry, language);
      })->Unit(benchmark::kMillisecond);
  }
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
