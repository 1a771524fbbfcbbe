// Jomun: jomun-search.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <csignal>
#include <iostream>

#include "searcher/search_program.h"

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  std::signal(SIGPIPE, SIG_IGN);  // the end of `| head` is seen where the results are written
  return jomun::run_search({argv + 1, argv + argc}, std::cin, std::cout, std::cerr, jomun::detect_terminal());
}
