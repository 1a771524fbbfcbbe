// Jomun: readings printed inside a text, as in 人(rén)工智能.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bracket is an annotation only when what stands in it can be read as the Han characters directly before it, by the readings
// Unihan gives (kMandarin, kHanyuPinyin, kHanyuPinlu, kTGHZ2013, kXHC1983). Everything here is thread-safe and allocates nothing
// but the result.
//
//   人(rén)工智能(AI)             (rén) is one; (AI) is not: no reading of 能
//   人工智能（rén gōng zhì néng）   one, for four characters
//   宣言(全文)  （一）  联合国(UN)     none

#pragma once

#include <cstddef>
#include <string_view>

#include "tokenizers/mapped_text.h"

namespace jomun {

// REQUIRES: `bracket` is the offset of '(' or U+FF08 in `utf8`. Returns the offset after the closing bracket if the bracket is an
// annotation, else `bracket`.
std::size_t annotation_end(std::string_view utf8, std::size_t bracket);

// `utf8` without its annotations.
MappedText strip_annotations(std::string_view utf8);
// The same for a text that is itself derived: the result maps to the first original.
MappedText strip_annotations(const MappedText& text);

}  // namespace jomun
