// Jomun: readings printed small above the characters they belong to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_ruby.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

// Lengths in the size of the line below.
constexpr double largest = 0.65;
constexpr double widest_gap = 0.4, deepest_overlap = 0.45;
constexpr double tolerance = 0.15;

enum class Reading : std::uint8_t { none, kana, other };

bool is_zhuyin(char32_t c) {
  return (c >= 0x3105 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31BF) || c == U'ˊ' || c == U'ˇ' || c == U'ˋ' || c == U'˙';
}

Reading reading_of(std::string_view text) {
  bool kana = true, other = true;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    const CharacterClass kind = character(next.value).kind;
    kana = kana && (kind == CharacterClass::kana || next.value == U'ー' || next.value == U'・');
    // Digits are the marks of notes.
    other = other && (is_zhuyin(next.value) || kind == CharacterClass::hangul || kind == CharacterClass::mark ||
                      (kind == CharacterClass::word && (next.value < U'0' || next.value > U'9')));
    i += next.bytes;
  }
  return kana ? Reading::kana : other ? Reading::other : Reading::none;
}

struct Base {
  std::size_t word = 0, begin = 0, end = 0;  // bytes of the word
  double middle = 0;
  bool han = false;
};

// The characters of a line. Those of one word are taken to be equally wide, which ideographs are.
std::vector<Base> characters_of(const std::vector<PlacedWord>& line) {
  std::vector<Base> bases;
  for (std::size_t word = 0; word < line.size(); ++word) {
    const std::size_t first = bases.size();
    const std::string& text = line[word].text;
    for (std::size_t i = 0; i < text.size();) {
      const Decoded next = decode(text, i);
      bases.push_back({word, i, i + next.bytes, 0, character(next.value).kind == CharacterClass::han});
      i += next.bytes;
    }
    const double width = line[word].box.width() / static_cast<double>(bases.size() - first);
    for (std::size_t i = first; i < bases.size(); ++i)
      bases[i].middle = line[word].box.left + width * (static_cast<double>(i - first) + 0.5);
  }
  return bases;
}

struct Annotation {
  std::size_t first = 0, last = 0;  // the characters it stands above
  const PlacedWord* reading = nullptr;
};

}  // namespace

bool take_in_ruby(const std::vector<PlacedWord>& above, std::vector<PlacedWord>& line) {
  if (above.empty() || line.empty()) return false;
  double size = 0, top = HUGE_VAL;
  for (const PlacedWord& word : line) {
    if (word.size > size) top = word.box.top;
    size = std::max(size, word.size);
  }
  for (const PlacedWord& word : above) {
    const double gap = top - word.box.bottom;
    if (word.size > largest * size || gap > widest_gap * size || gap < -deepest_overlap * size) return false;
    if (reading_of(word.text) == Reading::none) return false;
  }
  const std::vector<Base> bases = characters_of(line);
  std::vector<Annotation> annotations;
  std::size_t next = 0;
  for (const PlacedWord& word : above) {
    const double middle = (word.box.left + word.box.right) / 2;
    const auto distance = [&](std::size_t i) { return std::abs(bases[i].middle - middle); };
    while (next + 1 < bases.size() && distance(next + 1) <= distance(next)) ++next;
    if (!bases[next].han || distance(next) > size) continue;
    const auto is_below = [&](std::size_t i) {
      return bases[i].han && bases[i].middle > word.box.left - tolerance * size && bases[i].middle < word.box.right + tolerance * size;
    };
    std::size_t first = next, last = next;
    const std::size_t taken = annotations.empty() ? 0 : annotations.back().last + 1;
    if (first < taken) continue;
    while (first > taken && is_below(first - 1)) --first;
    while (last + 1 < bases.size() && is_below(last + 1)) ++last;
    annotations.push_back({first, last, &word});
  }
  if (annotations.size() * 2 < above.size()) return false;
  std::vector<std::string> texts(line.size());
  std::size_t annotation = 0;
  for (std::size_t i = 0; i < bases.size(); ++i) {
    std::string& text = texts[bases[i].word];
    while (annotation < annotations.size() && annotations[annotation].last < i) ++annotation;
    const Annotation* here = annotation < annotations.size() && annotations[annotation].first <= i ? &annotations[annotation] : nullptr;
    const bool kana = here != nullptr && reading_of(here->reading->text) == Reading::kana;
    if (kana && here->first == i) text += "｜";
    text.append(line[bases[i].word].text, bases[i].begin, bases[i].end - bases[i].begin);
    if (here != nullptr && here->last == i) text += kana ? "《" + here->reading->text + "》" : "(" + here->reading->text + ")";
  }
  for (std::size_t i = 0; i < line.size(); ++i) line[i].text = std::move(texts[i]);
  return true;
}

}  // namespace jomun
