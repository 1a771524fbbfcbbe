// Jomun: readings printed small above the characters they belong to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

#include "corpus/formats/pdf_layout.h"

namespace jomun {

// Whether `above`, the words of one line, are readings of `line`, the next one: small, close to it, and most of them above Han. Then
// `line` has them as annotations, ｜漢字《かんじ》 or 人(rén), and what stands above anything else is left out. Both are in order from
// the left. Thread-safe, linear.
bool take_in_ruby(const std::vector<PlacedWord>& above, std::vector<PlacedWord>& line);

}  // namespace jomun
