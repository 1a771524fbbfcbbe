// Jomun: the contract of every tokenizer.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string_view>

#include "tokenizers/token.h"

namespace jomun {

// Splits UTF-8 text into tokens. Owns buffers that it reuses: one tokenizer per thread, any number of texts one after the other.
// Any bytes may be given: an ill-formed sequence separates tokens as punctuation does. Output depends on the text alone.
class Tokenizer {
 public:
  virtual ~Tokenizer() = default;

  // Stored in an index and compared when it is opened. Changes whenever the output for any text changes: "mine-1" becomes "mine-2",
  // and an index made by the one is known to be of an older version of the other.
  virtual std::string_view name() const = 0;

  // Pushes the tokens of `utf8` into `sink` until the text ends or the sink returns false. Throws what the sink throws, else nothing
  // but std::bad_alloc. A text of more than 2^32 positions (12 GB of Han) has wrong ones.
  virtual void tokenize(std::string_view utf8, TokenSink& sink) = 0;
};

// A tokenizer that can be had by its name: registry.h.
struct TokenizerEntry {
  std::string_view name;     // what Tokenizer::name() returns: 1 to 64 ASCII letters, digits, '-', '_' and '.'
  std::string_view summary;  // one line for people
  // Throws a std::exception where what it stands on is missing (a dictionary, say); its text is "what is wrong; what to do". Thread-safe.
  std::unique_ptr<Tokenizer> (*make)();
};

}  // namespace jomun
