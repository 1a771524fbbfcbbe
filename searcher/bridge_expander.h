// Jomun: which words of a query the Han bridge knows, and what they are in other languages.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "corpus/han_bridge.h"
#include "searcher/text_analysis.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// A word of the query, and what it may be.
struct BridgedWord {
  struct Form {
    Pattern pattern;
    std::string text;
    std::string language;  // "ko", "ja" (katakana), "en"; "mul-Hani": Han characters, whatever the language
    double weight = 0;     // against the user's own word
  };
  std::size_t first = 0, last = 0;  // cells
  std::vector<Form> forms;
  bool whole = false;  // a form is more than half of what a dictionary has
};

// `tokenizer` must outlive it.
class BridgeExpander {
 public:
  // Which forms are of use.
  struct Wanted {
    bool han = true, hangul = true, kana = true, latin = true;  // written so
    // The share of the clauses that may have it, at most 1.
    std::function<double(const Pattern&)> frequency = [](auto&&) { return 0.01; };
  };
  BridgeExpander(Tokenizer& tokenizer, Wanted wanted) : tokenizer_(tokenizer), wanted_(std::move(wanted)) {}

  struct Range {
    std::size_t first, last;  // cells
  };
  // Cuts cells [first, last) into words the bridge knows and adds them to `words`, ascending: English by the longest phrase from left to
  // right, a run of characters so that few characters are in no word, and then by the fewest words. Function words are none.
  void find(std::span<const Cell> cells, std::size_t first, std::size_t last, std::vector<Range>& words) const;

  // A word that find() has found, with its forms, none of which is a function word; perhaps there are none.
  BridgedWord expand(std::span<const Cell> cells, Range word) const;

 private:
  void add_form(std::span<const Cell> cells, const std::string& text, const char* language, double weight, BridgedWord& word) const;
  // The words of two characters that a longer one is made of.
  void add_halves(std::span<const Cell> cells, const char* language, double weight, BridgedWord& word) const;
  bool wants(BridgeScript script) const;

  Tokenizer& tokenizer_;
  Wanted wanted_;
};

}  // namespace jomun
