// Jomun: the Mandarin readings of Han characters.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace jomun {

namespace tables {
struct Reading {
  std::uint16_t syllable;  // index of the syllable without tone
  std::uint8_t tone;       // 1 to 4; 0 neutral
};
struct ReadingStart {
  char32_t code_point;
  std::uint32_t first;  // index of its first Reading; they end where those of the next code point begin
};
}  // namespace tables

// All readings of `code_point` that the five Unihan fields named in annotation.h give; empty where there is none. Static storage.
std::span<const tables::Reading> readings_of(char32_t code_point);

// The letters of a syllable, without tone, ü as v: "ren", "lve".
std::string_view syllable_letters(std::uint16_t syllable);

}  // namespace jomun
