// Jomun tests: random texts that hit the edges between scripts, and files of the project.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/texts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <numeric>
#include <stdexcept>

#include "tokenizers/characters.h"

namespace jomun::testing {
namespace {

rc::Gen<std::string> from_range(char32_t first, char32_t last) {
  return rc::gen::map(rc::gen::inRange<std::uint32_t>(first, last + 1), [](std::uint32_t c) {
    char bytes[4];
    return std::string(bytes, encode(c >= 0xD800 && c < 0xE000 ? U'가' : c, bytes));
  });
}

rc::Gen<std::string> joined(const rc::Gen<std::string>& piece) {
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                      [](const std::vector<std::string>& pieces) { return std::accumulate(pieces.begin(), pieces.end(), std::string()); });
}

}  // namespace

const std::vector<std::string>& telling_pieces() {
  // clang-format off
  static const std::vector<std::string> pieces = {
      // Han, pinyin annotations and brackets that are none
      "人", "(rén)", "人(rén)工智能", "（réngōng）", "(AI)", "（一）", "(", "（", ")", "）", "(全文)", "(ren2)", "産產产", "豈", "⼀", "\uFE00", "\U000E0100", "𠮷",
      // kana of both widths
      "か", "カ", "\u3099", "\u309A", "ｶ", "ﾞ", "ﾟ", "ｱ", "ー", "・", "･", "㍿", "㌔", "㋐",
      // Hangul: precomposed, conjoining and half-width jamo, archaic and lone ones
      "가", "국가들에게는", "회의", "각", "\u1100\u1161", "\u1100", "\u1161", "\u11A8", "\u1112\u119E\u11AB", "\u119E", "\uFFA1\uFFC2", "\uFFA1", "\uFFC2",
      "ㄱ", "\u3164", "\u302E", "ㆍ", "㈜",
      // words
      "a", "AI", "safety", "people's", "é", "e\u0301", "ﬁ", "ß", "Æ", "α", "ж", "ไทย", "ه", "1", "10,000", "2.5", "²", "㎏", "Ａ", "'", "’", ".", ",", "-", "_",
      // what separates, and what does not
      " ", "\n", "\r\n", "\u2029", "\u3000", "。", "，", "·", "《", "》", "\u200B", "\u00AD", "\uFEFF", "\u0301", "\u20DD", "😀", std::string(1, '\0'),
      // ill-formed
      "\x80", "\xE4", "\xE4\xBA", "\xC0\xAF", "\xE0\x80\x8A", "\xE0\x80\xA8", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF"};
  // clang-format on
  return pieces;
}

rc::Gen<std::string> any_text() {
  return joined(
      rc::gen::weightedOneOf<std::string>({{10, rc::gen::elementOf(telling_pieces())},
                                           {1, from_range(0x4E00, 0x9FFF)},
                                           {1, from_range(0xAC00, 0xD7A3)},
                                           {1, from_range(0x1100, 0x11FF)},
                                           {1, from_range(0x3040, 0x33FF)},
                                           {1, from_range(0xF900, 0xFFFF)},
                                           {1, from_range(0x20, 0x24F)},
                                           {1, from_range(0x250, 0x2FFF)},
                                           {1, from_range(0x10000, 0x10FFFF)},
                                           {1, rc::gen::map(rc::gen::arbitrary<char>(), [](char c) { return std::string(1, c); })}}));
}

rc::Gen<std::string> cjk_text() {
  return joined(rc::gen::weightedOneOf<std::string>(
      {{4, from_range(0x4E00, 0x9FFF)},
       {1, from_range(0x3041, 0x3096)},
       {1, from_range(0x20000, 0x2A6DF)},
       {2,
        rc::gen::elementOf(std::vector<std::string>{"。", "，", "《", "·", " ", "\n", "\n\n", "\u3000", "\uFE00", "(", "（一）", "!"})}}));
}

rc::Gen<std::string> ascii_text() { return rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcXYZ019  ..,,''-/()!?#\n"))); }

rc::Gen<std::string> long_text() {
  const auto piece = rc::gen::oneOf(rc::gen::elementOf(telling_pieces()),
                                    rc::gen::map(rc::gen::pair(rc::gen::elementOf(telling_pieces()), rc::gen::elementOf(telling_pieces())),
                                                 [](const std::pair<std::string, std::string>& two) { return two.first + two.second; }));
  const auto times = rc::gen::map(rc::gen::pair(rc::gen::inRange(1, 11), rc::gen::inRange(-2, 3)),
                                  [](const std::pair<int, int>& number) { return std::max(1, (1 << number.first) + number.second); });
  const auto repeated = rc::gen::map(rc::gen::pair(piece, times), [](const std::pair<std::string, int>& run) {
    std::string text;
    for (int i = 0; i < run.second; ++i) text += run.first;
    return text;
  });
  const auto part = rc::gen::weightedOneOf<std::string>({{2, rc::gen::elementOf(telling_pieces())}, {1, repeated}});
  return rc::gen::map(rc::gen::resize(12, rc::gen::container<std::vector<std::string>>(part)),
                      [](const std::vector<std::string>& parts) { return std::accumulate(parts.begin(), parts.end(), std::string()); });
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(file), {});
  if (!file) throw std::runtime_error(path.string() + ": cannot be read");
  return bytes;
}

std::vector<std::filesystem::path> declaration_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(JOMUN_SOURCE_DIR) / "corpus" / "declarations"))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace jomun::testing
