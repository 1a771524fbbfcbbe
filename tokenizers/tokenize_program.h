// Jomun: the command line of jomun-tokenize.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "tokenizers/command_line.h"

namespace jomun {

// Runs the program on `arguments` (without its name) and returns its exit code: 0 done, 1 some file could not be read, 2 usage.
// `in` is read where no file or "-" is named.
int run_tokenize(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error);

// With the tokenizers of the plug-ins that are loaded.
CommandLine tokenize_command_line();

}  // namespace jomun
