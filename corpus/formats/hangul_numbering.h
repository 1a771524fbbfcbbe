// Jomun: the numbers Hangul, the Korean word processor, puts before paragraphs.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "corpus/formats/numbering.h"

namespace jomun {

// One definition of numbers with its counters. A document has an object for each definition it uses, and another for outlines. One
// object belongs to one thread.
class HangulNumbering {
 public:
  static constexpr std::size_t most_levels = 10;

  struct Level {
    int start = 1;
    NumberFormat format = NumberFormat::decimal;
    // "^1.": ^1 to ^10 are the numbers of levels, ^n the numbers of all levels down to this one, parted by dots, ^N the same
    // with a dot behind.
    std::string text;
  };
  using Levels = std::array<Level, most_levels>;

  explicit HangulNumbering(Levels levels) : levels_(std::move(levels)) {}

  // Counts a paragraph on a level from 0 (a deeper one than there are is the deepest) and returns what stands before it, "2.가."; never
  // longer than 200 bytes and what it takes to end a number. Deeper levels begin again behind it.
  std::string next(std::size_t level);

 private:
  static constexpr int unused = -1;

  Levels levels_;
  std::array<int, most_levels> counts_ = [] {
    std::array<int, most_levels> counts{};
    counts.fill(unused);
    return counts;
  }();
};

}  // namespace jomun
