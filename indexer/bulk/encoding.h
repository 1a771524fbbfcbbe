// Jomun: how glass writes numbers, strings and keys.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

//
// The facts of Xapian's format "glass" (2016-03-14), as far as they are of single numbers, strings and keys. All append to `out`.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jomun::glass {

// A number in base 128, low digits first, the high bit saying that more follow.
inline void append_vint(std::string& out, std::uint64_t value) {
  for (; value > 0x7F; value >>= 7) out += static_cast<char>(0x80 | (value & 0x7F));
  out += static_cast<char>(value);
}

inline void append_string(std::string& out, std::string_view bytes) {
  append_vint(out, bytes.size());
  out += bytes;
}

inline void append_bool(std::string& out, bool value) { out += value ? '1' : '0'; }

// A number whose bytes compare as it does: two bytes below 0x8000, else three to five whose first says how many by its leading ones.
inline void append_sortint(std::string& out, std::uint32_t value) {
  if (value < 0x8000) {
    out += static_cast<char>(value >> 8);
    out += static_cast<char>(value & 0xFF);
    return;
  }
  const unsigned size = (static_cast<unsigned>(std::bit_width(value)) + 5) / 7;
  const std::uint64_t bits = value | (0xFFull << (8 * size - (size - 2)) & ((1ull << 8 * size) - 1));
  for (unsigned i = size; i-- > 0;) out += static_cast<char>(bits >> 8 * i & 0xFF);
}

// Bytes of big-endian numbers at fixed places of blocks.
inline void put16(char* at, std::size_t value) {
  at[0] = static_cast<char>(value >> 8 & 0xFF);
  at[1] = static_cast<char>(value & 0xFF);
}
inline void put32(char* at, std::uint32_t value) {
  put16(at, value >> 16);
  put16(at + 2, value & 0xFFFF);
}

// The key of a term: each zero byte followed by FF, so that a zero byte and anything less sorts what belongs to the term behind it.
inline void append_term(std::string& out, std::string_view term) {
  for (std::size_t zero; (zero = term.find('\0')) != std::string_view::npos; term.remove_prefix(zero + 1)) {
    out += term.substr(0, zero + 1);
    out += '\xFF';
  }
  out += term;
}

// Keys of the table "postlist" that are no term's. In the order of the table.
inline constexpr std::string_view metadata_key{"\0\xC0", 2};          // + name
inline constexpr std::string_view value_statistics_key{"\0\xD0", 2};  // + slot
inline constexpr std::string_view value_stream_key{"\0\xD8", 2};      // + vint slot + sortint first docid
inline constexpr std::string_view document_lengths_key{"\0\xE0", 2};  // + sortint first docid, but for the first chunk

// Limits of the format.
inline constexpr std::size_t longest_key = 255;
inline constexpr std::size_t longest_term = 245;
inline constexpr std::size_t most_components = 65535;
inline constexpr std::size_t chunk_threshold = 2000;  // a chunk of a list whose body has reached it is full

}  // namespace jomun::glass
