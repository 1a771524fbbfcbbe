// Jomun: what the lexicon says of a word, for people.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "corpus/lexicon.h"
#include "searcher/output.h"

namespace jomun {

// A concept's id, its forms by language, and which concepts it shares a form with that are not the same.
void write_concepts(std::ostream& out, std::string_view word, const std::vector<Concept>& concepts, const OutputOptions& options);

}  // namespace jomun
