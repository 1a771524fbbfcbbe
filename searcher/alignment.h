// Jomun: two sequences side by side, in order.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Knows nothing of texts: how well items fit each other is told from outside, and this finds the likeliest way to read both sequences in
// parallel. A reading is a row of blocks, each of which takes items from the left, from the right or from both; how often each kind of
// block occurs is in BlockShares. So counterparts never cross and no item has two, unless it was merged from them.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace jomun {

// What a block takes: from the left one, none or two; from the right likewise.
enum class Block : std::uint8_t { one_one, one_none, none_one, two_one, one_two };

// Which items may be counterparts at all, so that time and memory do not grow with the product of both lengths. Between the items of
// each sequence are gaps, numbered from 0; a reading is a path from gap (0, 0) to gap (left, right), and row i of the band has the gaps of
// the right that it may pass with i items of the left read.
class Band {
 public:
  struct Row {
    std::size_t first = 0, last = 0;  // both included
  };

  // All of it.
  Band(std::size_t left, std::size_t right);
  // No more than `margin` items beside a line through `anchors`, pairs (left item, right item) that are likely to be counterparts.
  // REQUIRES: anchors ascending in both.
  struct Anchor {
    std::size_t left, right;
  };
  Band(std::size_t left, std::size_t right, const std::vector<Anchor>& anchors, std::size_t margin);

  std::size_t left() const { return rows_.size() - 1; }
  std::size_t right() const { return rows_.back().last; }
  const Row& row(std::size_t i) const { return rows_[i]; }
  std::size_t size() const { return starts_.back(); }  // pairs of gaps
  bool contains(std::size_t i, std::size_t j) const { return i < rows_.size() && rows_[i].first <= j && j <= rows_[i].last; }
  // The place of a pair of gaps in a table of size(). REQUIRES: contains(i, j).
  std::size_t at(std::size_t i, std::size_t j) const { return starts_[i] + j - rows_[i].first; }

 private:
  void number();

  std::vector<Row> rows_;
  std::vector<std::size_t> starts_;
};

// For the block that begins at a pair of gaps, how much more likely its items are if they are counterparts than if they have nothing to
// do with each other: the logarithm of the ratio. Finite.
struct Fit {
  float one_one = 0, two_one = 0, one_two = 0;
};

// How often a block of a reading is of each kind, by Block. Their sum is 1.
using BlockShares = std::array<double, 5>;
// Before anything is known of the items. Orders of magnitude: versions of one work mostly have the same clauses; that one has a clause
// which the other has not, happens; that two were merged is rarer.
inline constexpr BlockShares usual_shares = {0.94, 0.025, 0.025, 0.005, 0.005};

// Items with names, of which the sequences may or may not have the same. For each item the place of its namesake in the other sequence.
// Names are not taken for granted: a reading goes on for a while where both sequences name their items alike, and then no item has
// another counterpart than its namesake; and for a while where names say nothing. How often it changes from one to the other is
// `change`. That two items have one name by chance is as likely as `chance`; that they have it because the two before them had, both
// sequences counting on, is no news.
struct Names {
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);
  std::vector<std::size_t> left, right;
  double change = usual_shares[static_cast<std::size_t>(Block::one_none)];
  double chance = 1;
};

struct AlignedPair {
  std::size_t left = 0, right = 0;
  Block block = Block::one_one;  // the one it is from: an item that was merged is in two pairs
  double confidence = 0;         // how likely the two are counterparts, over all readings: in (0, 1]
};

struct Alignment {
  std::vector<AlignedPair> pairs;  // ascending
  BlockShares blocks{};            // how many of each kind
  // How much more likely all that is known of the items is over all readings than if both sequences had nothing to do with each other:
  // the logarithm of the ratio. Without any fits and names it is that of the shares alone.
  double evidence = 0;
};

// The likeliest reading. Thread-safe. `fits`: by Band::at(). Time and memory are linear in band.size(). REQUIRES: names for all items.
Alignment align(const Band& band, const std::vector<Fit>& fits, const Names& names, const BlockShares& shares = usual_shares);

}  // namespace jomun
