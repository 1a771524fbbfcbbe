// Jomun: from the lines of pages to text with one paragraph per line.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line goes on from the one before when that one is full, which only the page can tell: the next word did not fit there. Indents, a
// greater distance, another size of type and labels begin paragraphs. At the end of a column or page the same rules hold but that of
// distance.

#pragma once

#include <string>
#include <vector>

#include "corpus/formats/pdf_furniture.h"

namespace jomun {

// The text of pages without furniture, as ExtractedText has it. Thread-safe; O(n log n) in the text.
std::string text_of(std::vector<LaidOutPage> pages);

}  // namespace jomun
