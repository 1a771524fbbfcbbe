// Jomun: what a line is that has no label to tell it: a heading, a lead-in, a cell of a table.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/line_roles.h"

#include <string>

#include "corpus/labels.h"
#include "corpus/layout.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// In columns: a longer line is no heading of its kind.
constexpr std::size_t longest_numbered_heading = 80;
constexpr std::size_t longest_plain_heading = 100;
constexpr std::size_t longest_lead_in = 40;
constexpr std::size_t longest_announcement = 16;
constexpr std::size_t longest_article_heading = 60;
constexpr std::size_t longest_cell = 60;

bool is_bare_article(const Entry& entry) { return entry.is(LabelKind::article) && entry.label->text == entry.text().size(); }

bool is_certain_article(const Entry* entry) { return entry != nullptr && entry->is(LabelKind::article) && !entry->label->doubtful; }

// A short line behind a number that does not end as sentences and their parts do.
bool is_short_title(std::string_view rest) {
  return !rest.empty() && display_width(rest) <= longest_numbered_heading && !ends_sentence(rest) && !ends_in_comma(rest);
}

// Whether text of the article that entry `i` begins follows.
bool goes_on(const std::vector<Entry>& entries, std::size_t i) {
  const Entry* below = entry_below(entries, i);
  return below != nullptr && !below->is_structure() && !heads_next_article(entries, i + 1);
}

bool leaves_bracket_open(std::string_view text) {
  Brackets brackets;
  brackets.read(text);
  return brackets.open > 0;
}

bool is_title_case(std::string_view text) { return text[0] >= 'A' && text[0] <= 'Z'; }

}  // namespace

const Entry* entry_below(const std::vector<Entry>& entries, std::size_t i) { return i + 1 < entries.size() ? &entries[i + 1] : nullptr; }

bool heads_next_article(const std::vector<Entry>& entries, std::size_t i) {
  if (!is_certain_article(entry_below(entries, i))) return false;
  if (entries[i].heads_article) return true;
  // Under a bare label it is all that article says: (Deleted).
  if (i > 0 && is_bare_article(entries[i - 1])) return false;
  return !inside_brackets(entries[i].text()).empty() && !ends_sentence(entries[i].text());
}

bool has_text_below(const std::vector<Entry>& entries, std::size_t i) {
  const Entry* below = entry_below(entries, i);
  if (below == nullptr) return false;
  if (below->is(LabelKind::article)) return below->label->doubtful;
  // Cells of tables are neither sentences nor indented.
  const std::string_view text = below->text();
  return below->label || below->paragraph->indented || ends_sentence(text) || text.back() == '>' || text.back() == ']' ||
         !inside_brackets(text).empty() || text.size() > 4 * longest_cell;
}

bool has_heading_below(const std::vector<Entry>& entries, std::size_t i) {
  const Entry* below = entry_below(entries, i);
  return below != nullptr && below->heads_article && !heads_next_article(entries, i + 1);
}

bool is_article_heading(const std::vector<Entry>& entries, std::size_t i, std::string_view rest) {
  if (rest.empty() || display_width(rest) > longest_article_heading || ends_sentence(rest)) return false;
  if (rest.find("，") != std::string_view::npos || rest.find("、") != std::string_view::npos) return false;
  if (is_table_row(rest) || rest.back() == '>' || !goes_on(entries, i)) return false;
  const Entry* below = entry_below(entries, i);
  return !below->label && (below->paragraph->after_blank || (is_title_case(rest) && ends_sentence(below->text())));
}

bool is_bracketed_article_heading(const std::vector<Entry>& entries, std::size_t i, std::string_view rest, std::size_t closed) {
  if (inside_brackets(rest.substr(0, closed)).empty() || read_item(rest)) return false;
  return closed != rest.size() || goes_on(entries, i);
}

bool is_above_article(const std::vector<Entry>& entries, std::size_t i) {
  return entries[i].is(LabelKind::item) && is_certain_article(entry_below(entries, i)) && is_short_title(entries[i].behind_label());
}

bool is_numbered_heading(const std::vector<Entry>& entries, std::size_t i) {
  const Label& label = *entries[i].label;
  const std::string_view rest = entries[i].behind_label();
  const Entry* below = entry_below(entries, i);
  if (below == nullptr || below->is_structure() || !is_short_title(rest) || is_table_row(rest)) return false;
  if (!below->label) return !is_table_row(below->text());
  if (below->label->style != label.style) return true;
  // 2.1 under 2. is no sibling.
  return below->label->number.starts_with(label.number + ".");
}

bool is_bracketed_item_heading(const std::vector<Entry>& entries, std::size_t i) {
  const Entry* below = entry_below(entries, i);
  return below != nullptr && below->is(LabelKind::item) && !below->label->doubtful && !inside_brackets(entries[i].text()).empty() &&
         !ends_sentence(entries[i].text());
}

bool is_announcement(const std::vector<Entry>& entries, std::size_t i) {
  const std::string_view text = entries[i].text();
  const Entry* below = entry_below(entries, i);
  return below != nullptr && !below->label && !is_table_row(below->text()) && ends_in_colon(text) &&
         display_width(text) <= longest_announcement;
}

bool is_lead_in(const std::vector<Entry>& entries, std::size_t i) {
  const std::string_view text = entries[i].text();
  const Entry* below = entry_below(entries, i);
  return below != nullptr && (below->is(LabelKind::dash) || below->is(LabelKind::item)) && ends_in_colon(text) &&
         display_width(text) <= longest_lead_in && !leaves_bracket_open(text);
}

bool may_be_plain_heading(const std::vector<Entry>& entries, std::size_t i) {
  const std::string_view text = entries[i].text();
  const Entry* below = entry_below(entries, i);
  if (below == nullptr || below->is_structure() || !entries[i].paragraph->after_blank) return false;
  if (!is_as_short_as_heading(text) || display_width(text) > longest_plain_heading) return false;
  if (ends_sentence(text) || ends_in_comma(text) || is_table_row(text)) return false;
  return below->label ? !below->label->doubtful : ends_sentence(below->text());
}

bool is_as_short_as_heading(std::string_view text) { return text.size() <= 4 * longest_plain_heading; }

bool may_be_cell(std::string_view text) {
  return text.size() <= 4 * longest_cell && display_width(text) <= longest_cell && !ends_sentence(text);
}

}  // namespace jomun
