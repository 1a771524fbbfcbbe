// Jomun: characters of three bytes of UTF-8, as nearly all Han, kana and Hangul are, for loops that read nothing else.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "tokenizers/characters.h"

namespace jomun {

inline constexpr std::size_t three = 3;
inline constexpr std::size_t loaded_bytes = 4;  // by load_four()

inline constexpr std::uint32_t not_three_bytes = tables::kind_mask;  // no entry of the table: its class does not exist

// Four bytes, the first one lowest. REQUIRES: there are four.
inline std::uint32_t load_four(const char* bytes) {
  if constexpr (std::endian::native == std::endian::little) {
    std::uint32_t four;
    std::memcpy(&four, bytes, sizeof four);
    return four;
  }
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i); };
  return byte(0) | byte(1) | byte(2) | byte(3);
}
// The same of three bytes.
inline std::uint32_t load_three(const char* bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i); };
  return byte(0) | byte(1) | byte(2);
}
inline void store_four(std::uint32_t four, char* bytes) {
  if constexpr (std::endian::native == std::endian::little)
    std::memcpy(bytes, &four, sizeof four);
  else
    for (int i = 0; i < 4; ++i) bytes[i] = static_cast<char>(four >> (8 * i));
}

// Of loaded bytes: whether they have the form of a character of three, and which it is. An overlong form is taken for the character it
// stands for, which is never Han, kana or Hangul; a surrogate for itself, a separator, which is what ill-formed bytes are.
constexpr bool is_three_bytes(std::uint32_t loaded) { return (loaded & 0xC0C0F0) == 0x8080E0; }
inline bool may_be_overlong(const char* bytes) { return static_cast<unsigned char>(bytes[0]) == 0xE0; }
inline char32_t decode_three(const char* bytes) {  // fewer instructions than from the loaded bytes
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  constexpr std::uint32_t leading_bits = (0xE0U << 12) + (0x80U << 6) + 0x80U;
  return (byte(0) << 12) + (byte(1) << 6) + byte(2) - leading_bits;
}

inline bool is_full_width_bracket(const char* bytes) { return std::memcmp(bytes, "（", three) == 0; }
// Whether two such characters stand there. REQUIRES: eight bytes.
inline bool are_three_bytes_twice(const char* bytes) {
  if constexpr (std::endian::native == std::endian::little) {
    std::uint64_t eight;
    std::memcpy(&eight, bytes, sizeof eight);
    return (eight & 0xC0C0F0C0C0F0) == 0x8080E08080E0;
  }
  return is_three_bytes(load_four(bytes)) && is_three_bytes(load_four(bytes + three));
}

// The table's entry for the character of three bytes at `bytes`. REQUIRES: is_three_bytes().
inline std::uint32_t look_up_well_formed(const char* bytes) { return tables::basic_characters[decode_three(bytes)]; }

// The same where it is not known to be one; not_three_bytes where it is none.
inline std::uint32_t look_up_three(const char* bytes) {
  const std::uint32_t loaded = load_three(bytes);
  return is_three_bytes(loaded) ? look_up_well_formed(bytes) : not_three_bytes;
}

constexpr std::uint32_t kind_bits(std::uint32_t packed) { return packed & tables::kind_mask; }
// Of an entry, whether it is Han or kana and folds to three bytes.
constexpr bool is_han_or_kana_of_three_bytes(std::uint32_t packed) { return (packed & tables::runs) != 0; }
// Of an entry: punctuation or white space. With tables::opens it may be more than that behind a character.
constexpr bool parts_runs(std::uint32_t packed) {
  return kind_bits(packed) == tables::pack_kind(CharacterClass::separator) || kind_bits(packed) == tables::pack_kind(CharacterClass::space);
}

inline constexpr std::uint32_t first_syllable = 0xAC00, syllables = 11172;

// The four characters at `from`, were they of three bytes. Returns which are syllables, the first one's bit lowest; the others' values
// mean nothing. REQUIRES: thirteen bytes.
inline unsigned decode_four_syllables_one_by_one(const char* from, char32_t* out) {
  unsigned found = 0;
  for (unsigned i = 0; i < 4; ++i, from += three) {
    out[i] = decode_three(from);
    found |= static_cast<unsigned>(is_three_bytes(load_four(from)) & (out[i] - first_syllable < syllables)) << i;
  }
  return found;
}
inline unsigned decode_four_syllables(const char* from, char32_t* out) {
#ifdef __SSE2__
  const auto load = [&](std::size_t i) { return _mm_cvtsi32_si128(static_cast<int>(load_four(from + i * three))); };
  const __m128i bytes = _mm_unpacklo_epi64(_mm_unpacklo_epi32(load(0), load(1)), _mm_unpacklo_epi32(load(2), load(3)));
  const __m128i form = _mm_cmpeq_epi32(_mm_and_si128(bytes, _mm_set1_epi32(0xC0C0F0)), _mm_set1_epi32(0x8080E0));
  const __m128i first = _mm_slli_epi32(_mm_and_si128(bytes, _mm_set1_epi32(0x0F)), 12);
  const __m128i second = _mm_srli_epi32(_mm_and_si128(bytes, _mm_set1_epi32(0x3F00)), 2);
  const __m128i third = _mm_srli_epi32(_mm_and_si128(bytes, _mm_set1_epi32(0x3F0000)), 16);
  const __m128i decoded = _mm_or_si128(_mm_or_si128(first, second), third);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), decoded);
  const __m128i not_before = _mm_cmpgt_epi32(decoded, _mm_set1_epi32(first_syllable - 1));
  const __m128i not_behind = _mm_cmplt_epi32(decoded, _mm_set1_epi32(first_syllable + syllables));
  return static_cast<unsigned>(_mm_movemask_ps(_mm_castsi128_ps(_mm_and_si128(form, _mm_and_si128(not_before, not_behind)))));
#else
  return decode_four_syllables_one_by_one(from, out);
#endif
}

inline bool is_syllable_of_three_bytes(const char* bytes) {
  return is_three_bytes(load_three(bytes)) && decode_three(bytes) - first_syllable < syllables;
}

}  // namespace jomun
