// Jomun: the words, phrases, brackets and operators of a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Encoding: UTF-8, ill-formed bytes are words. Positions are bytes. Thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query_parser.h"
#include "tokenizers/mapped_text.h"

namespace jomun {

struct Lexeme {
  enum class Kind { word, phrase, open, close, conjunction, disjunction, negation, near } kind;
  std::string text;
  std::string field;  // of field:word and field:"phrase"
  QueryNode::Occurs occurs = QueryNode::Occurs::should;
  bool star = false;
  std::size_t distance = 0;
  Span place = {};  // bytes of the query that `text` is
};

// Adds to `notes` what looks like syntax and is taken as words.
std::vector<Lexeme> read_lexemes(std::string_view query, std::vector<std::string>& notes);

}  // namespace jomun
