// Jomun: the controls of HWP 5 that are a part of their line.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Controls are what paragraphs have besides characters: tables, fields, notes. Each is a character of its paragraph and a record.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/little_endian.h"

namespace jomun {

// The number that stands for the four letters.
constexpr std::uint32_t hwp_control_id(std::string_view letters) {
  std::uint32_t id = 0;
  for (const char letter : letters) id = id << 8U | static_cast<unsigned char>(letter);
  return id;
}

// What is no part of the text: settings, running heads and feet, page numbers, marks, hidden comments, and what fields are made from (their
// results are text of the paragraph).
bool is_left_out_hwp_control(std::uint32_t id);

// The text that stands in the line for a control, or nothing if it is not of such a kind. `record` is what follows the identification.
// Throws UnreadableFile.
std::optional<std::string> hwp_inline_control(std::uint32_t id, LittleEndianReader record);

// The source of an equation from its record. Throws UnreadableFile.
std::string hwp_equation(std::string_view record);

// Appends the text of a paragraph's record, and to `places` where in `text` each control is that has a record. Throws UnreadableFile.
void append_hwp_text(std::string& text, std::vector<std::size_t>& places, std::string_view record);

}  // namespace jomun
