// Jomun: what a tokenizer says of a text, and to whom it says it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace jomun {

// Stored nowhere by number; the order has no meaning.
enum class TokenKind : std::uint8_t {
  word,     // a word or number of a script written with spaces: "safety", "2.5"
  stem,     // an additional term for a word: English stem, Korean word without its particle
  bigram,   // two neighbouring Han, kana or Hangul characters: "安全"
  unigram,  // one such character: all of a run of one, and the last of a longer run
};

// One term of a text. Every position of a run of Han, kana or Hangul starts exactly one bigram or unigram, so a text can be
// searched for a phrase by consecutive positions, and for a single character by the first character of these tokens.
//
// 人工智能 gives 人工@0 工智@1 智能@2 能@3;  "AI safety" gives ai@0 (+ stem ai@0) safety@1 (+ stem safeti@1).
struct Token {
  std::string_view text;       // the folded term, UTF-8, 1 to max_term_bytes bytes; valid only during accept()
  std::size_t begin = 0;       // bytes [begin, end) of the ORIGINAL text the term was read from, on code point boundaries;
  std::size_t end = 0;         // what was skipped inside (an annotation, a variation selector) is covered
  std::uint32_t position = 0;  // never decreases; equal: an alternative term; a gap: punctuation stood between
  TokenKind kind = TokenKind::word;
};

// A longer word is cut to this many bytes (at a code point), alike in text and query. Below Xapian's 245 with room for a prefix.
inline constexpr std::size_t max_term_bytes = 200;

// Receives the tokens of one text in order of position.
class TokenSink {
 public:
  virtual ~TokenSink() = default;
  // Takes the next tokens, one or more: as many as the tokenizer's buffers hold, so that a call costs nothing per token. The tokens
  // and their texts are valid only during the call. Returns false to stop the tokenizer.
  virtual bool accept(std::span<const Token> tokens) = 0;
};

}  // namespace jomun
