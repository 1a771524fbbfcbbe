// Jomun: from words placed on a page to its lines in reading order.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <utility>

#include "corpus/formats/pdf_columns.h"
#include "corpus/formats/pdf_lines.h"
#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr double farthest = 1e6;
constexpr std::size_t most_taken = 4;  // characters of vertical lines that stand so close that they were taken for a word
constexpr double nearby = 0.5;         // in the size of a character

bool is_possible(const PlacedWord& word) {
  for (const double value : {word.box.left, word.box.top, word.box.right, word.box.bottom})
    if (!(std::abs(value) < farthest)) return false;
  return word.box.right >= word.box.left && word.box.bottom >= word.box.top && word.size > 0 && word.size < farthest &&
         !word.text.empty() && word.turn >= 0 && word.turn < 4;
}

bool is_one_ideograph(std::string_view text) {
  const Decoded first = decode(text, 0);
  return first.bytes == text.size() && is_ideographic(first.value);
}

// Of three bytes each, as nearly all are.
bool are_ideographs(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += 3)
    if (const Decoded next = decode(text, i); next.bytes != 3 || !is_ideographic(next.value)) return false;
  return true;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// Where on the page words are, to find the nearest one beside or below another.
class Neighbours {
 public:
  explicit Neighbours(const std::vector<PlacedWord>& words) : words_(words), cell_(std::max(usual_size(words), 1.0)) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const Box& box = words[i].box;
      if (!is_small(box)) continue;
      for (double x = std::floor(box.left / cell_); x <= std::floor(box.right / cell_); ++x)
        for (double y = std::floor(box.top / cell_); y <= std::floor(box.bottom / cell_); ++y) {
          auto& cell = cells_[key(x, y)];
          if (cell.size() < most_in_cell) cell.push_back(static_cast<std::uint32_t>(i));
        }
    }
  }

  // The white between a word and the nearest one above or below it, or left or right of it, of those to look at, when that is less than
  // `limit`; else `limit`.
  template <typename Accept>
  double gap(std::size_t word, bool vertical, double limit, Accept accept) const {
    const Box& box = words_[word].box;
    if (!is_small(box)) return limit;
    double nearest = limit;
    const double reach_x = vertical ? 0 : limit, reach_y = vertical ? limit : 0;
    for (double x = std::floor((box.left - reach_x) / cell_); x <= std::floor((box.right + reach_x) / cell_); ++x)
      for (double y = std::floor((box.top - reach_y) / cell_); y <= std::floor((box.bottom + reach_y) / cell_); ++y) {
        const auto found = cells_.find(key(x, y));
        if (found == cells_.end()) continue;
        for (const std::uint32_t other : found->second)
          if (other != word && accept(other)) nearest = std::min(nearest, gap_between(box, words_[other].box, vertical));
      }
    return nearest;
  }

  double gap(std::size_t word, bool vertical, double limit) const {
    return gap(word, vertical, limit, [](std::size_t) { return true; });
  }

 private:
  static constexpr std::size_t most_in_cell = 16;

  // Not one of those that would lie in very many cells.
  bool is_small(const Box& box) const { return (box.width() / cell_ + 1) * (box.height() / cell_ + 1) < 64; }

  static std::int64_t key(double x, double y) { return static_cast<std::int64_t>(x) * 4'000'037 + static_cast<std::int64_t>(y); }

  static double gap_between(const Box& a, const Box& b, bool vertical) {
    const double across =
        vertical ? std::min(a.right, b.right) - std::max(a.left, b.left) : std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    const double least = vertical ? std::min(a.width(), b.width()) : std::min(a.height(), b.height());
    if (across < least * 0.6) return HUGE_VAL;
    const double gap =
        vertical ? std::max(a.top, b.top) - std::min(a.bottom, b.bottom) : std::max(a.left, b.left) - std::min(a.right, b.right);
    // Boxes of fonts overlap a little.
    return gap < -least / 2 ? HUGE_VAL : std::max(gap, 0.0);
  }

  const std::vector<PlacedWord>& words_;
  double cell_;
  std::unordered_map<std::int64_t, std::vector<std::uint32_t>> cells_;
};

struct Directions {
  std::size_t down = 0, across = 0;  // characters
};

// As the words say.
Directions directions_of(const std::vector<PlacedWord>& words) {
  Directions directions;
  for (const PlacedWord& word : words) {
    if (word.turn == 1) directions.down += characters_in(word.text);
    if (word.turn == 0) directions.across += characters_in(word.text);
  }
  return directions;
}

