// Jomun: which of a few terms a term is; made for texts of which hardly any term is one of them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jomun {

// A set of numbers that may say yes too often, but never no: one bit for each of the values that a number is hashed to.
class LikelySet {
 public:
  void add(std::uint64_t number) {
    if (bits_.empty() || 64 * bits_.size() < bits_a_number * ++size_) grow();
    numbers_.push_back(number);
    set(number);
  }
  bool may_have(std::uint64_t number) const {
    if (bits_.empty()) return false;
    const std::uint64_t bit = place(number);
    return (bits_[bit / 64] >> bit % 64 & 1) != 0;
  }

 private:
  static constexpr std::size_t bits_a_number = 32, least_words = 16;

  std::uint64_t place(std::uint64_t number) const { return number * 0x9E3779B97F4A7C15U >> shift_; }
  void set(std::uint64_t number) {
    const std::uint64_t bit = place(number);
    bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
  void grow() {
    const std::size_t words = bits_.empty() ? least_words : 2 * bits_.size();
    bits_.assign(words, 0);
    for (shift_ = 64; std::uint64_t{1} << (64 - shift_) < 64 * words;) --shift_;
    for (const std::uint64_t number : numbers_) set(number);
  }

  std::vector<std::uint64_t> bits_, numbers_;
  std::size_t size_ = 0;
  unsigned shift_ = 0;
};

// The first and the last four bytes of a term, which are all of a bigram.
inline std::uint64_t ends_of(std::string_view term) {
  std::uint32_t first = 0, last = 0;
  if (term.size() >= sizeof first) {
    std::memcpy(&first, term.data(), sizeof first);
    std::memcpy(&last, term.data() + term.size() - sizeof last, sizeof last);
  } else {
    for (const char byte : term) first = first << 8 | static_cast<unsigned char>(byte);
  }
  return std::uint64_t{first} << 32 | last;
}

// Terms with a number each.
class TermTable {
 public:
  // The number of `term`: `number`, if it was not there before.
  std::size_t add(std::string_view term, std::size_t number) {
    const auto [known, is_new] = numbers_.try_emplace(std::string(term), number);
    if (is_new) likely_.add(ends_of(term));
    return known->second;
  }
  std::optional<std::size_t> find(std::string_view term) const {
    if (!likely_.may_have(ends_of(term))) return std::nullopt;
    const auto known = numbers_.find(term);
    return known == numbers_.end() ? std::nullopt : std::optional(known->second);
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  LikelySet likely_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> numbers_;
};

}  // namespace jomun
