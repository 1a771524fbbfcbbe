// Jomun: the columns of a page.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

namespace jomun {
namespace {

using Words = std::vector<PlacedWord>;

// Lengths in the usual size of the text.
constexpr double narrowest_gutter = 0.4, narrow_gutter = 0.6, clear_gutter = 1.5;
constexpr double white_of_head = 2;                                         // that parts a running head from columns
constexpr double widest_indent = 4;                                         // of a title
constexpr double gap_in_line = 1.5;                                         // a wider one parts pieces of a line
constexpr double shortest_piece = 6;                                        // of prose, on the average
constexpr double well_filled = 0.75, least_filled = 0.55;                   // of the width of its side, by a line of prose
constexpr std::size_t fewest_lines = 3, enough_lines = 5, many_lines = 12;  // that make a clear, a narrow, and the narrowest gutter sure
constexpr std::size_t most_bins = 1600, most_words = 20000, deepest = 12;

struct Gutter {
  double left = 0, right = 0, top = 0, bottom = 0;
  std::size_t lines = 0;  // on the side that has fewer

  double width() const { return right - left; }
};

// What stands on one side of a gutter.
struct Side {
  std::vector<const PlacedWord*> words;  // by their tops
  double left = HUGE_VAL, right = -HUGE_VAL;

  void add(const PlacedWord& word) {
    words.push_back(&word);
    left = std::min(left, word.box.left);
    right = std::max(right, word.box.right);
  }
};

// How many lines of prose a side has; 0 when most of its lines are something else.
std::size_t lines_of_prose(const Side& side, double size) {
  std::size_t lines = 0, well = 0, filled = 0, pieces = 0;
  double covered = 0;
  std::vector<const PlacedWord*> line;
  const auto finish = [&] {
    if (line.empty()) return;
    std::sort(line.begin(), line.end(), [](const PlacedWord* a, const PlacedWord* b) { return a->box.left < b->box.left; });
    double width = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      width += line[i]->box.width();
      if (i == 0 || line[i]->box.left - line[i - 1]->box.right > gap_in_line * size) ++pieces;
    }
    ++lines;
    covered += width;
    if (width >= least_filled * (side.right - side.left)) ++filled;
    if (width >= well_filled * (side.right - side.left)) ++well;
    line.clear();
  };
  for (const PlacedWord* word : side.words) {
    if (!line.empty() && word->box.middle() > line.front()->box.bottom) finish();
    line.push_back(word);
  }
  finish();
  // Long columns may have tables and lists in them.
  const bool prose = lines < many_lines ? well * 2 >= lines : filled * 3 >= lines;
  return prose && covered >= shortest_piece * size * static_cast<double>(pieces) ? lines : 0;
}

class Splitter {
 public:
  std::vector<Words> split(Words words) {
    std::stable_sort(words.begin(), words.end(), [](const PlacedWord& a, const PlacedWord& b) { return a.box.top < b.box.top; });
    open_without_head(std::move(words));
    while (!open_.empty()) {
      Part part = std::move(open_.back());
      open_.pop_back();
      const auto gutter = part.depth < deepest ? find_gutter(part.words) : std::nullopt;
      if (gutter) {
        divide(std::move(part), *gutter);
      } else if (!part.words.empty()) {
        columns_.push_back(std::move(part.words));
      }
    }
    return std::move(columns_);
  }

 private:
  struct Part {
    Words words;  // by their tops
    std::size_t depth = 0;
  };

  // A line alone at the top or bottom is no part of a column, of which one may begin or end there; but at the edge where the first column
  // begins, or the last one ends, it may be its title or signature.
  void open_without_head(Words words) {
    std::size_t head = head_of(words), foot = std::max(head, foot_of(words));
    const auto part = [&words](std::size_t from, std::size_t to) {
      return Words(words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(to));
    };
    const auto left = [&words](std::size_t from, std::size_t to) {
      double edge = HUGE_VAL;
      for (std::size_t i = from; i < to; ++i) edge = std::min(edge, words[i].box.left);
      return edge;
    };
    const auto right = [&words](std::size_t from, std::size_t to) {
      double edge = -HUGE_VAL;
      for (std::size_t i = from; i < to; ++i) edge = std::max(edge, words[i].box.right);
      return edge;
    };
    const double indent = widest_indent * usual_size(words);
    const double begins = left(head, foot), ends = right(head, foot);
    if (left(0, head) < begins + indent) head = 0;
    if (right(foot, words.size()) > ends - indent) foot = words.size();
    if ((head == 0 && foot == words.size()) || !find_gutter(part(head, foot))) {
      open_.push_back({std::move(words), 0});
      return;
    }
    open_.push_back({part(foot, words.size()), 0});
    open_.push_back({part(head, foot), 0});
    open_.push_back({part(0, head), 0});
  }

