// Jomun tests: folding a folded word changes nothing, a text has the same terms however it is normalised, and finding its language ends.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <unicode/normalizer2.h>

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/tokens.h"
#include "tokenizers/characters.h"
#include "tokenizers/language.h"
#include "tokenizers/registry.h"
#include "tokenizers/words.h"

namespace jomun::testing {
namespace {

std::string normalized(const icu::Normalizer2* (*form)(UErrorCode&), std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  std::string result;
  form(error)->normalize(icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())}), error).toUTF8String(result);
  require(U_SUCCESS(error), u_errorName(error));
  return result;
}

std::string terms(const std::string& text) {
  static const auto tokenizer = make_tokenizer();
  return line(tokens_of(*tokenizer, text));
}

}  // namespace

void fuzz(std::string_view text) {
  detect_language(text);

  // What is parted or cut depends on the number of bytes, and no normalisation keeps ill-formed ones.
  constexpr std::size_t longest = 64;
  text = text.substr(0, longest);
  if (const std::size_t ill_formed = find_ill_formed(text); ill_formed != std::string_view::npos) text = text.substr(0, ill_formed);

  std::string folded, twice;
  fold_word(text, folded);
  fold_word(folded, twice);
  require(folded == twice, "a folded word folds to another");

  const std::string parts = normalized(icu::Normalizer2::getNFDInstance, text);
  if (parts.find("\u0345") != parts.npos) return;  // the Greek iota subscript folds to a letter, and among other marks to another place
  // How many characters may stand between a bar and a reading is counted as they are encoded.
  if (text.find("｜") != text.npos && count_code_points(parts) > 30) return;
  const std::string composed = terms(normalized(icu::Normalizer2::getNFCInstance, text));
  const std::string decomposed = terms(parts);
  if (composed != decomposed) require_none("composed:   " + composed + "\ndecomposed: " + decomposed);
}

}  // namespace jomun::testing
