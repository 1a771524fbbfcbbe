// Jomun: the fields of a DOCX file: which of their text is seen.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {

// Follows begins, separators and ends through a part of a document. One object belongs to one thread.
class DocxFields {
 public:
  void begin();
  void add_instruction(std::string_view text);
  // The result begins.
  void separate();
  // Returns what Word computes of the instruction where there is no result: overlaid characters (EQ \o), which is how older versions
  // wrote ruby; else empty.
  std::string end();
  // Fields whose result did not begin in their paragraph are broken.
  void end_paragraph();

  // Text here is part of no instruction, and of no table of contents, index or page number.
  bool show() const { return hiding_ == 0; }

 private:
  struct Field {
    std::string instruction;
    bool has_result = false;
    bool hides = true;
  };
  void set_hides(Field& field, bool hides);
  void pop();

  std::vector<Field> fields_;  // open, outermost first
  std::size_t hiding_ = 0;     // how many of them hide their text
};

}  // namespace jomun
