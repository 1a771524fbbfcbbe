// Jomun tests: no bytes make a tokenizer break what token_checker.h promises.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "tests/support/token_checker.h"
#include "tokenizers/language.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string problem = jomun::testing::check_all_tokenizers(text);
  if (!problem.empty()) {
    std::cerr << problem << '\n';
    std::abort();
  }
  jomun::detect_language(text);
  return 0;
}
