// Jomun: what stands before the paragraphs of an HWP 5 document: numbers of outlines and lists, bullets.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp_numbering.h"

#include <algorithm>
#include <array>

#include "corpus/formats/hwp_records.h"
#include "corpus/formats/little_endian.h"
#include "corpus/formats/symbol_fonts.h"

namespace jomun {
namespace {

constexpr std::size_t first_levels = 7;  // those HWP 5 had from the begin; the others came with 5.1

// 12 bytes about the head of a level, its text.
void read_level(LittleEndianReader& reader, HangulNumbering::Level& level) {
  constexpr std::size_t bytes_behind_properties = 8;
  level.format = hwp_number_format(reader.read_32() >> 5U & 0xFU);
  reader.read(bytes_behind_properties);
  level.text = reader.read_text();
}

// Versions of the format differ by how much stands at the end.
HangulNumbering::Levels read_numbering(std::string_view record) {
  LittleEndianReader reader(record);
  HangulNumbering::Levels numbering;
  const auto read_start = [](unsigned start) { return static_cast<int>(std::clamp(start, 1U, 1U << 30U)); };
  const auto begin = numbering.begin(), extended = begin + first_levels;
  std::for_each(begin, extended, [&](HangulNumbering::Level& level) { read_level(reader, level); });
  if (reader.left() >= 2) begin->start = read_start(reader.read_16());
  if (reader.left() >= 4 * first_levels)
    std::for_each(begin, extended, [&](HangulNumbering::Level& level) { level.start = read_start(reader.read_32()); });
  constexpr std::size_t shortest_level = 14;
  for (auto level = extended; level != numbering.end() && reader.left() >= shortest_level; ++level) read_level(reader, *level);
  for (auto level = extended; level != numbering.end() && reader.left() >= 4; ++level) level->start = read_start(reader.read_32());
  return numbering;
}

std::string read_bullet(std::string_view record) {
  LittleEndianReader reader(record);
  constexpr std::size_t head_bytes = 12;
  reader.read(head_bytes);
  std::string bullet;
  append_utf16(bullet, reader.read(2));
  return bullet.empty() ? "•" : plain_bullet(bullet);  // an image has no character
}

HwpDocumentInfo::Shape read_shape(std::string_view record) {
  constexpr std::size_t bytes_before_list = 26, bytes_before_level = 22;
  LittleEndianReader reader(record);
  const std::uint32_t properties = reader.read_32();
  reader.read(bytes_before_list);
  HwpDocumentInfo::Shape shape;
  shape.head = static_cast<HwpDocumentInfo::Head>(properties >> 23U & 3U);
  shape.level = properties >> 25U & 7U;
  shape.list = reader.read_16();
  // Three bits cannot tell levels 8 to 10; later versions repeat the level in 32.
  if (reader.left() < bytes_before_level + 4) return shape;
  reader.read(bytes_before_level);
  shape.level = std::max<unsigned>(shape.level, std::min<std::uint32_t>(reader.read_32(), HangulNumbering::most_levels - 1));
  return shape;
}

}  // namespace

NumberFormat hwp_number_format(unsigned number) {
  constexpr std::array formats = {
      NumberFormat::decimal,
      NumberFormat::circled_decimal,
      NumberFormat::upper_roman,
      NumberFormat::lower_roman,
      NumberFormat::upper_letter,
      NumberFormat::lower_letter,
      NumberFormat::circled_upper_letter,
      NumberFormat::circled_lower_letter,
      NumberFormat::hangul_syllable,
      NumberFormat::circled_hangul_syllable,
      NumberFormat::hangul_consonant,
      NumberFormat::circled_hangul_consonant,
      NumberFormat::hangul_counting,
      NumberFormat::han_counting_japanese,
      NumberFormat::circled_han,
      NumberFormat::hangul_stem,
      NumberFormat::han_stem,
  };
  return number < formats.size() ? formats[number] : NumberFormat::decimal;
}

HwpDocumentInfo read_hwp_document_info(std::string_view records) {
  HwpDocumentInfo info;
  HwpRecords all(records);
  HwpRecord record;
  while (all.next(record)) {
    switch (record.tag) {
      case HwpTag::document_properties: info.sections = LittleEndianReader(record.data).read_16(); break;
      case HwpTag::numbering: info.numberings.push_back(read_numbering(record.data)); break;
      case HwpTag::bullet: info.bullets.push_back(read_bullet(record.data)); break;
      case HwpTag::paragraph_shape: info.shapes.push_back(read_shape(record.data)); break;
      default: break;
    }
  }
  return info;
}

std::string HwpNumbering::next(std::size_t shape_number) {
  if (shape_number >= info_.shapes.size()) return {};
  const HwpDocumentInfo::Shape& shape = info_.shapes[shape_number];
  if (shape.head == HwpDocumentInfo::Head::none) return {};
  if (shape.head == HwpDocumentInfo::Head::bullet) {
    const bool known = shape.list > 0 && shape.list <= info_.bullets.size();
    return known ? info_.bullets[shape.list - 1] + " " : "• ";
  }
  const bool outline = shape.head == HwpDocumentInfo::Head::outline;
  const unsigned list = outline ? outline_ : shape.list;
  if (list == 0 || list > info_.numberings.size()) return {};
  std::map<unsigned, HangulNumbering>& all = outline ? outlines_ : lists_;
  const std::string label = all.try_emplace(list, info_.numberings[list - 1]).first->second.next(shape.level);
  return label.empty() ? label : label + " ";
}

}  // namespace jomun
