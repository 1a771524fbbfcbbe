// Jomun: the text of a page as a browser lays it out, in lines.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   white space    as in a browser; a line end in the source is none between ideographs
//   lists          "1. ", "c. ", "iv. ", "• "; start, reversed, type, value and list-style-type count
//   tables         a row whose cells are one line each is one line with tabs; else its cells follow each other
//   preformatted   each line is a line
//   ruby           ｜漢字《かんじ》, 人(rén)

#pragma once

#include <string>
#include <vector>

#include "corpus/formats/html_notes.h"
#include "corpus/formats/html_tree.h"

namespace jomun {

struct HtmlText {
  std::string text;
  bool preformatted = false;  // most of it, so that lines may be parts of paragraphs
};

// All that is not `dropped` (by node, with what is inside), the notes at the end. REQUIRES: as many entries as nodes. Linear, thread-safe.
HtmlText html_text(const HtmlTree& tree, std::vector<bool> dropped, const std::vector<HtmlNote>& notes);

}  // namespace jomun
