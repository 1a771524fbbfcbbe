// Jomun: which characters of a query open a quotation, and which end it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string_view>

namespace jomun {

// What closes what `c` opens; empty: it opens no phrase. Apostrophes do not. Whatever direction a country gives its quotation marks.
constexpr std::u32string_view closing_quotes(char32_t c) {
  for (const std::u32string_view family : {std::u32string_view(U"\"“”„‟＂"), std::u32string_view(U"«»"), std::u32string_view(U"‹›")})
    if (family.find(c) != family.npos) return family;
  return {};
}

// The same for brackets that quote or that titles stand in; 0: it is none. Running text has them too, where they are none of the query's.
constexpr char32_t closing_quote_bracket(char32_t c) {
  constexpr std::u32string_view pairs = U"「」『』｢｣《》〈〉";
  const std::size_t found = pairs.find(c);
  return found != pairs.npos && found % 2 == 0 ? pairs[found + 1] : 0;
}

}  // namespace jomun
