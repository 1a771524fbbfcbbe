// Jomun: readings printed inside a text, as in 人(rén)工智能, 人工(ㄖㄣˊ ㄍㄨㄥ), 漢字(かんじ).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bracket is an annotation only when what stands in it can be read as the characters directly before it:
//
//   pinyin in () and （）    with tones marked, numbered or left out; of one character or a word; with spaces or without. Without any
//                           tone, capitals stand only at the begin of a part, and at least two characters are read:
//                           人(rén)工智能(AI)  人工智能（rén gōng zhì néng）  北京(Bei Jing) go but for AI; 锂(Li) stays
//   zhuyin in () and （）    with tones or without: 人(ㄖㄣˊ)
//   kana in () （） 《》      by reading (音, 訓), with the voicing and doubling of compounds, and with okurigana outside: 学校(がっこう)
//                           手紙(てがみ) 送(おく)る 人々(ひとびと) 取り扱い(とりあつかい); by dictionary, where a reading is one of the
//                           whole word: 大人(おとな). One katakana in () or （） is the mark of an item, （イ）
//   kana in 《》 after ｜     whatever they are: ｜宇宙《そら》. The bar marks the begin of the text and is left out itself
//
//   宣言(全文)  （一）  联合国(UN)  港湾（ポート）    none
//
// Korean glosses, 한국(韓國), are text twice and stay: see gloss.h. Everything here is thread-safe and allocates nothing but the result.
// A bracket costs a bounded time, however long it is.

#pragma once

#include <cstddef>
#include <string_view>

#include "tokenizers/mapped_text.h"

namespace jomun {

// Whether annotation_end() may be asked about a code point: ( （ 《 ｜
constexpr bool may_open_annotation(char32_t code_point) {
  return code_point == U'(' || code_point == U'（' || code_point == U'《' || code_point == U'｜';
}

// REQUIRES: `mark` is the offset in `utf8` of a code point for which may_open_annotation(). Returns the offset after what is to be left
// out from `mark` on, a bracket with its content or the bar alone, or `mark` if that is not an annotation.
std::size_t annotation_end(std::string_view utf8, std::size_t mark);

// Whether anything would be left out of `utf8`.
bool has_annotations(std::string_view utf8);

// `utf8` without its annotations.
MappedText strip_annotations(std::string_view utf8);
// The same for a text that is itself derived: the result maps to the first original.
MappedText strip_annotations(const MappedText& text);

}  // namespace jomun
