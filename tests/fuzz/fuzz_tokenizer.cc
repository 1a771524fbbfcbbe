// Jomun tests: no bytes make a tokenizer break what token_checker.h promises. JOMUN_FUZZED_TOKENIZER is its name without the version.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <memory>

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/token_checker.h"
#include "tokenizers/registry.h"

namespace jomun::testing {
namespace {

std::unique_ptr<Tokenizer> make_fuzzed() {
  for (const TokenizerEntry& entry : tokenizers())
    if (entry.name.starts_with(JOMUN_FUZZED_TOKENIZER "-")) return entry.make();
  throw UnknownTokenizer(JOMUN_FUZZED_TOKENIZER);
}

}  // namespace

void fuzz(std::string_view text) {
  static const auto tokenizer = make_fuzzed();
  require_none(check_tokenizer(*tokenizer, text));
}

}  // namespace jomun::testing
