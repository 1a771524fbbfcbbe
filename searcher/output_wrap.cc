// Jomun: lines of text that fit a terminal.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_wrap.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};
struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot divide text: ") + u_errorName(status));
}

bool is_space(char32_t c) { return character(c).kind == CharacterClass::space; }

// ICU would break between any two syllables; Korean text is set in words.
bool splits_hangul_word(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset == text.size()) return false;
  const char32_t before = decode_before(text, offset).value, after = decode(text, offset).value;
  const auto is_hangul = [](char32_t c) { return character(c).kind == CharacterClass::hangul; };
  return !is_space(before) && (is_hangul(before) || is_hangul(after));
}

// Ascending, the end of the text last; empty for an empty text.
std::vector<std::size_t> boundaries(std::string_view text, UBreakIteratorType kind) {
  if (text.empty()) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> source(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  const std::unique_ptr<UBreakIterator, CloseIterator> iterator(ubrk_open(kind, "", nullptr, 0, &status));
  check(status);
  ubrk_setUText(iterator.get(), source.get(), &status);
  check(status);
  std::vector<std::size_t> result;
  for (std::int32_t next = ubrk_next(iterator.get()); next != UBRK_DONE; next = ubrk_next(iterator.get()))
    result.push_back(static_cast<std::size_t>(next));
  return result;
}

std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const Decoded last = decode_before(text, end);
    if (!is_space(last.value)) break;
    end -= last.bytes;
  }
  return end;
}

}  // namespace

std::vector<std::size_t> line_break_opportunities(std::string_view text) {
  std::vector<std::size_t> result = boundaries(text, UBRK_LINE);
  std::erase_if(result, [&](std::size_t offset) { return splits_hangul_word(text, offset); });
  return result;
}

std::vector<std::size_t> grapheme_boundaries(std::string_view text) {
  std::vector<std::size_t> result = boundaries(text, UBRK_CHARACTER);
  result.insert(result.begin(), 0);
  return result;
}

std::vector<Span> wrap(std::string_view text, std::size_t columns) {
  std::vector<Span> lines;
  std::size_t begin = 0, end = 0;  // of the line being filled
  const auto finish = [&](std::size_t at) {
    lines.push_back({begin, trimmed_end(text, begin, at)});
    begin = end = at;
  };
  const auto fits = [&](std::size_t to) {
    const std::string_view line = text.substr(begin, trimmed_end(text, begin, to) - begin);
    return fit_columns(line, columns) == line.size();
  };
  for (const std::size_t opportunity : line_break_opportunities(text)) {
    if (!fits(opportunity) && end > begin) finish(end);
    while (!fits(opportunity)) {
      const std::size_t taken = fit_columns(text.substr(begin, opportunity - begin), columns);
      finish(begin + std::max<std::size_t>(taken, decode(text, begin).bytes));
    }
    end = opportunity;
    if (text[end - 1] == '\n') finish(end);
  }
  if (end > begin) finish(end);
  return lines;
}

}  // namespace jomun
