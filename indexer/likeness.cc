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

}  // namespace

void Likeness::add(std::string_view term, std::uint32_t count) {
  const std::uint64_t hash = mixed(stable_hash(term));
  const auto weight = static_cast<std::int64_t>(count);
  for (std::size_t bit = 0; bit < sums_.size(); ++bit) sums_[bit] += (hash >> bit & 1) != 0 ? weight : -weight;
}

std::uint64_t Likeness::bits() const {
  std::uint64_t result = 0;
  for (std::size_t bit = 0; bit < sums_.size(); ++bit) result |= std::uint64_t{sums_[bit] > 0} << bit;
  return result;
}

}  // namespace jomun
