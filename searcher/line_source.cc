// Jomun: queries and commands, one per line, from wherever they come.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/line_source.h"

#include <istream>

namespace jomun {

std::optional<std::string> StreamLines::next() {
  std::string line;
  if (!std::getline(in_, line)) return {};
  if (++number_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

}  // namespace jomun
