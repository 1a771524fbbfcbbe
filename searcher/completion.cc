// Jomun: what a word that is being typed may become.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/completion.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "indexer/schema.h"
#include "tokenizers/characters.h"
#include "tokenizers/hangul.h"
#include "tokenizers/initial_consonants.h"

namespace jomun {
namespace {

constexpr double least_frequency = 2;  // of a word: what stands in one clause only is often a slip

bool is_latin(std::u32string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char32_t c) { return c >= 'a' && c <= 'z'; });
}

// Syllables or consonants.
bool is_korean(std::u32string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char32_t c) { return is_syllable(c) || (c >= U'ㄱ' && c <= U'ㅎ'); });
}

}  // namespace

const std::vector<WordCompleter::Word>& WordCompleter::forms() {
  if (forms_) return *forms_;
  std::vector<Word> forms;
  lexicon_.for_each_form([&](std::string_view text, std::string_view) { forms.push_back({comparable_text(text), std::string(text), 0}); });
  std::stable_sort(forms.begin(), forms.end(), [](const Word& a, const Word& b) { return a.compared.size() < b.compared.size(); });
  return forms_.emplace(std::move(forms));
}

const std::vector<WordCompleter::Word>& WordCompleter::korean() {
  if (korean_) return *korean_;
  std::vector<Word> words;
  // The first bytes of U+AC00 to U+D7A3.
  for (const char* first : {"\xEA", "\xEB", "\xEC", "\xED"}) {
    const std::string beginning = std::string(schema::stem_prefix) + first;
    for (auto term = database_.allterms_begin(beginning), end = database_.allterms_end(beginning); term != end; ++term) {
      const double frequency = term.get_termfreq();
      if (frequency < least_frequency) continue;
      Word word{{}, (*term).substr(schema::stem_prefix.size()), frequency};
      for (std::size_t i = 0; i < word.text.size(); i += decode(word.text, i).bytes) word.compared += decode(word.text, i).value;
      if (word.compared.size() > 1 && is_korean(word.compared)) words.push_back(std::move(word));
    }
  }
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.frequency > b.frequency; });
  return korean_.emplace(std::move(words));
}

std::vector<WordCompleter::Word> WordCompleter::latin(std::u32string_view beginning) const {
  const std::string typed(beginning.begin(), beginning.end());
  std::vector<Word> words;
  for (auto term = database_.allterms_begin(typed), end = database_.allterms_end(typed); term != end; ++term)
    if (const double frequency = term.get_termfreq(); frequency >= least_frequency) {
      const std::string text = *term;
      words.push_back({std::u32string(text.begin(), text.end()), text, frequency});
    }
  std::erase_if(words, [](const Word& word) { return !is_latin(word.compared); });
  std::stable_sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.frequency > b.frequency; });
  return words;
}

std::vector<std::string> WordCompleter::complete(std::string_view typed, std::size_t most) {
  const std::u32string compared = comparable_text(typed);
  if (compared.empty()) return {};
  const InitialConsonantPattern pattern(typed);
  std::unordered_set<std::u32string> known;
  const auto take = [&](const std::vector<Word>& words, std::vector<std::string>& taken) {
    for (const Word& word : words)
      if (taken.size() < most && pattern.begins(word.compared) && known.insert(word.compared).second) taken.push_back(word.text);
  };
  std::vector<std::string> found, words;
  take(forms(), found);
  if (is_latin(compared)) take(latin(compared), words);
  if (is_korean(compared)) take(korean(), words);
  const std::size_t of_words = std::min(words.size(), std::max(most / 3, most - std::min(most, found.size())));
  found.resize(std::min(found.size(), most - of_words));
  found.insert(found.end(), words.begin(), words.begin() + static_cast<std::ptrdiff_t>(of_words));
  return found;
}

}  // namespace jomun
