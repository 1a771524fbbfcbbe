// Jomun: characters of symbol fonts, which documents store by their place in the font.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace jomun {

// The Unicode characters that look like character `place` (with or without the private use area's U+F000) of the font Symbol or one of
// the Wingdings; "•" for places in these that stand for nothing else. Any other character is itself. Thread-safe.
std::string symbol_character(std::string_view font, char32_t place);

// A list's bullet as text. Letters and private characters are places in symbol fonts nobody can see here: "•". Thread-safe.
std::string plain_bullet(std::string_view bullet);

}  // namespace jomun
