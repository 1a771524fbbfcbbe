// Jomun: spelling suggestions: "did you mean".
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/suggestions.h"

#include <algorithm>
#include <utility>

#include "indexer/schema.h"
#include "searcher/korean_keyboard.h"
#include "searcher/question_words.h"
#include "searcher/stop_words.h"
#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"
#include "tokenizers/hangul.h"
#include "tokenizers/initial_consonants.h"

namespace jomun {
namespace {

constexpr std::size_t most_suggestions = 3;
constexpr std::size_t shortest_latin = 3, shortest_hangul = 2, shortest_han = 3;  // letters, syllables, characters
constexpr std::size_t longest_han = 12, shortest_han_inside = 4;                  // of a form inside a longer word
constexpr std::size_t short_spelling = 5;                                         // letters or keys: one slip at most
constexpr double one_slip = 1, two_slips = 2;
constexpr double as_likely = 0.3;  // how much worse another suggestion may be than the best

bool is_latin(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; });
}

bool has_lone_vowel(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); i += decode(utf8, i).bytes)
    if (const char32_t c = decode(utf8, i).value; c >= 0x314F && c <= 0x3163) return true;
  return false;
}

// As the user writes: Safety, SAFETY.
std::string with_case_of(std::string_view typed, std::string word) {
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto raise = [](char& c) { c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  if (typed.empty() || !is_upper(typed.front())) return word;
  if (std::all_of(typed.begin(), typed.end(), is_upper))
    std::for_each(word.begin(), word.end(), raise);
  else if (!word.empty())
    raise(word.front());
  return word;
}

}  // namespace

// Cells of one script without anything between them.
struct SpellingSuggester::Word {
  enum class Script { latin, hangul, han, other } script;
  Span place;  // bytes of the query
  std::string text;
  std::vector<Cell> cells;
  std::vector<bool> in_form;  // of the lexicon, by cell
  bool in_lexicon = false;    // all cells but particles are
};

struct SpellingSuggester::Repair {
  std::string text;
  double score;
};

std::vector<SpellingSuggester::Word> SpellingSuggester::words_of(std::string_view query, std::span<const Span> places) const {
  const auto script_of = [](const Cell& cell) {
    if (!cell.is_character()) return is_latin(cell.word) ? Word::Script::latin : Word::Script::other;
    const CharacterClass kind = character(decode(cell.key, 0).value).kind;
    if (kind == CharacterClass::hangul) return Word::Script::hangul;
    return kind == CharacterClass::han || kind == CharacterClass::kana ? Word::Script::han : Word::Script::other;
  };
  std::vector<Word> words;
  for (Span place : places) {
    const Span asked = without_question(query.substr(place.begin, place.end - place.begin));
    place = {place.begin + asked.begin, place.begin + asked.end};
    const std::string_view text = query.substr(place.begin, place.end - place.begin);
    std::vector<Cell> cells = analyse(tokenizer_, text);
    std::vector<bool> covered(cells.size());
    for (std::size_t i = 0; i < cells.size();) {
      std::size_t length = 0;
      lexicon_.find_longest(std::span(cells).subspan(i), length);
      std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(i), length, true);
      i += std::max<std::size_t>(1, length);
    }
    for (std::size_t first = 0, last = 0; first < cells.size(); first = last) {
      const Word::Script script = script_of(cells[first]);
      for (last = first + 1;
           last < cells.size() && cells[last].is_character() && !cells[last - 1].spaced && script_of(cells[last]) == script;)
        ++last;
      Word& word = words.emplace_back();
      word.script = script;
      word.place = {place.begin + cells[first].begin, place.begin + cells[last - 1].end};
      word.text = query.substr(word.place.begin, word.place.end - word.place.begin);
      word.in_lexicon = true;
      for (std::size_t i = first; i < last; ++i) word.in_lexicon &= covered[i] || cells[i].particle;
      word.in_form.assign(covered.begin() + static_cast<std::ptrdiff_t>(first), covered.begin() + static_cast<std::ptrdiff_t>(last));
      word.cells.assign(cells.begin() + static_cast<std::ptrdiff_t>(first), cells.begin() + static_cast<std::ptrdiff_t>(last));
    }
  }
  return words;
}

