// Jomun: the notes of a page: marks in the text that link to a note, and the notes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A mark is a link to a later place of the same page whose text is a number or sign, and which is raised, has a note's role, or is linked
// back to by the note: <sup><a href="#n1">1</a></sup>, <a href="#_ftn1" name="_ftnref1">[1]</a>. A number that links to a section is none.

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corpus/formats/html_tree.h"

namespace jomun {

struct HtmlNote {
  std::string label;     // the mark without its brackets
  std::size_t node = 0;  // the block of the note
};

struct HtmlNotes {
  std::vector<HtmlNote> notes;       // in the order of the page, none inside another
  std::vector<std::size_t> dropped;  // the marks, and the links from the notes back to them
};

// Linear, thread-safe.
HtmlNotes find_html_notes(const HtmlTree& tree);

}  // namespace jomun
