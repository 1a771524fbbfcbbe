// Jomun: numbers as labels print them, in every script.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Thread-safe; allocates nothing.
//
//   read_numeral("七百三十条", 0)    730, han
//   read_numeral("二〇二四年", 0)    2024, han
//   read_numeral("１２　会長は", 0)   12, full_width
//   read_letter("가. 희생자", 0)     1, hangul
//   read_letter("iv) the", 0)       4, roman

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace jomun {

enum class Script : std::uint8_t { arabic, full_width, han, circled, hangul, kana, latin, roman };

struct Numeral {
  std::uint32_t value;
  std::size_t end;  // offset after it
  Script script;
};

// The decimal or Han number at `offset`. Nothing above 999,999,999 and nothing longer than 16 characters is a number.
std::optional<Numeral> read_numeral(std::string_view text, std::size_t offset);

// One character that is a number with its brackets or dot: ① ⑴ ⒈ Ⅳ. `value` from 1.
std::optional<Numeral> read_enclosed(std::string_view text, std::size_t offset);

// A letter used for counting: 가 나 다, イ ロ ハ, a b c, i ii iii. A single Latin letter is `latin` although it may also be Roman;
// Roman numerals stop at 39.
std::optional<Numeral> read_letter(std::string_view text, std::size_t offset);

// The whole of `letters` as a Roman numeral up to 39, single letters too; 0: it is none.
std::uint32_t roman_value(std::string_view letters);

}  // namespace jomun
