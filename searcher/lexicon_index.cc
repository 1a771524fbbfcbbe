// Jomun: finds the concepts of the lexicon in a text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/lexicon_index.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "tokenizers/initial_consonants.h"
#include "tokenizers/registry.h"

namespace jomun {

std::string_view compiled_lexicon_data();  // embedded by cmake/Embed.cmake

namespace {

void add_to(const Concept& more, Concept& entry) {
  entry.forms.insert(entry.forms.end(), more.forms.begin(), more.forms.end());
  entry.not_equal.insert(entry.not_equal.end(), more.not_equal.begin(), more.not_equal.end());
}

}  // namespace

LexiconIndex::LexiconIndex(CompiledLexicon compiled, const std::vector<Concept>& concepts, Tokenizer& tokenizer)
    : compiled_(std::move(compiled)), longest_(compiled_.longest()) {
  for (const Concept& entry : concepts) {
    std::size_t number = compiled_.find_id(entry.id);
    if (number == compiled_.size()) {
      number += own_.size();
      own_.push_back(entry);
    } else {
      add_to(entry, more_[static_cast<std::uint32_t>(number)]);
    }
    for (const LexiconForm& form : entry.forms) {
      const std::vector<Cell> cells = analyse(tokenizer, form.text);
      if (cells.empty()) continue;
      longest_ = std::max(longest_, cells.size());
      std::vector<std::uint32_t>& found = by_key_[lexicon_key(cells)];
      if (std::find(found.begin(), found.end(), number) == found.end()) found.push_back(static_cast<std::uint32_t>(number));
    }
  }
  for (auto& [key, numbers] : by_key_) std::sort(numbers.begin(), numbers.end());
}

std::vector<std::uint32_t> LexiconIndex::find(std::span<const Cell> cells) const {
  const std::string key = lexicon_key(cells);
  const std::span<const std::uint32_t> compiled = compiled_.find(key);
  const auto own = by_key_.find(key);
  if (own == by_key_.end()) return {compiled.begin(), compiled.end()};
  std::vector<std::uint32_t> found;
  std::set_union(compiled.begin(), compiled.end(), own->second.begin(), own->second.end(), std::back_inserter(found));
  return found;
}

std::vector<std::uint32_t> LexiconIndex::find_longest(std::span<const Cell> cells, std::size_t& length) const {
  std::string key;
  std::vector<std::uint32_t> found;
  length = 0;
  for (std::size_t i = 0; i < std::min(cells.size(), longest_); ++i) {
    key += lexicon_key(cells.subspan(i, 1));
    const auto own = by_key_.lower_bound(key);
    if (!compiled_.begins(key) && (own == by_key_.end() || !own->first.starts_with(key))) break;
    if (std::vector<std::uint32_t> longer = find(cells.first(i + 1)); !longer.empty()) {
      found = std::move(longer);
      length = i + 1;
    }
  }
  return found;
}

Concept LexiconIndex::at(std::uint32_t number) const {
  if (number >= compiled_.size()) return own_[number - compiled_.size()];
  Concept entry = compiled_.at(number);
  if (const auto more = more_.find(number); more != more_.end()) add_to(more->second, entry);
  return entry;
}

void LexiconIndex::for_each_form(const std::function<void(std::string_view text, std::string_view language)>& function) const {
  compiled_.for_each_form(function);
  for (const auto& [number, entry] : more_)
    for (const LexiconForm& form : entry.forms) function(form.text, form.language);
  for (const Concept& entry : own_)
    for (const LexiconForm& form : entry.forms) function(form.text, form.language);
}

std::vector<std::uint32_t> LexiconIndex::find_initial_consonants(std::string_view key) const {
  const std::string wanted = initial_consonants(key);
  std::vector<std::uint32_t> found;
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::vector<LexiconForm> forms = at(number).forms;
    if (std::any_of(forms.begin(), forms.end(),
                    [&](const LexiconForm& form) { return form.language == "ko" && initial_consonants(form.text) == wanted; }))
      found.push_back(number);
  }
  return found;
}

LexiconIndex shipped_lexicon_index(const std::vector<Concept>& own, Tokenizer& tokenizer) {
  if (tokenizer.name() == default_tokenizer_name) return {CompiledLexicon(shipped_lexicon(), compiled_lexicon_data()), own, tokenizer};
  std::vector<LexiconProblem> none;  // a test holds that
  std::vector<Concept> concepts = parse_lexicon(shipped_lexicon(), none);
  merge_concepts(concepts, own);
  return {concepts, tokenizer};
}

}  // namespace jomun
