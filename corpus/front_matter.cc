// Jomun: what stands above the text: title, date, notes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/front_matter.h"

#include <algorithm>
#include <string_view>

#include "corpus/dates.h"
#include "corpus/labels.h"
#include "corpus/layout.h"
#include "corpus/provenance.h"
#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// More lines without a sentence are a list, not front matter.
constexpr std::size_t most_paragraphs = 12;
// In columns. A longer line is text whatever it looks like; below the title also one longer than a note that is neither dated nor in
// brackets: old laws end their sentences without a full stop.
constexpr std::size_t longest_line = 600;
constexpr std::size_t longest_note = 120;

constexpr std::size_t full_date = std::string_view("2024-05-21").size();

// Something about the text rather than its name: a date, an address, "key: value", a line in brackets.
bool is_particular(std::string_view line) {
  if (line.find("://") != std::string_view::npos) return true;
  if (line.front() == '(' || line.starts_with("（") || line.front() == '[' || line.starts_with("【") || line.starts_with("〔")) return true;
  if (const auto date = find_date(line); date && date->span.begin == 0 && display_width(line.substr(date->span.end)) < 12) return true;
  const std::size_t colon = std::min(line.find(':'), line.find("："));
  return colon != std::string_view::npos && find_date(line.substr(colon)).has_value();
}

// Old decrees end their sentences without a full stop: …포획심판소를 별표와 같이 개설한다
bool ends_korean_sentence(std::string_view line) {
  return line.ends_with("다") && display_width(line) >= 20 && line.find(' ') != std::string_view::npos;
}

// Japanese notes stand in brackets.
bool has_kana(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const Decoded next = decode(line, i);
    if (character(next.value).kind == CharacterClass::kana) return true;
    i += next.bytes;
  }
  return false;
}

// "Declaration (full text)": that it is the whole is no part of its name.
std::string without_note_of_completeness(std::string_view title) {
  for (const std::string_view note : {"(全文)", "（全文）", "(전문)", "（전문）", "(full text)", "(Full text)", "(Full Text)"})
    if (title.size() > note.size() && title.ends_with(note)) return std::string(trim(title.substr(0, title.size() - note.size())));
  return std::string(title);
}

bool begins_with_date(std::string_view line) { return read_date(line, 0).has_value(); }

bool ends_front_matter(const Paragraph& paragraph, bool below_title) {
  const std::string_view line = paragraph.text;
  if (const auto label = read_label(line); label && !label->doubtful) return true;
  if (line.size() > 4 * longest_line || display_width(line) > longest_line || is_table_row(line)) return true;
  if (ends_korean_sentence(line)) return true;
  if (!ends_sentence(line))
    return below_title && display_width(line) > (has_kana(line) ? longest_note / 2 : longest_note) && !is_particular(line) &&
           !begins_with_date(line);
  const auto date = date_at_end(line);
  return !(date && date->span.begin == 0) && line.find("://") == std::string_view::npos;
}

// The last line above the text may be the heading of that: short, on its own, and not a note about the whole.
bool is_heading_of_text(const Paragraph& paragraph, const Paragraph& next) {
  constexpr std::size_t longest = 24;
  const std::string_view line = paragraph.text;
  if (read_provenance(line).translation) return false;
  if (!inside_brackets(line).empty() && !find_date(line)) return read_label(next.text).has_value();  // （目的） above 第一条
  return paragraph.after_blank && display_width(line) <= longest && !is_particular(line) && !find_date(line) && !ends_in_colon(line);
}

}  // namespace

FrontMatter read_front_matter(const Paragraphs& paragraphs) {
  FrontMatter result;
  std::size_t end = 0;
  while (end < paragraphs.size() && !ends_front_matter(paragraphs[end], end > 0)) ++end;
  if (end == paragraphs.size() || end > most_paragraphs) end = paragraphs.size() > 1 && end > 0 ? 1 : 0;
  if (end > 1 && end < paragraphs.size() && is_heading_of_text(paragraphs[end - 1], paragraphs[end])) --end;
  for (std::size_t i = 0; i < end; ++i) {
    const std::string_view line = paragraphs[i].text;
    const Provenance note = read_provenance(line);
    if (note.translation) result.status = "unofficial translation";
    if (result.issuer.empty()) result.issuer = note.issuer;
    if (result.source_url.empty()) result.source_url = note.source_url;
    // A title may name a month; the date of the text has a day where there is any.
    if (result.date.size() < full_date)
      if (auto date = find_date(line); date && date->iso.size() > result.date.size()) result.date = date->iso;
    if (result.title.empty() && !note.translation && !is_particular(line)) result.title = without_note_of_completeness(line);
  }
  result.paragraphs = end;
  return result;
}

}  // namespace jomun
