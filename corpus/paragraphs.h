// Jomun: paragraphs put together from lines that were wrapped.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>
#include <vector>

#include "corpus/lines.h"
#include "tokenizers/mapped_text.h"

namespace jomun {

// A paragraph, a heading or an item: clean text (wraps joined, annotations out) and the bytes it stands in.
struct Paragraph {
  MappedText text;
  Span source;
  bool after_blank = false;  // an empty line stands before it
  bool indented = false;     // begins with an ideographic space
};

// Joins a line to the one before it when that one was broken by a hard wrap, by the end of a page in the middle of a sentence, or by
// a link (Japanese statutes break before and after every reference). Between ideographs nothing is put in, between words a space.
// A line that begins with a label always begins a paragraph. Not `wrapped`: each line is known to be one. Linear, thread-safe.
std::vector<Paragraph> join_lines(std::string_view text, const std::vector<Line>& lines, bool wrapped = true);

}  // namespace jomun
