// Jomun: two sequences side by side, in order.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/alignment.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

namespace jomun {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();

struct Step {
  Block block;
  std::size_t left, right;  // items taken
};
constexpr std::array<Step, std::tuple_size_v<BlockShares>> steps = {
    {{Block::one_one, 1, 1}, {Block::one_none, 1, 0}, {Block::none_one, 0, 1}, {Block::two_one, 2, 1}, {Block::one_two, 1, 2}}};

double fit_of(Block block, const Fit& fit) {
  switch (block) {
    case Block::one_one: return fit.one_one;
    case Block::two_one: return fit.two_one;
    case Block::one_two: return fit.one_two;
    default: return 0;
  }
}

// log(exp(a) + exp(b)). Most alternatives are so unlikely that they change nothing.
double added(double a, double b) {
  if (a < b) std::swap(a, b);
  constexpr double negligible = 20;
  return a - b > negligible || b == impossible ? a : a + std::log1p(std::exp(b - a));
}

// Whether names count: the two ways to go on.
enum Mode : std::size_t { unnamed, named, modes };

// A row of the sums for each pair of gaps and mode.
using Sums = std::vector<std::array<double, modes>>;

class Aligner {
 public:
  Aligner(const Band& band, const std::vector<Fit>& fits, const Names& names, const BlockShares& shares)
      : band_(band), fits_(fits), names_(names), stay_(std::log1p(-names.change)), change_(std::log(names.change)) {
    std::transform(shares.begin(), shares.end(), shares_.begin(), [](double share) { return std::log(share); });
    namesakes_ = -std::log(names.chance);
  }

  Alignment run() {
    add_up_behind();
    add_up_before();
    total_ = added(behind_.front()[unnamed], behind_.front()[named]);
    Alignment result;
    result.evidence = total_;
    std::size_t mode = best_start_;
    const Step* step = nullptr;
    for (std::size_t i = 0, j = 0; i < band_.left() || j < band_.right(); i += step->left, j += step->right) {
      const Next next = next_[band_.at(i, j)][mode];
      step = &steps[next.step];
      mode = next.mode;
      ++result.blocks[static_cast<std::size_t>(step->block)];
      for (std::size_t left = i; left < i + step->left; ++left)
        for (std::size_t right = j; right < j + step->right; ++right)
          result.pairs.push_back({left, right, step->block, confidence(left, right)});
    }
    return result;
  }

 private:
  struct Next {
    std::uint8_t step = 0;  // index into `steps`
    std::uint8_t mode = 0;
  };

  // What names tell of a block where they count.
  double named_worth(const Step& step, std::size_t i, std::size_t j) const {
    bool met = false;
    for (std::size_t left = i; left < i + step.left; ++left) {
      const std::size_t place = names_.left[left];
      if (place == Names::nowhere) continue;
      if (place < j || place >= j + step.right) return impossible;
      // Where the two before are namesakes, that these are is no news: both sequences count on.
      met |= left == 0 || place == 0 || names_.left[left - 1] != place - 1;
    }
    for (std::size_t right = j; right < j + step.right; ++right) {
      const std::size_t place = names_.right[right];
      if (place != Names::nowhere && (place < i || place >= i + step.left)) return impossible;
    }
    return met ? namesakes_ : 0;
  }

  struct Worth {
    double unnamed, named;
  };
  Worth worth(const Step& step, std::size_t i, std::size_t j, std::size_t here) const {
    const double own = shares_[static_cast<std::size_t>(step.block)] + fit_of(step.block, fits_[here]);
    return {own, own + named_worth(step, i, j)};
  }

  // From each pair of gaps, and the mode of the block that begins there, to the end: all readings together, and the likeliest one.
  void add_up_behind() {
    behind_.assign(band_.size(), {impossible, impossible});
    next_.assign(band_.size(), {});
    Sums best = behind_;
    const double half = std::log(0.5);
    behind_.back() = best.back() = {half, half};
    for (std::size_t i = band_.left() + 1; i-- > 0;) {
      for (std::size_t j = band_.row(i).last + 1; j-- > band_.row(i).first;) {
        const std::size_t here = band_.at(i, j);
        for (std::size_t k = 0; k < steps.size(); ++k) {
          const Step& step = steps[k];
          if (!band_.contains(i + step.left, j + step.right)) continue;
          const std::size_t there = band_.at(i + step.left, j + step.right);
          const Worth own = worth(step, i, j, here);
          for (const std::size_t mode : {unnamed, named}) {
            const double value = mode == named ? own.named : own.unnamed;
            if (value == impossible) continue;
            for (const std::size_t next : {unnamed, named}) {
              const double turn = next == mode ? stay_ : change_;
              behind_[here][mode] = added(behind_[here][mode], value + turn + behind_[there][next]);
              if (const double all = value + turn + best[there][next]; all > best[here][mode]) {
                best[here][mode] = all;
                next_[here][mode] = {static_cast<std::uint8_t>(k), static_cast<std::uint8_t>(next)};
              }
            }
          }
        }
      }
    }
    best_start_ = best.front()[named] > best.front()[unnamed] ? named : unnamed;
  }

