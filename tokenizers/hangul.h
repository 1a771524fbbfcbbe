// Jomun: the parts of a Hangul syllable, and the particles at the end of a Korean word.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <span>

namespace jomun {

// 0: none (가), 8: ㄹ (갈); numbered as in the Unicode Standard, section 3.12. REQUIRES: a precomposed syllable U+AC00 to U+D7A3.
int final_consonant(char32_t syllable);
bool is_syllable(char32_t code_point);

// How many syllables at the end of `word` are particles (은/는 이/가 을/를 …) that may be taken off: 정상회의에서 2, 국가들은 2.
// A particle counts only where the syllable before it has the final consonant or vowel that its form demands (을 after a consonant,
// 를 after a vowel), at least two syllables stay, and the end is not that of a noun known to look like it (회의, 결과, 평가).
// REQUIRES: precomposed syllables. Thread-safe.
std::size_t particle_length(std::span<const char32_t> word);

}  // namespace jomun
