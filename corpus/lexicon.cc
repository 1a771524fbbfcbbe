// Jomun: the lexicon: concepts, and how each language says them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

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

std::vector<Concept> parse_lexicon(std::string_view tsv, std::vector<LexiconProblem>& problems) {
  constexpr std::string_view not_equal = "not-equal";
  std::vector<Concept> concepts;
  std::vector<std::string_view> columns;
  std::unordered_set<std::string_view> ids;
  std::size_t number = 0;
  if (tsv.starts_with("\xEF\xBB\xBF")) tsv.remove_prefix(3);
  for (std::string_view line : split(tsv, '\n')) {
    ++number;
    const auto fail = [&](std::string what) { problems.push_back({number, std::move(what)}); };
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> cells = split(line, '\t');
    if (columns.empty()) {
      if (cells.size() < 2 || cells.front() != "id") {
        fail("the header must be id and the languages; separate them by tabs");
        return {};
      }
      columns.assign(cells.begin() + 1, cells.end());
      continue;
    }
    if (cells.size() > columns.size() + 1) {
      fail(fmt::format("{} columns where the header has {}; take out a tab", cells.size(), columns.size() + 1));
      continue;
    }
    if (cells[0].empty() || !ids.insert(cells[0]).second) {
      fail(cells[0].empty() ? "no id; write one before the first tab"
                            : fmt::format("the id {} stands there twice; take another", cells[0]));
      continue;
    }
    Concept row{std::string(cells[0]), {}, {}, number};
    for (std::size_t column = 0; column + 1 < cells.size(); ++column) {
      if (cells[column + 1].empty()) continue;
      const std::vector<std::string_view> parts = split(cells[column + 1], '|');
      for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (part->empty()) {
          fail(fmt::format("an empty form in {}; take out a |", columns[column]));
        } else if (std::find(parts.begin(), part, *part) != part) {
          fail(fmt::format("{} stands twice in {}; take one out", *part, columns[column]));
        } else if (columns[column] == not_equal) {
          row.not_equal.emplace_back(*part);
        } else {
          row.forms.push_back({std::string(*part), std::string(columns[column])});
        }
      }
    }
    if (row.forms.empty())
      fail("a concept without forms; write them behind its id");
    else
      concepts.push_back(std::move(row));
  }
  return concepts;
}

void merge_concepts(std::vector<Concept>& concepts, std::vector<Concept> more) {
  std::unordered_map<std::string, std::size_t> by_id;
  for (std::size_t i = 0; i < concepts.size(); ++i) by_id.emplace(concepts[i].id, i);
  for (Concept& entry : more) {
    const auto [found, is_new] = by_id.emplace(entry.id, concepts.size());
    if (is_new) {
      concepts.push_back(std::move(entry));
      continue;
    }
    Concept& known = concepts[found->second];
    std::move(entry.forms.begin(), entry.forms.end(), std::back_inserter(known.forms));
    std::move(entry.not_equal.begin(), entry.not_equal.end(), std::back_inserter(known.not_equal));
  }
}

}  // namespace jomun
