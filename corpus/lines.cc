// Jomun: the lines of a published text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/lines.h"

#include "corpus/layout.h"

namespace jomun {
namespace {

constexpr std::string_view ideographic_space = "\xE3\x80\x80";

// LF, VT, FF and CR.
bool ends_line(char c) { return static_cast<unsigned char>(c - '\n') <= '\r' - '\n'; }

}  // namespace

std::vector<Line> split_lines(std::string_view text, std::size_t begin) {
  std::vector<Line> lines;
  Break before = Break::blank;
  for (std::size_t at = begin; at < text.size();) {
    std::size_t end = find_control(text, at);
    while (end < text.size() && !ends_line(text[end])) end = find_control(text, end + 1);
    const std::string_view whole = text.substr(at, end - at);
    const std::size_t last = skip_blanks_back(whole, whole.size());
    const std::size_t first = skip_blanks(whole.substr(0, last), 0);
    if (first < last) {
      lines.push_back({at + first, at + last, before, first != 0, whole.starts_with(ideographic_space)});
      before = Break::line;
    } else {
      before = Break::blank;
    }
    at = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++at;
  }
  return lines;
}

}  // namespace jomun
