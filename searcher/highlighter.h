// Jomun: where a hit matched, and why it ranks as it does.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "searcher/clause_matcher.h"
#include "searcher/query_plan.h"
#include "searcher/ranker.h"
#include "searcher/search.h"
#include "tokenizers/mapped_text.h"

namespace jomun {

// The occurrences of all groups but single characters, ascending and not overlapping: where two overlap, the larger concept stays; what
// is left of the user's own bigrams is joined to words.
std::vector<Highlight> highlight(const QueryPlan& plan, const Matches& matches, const MappedText& text);

// One line per group that contributed, the largest first.
std::vector<ScorePart> explain(const QueryPlan& plan, const Evidence& evidence, const Score& score);

}  // namespace jomun
