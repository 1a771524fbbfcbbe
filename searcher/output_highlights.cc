// Jomun: where the highlights of a hit stand in its text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_highlights.h"

#include "tokenizers/characters.h"

namespace jomun {

std::vector<Span> highlight_spans(const std::vector<Highlight>& highlights, std::string_view text) {
  std::vector<Span> spans;
  std::size_t offset = 0, code_points = 0;
  const auto advance = [&](std::size_t to) {
    for (; code_points < to && offset < text.size(); ++code_points) offset += decode(text, offset).bytes;
    return offset;
  };
  for (const Highlight& highlight : highlights) {
    const std::size_t begin = advance(highlight.begin), end = advance(highlight.end);
    if (begin < end) spans.push_back({begin, end});
  }
  return spans;
}

}  // namespace jomun
