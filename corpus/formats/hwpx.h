// Jomun: HWPX, the documents of Hangul as XML (OWPML, KS X 6101).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// Equations are their scripts ("1 over 2"), 덧말 is ruby, the prompts of fields nobody filled in are left out.
ExtractedText read_hwpx(std::string_view bytes);

}  // namespace jomun
