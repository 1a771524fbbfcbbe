// Jomun: how plain text looks: widths, white space, ends of sentences, brackets.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything here is thread-safe, allocates nothing unless it returns a string, and takes well-formed UTF-8.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace jomun {

// White space of every script, zero-width space and BOM included: what may stand between words without being text.
bool is_blank(char32_t code_point);

// Offset of the first control character (below U+0020, line ends among them) at or after `offset`, or the size.
std::size_t find_control(std::string_view text, std::size_t offset);

// Offset of the first byte at or after `offset` that is not blank, or the size.
std::size_t skip_blanks(std::string_view text, std::size_t offset);
// Offset after the last byte before `end` that is not blank, or 0.
std::size_t skip_blanks_back(std::string_view text, std::size_t end);
std::string_view trim(std::string_view text);

// Ends in 。 . ! ? ; : or … of any script, closing quotation marks and brackets after it left aside.
bool ends_sentence(std::string_view text);
bool ends_in_colon(std::string_view text);
// Ends in a comma of any script.
bool ends_in_comma(std::string_view text);

// A closing bracket or a mark such as 、 that typesetting never puts at the begin of a line.
bool is_closing(char32_t code_point);
// An opening bracket or quotation mark: typesetting never puts one at the end of a line.
bool is_opening(char32_t code_point);

// What the brackets of a text read piece by piece say.
struct Brackets {
  std::size_t open = 0;       // brackets and quotation marks of distinct shapes that are open at its end
  bool may_annotate = false;  // one is there that an annotation (tokenizers/annotation.h) may stand in

  void read(std::string_view text);
};

// `text` is one pair of round brackets and what stands in it: （定義）. Then the inside, else empty.
std::string_view inside_brackets(std::string_view text);

// Offset after the bracket that closes the one at `open`, or `open` when nothing closes it within 400 bytes.
std::size_t bracket_end(std::string_view text, std::size_t open);

// A row of a table drawn with characters.
bool is_table_row(std::string_view line);

// Han, kana, or punctuation of their scripts: words on both sides of it need no space.
bool is_ideographic(char32_t code_point);
// A space has to be put in where a line ending in `before` is joined with one that begins with `after`.
bool needs_space(char32_t before, char32_t after);

// `text` without white space and punctuation, case folded: to tell whether two titles are the same.
std::string squeeze(std::string_view text);

}  // namespace jomun