  // From the beginning to each pair of gaps, and the mode of the block that begins there.
  void add_up_before() {
    before_.assign(band_.size(), {impossible, impossible});
    before_.front() = {0, 0};
    for (std::size_t i = 0; i <= band_.left(); ++i) {
      for (std::size_t j = band_.row(i).first; j <= band_.row(i).last; ++j) {
        const std::size_t here = band_.at(i, j);
        for (const Step& step : steps) {
          if (!band_.contains(i + step.left, j + step.right)) continue;
          const std::size_t there = band_.at(i + step.left, j + step.right);
          const Worth own = worth(step, i, j, here);
          const double from_unnamed = before_[here][unnamed] + own.unnamed, from_named = before_[here][named] + own.named;
          before_[there][unnamed] = added(before_[there][unnamed], added(from_unnamed + stay_, from_named + change_));
          before_[there][named] = added(before_[there][named], added(from_unnamed + change_, from_named + stay_));
        }
      }
    }
  }

  // The share of the readings that have this block here.
  double share(const Step& step, std::size_t i, std::size_t j) const {
    if (!band_.contains(i, j) || !band_.contains(i + step.left, j + step.right)) return 0;
    const std::size_t here = band_.at(i, j), there = band_.at(i + step.left, j + step.right);
    const Worth own = worth(step, i, j, here);
    const double from_unnamed = before_[here][unnamed] + own.unnamed, from_named = before_[here][named] + own.named;
    const double on_unnamed = added(from_unnamed + stay_, from_named + change_) + behind_[there][unnamed];
    const double on_named = added(from_unnamed + change_, from_named + stay_) + behind_[there][named];
    return std::exp(added(on_unnamed, on_named) - total_);
  }

  // Of those that have the two in one block.
  double confidence(std::size_t left, std::size_t right) const {
    double sum = 0;
    for (const Step& step : steps)
      for (std::size_t i = left + 1 - std::min(left + 1, step.left); i <= left && step.left > 0; ++i)
        for (std::size_t j = right + 1 - std::min(right + 1, step.right); j <= right && step.right > 0; ++j) sum += share(step, i, j);
    return std::clamp(sum, std::numeric_limits<double>::min(), 1.0);
  }

  const Band& band_;
  const std::vector<Fit>& fits_;
  const Names& names_;
  const double stay_, change_;
  double namesakes_ = 0, total_ = 0;
  std::array<double, steps.size()> shares_{};
  Sums before_, behind_;
  std::vector<std::array<Next, modes>> next_;
  std::size_t best_start_ = unnamed;
};

}  // namespace

Band::Band(std::size_t left, std::size_t right) : rows_(left + 1, {0, right}) { number(); }

Band::Band(std::size_t left, std::size_t right, const std::vector<Anchor>& anchors, std::size_t margin) {
  // The line: with i items of the left read, how many of the right are.
  std::vector<std::size_t> line;
  line.reserve(left + 2);
  Anchor from{0, 0};
  const auto run_to = [&](Anchor to) {
    for (std::size_t i = line.size(); i <= to.left; ++i)
      line.push_back(to.left == from.left ? to.right : from.right + (to.right - from.right) * (i - from.left) / (to.left - from.left));
    from = to;
  };
  for (const Anchor& anchor : anchors) run_to(anchor);
  run_to({left, right});
  line.push_back(right);
  // A row goes on to where the next begins, so that there is always a way.
  for (std::size_t i = 0; i <= left; ++i) rows_.push_back({line[i] - std::min(line[i], margin), std::min(right, line[i + 1] + margin)});
  rows_.front().first = 0;
  rows_.back().last = right;
  number();
}

void Band::number() {
  starts_.reserve(rows_.size() + 1);
  starts_.push_back(0);
  for (const Row& row : rows_) starts_.push_back(starts_.back() + row.last - row.first + 1);
}

Alignment align(const Band& band, const std::vector<Fit>& fits, const Names& names, const BlockShares& shares) {
  return Aligner(band, fits, names, shares).run();
}

}  // namespace jomun