bool SpellingSuggester::has_clause(const std::vector<std::string>& terms) const {
  if (!std::all_of(terms.begin(), terms.end(), [&](const std::string& term) { return frequencies_.has(term); })) return false;
  if (terms.size() < 2) return true;
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()));
  return !enquire.get_mset(0, 1).empty();
}

bool SpellingSuggester::has_term(const Cell& cell) const {
  return frequencies_.has(cell.word) || (cell.stemmed && frequencies_.has(schema::index_term(TokenKind::stem, cell.key)));
}

bool SpellingSuggester::is_known_latin(std::string_view word) const {
  const std::vector<Cell> cells = analyse(tokenizer_, word);
  return cells.size() == 1 && !cells.front().is_character() && (has_term(cells.front()) || !lexicon_.find(cells).empty());
}

bool SpellingSuggester::is_known_hangul(std::span<const Cell> cells) const {
  if (!lexicon_.find(cells).empty()) return true;
  std::vector<std::string> bigrams;
  std::string word;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    word += cells[i].key;
    if (i + 1 < cells.size() && !cells[i].bigram.empty()) bigrams.push_back(cells[i].bigram);
  }
  return frequencies_.has(schema::index_term(TokenKind::stem, word)) || (!bigrams.empty() && has_clause(bigrams));
}

std::vector<SpellingSuggester::Repair> SpellingSuggester::repair_latin(const Word& word, double most) {
  if (word.in_lexicon || word.text.size() < shortest_latin || !is_latin(word.text)) return {};
  const Cell& cell = word.cells.front();
  if (is_stop_word(cell.word) || has_term(cell)) return {};
  // Typed for Hangul. A capital at the beginning is often the device's.
  for (const std::string& keys : {word.text, lower_ascii(word.text)}) {
    const TypedHangul hangul = hangul_of_keys(keys);
    if (!hangul.whole) continue;
    const std::vector<Cell> cells = analyse(tokenizer_, hangul.text);
    const auto stem_end = std::find_if(cells.begin(), cells.end(), [](const Cell& one) { return one.particle; });
    const std::span<const Cell> stem(cells.begin(), stem_end);
    if (stem.size() >= shortest_hangul && (is_known_hangul(stem) || is_known_hangul(cells))) return {{hangul.text, 0}};
  }
  std::vector<Repair> repairs;
  for (NearWord& near : vocabulary_.near(cell.word, Typing::latin, cell.word.size() <= short_spelling ? one_slip : most))
    repairs.push_back({with_case_of(word.text, std::move(near.text)), near.score});
  return repairs;
}

std::vector<SpellingSuggester::Repair> SpellingSuggester::repair_hangul(const Word& word, double most) {
  if (word.in_lexicon || is_initial_consonants(word.text) || is_function_word(word.text)) return {};
  const auto stem_end = std::find_if(word.cells.begin(), word.cells.end(), [](const Cell& cell) { return cell.particle; });
  const std::span<const Cell> cells(word.cells), stem(word.cells.begin(), stem_end);
  if (stem.size() >= shortest_hangul && (is_known_hangul(stem) || is_known_hangul(cells))) return {};
  const std::string keys = korean_keys(word.text);
  const std::string latin = lower_ascii(keys);
  if (has_lone_vowel(word.text) || latin.size() > short_spelling)
    if (is_known_latin(latin)) return {{latin, 0}};
  if (cells.size() < shortest_hangul) return {};
  std::vector<Repair> repairs;
  const auto add = [&](const std::string& typed, std::string_view rest) {
    for (NearWord& near : vocabulary_.near(typed, Typing::korean, typed.size() <= short_spelling ? one_slip : most))
      repairs.push_back({near.text.append(rest), near.score});
  };
  add(keys, "");
  if (!stem.empty() && stem.size() < cells.size()) {
    const std::size_t end = stem.back().end - cells.front().begin;
    add(korean_keys(std::string_view(word.text).substr(0, end)), std::string_view(word.text).substr(end));
  }
  return repairs;
}

