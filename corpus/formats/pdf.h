// Jomun: PDF.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Poppler finds the words and where they stand; reading order, paragraphs, tables, notes and the furniture of pages are found here:
// pdf_layout.h, pdf_furniture.h, pdf_notes.h, pdf_paragraphs.h. Fonts that are not embedded are read with the tables of poppler-data.
//
// Poppler is thread-safe as long as each thread has documents of its own, as here. It has one receiver of messages for the whole
// process; the first call sets one that drops them.

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// Paragraphs are put together. `found` has at most a title. Files that open without a password are read whatever they permit. Throws
// UnreadableFile, also for files of pictures without text.
//
// LIMIT: a page is in memory as a whole, and poppler does not say how large it is before it has read it.
ExtractedText read_pdf(std::string_view bytes);

}  // namespace jomun
