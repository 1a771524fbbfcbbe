// Jomun: words that were broken at the end of a line.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A soft hyphen at the end of a line goes. An ordinary one between letters, the second of them lower case, goes where the text has the
// word unbroken elsewhere, and stays where it has the word with a hyphen inside a line, or both of its parts as words. Where nothing is
// known of the word it goes: most hyphens at the ends of lines are those of typesetting.

#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace jomun {

class Hyphens {
 public:
  // The lines of the text, in order. Linear; keeps what it needs of them.
  explicit Hyphens(const std::vector<std::string_view>& lines);

  // How many bytes at the end of `line` are a hyphen that goes when `next` follows without a break; 0 if it ends in none or it stays.
  // Thread-safe.
  std::size_t removable(std::string_view line, std::string_view next) const;
  // `next` follows directly, without a space: the line ends in a hyphen, which goes or stays.
  static bool joins(std::string_view line, std::string_view next);

 private:
  std::unordered_set<std::string> known_;  // words asked for that stand inside lines
};

}  // namespace jomun
