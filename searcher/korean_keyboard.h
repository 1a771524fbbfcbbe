// Jomun: the two-set Korean keyboard (KS X 5002): which keys type a text, and what they type.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keys are named by their Latin letters, shifted ones in upper case: 안전 is dkswjs, 까치 is Rkcl. Everything here is thread-safe, takes
// any bytes and throws nothing but std::bad_alloc.

#pragma once

#include <string>
#include <string_view>

namespace jomun {

// The keys that type the syllables and compatibility jamo of `utf8`, one for each stroke (과: rhk); other characters are left out.
std::string korean_keys(std::string_view utf8);

struct TypedHangul {
  std::string text;    // UTF-8: syllables, and what is left over as compatibility jamo
  bool whole = false;  // only syllables, and every character was a key
};
// What `keys` type; a shifted letter without a character of its own is the plain one. Other characters are kept.
TypedHangul hangul_of_keys(std::string_view keys);

}  // namespace jomun
