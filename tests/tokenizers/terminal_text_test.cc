// Jomun tests: text of foreign documents on a terminal.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/terminal_text.h"

#include <gtest/gtest.h>

namespace jomun {
namespace {

TEST(TerminalText, PrintableIsHarmless) {
  struct Row {
    std::string_view text, printable;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"安全\tAI\n", "安全\tAI\n"},
           {"\x1B[31mred", "\uFFFD[31mred"},
           {"a\rb\x7F\u009B", "a\uFFFDb\uFFFD\uFFFD"},
           {"a\u202Eb\u2066c", "a\uFFFDb\uFFFDc"},
           {"\xE5\x85z", "\uFFFD\uFFFDz"},
           {std::string_view("\0", 1), "\uFFFD"},
       })
    EXPECT_EQ(printable(row.text), row.printable);
}

TEST(TerminalText, WidthInColumns) {
  struct Row {
    std::string_view text;
    std::size_t columns;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"", 0},
           {"abc", 3},
           {"安全", 4},
           {"ｶﾞ", 2},
           {"ＡＩ", 4},
           {"e\u0301", 1},
           {"한", 2},
           {"\u1112\u1161\u11AB", 2},  // NFD
           {"葛\U000E0100", 2},
       })
    EXPECT_EQ(display_width(row.text), row.columns) << row.text;
}

TEST(TerminalText, FitsWithoutCuttingACharacter) {
  struct Row {
    std::string_view text;
    std::size_t columns;
    std::string_view fits;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"安全", 4, "安全"}, {"安全", 3, "安"}, {"安全", 1, ""}, {"e\u0301a", 1, "e\u0301"}, {"abc", 2, "ab"}, {"", 5, ""}})
    EXPECT_EQ(row.text.substr(0, fit_columns(row.text, row.columns)), row.fits) << row.text;
}

}  // namespace
}  // namespace jomun