std::vector<SpellingSuggester::Repair> SpellingSuggester::repair_han(const Word& word) {
  const std::vector<Cell>& cells = word.cells;
  if (word.in_lexicon || cells.size() < shortest_han || cells.size() > longest_han) return {};
  std::vector<bool> absent(cells.size());  // with the next character
  std::u32string folded;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    folded += decode(cells[i].key, 0).value;
    absent[i] = i + 1 < cells.size() && !cells[i].bigram.empty() && !frequencies_.has(cells[i].bigram);
  }
  if (std::find(absent.begin(), absent.end(), true) == absent.end()) return {};
  std::vector<Repair> repairs;
  for (std::size_t length = cells.size(); length >= shortest_han; --length) {
    if (length < cells.size() && length < shortest_han_inside) break;
    for (std::size_t first = 0; first + length <= cells.size(); ++first)
      for (const Vocabulary::HanForm& form : vocabulary_.han_forms(length)) {
        std::size_t wrong = 0, at = 0;
        for (std::size_t i = 0; i < length && wrong < 2; ++i)
          if (form.folded[i] != folded[first + i]) ++wrong, at = i;
        if (wrong != 1) continue;
        // Wrong where neither the lexicon nor the index has it.
        const std::size_t cell = first + at;
        if (word.in_form[cell] || is_function_character(cells[cell].key)) continue;
        if (!absent[cell] && (cell == 0 || !absent[cell - 1])) continue;
        std::string text = word.text.substr(0, cells[cell].begin - cells.front().begin);
        char bytes[4];
        text.append(bytes, encode(form.text[at], bytes));
        text += word.text.substr(cells[cell].end - cells.front().begin);
        const bool known = std::any_of(repairs.begin(), repairs.end(), [&](const Repair& other) { return other.text == text; });
        if (!known) repairs.push_back({std::move(text), one_slip});
      }
    if (!repairs.empty()) break;
  }
  return repairs;
}

std::vector<Suggestion> SpellingSuggester::suggest(std::string_view query, std::span<const Span> places, const QueryOutcome& outcome) {
  if (places.empty() || query.size() > max_bytes) return {};
  const std::vector<Word> words = words_of(query, places);
  if (words.size() > max_words) return {};
  const double most = outcome.found ? one_slip : two_slips;
  struct Repaired {
    const Word* word;
    std::vector<Repair> repairs;  // the likeliest first
  };
  std::vector<Repaired> repaired;
  for (const Word& word : words) {
    if (std::any_of(outcome.understood.begin(), outcome.understood.end(),
                    [&](const std::string& part) { return part.find(word.text) != part.npos; }))
      continue;
    std::vector<Repair> repairs;
    if (word.script == Word::Script::latin) repairs = repair_latin(word, most);
    if (word.script == Word::Script::hangul) repairs = repair_hangul(word, most);
    if (word.script == Word::Script::han) repairs = repair_han(word);
    std::stable_sort(repairs.begin(), repairs.end(), [](const Repair& a, const Repair& b) { return a.score < b.score; });
    const double likely = repairs.empty() ? 0 : repairs.front().score + as_likely;
    std::erase_if(repairs, [&](const Repair& repair) { return repair.text == word.text || repair.score > likely; });
    if (!repairs.empty()) repaired.push_back({&word, std::move(repairs)});
  }
  std::vector<Suggestion> suggestions;
  // Of several words all are repaired at once; alternatives for each would be too many.
  const std::size_t count = repaired.empty() ? 0 : repaired.size() > 1 ? 1 : std::min(most_suggestions, repaired.front().repairs.size());
  for (std::size_t i = 0; i < count; ++i) {
    Suggestion suggestion;
    std::size_t written = 0;
    for (const auto& [word, repairs] : repaired) {
      suggestion.query += query.substr(written, word->place.begin - written);
      suggestion.query += repairs[i].text;
      written = word->place.end;
      suggestion.replaced.push_back({word->text, repairs[i].text});
    }
    suggestion.query += query.substr(written);
    suggestions.push_back(std::move(suggestion));
  }
  return suggestions;
}

}  // namespace jomun
