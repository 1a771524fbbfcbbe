// Jomun: a lexicon whose forms were analysed beforehand, to be searched as it lies in memory.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Analysing 41,000 forms takes some 45 ms, more than all else a query does; compiled, none. The layout, in words of 32 bits of this
// machine: numbers of concepts, keys and words of lists, and cells of the longest form; where the row of each concept begins in the TSV,
// ascending; where each key ends, and where its list does; the lists of numbers of concepts; the keys, ascending, one behind the other.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/lexicon.h"
#include "searcher/text_analysis.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// What a form is found by: spaces and punctuation between the cells make no difference, so 인공 지능 has the key of 인공지능.
std::string lexicon_key(std::span<const Cell> cells);

class CompiledLexicon {
 public:
  CompiledLexicon() = default;  // without concepts
  // Views that have to live as long; `data` begins at a multiple of four.
  CompiledLexicon(std::string_view tsv, std::string_view data);

  std::size_t size() const { return rows_.size(); }
  std::size_t longest() const { return longest_; }
  std::span<const std::uint32_t> find(std::string_view key) const;
  // Whether a key begins so.
  bool begins(std::string_view key) const;
  Concept at(std::size_t number) const;
  // Every form, in the order of the lexicon, as views into it; a fraction of the time that at() takes for all.
  void for_each_form(const std::function<void(std::string_view text, std::string_view language)>& function) const;
  // The number of the concept with this id, or size(). Looks at every row.
  std::size_t find_id(std::string_view id) const;

 private:
  std::string_view row(std::size_t number) const;
  std::string_view key_at(std::size_t i) const;
  std::size_t first_not_before(std::string_view key) const;  // key, or how many there are

  std::string_view tsv_, header_;
  std::size_t longest_ = 0;
  std::span<const std::uint32_t> rows_, key_ends_, list_ends_, lists_;
  std::string_view keys_;
};

// The data for a lexicon in TSV that is sound, by this tokenizer.
std::string compile_lexicon(std::string_view tsv, Tokenizer& tokenizer);

}  // namespace jomun
