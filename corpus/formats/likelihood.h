// Jomun: how likely a sequence of code points is text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string_view>

namespace jomun {

// Counts what it would cost to write a text down, in bits: few for common characters, many for rare ones, more where scripts change in a
// way they do not in Chinese, Korean, Japanese and English. Of the texts the same bytes can mean, the cheapest is the likeliest: 10 bits of
// difference are odds of a thousand to one.
//
// A model of single characters: the costs are those of Unicode's blocks and of the most frequent Han (variants as one, by the tokenizers'
// folding) and Hangul, in two steps each. Different objects may be used at once.
class Likelihood {
 public:
  void add(std::u32string_view code_points);

  double bits() const { return static_cast<double>(quarters_) / 4; }
  // Of one character that tells something, which plain ASCII does not, without changes of script; 0 where there is none. Above implausible
  // it is no text anybody wrote.
  double bits_per_telling_character() const;
  static constexpr double implausible = 12.5;

 private:
  std::size_t quarters_ = 0;  // of a bit
  std::size_t telling_ = 0, telling_quarters_ = 0;
  unsigned char script_ = 0;  // of the letter just before
};

}  // namespace jomun