  // How many words are a line alone at the top, and where those of one at the bottom begin: white over the whole width parts them from
  // the columns, of which one may end or begin there. `words` are in the order of their tops.
  static std::size_t head_of(const Words& words) {
    const double white = white_of_head * usual_size(words);
    double bottom = -HUGE_VAL;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0 && words[i].box.top >= bottom + white) return i;
      if (words[i].box.top > words[0].box.bottom) break;
      bottom = std::max(bottom, words[i].box.bottom);
    }
    return 0;
  }
  static std::size_t foot_of(const Words& words) {
    const double white = white_of_head * usual_size(words);
    double bottom = -HUGE_VAL;
    std::size_t foot = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i > 0 && words[i].box.top >= bottom + white) foot = i;
      bottom = std::max(bottom, words[i].box.bottom);
    }
    return foot < words.size() && words.back().box.top <= words[foot].box.bottom ? foot : words.size();
  }

  void divide(Part part, const Gutter& gutter) {
    Words above, left, right, below;
    const double middle = (gutter.left + gutter.right) / 2;
    for (PlacedWord& word : part.words) {
      const double y = word.box.middle();
      const bool is_left = (word.box.left + word.box.right) / 2 < middle;
      (y < gutter.top ? above : y > gutter.bottom ? below : is_left ? left : right).push_back(std::move(word));
    }
    for (Words* words : {&below, &right, &left, &above})
      if (!words->empty()) open_.push_back({std::move(*words), part.depth + 1});
  }

  // The gutter beside most lines.
  static std::optional<Gutter> find_gutter(const Words& words) {
    if (words.size() < 2 * fewest_lines || words.size() > most_words) return std::nullopt;
    const double size = usual_size(words);
    double left = HUGE_VAL, right = -HUGE_VAL, top = HUGE_VAL, bottom = -HUGE_VAL;
    for (const PlacedWord& word : words) {
      left = std::min(left, word.box.left);
      right = std::max(right, word.box.right);
      top = std::min(top, word.box.top);
      bottom = std::max(bottom, word.box.bottom);
    }
    const double bin = std::max(size / 8, (right - left) / most_bins);
    if (!(bin > 0) || right - left < 2 * shortest_piece * size) return std::nullopt;

    // A window of three bins may begin in each bin; its white stripes are what no word covers.
    constexpr std::size_t window = 3;
    const auto bins = static_cast<std::size_t>((right - left) / bin) + 1;
    struct Stripe {
      double top, bottom;
    };
    std::vector<double> covered_to(bins, top);
    std::vector<Stripe> tallest(bins, {0, 0});
    const auto height = [&](std::size_t i) { return tallest[i].bottom - tallest[i].top; };
    const auto see = [&](std::size_t i, double next) {
      if (next - covered_to[i] > height(i)) tallest[i] = {covered_to[i], next};
    };
    for (const PlacedWord& word : words) {
      const auto first = static_cast<std::size_t>((word.box.left - left) / bin);
      const auto last = std::min(bins - 1, static_cast<std::size_t>(std::max(0.0, word.box.right - left - size / 20) / bin));
      for (std::size_t i = first < window ? 0 : first - window + 1; i <= last; ++i) {
        see(i, word.box.top);
        covered_to[i] = std::max(covered_to[i], word.box.bottom);
      }
    }
    std::vector<std::size_t> candidates;
    for (std::size_t i = 0; i < bins; ++i) {
      see(i, bottom);
      const bool same = i > 0 && tallest[i - 1].top == tallest[i].top && tallest[i - 1].bottom == tallest[i].bottom;
      if (!same && height(i) >= fewest_lines * size) candidates.push_back(i);
    }
    constexpr std::size_t most_candidates = 200;
    std::stable_sort(candidates.begin(), candidates.end(), [&](std::size_t a, std::size_t b) { return height(a) > height(b); });
    candidates.resize(std::min(candidates.size(), most_candidates));
    std::optional<Gutter> best;
    for (const std::size_t i : candidates) {
      const double x = left + (static_cast<double>(i) + window / 2.0) * bin;
      const auto gutter = judge(words, x, tallest[i].top, tallest[i].bottom, size);
      if (gutter && (!best || is_better(*gutter, *best))) best = gutter;
    }
    return best;
  }

  // Beside more lines, but for one line with much less white than the others have: a page number that stands across, - 12 -.
  static bool is_better(const Gutter& a, const Gutter& b) {
    constexpr double much = 2;
    if (a.lines + 1 == b.lines) return a.width() > much * b.width();
    return a.lines > b.lines && !(a.lines == b.lines + 1 && b.width() > much * a.width());
  }

  // The gutter around `x` between `top` and `bottom`, if there is prose on both sides.
  static std::optional<Gutter> judge(const Words& words, double x, double top, double bottom, double size) {
    Side left, right;
    for (const PlacedWord& word : words)
      if (word.box.middle() >= top && word.box.middle() <= bottom) (word.box.left + word.box.right < 2 * x ? left : right).add(word);
    const double width = right.left - left.right;
    if (left.words.empty() || right.words.empty() || width < narrowest_gutter * size) return std::nullopt;
    const double shortest = shortest_piece * size;
    if (left.right - left.left < shortest || right.right - right.left < shortest) return std::nullopt;
    const std::size_t lines = std::min(lines_of_prose(left, size), lines_of_prose(right, size));
    if (lines < (width < narrow_gutter * size ? many_lines : width < clear_gutter * size ? enough_lines : fewest_lines))
      return std::nullopt;
    return Gutter{left.right, right.left, top, bottom, lines};
  }

  std::vector<Part> open_;  // the next one to read is last
  std::vector<Words> columns_;
};

}  // namespace

double usual_size(const std::vector<PlacedWord>& words) {
  std::vector<std::pair<double, std::size_t>> sizes;
  sizes.reserve(words.size());
  std::size_t all = 0;
  for (const PlacedWord& word : words) {
    sizes.emplace_back(word.size, word.text.size());
    all += word.text.size();
  }
  std::sort(sizes.begin(), sizes.end());
  std::size_t seen = 0;
  for (const auto& [size, bytes] : sizes) {
    seen += bytes;
    if (seen * 2 >= all) return size;
  }
  return 0;
}

std::vector<std::vector<PlacedWord>> split_columns(std::vector<PlacedWord> words) { return Splitter().split(std::move(words)); }

}  // namespace jomun
