// Jomun: spelling suggestions: "did you mean".
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   안잔      안전      Hangul, by the keys that type it
//   dkswjs    안전      typed with the keyboard set to Latin,
//   ㅗ디ㅣㅐ  hello     and the other way round
//   saftey    safety    Latin words
//   人工智熊  人工智能  one wrong character in a form of the lexicon
//
// Only for words that are in no clause and in no lexicon; none for words with digits, or of fewer than three letters or two syllables.

#pragma once

#include <xapian.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/document_frequencies.h"
#include "searcher/lexicon_index.h"
#include "searcher/search.h"
#include "searcher/text_analysis.h"
#include "searcher/vocabulary.h"
#include "tokenizers/mapped_text.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// What a search has found out about a query.
struct QueryOutcome {
  bool found = false;                   // there are hits: a word that is unknown may still be a name, and only one slip is thought of
  std::vector<std::string> understood;  // parts of the query that have forms in other languages
};

// Everything given must outlive it; `frequencies` are of the same database. Throws Xapian::Error.
class SpellingSuggester {
 public:
  SpellingSuggester(const Xapian::Database& database, DocumentFrequencies& frequencies, Tokenizer& tokenizer, const LexiconIndex& lexicon)
      : database_(database), frequencies_(frequencies), tokenizer_(tokenizer), lexicon_(lexicon), vocabulary_(database, lexicon) {}

  // The likeliest first, three at most. `words`: bytes of `query` (ParsedQuery::words). Nothing for queries of
  // more than max_words words or max_bytes bytes: those are texts.
  std::vector<Suggestion> suggest(std::string_view query, std::span<const Span> words, const QueryOutcome& outcome);
  static constexpr std::size_t max_words = 32, max_bytes = 1000;

  // To be called when the database has changed.
  void database_changed() { vocabulary_.database_changed(); }

 private:
  struct Word;
  struct Repair;
  std::vector<Word> words_of(std::string_view query, std::span<const Span> places) const;
  bool has_clause(const std::vector<std::string>& terms) const;
  bool has_term(const Cell& cell) const;
  bool is_known_latin(std::string_view word) const;
  bool is_known_hangul(std::span<const Cell> cells) const;
  std::vector<Repair> repair_latin(const Word& word, double most);
  std::vector<Repair> repair_hangul(const Word& word, double most);
  std::vector<Repair> repair_han(const Word& word);

  const Xapian::Database& database_;
  DocumentFrequencies& frequencies_;  // of the query: it has asked for most of its terms already
  Tokenizer& tokenizer_;
  const LexiconIndex& lexicon_;
  Vocabulary vocabulary_;
};

}  // namespace jomun
