// Jomun: results as quotations in Markdown, for papers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>

#include "searcher/output.h"

namespace jomun {

// A heading with the query, then the whole of each clause as a block quotation, what matched in bold, and where it is from:
//
//   ## AI safety
//
//   > 우리는 **AI**의 **안전**을 확인한다.
//   >
//   > — [서울 선언](https://example.org/), 부속서, 안전, 2.; AI Seoul Summit, 2024-05-21, unofficial translation.
//   `seoul-declaration-2024/ko#2`
//
// CommonMark: whatever in the texts would be markup there, in GitHub's or in Pandoc's, is escaped. Without hits nothing is written.
void write_markdown(std::ostream& out, const Result& result, const QueryId& id);

}  // namespace jomun
