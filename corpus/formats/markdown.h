// Jomun: Markdown into text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// `utf8` is well-formed and without byte order mark. Wrapped lines of a paragraph are joined. Thread-safe, linear.
ExtractedText read_markdown(std::string_view utf8);

}  // namespace jomun
