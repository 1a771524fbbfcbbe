// Jomun: English glosses of dictionaries: what they say, and how they are looked up.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/english_gloss.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "corpus/han_bridge_data.h"
#include "tokenizers/registry.h"

namespace jomun::bridge {

bool is_odd(std::string_view entry) {
  static constexpr std::string_view marks[] = {"arch", "obs", "obsc", "sl", "m-sl", "net-sl", "vulg", "X", "derog", "joc", "chn", "rare"};
  for (std::size_t begin = entry.find('('); begin != entry.npos; begin = entry.find('(', begin + 1)) {
    const std::string_view bracket = entry.substr(begin + 1, entry.find(')', begin) - begin - 1);
    for (std::size_t from = 0; from <= bracket.size();) {
      const std::size_t to = std::min(bracket.find(',', from), bracket.size());
      if (std::find(std::begin(marks), std::end(marks), bracket.substr(from, to - from)) != std::end(marks)) return true;
      from = to + 1;
    }
  }
  return false;
}

std::string clean_gloss(std::string_view gloss) {
  std::string text;
  int depth = 0;
  for (const char c : gloss) {
    if (c == '(' || c == '{') ++depth;
    if (depth == 0) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((c == ')' || c == '}') && depth > 0) --depth;
  }
  std::istringstream words(text);
  std::string result;
  for (std::string word; words >> word;) {
    const bool empty = word == "a" || word == "an" || word == "the" || word == "to" || word == "be";
    if (result.empty() && empty) continue;
    if (word == "etc.") continue;
    result += (result.empty() ? "" : " ") + word;
  }
  return result;
}

EnglishWords::EnglishWords() : tokenizer_(make_tokenizer()) {}

EnglishWords::Keys EnglishWords::keys_of(std::string_view text) {
  keys_ = {};
  stem_.clear();
  tokenizer_->tokenize(text, *this);
  keys_.stems += stem_;
  return std::move(keys_);
}

bool EnglishWords::accept(std::span<const Token> tokens) {
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::stem) {
      stem_.assign(token.text).append(" ");
      continue;
    }
    ++keys_.words;
    keys_.stems += stem_;
    stem_.assign(token.text).append(" ");
    keys_.exact.append(without_plural(token.text)).append(" ");
  }
  return true;
}

}  // namespace jomun::bridge
