// Jomun: from words placed on a page to its lines in reading order.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Knows only where words stand and how large they are, so it serves any format that gives this. All lengths are points; y goes down.
//
//   direction   each direction of writing is laid out by itself, the one with most text first. Vertical script is told by the direction of
//               words, or by characters that stand one under the other; its lines go right to left.
//   columns     pdf_columns.h
//   lines       pdf_lines.h

#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace jomun {

struct Box {
  double left = 0, top = 0, right = 0, bottom = 0;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double middle() const { return (top + bottom) / 2; }
};

// Characters that follow each other without a space.
struct PlacedWord {
  std::string text;  // well-formed UTF-8 without white space
  Box box;
  double size = 0;  // of the font
  int turn = 0;     // the direction of writing in quarter turns clockwise: 0 to the right, 1 down, 2 to the left, 3 up
};

struct PlacedPage {
  double width = 0, height = 0;
  std::vector<PlacedWord> words;
};

// Bytes of a line that are small and raised, as the mark of a note is.
struct RaisedText {
  std::size_t begin = 0, end = 0;
};

struct PlacedLine {
  std::string text;
  std::vector<RaisedText> raised;
  Box box;                // as seen in the direction of writing
  double size = 0;        // of most of its text
  double first_unit = 0;  // width of what could not be divided at its begin, brackets and marks included
  unsigned column = 0;    // equal for the lines of one column, and counts up on a page
  int turn = 0;           // as of words
  bool row = false;       // of a table: cells are parted by tabs
};

// In reading order. Words with impossible boxes are left out. Thread-safe; O(n log n) in the words.
std::vector<PlacedLine> lay_out(PlacedPage page);

}  // namespace jomun
