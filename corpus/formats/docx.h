// Jomun: DOCX, the documents of Word (ECMA-376, transitional and strict).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// Tracked changes are read as accepted. Tables of contents, prompts of controls nobody filled in, and numbers of pages are left out.
ExtractedText read_docx(std::string_view bytes);

}  // namespace jomun
