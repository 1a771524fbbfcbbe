// Jomun: paragraphs put together from lines that were wrapped.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/lines.h"
#include "tokenizers/mapped_text.h"

namespace jomun {

// A paragraph, a heading or an item: clean text (wraps joined, annotations out) and the bytes it stands in.
struct Paragraph {
  std::string_view text;  // never empty
  Span source;
  bool after_blank = false;  // an empty line stands before it
  bool indented = false;     // begins with an ideographic space
  bool unlabelled = false;   // read_label() is known to find nothing
};

// The paragraphs of a text in one piece of memory, since there may be millions. Neither copied nor moved: the paragraphs are views into
// it. Thread-safe once made.
//
// A line is joined to the one before it when that one was broken by a hard wrap, by the end of a page in the middle of a sentence, or by
// a link (Japanese statutes break before and after every reference). Between ideographs nothing is put in, between words a space.
// A line that begins with a label always begins a paragraph.
class Paragraphs {
 public:
  // Not `wrapped`: each line is known to be a paragraph. Linear.
  Paragraphs(std::string_view text, const std::vector<Line>& lines, bool wrapped = true);
  // Some of those of another, which need not live on.
  Paragraphs(const Paragraphs& all, const std::vector<std::size_t>& chosen);
  Paragraphs(const Paragraphs&) = delete;
  Paragraphs& operator=(const Paragraphs&) = delete;

  std::size_t size() const { return paragraphs_.size(); }
  const Paragraph& operator[](std::size_t i) const { return paragraphs_[i]; }
  auto begin() const { return paragraphs_.begin(); }
  auto end() const { return paragraphs_.end(); }

  // Their text one after the other, with nothing in between.
  std::string_view text() const { return clean_.text(); }
  // Appends the text of one of them from byte `begin` of it on.
  void append_to(MappedText& to, const Paragraph& paragraph, std::size_t begin = 0) const {
    const std::size_t at = static_cast<std::size_t>(paragraph.text.data() - clean_.text().data());
    to.append(clean_, at + begin, at + paragraph.text.size());
  }

 private:
  void add(const MappedText& text, Paragraph paragraph);

  MappedText clean_;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace jomun
