// Jomun: words that carry no meaning of their own in a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/stop_words.h"

#include <algorithm>
#include <array>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr std::array<std::string_view, 84> stop_words = {
    "a",       "about", "all",  "also",  "am",    "an",    "and",   "any",   "are",   "as",   "at",     "be",   "been",  "being",
    "between", "but",   "by",   "can",   "could", "did",   "do",    "does",  "each",  "etc",  "for",    "from", "had",   "has",
    "have",    "he",    "her",  "his",   "how",   "i",     "if",    "in",    "into",  "is",   "it",     "its",  "may",   "more",
    "must",    "no",    "not",  "of",    "on",    "or",    "other", "our",   "shall", "she",  "should", "so",   "some",  "such",
    "than",    "that",  "the",  "their", "them",  "then",  "there", "these", "they",  "this", "those",  "to",   "under", "upon",
    "was",     "we",    "were", "what",  "when",  "where", "which", "who",   "whose", "why",  "will",   "with", "would", "you",
};
static_assert(std::is_sorted(stop_words.begin(), stop_words.end()));

// Folded.
constexpr std::u32string_view function_characters =
    U"个为之了于什从他以们但你其到吗呢哪和啊在地如对就并很怎或所把是有来此某没的着给而与被要让谁还这那都";

}  // namespace

bool is_stop_word(std::string_view folded_word) { return std::binary_search(stop_words.begin(), stop_words.end(), folded_word); }

bool is_function_character(std::string_view folded_character) {
  const char32_t c = decode(folded_character, 0).value;
  if (c >= 0x3041 && c < 0x3097) return true;
  return function_characters.find(c) != std::u32string_view::npos;
}

}  // namespace jomun
