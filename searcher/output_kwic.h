// Jomun: a concordance: every match on a line of its own, below one another.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>

#include "searcher/output.h"

namespace jomun {

// Key words in context, in the order of the hits; what matched begins in one column. The rank and citation come first:
//
//   1  seoul-declaration-2024/ko#2                우리는  AI 의 안전을 확인한다.
//   1  seoul-declaration-2024/ko#2          우리는 AI의  안전 을 확인한다.
//   2  seoul-declaration-2024/zh-Hans#2          我们确认 人工智能 安全。
//
// A match stands between two spaces that are not in the clause, and line ends are spaces. Contexts are options.context columns at most, cut
// between characters as readers see them: a letter and its marks, the parts of a Hangul syllable stay together. Without options.context
// lines are options.width at most, as far as that has room for anything; long citations and matches are then cut, with "…". A hit that
// matched in its headings only has no line.
void write_kwic(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options);

}  // namespace jomun
