// Jomun: how fast documents become a database, and how large it is.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: index_benchmark [--writer=api,bulk] [--memory=MB] [--no-term-lists] [--without=PREFIX,...]
// [--keep=DIR] PATH...
//
// PATH: files as jomun-index takes them, or folders of them. Their documents are made beforehand; then each writer is fed them, and is
// measured with its finishing. --without leaves out terms that begin so, to see what they cost. --keep: the folder to write to; else a
// temporary one, removed at the end.

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/formats/extracted_text.h"
#include "corpus/reader.h"
#include "indexer/bulk/database_writer.h"
#include "indexer/document_builder.h"
#include "indexer/index_document.h"
#include "indexer/schema.h"
#include "indexer/xapian_store.h"
#include "tokenizers/registry.h"

namespace {

using jomun::IndexDocument;

struct Arguments {
  std::vector<std::string> writers{"api", "bulk"}, without, paths;
  std::size_t memory = 128;
  bool term_lists = true;
  std::filesystem::path keep;
};

std::vector<std::string> separated(std::string_view list) {
  std::vector<std::string> parts;
  for (std::size_t comma; !list.empty(); list.remove_prefix(std::min(comma, list.size()))) {
    comma = std::min(list.find(','), list.size());
    parts.emplace_back(list.substr(0, comma));
    if (comma < list.size()) ++comma;
  }
  return parts;
}

Arguments parse(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const auto value = [&](std::string_view name) { return argument.starts_with(name); };
    const std::string_view after = argument.substr(std::min(argument.find('=') + 1, argument.size()));
    if (value("--writer=")) {
      arguments.writers = separated(after);
    } else if (value("--memory=")) {
      arguments.memory = std::stoul(std::string(after));
    } else if (argument == "--no-term-lists") {
      arguments.term_lists = false;
    } else if (value("--without=")) {
      arguments.without = separated(after);
    } else if (value("--keep=")) {
      arguments.keep = after;
    } else if (value("--")) {
      throw std::runtime_error(fmt::format("unknown option {}", argument));
    } else {
      arguments.paths.emplace_back(argument);
    }
  }
  if (arguments.paths.empty()) throw std::runtime_error("give files or folders of texts");
  return arguments;
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::vector<std::filesystem::path> files_of(const std::vector<std::string>& paths) {
  std::vector<std::filesystem::path> files;
  for (const std::string& path : paths) {
    if (!std::filesystem::is_directory(path)) {
      files.emplace_back(path);
      continue;
    }
    const std::size_t first = files.size();
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path))
      if (entry.is_regular_file()) files.push_back(entry.path());
    std::sort(files.begin() + static_cast<std::ptrdiff_t>(first), files.end());
  }
  return files;
}

IndexDocument copy(const IndexDocument& original) {
  IndexDocument document;
  document.bytes = original.bytes;
  document.terms = original.terms;
  for (IndexDocument::Term& term : document.terms)
    term.text = {document.bytes.data() + (term.text.data() - original.bytes.data()), term.text.size()};
  document.values = original.values;
  document.data = original.data;
  return document;
}

struct Corpus {
  std::vector<IndexDocument> documents;
  std::uint64_t file_bytes = 0, text_bytes = 0, terms = 0, data_bytes = 0;
  double seconds = 0;  // of reading, splitting and building
};

Corpus read(const Arguments& arguments) {
  Corpus corpus;
  const double before = cpu_seconds();
  jomun::DocumentBuilder builder(jomun::make_tokenizer(jomun::default_tokenizer_name));
  for (const std::filesystem::path& file : files_of(arguments.paths)) try {
      for (const jomun::Version& version : jomun::read_file(file, {}))
        for (const jomun::Clause& clause : version.clauses) {
          IndexDocument document = builder.build(version, clause);
          std::erase_if(document.terms, [&](const IndexDocument::Term& term) {
            return std::any_of(arguments.without.begin(), arguments.without.end(),
                               [&](const std::string& prefix) { return term.text.starts_with(prefix); });
          });
          corpus.text_bytes += clause.text.text().size();
          corpus.terms += document.terms.size();
          corpus.data_bytes += document.data.size();
          corpus.documents.push_back(std::move(document));
        }
      corpus.file_bytes += std::filesystem::file_size(file);
    } catch (const jomun::UnreadableFile& error) {
      std::cerr << "index_benchmark: " << file.string() << ": " << error.what() << '\n';
    }
  corpus.seconds = cpu_seconds() - before;
  return corpus;
}

