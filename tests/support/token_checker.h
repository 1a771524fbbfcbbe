// Jomun tests: what must be true of the tokens of every tokenizer, whatever the text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizers/tokenizer.h"

namespace jomun::testing {

// Checks each token as it comes and remembers the first thing that is wrong. A token must
//  - be well-formed UTF-8 of 1 to max_term_bytes bytes that begins with no ASCII capital; a bigram of two code points, a unigram of one;
//  - come from a non-empty range of the text, on code point boundaries; ranges begin in order;
//  - have the position of the token before it, or one or two more; the first has 0;
//  - be the only one at its position but for a stem, which has the position of another token and begins where that begins: behind a
//    word, else before or behind; and for a gloss, a bigram or unigram of any range.
class TokenChecker final : public TokenSink {
 public:
  explicit TokenChecker(std::string_view text);
  bool accept(std::span<const Token> tokens) override;
  // REQUIRES: the tokenizer is done. Empty: nothing is wrong.
  std::string problem();

 private:
  void check(const Token& token);
  void check(bool good, const char* what, const Token& token);

  std::string_view text_;
  std::vector<bool> boundary_;  // by offset: a code point begins or the text ends here
  std::string problem_;
  bool any_ = false;
  std::uint32_t position_ = 0;  // of the last token
  std::size_t begin_ = 0;       // of the last token that is not a stem
  bool has_main_ = false;       // at position_
  bool has_stem_ = false;
  bool has_gloss_ = false;
  std::size_t stem_begin_ = 0;
};

// The above, and: a second run gives the same (whatever `tokenizer` has read before), stopping after some tokens gives exactly
// those. Returns what is wrong, or nothing.
std::string check_tokenizer(Tokenizer& tokenizer, std::string_view text);

// check_tokenizer() for every registered tokenizer, on objects kept from call to call.
std::string check_all_tokenizers(std::string_view text);

}  // namespace jomun::testing
