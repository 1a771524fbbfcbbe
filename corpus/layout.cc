// Jomun: how plain text looks: widths, white space, ends of sentences, brackets.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/layout.h"

#include <algorithm>
#include <cstring>

#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

bool contains(std::u32string_view set, char32_t code_point) { return set.find(code_point) != std::u32string_view::npos; }

bool is_closing_quote_or_bracket(char32_t c) { return contains(U")]}）］｝」』】〕》〉”’\"'", c); }

// The last code point of `text`, closing quotation marks and brackets left aside; 0 when there is none.
char32_t last_telling(std::string_view text) {
  std::size_t end = skip_blanks_back(text, text.size());
  while (end > 0) {
    const Decoded last = decode_before(text, end);
    if (!is_closing_quote_or_bracket(last.value)) return last.value;
    end = skip_blanks_back(text, end - last.bytes);
  }
  return 0;
}

}  // namespace

bool is_blank(char32_t c) {
  if (c <= 0x20) return true;
  if (c < 0x85) return c == 0x7F;
  return c <= 0xA0 ? c == 0x85 || c == 0xA0
                   : c == 0x3000 || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
                         c == 0x2060 || c == 0xFEFF || c == 0x1680 || c == 0xAD;
}

std::size_t find_control(std::string_view text, std::size_t offset) {
  // Eight bytes at a time: subtracting 20 borrows from the high bit of a byte only where one is less, and others have that bit.
  constexpr std::uint64_t blanks = 0x2020202020202020;
  constexpr std::uint64_t high_bits = 0x8080808080808080;
  for (std::uint64_t word = 0; text.size() - offset >= sizeof word; offset += sizeof word) {
    std::memcpy(&word, text.data() + offset, sizeof word);
    if (((word - blanks) & ~word & high_bits) != 0) break;
  }
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) >= 0x20) ++offset;
  return offset;
}

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const Decoded next = decode(text, offset);
    if (!is_blank(next.value)) break;
    offset += next.bytes;
  }
  return offset;
}

std::size_t skip_blanks_back(std::string_view text, std::size_t end) {
  while (end > 0) {
    const Decoded last = decode_before(text, end);
    if (!is_blank(last.value)) break;
    end -= last.bytes;
  }
  return end;
}

std::string_view trim(std::string_view text) {
  const std::size_t end = skip_blanks_back(text, text.size());
  const std::size_t begin = skip_blanks(text.substr(0, end), 0);
  return text.substr(begin, end - begin);
}

bool ends_sentence(std::string_view text) { return contains(U"。．.！!？?；;：:…｡⋯", last_telling(text)); }

bool ends_in_colon(std::string_view text) { return contains(U"：:", last_telling(text)); }

bool ends_in_comma(std::string_view text) { return contains(U"，,、､", last_telling(text)); }

bool is_opening(char32_t c) { return contains(U"([{（［｛「『【《〈〔“‘", c); }

bool is_closing(char32_t c) { return contains(U")]}）］｝」』】〕》〉”’、，。．；：！？!?,.;:·・％%", c); }

void Brackets::read(std::string_view text) {
  constexpr std::u32string_view opening = U"(（［【〔「『《〈“";
  constexpr std::u32string_view closing = U")）］】〕」』》〉”";
  for (std::size_t i = 0; i < text.size();) {
    // Most characters are told by their first bytes: ASCII, Han and Hangul, and kana, which share the first with punctuation.
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80 && lead != '(' && lead != ')') {
      ++i;
      continue;
    }
    if ((lead >= 0xE4 && lead <= 0xED) || (lead == 0xE3 && text[i + 1] != '\x80')) {
      i += 3;
      continue;
    }
    const Decoded next = decode(text, i);
    i += next.bytes;
    if (contains(opening, next.value)) {
      ++open;
      may_annotate = may_annotate || may_open_annotation(next.value);
    } else if (open > 0 && contains(closing, next.value)) {
      --open;
    }
  }
}

std::string_view inside_brackets(std::string_view text) {
  if (text.empty()) return {};
  const Decoded first = decode(text, 0);
  if (first.value != U'(' && first.value != U'（') return {};
  if (bracket_end(text, 0) != text.size()) return {};
  const std::size_t end = text.size() - decode_before(text, text.size()).bytes;
  return trim(text.substr(first.bytes, end - first.bytes));
}

std::size_t bracket_end(std::string_view text, std::size_t open) {
  const std::string_view scope = text.substr(0, std::min(text.size(), open + 400));
  std::size_t depth = 0;
  for (std::size_t i = open; i < scope.size();) {
    const Decoded next = decode(scope, i);
    i += next.bytes;
    if (next.value == U'(' || next.value == U'（') ++depth;
    if ((next.value == U')' || next.value == U'）') && --depth == 0) return i;
  }
  return open;
}

bool is_table_row(std::string_view line) {
  if (line.empty()) return false;
  if (line[0] == '|' || (line[0] == '+' && line.size() > 1 && line[1] == '-')) return true;
  // Box drawing characters are E2 94 80 to E2 95 BF.
  for (std::size_t i = line.find('\xE2'); i != std::string_view::npos && i + 1 < line.size(); i = line.find('\xE2', i + 1))
    if (line[i + 1] == '\x94' || line[i + 1] == '\x95') return true;
  return false;
}

bool is_ideographic(char32_t c) {
  if (c < 0x80) return false;
  const CharacterClass kind = character(c).kind;
  if (kind == CharacterClass::han || kind == CharacterClass::kana) return true;
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) || (c >= 0xFF3B && c <= 0xFF40) ||
         (c >= 0xFF5B && c <= 0xFF65) || c == 0x30FB || (c >= 0x2460 && c <= 0x24FF);
}

bool needs_space(char32_t before, char32_t after) {
  if (is_ideographic(before) || is_ideographic(after) || is_blank(before) || is_blank(after)) return false;
  if (before == U'-' || before == U'\u2010' || before == U'/' || before == U'—' || after == U'—') return false;
  const auto is_word = [](char32_t c) {
    const CharacterClass kind = character(c).kind;
    return kind == CharacterClass::word || kind == CharacterClass::hangul || kind == CharacterClass::compound ||
           kind == CharacterClass::mark;
  };
  if (is_word(before)) return is_word(after) || contains(U"([{“‘\"'<「『《", after);
  return is_word(after) && !contains(U"([{“‘「『《<", before);
}

std::string squeeze(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    i += next.bytes;
    const Character known = character(next.value);
    if (known.kind == CharacterClass::separator || known.kind == CharacterClass::space || known.kind == CharacterClass::ignorable) continue;
    char bytes[4];
    result.append(bytes, encode(known.folded != 0 ? known.folded : next.value, bytes));
  }
  return result;
}

}  // namespace jomun
