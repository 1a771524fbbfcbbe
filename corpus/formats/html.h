// Jomun: HTML, saved pages as well as plain markup.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// The text of the page's body as a browser lays it out, without menus, headers, footers and boxes; html_body.h has what these are,
// html_text.h what lines look like, html_metadata.h what is found. The encoding is told by a byte order mark, what the page declares, or
// its bytes. Broken markup is read as well as can be, so that only bytes in no encoding and pages of absurd structure are refused.
ExtractedText read_html(std::string_view bytes);

}  // namespace jomun
