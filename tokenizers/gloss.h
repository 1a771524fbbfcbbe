// Jomun: the same word in Hangul and in Han, one of them in brackets: 파양(罷養), 罷養(파양).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Both are text, so nothing is left out; the tokenizer is told that they are one word, written twice. Thread-safe, allocates nothing, and
// takes a bounded time whatever the text.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "tokenizers/mapped_text.h"

namespace jomun {

struct Gloss {
  Span inside;                 // the bytes between the brackets
  std::size_t end = 0;         // the offset after the closing bracket
  std::size_t characters = 0;  // in the brackets, one for each of as many directly before them
};

// Whether the bracket at offset `bracket` of `utf8`, '(' or U+FF08, holds a gloss; nothing if it does not. It does if there is only
// Han in it and Hangul syllables before it, or the other way round, and each Han character can be read as the syllable in the same
// place, by kHangul of Unihan and the dictionary of libhangul. The initial-sound law may have been obeyed (노동, 勞動) or not (로동).
// At most 32 characters. Spaces between the characters, 인공 지능(人工智能), and variation selectors are skipped on both sides; a space
// directly before or after the opening bracket, or an annotation before it, makes it none. A syllable may be of conjoining jamo (NFD).
//
//   한국(韓國)  로동(勞動)  제30조의 과(科)  人工智能（인공 지능）      glosses
//   제1조(목적)  소(牛)  "광해"(鑛害)  한국(韓国語)                none: not Han; 牛 is 우; not directly before; one too many
std::optional<Gloss> gloss_at(std::string_view utf8, std::size_t bracket);

}  // namespace jomun