// Feeds a writer copies, which it takes, some at a time; how long copying took is not its time.
template <typename Function>
double feed(const Corpus& corpus, Function add) {
  double copying = 0;
  constexpr std::size_t together = 1000;
  std::vector<IndexDocument> documents;
  for (std::size_t begin = 0; begin < corpus.documents.size(); begin += together) {
    const double before = cpu_seconds();
    documents.clear();
    for (std::size_t i = begin; i < std::min(begin + together, corpus.documents.size()); ++i)
      documents.push_back(copy(corpus.documents[i]));
    copying += cpu_seconds() - before;
    for (IndexDocument& document : documents) add(std::move(document));
  }
  return copying;
}

double write_api(const Corpus& corpus, const std::string& folder) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS);
  jomun::XapianStore store(database, [] {});
  const double copying = feed(corpus, [&](IndexDocument document) { store.add(std::move(document)); });
  store.commit();
  return copying;
}

double write_bulk(const Corpus& corpus, const std::string& folder, const Arguments& arguments) {
  jomun::glass::DatabaseOptions options;
  options.memory = arguments.memory << 20;
  if (!arguments.term_lists) options.instead_of_terms = jomun::schema::no_terms;
  jomun::glass::DatabaseWriter writer(folder, options);
  const double copying = feed(corpus, [&](IndexDocument document) { writer.add(std::move(document)); });
  writer.finish();
  return copying;
}

void print_row(const std::string& name, const Corpus& corpus, double seconds, const std::string& folder) {
  std::array<std::uint64_t, 3> bytes{};
  std::uint64_t all = 0;
  for (std::size_t table = 0; table < bytes.size(); ++table) {
    const std::filesystem::path file = folder + "/" + std::string(jomun::glass::table_names[table]) + ".glass";
    if (std::filesystem::exists(file)) bytes[table] = std::filesystem::file_size(file);
    all += bytes[table];
  }
  const auto megabytes = [](std::uint64_t count) { return 1e-6 * static_cast<double>(count); };
  fmt::print("| {} | {:.2f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.2f} |\n", name, seconds,
             megabytes(corpus.file_bytes) / seconds, megabytes(bytes[0]), megabytes(bytes[1]), megabytes(bytes[2]), megabytes(all),
             static_cast<double>(all) / static_cast<double>(corpus.file_bytes));
  std::cout.flush();
}

void run(const Arguments& arguments) {
  const Corpus corpus = read(arguments);
  fmt::print(
      "{} documents, {:.1f} MB of files, {:.1f} MB of clauses; {:.1f} terms and {:.0f} bytes of record a document, "
      "made in {:.2f} CPU s\n\n",
      corpus.documents.size(), 1e-6 * static_cast<double>(corpus.file_bytes), 1e-6 * static_cast<double>(corpus.text_bytes),
      static_cast<double>(corpus.terms) / static_cast<double>(corpus.documents.size()),
      static_cast<double>(corpus.data_bytes) / static_cast<double>(corpus.documents.size()), corpus.seconds);
  fmt::print("| writer | CPU s | MB/s | postlist | docdata | termlist | all MB | × files |\n|---|--:|--:|--:|--:|--:|--:|--:|\n");
  const std::filesystem::path folder =
      arguments.keep.empty() ? std::filesystem::temp_directory_path() / fmt::format("index_benchmark.{}", getpid()) : arguments.keep;
  for (const std::string& writer : arguments.writers) {
    if (writer != "api" && writer != "bulk") throw std::runtime_error("a writer is api or bulk");
    std::filesystem::remove_all(folder);
    const double before = cpu_seconds();
    const double copying = writer == "api" ? write_api(corpus, folder) : write_bulk(corpus, folder, arguments);
    print_row(writer, corpus, cpu_seconds() - before - copying, folder);
  }
  if (arguments.keep.empty()) std::filesystem::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(parse(argc, argv));
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << "index_benchmark: " << error.get_msg() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "index_benchmark: " << error.what() << '\n';
  }
  return 2;
}
