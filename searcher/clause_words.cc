// Jomun: the words of a version's clauses, and which clauses of another version say the same.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/clause_words.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "indexer/schema.h"
#include "searcher/bridge_expander.h"
#include "searcher/stop_words.h"

namespace jomun {
namespace {

constexpr std::uint32_t left_out = std::numeric_limits<std::uint32_t>::max();
constexpr double most = 0.5;  // of the clauses

class WordFinder {
 public:
  WordFinder(const ClauseTerms& other, Tokenizer& tokenizer, const LexiconIndex* lexicon)
      : other_(other),
        tokenizer_(tokenizer),
        lexicon_(lexicon),
        bridge_(tokenizer, {true, true, true, true, [this](const Pattern& pattern) { return !other_.find(pattern).empty(); }}) {}

  void add(std::span<const Cell> cells) {
    found_.clear();
    std::size_t begin = 0;  // of what the lexicon does not know
    for (std::size_t i = 0; i < cells.size();) {
      const std::size_t length = concept_at(cells, i);
      if (length == 0) {
        ++i;
        continue;
      }
      add_unknown(cells, begin, i);
      begin = i += length;
    }
    add_unknown(cells, begin, cells.size());
    std::sort(found_.begin(), found_.end());
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    result_.clauses.push_back(found_);
  }

  ClauseWords take() { return std::move(result_); }

 private:
  using Places = std::vector<ClauseWords::Place>;

  // The cells of the longest concept that begins at cell i, or 0.
  std::size_t concept_at(std::span<const Cell> cells, std::size_t i) {
    if (lexicon_ == nullptr) return 0;
    std::size_t length = 0;
    const std::vector<std::uint32_t> numbers = lexicon_->find_longest(cells.subspan(i), length);
    if (length == 0) return 0;
    std::string key = "\n";  // no word has one
    for (const std::uint32_t number : numbers) key += ' ' + std::to_string(number);
    add_word(key, [&] {
      Places places = places_of(cells.subspan(i, length), 1);
      for (const std::uint32_t number : numbers)
        for (const LexiconForm& other : lexicon_->at(number).forms) merge(places, places_of(analyse(tokenizer_, other.text), 1));
      return places;
    });
    return length;
  }

  // Cells [first, last), of which the lexicon knows none.
  void add_unknown(std::span<const Cell> cells, std::size_t first, std::size_t last) {
    ranges_.clear();
    bridge_.find(cells, first, last, ranges_);
    for (const BridgeExpander::Range& range : ranges_) {
      add_unbridged(cells, first, range.first);
      add_bridged(cells, range);
      first = range.last;
    }
    add_unbridged(cells, first, last);
  }

  void add_bridged(std::span<const Cell> cells, BridgeExpander::Range range) {
    const std::span<const Cell> own = cells.subspan(range.first, range.last - range.first);
    add_word(lexicon_key(own), [&] {
      Places places = places_of(own, 1);
      for (const BridgedWord::Form& form : bridge_.expand(cells, range).forms) merge(places, places_of(form.pattern, form.weight));
      return places;
    });
  }

  void add_unbridged(std::span<const Cell> cells, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
      const bool is_bigram = cells[i].is_character() && !cells[i].bigram.empty() && !cells[i].spaced && i + 1 < last;
      if (cells[i].is_character() && !is_bigram) continue;
      if (is_bigram ? is_function_character(cells[i].key) || is_function_character(cells[i + 1].key) : is_stop_word(cells[i].word))
        continue;
      const std::span<const Cell> own = cells.subspan(i, is_bigram ? 2 : 1);
      add_word(lexicon_key(own), [&] { return places_of(own, 1); });
    }
  }

  template <typename Find>
  void add_word(const std::string& key, Find find) {
    const auto [known, is_new] = numbers_.try_emplace(key, left_out);
    if (is_new) {
      Places places = find();
      double sum = 0;
      for (const ClauseWords::Place& place : places) sum += place.weight;
      // Jeffreys' prior: what a short version has not is not impossible in it.
      const double chance = (sum + 0.5) / (static_cast<double>(other_.clauses()) + 1);
      if (!places.empty() && chance <= most) {
        known->second = static_cast<std::uint32_t>(result_.words.size());
        result_.words.push_back({std::move(places), chance});
      }
    }
    if (known->second != left_out) found_.push_back(known->second);
  }

  Places places_of(std::span<const Cell> cells, double weight) const {
    return cells.empty() ? Places() : places_of(make_pattern(cells, Wording::stems), weight);
  }
  Places places_of(const Pattern& pattern, double weight) const {
    Places places;
    for (const std::uint32_t clause : other_.find(pattern)) places.push_back({clause, static_cast<float>(weight)});
    return places;
  }

  // The best of both.
  static void merge(Places& places, const Places& more) {
    if (more.empty()) return;
    Places both;
    const auto before = [](const ClauseWords::Place& a, const ClauseWords::Place& b) {
      return a.clause != b.clause ? a.clause < b.clause : a.weight > b.weight;
    };
    std::merge(places.begin(), places.end(), more.begin(), more.end(), std::back_inserter(both), before);
    both.erase(std::unique(both.begin(), both.end(), [](const auto& a, const auto& b) { return a.clause == b.clause; }), both.end());
    places = std::move(both);
  }

  const ClauseTerms& other_;
  Tokenizer& tokenizer_;
  const LexiconIndex* lexicon_;
  BridgeExpander bridge_;
  ClauseWords result_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::uint32_t> found_;  // in the clause that is being read
  std::vector<BridgeExpander::Range> ranges_;
};

}  // namespace

ClauseTerms::ClauseTerms(const std::vector<std::vector<Cell>>& clauses) : clauses_(clauses.size()) {
  for (std::uint32_t i = 0; i < clauses.size(); ++i) {
    const auto add = [&](const std::string& term) {
      Clauses& having = by_term_[term];
      if (having.empty() || having.back() != i) having.push_back(i);
    };
    for (const Cell& cell : clauses[i]) {
      if (!cell.bigram.empty()) add(cell.bigram);
      if (cell.is_character()) continue;
      add(cell.word);
      if (cell.stemmed) add(schema::index_term(TokenKind::stem, cell.key));
    }
  }
}

ClauseTerms::Clauses ClauseTerms::find(const Pattern& pattern) const {
  std::optional<Clauses> found;
  for (const Pattern::Term& term : pattern.terms) {
    if (term.starts) continue;  // a character alone tells too little
    const auto having = by_term_.find(term.term);
    if (having == by_term_.end()) return {};
    if (!found) {
      found = having->second;
    } else {
      Clauses both;
      std::set_intersection(found->begin(), found->end(), having->second.begin(), having->second.end(), std::back_inserter(both));
      found = std::move(both);
    }
  }
  return found.value_or(Clauses());
}

ClauseWords find_words(const std::vector<std::vector<Cell>>& clauses, const ClauseTerms& other, Tokenizer& tokenizer,
                       const LexiconIndex* lexicon) {
  WordFinder finder(other, tokenizer, lexicon);
  for (const std::vector<Cell>& cells : clauses) finder.add(cells);
  return finder.take();
}

}  // namespace jomun
