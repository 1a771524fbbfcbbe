// Jomun: which labels of a text are its articles, and which lines their headings.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "corpus/entries.h"

namespace jomun {

// Decides by the whole text what a line alone cannot tell:
//
//   Section 12     is an article where no Article, 第…条 or 제…조 is and sections run on from chapter to chapter; else a heading
//   § 12, Sec. 12  likewise, and without articles always one
//   12.—(1) The    makes 11. and 13. articles too: in such statutes each number is a section with its subsections inside
//
// Short lines directly above articles, or below their bare labels, are their headings where most articles of the text have one
// (`heads_article`). A line in brackets above an article, （定義）, needs no such evidence: the splitter knows it.
//
// Linear, thread-safe.
void find_articles(std::vector<Entry>& entries);

}  // namespace jomun
