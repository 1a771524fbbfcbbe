// Jomun: how often each term stands in a text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/term_counts.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace jomun {
namespace {

constexpr std::size_t fewest_slots = 64;

std::uint64_t load(const char* bytes) {
  std::uint64_t value;
  std::memcpy(&value, bytes, sizeof value);
  return std::endian::native == std::endian::little ? __builtin_bswap64(value) : value;
}

std::uint64_t mixed(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15;
  return value ^ (value >> 32);
}

}  // namespace

char* TermCounts::room(std::size_t bytes) {
  if (arena_.size() < used_ + bytes + slack) arena_.resize(std::max<std::size_t>(4096, 2 * (used_ + bytes + slack)));
  return arena_.data() + used_;
}

void TermCounts::add(std::string_view prefix, std::string_view text, std::uint32_t how_often) {
  const std::size_t size = prefix.size() + text.size();
  char* const term = room(size);
  std::memcpy(term, prefix.data(), prefix.size());
  constexpr std::size_t bigram = 6;
  if (text.size() == bigram)
    std::memcpy(term + prefix.size(), text.data(), bigram);
  else
    std::memcpy(term + prefix.size(), text.data(), text.size());
  const std::uint64_t first = size == 0 ? 0 : load(term) & (~std::uint64_t{0} << (8 * (8 - std::min<std::size_t>(size, 8))));
  std::uint64_t hash = mixed(first ^ size);
  for (std::size_t at = 8; at < size; at += 8)
    hash = mixed(hash ^ (load(term + at) & (~std::uint64_t{0} << (8 * (8 - std::min<std::size_t>(size - at, 8))))));
  count(first, hash, size, how_often);
}

void TermCounts::add(const TermCounts& other) {
  for (const Entry& entry : other.entries_) {
    std::memcpy(room(entry.size), other.arena_.data() + entry.offset, entry.size);
    count(entry.first, entry.hash, entry.size, entry.count);
  }
}

void TermCounts::count(std::uint64_t first, std::uint64_t hash, std::size_t size, std::uint32_t how_often) {
  if (2 * (entries_.size() + 1) > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    Entry& entry = entries_[slots_[slot] - 1];
    if (entry.first == first && entry.size == size && entry.hash == hash &&
        (size <= 8 || std::memcmp(arena_.data() + entry.offset, arena_.data() + used_, size) == 0)) {
      entry.count += how_often;
      return;
    }
  }
  entries_.push_back({first, hash, static_cast<std::uint32_t>(used_), static_cast<std::uint32_t>(size), how_often});
  slots_[slot] = static_cast<std::uint32_t>(entries_.size());
  used_ += size;
}

void TermCounts::grow() {
  slots_.assign(std::max(fewest_slots, 2 * slots_.size()), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = entries_[i].hash & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void TermCounts::clear() {
  // After one long text the slots of short ones are few: they are found again from their entries.
  if (16 * entries_.size() > slots_.size()) {
    std::fill(slots_.begin(), slots_.end(), 0);
  } else {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = entries_.size(); i-- > 0;) {
      std::size_t slot = entries_[i].hash & mask;
      while (slots_[slot] != i + 1) slot = (slot + 1) & mask;
      slots_[slot] = 0;
    }
  }
  entries_.clear();
  used_ = 0;
}

}  // namespace jomun
