// Jomun: finds the concepts of the lexicon in a text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/lexicon.h"
#include "searcher/text_analysis.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// Immutable after construction.
class LexiconIndex {
 public:
  // Analyses every form with `tokenizer`, so that a form is found however a text spells, folds or spaces it.
  LexiconIndex(std::vector<Concept> concepts, Tokenizer& tokenizer);

  // The concepts one of whose forms is exactly `cells`, as indexes into concepts(); empty where there is none. A word of several
  // meanings (安全) has several.
  std::span<const std::uint32_t> find(std::span<const Cell> cells) const;

  // The concepts with a Korean form that has exactly these initial consonants (ㅇㄱㅈㄴ: 인공지능), likewise; looks at every form.
  std::vector<std::uint32_t> find_initial_consonants(std::string_view key) const;

  // No form has more cells.
  std::size_t longest() const { return longest_; }

  const std::vector<Concept>& concepts() const { return concepts_; }

 private:
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_key_;
  std::size_t longest_ = 0;
};

}  // namespace jomun
