// Jomun: readings printed inside a text, as in 人(rén)工智能, 人工(ㄖㄣˊ ㄍㄨㄥ), 漢字(かんじ).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/annotation.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "tokenizers/characters.h"
#include "tokenizers/furigana.h"
#include "tokenizers/mandarin_annotation.h"

namespace jomun {
namespace {

// Finds the opening brackets of a text from left to right, each kind with the machine's fastest search.
class BracketFinder {
 public:
  explicit BracketFinder(std::string_view utf8) : utf8_(utf8) {
    for (std::size_t i = 0; i < kinds.size(); ++i) found_[i] = find(i, 0);
  }
  // Offset of the first bracket not before `offset`, or the size of the text. REQUIRES: no smaller offset than before.
  std::size_t next(std::size_t offset) {
    for (std::size_t i = 0; i < kinds.size(); ++i)
      if (found_[i] < offset) found_[i] = find(i, offset);
    return *std::min_element(found_.begin(), found_.end());
  }

 private:
  static constexpr std::array<std::string_view, 3> kinds = {"(", "（", "《"};

  std::size_t find(std::size_t kind, std::size_t offset) const {
    if (offset >= utf8_.size()) return utf8_.size();
    const void* found = memmem(utf8_.data() + offset, utf8_.size() - offset, kinds[kind].data(), kinds[kind].size());
    return found != nullptr ? static_cast<std::size_t>(static_cast<const char*>(found) - utf8_.data()) : utf8_.size();
  }

  std::string_view utf8_;
  std::array<std::size_t, kinds.size()> found_{};
};

// Calls found(begin, end) for each annotation, from left to right, until it returns false.
template <typename Found>
void for_each_annotation(std::string_view utf8, Found found) {
  BracketFinder brackets(utf8);
  for (std::size_t bracket = brackets.next(0); bracket < utf8.size();) {
    const std::size_t end = annotation_end(utf8, bracket);
    if (end != bracket) {
      // Nothing else can stand between a bar and its bracket, so looking back keeps the order.
      const std::size_t bar = utf8.substr(bracket).starts_with("《") ? ruby_bar_before(utf8, bracket) : bracket;
      if (bar != bracket && !found(bar, annotation_end(utf8, bar))) return;
      if (!found(bracket, end)) return;
    }
    bracket = brackets.next(std::max(end, bracket + 1));
  }
}

template <typename Copy>
void copy_without_annotations(std::string_view utf8, Copy copy) {
  std::size_t copied = 0;
  for_each_annotation(utf8, [&](std::size_t begin, std::size_t end) {
    copy(copied, begin);
    copied = end;
    return true;
  });
  copy(copied, utf8.size());
}

// The offset of the first character inside a bracket, or the size of the text: few spaces are skipped.
std::size_t skip_padding(std::string_view utf8, std::size_t offset) {
  constexpr std::size_t most = 4;
  for (std::size_t spaces = 0; offset < utf8.size(); ++spaces) {
    const Decoded next = decode(utf8, offset);
    if (character(next.value).kind != CharacterClass::space) return offset;
    if (spaces == most) break;
    offset += next.bytes;
  }
  return utf8.size();
}

}  // namespace

std::size_t annotation_end(std::string_view utf8, std::size_t mark) {
  const Decoded opening = decode(utf8, mark);
  if (opening.value == U'｜') return ruby_bar_end(utf8, mark);
  const std::size_t inside = skip_padding(utf8, mark + opening.bytes);
  if (mark == 0 || inside == utf8.size()) return mark;
  const char32_t first = decode(utf8, inside).value;
  if (may_begin_furigana(first)) return furigana_end(utf8, mark, inside);
  if (opening.value == U'《') return mark;
  const bool pinyin = may_begin_pinyin(first);
  if (!pinyin && !may_begin_zhuyin(first)) return mark;
  const CharacterClass before = character(decode_before(utf8, mark).value).kind;
  if (before != CharacterClass::han && before != CharacterClass::ignorable) return mark;
  return pinyin ? pinyin_end(utf8, mark, inside) : zhuyin_end(utf8, mark, inside);
}

bool has_annotations(std::string_view utf8) {
  bool has = false;
  for_each_annotation(utf8, [&](std::size_t, std::size_t) {
    has = true;
    return false;
  });
  return has;
}

MappedText strip_annotations(std::string_view utf8) {
  MappedText result;
  copy_without_annotations(utf8, [&](std::size_t begin, std::size_t end) { result.append(utf8, begin, end); });
  return result;
}

MappedText strip_annotations(const MappedText& text) {
  MappedText result;
  copy_without_annotations(text.text(), [&](std::size_t begin, std::size_t end) { result.append(text, begin, end); });
  return result;
}

}  // namespace jomun
