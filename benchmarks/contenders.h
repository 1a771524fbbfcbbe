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

// What a text was split into, enough to notice when it changes.
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

// Reuses what it can from one text to the next, as an indexer would.
class Contender {
 public:
  virtual ~Contender() = default;
  virtual Output split(std::string_view utf8) = 0;
};

struct ContenderEntry {
  std::string name;
  std::function<std::unique_ptr<Contender>()> make;
};

// Two groups by what comes out. Tokens pushed into a sink that counts them:
//   every registered tokenizer by its name
//   icu-word      ICU's word BreakIterator over UTF-8; the spans that are words, nothing folded
//   naive-bigram  each two neighbouring code points, nothing folded, nothing left out
// Terms in a Xapian::Document; tokens are then its distinct terms:
//   xapian-ngram         TermGenerator with FLAG_CJK_NGRAM and the English stemmer: terms and positions, as index_text() makes them
//   jomun-1+xapian       our default tokenizer and add_term() for each token: terms without positions, as our index keeps them
std::vector<ContenderEntry> contenders();

}  // namespace jomun
