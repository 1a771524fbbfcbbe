// Jomun: a query or a form of the lexicon as the index sees it: cells, and patterns of terms.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizers/tokenizer.h"

namespace jomun {

// One position of a text: a Han, kana or Hangul character, or a word. What two texts have in common is told cell by cell.
struct Cell {
  std::string key;                 // the folded character; the stem of an English word; else the folded word
  std::string word;                // the folded word; empty for a character
  std::string bigram;              // with the next cell's character, if the two are in one run; else empty
  bool stemmed = false;            // `key` is a stem
  bool particle = false;           // of a Korean word, behind its stem
  bool spaced = false;             // white space or punctuation stands before the next cell
  bool apart = false;              // white space does
  std::uint32_t position = 0;      // of the token
  std::size_t begin = 0, end = 0;  // bytes of the text

  bool is_character() const { return word.empty(); }
};

std::vector<Cell> analyse(Tokenizer& tokenizer, std::string_view utf8);

// A phrase as terms of the index at relative positions. Matches a clause where all its terms stand at one place plus their offset.
struct Pattern {
  struct Term {
    std::string term;          // index term, stem prefix included
    std::uint32_t offset = 0;  // positions from the first
    bool starts = false;       // any bigram or unigram that begins with `term` (a character without a neighbour in the pattern), or
                               // any word for a prefix query
    friend bool operator==(const Term&, const Term&) = default;
  };
  std::vector<Term> terms;
  friend bool operator==(const Pattern&, const Pattern&) = default;
};

enum class Wording { stems, exact };  // exact: English words as they stand, for strict phrases

// The pattern of neighbouring cells.
Pattern make_pattern(std::span<const Cell> cells, Wording wording);

}  // namespace jomun
