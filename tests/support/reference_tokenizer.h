// Jomun tests: the tokenizers once more, as the simplest program that does what their headers say.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace jomun::testing {

// Compares the tokens that the composed tokenizers (jomun, cjk-bigram, hangul-syllable, latin-word; other registered ones are not
// looked at) make of `text` with those of the reference. Returns where the first of them differs, with some tokens of both; empty: none
// differs. The tokenizers are kept from call to call, so a text may also show what the one before left behind. Not thread-safe.
//
// The reference is slow, allocates everywhere, and shares with the tokenizers only the tables and what has tests of its own: decode(),
// character(), annotation_end(), gloss_at(), ending_length(), compose(), fold_word(), WordBreaker and EnglishStemmer.
std::string difference_from_reference(std::string_view text);

}  // namespace jomun::testing
