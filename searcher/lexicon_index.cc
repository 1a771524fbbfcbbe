// Jomun: finds the concepts of the lexicon in a text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/lexicon_index.h"

#include <algorithm>
#include <utility>

#include "tokenizers/initial_consonants.h"

namespace jomun {
namespace {

// Spaces and punctuation between the cells make no difference, so 인공 지능 has the key of 인공지능.
std::string key_of(std::span<const Cell> cells) {
  std::string key;
  for (const Cell& cell : cells) {
    key += cell.key;
    if (!cell.is_character()) key += ' ';
  }
  return key;
}

}  // namespace

LexiconIndex::LexiconIndex(std::vector<Concept> concepts, Tokenizer& tokenizer) : concepts_(std::move(concepts)) {
  for (std::uint32_t number = 0; number < concepts_.size(); ++number) {
    for (const LexiconForm& form : concepts_[number].forms) {
      const std::vector<Cell> cells = analyse(tokenizer, form.text);
      if (cells.empty()) continue;
      longest_ = std::max(longest_, cells.size());
      std::vector<std::uint32_t>& found = by_key_[key_of(cells)];
      if (found.empty() || found.back() != number) found.push_back(number);
    }
  }
}

std::span<const std::uint32_t> LexiconIndex::find(std::span<const Cell> cells) const {
  const auto found = by_key_.find(key_of(cells));
  if (found == by_key_.end()) return {};
  return found->second;
}

std::vector<std::uint32_t> LexiconIndex::find_initial_consonants(std::string_view key) const {
  const std::string wanted = initial_consonants(key);
  std::vector<std::uint32_t> found;
  for (std::uint32_t number = 0; number < concepts_.size(); ++number) {
    const std::vector<LexiconForm>& forms = concepts_[number].forms;
    if (std::any_of(forms.begin(), forms.end(),
                    [&](const LexiconForm& form) { return form.language == "ko" && initial_consonants(form.text) == wanted; }))
      found.push_back(number);
  }
  return found;
}

}  // namespace jomun
