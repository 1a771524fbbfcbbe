// Jomun tests: wherever words stand, none is lost or doubled, and the text of the pages is well-formed.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "corpus/formats/pdf_furniture.h"
#include "corpus/formats/pdf_layout.h"
#include "corpus/formats/pdf_paragraphs.h"
#include "tests/fuzz/fuzz_target.h"
#include "tokenizers/characters.h"

namespace jomun::testing {
namespace {

constexpr std::array<std::string_view, 24> words{"第",  "一条", "法律は", "、",  "︒", "か", "총칙", "이", "the", "gov-", "ernance", "12",
                                                 "xii", "(1)",  "1.",     "[3]", "3",  "*",  "A",    "B.", "rén", "ー",   "\u00AD",  "…"};

// Each word of a page takes five bytes: which one, where, and how large; a last bit of size ends the page.
std::vector<PlacedPage> pages_of(std::string_view bytes) {
  std::vector<PlacedPage> pages(1);
  for (std::size_t i = 0; i + 5 <= bytes.size() && pages.size() < 64; i += 5) {
    const auto number = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i + at])); };
    PlacedPage& page = pages.back();
    page.width = 600;
    page.height = 900;
    PlacedWord word;
    word.text = words[number(0) % words.size()];
    word.turn = static_cast<int>(number(3) % 8 < 4 ? 0 : number(3) % 4);
    word.size = 4 + static_cast<double>(number(3) / 8 % 16);
    const double length = word.size * static_cast<double>(word.text.size()) / (1 + number(4) % 4);
    word.box = {number(1) * 2.5, number(2) * 4.0, number(1) * 2.5 + (word.turn % 2 == 0 ? length : word.size),
                number(2) * 4.0 + (word.turn % 2 == 0 ? word.size : length)};
    page.words.push_back(std::move(word));
    if (number(4) >= 0xF0) pages.emplace_back();
  }
  return pages;
}

// The letters and digits of a text that no rule changes: in some order, all of them are in what comes out.
std::string letters_in(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) letters += c;
  std::sort(letters.begin(), letters.end());
  return letters;
}

void require_well_formed(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    require(next.bytes > 1 || next.value != replacement_character, "ill-formed text");
    i += next.bytes;
  }
}

}  // namespace

void fuzz(std::string_view bytes) {
  std::vector<LaidOutPage> pages;
  for (PlacedPage& page : pages_of(bytes)) {
    // Readings may be left out; all other words stay.
    std::string before, after;
    for (const PlacedWord& word : page.words)
      if (word.text != "rén") before += word.text;
    LaidOutPage laid_out{page.width, page.height, lay_out(page)};
    for (const PlacedLine& line : laid_out.lines) {
      require_well_formed(line.text);
      for (const RaisedText& raised : line.raised)
        require(raised.begin < raised.end && raised.end <= line.text.size(), "raised text out of its line");
      after += line.text;
    }
    const std::string expected = letters_in(before), found = letters_in(after);
    require(std::count(expected.begin(), expected.end(), '1') == std::count(found.begin(), found.end(), '1'), "a word is lost or doubled");
    pages.push_back(std::move(laid_out));
  }
  remove_furniture(pages);
  require_well_formed(text_of(std::move(pages)));
}

}  // namespace jomun::testing
