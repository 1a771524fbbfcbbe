// Jomun tests: PDF files of a few lines.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jomun::testing {

// A PDF 1.4 of these objects, which are numbered from 1; the first is the catalogue. `trailer` is put into the trailer.
std::string pdf_of(const std::vector<std::string>& objects, std::string_view trailer = "");

// A stream object.
std::string stream_of(std::string_view content);

// A font without a font file, in the predefined encoding of a character collection of Adobe. `widths` are those of CIDs that are not as
// wide as high; `more` is put into the font.
std::string composite_font(std::string_view name, std::string_view ordering, std::string_view encoding, std::string_view widths = "[ ]",
                           std::string_view more = "");

// Pages of 600 by 800 points with these contents. Fonts: F1 is Helvetica, F2 Chinese from left to right and F3 Japanese from top to
// bottom, both in UTF-16 and not contained. `trailer` may name object 6 as /Info, which is `info`.
std::string pdf_with(const std::vector<std::string>& contents, std::string_view info = "<< >>", std::string_view trailer = "/Info 6 0 R");

// Operators that show Latin text in F1 with its base line `down` points below the upper edge of the page.
std::string show(std::string_view text, int left, int down, int size = 10);
// The same for UTF-16 in hexadecimal digits.
std::string show_hex(std::string_view font, std::string_view digits, int left, int down, int size = 10);

}  // namespace jomun::testing
