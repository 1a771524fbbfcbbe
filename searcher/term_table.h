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

// A set of numbers that may say yes too often, but never no: a bit for each of the values that a number is hashed to.
class LikelySet {
 public:
  void add(std::uint64_t number) {
    numbers_.push_back(number);
    if (64 * bits_.size() < bits_a_number * numbers_.size()) {
      bits_.assign(4 * bits_.size(), 0);
      shift_ -= 2;
      for (const std::uint64_t known : numbers_) set(known);
    }
    set(number);
  }
  bool may_have(std::uint64_t number) const {
    const std::uint64_t bit = place(number);
    return (bits_[bit / 64] >> bit % 64 & 1) != 0;
  }

 private:
  static constexpr std::size_t bits_a_number = 32;

  std::uint64_t place(std::uint64_t number) const { return number * 0x9E3779B97F4A7C15U >> shift_; }
  void set(std::uint64_t number) {
    const std::uint64_t bit = place(number);
    bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }

  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(1), numbers_;
  unsigned shift_ = 64 - 6;  // leaves as many bits as number those of bits_
};

// The first and the last four bytes of a term, which are all of a bigram. Asked of every token of every text that is looked at: nothing is
// put together in memory, where it could be read again only once it has been written.
inline std::uint64_t ends_of(std::string_view term) {
  std::uint32_t first = 0, last = 0;
  if (term.size() >= sizeof first) {
    std::memcpy(&first, term.data(), sizeof first);
    std::memcpy(&last, term.data() + term.size() - sizeof last, sizeof last);
  } else if (std::uint16_t one = 0, other = 0; term.size() >= sizeof one) {
    std::memcpy(&one, term.data(), sizeof one);
    std::memcpy(&other, term.data() + term.size() - sizeof other, sizeof other);
    first = one | std::uint32_t{other} << 8 * (term.size() - sizeof other);
  } else if (!term.empty()) {
    first = static_cast<unsigned char>(term.front());
  }
  return std::uint64_t{first} << 32 | last;
}

// Of ends_of() of a term its first three bytes: all of a character of the basic plane.
inline std::uint64_t first_bytes(std::uint64_t ends) { return ends >> 32 & 0xFFFFFF; }

// Terms with a number each.
class TermTable {
 public:
  // The number of `term`: `number`, if it was not there before.
  std::size_t add(std::string_view term, std::size_t number) {
    const auto [known, is_new] = numbers_.try_emplace(std::string(term), number);
    if (is_new) likely_.add(ends_of(term));
    return known->second;
  }
  // Whether find() may find a term with these ends_of().
  bool may_have(std::uint64_t ends) const { return likely_.may_have(ends); }
  std::optional<std::size_t> find(std::string_view term) const {
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
