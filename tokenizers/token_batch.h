// Jomun: tokens on their way to the sink, and the buffers their texts stand in.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "tokenizers/token.h"

namespace jomun {

// Collects the tokens of a text and hands them over by the hundred. The last `kept` tokens stay, or those added since the last time
// where they are fewer, so that what is understood later can still be put among them: a stem, a gloss. Allocates nothing once made.
// Not thread-safe.
//
// Texts are written behind each other, so that two bigrams with a character in common can share its bytes. There are two buffers: the
// tokens that stay when others leave have their texts in the one that is not written to, and are the next to leave.
class TokenBatch {
 public:
  static constexpr std::size_t kept = 96;
  static constexpr std::size_t max_tokens = 64;        // that may be asked room for at once
  static constexpr std::size_t max_text_bytes = 1024;  // likewise
  static constexpr std::size_t spare_bytes = 32;       // that may be written behind any text, to write in steps of a register

  void start(TokenSink& sink);
  // Hands over what is left.
  void finish();
  // The sink wants no more: what is added from now on is dropped.
  bool stopped() const { return stopped_; }

  // Makes room, handing tokens over if there is none. True: text() is now elsewhere. REQUIRES: tokens <= max_tokens,
  // text_bytes <= max_text_bytes.
  bool reserve(std::size_t tokens, std::size_t text_bytes) {
    if (tokens <= token_room() && text_bytes <= text_room()) return false;
    hand_over();
    return true;
  }
  std::size_t token_room() const { return tokens_.size() - size_; }
  std::size_t text_room() const { return static_cast<std::size_t>(text_end_ - text_); }

  std::size_t size() const { return size_; }
  Token& operator[](std::size_t index) { return tokens_[index]; }

  // All of these REQUIRE reserved room.
  Token* end() { return tokens_.data() + size_; }
  void set_end(const Token* end) { size_ = static_cast<std::size_t>(end - tokens_.data()); }
  void add(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t position, TokenKind kind) {
    put(this->end(), text, begin, end, position, kind);
    ++size_;
  }
  // Field by field: a Token made elsewhere and copied as a whole is read before its fields have all been written, which costs more
  // than all the rest.
  static void put(Token* token, std::string_view text, std::size_t begin, std::size_t end, std::uint32_t position, TokenKind kind) {
    token->text = text;
    token->begin = begin;
    token->end = end;
    token->position = position;
    token->kind = kind;
    token->gloss = false;
  }
  // Before the token at `index`, one of the last `kept`.
  void insert(std::size_t index, const Token& token);
  // Where the next text is written.
  char* text() const { return text_; }
  void set_text(char* end) { text_ = end; }

 private:
  void hand_over();

  static constexpr std::size_t text_capacity = 4 * max_text_bytes;

  std::array<Token, max_tokens + 2 * kept> tokens_;
  std::array<std::array<char, text_capacity>, 2> texts_;
  TokenSink* sink_ = nullptr;
  bool stopped_ = false;
  std::size_t size_ = 0;
  std::size_t old_ = 0;  // tokens whose text is in the other buffer
  std::size_t buffer_ = 0;
  char* text_ = nullptr;
  const char* text_end_ = nullptr;
};

}  // namespace jomun
