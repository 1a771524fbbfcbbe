// Jomun: what a code point is to the tokenizers, and the one it is folded to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The table is generated at build time by generate_tables.cc, which documents its sources and rules. Everything here is thread-safe.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace jomun {

enum class CharacterClass : std::uint8_t {
  separator,  // punctuation, symbols, controls, unassigned, ill-formed bytes
  space,      // white space, line ends included
  ignorable,  // variation selectors, soft hyphen, zero-width characters, BOM: not part of any term, separate nothing
  mark,       // a combining mark
  han,
  kana,
  hangul,    // a precomposed syllable or a compatibility jamo
  compound,  // means something only after normalisation with its neighbours: conjoining jamo, half-width kana and jamo
  word,      // a letter or digit of any other script
};

// An entry of the table.
struct Character {
  char32_t folded = 0;  // one code point for all variants; 0: only ICU's normalisation of the whole word can tell
  CharacterClass kind = CharacterClass::separator;
  bool simplified_only = false;   // Han used in simplified Chinese only (简)
  bool traditional_only = false;  // Han used in traditional Chinese or Korean only (簡)
};

// How an entry lies in memory, for loops that cannot afford to unpack it.
namespace tables {
// The basic plane in one piece, which is half as fast again for Chinese as one more look-up; above it, blocks of 2^7 code points.
extern const std::uint32_t basic_characters[];
inline constexpr unsigned block_bits = 7;
extern const std::uint16_t character_blocks[];
extern const std::uint32_t characters[];

inline constexpr std::uint32_t folded_mask = 0xFFFFFF;  // the folded code point, or
inline constexpr std::uint32_t three_bytes = 1U << 28;  // with this bit: its three bytes of UTF-8, the first one lowest
inline constexpr unsigned kind_shift = 24;
inline constexpr std::uint32_t kind_mask = 0xFU << kind_shift;
inline constexpr std::uint32_t simplified_only = 1U << 29, traditional_only = 1U << 30;  // of Han
inline constexpr std::uint32_t runs = 1U << 31;  // Han or kana that folds to three bytes: one bit, so that one test does for two characters
inline constexpr std::uint32_t joins = 1U << 29, opens = 1U << 30;  // of separators

// REQUIRES: code_point <= U+10FFFF.
inline std::uint32_t packed(char32_t code_point) {
  if (code_point < 0x10000) return basic_characters[code_point];
  const std::uint32_t block = character_blocks[(code_point - 0x10000) >> block_bits];
  return characters[(block << block_bits) + (code_point & ((1U << block_bits) - 1))];
}
constexpr std::uint32_t pack_kind(CharacterClass kind) { return static_cast<std::uint32_t>(kind) << kind_shift; }
}  // namespace tables

// Any value may be asked for; one beyond U+10FFFF is a separator.
inline Character character(char32_t code_point) {
  if (code_point > 0x10FFFF) return {};
  const std::uint32_t packed = tables::packed(code_point), low = packed & tables::folded_mask;
  const bool as_bytes = (packed & tables::three_bytes) != 0;
  const auto kind = static_cast<CharacterClass>((packed & tables::kind_mask) >> tables::kind_shift);
  const bool han = kind == CharacterClass::han;
  return {as_bytes ? (low & 0x0F) << 12 | (low >> 8 & 0x3F) << 6 | (low >> 16 & 0x3F) : low, kind,
          han && (packed & tables::simplified_only) != 0, han && (packed & tables::traditional_only) != 0};
}
inline char32_t fold(char32_t code_point) { return character(code_point).folded; }

// Punctuation that stands inside what a reader takes as one phrase: hyphens, quotation marks, middle dots, slashes.
inline bool joins_phrase(char32_t code_point) {
  constexpr std::uint32_t joiner = tables::pack_kind(CharacterClass::separator) | tables::joins;
  return code_point <= 0x10FFFF && (tables::packed(code_point) & (tables::kind_mask | tables::joins)) == joiner;
}

inline bool is_cjk(CharacterClass kind) {
  return kind == CharacterClass::han || kind == CharacterClass::kana || kind == CharacterClass::hangul;
}

// One code point read from UTF-8. `bytes` is 1 for an ill-formed byte, whose value is U+FFFD.
struct Decoded {
  char32_t value = 0;
  std::uint32_t bytes = 0;
};
inline constexpr char32_t replacement_character = 0xFFFD;

Decoded decode_rare(std::string_view utf8, std::size_t offset);  // any sequence; decode() is the way to call it

// REQUIRES: offset < utf8.size().
inline Decoded decode(std::string_view utf8, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[offset + i]); };
  if (byte(0) < 0x80) return {byte(0), 1};
  // E1 to EC: nearly all of Han, kana and Hangul; no overlong forms or surrogates among them.
  if (byte(0) > 0xE0 && byte(0) < 0xED && utf8.size() - offset > 2 && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80)
    return {static_cast<char32_t>((byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F)), 3};
  return decode_rare(utf8, offset);
}
// The code point that ends at `offset`. REQUIRES: 0 < offset <= utf8.size().
Decoded decode_before(std::string_view utf8, std::size_t offset);

std::size_t encode_rare(char32_t code_point, char* out);  // any code point; encode() is the way to call it

// Writes 1 to 4 bytes at `out` and returns how many. REQUIRES: a Unicode scalar value.
inline std::size_t encode(char32_t code_point, char* out) {
  if (code_point < 0x800 || code_point > 0xFFFF) return encode_rare(code_point, out);
  out[0] = static_cast<char>(0xE0 | code_point >> 12);
  out[1] = static_cast<char>(0x80 | (code_point >> 6 & 0x3F));
  out[2] = static_cast<char>(0x80 | (code_point & 0x3F));
  return 3;
}
// Code points of `utf8`, an ill-formed byte counting as one.
std::size_t count_code_points(std::string_view utf8);

// Offset of the first byte that is not well-formed UTF-8, or npos.
std::size_t find_ill_formed(std::string_view utf8);

}  // namespace jomun
