// Jomun: text of foreign documents on a terminal: harmless, and as wide as it looks.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jomun {

// `utf8` with whatever could steer a terminal or hide text replaced by U+FFFD: control characters other than line feed and tab,
// bidirectional overrides, ill-formed bytes.
std::string printable(std::string_view utf8);

// Columns that printable text takes: 2 for wide and full-width characters, 0 for combining and ignorable ones, else 1. For one line.
std::size_t display_width(std::string_view utf8);
std::size_t display_width(char32_t code_point);

// The longest beginning of `utf8` that takes at most `columns`, in bytes; never cuts between a character and its marks.
std::size_t fit_columns(std::string_view utf8, std::size_t columns);

}  // namespace jomun
