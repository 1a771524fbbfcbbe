// Jomun: what the author of a lexicon should look at.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "corpus/lexicon.h"

namespace jomun {

// Forms of one concept that are forms of another, too, as the default tokenizer sees them (spelling, width and spaces aside; English
// endings tell them apart, as they do in a query), unless one of the two says that they are not equal; and ids behind `not-equal` that no
// concept has. In order of lines. A word of two meanings is no error: a query with it asks for both. Thread-safe.
std::vector<LexiconProblem> find_ambiguities(const std::vector<Concept>& concepts);

}  // namespace jomun
