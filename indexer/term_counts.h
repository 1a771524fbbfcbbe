// Jomun: how often each term stands in a text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace jomun {

// A flat hash table over an arena. Cleared, it keeps its memory: counting the terms of the next text allocates nothing. Most terms are
// bigrams of six bytes, so that eight bytes and a size decide nearly all comparisons. Not thread-safe.
class TermCounts {
 public:
  struct Entry {
    std::uint64_t first;  // eight bytes as a number that orders as they do, zeros behind a shorter term
    std::uint64_t hash;
    std::uint32_t offset, size;  // in the arena
    std::uint32_t count;
  };

  // Adds `count` to the term `prefix` + `text`. REQUIRES: less than 4 GB of terms.
  void add(std::string_view prefix, std::string_view text, std::uint32_t count = 1);
  void add(const TermCounts& other);
  void clear();

  // In the order in which they came.
  std::span<const Entry> entries() const { return entries_; }
  std::string_view text(const Entry& entry) const { return {arena_.data() + entry.offset, entry.size}; }
  // All terms together.
  std::size_t bytes() const { return used_; }
  // Whether `one` comes before `other` by bytes.
  bool before(const Entry& one, const Entry& other) const {
    return one.first != other.first ? one.first < other.first : text(one) < text(other);
  }

 private:
  // Room behind the last term that may be read and written beyond it.
  static constexpr std::size_t slack = 8;
  char* room(std::size_t bytes);
  // Counts what was written at the end of the arena.
  void count(std::uint64_t first, std::uint64_t hash, std::size_t size, std::uint32_t count);
  void grow();

  std::vector<char> arena_;  // its size is what may be written to
  std::size_t used_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // a power of two, at least twice as many as entries: 1 + index, 0: free
};

}  // namespace jomun
