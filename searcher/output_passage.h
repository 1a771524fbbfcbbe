// Jomun: the part of a long clause that shows best why it was found.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tokenizers/mapped_text.h"

namespace jomun {

// A stretch of `text` about `columns` wide that holds as many of `marks` as it can, and some text before the first; the whole where
// it fits, the beginning where there are no marks. It begins and ends where a line may be broken, after the end of a sentence where
// that is near. REQUIRES: printable text; marks ascending, within it, not empty.
Span best_passage(std::string_view text, const std::vector<Span>& marks, std::size_t columns);

}  // namespace jomun
