// Jomun: the headings above a clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace jomun {

// The open headings, outermost first. Copyable; not thread-safe while being written.
class Headings {
 public:
  static constexpr std::size_t no_source = static_cast<std::size_t>(-1);

  // Ranks: a heading closes all of its own and of higher rank.
  static constexpr unsigned annex = 0;
  static constexpr unsigned division = 1;  // plus the level of the division, 1 to 6
  static constexpr unsigned section = 8;   // numbered, above articles that are numbered through
  static constexpr unsigned plain = 9;     // without a number, above numbered ones
  static constexpr unsigned numbered(std::size_t depth, std::size_t components) {
    return 10 + 8 * static_cast<unsigned>(depth < 9 ? depth : 9) + static_cast<unsigned>(components < 6 ? components : 6);
  }

  // `source` is the caller's name for the heading in take_unused(). A heading opened with `only_list` holds for the items of the list
  // below it, not for what comes after them.
  void open(unsigned rank, std::string text, std::size_t source = no_source, bool only_list = false) {
    close(rank);
    open_.push_back({rank, std::move(text), source, only_list});
  }
  void close(unsigned rank) {
    while (!open_.empty() && open_.back().rank >= rank) pop();
  }
  void end_list() {
    while (!open_.empty() && open_.back().only_list) pop();
  }
  // The rank for a heading without a number at this place: below the numbered ones that are open.
  unsigned next_plain() const {
    for (std::size_t i = open_.size(); i-- > 0;)
      if (open_[i].is_numbered()) return open_[i].rank + 7 - (open_[i].rank - 10) % 8;
    return plain;
  }

  // The headings of a clause, which are used from now on.
  std::vector<std::string> path() {
    std::vector<std::string> result;
    result.reserve(open_.size() + 1);
    first_used_ = open_.size();
    for (std::size_t i = 0; i < open_.size(); ++i) {
      result.push_back(open_[i].text);
      if (!open_[i].used) first_used_ = std::min(first_used_, i);
      open_[i].used = true;
    }
    return result;
  }
  // The clause that path() was for came to nothing. REQUIRES: nothing opened or closed since.
  void take_back_path() {
    for (std::size_t i = first_used_; i < open_.size(); ++i) open_[i].used = false;
    first_used_ = open_.size();
  }
  bool empty() const { return open_.empty(); }

  // The sources of the headings that were closed since the last call and never used, in the order they were opened.
  std::vector<std::size_t> take_unused() {
    std::vector<std::size_t> result = std::exchange(unused_, {});
    std::sort(result.begin(), result.end());
    return result;
  }
  // No heading that is open now will be reported as unused.
  void forget_unused() {
    for (Heading& heading : open_) heading.used = true;
    unused_.clear();
  }

 private:
  struct Heading {
    unsigned rank;
    std::string text;
    std::size_t source;
    bool only_list;
    bool used = false;
    bool is_numbered() const { return rank >= 10 && (rank - 10) % 8 != 7; }
  };
  void pop() {
    if (!open_.back().used && open_.back().source != no_source) unused_.push_back(open_.back().source);
    open_.pop_back();
  }

  std::vector<Heading> open_;
  std::vector<std::size_t> unused_;
  std::size_t first_used_ = 0;  // the headings from here on are used by the last path only
};

}  // namespace jomun
