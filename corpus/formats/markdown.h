// Jomun: Markdown into text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// The blocks of CommonMark, tables, footnotes and front matter, as a page shows them but for two things: numbers of lists are those
// written, and a line that begins with the label of an article or item stays one of its own where the line before it has ended its sentence
// or has the label before, because people write statutes one article a line. ~~Struck~~ text is kept, <del>deleted</del> text is not.
// `wrapped` is never set.
//
// `utf8` is well-formed and without byte order mark. Thread-safe, linear.
ExtractedText read_markdown(std::string_view utf8);

}  // namespace jomun
