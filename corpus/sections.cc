// Jomun: which labels of a text are its articles, and which lines their headings.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/sections.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/layout.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// Headings called Section are articles when there are so many and their numbers never begin anew.
constexpr std::size_t least_section_headings = 5;

// In columns; and so many articles with a heading above them, and half of all, are no accident.
constexpr std::size_t longest_heading = 100;
constexpr std::size_t least_headed = 3;

bool is_section(const Entry& entry) { return entry.is(LabelKind::article) && entry.label->style == section_style; }
bool is_other_article(const Entry& entry) {
  return entry.is(LabelKind::article) && entry.label->style != section_style && !entry.label->doubtful;
}

// The label of a line that read_label() takes for a heading.
std::optional<Label> section_heading(const Entry& entry) {
  return entry.is(LabelKind::division) ? read_section(entry.text()) : std::nullopt;
}

bool sections_are_articles(const std::vector<Entry>& entries) {
  std::string last;
  std::size_t headings = 0;
  for (const Entry& entry : entries) {
    if (is_section(entry) && !entry.label->doubtful) return true;
    const auto heading = section_heading(entry);
    if (!heading) continue;
    if (!continues_list(last, heading->number)) return false;
    last = heading->number;
    ++headings;
  }
  return headings >= least_section_headings;
}

void take_section_headings(std::vector<Entry>& entries) {
  for (Entry& entry : entries)
    if (auto heading = section_heading(entry)) entry.set_label(std::move(*heading));
}

// Where the text of a section begins whose first subsection stands behind its number: 12.—(1); 0: it is none.
std::size_t first_subsection(const Entry& entry) {
  if (!entry.is(LabelKind::item) || entry.label->style != decimal_style) return 0;
  std::string_view rest = entry.behind_label();
  for (const std::string_view dash : {"—", "–", "-"})
    if (rest.starts_with(dash)) rest = rest.substr(skip_blanks(rest, dash.size()));
  return rest.starts_with("(1)") ? entry.text().size() - rest.size() : 0;
}

// From the first number of the text, or of an annex, that continues the sections.
void take_numbers(std::vector<Entry>& entries) {
  std::string last;
  for (Entry& entry : entries) {
    if (entry.is(LabelKind::annex) || entry.is(LabelKind::supplement)) last.clear();
    if (!entry.is(LabelKind::item) || entry.label->style != decimal_style || !continues_list(last, entry.label->number)) continue;
    if (entry.label->number.find('.') != std::string::npos) continue;
    if (const std::size_t begin = first_subsection(entry); begin != 0) entry.label->text = begin;
    entry.label->kind = LabelKind::article;
    last = entry.label->number;
  }
}

void find_article_labels(std::vector<Entry>& entries) {
  if (std::any_of(entries.begin(), entries.end(), is_other_article)) {
    for (Entry& entry : entries)
      if (is_section(entry)) entry.label.reset();
    return;
  }
  if (sections_are_articles(entries)) return take_section_headings(entries);
  const auto divided = std::count_if(entries.begin(), entries.end(), [](const Entry& entry) { return first_subsection(entry) != 0; });
  if (divided >= 2) take_numbers(entries);
}

bool is_plain_article(const Entry& entry) { return entry.is(LabelKind::article) && !entry.label->doubtful; }

bool is_bare_article(const Entry& entry) { return is_plain_article(entry) && entry.label->text == entry.text().size(); }

bool is_short_line(const Entry& entry) {
  const std::string_view text = entry.text();
  return !entry.label && !entry.quoted && text.size() <= 4 * longest_heading && !ends_sentence(text) &&
         display_width(text) <= longest_heading && !ends_in_comma(text) && text.find("，") == std::string_view::npos &&
         !is_table_row(text) && inside_brackets(text).empty();
}

// Entry `i` stands between the end of a sentence, or a heading, and an article.
bool may_head_below(const std::vector<Entry>& entries, std::size_t i) {
  if (i + 1 == entries.size() || !is_plain_article(entries[i + 1]) || !is_short_line(entries[i])) return false;
  if (i == 0 || entries[i - 1].is_structure() || ends_sentence(entries[i - 1].text())) return true;
  return i > 1 && entries[i - 2].is(LabelKind::division);  // the division's own title
}

// Entry `i` stands between a bare label and text. Above items without capitals it may be what introduces them: 掌理左列事項.
bool may_head_above(const std::vector<Entry>& entries, std::size_t i) {
  if (i == 0 || i + 1 == entries.size() || !is_bare_article(entries[i - 1]) || !is_short_line(entries[i])) return false;
  const char first = entries[i].text()[0];
  return !entries[i + 1].is_structure() && (!entries[i + 1].label || (first >= 'A' && first <= 'Z'));
}

using MayHead = bool (*)(const std::vector<Entry>&, std::size_t);

void find_headings(std::vector<Entry>& entries, MayHead may_head) {
  std::size_t articles = 0;
  std::size_t headed = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    articles += is_plain_article(entries[i]);
    headed += may_head(entries, i);
  }
  if (headed < least_headed || headed * 2 < articles) return;
  for (std::size_t i = 0; i < entries.size(); ++i) entries[i].heads_article = entries[i].heads_article || may_head(entries, i);
}

}  // namespace

void find_articles(std::vector<Entry>& entries) {
  find_article_labels(entries);
  find_headings(entries, may_head_below);
  find_headings(entries, may_head_above);
}

}  // namespace jomun
