// Jomun tests: what must be true of the tokens of every tokenizer, whatever the text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/token_checker.h"

#include <algorithm>
#include <memory>

#include "tests/support/tokens.h"
#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun::testing {

TokenChecker::TokenChecker(std::string_view text) : text_(text), boundary_(text.size() + 1) {
  for (std::size_t offset = 0; offset < text.size(); offset += decode(text, offset).bytes) boundary_[offset] = true;
  boundary_[text.size()] = true;
}

void TokenChecker::check(bool good, const char* what, const Token& token) {
  if (good || !problem_.empty()) return;
  problem_ = std::string(what) + ": " + line({{std::string(token.text), token.begin, token.end, token.position, token.kind}}) + " [" +
             std::to_string(token.begin) + ',' + std::to_string(token.end) + ')';
}

bool TokenChecker::accept(std::span<const Token> tokens) {
  for (const Token& token : tokens) check(token);
  return true;
}

void TokenChecker::check(const Token& token) {
  check(!token.text.empty(), "empty term", token);
  check(token.text.size() <= max_term_bytes, "term too long", token);
  check(find_ill_formed(token.text) == std::string_view::npos, "ill-formed term", token);
  check(token.text.empty() || token.text.front() < 'A' || token.text.front() > 'Z', "term begins with a capital", token);
  check(token.kind != TokenKind::bigram || count_code_points(token.text) == 2, "bigram is not of two characters", token);
  check(token.kind != TokenKind::unigram || count_code_points(token.text) == 1, "unigram is not of one character", token);

  const bool in_text = token.begin < token.end && token.end <= text_.size();
  check(in_text, "range outside of the text", token);
  if (in_text) check(boundary_[token.begin] && boundary_[token.end], "range parts a code point", token);

  if (!any_ || token.position != position_) {
    check(any_ || token.position == 0, "first position is not 0", token);
    check(!any_ || has_main_, "stem without a token at its position", token);
    check(!any_ || (token.position > position_ && token.position <= position_ + 2), "position not one or two more", token);
    has_main_ = has_stem_ = has_gloss_ = false;
  }
  any_ = true;
  position_ = token.position;
  if (token.gloss) {
    check(token.kind == TokenKind::bigram || token.kind == TokenKind::unigram, "gloss is a word or stem", token);
    check(!has_gloss_, "second gloss at a position", token);
    has_gloss_ = true;
    return;
  }
  if (token.kind == TokenKind::stem) {
    check(!has_stem_, "second stem at a position", token);
    check(!has_main_ || token.begin == begin_, "stem does not begin where its token does", token);
    has_stem_ = true;
    stem_begin_ = token.begin;
  } else {
    check(!has_main_, "second token at a position", token);
    check(token.begin >= begin_, "ranges do not begin in order", token);
    check(!has_stem_ || token.begin == stem_begin_, "stem does not begin where its token does", token);
    check(!has_stem_ || token.kind != TokenKind::word, "stem before its word", token);
    has_main_ = true;
    begin_ = token.begin;
  }
}

std::string TokenChecker::problem() {
  if (problem_.empty() && any_ && !has_main_) problem_ = "last stem without a token at its position";
  return problem_;
}

std::string check_tokenizer(Tokenizer& tokenizer, std::string_view text) {
  const auto report = [&](const std::string& what) { return std::string(tokenizer.name()) + ": " + what; };
  TokenChecker checker(text);
  tokenizer.tokenize(text, checker);
  if (const std::string problem = checker.problem(); !problem.empty()) return report(problem);

  const std::vector<KeptToken> first = tokens_of(tokenizer, text);
  if (tokens_of(tokenizer, text) != first) return report("a second run differs");

  // Every prefix of a short output, a few of a long one.
  for (std::size_t limit = 1; limit < first.size(); limit += 1 + limit / 4) {
    Keeper keeper(limit);
    tokenizer.tokenize(text, keeper);
    if (!std::equal(keeper.tokens().begin(), keeper.tokens().end(), first.begin(), first.begin() + static_cast<std::ptrdiff_t>(limit)))
      return report("stopped after " + std::to_string(limit) + " tokens, got " + std::to_string(keeper.tokens().size()) + " or others");
  }
  return {};
}

std::string check_all_tokenizers(std::string_view text) {
  static const std::vector<std::unique_ptr<Tokenizer>> all = [] {
    std::vector<std::unique_ptr<Tokenizer>> made;
    for (const TokenizerEntry& entry : tokenizers()) made.push_back(entry.make());
    return made;
  }();
  for (const auto& tokenizer : all)
    if (std::string problem = check_tokenizer(*tokenizer, text); !problem.empty()) return problem;
  return {};
}

}  // namespace jomun::testing
