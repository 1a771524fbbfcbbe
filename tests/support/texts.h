// Jomun tests: random texts that hit the edges between scripts, and files of the project.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rapidcheck.h>

#include <filesystem>
#include <string>
#include <vector>

namespace jomun::testing {

// Any text of the pieces below, ill-formed bytes among them.
rc::Gen<std::string> any_text();
// Han, kana, CJK punctuation and white space only, well formed.
rc::Gen<std::string> cjk_text();
// ASCII letters, digits and punctuation.
rc::Gen<std::string> ascii_text();
// A few of the pieces below, each many times: about a power of two from 2 to 1024, so that buffers overflow at every place.
rc::Gen<std::string> long_text();

// Pieces of text, each a state or an edge of some tokenizer; also the seeds of the fuzzers.
const std::vector<std::string>& telling_pieces();

// Throws std::runtime_error if it cannot be read.
std::string read_file(const std::filesystem::path& path);
// The five published declarations the project ships.
std::vector<std::filesystem::path> declaration_files();

}  // namespace jomun::testing
