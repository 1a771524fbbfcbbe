// Jomun: the words that tell modality, and those that only look like them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>
#include <string_view>

#include "corpus/modality.h"

namespace jomun {

// Where the text around a match has to fit too.
enum class Guard {
  none,
  word,       // no letter before or after
  assertion,  // a word, and no condition before it in its part of the sentence: not "if any change should occur"
  open_verb,  // a Hangul syllable that ends in ㄹ before, with or without a space: 할 수, 볼 수
  ends,       // no Han character or kana after: the sentence or a part of it ends
  pause,      // punctuation or an adverb before: ，可 and 亦可
};

// At each place of a text the longest rule that fits counts, and the text goes on behind it. So a rule with no modality is a word that has
// another one inside, and means none.
struct ModalityRule {
  // Alternatives in braces, a space that may be missing as '_': "야_{한다|하며}".
  std::string_view words;
  Modalities modalities;
  Guard guard = Guard::none;
};

// Chinese, and what counts in texts in traditional characters or of unknown script besides.
std::span<const ModalityRule> chinese_modality_rules();
std::span<const ModalityRule> traditional_modality_rules();
std::span<const ModalityRule> korean_modality_rules();
std::span<const ModalityRule> japanese_modality_rules();
std::span<const ModalityRule> english_modality_rules();

}  // namespace jomun
