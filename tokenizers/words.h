// Jomun: words of the scripts written with spaces: where they end, how they are folded, what their English stem is.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace jomun {

// Snowball's English stemmer with a memory of recent words. One per thread.
class EnglishStemmer {
 public:
  EnglishStemmer();
  ~EnglishStemmer();
  EnglishStemmer(const EnglishStemmer&) = delete;
  EnglishStemmer& operator=(const EnglishStemmer&) = delete;

  // REQUIRES: `word` is folded. The view is valid until the next call; it is at most max_added_bytes longer than the word.
  std::string_view stem(std::string_view word);
  static constexpr std::size_t max_added_bytes = 1;  // "hoping" gives "hope"

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// Finds words by UAX #29 as ICU implements it, for text that is not plain Latin letters and digits. One per thread.
class WordBreaker {
 public:
  WordBreaker();
  ~WordBreaker();
  WordBreaker(const WordBreaker&) = delete;
  WordBreaker& operator=(const WordBreaker&) = delete;

  // Starts on `utf8`, whose bytes must stay until the last call of next().
  void reset(std::string_view utf8);
  // Sets [begin, end) to the next word that has a letter or digit. False: there is none.
  bool next(std::size_t& begin, std::size_t& end);

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

// NFKC case folding, Latin letters without diacritics, a straight apostrophe, no comma: "Café’s" gives "cafe's", "10,000" 10000.
// Appends to `folded`.
void fold_word(std::string_view utf8, std::string& folded);

// Canonical and compatibility composition of a cluster (conjoining jamo, half-width kana with its voicing mark): NFKC.
// Appends to `composed`.
void compose(std::string_view utf8, std::string& composed);

// The canonical composition of two characters (か and U+3099: が), or 0 where there is none. Thread-safe.
char32_t compose_pair(char32_t first, char32_t second);

}  // namespace jomun
