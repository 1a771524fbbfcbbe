// Jomun: the lexicon: concepts, and how each language says them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace jomun {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<Concept> parse_lexicon(std::string_view tsv) {
  std::vector<Concept> concepts;
  std::vector<std::string_view> languages;
  std::unordered_set<std::string_view> ids;
  std::size_t number = 0;
  const auto fail = [&](std::string_view what) { throw LexiconError(fmt::format("line {}: {}", number, what)); };
  for (std::string_view line : split(tsv, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    if (languages.empty()) {
      if (cells.size() < 2 || cells.front() != "id") fail("the header must be id and the languages, separated by tabs");
      languages.assign(cells.begin() + 1, cells.end());
      continue;
    }
    if (cells.size() != languages.size() + 1) fail(fmt::format("{} columns where the header has {}", cells.size(), languages.size() + 1));
    if (!ids.insert(cells[0]).second) fail(fmt::format("the id {} stands there twice", cells[0]));
    Concept row{std::string(cells[0]), {}};
    for (std::size_t column = 0; column < languages.size(); ++column) {
      const std::vector<std::string_view> forms = split(cells[column + 1], '|');
      for (auto form = forms.begin(); form != forms.end(); ++form) {
        if (form->empty()) fail(fmt::format("an empty form in {}", languages[column]));
        if (std::find(forms.begin(), form, *form) != form) fail(fmt::format("{} stands twice in {}", *form, languages[column]));
        row.forms.push_back({std::string(*form), std::string(languages[column])});
      }
    }
    concepts.push_back(std::move(row));
  }
  return concepts;
}

}  // namespace jomun
