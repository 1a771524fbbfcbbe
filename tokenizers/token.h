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
  word,     // a word or number of a script written with spaces: "safety", "2.5"; any word of a tokenizer that knows a language's words
  stem,     // an additional term for a word: English stem, Korean word without its endings, dictionary form of a Japanese verb
  bigram,   // two neighbouring Han, kana or Hangul characters: "安全"
  unigram,  // one such character: all of a run of one, and the last of a longer run
};

// One term of a text. Every position has exactly one word, bigram or unigram, and at most one stem, which begins where that begins. The
// stem of a word stands behind it, that of a Korean word before its first bigram. A position may also have one bigram or unigram of a
// gloss, the same text in the other script: its range is in the bracket, and phrases of it are found by position like any other. It may
// come before or behind the other token of its position.
// A run of Han, kana or Hangul is either words, or bigrams and its last character: then every position starts a bigram or unigram,
// so a text can be searched for a phrase by consecutive positions, and for a single character by the first character of these tokens.
//
// 人工智能 gives 人工@0 工智@1 智能@2 能@3;  "AI safety" gives ai@0 (+ stem ai@0) safety@1 (+ stem safeti@1);
// 파양(罷養)은 gives 파양@0 罢养@0 (gloss) 养@1 (gloss) 양은@1 은@2.
struct Token {
  std::string_view text;       // the folded term, UTF-8, 1 to max_term_bytes bytes; valid only during accept(). Begins with no ASCII
                               // capital letter: those begin other terms of an index
  std::size_t begin = 0;       // bytes [begin, end) of the ORIGINAL text the term was read from, on code point boundaries;
  std::size_t end = 0;         // what was skipped inside (an annotation, a variation selector) is covered
  std::uint32_t position = 0;  // 0 first, then equal (an alternative term), one more, or two more: a gap, punctuation stood between
  TokenKind kind = TokenKind::word;
  bool gloss = false;  // a bigram or unigram of a Korean gloss, 파양(罷養)
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
