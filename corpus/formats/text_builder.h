// Jomun: the text of a document, put together from its paragraphs, tables and notes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes what extracted_text.h asks for: a reader tells what begins and ends, in the order of the file, and need not know about lines.
// Every begin_ has its end_, properly nested. Where that makes no sense (a cell outside of a row) its content goes to what is around it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {

// Throws UnreadableFile when there is more text than most_extracted_bytes. One object belongs to one thread.
class TextBuilder {
 public:
  TextBuilder();

  // A paragraph that is still open, or text outside of any, becomes one of its own.
  void begin_paragraph();
  // `text` is well-formed UTF-8; tabs and ends of lines in it are spaces.
  void append(std::string_view text);
  void append_tab();
  void append_line_break();
  bool paragraph_is_blank() const;
  // Takes back the text of the open paragraph.
  void drop_paragraph();
  // `label` is printed before the text, its space included.
  void end_paragraph(std::string_view label = {}, bool heading = false);

  // A table, or a box with paragraphs of its own. One that stands inside a paragraph is put behind it, or before it if there is no
  // text yet.
  void begin_table();
  void begin_row();
  void begin_cell();
  void end_cell(bool covered = false);  // an empty cell that one above or beside it covers is left out
  void end_row();
  void end_table();
  void begin_box();
  void end_box();

  // A note gets its number where it is referred to; what it says may come later, or never.
  std::size_t add_note();
  void begin_note(std::size_t number);
  void end_note();

  // Text that is taken out instead of being put into the paragraph.
  void begin_capture();
  std::string end_capture();

  // Everything; the builder is empty after it.
  std::string finish();

 private:
  // What stands in the place of lines: parts of a paragraph, tables and boxes.
  struct Block {
    std::string lines;  // each ended by '\n'
    bool spaced;        // empty lines around it
  };
  enum class Kind : std::uint8_t { flow, capture, table, row, cell, note, nothing };
  struct Frame {
    Kind kind;
    std::size_t flow;       // index of the frame that paragraphs go to: itself for flows, cells and notes
    std::string lines;      // of flows, cells, notes and tables
    std::size_t count = 0;  // of lines
    bool blank_due = false;
    std::string paragraph;      // open; also what a capture has taken
    bool blank = true;          // nothing but white space in it
    std::vector<Block> behind;  // what stands inside the paragraph
    bool has_block = false;     // something does
    std::size_t note = 0;
    std::vector<std::string> cells;  // of a row
    bool layout = false;             // a row with several paragraphs in a cell, a cell with a table
  };

  void push(Kind kind, bool new_flow);
  Frame pop();
  Frame& flow() { return frames_[frames_.back().flow]; }
  void flush(Frame& flow, std::string_view label, bool heading);
  void add_line(Frame& flow, std::string_view line, bool heading);
  void add_block(Frame& flow, Block block);
  void put(Block block);
  void count_bytes(std::size_t bytes);

  std::vector<Frame> frames_;
  std::vector<std::string> notes_;
  std::size_t bytes_ = 0;
};

// Base and reading of a ruby as extracted_text.h has it.
std::string ruby_text(std::string_view base, std::string_view reading);

// What a file's own field says is the title, if one to three lines at the begin of `text` say the same. Else it is that of a template or
// of the file this one was made from, and the answer is empty.
std::string confirmed_title(std::string_view field, std::string_view text);

}  // namespace jomun
