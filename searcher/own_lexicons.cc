// Jomun: the user's own lexicons.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/own_lexicons.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <system_error>

#include "corpus/formats/extracted_text.h"
#include "corpus/input_bytes.h"
#include "corpus/lexicon_check.h"
#include "corpus/lexicon_import.h"
#include "searcher/choice.h"
#include "searcher/session.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

std::filesystem::path folder_of_user() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  const std::string configuration = variable("XDG_CONFIG_HOME");
  return std::filesystem::path(configuration.empty() ? variable("HOME") + "/.config" : configuration) / "jomun/lexicons";
}

std::vector<std::string> files_of_user() {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder_of_user(), error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    if (entry->is_regular_file(unknown) && !entry->path().filename().native().starts_with('.')) files.push_back(entry->path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string place_of(const std::string& file, const LexiconProblem& problem) {
  return problem.line == 0 ? file : fmt::format("{}:{}", file, problem.line);
}

}  // namespace

std::vector<Concept> read_own_lexicons(const std::vector<std::string>& files, std::ostream& error) {
  std::vector<Concept> concepts;
  const auto read = [&](const std::string& file) {
    std::vector<LexiconProblem> problems;
    merge_concepts(concepts, import_lexicon(read_bytes(file), problems));
    for (const LexiconProblem& problem : problems) report(error, place_of(file, problem), problem.what);
  };
  for (const std::string& file : files_of_user()) {
    try {
      read(file);
    } catch (const UnreadableFile& problem) {  // nobody asked for it now
      report(error, file, problem.what());
    }
  }
  for (const std::string& file : files) {
    try {
      read(file);
    } catch (const UnreadableFile& problem) {
      throw UsageError(fmt::format("{}: {}", file, problem.what()));
    }
  }
  return concepts;
}

std::vector<LoadedLexicon> list_lexicons(const std::vector<std::string>& files) {
  std::vector<LexiconProblem> problems;
  std::vector<LoadedLexicon> lexicons = {{"", parse_lexicon(shipped_lexicon(), problems).size()}};
  std::vector<std::string> own = files_of_user();
  own.insert(own.end(), files.begin(), files.end());
  for (const std::string& file : own) {
    try {
      lexicons.push_back({file, import_lexicon(read_bytes(file), problems).size()});
    } catch (const UnreadableFile&) {  // read_own_lexicons() has said so
    }
  }
  return lexicons;
}

bool check_lexicon(const std::string& file, std::ostream& out) try {
  std::vector<LexiconProblem> problems;
  const std::vector<Concept> concepts = import_lexicon(read_bytes(file), problems);
  const std::vector<LexiconProblem> ambiguities = find_ambiguities(concepts);
  problems.insert(problems.end(), ambiguities.begin(), ambiguities.end());
  std::stable_sort(problems.begin(), problems.end(), [](const LexiconProblem& a, const LexiconProblem& b) { return a.line < b.line; });
  for (const LexiconProblem& problem : problems) fmt::print(out, "{}: {}\n", printable(place_of(file, problem)), printable(problem.what));
  return problems.empty();
} catch (const UnreadableFile& problem) {
  throw UsageError(fmt::format("{}: {}", file, problem.what()));
}

}  // namespace jomun
