// Jomun: finds the concepts of the lexicon in a text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/lexicon.h"
#include "searcher/compiled_lexicon.h"
#include "searcher/text_analysis.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// Immutable after construction.
class LexiconIndex {
 public:
  // Analyses every form with `tokenizer`, so that a form is found however a text spells, folds or spaces it.
  LexiconIndex(const std::vector<Concept>& concepts, Tokenizer& tokenizer) : LexiconIndex({}, concepts, tokenizer) {}
  // The same beside concepts that were analysed when the program was built, by the same tokenizer. One of `concepts` with the id of a
  // compiled one adds its forms and what it is not equal to.
  LexiconIndex(CompiledLexicon compiled, const std::vector<Concept>& concepts, Tokenizer& tokenizer);

  // The concepts one of whose forms is exactly `cells`, as numbers below size(), ascending; empty where there is none. A word of several
  // meanings (安全) has several.
  std::vector<std::uint32_t> find(std::span<const Cell> cells) const;

  // Those of the longest form that `cells` begin with, and how many cells that is; 0 where there is none.
  std::vector<std::uint32_t> find_longest(std::span<const Cell> cells, std::size_t& length) const;

  // The concepts with a Korean form that has exactly these initial consonants (ㅇㄱㅈㄴ: 인공지능), likewise; looks at every form.
  std::vector<std::uint32_t> find_initial_consonants(std::string_view key) const;

  // No form has more cells.
  std::size_t longest() const { return longest_; }

  std::size_t size() const { return compiled_.size() + own_.size(); }
  // REQUIRES: number < size().
  Concept at(std::uint32_t number) const;
  // Every form of every concept; the views are valid during the call.
  void for_each_form(const std::function<void(std::string_view text, std::string_view language)>& function) const;

 private:
  CompiledLexicon compiled_;
  std::vector<Concept> own_;                         // numbered behind the compiled ones
  std::unordered_map<std::uint32_t, Concept> more_;  // what the user adds to compiled ones
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> by_key_;
  std::size_t longest_ = 0;
};

// That of the lexicon that comes with Jomun and the user's `own` concepts.
LexiconIndex shipped_lexicon_index(const std::vector<Concept>& own, Tokenizer& tokenizer);

}  // namespace jomun
