// Jomun: a page of excerpts from other documents.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/excerpts.h"

#include <string>
#include <string_view>

#include "corpus/attribution.h"
#include "corpus/labels.h"
#include "corpus/layout.h"
#include "tokenizers/language.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// A line above a text is a heading up to this many columns.
constexpr std::size_t longest_heading = 100;

std::string_view primary(std::string_view language) { return language.substr(0, language.find('-')); }

struct Heading {
  std::string text;
  std::string label;
  std::size_t begin;  // in the published text
};

// "· 2.5. International co-operation": a bullet, a label, and the heading proper.
Heading read_heading(const Paragraph& paragraph) {
  std::string_view text = paragraph.text;
  if (const auto dash = read_dash(text)) text = text.substr(dash->text);
  Heading heading{"", "", paragraph.source.begin};
  if (const auto item = read_item(text); item && item->text < text.size()) {
    heading.label = item->printed(text);
    text = text.substr(item->text);
  }
  heading.text = text;
  return heading;
}

}  // namespace

bool is_page_of_excerpts(const Paragraphs& paragraphs) {
  std::size_t attributed = 0;
  bool has_text = false;
  for (const Paragraph& paragraph : paragraphs) {
    const std::string_view text = paragraph.text;
    if (const auto label = read_article(text); label && !label->doubtful) return false;
    if (const auto attribution = read_attribution(text)) {
      if (has_text && !attribution->title.empty()) ++attributed;
      has_text = false;
    } else {
      has_text = true;
    }
  }
  return attributed >= 2;
}

std::vector<Clause> split_excerpts(const Paragraphs& paragraphs) {
  std::vector<Clause> clauses;
  std::vector<Heading> headings;
  std::size_t group = 0;  // the first clause of the texts above the next attribution
  bool attributed = false;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Paragraph& paragraph = paragraphs[i];
    const std::string_view text = paragraph.text;
    if (const auto attribution = read_attribution(text)) {
      for (std::size_t k = group; k < clauses.size(); ++k) {
        if (!attribution->title.empty()) clauses[k].title = attribution->title;
        if (!attribution->issuer.empty()) clauses[k].issuer = attribution->issuer;
        if (!attribution->date.empty()) clauses[k].date = attribution->date;
      }
      attributed = true;
      headings.clear();
      continue;
    }
    if (attributed) group = clauses.size();
    attributed = false;
    const bool last = i + 1 == paragraphs.size() || read_attribution(paragraphs[i + 1].text);
    if (!last && text.size() <= 4 * longest_heading && display_width(text) <= longest_heading) {
      headings.push_back(read_heading(paragraph));
      continue;
    }
    Clause clause;
    clause.language = detect_language(text);
    clause.source = paragraph.source;
    clause.address = "e" + std::to_string(clauses.size() + 1);
    paragraphs.append_to(clause.text, paragraph);
    for (Heading& heading : headings) {
      const std::string_view language = detect_language(heading.text);
      if (!language.empty() && primary(language) != primary(clause.language)) continue;
      if (!heading.label.empty()) {
        clause.label = std::move(heading.label);
        clause.source.begin = heading.begin;
      }
      clause.path.push_back(std::move(heading.text));
    }
    headings.clear();
    clauses.push_back(std::move(clause));
  }
  return clauses;
}

}  // namespace jomun
