// Jomun: what a file of any format says, as plain text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each format has a header with one function from the bytes of a file to this. What they agree on, so that what comes after knows no
// format:
//
//   paragraphs   one line each, as are headings, items, and rows of tables. An empty line stands around tables and before headings.
//   numbers      that the format makes (lists, outlines) are printed: "1. ", "가. ", "• ".
//   rows         cells are parted by a tab. A row with several paragraphs in a cell is no row but a way of layout: its cells follow
//                each other as ordinary lines.
//   ruby         a reading in kana is ｜漢字《かんじ》, any other 人(rén): the tokenizer's annotations, left out where text is searched.
//   notes        footnotes and endnotes stand at the end, "[1] text", behind an empty line; their marks in the text are left out.
//   left out     what no reader of the page sees: comments, hidden and deleted text, scripts, fields' instructions; and the furniture of
//                printed pages: running heads and feet, page numbers.
//
// All of them are thread-safe, run in time and memory proportional to the file, open nothing else (no entities, network, links), and throw
// UnreadableFile.

#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

#include "corpus/declaration.h"

namespace jomun {

// A file that cannot be used. what() is "what is wrong; what to do", without the file's name.
class UnreadableFile : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct ExtractedText {
  std::string text;      // well-formed UTF-8 without NUL; '\n' ends a line
  bool wrapped = false;  // lines may be parts of paragraphs, as in PDF; else each is one paragraph
  Metadata found;        // what the file's own fields say; empty where they say nothing. Dates as Metadata has them
};

// More text than this in one file is refused, so that a small file cannot unpack to fill the memory.
inline constexpr std::size_t most_extracted_bytes = std::size_t{1} << 29;

}  // namespace jomun
