// Jomun: Japanese readings in a bracket, in hiragana and katakana.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Part of annotation.h, which says what is one. Thread-safe, allocates nothing, looks at a bounded number of bytes.

#pragma once

#include <cstddef>
#include <string_view>

namespace jomun {

// Whether a bracket that begins with `first` could hold one: kana of either width.
bool may_begin_furigana(char32_t first);

// REQUIRES: `bracket` is the offset of '(', U+FF08 or U+300A in `utf8`, and `inside` the offset after it. Returns the offset after the
// closing bracket if what is inside is kana that can be a reading of the Han and kana directly before `bracket`, or, in 《》, kana and a
// bar marks the text they belong to; else `bracket`.
std::size_t furigana_end(std::string_view utf8, std::size_t bracket, std::size_t inside);

// The bar that marks the begin of a text with its reading, ｜宇宙《そら》. `ruby_bar_end` returns the offset after the one at offset `bar`,
// or `bar` if it marks none. `ruby_bar_before` finds the offset of the one that belongs to 《 at offset `bracket`, or returns `bracket`.
std::size_t ruby_bar_end(std::string_view utf8, std::size_t bar);
std::size_t ruby_bar_before(std::string_view utf8, std::size_t bracket);

}  // namespace jomun
