// Jomun tests: tokens kept as values, and written as one line to compare with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/tokens.h"

#include <algorithm>
#include <stdexcept>

namespace jomun::testing {

bool Keeper::accept(std::span<const Token> tokens) {
  if (stopped_) throw std::logic_error("tokens after the sink said stop");
  for (const Token& token : tokens.first(std::min(tokens.size(), limit_ - tokens_.size())))
    tokens_.push_back({std::string(token.text), token.begin, token.end, token.position, token.kind, token.gloss});
  stopped_ = tokens_.size() == limit_;
  return !stopped_;
}

std::vector<KeptToken> tokens_of(Tokenizer& tokenizer, std::string_view text) {
  Keeper keeper;
  tokenizer.tokenize(text, keeper);
  return keeper.tokens();
}

std::string line(const std::vector<KeptToken>& tokens) {
  std::string result;
  for (const KeptToken& token : tokens) {
    if (!result.empty()) result += ' ';
    if (token.kind == TokenKind::stem) result += '~';
    if (token.gloss) result += '=';
    result += token.text + '@' + std::to_string(token.position);
  }
  return result;
}

std::string sources(const std::vector<KeptToken>& tokens, std::string_view text) {
  std::string result;
  for (const KeptToken& token : tokens) {
    if (token.kind == TokenKind::stem) continue;
    if (!result.empty()) result += ' ';
    result += token.text + '=' + std::string(text.substr(token.begin, token.end - token.begin));
  }
  return result;
}

}  // namespace jomun::testing
