// Jomun: how the compiled data of the Han bridge lie in memory.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Written by generate_han_bridge.cc, read by han_bridge.cc, on the same machine: numbers are as the processor has them. The parts follow
// each other, each padded to data_alignment bytes:
//
//   Header; a trie of keys; a trie of what dictionaries print otherwise than it is a key; the starts of the lists; the lists
//
// A list has the alternatives of one key, the likeliest first. It is a number, how many there are, and for each of them a number,
// target << 1 | printed, and a byte, its weight. Numbers are written seven bits a byte, the lowest first, all but the last with the
// highest bit set. A target is the number of a string in the trie of keys, or in that of printed ones. Lists stand in the order of
// the numbers of their keys, every key has one, and `starts` says where each keys_per_start-th begins.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jomun::bridge {

inline constexpr std::size_t data_alignment = 16;
inline constexpr std::size_t keys_per_start = 16;

struct Header {
  std::uint64_t keys, printed, starts, lists;  // bytes of each part
};

// A weight as a byte: there are no alternatives of weight 0.
inline constexpr double weight_unit = 1.0 / 255;

}  // namespace jomun::bridge

namespace jomun {

std::string_view han_bridge_data();  // embedded by cmake/Embed.cmake

// An English word without the ending of the plural, more or less: "authorities", "laws" and "taxes" as "authority", "law", "taxe".
inline std::string without_plural(std::string_view word) {
  const std::size_t size = word.size();
  if (size > 4 && word.ends_with("ies")) return std::string(word.substr(0, size - 3)) + "y";
  if (size > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is"))
    return std::string(word.substr(0, size - 1));
  return std::string(word);
}

}  // namespace jomun
