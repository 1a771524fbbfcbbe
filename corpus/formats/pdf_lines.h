// Jomun: from the words of a column to its lines.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   spaces      told by distance. Beside an ideograph only what is wider than the line's own spacing is one; characters spaced evenly and
//               apart from the rest (第 一 章) are one word.
//   tables      neighbouring lines that are made of pieces which stand under each other: one row each, with tabs. Lines of a cell that
//               overlap the lines beside them, as a cell centred in its row does, are one row with them.
//   ruby        small kana, or a reading in Latin letters or zhuyin, close above Han: ｜漢字《かんじ》, 人(rén)
//   raised      small text above the base line is told to the caller
//   forms       the forms punctuation has in vertical script (︒ ﹁) become the ordinary ones

#pragma once

#include <vector>

#include "corpus/formats/pdf_layout.h"

namespace jomun {

// From the top down; `column` and `turn` are left to the caller. Thread-safe; O(n log n) in the words.
std::vector<PlacedLine> read_column(std::vector<PlacedWord> words);

}  // namespace jomun
