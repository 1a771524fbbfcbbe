// Jomun: what a code point is to the tokenizers, and the one it is folded to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/characters.h"

#include <cstring>

namespace jomun {
namespace {

// The offset of the first byte from `offset` on that is not ASCII, or the size: a word of the machine at a time.
std::size_t skip_ascii(std::string_view utf8, std::size_t offset) {
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  for (std::uint64_t word = 0; utf8.size() - offset >= sizeof word; offset += sizeof word) {
    std::memcpy(&word, utf8.data() + offset, sizeof word);
    if ((word & high_bits) != 0) break;
  }
  while (offset < utf8.size() && static_cast<unsigned char>(utf8[offset]) < 0x80) ++offset;
  return offset;
}

}  // namespace

// Table 3-7 of the Unicode Standard: the second byte decides overlong forms, surrogates and values beyond U+10FFFF.
Decoded decode_rare(std::string_view utf8, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[offset + i]); };
  const std::size_t left = utf8.size() - offset;
  const auto continues = [&](std::size_t i) { return i < left && (byte(i) & 0xC0) == 0x80; };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1};
  char32_t value = 0;
  std::uint32_t bytes = 0;
  if (first >= 0xC2 && first < 0xE0 && continues(1)) {
    value = static_cast<char32_t>((first & 0x1F) << 6 | (byte(1) & 0x3F));
    bytes = 2;
  } else if (first >= 0xE0 && first < 0xF0 && continues(1) && continues(2)) {
    value = static_cast<char32_t>((first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F));
    bytes = value < 0x800 || (value >= 0xD800 && value < 0xE000) ? 0 : 3;
  } else if (first >= 0xF0 && first < 0xF5 && continues(1) && continues(2) && continues(3)) {
    value = static_cast<char32_t>((first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F));
    bytes = value < 0x10000 || value > 0x10FFFF ? 0 : 4;
  }
  if (bytes == 0) return {replacement_character, 1};
  return {value, bytes};
}

Decoded decode_before(std::string_view utf8, std::size_t offset) {
  const auto last = static_cast<unsigned char>(utf8[offset - 1]);
  if (last < 0x80) return {last, 1};
  const std::string_view before = utf8.substr(0, offset);
  for (std::uint32_t bytes = 1; bytes <= 4 && bytes <= offset; ++bytes) {
    const Decoded found = decode(before, offset - bytes);
    if (found.bytes == bytes && (found.value != replacement_character || bytes == 3)) return found;
  }
  return {replacement_character, 1};
}

std::size_t encode_rare(char32_t code_point, char* out) {
  const auto put = [&](std::size_t i, char32_t bits) { out[i] = static_cast<char>(bits); };
  if (code_point < 0x80) {
    put(0, code_point);
    return 1;
  }
  if (code_point < 0x800) {
    put(0, 0xC0 | code_point >> 6);
    put(1, 0x80 | (code_point & 0x3F));
    return 2;
  }
  if (code_point < 0x10000) return encode(code_point, out);
  put(0, 0xF0 | code_point >> 18);
  put(1, 0x80 | (code_point >> 12 & 0x3F));
  put(2, 0x80 | (code_point >> 6 & 0x3F));
  put(3, 0x80 | (code_point & 0x3F));
  return 4;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < utf8.size(); offset += decode(utf8, offset).bytes) ++count;
  return count;
}

std::size_t find_ill_formed(std::string_view utf8) {
  for (std::size_t offset = 0; offset < utf8.size();) {
    if (static_cast<unsigned char>(utf8[offset]) < 0x80) {
      offset = skip_ascii(utf8, offset);
      continue;
    }
    const Decoded next = decode(utf8, offset);
    if (next.value == replacement_character && next.bytes == 1) return offset;
    offset += next.bytes;
  }
  return std::string_view::npos;
}

}  // namespace jomun
