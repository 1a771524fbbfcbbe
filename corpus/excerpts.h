// Jomun: a page of excerpts from other documents.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "corpus/declaration.h"
#include "corpus/paragraphs.h"

namespace jomun {

// At least two texts with a line below each that says where it comes from (corpus/attribution.h), and no articles.
bool is_page_of_excerpts(const Paragraphs& paragraphs);

// A clause for every text, with title, issuer and date of its document, its own language, and the address eN. A short line above a
// text is its heading, and a number printed before the heading its label; headings in another language are the page's and belong to
// no excerpt. Thread-safe.
std::vector<Clause> split_excerpts(const Paragraphs& paragraphs);

}  // namespace jomun
