// Jomun: a file of any format into text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/format.h"

namespace jomun {

// What the reader of `format` makes of `bytes`. REQUIRES: not Format::json_lines, whose lines are clauses already. Thread-safe. Throws
// UnreadableFile.
ExtractedText extract_text(std::string_view bytes, Format format);

}  // namespace jomun
