// Jomun: the part of a long clause that shows best why it was found.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_passage.h"

#include <algorithm>
#include <set>

#include "searcher/output_wrap.h"
#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

constexpr std::size_t marks_looked_at = 400;  // a clause with more is a list of the same word

bool ends_sentence(std::string_view text, std::size_t offset) {
  while (offset > 0) {
    const Decoded last = decode_before(text, offset);
    if (last.value == U'\n') return true;
    if (character(last.value).kind != CharacterClass::space)
      return std::u32string_view(U".!?。！？；").find(last.value) != std::u32string_view::npos;
    offset -= last.bytes;
  }
  return true;
}

// The first of the marks with most different words, then most marks, in `columns`.
std::size_t best_first_mark(std::string_view text, const std::vector<Span>& marks, std::size_t columns) {
  std::vector<std::size_t> begins, ends;  // in columns
  std::size_t offset = 0, column = 0;
  for (const Span& mark : marks) {
    begins.push_back(column += display_width(text.substr(offset, mark.begin - offset)));
    ends.push_back(column += display_width(text.substr(mark.begin, mark.end - mark.begin)));
    offset = mark.end;
  }
  std::size_t best = 0;
  std::pair<std::size_t, std::size_t> best_value;
  for (std::size_t first = 0; first < marks.size(); ++first) {
    std::set<std::string_view> words;
    std::size_t count = 0;
    for (std::size_t i = first; i < marks.size() && ends[i] - begins[first] <= columns; ++i, ++count)
      words.insert(text.substr(marks[i].begin, marks[i].end - marks[i].begin));
    const std::pair value(words.size(), count);
    if (value > best_value) best = first, best_value = value;
  }
  return best;
}

// The longest end of `text` that takes at most `columns`, as the offset where it begins.
std::size_t fit_columns_before(std::string_view text, std::size_t columns) {
  std::size_t offset = text.size();
  while (offset > 0) {
    const std::size_t before = offset - decode_before(text, offset).bytes;
    const std::size_t width = display_width(text.substr(before, offset - before));
    if (width > columns) break;
    columns -= width;
    offset = before;
  }
  return offset;
}

}  // namespace

Span best_passage(std::string_view text, const std::vector<Span>& marks, std::size_t columns) {
  if (fit_columns(text, columns) == text.size()) return {0, text.size()};
  const std::vector<std::size_t> breaks = line_break_opportunities(text);
  Span passage;
  if (!marks.empty()) {
    const std::vector<Span> looked_at(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(std::min(marks.size(), marks_looked_at)));
    const std::size_t mark = looked_at[best_first_mark(text, looked_at, columns * 3 / 4)].begin;
    const std::size_t earliest = fit_columns_before(text.substr(0, mark), columns / 4);
    if (earliest > 0) {
      passage.begin = mark;
      const auto first = std::lower_bound(breaks.begin(), breaks.end(), earliest), last = std::upper_bound(first, breaks.end(), mark);
      const auto sentence = std::find_if(first, last, [&](std::size_t offset) { return ends_sentence(text, offset); });
      if (sentence != last)
        passage.begin = *sentence;
      else if (first != last)
        passage.begin = *first;
    }
  }
  passage.end = passage.begin + fit_columns(text.substr(passage.begin), columns);
  const auto after = std::upper_bound(breaks.begin(), breaks.end(), passage.end);
  if (after != breaks.begin() && *std::prev(after) > passage.begin) passage.end = *std::prev(after);
  // White space at the cut says nothing.
  while (passage.end > passage.begin) {
    const Decoded last = decode_before(text, passage.end);
    if (character(last.value).kind != CharacterClass::space) break;
    passage.end -= last.bytes;
  }
  return passage;
}

}  // namespace jomun
