// Jomun: Mandarin readings in a bracket, in pinyin and zhuyin.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Part of annotation.h, which says what is one. Thread-safe, allocates nothing, looks at a bounded number of bytes.

#pragma once

#include <cstddef>
#include <string_view>

namespace jomun {

// Whether a bracket that begins with `first` could hold one.
bool may_begin_pinyin(char32_t first);
bool may_begin_zhuyin(char32_t first);

// REQUIRES: `bracket` is the offset of '(' or U+FF08 in `utf8`, and `inside` the offset after it. Return the offset after the closing
// bracket if what is inside is a reading of the Han characters directly before `bracket`, else `bracket`.
std::size_t pinyin_end(std::string_view utf8, std::size_t bracket, std::size_t inside);
std::size_t zhuyin_end(std::string_view utf8, std::size_t bracket, std::size_t inside);

}  // namespace jomun
