// Jomun: English glosses of dictionaries: what they say, and how they are looked up.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Encoding: UTF-8. Not thread-safe.

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "tokenizers/tokenizer.h"

namespace jomun::bridge {

// Whether EDICT says of an entry that it is not what one would say today: "(arch)", "(n,sl)".
bool is_odd(std::string_view entry);

// "(n,vs) (1) (the) torture {comp}" as "torture".
std::string clean_gloss(std::string_view gloss);

// The words of an English text, as the tokenizer folds and stems them.
class EnglishWords final : TokenSink {
 public:
  // The keys of all words' stems, and of the words.
  struct Keys {
    std::size_t words = 0;
    std::string stems, exact;
  };
  EnglishWords();
  Keys keys_of(std::string_view text);

 private:
  bool accept(std::span<const Token> tokens) override;

  std::unique_ptr<Tokenizer> tokenizer_;
  std::string stem_;
  Keys keys_;
};

}  // namespace jomun::bridge
