// Jomun: the language of a run of text, told from its characters.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace jomun {

// "ko" where Hangul, "ja" where kana weighs most; "zh-Hant" or "zh-Hans" by which of the characters used in only one of the two are
// more, zh-Hans where none is; "en" where Latin letters outweigh the rest (a Latin letter counts a fifth of an ideograph);
// "" for text without letters. Thread-safe.
std::string_view detect_language(std::string_view utf8);

}  // namespace jomun
