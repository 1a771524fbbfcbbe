// Jomun: the paragraphs of a text with their labels.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/entries.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

std::vector<Entry> label(const Paragraphs& paragraphs, std::size_t first) {
  std::vector<Entry> entries;
  entries.reserve(paragraphs.size() - std::min(first, paragraphs.size()));
  for (std::size_t i = first; i < paragraphs.size(); ++i) {
    Entry entry{&paragraphs[i], nullptr};
    if (!paragraphs[i].unlabelled)
      if (auto label = read_label(entry.text())) entry.set_label(std::move(*label));
    entries.push_back(std::move(entry));
  }
  return entries;
}

// Dash items directly before an item numbered N are 1 to N - 1 where there are exactly so many: their numbers were lost.
void number_dashes(std::vector<Entry>& entries) {
  std::size_t dashes = 0;  // of one style directly before entry i
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (entry.is(LabelKind::dash)) {
      const bool same = dashes > 0 && entries[i - 1].label->style == entry.label->style;
      dashes = same ? dashes + 1 : 1;
      continue;
    }
    if (dashes > 0 && entry.is(LabelKind::item) && entry.label->style == decimal_style &&
        entry.label->number == std::to_string(dashes + 1)) {
      const std::string_view after_number = std::string_view(entry.label->printed).substr(entry.label->number.size());
      for (std::size_t k = 1; k <= dashes; ++k) {
        Entry& item = entries[i - dashes + k - 1];
        item.label->kind = LabelKind::item;
        item.label->style = decimal_style;
        item.label->number = std::to_string(k);
        item.label->printed = item.label->number + std::string(after_number);
      }
    }
    dashes = 0;
  }
}

// A number on a line of its own above an item that prints it again: "1" above "一、本規則…".
void drop_doubled_numbers(std::vector<Entry>& entries) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool doubled = i + 1 < entries.size() && entries[i].is(LabelKind::item) && entries[i].label->text == entries[i].text().size() &&
                         entries[i + 1].is(LabelKind::item) && entries[i + 1].label->number == entries[i].label->number &&
                         entries[i + 1].label->style != entries[i].label->style;
    if (!doubled && kept != i) entries[kept] = std::move(entries[i]);
    kept += !doubled;
  }
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(kept), entries.end());
}

// A longer quotation is a mark that was forgotten.
constexpr std::size_t longest_quotation = 300;  // paragraphs

bool begins_quotation(std::string_view text) {
  return text.starts_with("“") || text.starts_with("「") || text.starts_with("『") || text.starts_with("‘");
}

// How many quotation marks are open at the end of `text`.
int quotation_depth(std::string_view text, int depth) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    i += next.bytes;
    if (next.value == U'“' || next.value == U'「' || next.value == U'『') ++depth;
    if ((next.value == U'”' || next.value == U'」' || next.value == U'』') && depth > 0) --depth;
  }
  return depth;
}

// “第三条 … is followed by further paragraphs until …。”: they are part of what quotes.
void mark_quotations(std::vector<Entry>& entries) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!begins_quotation(entries[i].text())) continue;
    int depth = quotation_depth(entries[i].text(), 0);
    std::size_t end = i;
    while (depth > 0 && end + 1 < entries.size() && end - i < longest_quotation) depth = quotation_depth(entries[++end].text(), depth);
    if (depth > 0 || end == i) continue;
    entries[i].quoted = i > 0 && ends_in_colon(entries[i - 1].text());
    for (std::size_t k = i + 1; k <= end; ++k) {
      entries[k].quoted = true;
      entries[k].label.reset();
    }
    i = end;
  }
}

// (i) is a letter after (h), else the first of (i), (ii), (iii); (v) and (x) are letters but after (iv) and (ix).
void tell_roman_from_letters(std::vector<Entry>& entries) {
  std::unordered_map<unsigned, std::string> last;  // number of each style
  for (Entry& entry : entries) {
    if (!entry.is(LabelKind::item)) continue;
    Label& label = *entry.label;
    if (may_be_roman(label)) {
      const unsigned roman = roman_style(label.style);
      const auto letter = last.find(label.style);
      const bool after_letter = letter != last.end() && letter->second.size() == 1 && letter->second[0] + 1 == label.number[0];
      if (label.number == "i" ? !after_letter : continues_list(last[roman], label.number)) label.style = roman;
    }
    last[label.style] = label.number;
  }
}

}  // namespace

std::vector<Entry> read_entries(const Paragraphs& paragraphs, std::size_t first) {
  std::vector<Entry> entries = label(paragraphs, first);
  mark_quotations(entries);
  number_dashes(entries);
  drop_doubled_numbers(entries);
  tell_roman_from_letters(entries);
  return entries;
}

}  // namespace jomun
