// Jomun tests: clauses as lines a reader can check.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"
#include "corpus/reader.h"

namespace jomun::testing {

// One clause a line: ADDRESS|LABEL|HEADING > HEADING|TEXT, line breaks in the text as ⏎.
inline std::string outline(const std::vector<Clause>& clauses) {
  std::string result;
  for (const Clause& clause : clauses) {
    result += clause.address + "|" + clause.label + "|";
    for (std::size_t i = 0; i < clause.path.size(); ++i) result += (i == 0 ? "" : " > ") + clause.path[i];
    result += "|";
    for (const char c : clause.text.text()) result += c == '\n' ? std::string("⏎") : std::string(1, c);
    result += "\n";
  }
  return result;
}

// The outline of a text that has one version.
inline std::string outline_of(std::string_view text, const Metadata& given = {}) {
  return outline(read_text(text, "sample.txt", given).at(0).clauses);
}

}  // namespace jomun::testing
