// Jomun: how likely a word was mistyped for another.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/spelling_distance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "tokenizers/ascii.h"

namespace jomun {
namespace {

// Set by judgement, not fitted; ARCHITECTURE.md has how well they do.
constexpr double other_letter = 1, neighbouring_key = 0.8, missed_shift = 0.5, sounds_alike = 0.6, left_out = 0.9, doubled = 0.6,
                 exchanged = 0.8, first_letter = 0.1;

constexpr std::size_t longest_word = 64;  // letters; of a longer one every other is too far

// Pairs of letters.
constexpr std::string_view alike_latin = "ae ai ei eo ou ui sc ck kq sz vw fv yi td mn bp";
constexpr std::string_view alike_korean = "op OP oO pP oP Op qv qQ vQ ex eE xE rz rR zR wc wW cW tT hj mn fs sd";

using Matrix = std::array<std::array<bool, 128>, 128>;

Matrix pairs_of(std::string_view pairs) {
  Matrix matrix{};
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 3) {
    const auto a = static_cast<std::size_t>(pairs[i]), b = static_cast<std::size_t>(pairs[i + 1]);
    matrix[a][b] = matrix[b][a] = true;
  }
  return matrix;
}

Matrix neighbours() {
  constexpr std::array<std::string_view, 3> rows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  constexpr std::array<double, 3> indents = {0, 0.25, 0.75};  // of a row, in keys
  Matrix matrix{};
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t s = r; s < std::min(rows.size(), r + 2); ++s)
      for (std::size_t i = 0; i < rows[r].size(); ++i)
        for (std::size_t j = 0; j < rows[s].size(); ++j) {
          const double apart = std::abs(static_cast<double>(i) + indents[r] - static_cast<double>(j) - indents[s]);
          if (apart > 1) continue;
          const auto a = static_cast<std::size_t>(rows[r][i]), b = static_cast<std::size_t>(rows[s][j]);
          matrix[a][b] = matrix[b][a] = a != b;
        }
  return matrix;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

double cost_of(char typed, char meant, const Matrix& alike) {
  if (typed == meant) return 0;
  if (!is_ascii(typed) || !is_ascii(meant)) return other_letter;
  double cost = other_letter;
  if (alike[static_cast<std::size_t>(typed)][static_cast<std::size_t>(meant)]) cost = sounds_alike;
  if (lower_ascii(typed) == lower_ascii(meant))
    cost = std::min(cost, missed_shift);
  else if (are_neighbouring_keys(typed, meant))
    cost = std::min(cost, neighbouring_key);
  return cost;
}

}  // namespace

bool are_neighbouring_keys(char one, char other) {
  static const Matrix near = neighbours();
  if (!is_ascii(one) || !is_ascii(other)) return false;
  const char a = lower_ascii(one), b = lower_ascii(other);
  return (a == b && one != other) || near[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)];
}

double spelling_distance(std::string_view typed, std::string_view meant, Typing typing, double most) {
  static const Matrix latin = pairs_of(alike_latin), korean = pairs_of(alike_korean);
  const Matrix& alike = typing == Typing::latin ? latin : korean;
  const double too_far = most + 1;
  // No slip is cheaper than missed_shift, and those that change the length are not cheaper than `doubled`.
  const std::size_t longer = std::max(typed.size(), meant.size()), shorter = std::min(typed.size(), meant.size());
  if (static_cast<double>(longer - shorter) * doubled > most) return too_far;
  const auto at_start = [](std::size_t i) { return i == 1 ? first_letter : 0; };
  const auto dropped = [&](std::string_view word, std::size_t i) {  // letter i - 1 of `word`
    return (i > 1 && word[i - 1] == word[i - 2] ? doubled : left_out) + at_start(i);
  };
  if (longer > longest_word) return too_far;
  std::array<std::array<double, longest_word + 1>, 3> rows;
  rows[0][0] = 0;
  for (std::size_t j = 1; j <= meant.size(); ++j) rows[0][j] = rows[0][j - 1] + dropped(meant, j);
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    auto &before = rows[(i + 1) % 3], &last = rows[(i + 2) % 3], &row = rows[i % 3];
    row[0] = last[0] + dropped(typed, i);
    double least = row[0];
    for (std::size_t j = 1; j <= meant.size(); ++j) {
      double cost =
          last[j - 1] + cost_of(typed[i - 1], meant[j - 1], alike) + (typed[i - 1] != meant[j - 1] && i == 1 && j == 1 ? first_letter : 0);
      cost = std::min({cost, last[j] + dropped(typed, i), row[j - 1] + dropped(meant, j)});
      if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1] && typed[i - 1] != typed[i - 2])
        cost = std::min(cost, before[j - 2] + exchanged);
      row[j] = cost;
      least = std::min(least, cost);
    }
    // Two exchanged letters may still come back from the row before.
    if (least > most && *std::min_element(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(meant.size()) + 1) + exchanged > most)
      return too_far;
  }
  return rows[typed.size() % 3][meant.size()];
}

}  // namespace jomun
