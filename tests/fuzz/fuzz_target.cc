// Jomun tests: what every fuzz target is made of.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzz_target.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  jomun::testing::fuzz({reinterpret_cast<const char*>(data), size});
  return 0;
}

namespace jomun::testing {

void require_none(const std::string& problem) {
  if (problem.empty()) return;
  std::cerr << problem << '\n';
  std::abort();
}

void require(bool good, const char* problem) {
  if (!good) require_none(problem);
}

}  // namespace jomun::testing
