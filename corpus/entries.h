// Jomun: the paragraphs of a text with their labels.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/labels.h"
#include "corpus/paragraphs.h"

namespace jomun {

// The label of a paragraph, and how it is to be shown.
struct EntryLabel : Label {
  std::string printed;
};

// A paragraph and its label. Small, since there may be millions without a label.
struct Entry {
  const Paragraph* paragraph;
  std::unique_ptr<EntryLabel> label;
  bool heads_article = false;  // a short line that is the heading of the article above or below it
  bool quoted = false;         // goes on with a quotation that began above: no label, and no clause of its own

  std::string_view text() const { return paragraph->text; }
  void set_label(Label read) {
    std::string printed(read.printed(text()));
    label = std::make_unique<EntryLabel>(EntryLabel{std::move(read), std::move(printed)});
  }
  std::string_view behind_label() const { return text().substr(label->text); }
  bool is(LabelKind kind) const { return label && label->kind == kind; }
  bool is_structure() const { return label && label->kind != LabelKind::item && label->kind != LabelKind::dash; }
};

// Paragraphs [first, …), which have to outlive the entries. Two repairs are made to what publishing did to labels: dash items directly
// before an item numbered N are 1 to N - 1 where there are exactly so many, since their numbers were lost; and a number on a line of
// its own above an item that prints it again ("1" above "一、本規則…") is left out. Between quotation marks nothing is a label. (i) is told
// from a letter by its neighbours. Linear, thread-safe.
std::vector<Entry> read_entries(const Paragraphs& paragraphs, std::size_t first);

}  // namespace jomun
