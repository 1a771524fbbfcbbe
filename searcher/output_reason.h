// Jomun: why a clause was found, in words.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

#include "searcher/search.h"

namespace jomun {

// "인공지능 = artificial-intelligence (lexicon) ← AI; 안전": what was matched, the concept it was matched by where it is not the user's own
// word, and the part of the query that stands for it. Empty without highlights. One line, printable.
std::string reason_of(const Hit& hit, const std::vector<Expansion>& expansions);

// "AI = 人工智能, 인공지능, … (9 forms); safety = 安全": what was searched besides the words of the query. Empty where nothing was. One
// line, printable; with all forms, else a few of each, of different languages first.
enum class Forms { few, all };
std::string describe_expansions(const std::vector<Expansion>& expansions, Forms shown_forms);

// "安全 is safety or security; 条約 is treaty or convention": words of the query with meanings that are not the same. Empty where there
// are none. One line, printable.
std::string describe_ambiguities(const std::vector<Expansion>& expansions);

}  // namespace jomun
