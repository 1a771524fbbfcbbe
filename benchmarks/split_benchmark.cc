// Jomun: how many bytes of real text a second are read and split into clauses, and made into documents of an index.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: split_benchmark [--corpora=DIR] [Google Benchmark's options]
//
// DIR: see documents.h. Benchmarks are named read/LANGUAGE and build/LANGUAGE. One iteration reads all documents of a language from memory,
// one after the other, or builds what an index has of the clauses read before. Clauses and terms are counted beforehand, and an iteration
// that gives others is an error, not a figure.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "benchmarks/documents.h"
#include "corpus/reader.h"
#include "indexer/document_builder.h"
#include "tokenizers/registry.h"

namespace {

using jomun::Language;

constexpr std::size_t bytes_per_language = 2 << 20;

struct Sum {
  std::size_t clauses = 0;
  std::size_t bytes = 0;
  friend bool operator==(const Sum&, const Sum&) = default;
};

Sum read_all(const Language& language) {
  Sum sum;
  for (const std::string& document : language.documents)
    for (const jomun::Version& version : jomun::read_text(document, "document.txt", {}))
      for (const jomun::Clause& clause : version.clauses) {
        ++sum.clauses;
        sum.bytes += clause.text.text().size();
      }
  return sum;
}

void measure(benchmark::State& state, const Language& language) {
  const Sum expected = read_all(language);
  for ([[maybe_unused]] auto iteration : state) {
    if (read_all(language) != expected) {
      state.SkipWithError("the clauses differ from those read before");
      return;
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(language.bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(expected.clauses));
}

std::vector<jomun::Version> versions_of(const Language& language) {
  std::vector<jomun::Version> versions;
  for (const std::string& document : language.documents)
    for (jomun::Version& version : jomun::read_text(document, "document.txt", {})) versions.push_back(std::move(version));
  return versions;
}

Sum build_all(const std::vector<jomun::Version>& versions, jomun::DocumentBuilder& builder) {
  Sum sum;
  for (const jomun::Version& version : versions)
    for (const jomun::Clause& clause : version.clauses) {
      const jomun::IndexDocument document = builder.build(version, clause);
      ++sum.clauses;
      sum.bytes += document.bytes.size() + document.data.size();
    }
  return sum;
}

void measure_documents(benchmark::State& state, const Language& language) {
  const std::vector<jomun::Version> versions = versions_of(language);
  jomun::DocumentBuilder builder(jomun::make_tokenizer(jomun::default_tokenizer_name));
  const Sum expected = build_all(versions, builder);
  for ([[maybe_unused]] auto iteration : state) {
    if (build_all(versions, builder) != expected) {
      state.SkipWithError("the documents differ from those built before");
      return;
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(language.bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(expected.clauses));
}

int run(int argc, char** argv) {
  const std::filesystem::path corpora = jomun::take_corpora(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  const std::vector<Language> languages = jomun::read_documents(corpora, bytes_per_language);
  benchmark::AddCustomContext("corpora", corpora.string());
  for (const Language& language : languages)
    benchmark::RegisterBenchmark(("read/" + language.name).c_str(), [&language](benchmark::State& state) {
      measure(state, language);
    })->Unit(benchmark::kMillisecond);
  for (const Language& language : languages)
    benchmark::RegisterBenchmark(("build/" + language.name).c_str(), [&language](benchmark::State& state) {
      measure_documents(state, language);
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
    std::cerr << "split_benchmark: " << error.what() << '\n';
    return 2;
  }
}
