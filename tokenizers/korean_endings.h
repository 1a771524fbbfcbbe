// Jomun: what a Korean word may end with: particles, forms of verbs made from nouns, and the nouns that look like either.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The lists are our own: endings as every grammar has them, nouns as 16 MB of Korean statutes (1.6 million words) and the declarations in
// corpus/ showed them to be cut wrongly. Only hangul.cc reads them; it says how they work together.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {

enum class EndingKind : std::uint8_t {
  none,       // the beginning of longer ones only
  particle,   // 은, 에서
  verb,       // 하기, 되지: particles may follow (제출하기를)
  last_verb,  // 한다, 되는, 이며: nothing follows
  noun,       // 회의, 권한: not an ending but looks like one
};

// What the syllable before an ending is like.
enum class After : std::uint8_t { anything, consonant, vowel, consonant_but_rieul, vowel_or_rieul };

struct Ending {
  std::u32string text;  // precomposed syllables, never empty
  EndingKind kind = EndingKind::particle;
  After after = After::anything;  // of a particle
  std::uint8_t removed = 0;       // syllables that come off: all of `text`; of a noun none, or the 1 of a particle it has (위원회의)
};

// Each text once, in no order that means anything.
std::vector<Ending> korean_endings();

// With what a word ends that is no noun although a verb's ending follows: 그러 (그러하지), 에관 (이용에관한). Static storage.
std::span<const std::u32string_view> korean_non_nouns();

}  // namespace jomun
