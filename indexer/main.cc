// Jomun: jomun-index.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <unistd.h>

#include <iostream>

#include "indexer/index_program.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return jomun::run_index({argv + 1, argv + argc}, std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) == 1);
}
