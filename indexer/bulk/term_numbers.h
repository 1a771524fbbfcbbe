// Jomun: numbers for terms.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace jomun::glass {

// Numbers terms 0, 1, 2 … as they come. A flat table: a term of up to eight bytes, which a bigram is, is compared without leaving its slot.
class TermNumbers {
 public:
  TermNumbers();

  // Says that number() of `term` will be asked for: the table is too large for the caches, and several places can be fetched at once.
  // Returns its hash.
  std::uint64_t announce(std::string_view term) const;
  // The number of `term`, a new one if it has none. Not empty, at most 255 bytes. `hash`: from announce().
  std::uint32_t number(std::string_view term, std::uint64_t hash);
  std::string_view term(std::uint32_t number) const {
    return {bytes_.data() + places_[number], static_cast<unsigned char>(bytes_[places_[number] - 1])};
  }
  std::size_t size() const { return places_.size(); }
  // All numbers, in order of their terms' bytes.
  std::vector<std::uint32_t> sorted() const;
  // Bytes in use; none that does not grow with the terms.
  std::size_t memory() const { return (slots_.size() - first_slots) * sizeof(Slot) + bytes_.size() + places_.size() * sizeof(std::size_t); }
  void clear();

 private:
  static constexpr std::size_t first_slots = 1024;  // a power of two
  struct Slot {
    std::uint64_t head = 0;   // the first eight bytes, big-endian, so that it compares as they do
    std::uint32_t check = 0;  // length and part of the hash; 0: the slot is free
    std::uint32_t number = 0;
  };
  void grow();

  std::vector<Slot> slots_;
  std::vector<char> bytes_;          // each term behind its length
  std::vector<std::size_t> places_;  // of terms in `bytes_`, by number
};

}  // namespace jomun::glass
