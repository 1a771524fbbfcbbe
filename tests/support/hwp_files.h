// Jomun tests: HWP 5 files, made piece by piece.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/hwp_records.h"

namespace jomun::testing {

// Little-endian numbers, and UTF-16 with a count before it.
std::string u16(unsigned value);
std::string u32(unsigned value);
std::string counted(std::u16string_view text);

std::string hwp_record(HwpTag tag, int level, std::string_view data);

// The character of a control in the text of a paragraph. Codes: 2 section, 3 and 4 begin and end of a field, 11 object, 15 hidden comment,
// 16 running head or foot, 17 note, 18 number, 21 page, 22 mark, 23 ruby.
std::u16string hwp_mark(char16_t code);

// A paragraph with this shape of DocInfo; none for an empty one.
std::string hwp_paragraph(int level, std::u16string_view text, unsigned shape = 0);
// What the mark stands for. `id` has four letters.
std::string hwp_control(int level, std::string_view id, std::string_view data = {});
// A control that is a table, drawing or equation, whose first property is whether it is a part of its line.
std::string hwp_object(int level, std::string_view id, bool in_line);
// Begins a list of paragraphs, which are on the same level.
std::string hwp_list(int level, std::string_view data = {});
// The same for a cell, counted from 0.
std::string hwp_cell(int level, unsigned row, unsigned column);

// A shape of paragraphs. Heads are none, outline, number, bullet; levels count from 0, lists from 1.
std::string hwp_shape(unsigned head, unsigned level, unsigned list);
struct HwpLevel {
  std::u16string text;
  unsigned format = 0;
};
// Seven levels, or ten with what 5.1 put behind them.
std::string hwp_numbering(const std::vector<HwpLevel>& levels, unsigned start = 1);
std::string hwp_bullet(char16_t bullet);

// What the stream DocInfo has for so many sections.
std::string hwp_document_info(unsigned sections, std::string_view shapes);

// A compound file with these streams, "NAME" or "STORAGE/NAME"; by libgsf.
std::string ole_file(const std::map<std::string, std::string>& streams);

struct HwpFile {
  unsigned properties = 1;  // packed
  unsigned version = 0x05000300;
  std::string document_info;
  std::vector<std::string> sections;
  std::map<std::string, std::string> other_streams;
};
// Packs and encrypts as the properties say (4: for distribution).
std::string hwp_file(const HwpFile& file);

std::string deflate(std::string_view bytes);

}  // namespace jomun::testing
