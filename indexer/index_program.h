// Jomun: the command line of jomun-index.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "tokenizers/command_line.h"

namespace jomun {

// Runs the program on `arguments` (without its name) and returns its exit code: 0 all done, 1 some inputs failed (named on `error`, the
// rest done) or `check` found damage, 2 usage or nothing done. Results go to `out`, all else to `error`. `in` is read for the path "-".
// `error_is_terminal`: long commands show there how far they are.
int run_index(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error,
              bool error_is_terminal = false);

CommandLine index_command_line();

}  // namespace jomun
