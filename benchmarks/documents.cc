// Jomun: real texts to measure with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchmarks/documents.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <stdexcept>

#include "tokenizers/language.h"

namespace jomun {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t least_bytes = 4 << 10, most_bytes = 64 << 10;

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> sorted_children(const fs::path& folder) {
  std::vector<fs::path> children{fs::directory_iterator(folder), fs::directory_iterator()};
  std::sort(children.begin(), children.end());
  return children;
}

void add(Language& language, std::string document) {
  language.bytes += document.size();
  language.documents.push_back(std::move(document));
}

// Whether the next document belongs to an even choice of `wanted` of all `bytes`, when `taken` of the first `passed` have been chosen.
bool is_next(std::uintmax_t taken, std::uintmax_t wanted, std::uintmax_t passed, std::uintmax_t bytes) {
  return taken * bytes <= wanted * passed;
}

Language sample(const fs::path& folder, std::uintmax_t bytes_wanted) {
  std::vector<fs::path> files;
  std::uintmax_t bytes = 0;
  for (const fs::path& file : sorted_children(folder)) {
    if (file.extension() != ".txt") continue;
    const std::uintmax_t size = fs::file_size(file);
    if (size < least_bytes || size > most_bytes) continue;
    files.push_back(file);
    bytes += size;
  }
  Language language;
  language.name = folder.filename().string();
  std::uintmax_t passed = 0;
  for (const fs::path& file : files) {
    if (is_next(language.bytes, bytes_wanted, passed, bytes)) add(language, read(file));
    passed += fs::file_size(file);
  }
  return language;
}

std::vector<Language> repeat(const fs::path& folder, std::size_t bytes_wanted) {
  std::map<std::string, Language> by_name;
  for (const fs::path& file : sorted_children(folder)) {
    if (file.extension() != ".txt") continue;
    std::string document = read(file);
    Language& language = by_name[std::string(detect_language(document))];
    add(language, std::move(document));
  }
  std::vector<Language> languages;
  for (auto& [name, language] : by_name) {
    if (language.bytes == 0) continue;
    language.name = name;
    for (std::size_t i = 0; language.bytes < bytes_wanted; ++i) add(language, std::string(language.documents[i]));
    languages.push_back(std::move(language));
  }
  return languages;
}

// The same from documents that are already there.
Language sample(const Language& all, std::size_t bytes_wanted) {
  Language language;
  std::size_t passed = 0;
  for (const std::string& document : all.documents) {
    if (is_next(language.bytes, bytes_wanted, passed, all.bytes)) add(language, document);
    passed += document.size();
  }
  return language;
}

// Leaves documents out, and the end of one, until no more than `bytes` are left.
void cut(Language& language, std::size_t bytes) {
  while (language.bytes > bytes) {
    std::string& last = language.documents.back();
    language.bytes -= last.size();
    std::size_t size = language.bytes < bytes ? std::min(last.size(), bytes - language.bytes) : 0;
    while (size > 0 && size < last.size() && (static_cast<unsigned char>(last[size]) & 0xC0) == 0x80) --size;
    last.resize(size);
    language.bytes += size;
    if (size == 0) language.documents.pop_back();
  }
}

}  // namespace

std::vector<Language> read_documents(const fs::path& folder, std::size_t bytes_wanted) {
  std::vector<Language> languages;
  for (const fs::path& child : sorted_children(folder)) {
    if (!fs::is_directory(child)) continue;
    Language language = sample(child, bytes_wanted);
    if (!language.documents.empty()) languages.push_back(std::move(language));
  }
  if (languages.empty()) languages = repeat(folder, bytes_wanted);
  if (languages.empty()) throw std::runtime_error(folder.string() + " holds no .txt files; name a folder of texts with --corpora=DIR");
  return languages;
}

Language mix(const std::vector<Language>& languages, std::size_t bytes_wanted) {
  std::vector<Language> parts;
  std::size_t least = bytes_wanted / languages.size();
  for (const Language& language : languages) {
    parts.push_back(sample(language, bytes_wanted / languages.size()));
    least = std::min(least, parts.back().bytes);
  }
  struct Source {
    Language* part;
    std::size_t next = 0, bytes = 0;  // of its documents: those in the mix
  };
  std::vector<Source> sources;
  for (Language& part : parts) {
    cut(part, least);
    sources.push_back({&part});
  }
  Language mixed;
  mixed.name = "mix";
  while (!sources.empty()) {
    const auto source =
        std::min_element(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.bytes < b.bytes; });
    if (source->next == source->part->documents.size()) {
      sources.erase(source);
      continue;
    }
    std::string& document = source->part->documents[source->next++];
    source->bytes += document.size();
    add(mixed, std::move(document));
  }
  return mixed;
}

std::filesystem::path take_corpora(int& argc, char** argv) {
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
  if (corpora) return *corpora;
  if (const char* given = std::getenv("JOMUN_CORPORA")) return given;
  const std::filesystem::path source = JOMUN_SOURCE_DIR, shared = source.parent_path() / "shared/corpora";
  return std::filesystem::is_directory(shared) ? shared : source / "corpus/declarations";
}

}  // namespace jomun
