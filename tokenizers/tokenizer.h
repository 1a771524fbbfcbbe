// Jomun: the contract of every tokenizer, and how to get one by its name.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <span>
#include <stdexcept>
#include <string_view>

#include "tokenizers/token.h"

namespace jomun {

// Splits UTF-8 text into tokens. Owns buffers that it reuses: one tokenizer per thread, any number of texts one after the other.
// Any bytes may be given: an ill-formed sequence separates tokens as punctuation does. Output depends on the text alone.
class Tokenizer {
 public:
  virtual ~Tokenizer() = default;

  // Stored in an index and compared when it is opened. Changes whenever the output for any text changes: "jomun-1" becomes "jomun-2".
  virtual std::string_view name() const = 0;

  // Pushes the tokens of `utf8` into `sink` until the text ends or the sink returns false. Throws what the sink throws, else nothing
  // but std::bad_alloc.
  virtual void tokenize(std::string_view utf8, TokenSink& sink) = 0;
};

struct TokenizerEntry {
  std::string_view name;     // what make_tokenizer() takes and Tokenizer::name() returns
  std::string_view summary;  // one line for people
  std::unique_ptr<Tokenizer> (*make)();
};

// The one used by index, query and highlights alike.
inline constexpr std::string_view default_tokenizer_name = "jomun-1";

// All tokenizers, the default first. Static storage.
std::span<const TokenizerEntry> tokenizers();

class UnknownTokenizer : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

// Throws UnknownTokenizer, whose text lists the names there are.
std::unique_ptr<Tokenizer> make_tokenizer(std::string_view name = default_tokenizer_name);

}  // namespace jomun
