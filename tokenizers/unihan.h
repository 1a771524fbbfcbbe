// Jomun: reads the files of the Unihan database.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// For the programs that generate tables at build time only. Thread-safe.

#pragma once

#include <fstream>
#include <stdexcept>
#include <string>

namespace jomun {

// Calls function(char32_t, const std::string& property, const std::string& value) for each line `code point TAB property TAB value` of
// the Unihan file named `file`. Throws std::runtime_error when it cannot be read or holds another kind of line.
template <typename Function>
void for_each_property(const char* file, Function function) {
  std::ifstream lines(file);
  if (!lines) throw std::runtime_error(std::string(file) + ": cannot be read");
  std::string line;
  while (std::getline(lines, line)) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (second == std::string::npos) throw std::runtime_error(std::string(file) + ": not a Unihan line: " + line);
    function(static_cast<char32_t>(std::stoul(line.substr(2, first - 2), nullptr, 16)), line.substr(first + 1, second - first - 1),
             line.substr(second + 1));
  }
}

}  // namespace jomun
