// Jomun: what stands between two runs of CJK characters, for the loops that read nothing else.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/parting.h"

#include "tokenizers/characters.h"
#include "tokenizers/three_bytes.h"

namespace jomun {

Parting read_parting(const char* from, const char* end) {
  Parting parting{from};
  while (parting.end <= end) {
    const std::uint32_t loaded = load_four(parting.end);
    const bool ascii = (loaded & 0x80) == 0;
    if (!ascii && (!is_three_bytes(loaded) || may_be_overlong(parting.end))) break;
    const char32_t c = ascii ? loaded & 0x7F : decode_three(parting.end);
    const std::uint32_t packed = tables::basic_characters[c];
    if (kind_bits(packed) == tables::pack_kind(CharacterClass::space)) {
      parting.line_ends += c == U'\n' ? 1 : c == U'\u2029' ? 2 : 0;
      parting.gap |= parting.line_ends > 1;  // a blank line
    } else {
      const bool separates = kind_bits(packed) == tables::pack_kind(CharacterClass::separator);
      // An opening bracket behind no character is a bracket.
      const bool bracket = (packed & tables::opens) != 0;
      if (!separates || (bracket && !((c == U'(' || c == U'（') && parting.end != from))) {
        if (!ascii) parting.next = packed;
        break;
      }
      parting.punctuation = true;
      parting.gap |= (packed & tables::joins) == 0;
      parting.line_ends = 0;
    }
    parting.end += ascii ? 1 : three;
  }
  return parting;
}

}  // namespace jomun
