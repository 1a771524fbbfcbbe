// Jomun tests: what stands before the paragraphs of an HWP 5 document.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp_numbering.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/hwp_body.h"
#include "tests/support/hwp_files.h"

namespace jomun::testing {
namespace {

constexpr unsigned no_head = 0, outline = 1, number = 2, bullet = 3;
constexpr unsigned decimal = 0, circled = 1, upper_roman = 2, hangul = 8, circled_hangul = 9, han = 13;

const std::vector<HwpLevel> korean = {{u"^1.", decimal},          {u"^2.", hangul},  {u"^3)", decimal}, {u"^4)", hangul},
                                      {u"(^5)", decimal},         {u"(^6)", hangul}, {u"^7", circled},  {u"^8", circled_hangul},
                                      {u"제^9^1장", upper_roman}, {u"^10", han}};

std::string heads(const HwpDocumentInfo& info, const std::vector<std::size_t>& shapes) {
  HwpNumbering numbering(info);
  numbering.set_outline(1);
  std::string line;
  for (const std::size_t shape : shapes) line += numbering.next(shape) + "|";
  return line;
}

TEST(HwpNumbering, Heads) {
  std::string records = hwp_numbering(korean) + hwp_numbering({{u"제^1장"}, {u"^1.^2"}, {u"^n"}, {u"^N"}, {u"-"}, {u""}, {u"^ ^a^"}}, 3) +
                        hwp_numbering({{u"𠀋^1"}}) + hwp_bullet(u'○') + hwp_bullet(u'\uF06C') + hwp_bullet(0) + hwp_shape(no_head, 0, 1);
  for (unsigned level = 0; level < 10; ++level) records += hwp_shape(outline, level, 0);                             // 1 to 10
  for (unsigned level = 0; level < 10; ++level) records += hwp_shape(number, level, 2);                              // 11 to 20
  records += hwp_shape(bullet, 0, 1) + hwp_shape(bullet, 0, 2) + hwp_shape(bullet, 0, 3) + hwp_shape(bullet, 0, 9);  // 21 to 24
  records += hwp_shape(number, 0, 1) + hwp_shape(number, 0, 3) + hwp_shape(number, 0, 0) + hwp_shape(number, 0, 4);  // 25 to 28
  const HwpDocumentInfo info = read_hwp_document_info(hwp_document_info(1, records));
  struct Row {
    std::string_view name;
    std::vector<std::size_t> shapes;
    std::string_view heads;
  };
  const std::vector<Row> rows = {
      {"no head, no such shape", {0, 99}, "||"},
      {"levels", {1, 2, 3, 4, 5, 6, 7, 8}, "1. |가. |1) |가) |(1) |(가) |① |㉮ |"},
      {"lower levels begin again", {1, 2, 2, 3, 2, 1, 2, 3}, "1. |가. |나. |1) |다. |2. |가. |1) |"},
      {"paragraphs without number between", {1, 0, 1}, "1. ||2. |"},
      {"a level left out counts as its first", {9, 12}, "제I1장 |3.1 |"},
      {"ten levels", {10, 10}, "一 |二 |"},
      {"a start, paths and no number", {11, 11, 12, 12, 13, 14, 15, 16, 17}, "제3장 |제4장 |4.1 |4.2 |4.2.1 |4.2.1.1. |- ||^ ^a^ |"},
      {"bullets", {21, 22, 23, 24}, "○ |• |• |• |"},
      {"a list with the outline's numbering counts by itself", {1, 25, 1, 25}, "1. |1. |2. |2. |"},
      {"beyond the first plane", {26}, "𠀋1 |"},
      {"no such list", {27, 28}, "||"},
  };
  for (const Row& row : rows) EXPECT_EQ(heads(info, row.shapes), row.heads) << row.name;
}

TEST(HwpNumbering, LongTexts) {
  // Cut between two characters.
  const std::string records = hwp_numbering({{u"-" + std::u16string(5000, u'가')}}) + hwp_shape(number, 0, 1);
  const HwpDocumentInfo info = read_hwp_document_info(hwp_document_info(1, records));
  const std::string head = HwpNumbering(info).next(0);
  EXPECT_TRUE(head.ends_with("가 ")) << head;
  EXPECT_LE(head.size(), 210);
}

TEST(HwpNumbering, OldRecords) {
  // Before 5.0.2.5 the levels' starts were missing, then also the first one's; shapes had no level in 32 bits.
  std::string record;
  for (int i = 0; i < 7; ++i) record += u32(0) + std::string(8, '\0') + counted(u"^1.");
  const std::string shape =
      hwp_record(HwpTag::paragraph_shape, 1, u32(number << 23U) + std::string(26, '\0') + u16(1) + std::string(10, '\0'));
  for (const auto& [numbering, head] :
       {std::pair<std::string, std::string_view>{record, "1. |2. |"}, {record + u16(0), "1. |2. |"}, {record + u16(5), "5. |6. |"}}) {
    const HwpDocumentInfo info = read_hwp_document_info(hwp_record(HwpTag::numbering, 1, numbering) + shape);
    EXPECT_EQ(heads(info, {0, 0}), head);
  }
}

TEST(HwpNumbering, Damaged) {
  for (const auto& [tag, bytes] :
       {std::pair{HwpTag::numbering, 20}, {HwpTag::bullet, 12}, {HwpTag::paragraph_shape, 31}, {HwpTag::document_properties, 1}})
    EXPECT_THROW(read_hwp_document_info(hwp_record(tag, 0, std::string(static_cast<std::size_t>(bytes), '\0'))), UnreadableFile);
}

std::string section(unsigned numbering) { return hwp_control(1, "secd", std::string(14, '\0') + u16(numbering)); }

TEST(HwpNumbering, InText) {
  const std::string shapes = hwp_numbering({{u"^1."}, {u"^2.", hangul}}) + hwp_numbering({{u"제^1장"}}) + hwp_shape(no_head, 0, 0) +
                             hwp_shape(outline, 0, 0) + hwp_shape(outline, 1, 0) + hwp_shape(number, 0, 1);
  const HwpDocumentInfo info = read_hwp_document_info(hwp_document_info(3, shapes));
  HwpBody body(info);
  const auto first = [](unsigned numbering, unsigned shape) { return hwp_paragraph(0, hwp_mark(2) + u"가", shape) + section(numbering); };
  body.add_section(first(1, 1) + hwp_paragraph(0, u"나", 2) + hwp_paragraph(0, u"다") + hwp_paragraph(0, u"", 1) +
                   hwp_paragraph(0, u"라", 1));
  body.add_section(first(2, 1) + hwp_paragraph(0, u"나", 1));
  body.add_section(first(1, 1) + hwp_paragraph(0, u"나", 3) + hwp_paragraph(0, u"다", 3));
  EXPECT_EQ(body.take_text(),
            "1. 가\n가. 나\n다\n\n3. 라\n"  // empty paragraphs count
            "제1장 가\n제2장 나\n"          // another outline
            "4. 가\n1. 나\n2. 다\n");       // the first goes on
}

TEST(HwpNumbering, InNestedText) {
  // The number of a paragraph stands before its own text, and is counted before what is in its tables.
  const std::string shapes = hwp_numbering({{u"^1."}}) + hwp_shape(no_head, 0, 0) + hwp_shape(number, 0, 1);
  const HwpDocumentInfo info = read_hwp_document_info(hwp_document_info(1, shapes));
  HwpBody body(info);
  body.add_section(hwp_paragraph(0, hwp_mark(11) + u"뒤", 1) + hwp_object(1, "gso ", false) + hwp_list(3) + hwp_paragraph(3, u"가", 1) +
                   hwp_paragraph(3, u"나", 1) + hwp_paragraph(0, u"다", 1));
  EXPECT_EQ(body.take_text(), "2. 가\n3. 나\n1. 뒤\n4. 다\n");
}

}  // namespace
}  // namespace jomun::testing
