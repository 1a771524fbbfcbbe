// Jomun: the paragraphs of an article, where each is to be a clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/article_paragraphs.h"

#include "corpus/layout.h"

namespace jomun {

bool ArticleParagraphs::begins(const Entry& entry, std::size_t begin, std::string_view before, bool has_items) const {
  const std::string_view text = entry.text().substr(begin);
  if (const auto label = read_item(text)) {
    if (style_ != 0) return label->style == style_ && continues_list(paragraph_, label->number);
    // The first numbered one: ① , ２ below a first without a number, or 1. directly behind the label of the article.
    if (has_items || ends_in_colon(before)) return false;
    const bool second = label->number == "2" && !before.empty();
    return (label->number == "1" || second) && (counts_paragraphs(*label) || (before.empty() && label->style == decimal_style));
  }
  // Paragraphs that are only counted: sentences of their own. Korean ones always have numbers.
  return style_ == 0 && begin == 0 && !before.empty() && !entry.label && !entry.quoted && (ends_sentence(text) || ends_in_colon(text)) &&
         ends_sentence(before) && !ends_in_colon(before) && !heading_.starts_with("제") && !is_table_row(text);
}

void ArticleParagraphs::open(const std::optional<Label>& label) {
  if (label) {
    style_ = label->style;
    paragraph_ = label->number;
  } else {
    paragraph_ = std::to_string(paragraph_.empty() ? 2 : std::stoul(paragraph_) + 1);
  }
}

}  // namespace jomun
