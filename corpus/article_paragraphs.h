// Jomun: the paragraphs of an article, where each is to be a clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/entries.h"
#include "corpus/labels.h"

namespace jomun {

// Counts 項, 항 and 款 of the article that is open: ①, ２, (1), or sentences of their own in statutes that print no numbers.
// Not thread-safe while being written.
class ArticleParagraphs {
 public:
  ArticleParagraphs() = default;
  // `heading`: with the label of the article, as printed.
  ArticleParagraphs(std::string article, std::string heading) : article_(std::move(article)), heading_(std::move(heading)) {}

  // Whether a paragraph begins at byte `begin` of the entry. `before`: the text of the clause above; `has_items`: items of it were read.
  bool begins(const Entry& entry, std::size_t begin, std::string_view before, bool has_items) const;
  // One begins, with this label or none.
  void open(const std::optional<Label>& label);

  // Of the paragraph that is open: "19.2".
  std::string number() const { return article_ + "." + paragraph_; }
  const std::string& heading() const { return heading_; }

 private:
  std::string article_;
  std::string heading_;
  std::string paragraph_;  // the number of the last one
  unsigned style_ = 0;     // of their numbers; 0: none was printed yet
};

}  // namespace jomun
