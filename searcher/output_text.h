// Jomun: results and clauses as text, for people.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>

#include "searcher/output.h"

namespace jomun {

//   2 clauses, 1.2 ms
//   searched: AI = 人工智能, 인공지능
//
//   1. seoul-declaration-2024/ko#2  ko  2.
//      서울 선언 · AI Seoul Summit · 2024-05-21 · unofficial translation
//      …AI의 안전·혁신·포용성이 상호 연계된 목표로서…
//      because: AI; 안전 = safety (lexicon) ← safety
//      also in: seoul-declaration-2024/zh-Hans#2
//
// With options.facets, at the end:
//
//   language: zh-Hans 3 · ko 1
void write_text(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options);

// The whole clause with all that is known of it.
void write_clause_text(std::ostream& out, const FoundClause& clause, const OutputOptions& options);
// Two clauses side by side where there is room, else one below the other. Counterparts with another address say how likely they are, and
// all that are not likely enough to be relied on that they are uncertain.
void write_parallel_text(std::ostream& out, const ParallelClauses& clauses, const OutputOptions& options);

//   test/ko#4: not found
//     language:zh excludes it (it is ko)
//     without language:zh it is 3.
// `request`: what was asked.
void write_why_not_text(std::ostream& out, const WhyNot& answer, const Request& request, const OutputOptions& options);

// What :explain prints: the parts of the score of a hit.
void write_explanation_text(std::ostream& out, const Hit& hit, const OutputOptions& options);

}  // namespace jomun
