// Jomun: the command line of jomun-search.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "searcher/terminal.h"

namespace jomun {

// Runs the program on `arguments` (without its name) and returns its exit code: 0 something was found, 1 nothing, 2 an error, also one
// that only a part of the queries met with. A person who ends the shell gets 0. Results go to `out`, all else to `error`; queries are
// read from `in`, or in the shell typed at the terminal. REQUIRES: SIGPIPE is ignored.
int run_search(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error,
               const Terminal& terminal = {});

}  // namespace jomun
