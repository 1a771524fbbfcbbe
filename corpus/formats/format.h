// Jomun: what kind of file bytes are.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string_view>

namespace jomun {

enum class Format : std::uint8_t {
  text,
  markdown,
  json_lines,
  html,  // XHTML too
  pdf,
  docx,
  odt,
  hwpx,
  hwp,  // HWP 5
};

// `extension` as in a file's name, with or without its dot, in any case; or empty. It decides only what content cannot tell: Markdown and
// JSON Lines. Looks at the begin of the file and, in containers, at their directory; never at the whole. Thread-safe.
//
// Throws UnreadableFile for what Jomun does not read: "is a PNG picture; ...".
Format detect_format(std::string_view bytes, std::string_view extension);

}  // namespace jomun
