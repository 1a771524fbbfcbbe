// Jomun: the words that the lexicon and an index know, to be found by how they are spelled.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/vocabulary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "indexer/schema.h"
#include "searcher/korean_keyboard.h"
#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"
#include "tokenizers/hangul.h"

namespace jomun {
namespace {

constexpr std::size_t shortest_latin = 3, shortest_hangul = 2, shortest_han = 3;  // letters, syllables, characters
constexpr std::size_t most_near = 8;
// Set by judgement, not fitted; ARCHITECTURE.md has how well they do.
constexpr double cheapest_slip = 0.6;  // of those that change which letters there are, or how many
constexpr double outside_lexicon = 0.2, frequency_share = 0.03;

bool is_latin_word(std::string_view text) {
  return text.size() >= shortest_latin && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_hangul_word(std::string_view text) {
  std::size_t syllables = 0;
  for (std::size_t i = 0; i < text.size(); i += decode(text, i).bytes, ++syllables)
    if (!is_syllable(decode(text, i).value)) return false;
  return syllables >= shortest_hangul;
}

std::vector<std::string> words_of(std::string_view form) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < form.size();) {
    const std::size_t end = std::min(form.find_first_of(" -/", begin), form.size());
    if (end > begin) words.emplace_back(form.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// Korean forms as a whole, without their spaces, too: they are spaced freely.
void add_words(std::string_view form, Typing typing, std::vector<std::string>& words) {
  const bool korean = typing == Typing::korean;
  std::string whole;
  for (std::string& word : words_of(form)) {
    whole += word;
    if (!korean) word = lower_ascii(word);
    if (korean ? is_hangul_word(word) : is_latin_word(word)) words.push_back(std::move(word));
  }
  if (korean && is_hangul_word(whole)) words.push_back(std::move(whole));
}

}  // namespace

std::uint32_t Vocabulary::letters_of(std::string_view spelling) {
  std::uint32_t letters = 0;
  for (const char c : spelling) letters |= 1U << (static_cast<unsigned char>(c) & 31U);
  return letters;
}

const std::vector<Vocabulary::Word>& Vocabulary::words(Typing typing) {
  std::optional<std::vector<Word>>& words = words_[static_cast<std::size_t>(typing)];
  if (words) return *words;
  std::vector<Word> found;
  const auto add = [&](std::string text, bool in_lexicon) {
    std::string spelling = typing == Typing::korean ? korean_keys(text) : text;
    const std::uint32_t letters = letters_of(spelling);
    found.push_back({std::move(text), std::move(spelling), letters, in_lexicon});
  };
  const std::string_view language = typing == Typing::korean ? "ko" : "en";
  std::vector<std::string> of_lexicon;
  lexicon_.for_each_form([&](std::string_view text, std::string_view of) {
    if (of == language) add_words(text, typing, of_lexicon);
  });
  std::sort(of_lexicon.begin(), of_lexicon.end());
  of_lexicon.erase(std::unique(of_lexicon.begin(), of_lexicon.end()), of_lexicon.end());
  for (const std::string& word : of_lexicon) add(word, true);
  auto next = of_lexicon.begin();  // terms ascend, too
  const auto add_terms = [&](const std::string& beginning, std::size_t prefix, bool (*is_word)(std::string_view)) {
    for (auto term = database_.allterms_begin(beginning), end = database_.allterms_end(beginning); term != end; ++term) {
      std::string word = (*term).substr(prefix);
      if (!is_word(word)) continue;
      while (next != of_lexicon.end() && *next < word) ++next;
      if (next == of_lexicon.end() || *next != word) add(std::move(word), false);
    }
  };
  if (typing == Typing::latin) {
    for (char first = 'a'; first <= 'z'; ++first) add_terms(std::string(1, first), 0, is_latin_word);
  } else {
    // The first bytes of U+AC00 to U+D7A3.
    for (const char* first : {"\xEA", "\xEB", "\xEC", "\xED"})
      add_terms(std::string(schema::stem_prefix) + first, schema::stem_prefix.size(), is_hangul_word);
  }
  return words.emplace(std::move(found));
}

std::vector<NearWord> Vocabulary::near(std::string_view typed, Typing typing, double most) {
  const std::uint32_t letters = letters_of(typed);
  const auto slips = static_cast<std::size_t>(most / cheapest_slip);
  std::vector<std::pair<double, const Word*>> found;
  for (const Word& word : words(typing)) {
    const std::size_t longer = std::max(word.spelling.size(), typed.size()), shorter = std::min(word.spelling.size(), typed.size());
    if (longer - shorter > slips || static_cast<std::size_t>(std::popcount(letters ^ word.letters)) > 2 * slips) continue;
    const double distance = spelling_distance(typed, word.spelling, typing, most);
    if (distance <= most) found.emplace_back(distance + (word.in_lexicon ? 0 : outside_lexicon), &word);
  }
  // Only of the nearest ones it is worth asking how frequent they are.
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, std::string_view(a.second->text)) < std::pair(b.first, std::string_view(b.second->text));
  });
  if (found.size() > most_near) found.resize(most_near);
  std::vector<NearWord> near;
  for (const auto& [score, word] : found) {
    const std::string term = typing == Typing::korean ? schema::index_term(TokenKind::stem, word->text) : word->text;
    const double frequency = database_.get_termfreq(term);
    near.push_back({word->text, score - (word->in_lexicon ? 0 : outside_lexicon), score - frequency_share * std::log2(1 + frequency)});
  }
  std::stable_sort(near.begin(), near.end(), [](const NearWord& a, const NearWord& b) { return a.score < b.score; });
  return near;
}

std::span<const Vocabulary::HanForm> Vocabulary::han_forms(std::size_t length) {
  if (han_forms_.empty()) {
    lexicon_.for_each_form([&](std::string_view text, std::string_view language) {
      HanForm form;
      bool plain = language != "en" && language != "ko";
      for (std::size_t i = 0; plain && i < text.size(); i += decode(text, i).bytes) {
        form.text += decode(text, i).value;
        const Character c = character(form.text.back());
        plain = c.kind == CharacterClass::han || c.kind == CharacterClass::kana;
        form.folded += c.folded;
      }
      if (plain && form.folded.size() >= shortest_han) han_forms_[form.folded.size()].push_back(std::move(form));
    });
  }
  const auto found = han_forms_.find(length);
  return found == han_forms_.end() ? std::span<const HanForm>() : found->second;
}

}  // namespace jomun
