// Jomun: which marks of emphasis in Markdown belong together.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "tokenizers/mapped_text.h"

namespace jomun {

// A run of '*', '_' or '~' and what it may do by the characters around it.
struct EmphasisMarks {
  char mark;
  Span span;
  bool can_open, can_close;
};

// The parts of the runs, given in order, that open or close something; the rest is text. As the appendix of CommonMark has it. Linear,
// thread-safe.
std::vector<Span> match_emphasis(const std::vector<EmphasisMarks>& runs);

}  // namespace jomun
