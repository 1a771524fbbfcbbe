// Jomun: queries of three words for an index, always the same for the same index.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: three_word_queries --index=DIR
//
// Prints lines of id<TAB>query for query_benchmark: for each language of the index 50 queries LANGUAGE.concepts.N of three concepts of the
// lexicon, of the 150 that most of its clauses may have, and 50 queries LANGUAGE.words.N of three words of one of its clauses, taken evenly
// from all, that a dictionary of the Han bridge has.

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <iostream>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/lexicon.h"
#include "indexer/schema.h"
#include "searcher/bridge_expander.h"
#include "searcher/text_analysis.h"
#include "tokenizers/tokenizer.h"

namespace {

constexpr std::size_t queries_of_a_kind = 50;

void print(const std::string& language, const char* kind, std::size_t number, const std::vector<std::string>& words) {
  std::cout << language << '.' << kind << '.' << number << '\t' << words[0] << ' ' << words[1] << ' ' << words[2] << '\n';
}

// Clauses of any language that may have a form: no more than its rarest term has.
Xapian::doccount frequency_of(const Xapian::Database& database, const jomun::Pattern& pattern) {
  Xapian::doccount least = database.get_doccount();
  for (const jomun::Pattern::Term& term : pattern.terms) least = std::min(least, term.starts ? 0 : database.get_termfreq(term.term));
  return least;
}

void print_concepts(const Xapian::Database& database, jomun::Tokenizer& tokenizer, const std::string& language) {
  std::vector<jomun::LexiconProblem> none;
  std::vector<std::pair<Xapian::doccount, std::string>> forms;  // the first of each concept
  std::set<std::string> known;
  for (const jomun::Concept& entry : jomun::parse_lexicon(jomun::shipped_lexicon(), none)) {
    const auto form =
        std::find_if(entry.forms.begin(), entry.forms.end(), [&](const jomun::LexiconForm& one) { return one.language == language; });
    if (form == entry.forms.end() || !known.insert(form->text).second) continue;
    const jomun::Pattern pattern = make_pattern(analyse(tokenizer, form->text), jomun::Wording::stems);
    forms.emplace_back(frequency_of(database, pattern), form->text);
  }
  std::stable_sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (forms.size() < 3 * queries_of_a_kind) throw std::runtime_error("the lexicon has too few forms of " + language);
  // One word each of the most frequent third, the next and the last.
  for (std::size_t i = 0; i < queries_of_a_kind; ++i)
    print(language, "concepts", i, {forms[i].second, forms[i + queries_of_a_kind].second, forms[i + 2 * queries_of_a_kind].second});
}

// The first, the middle and the last of the words that a clause has, or none.
std::vector<std::string> words_of(std::string_view text, jomun::Tokenizer& tokenizer) {
  const jomun::BridgeExpander bridge(tokenizer, {});
  const std::vector<jomun::Cell> cells = analyse(tokenizer, text);
  std::vector<jomun::BridgeExpander::Range> ranges;
  bridge.find(cells, 0, cells.size(), ranges);
  std::vector<std::string> words;
  for (const auto& [first, last] : ranges) {
    std::string word(text.substr(cells[first].begin, cells[last - 1].end - cells[first].begin));
    const bool broken = word.find_first_of("\t\n\"") != word.npos;
    if (!broken && std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  if (words.size() < 3) return {};
  return {words.front(), words[words.size() / 2], words.back()};
}

void print_words(const Xapian::Database& database, jomun::Tokenizer& tokenizer, const std::string& language) {
  const std::string term = jomun::schema::language_term(language);
  const std::vector<Xapian::docid> clauses(database.postlist_begin(term), database.postlist_end(term));
  std::size_t number = 0;
  for (std::size_t i = 0; i < queries_of_a_kind; ++i) {
    // Headings without words are passed over.
    for (std::size_t at = i * clauses.size() / queries_of_a_kind; at < (i + 1) * clauses.size() / queries_of_a_kind; ++at) {
      const jomun::schema::StoredClause clause = jomun::schema::decode_clause(database.get_document(clauses[at]).get_data());
      const std::vector<std::string> words = words_of(clause.text.text(), tokenizer);
      if (words.empty()) continue;
      print(language, "words", number++, words);
      break;
    }
  }
}

int run(int argc, char** argv) {
  constexpr std::string_view option = "--index=";
  if (argc != 2 || !std::string_view(argv[1]).starts_with(option)) throw std::runtime_error("--index=DIR says for which index");
  const Xapian::Database database{std::string(argv[1] + option.size())};
  jomun::schema::check_schema(database);
  const std::unique_ptr<jomun::Tokenizer> tokenizer = jomun::schema::make_tokenizer_of(database);
  for (const char* language : {"zh-Hans", "zh-Hant", "ko", "ja", "en"}) {
    if (!database.term_exists(jomun::schema::language_term(language))) continue;
    print_concepts(database, *tokenizer, language);
    print_words(database, *tokenizer, language);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const Xapian::Error& error) {
    std::cerr << "three_word_queries: " << error.get_msg() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "three_word_queries: " << error.what() << '\n';
  }
  return 2;
}
