// Jomun tests: PDF files of texts, set as a book or an office would.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace jomun::testing {

struct PrintedParagraph {
  std::string text;  // of the basic plane
  bool heading = false;
};

enum class Fonts {
  simplified,   // UniGB-UTF16-H; all of these have no font file, so that readers need poppler-data
  traditional,  // UniCNS-UTF16-H, and UniGB-UTF16-H for what it lacks
  korean,       // UniKS-UTF16-H, and UniGB-UTF16-H for what it lacks
  numbered,     // characters have numbers that mean nothing, and a table says which is which, as in subsets of fonts
};

struct Typesetting {
  Fonts fonts = Fonts::numbered;
  unsigned columns = 1;
  double size = 10.5;      // of the text in points
  double indent = 0;       // of first lines, in the size
  double between = 0;      // white between paragraphs, in the size
  bool justified = false;  // lines but the last of a paragraph end at the edge
};

// A4 pages, with a running head and page numbers. Lines are broken between ideographs and between words, not before closing marks.
std::string typeset_pdf(const std::vector<PrintedParagraph>& paragraphs, const std::string& running_head, const Typesetting& typesetting);

}  // namespace jomun::testing
