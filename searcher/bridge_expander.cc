// Jomun: which words of a query the Han bridge knows, and what they are in other languages.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/bridge_expander.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "searcher/stop_words.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// Below that of a form from the lexicon; of the likeliest form, the others count by the square root of how likely they are.
constexpr double bridge_weight = 0.8;
// Of a two-character word inside a form: languages often differ in one half of a compound only, 人工知能, 人工智能, 인공지능.
constexpr double half_weight = 0.5;
// Of a single character, which some words of that meaning have.
constexpr double character_weight = 0.5;
constexpr double too_frequent = 0.2;  // share of the clauses: a character that they have tells nothing
constexpr double likely = 0.5;        // forms that are taken apart

constexpr const char* han_language = "mul-Hani";

const char* language_of(BridgeScript script) {
  switch (script) {
    case BridgeScript::han: return han_language;
    case BridgeScript::hangul: return "ko";
    case BridgeScript::kana: return "ja";
    case BridgeScript::latin: return "en";
  }
  return "";
}

std::string key_of(std::span<const Cell> cells) {
  std::string key;
  for (const Cell& cell : cells) {
    key += cell.key;
    if (!cell.is_character()) key += ' ';
  }
  return key;
}

bool is_empty_word(std::span<const Cell> cells) {
  const auto is_empty = [](const Cell& cell) { return cell.is_character() ? is_function_character(cell.key) : is_stop_word(cell.word); };
  return std::all_of(cells.begin(), cells.end(), is_empty) || (cells.front().is_character() && is_function_word(key_of(cells)));
}

CharacterClass class_of(const Cell& cell) { return character(decode(cell.key, 0).value).kind; }

bool is_han(const Cell& cell) { return cell.is_character() && class_of(cell) == CharacterClass::han; }

}  // namespace

bool BridgeExpander::wants(BridgeScript script) const {
  switch (script) {
    case BridgeScript::han: return wanted_.han;
    case BridgeScript::hangul: return wanted_.hangul;
    case BridgeScript::kana: return wanted_.kana;
    case BridgeScript::latin: return wanted_.latin;
  }
  return false;
}

void BridgeExpander::add_form(std::span<const Cell> cells, const std::string& text, const char* language, double weight,
                              BridgedWord& word) const {
  Pattern pattern = make_pattern(cells, Wording::stems);
  const auto known = std::find_if(word.forms.begin(), word.forms.end(), [&](const auto& form) { return form.pattern == pattern; });
  if (known != word.forms.end()) {
    known->weight = std::max(known->weight, weight);
    return;
  }
  const double frequency = wanted_.frequency(pattern);
  const bool is_lone_character = cells.size() == 1 && cells.front().is_character();
  if (frequency > 0 && (!is_lone_character || frequency < too_frequent)) word.forms.push_back({std::move(pattern), text, language, weight});
}

void BridgeExpander::add_halves(std::span<const Cell> cells, const char* language, double weight, BridgedWord& word) const {
  for (std::size_t begin = 0; begin + 2 <= cells.size(); begin += 2) {
    const std::span<const Cell> half = cells.subspan(begin, 2);
    const std::string key = key_of(half);
    if (is_bridge_word(key) && !is_empty_word(half)) add_form(half, key, language, weight * half_weight, word);
  }
}

BridgedWord BridgeExpander::expand(std::span<const Cell> cells, Range range) const {
  const std::span<const Cell> own = cells.subspan(range.first, range.last - range.first);
  std::string exact;
  for (const Cell& cell : own)
    if (!cell.is_character()) exact += cell.word + ' ';
  BridgedWord word{range.first, range.last, {}, false};
  if (is_empty_word(own)) return word;
  std::vector<std::pair<Cell, double>> characters;
  for (const BridgeForm& form : bridge_forms(key_of(own), exact)) {
    if (!wants(form.script)) continue;
    std::vector<Cell> form_cells = analyse(tokenizer_, form.text);
    if (form_cells.empty() || is_empty_word(form_cells)) continue;
    const double weight = bridge_weight * std::sqrt(form.weight);
    const bool is_likely = form.weight >= likely;
    if (form.script == BridgeScript::han && (form_cells.size() == 1 || is_likely))
      for (Cell& cell : std::vector(form_cells)) characters.emplace_back(std::move(cell), weight * character_weight);
    // A character alone stands in hundreds of words that mean something else.
    if (form_cells.size() == 1 && form_cells.front().is_character()) continue;
    const std::size_t before = word.forms.size();
    add_form(form_cells, form.text, language_of(form.script), weight, word);
    word.whole |= word.forms.size() > before;
    if (form_cells.size() > 2 && form_cells.front().is_character() && form.script != BridgeScript::kana && is_likely)
      add_halves(form_cells, language_of(form.script), weight, word);
  }
  // But it is better than nothing, where no clause has a word of several.
  const bool has_han = std::any_of(word.forms.begin(), word.forms.end(), [](const auto& form) { return form.language == han_language; });
  if (has_han || is_han(own.front())) return word;
  for (auto& [cell, weight] : characters) {
    cell.bigram.clear();
    if (!is_function_character(cell.key)) add_form({&cell, 1}, cell.key, han_language, weight, word);
  }
  return word;
}

namespace {

using Range = BridgeExpander::Range;

// Returns where to go on.
std::size_t find_phrase(std::span<const Cell> cells, std::size_t first, std::size_t last, std::vector<Range>& words) {
  std::size_t length = 1;
  while (length < longest_bridge_phrase && first + length < last && !cells[first + length].is_character()) ++length;
  for (; length > 0; --length) {
    const std::span<const Cell> phrase = cells.subspan(first, length);
    if (!is_bridge_word(key_of(phrase)) || is_empty_word(phrase)) continue;
    words.push_back({first, first + length});
    return first + length;
  }
  return first + 1;
}

void find_in_run(std::span<const Cell> cells, std::size_t first, std::size_t last, std::vector<Range>& words) {
  // The best way to cut the cells from each one on: what it costs, and how long its first word is.
  constexpr double word_cost = 1, character_cost = 1.5;
  struct Cut {
    double cost = 0;
    std::size_t length = 0;
  };
  std::vector<Cut> best(last - first + 1);
  for (std::size_t i = last; i-- > first;) {
    Cut& cut = best[i - first];
    cut = {best[i - first + 1].cost + character_cost, 1};
    std::string key = cells[i].key;
    for (std::size_t length = 2; length <= std::min(longest_bridge_word, last - i); ++length) {
      key += cells[i + length - 1].key;
      const double cost = best[i - first + length].cost + word_cost;
      if (cost <= cut.cost && is_bridge_word(key)) cut = {cost, length};
    }
  }
  for (std::size_t i = first; i < last; i += best[i - first].length) {
    const std::size_t length = best[i - first].length;
    if ((length > 1 || last - first == 1) && !is_empty_word(cells.subspan(i, length))) words.push_back({i, i + length});
  }
}

}  // namespace

void BridgeExpander::find(std::span<const Cell> cells, std::size_t first, std::size_t last, std::vector<Range>& words) const {
  for (std::size_t i = first; i < last;) {
    if (!cells[i].is_character()) {
      i = find_phrase(cells, i, last, words);
      continue;
    }
    std::size_t end = i + 1;
    while (end < last && cells[end].is_character() && !cells[end - 1].spaced && class_of(cells[end]) == class_of(cells[i]) &&
           cells[end].particle == cells[i].particle)
      ++end;
    if (!cells[i].particle) find_in_run(cells, i, end, words);
    i = end;
  }
}

}  // namespace jomun
