// Jomun: sixty-four bits of a text that nearly the same texts nearly share.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace jomun {

// The SimHash of terms (M. Charikar, Similarity estimation techniques from rounding algorithms, 2002): the share of bits in which two of
// them differ estimates the angle between the texts as vectors of term frequencies. The order of the terms does not count. Stable over
// versions and machines. Not thread-safe while being written.
class Likeness {
 public:
  // The same term may come in parts.
  void add(std::string_view term, std::uint32_t count = 1);
  std::uint64_t bits() const;

 private:
  static constexpr std::uint32_t most_pending = 0xFFFF;
  void settle();

  // How often each bit is set, and out of how many; of late in small numbers, which are faster to add to.
  std::array<std::uint64_t, 64> ones_{};
  std::uint64_t total_ = 0;
  std::array<std::uint16_t, 64> pending_{};
  std::uint32_t pending_total_ = 0;
};

inline int difference(std::uint64_t one, std::uint64_t other) { return std::popcount(one ^ other); }

// FNV-1a, 64 bits: stable over versions and machines, unlike std::hash. `value`: that of what stands before `text`.
constexpr std::uint64_t stable_hash(std::string_view text, std::uint64_t value = 0xCBF29CE484222325) {
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return value;
}

}  // namespace jomun
