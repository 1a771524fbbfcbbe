// Jomun: sixty-four bits of a text that nearly the same texts nearly share.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/likeness.h"

#include <cstddef>

namespace jomun {
namespace {

// FNV's high bits hardly depend on the last bytes. The finalizer of SplitMix64 (Steele, Lea and Flood, 2014).
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
  return value ^ (value >> 31);
}

// Each bit of a byte in a number of its own: eight of them are added at once.
constexpr auto bits_of_byte = [] {
  std::array<std::array<std::uint16_t, 8>, 256> table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte)
    for (std::size_t bit = 0; bit < 8; ++bit) table[byte][bit] = static_cast<std::uint16_t>(byte >> bit & 1);
  return table;
}();

}  // namespace

void Likeness::add(std::string_view term, std::uint32_t count) {
  if (count > most_pending - pending_total_) settle();
  std::uint64_t hash = mixed(stable_hash(term));
  if (count > most_pending) {
    for (std::size_t bit = 0; bit < ones_.size(); ++bit) ones_[bit] += (hash >> bit & 1) * std::uint64_t{count};
    total_ += count;
    return;
  }
  pending_total_ += count;
  const auto weight = static_cast<std::uint16_t>(count);
  std::uint16_t* sums = pending_.data();
  for (std::size_t byte = 0; byte < sizeof hash; ++byte, hash >>= 8, sums += 8) {
    const std::array<std::uint16_t, 8>& bits = bits_of_byte[hash & 0xFF];
    if (weight == 1)  // nearly always
      for (std::size_t bit = 0; bit < 8; ++bit) sums[bit] = static_cast<std::uint16_t>(sums[bit] + bits[bit]);
    else
      for (std::size_t bit = 0; bit < 8; ++bit) sums[bit] = static_cast<std::uint16_t>(sums[bit] + bits[bit] * weight);
  }
}

void Likeness::settle() {
  for (std::size_t bit = 0; bit < ones_.size(); ++bit) ones_[bit] += pending_[bit];
  total_ += pending_total_;
  pending_.fill(0);
  pending_total_ = 0;
}

std::uint64_t Likeness::bits() const {
  Likeness all = *this;
  all.settle();
  std::uint64_t result = 0;
  for (std::size_t bit = 0; bit < ones_.size(); ++bit) result |= std::uint64_t{2 * all.ones_[bit] > all.total_} << bit;
  return result;
}

}  // namespace jomun
