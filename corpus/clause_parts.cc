// Jomun: very long clauses in parts.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/clause_parts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// How good it is to divide behind the code point `before`, which stands in front of `after`.
int goodness(char32_t before, char32_t after) {
  if (after == U'\n') return 3;
  constexpr std::u32string_view wide_ends = U"。！？；";
  constexpr std::u32string_view ends = U".!?;";
  if (wide_ends.find(before) != std::u32string_view::npos && !is_closing(after)) return 2;
  if (ends.find(before) != std::u32string_view::npos && is_blank(after)) return 2;
  return is_blank(after) ? 1 : 0;
}

// The best place for the end of a part of `text`, about `ideal` code points behind its begin and at most `most`: the last of the best ones.
std::size_t part_end(std::string_view text, std::size_t ideal, std::size_t most) {
  std::size_t best = 0;
  int best_goodness = -1;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size() && count <= most;) {
    const Decoded here = decode(text, i);
    i += here.bytes;
    ++count;
    if (i == text.size()) return count <= most ? i : best;
    if (count * 4 < ideal * 3 || count > most) continue;
    const int here_goodness = goodness(here.value, decode(text, i).value);
    if (here_goodness > best_goodness || (here_goodness == best_goodness && count <= ideal)) {
      best_goodness = here_goodness;
      best = i;
    }
  }
  return best;
}

// `left`: the code points of the clause.
void divide(const Clause& clause, std::size_t left, std::vector<Clause>& result) {
  const std::string_view text = clause.text.text();
  std::size_t begin = 0;
  for (std::size_t number = 1; begin < text.size(); ++number) {
    const std::size_t parts = (left + longest_clause - 1) / longest_clause;
    const std::size_t ideal = (left + parts - 1) / parts;
    const std::size_t end =
        parts == 1 ? text.size() : begin + part_end(text.substr(begin), ideal, std::min(longest_clause, ideal + ideal / 4));
    const std::size_t next = skip_blanks(text, end);
    Clause part;
    part.label = clause.label;
    part.path = clause.path;
    part.language = clause.language;
    part.address = number == 1 ? clause.address : clause.address + ".part" + std::to_string(number);
    part.text.append(clause.text, begin, begin + skip_blanks_back(text.substr(begin, end - begin), end - begin));
    const Span original = part.text.original({0, part.text.text().size()});
    part.source = {number == 1 ? clause.source.begin : original.begin, next == text.size() ? clause.source.end : original.end};
    result.push_back(std::move(part));
    left -= count_code_points(text.substr(begin, next - begin));
    begin = next;
  }
}

}  // namespace

std::vector<Clause> divide_long_clauses(std::vector<Clause> clauses) {
  const auto is_long = [](const Clause& clause) {
    return clause.text.text().size() > longest_clause && count_code_points(clause.text.text()) > longest_clause;
  };
  if (std::none_of(clauses.begin(), clauses.end(), is_long)) return clauses;
  std::vector<Clause> result;
  result.reserve(clauses.size());
  for (Clause& clause : clauses) {
    if (is_long(clause)) {
      const std::size_t length = count_code_points(clause.text.text());
      divide(clause, length, result);
    } else {
      result.push_back(std::move(clause));
    }
  }
  return result;
}

}  // namespace jomun
