// Jomun: footnotes of a page.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_notes.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr double largest = 0.93;  // of the size of the body
constexpr std::size_t longest_mark = 8;

// The mark without the brackets around it: [1] is 1.
std::string_view bare(std::string_view mark) {
  if (mark.size() > 2 && (mark.front() == '[' || mark.front() == '(')) return trim(mark.substr(1, mark.size() - 2));
  return mark;
}

bool may_be_mark(std::string_view text) {
  const std::string_view mark = bare(text);
  if (mark.empty() || mark.size() > longest_mark) return false;
  if (std::all_of(mark.begin(), mark.end(), [](char c) { return c >= '0' && c <= '9'; })) return mark.size() <= 3;
  for (std::size_t i = 0; i < mark.size();) {
    const Decoded next = decode(mark, i);
    const bool circled = next.value >= 0x2460 && next.value <= 0x2473;
    if (!circled && next.value != U'*' && next.value != U'＊' && next.value != U'†' && next.value != U'‡' && next.value != U'※' &&
        next.value != U'§')
      return false;
    i += next.bytes;
  }
  return true;
}

// Offset of the text after the mark a line begins with, or 0; the mark goes to `mark`.
std::size_t after_mark(const PlacedLine& line, const std::set<std::string, std::less<>>& marks, std::string& mark) {
  const std::string& text = line.text;
  for (const std::string& known : marks) {
    std::size_t begin = 0;
    const bool bracket = text.compare(0, 1, "[") == 0 || text.compare(0, 1, "(") == 0;
    if (bracket) begin = 1;
    if (text.compare(begin, known.size(), known) != 0) continue;
    std::size_t end = begin + known.size();
    const bool raised = !line.raised.empty() && line.raised.front().begin == 0 && line.raised.front().end == end;
    if (!raised && end < text.size()) {
      const Decoded next = decode(text, end);
      const bool closes = next.value == U']' || next.value == U')' || next.value == U'.' || next.value == U'）';
      if (bracket && !closes) continue;
      if (closes) end += next.bytes;
      const char32_t after = end < text.size() ? decode(text, end).value : U' ';
      if ((after >= U'0' && after <= U'9') || (!closes && character(after).kind == CharacterClass::word)) continue;
    }
    mark = known;
    return skip_blanks(text, end);
  }
  return 0;
}

void erase_marks(PlacedLine& line, const std::set<std::string, std::less<>>& marks) {
  for (auto raised = line.raised.rbegin(); raised != line.raised.rend(); ++raised) {
    const std::string_view text = std::string_view(line.text).substr(raised->begin, raised->end - raised->begin);
    if (marks.count(bare(text)) == 0) continue;
    line.text.erase(raised->begin, raised->end - raised->begin);
    // Not the white on both sides, nor at the end.
    const std::size_t at = raised->begin;
    if (at > 0 && line.text[at - 1] == ' ' && (at == line.text.size() || line.text[at] == ' ')) line.text.erase(at - 1, 1);
  }
  line.raised.clear();
}

}  // namespace

std::vector<Footnote> take_footnotes(LaidOutPage& page, double body_size) {
  std::vector<Footnote> notes;
  std::vector<PlacedLine>& lines = page.lines;
  // Marks in the text, which is what is not small.
  std::set<std::string, std::less<>> marks;
  for (const PlacedLine& line : lines) {
    if (line.size <= largest * body_size) continue;
    for (const RaisedText& raised : line.raised) {
      const std::string_view text = std::string_view(line.text).substr(raised.begin, raised.end - raised.begin);
      if (may_be_mark(text) && marks.size() < 100) marks.insert(std::string(bare(text)));
    }
  }
  if (marks.empty()) return notes;
  std::set<std::string, std::less<>> found;
  std::vector<bool> taken(lines.size(), false);
  for (std::size_t begin = 0; begin < lines.size();) {
    std::size_t end = begin + 1;
    while (end < lines.size() && lines[end].column == lines[begin].column) ++end;
    std::size_t first = end;
    while (first > begin && lines[first - 1].size <= largest * body_size && !lines[first - 1].row) --first;
    std::string mark;
    while (first < end && after_mark(lines[first], marks, mark) == 0) ++first;
    for (std::size_t i = first; i < end; ++i) {
      if (const std::size_t text = after_mark(lines[i], marks, mark); text > 0 && found.insert(mark).second) {
        notes.push_back({mark, {}});
        lines[i].text.erase(0, text);
      }
      lines[i].raised.clear();
      notes.back().lines.push_back(std::move(lines[i]));
      taken[i] = true;
    }
    begin = end;
  }
  if (notes.empty()) return notes;
  std::vector<PlacedLine> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (taken[i]) continue;
    erase_marks(lines[i], found);
    if (!lines[i].text.empty()) kept.push_back(std::move(lines[i]));
  }
  lines = std::move(kept);
  return notes;
}

}  // namespace jomun