// Whether most of a page is vertical, when words of one character that stand one under the other are. `alone` are those words.
bool is_vertical(const std::vector<PlacedWord>& words, const std::vector<std::size_t>& alone, Directions directions,
                 const Neighbours& neighbours) {
  for (const std::size_t i : alone) {
    const double limit = nearby * words[i].size, below = neighbours.gap(i, true, limit);
    if (below < limit && below <= neighbours.gap(i, false, limit)) {
      ++directions.down;
      --directions.across;
    }
  }
  return directions.down > directions.across;
}

// Vertical lines set as single characters become so, the short numbers that stand upright in them too, and what was taken for a word
// because vertical lines stand close.
void turn_vertical_words(std::vector<PlacedWord>& words) {
  constexpr double spaced = 1.5, longest_number = 1.4;
  std::vector<std::size_t> alone;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i].turn == 0 && is_one_ideograph(words[i].text)) alone.push_back(i);
  const Directions directions = directions_of(words);
  constexpr std::size_t most_words = 20000;
  if (words.size() > most_words || directions.down + alone.size() * 2 <= directions.across) return;
  const Neighbours neighbours(words);
  if (!is_vertical(words, alone, directions, neighbours)) return;
  std::vector<bool> vertical(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PlacedWord& word = words[i];
    vertical[i] = word.turn == 1;
    if (word.turn != 0) continue;
    const std::size_t count = characters_in(word.text);
    const double limit = nearby * word.size, below = neighbours.gap(i, true, limit);
    const bool short_enough = are_ideographs(word.text) ? count <= most_taken : count <= 3 && word.box.width() < longest_number * word.size;
    vertical[i] = short_enough && below < limit && (count == 1 || below <= neighbours.gap(i, false, limit));
  }
  // White may part the characters of a heading, and a number from its text.
  const std::vector<bool> near = vertical;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const PlacedWord& word = words[i];
    if (word.turn != 0 || near[i] || !are_ideographs(word.text) || characters_in(word.text) > most_taken) continue;
    const auto in_line = [&](std::size_t other) { return near[other] && std::abs(words[other].size - word.size) < word.size / 10; };
    vertical[i] = neighbours.gap(i, true, spaced * word.size, in_line) < spaced * word.size;
  }
  std::vector<PlacedWord> result;
  result.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    PlacedWord& word = words[i];
    if (word.turn != 0 || !vertical[i] || !are_ideographs(word.text)) {
      if (vertical[i]) word.turn = 1;
      result.push_back(std::move(word));
      continue;
    }
    const std::size_t count = characters_in(word.text);
    const double width = word.box.width() / static_cast<double>(count);
    for (std::size_t j = 0; j < count; ++j) {
      const double left = word.box.left + width * static_cast<double>(j);
      result.push_back({word.text.substr(3 * j, 3), {left, word.box.top, left + width, word.box.bottom}, word.size, 1});
    }
  }
  words = std::move(result);
}

// The page turned so that text with this turn runs to the right and its lines go down.
Box turned(const Box& box, int turn, const PlacedPage& page) {
  switch (turn) {
    case 1: return {box.top, page.width - box.right, box.bottom, page.width - box.left};
    case 2: return {page.width - box.right, page.height - box.bottom, page.width - box.left, page.height - box.top};
    case 3: return {page.height - box.bottom, box.left, page.height - box.top, box.right};
    default: return box;
  }
}

}  // namespace

std::vector<PlacedLine> lay_out(PlacedPage page) {
  page.words.erase(std::remove_if(page.words.begin(), page.words.end(), [](const PlacedWord& word) { return !is_possible(word); }),
                   page.words.end());
  turn_vertical_words(page.words);
  std::array<std::vector<PlacedWord>, 4> directions;
  std::array<std::size_t, 4> bytes{};
  for (PlacedWord& word : page.words) {
    const auto turn = static_cast<std::size_t>(word.turn);
    bytes[turn] += word.text.size();
    word.box = turned(word.box, word.turn, page);
    directions[turn].push_back(std::move(word));
  }
  std::array<std::size_t, 4> order{0, 1, 2, 3};
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return bytes[a] > bytes[b]; });
  std::vector<PlacedLine> lines;
  unsigned column = 0;
  for (const std::size_t turn : order)
    for (std::vector<PlacedWord>& words : split_columns(std::move(directions[turn]))) {
      for (PlacedLine& line : read_column(std::move(words))) {
        line.column = column;
        line.turn = static_cast<int>(turn);
        lines.push_back(std::move(line));
      }
      ++column;
    }
  return lines;
}

}  // namespace jomun
