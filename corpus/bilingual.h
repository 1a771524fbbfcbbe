// Jomun: texts that stand in two languages in one file.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

#include "corpus/paragraphs.h"

namespace jomun {

// The indexes of the paragraphs of each language, in order of first appearance, where a text is printed in two languages one below the
// other, article by article or whole by whole: each has several sentences, and a seventh of the text at least. Else nothing. Languages are
// told apart by script (Latin, Hangul, Han with or without kana): Chinese beside Japanese, or simplified beside traditional, is one. What
// has no letters, or is too short to tell, goes with the paragraph before it. Linear, thread-safe.
std::vector<std::vector<std::size_t>> part_by_language(const Paragraphs& paragraphs);

}  // namespace jomun
