// Jomun: the words of a version's clauses, and which clauses of another version say the same.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A word here is what has a meaning of its own: a concept of the lexicon, a word that the Han bridge knows, a bigram of characters that
// neither knows (names), any other word or number. The other version says it where it has one of its forms: the word itself, a form of
// the concept, or what the bridge makes of it. Function words are none.

#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/lexicon_index.h"
#include "searcher/text_analysis.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// Which clauses of a version have a term of the index. Immutable after construction.
class ClauseTerms {
 public:
  using Clauses = std::vector<std::uint32_t>;  // ascending

  ClauseTerms(const std::vector<std::vector<Cell>>& clauses);

  std::size_t clauses() const { return clauses_; }
  // Those with all terms of the pattern, in whatever order.
  Clauses find(const Pattern& pattern) const;

 private:
  std::size_t clauses_;
  std::unordered_map<std::string, Clauses> by_term_;
};

// The words of one version, as another says them.
struct ClauseWords {
  // A clause of the other version that says it, and how much that counts: the weight of the likeliest form that stands there, 1 for the
  // word itself.
  struct Place {
    std::uint32_t clause;
    float weight;
  };
  struct Word {
    std::vector<Place> places;  // ascending, never empty
    // How likely a clause of the other version has it by chance.
    double chance = 0;
  };
  std::vector<Word> words;
  std::vector<std::vector<std::uint32_t>> clauses;  // for each, indexes into `words`, ascending, none twice
};

// `clauses`: the cells of each, by `tokenizer`, which is used while the function runs. Linear in their number.
// Words that stand nowhere in the other version are left out, and those that most of its clauses have: they tell nothing.
// `lexicon`: null, if not to be used.
ClauseWords find_words(const std::vector<std::vector<Cell>>& clauses, const ClauseTerms& other, Tokenizer& tokenizer,
                       const LexiconIndex* lexicon);

}  // namespace jomun
