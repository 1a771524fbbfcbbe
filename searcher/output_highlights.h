// Jomun: where the highlights of a hit stand in its text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>
#include <vector>

#include "searcher/search.h"
#include "tokenizers/mapped_text.h"

namespace jomun {

// The highlights as bytes of `text`, which has as many code points as the text they were made for: printable() and one_line() keep them.
// What would be beyond its end is left out.
std::vector<Span> highlight_spans(const std::vector<Highlight>& highlights, std::string_view text);

}  // namespace jomun
