// Jomun tests: the text of the sections of an HWP 5 document.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp_body.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/extracted_text.h"
#include "tests/support/hwp_files.h"

namespace jomun::testing {
namespace {

std::string text_of(std::string_view section, std::string_view shapes = {}) {
  const HwpDocumentInfo info = read_hwp_document_info(hwp_document_info(1, shapes));
  HwpBody body(info);
  body.add_section(section);
  return body.take_text();
}

struct Row {
  std::string_view name;
  std::string records, text;
};

void expect_texts(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(text_of(row.records), row.text) << row.name;
}

// A table in a paragraph of its own; each cell has these paragraphs, each with its text.
struct CellText {
  unsigned row, column;
  std::vector<std::u16string> paragraphs;
};
std::string table(int level, const std::vector<CellText>& cells, const std::string& caption = {}, const std::u16string& before = {},
                  const std::u16string& behind = {}) {
  std::string records = hwp_paragraph(level, before + hwp_mark(11) + behind) + hwp_object(level + 1, "tbl ", true) + caption;
  records += hwp_record(HwpTag::table, level + 2, std::string(24, '\0'));
  for (const CellText& cell : cells) {
    records += hwp_cell(level + 2, cell.row, cell.column);
    for (const std::u16string& paragraph : cell.paragraphs) records += hwp_paragraph(level + 2, paragraph);
  }
  return records;
}

// A drawing with text in it.
std::string box(int level, bool in_line, const std::vector<std::u16string>& paragraphs) {
  std::string records =
      hwp_object(level + 1, "gso ", in_line) + hwp_record(HwpTag{0x4C}, level + 2, std::string(196, '\0')) + hwp_list(level + 3);
  for (const std::u16string& paragraph : paragraphs) records += hwp_paragraph(level + 3, paragraph);
  return records + hwp_record(HwpTag{0x4F}, level + 3, std::string(33, '\0'));
}

// A control with a list of one paragraph.
std::string with_list(int level, std::string_view id, std::u16string_view text) {
  return hwp_control(level + 1, id, std::string(16, '\0')) + hwp_list(level + 2) + hwp_paragraph(level + 2, text);
}

TEST(HwpBody, Characters) {
  expect_texts({
      {"paragraphs", hwp_paragraph(0, u"제1조") + hwp_paragraph(0, u"목적"), "제1조\n목적\n"},
      {"empty paragraphs",
       hwp_paragraph(0, u"") + hwp_paragraph(0, u"가") + hwp_paragraph(0, u"") + hwp_paragraph(0, u" ") + hwp_paragraph(0, u"나"),
       "가\n\n나\n"},
      {"spaces", hwp_paragraph(0, u"  가\u001E나\u001F다 "), "  가 나 다\n"},
      {"a hyphen", hwp_paragraph(0, u"2024\u001807"), "2024-07\n"},
      {"a line break", hwp_paragraph(0, u"첫 줄\n둘째 줄"), "첫 줄\n둘째 줄\n"},
      {"a tab has eight units", hwp_paragraph(0, u"가" + hwp_mark(9) + u"나"), "가\t나\n"},
      {"other controls without record", hwp_paragraph(0, u"가" + hwp_mark(8) + hwp_mark(19) + u"나\u0019"), "가나\n"},
      {"beyond the first plane", hwp_paragraph(0, u"𠀋 󰊱"), "𠀋 󰊱\n"},
      {"halves of surrogates", hwp_paragraph(0, std::u16string(u"가") + u'\xD840' + u"나" + u'\xDC0B'), "가\uFFFD나\uFFFD\n"},
      {"private use", hwp_paragraph(0, u"\uE0BC\uF0A7"), "\uE0BC\uF0A7\n"},
      {"control characters of Unicode", hwp_paragraph(0, u"가\u0085\u007F나"), "가나\n"},
      {"a long paragraph", hwp_paragraph(0, std::u16string(5000, u'가')),
       [] {
         std::string text;
         for (int i = 0; i < 5000; ++i) text += "가";
         return text + "\n";
       }()},
  });
}

TEST(HwpBody, Fields) {
  const std::string link = hwp_control(1, "%hlk", u32(0) + "\0" + counted(u"http\\://example.org;1;0;0;"));
  expect_texts({
      {"the result stays, the instruction does not", hwp_paragraph(0, u"가 " + hwp_mark(3) + u"나" + hwp_mark(4) + u" 다") + link,
       "가 나 다\n"},
      {"from one paragraph to the next",
       hwp_paragraph(0, u"가" + hwp_mark(3) + u"나") + link + hwp_paragraph(0, u"다" + hwp_mark(4) + u"라"), "가나\n다라\n"},
  });
}

TEST(HwpBody, LeftOut) {
  const std::u16string around = u"앞" + hwp_mark(16) + u"뒤";
  std::vector<Row> rows;
  for (const std::string_view id : {"secd", "cold", "head", "foot", "nwno", "pghd", "pgct", "pgnp", "idxm", "bokm", "tcmt", "%%me"})
    rows.push_back({id, hwp_paragraph(0, around) + with_list(0, id, u"빼놓은") + hwp_paragraph(0, u"다음"), "앞뒤\n다음\n"});
  rows.push_back(
      {"memos", hwp_paragraph(0, u"끝") + hwp_record(HwpTag::memo_list, 1, u32(1)) + hwp_list(1) + hwp_paragraph(1, u"메모"), "끝\n"});
  rows.push_back({"pages behind", hwp_paragraph(0, u"끝") + hwp_list(1) + hwp_paragraph(1, u"바탕쪽"), "끝\n"});
  expect_texts(rows);
}

TEST(HwpBody, Tables) {
  expect_texts({
      {"rows",
       hwp_paragraph(0, u"앞") + table(0, {{0, 0, {u"이름"}}, {0, 1, {u"수"}}, {1, 0, {u"가"}}, {1, 1, {u"1"}}}) + hwp_paragraph(0, u"뒤"),
       "앞\n\n이름\t수\n가\t1\n\n뒤\n"},
      {"an empty cell, an empty row", table(0, {{0, 0, {u""}}, {0, 1, {u"나"}}, {1, 0, {u""}}, {1, 1, {u""}}}), "\t나\n"},
      {"a cell of two rows stands in the first", table(0, {{0, 0, {u"가"}}, {0, 1, {u"나"}}, {1, 1, {u"다"}}}), "가\t나\n다\n"},
      {"a row with paragraphs", table(0, {{0, 0, {u"가"}}, {0, 1, {u"나", u"다"}}, {1, 0, {u"라"}}, {1, 1, {u"마"}}}),
       "가\n나\n다\n라\t마\n"},
      {"an empty paragraph makes no layout", table(0, {{0, 0, {u"가", u""}}, {0, 1, {u"나"}}}), "가\t나\n"},
      {"a line break and a tab in a cell", table(0, {{0, 0, {u"가\n나" + hwp_mark(9) + u"다"}}, {0, 1, {u"라"}}}), "가 나 다\t라\n"},
      {"in a line of text", table(0, {{0, 0, {u"가"}}}, {}, u"앞", u"뒤"), "앞뒤\n\n가\n"},
      {"a caption", table(0, {{0, 0, {u"가"}}}, hwp_list(2) + hwp_paragraph(2, u"표")), "표\n\n가\n"},
      {"a table in a cell",
       hwp_paragraph(0, hwp_mark(11)) + hwp_object(1, "tbl ", true) + hwp_record(HwpTag::table, 2, "") + hwp_cell(2, 0, 0) +
           table(2, {{0, 0, {u"가"}}, {0, 1, {u"나"}}, {1, 0, {u"다"}}}) + hwp_cell(2, 0, 1) + hwp_paragraph(2, u"라"),
       "가\t나\n다\n라\n"},
  });
}

TEST(HwpBody, Boxes) {
  const std::u16string sentence = u"앞" + hwp_mark(11) + u"뒤";
  expect_texts({
      {"floating: the sentence stays whole", hwp_paragraph(0, sentence) + box(0, false, {u"상자", u"둘"}) + hwp_paragraph(0, u"다음"),
       "앞뒤\n상자\n둘\n다음\n"},
      {"floating, before the text", hwp_paragraph(0, hwp_mark(11) + u"뒤") + box(0, false, {u"상자"}), "상자\n뒤\n"},
      {"in the line", hwp_paragraph(0, sentence) + box(0, true, {u"상자"}), "앞뒤\n상자\n"},
      {"in the line, but higher", hwp_paragraph(0, sentence) + box(0, true, {u"상자", u"둘"}), "앞뒤\n상자\n둘\n"},
      {"without text", hwp_paragraph(0, sentence) + box(0, false, {u""}), "앞뒤\n"},
      {"a picture with caption", hwp_paragraph(0, sentence) + hwp_object(1, "gso ", false) + hwp_list(2) + hwp_paragraph(2, u"그림"),
       "앞뒤\n그림\n"},
  });
}

TEST(HwpBody, Notes) {
  expect_texts({
      {"at the end",
       hwp_paragraph(0, u"가" + hwp_mark(17) + u"나" + hwp_mark(17)) + with_list(0, "en  ", u"미주") + with_list(0, "fn  ", u"각주") +
           hwp_paragraph(0, u"다"),
       "가나\n다\n\n[1] 미주\n[2] 각주\n"},
      {"their number is printed once",
       hwp_paragraph(0, u"가" + hwp_mark(17)) + hwp_control(1, "fn  ") + hwp_list(2) + hwp_paragraph(2, hwp_mark(18) + u" 각주") +
           hwp_control(3, "atno", u32(1) + u16(1) + u16(0) + u16(0) + u16(u')')) + hwp_paragraph(2, u"둘째"),
       "가\n\n[1] 각주\n둘째\n"},
      {"in a table",
       hwp_paragraph(0, hwp_mark(11)) + hwp_object(1, "tbl ", true) + hwp_record(HwpTag::table, 2, "") + hwp_cell(2, 0, 0) +
           hwp_paragraph(2, u"가" + hwp_mark(17)) + with_list(2, "fn  ", u"각주") + hwp_cell(2, 0, 1) + hwp_paragraph(2, u"나"),
       "가\t나\n\n[1] 각주\n"},
      {"without text", hwp_paragraph(0, u"가" + hwp_mark(17)) + with_list(0, "fn  ", u" "), "가\n"},
  });
}

TEST(HwpBody, InTheLine) {
  const auto ruby = [](std::u16string_view text, std::u16string_view reading) {
    return hwp_control(1, "tdut", counted(text) + counted(reading) + u32(0));
  };
  const auto number = [](unsigned properties, unsigned value) {
    return hwp_control(1, "atno", u32(properties) + u16(value) + u16(0) + u16(u'<') + u16(u'>'));
  };
  const std::u16string sentence = u"앞" + hwp_mark(23) + u"뒤";
  const std::string equation = hwp_object(1, "eqed", true) + hwp_record(HwpTag::equation, 2, u32(0) + counted(u"a`over~b") + u32(1000));
  expect_texts({
      {"ruby", hwp_paragraph(0, sentence) + ruby(u"人", u"rén"), "앞人(rén)뒤\n"},
      {"kana", hwp_paragraph(0, sentence) + ruby(u"漢字", u"かんじ"), "앞｜漢字《かんじ》뒤\n"},
      {"ruby without reading", hwp_paragraph(0, sentence) + ruby(u"人", u""), "앞人뒤\n"},
      {"characters over each other", hwp_paragraph(0, sentence) + hwp_control(1, "tcps", counted(u"10") + u32(0)), "앞10뒤\n"},
      {"number of a table", hwp_paragraph(0, sentence) + number(4, 3), "앞<3>뒤\n"},
      {"number of a figure in Roman digits", hwp_paragraph(0, sentence) + number(3 | 2 << 4, 4), "앞<IV>뒤\n"},
      {"number of the page", hwp_paragraph(0, sentence) + number(0, 3), "앞뒤\n"},
      {"an equation", hwp_paragraph(0, sentence) + equation, "앞 a over b 뒤\n"},
      {"a control without record", hwp_paragraph(0, sentence), "앞뒤\n"},
      {"a record without control", hwp_paragraph(0, u"앞") + ruby(u"人", u"rén"), "앞人(rén)\n"},
  });
}

TEST(HwpBody, Nested) {
  const auto nested = [](int levels) {
    std::string records;
    for (int level = 0; level + 2 <= levels; level += 2)
      records += hwp_paragraph(level, hwp_mark(11)) + hwp_object(level + 1, "tbl ", true) + hwp_record(HwpTag::table, level + 2, "") +
                 hwp_cell(level + 2, 0, 0);
    return records + hwp_paragraph(levels, u"가");
  };
  EXPECT_EQ(text_of(nested(90)), "가\n");
  EXPECT_THROW(text_of(nested(1000)), UnreadableFile);  // levels have ten bits
}

TEST(HwpBody, OutOfPlace) {
  expect_texts({
      {"nothing", "", ""},
      {"less than a header", hwp_paragraph(0, u"가") + std::string(3, '\0'), "가\n"},
      {"text without paragraph", hwp_record(HwpTag::paragraph_text, 1, "A\0B\0"), ""},
      {"a control without paragraph", hwp_object(1, "tbl ", true) + hwp_cell(2, 0, 0) + hwp_paragraph(2, u"가"), ""},
      {"a paragraph without list", hwp_paragraph(0, hwp_mark(11)) + hwp_object(1, "gso ", true) + hwp_paragraph(2, u"가"), ""},
      {"a table and an equation without control", hwp_record(HwpTag::table, 0, "") + hwp_record(HwpTag::equation, 0, ""), ""},
  });
}

TEST(HwpBody, Damaged) {
  struct BadRow {
    std::string_view name;
    std::string records;
  };
  const std::string paragraph = hwp_paragraph(0, u"가나다");
  const std::vector<BadRow> rows = {
      {"a record longer than the stream", paragraph.substr(0, paragraph.size() - 1)},
      {"an extended size", u32(0x42U | 0xFFFU << 20U) + u32(0xFFFFFFFF)},
      {"a header without shape", hwp_record(HwpTag::paragraph_header, 0, "123")},
      {"a control that is cut short", hwp_paragraph(0, u"\u000B가나")},
      {"a control without identification", hwp_paragraph(0, hwp_mark(11)) + hwp_record(HwpTag::control_header, 1, "gs")},
      {"ruby longer than its record", hwp_paragraph(0, hwp_mark(23)) + hwp_control(1, "tdut", u16(9))},
      {"a cell without place",
       hwp_paragraph(0, hwp_mark(11)) + hwp_object(1, "tbl ", true) + hwp_record(HwpTag::table, 2, "") + hwp_list(2)},
      {"an equation longer than its record",
       hwp_paragraph(0, hwp_mark(11)) + hwp_object(1, "eqed", true) + hwp_record(HwpTag::equation, 2, u32(0) + u16(9))},
  };
  for (const BadRow& row : rows) EXPECT_THROW(text_of(row.records), UnreadableFile) << row.name;
}

}  // namespace
}  // namespace jomun::testing
