// Jomun: the controls of HWP 5 that are a part of their line.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp_inline_controls.h"

#include <algorithm>
#include <array>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/hwp_numbering.h"
#include "corpus/formats/text_builder.h"

namespace jomun {
namespace {

// The number of a figure, table or equation; those of pages and notes are not printed.
std::string automatic_number(LittleEndianReader record) {
  constexpr unsigned figure = 3, equation = 5;
  const std::uint32_t properties = record.read_32();
  const unsigned kind = properties & 0xFU, format = properties >> 4U & 0xFFU;
  const int number = record.read_16();
  if (kind < figure || kind > equation || number == 0) return {};
  std::string text = format_number(hwp_number_format(format), number);
  if (record.left() < 6) return text;
  record.read(2);
  std::string before, after;
  append_utf16(before, record.read(2));
  append_utf16(after, record.read(2));
  return before + text + after;
}

}  // namespace

bool is_left_out_hwp_control(std::uint32_t id) {
  constexpr std::array ids = {
      hwp_control_id("secd"), hwp_control_id("cold"), hwp_control_id("head"), hwp_control_id("foot"),
      hwp_control_id("nwno"), hwp_control_id("pghd"), hwp_control_id("pgct"), hwp_control_id("pgnp"),
      hwp_control_id("idxm"), hwp_control_id("bokm"), hwp_control_id("tcmt"),
  };
  return id >> 24U == '%' || std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::optional<std::string> hwp_inline_control(std::uint32_t id, LittleEndianReader record) {
  switch (id) {
    case hwp_control_id("tdut"): {
      const std::string base = record.read_text(), reading = record.read_text();
      return ruby_text(base, reading);
    }
    case hwp_control_id("tcps"): return record.read_text();  // characters printed over each other
    case hwp_control_id("atno"): return automatic_number(record);
    default: return {};
  }
}

// '`' and '~' are spaces in it.
std::string hwp_equation(std::string_view record) {
  LittleEndianReader reader(record);
  reader.read_32();
  std::string script = reader.read_text();
  std::replace_if(
      script.begin(), script.end(), [](char c) { return c == '`' || c == '~'; }, ' ');
  return script;
}

void append_hwp_text(std::string& text, std::vector<std::size_t>& places, std::string_view record) {
  enum : std::uint16_t {
    tab = 9,
    line_break = 10,
    paragraph_end = 13,
    hyphen = 24,
    no_break_space = 30,
    fixed_space = 31,
    first_letter = 32
  };
  constexpr std::size_t large_control_bytes = 16;
  // Controls of one unit; all others have eight, and most of these a record.
  const auto is_small = [](std::uint16_t unit) { return unit == 0 || unit == line_break || unit == paragraph_end || unit >= hyphen; };
  const auto has_record = [](std::uint16_t unit) {
    return (unit >= 1 && unit <= 3) || unit == 11 || unit == 12 || (unit >= 14 && unit <= 18) || (unit >= 21 && unit <= 23);
  };
  std::size_t begin = 0, offset = 0;
  while (offset + 2 <= record.size()) {
    const std::uint16_t unit = little_endian_16(record, offset);
    if (unit >= first_letter) {
      offset += 2;
      continue;
    }
    append_utf16(text, record.substr(begin, offset - begin));
    offset += is_small(unit) ? 2 : large_control_bytes;
    if (offset > record.size())
      throw UnreadableFile("is damaged: a paragraph ends within a control; get the file again, or open it in a word processor and save it");
    begin = offset;
    switch (unit) {
      case tab: text += '\t'; break;
      case line_break: text += '\n'; break;
      case hyphen: text += '-'; break;
      case no_break_space:
      case fixed_space: text += ' '; break;
      default:
        if (has_record(unit)) places.push_back(text.size());
    }
  }
  append_utf16(text, record.substr(begin, offset - begin));
}

}  // namespace jomun
