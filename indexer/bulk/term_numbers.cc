// Jomun: numbers for terms.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/term_numbers.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace jomun::glass {
namespace {

std::uint64_t head_of(std::string_view term) {
  std::uint64_t head = 0;
  std::memcpy(&head, term.data(), std::min<std::size_t>(term.size(), sizeof head));
  return __builtin_bswap64(head);
}

constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15;

std::uint64_t mixed(std::uint64_t hash) {
  hash *= multiplier;
  return hash ^ hash >> 32;
}

std::uint64_t hash_of(std::string_view term, std::uint64_t head) {
  std::uint64_t hash = mixed(head ^ term.size());
  while (term.size() > sizeof head) {
    term.remove_prefix(sizeof head);
    hash = mixed(hash ^ head_of(term));
  }
  return hash;
}

}  // namespace

TermNumbers::TermNumbers() : slots_(first_slots) {}

std::uint64_t TermNumbers::announce(std::string_view term) const {
  const std::uint64_t hash = hash_of(term, head_of(term));
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  return hash;
}

std::uint32_t TermNumbers::number(std::string_view term, std::uint64_t hash) {
  const std::uint64_t head = head_of(term);
  const auto check = static_cast<std::uint32_t>(hash >> 40 << 8 | term.size());
  for (std::size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
    Slot& slot = slots_[i];
    if (slot.check == 0) {
      if (2 * (places_.size() + 1) > slots_.size()) {
        grow();
        return number(term, hash);
      }
      slot = {head, check, static_cast<std::uint32_t>(places_.size())};
      bytes_.push_back(static_cast<char>(term.size()));
      places_.push_back(bytes_.size());
      bytes_.insert(bytes_.end(), term.begin(), term.end());
      return slot.number;
    }
    if (slot.head == head && slot.check == check && (term.size() <= sizeof head || this->term(slot.number) == term)) return slot.number;
  }
}

void TermNumbers::grow() {
  std::vector<Slot> slots(2 * slots_.size());
  for (const Slot& slot : slots_) {
    if (slot.check == 0) continue;
    std::size_t i = hash_of(term(slot.number), slot.head) & (slots.size() - 1);
    while (slots[i].check != 0) i = (i + 1) & (slots.size() - 1);
    slots[i] = slot;
  }
  slots_ = std::move(slots);
}

std::vector<std::uint32_t> TermNumbers::sorted() const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order(places_.size());
  for (std::uint32_t number = 0; number < order.size(); ++number) order[number] = {head_of(term(number)), number};
  std::sort(order.begin(), order.end(),
            [this](const auto& a, const auto& b) { return a.first != b.first ? a.first < b.first : term(a.second) < term(b.second); });
  std::vector<std::uint32_t> numbers(order.size());
  std::transform(order.begin(), order.end(), numbers.begin(), [](const auto& entry) { return entry.second; });
  return numbers;
}

void TermNumbers::clear() {
  slots_.assign(first_slots, Slot{});
  slots_.shrink_to_fit();
  bytes_.clear();
  places_.clear();
}

}  // namespace jomun::glass
