// Jomun tests: tokens kept as values, and written as one line to compare with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizers/tokenizer.h"

namespace jomun::testing {

// A Token that outlives accept().
struct KeptToken {
  std::string text;
  std::size_t begin = 0, end = 0;
  std::uint32_t position = 0;
  TokenKind kind = TokenKind::word;
  bool gloss = false;
  friend bool operator==(const KeptToken&, const KeptToken&) = default;
};

// The first `limit` tokens of a text, then says stop. Throws std::logic_error if it is called again after that.
class Keeper final : public TokenSink {
 public:
  explicit Keeper(std::size_t limit = std::numeric_limits<std::size_t>::max()) : limit_(limit) {}
  bool accept(std::span<const Token> tokens) override;
  const std::vector<KeptToken>& tokens() const { return tokens_; }

 private:
  std::size_t limit_;
  bool stopped_ = false;
  std::vector<KeptToken> tokens_;
};

std::vector<KeptToken> tokens_of(Tokenizer& tokenizer, std::string_view text);

// "人工@0 工@1 ai@3 ~ai@3": term@position, '~' before a stem, '=' before a gloss.
std::string line(const std::vector<KeptToken>& tokens);
// "人工=人(rén)工 工=工": term=the bytes of `text` it was read from; no stems.
std::string sources(const std::vector<KeptToken>& tokens, std::string_view text);

}  // namespace jomun::testing
