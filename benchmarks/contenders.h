// Jomun: the ways of splitting a text that are measured against each other.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {

// What a text was made into, enough to notice when it changes.
struct Output {
  std::uint64_t tokens = 0;
  std::uint64_t term_bytes = 0;  // of all terms together; 0 where nobody is told the terms

  Output& operator+=(const Output& other) {
    tokens += other.tokens;
    term_bytes += other.term_bytes;
    return *this;
  }
  friend bool operator==(const Output&, const Output&) = default;
};

// Reuses what it can from one text to the next, as an indexer would. One per thread.
class Contender {
 public:
  virtual ~Contender() = default;
  virtual Output read(std::string_view utf8) = 0;
};

struct ContenderEntry {
  std::string group;  // those of a group do the same job, as far as they can be compared: see below, and filters.h
  std::string name;
  // Throws a std::exception where what the contender stands on is missing.
  std::function<std::unique_ptr<Contender>()> make;
};

// "tokenize": tokens told one by one to somebody who counts them:
//   every tokenizer of the registry by its name, the default first
//   mecab-ipadic-1  the plug-in tokenizers/mecab: the default tokenizer with words of MeCab for its runs of Han and kana
//   naive-bigram    each two neighbouring code points, nothing folded, nothing left out
//   icu-utext       ICU's word BreakIterator over UTF-8 (UText); the spans that are words, nothing folded
//   icu-utf16       the same over UTF-16 (UnicodeString): the text is converted first, and its offsets stay those of UTF-16
//   fts5-trigram    SQLite's tokenizer "trigram": each three neighbouring code points in lower case
// "document": terms in a Xapian::Document; tokens are then its distinct terms:
//   DEFAULT+xapian  the default tokenizer and add_term() for each token: terms without positions, as our index keeps them
//   xapian-ngram    TermGenerator with FLAG_CJK_NGRAM and the English stemmer: terms and positions, as index_text() makes them
std::vector<ContenderEntry> contenders();

}  // namespace jomun
