// Jomun: runs of ASCII letters and digits, the plain words of a text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bit>
#include <cstddef>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace jomun {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_ascii_digit(c); }

struct PlainWord {
  std::size_t size = 0;  // bytes
  bool digits = false;   // there are some
};

// The longest run of ASCII letters and digits that `from` begins with, not more than `available` bytes, its lower case at `out`.
// REQUIRES: available + 16 bytes may be written at `out`.
inline PlainWord lower_plain_bytewise(const char* from, std::size_t available, char* out) {
  PlainWord word;
  for (; word.size < available && is_plain(from[word.size]); ++word.size) {
    word.digits |= is_ascii_digit(from[word.size]);
    out[word.size] = static_cast<char>(from[word.size] | 0x20);  // digits have this bit
  }
  return word;
}

// The same sixteen bytes at a time, where the processor can.
inline PlainWord lower_plain(const char* from, std::size_t available, char* out) {
#ifdef __SSE2__
  PlainWord word;
  while (available - word.size >= 16) {
    const __m128i lower = _mm_or_si128(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from + word.size)), _mm_set1_epi8(0x20));
    const __m128i original = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + word.size));
    // Moved so that the range begins at the least signed value, a range is one comparison.
    const auto within = [](__m128i bytes, char first, char count) {
      return _mm_cmplt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(-128 - first))),
                            _mm_set1_epi8(static_cast<char>(-128 + count)));
    };
    const __m128i digit = within(original, '0', 10);
    const auto plain = static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(within(lower, 'a', 26), digit)));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out + word.size), lower);
    const int size = std::countr_one(plain);
    word.digits |= (static_cast<unsigned>(_mm_movemask_epi8(digit)) & ((1U << size) - 1)) != 0;
    word.size += static_cast<std::size_t>(size);
    if (size < 16) return word;
  }
  const PlainWord rest = lower_plain_bytewise(from + word.size, available - word.size, out + word.size);
  return {word.size + rest.size, word.digits || rest.digits};
#else
  return lower_plain_bytewise(from, available, out);
#endif
}

}  // namespace jomun
