// Jomun tests: HWPX.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwpx.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/hangul_numbering.h"
#include "tests/support/make_zip.h"

namespace jomun {
namespace {

using testing::Entries;
using testing::make_zip;

std::string root(const std::string& name, const std::string& inside) {
  const std::string begin = "http://www.hancom.co.kr/hwpml/2011/";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\" ?><" + name + " xmlns:hp=\"" + begin + "paragraph\" xmlns:hs=\"" +
         begin + "section\" xmlns:hh=\"" + begin + "head\" xmlns:opf=\"http://www.idpf.org/2007/opf/\">" + inside + "</" + name + ">";
}

std::string head(int level, const std::string& format, const std::string& text, int start = 1) {
  return "<hh:paraHead start=\"" + std::to_string(start) + "\" level=\"" + std::to_string(level) + "\" numFormat=\"" + format + "\">" +
         text + "</hh:paraHead>";
}
std::string properties(int id, const std::string& type, int definition, int level) {
  return "<hh:paraPr id=\"" + std::to_string(id) + "\"><hh:heading type=\"" + type + "\" idRef=\"" + std::to_string(definition) +
         "\" level=\"" + std::to_string(level) + "\"/></hh:paraPr>";
}

// Paragraph properties: 0 plain; 1 to 3 levels of list 1; 4 list 2; 5 and 6 outline; 7 bullet; 8 list 3, level 3.
const std::string header = root(
    "hh:head",
    "<hh:refList><hh:numberings><hh:numbering id=\"1\" start=\"1\">" + head(1, "DIGIT", "^1.") + head(2, "HANGUL_SYLLABLE", "^2.") +
        head(3, "CIRCLED_DIGIT", "^3") + "</hh:numbering><hh:numbering id=\"2\">" + head(1, "ROMAN_CAPITAL", "제^1장", 3) +
        "</hh:numbering><hh:numbering id=\"3\">" + head(1, "DIGIT", "") + head(2, "LATIN_SMALL", "") + head(3, "HANGUL_JAMO", "(^n)") +
        "</hh:numbering></hh:numberings><hh:bullets><hh:bullet id=\"1\" char=\"□\" useImage=\"0\"><hh:paraHead level=\"0\" "
        "numFormat=\"DIGIT\"/></hh:bullet></hh:bullets>" +
        "<hh:paraProperties>" + properties(0, "NONE", 0, 0) + properties(1, "NUMBER", 1, 0) + properties(2, "NUMBER", 1, 1) +
        properties(3, "NUMBER", 1, 2) + properties(4, "NUMBER", 2, 0) + properties(5, "OUTLINE", 0, 0) + properties(6, "OUTLINE", 0, 1) +
        properties(7, "BULLET", 1, 0) + properties(8, "NUMBER", 3, 2) + "</hh:paraProperties></hh:refList>");

std::string p(const std::string& runs, int properties_of = 0) {
  return "<hp:p id=\"0\" paraPrIDRef=\"" + std::to_string(properties_of) + "\" styleIDRef=\"0\"><hp:run charPrIDRef=\"0\">" + runs +
         "</hp:run><hp:linesegarray><hp:lineseg textpos=\"0\"/></hp:linesegarray></hp:p>";
}
std::string t(const std::string& text) { return "<hp:t>" + text + "</hp:t>"; }
std::string tc(const std::string& paragraphs) {
  return "<hp:tc><hp:subList>" + paragraphs +
         "</hp:subList><hp:cellAddr colAddr=\"0\" rowAddr=\"0\"/><hp:cellSpan colSpan=\"1\" rowSpan=\"1\"/></hp:tc>";
}

std::string pack(const std::string& section) {
  return make_zip(
      {{"mimetype", "application/hwp+zip"}, {"Contents/header.xml", header}, {"Contents/section0.xml", root("hs:sec", section)}});
}

TEST(Hwpx, Text) {
  const std::string outline =
      "<hp:secPr outlineShapeIDRef=\"1\"><hp:footNotePr><hp:numbering type=\"CONTINUOUS\"/></hp:footNotePr></hp:secPr>";
  const std::string table =
      "<hp:tbl rowCnt=\"2\"><hp:caption><hp:subList>" +
      p(t("표 ") +
        "<hp:ctrl><hp:autoNum num=\"2\" numType=\"TABLE\"><hp:autoNumFormat type=\"DIGIT\" suffixChar=\".\"/></hp:autoNum></hp:ctrl>" +
        t(" 벌금")) +
      "</hp:subList></hp:caption><hp:tr>" + tc(p(t("가"))) + tc(p(t("나"))) + "</hp:tr><hp:tr>" + tc(p(t("1"))) + tc(p("")) +
      "</hp:tr></hp:tbl><hp:t/>";
  struct Row {
    std::string section, text;
  };
  const std::vector<Row> rows{
      {p(t("제1조")) + p("") + p(t("제2조")), "제1조\n\n제2조\n"},
      {p(t("a<hp:tab/>b<hp:lineBreak/>c<hp:nbSpace/>d<hp:fwSpace/>e<hp:hyphen/>f")), "a\tb\nc d e-f\n"},
      {p(t("<hp:insertBegin/>new<hp:insertEnd/> <hp:deleteBegin/>old<hp:deleteEnd/>text")), "new text\n"},
      {p(t("a<hp:deleteBegin/>b")) + p(t("c")), "a\nc\n"},
      // Numbers
      {p(t("a"), 1) + p(t("b"), 2) + p(t("c"), 2) + p(t("d"), 3) + p(t("e"), 1) + p(t("f"), 2), "1. a\n가. b\n나. c\n① d\n2. e\n가. f\n"},
      {p(t("a"), 4) + p(t("b")) + p(t("c"), 4), "제III장 a\nb\n제IV장 c\n"},
      {p(outline + t("a"), 5) + p(t("b"), 6) + p(t("c"), 1) + p(t("d"), 5), "1. a\n가. b\n1. c\n2. d\n"},
      {p(t("a"), 7) + p("", 7) + p("", 1), "□ a\n\n1.\n"},
      {p(t("a"), 8) + p(t("b"), 8), "(1.a.ㄱ) a\n(1.a.ㄴ) b\n"},
      // What is not seen
      {p("<hp:ctrl><hp:header><hp:subList>" + p(t("head")) + "</hp:subList></hp:header><hp:footer><hp:subList>" + p(t("foot")) +
         "</hp:subList></hp:footer><hp:hiddenComment><hp:subList>" + p(t("comment")) +
         "</hp:subList></hp:hiddenComment><hp:pageNum formatType=\"DIGIT\"/></hp:ctrl>" + t("seen")),
       "seen\n"},
      {p("<hp:ctrl><hp:fieldBegin type=\"CLICK_HERE\"><hp:parameters><hp:stringParam "
         "name=\"Command\">Clickhere:set</hp:stringParam></hp:parameters><hp:subList>" +
         p(t("memo")) + "</hp:subList></hp:fieldBegin></hp:ctrl>" + t("result") + "<hp:ctrl><hp:fieldEnd/></hp:ctrl>"),
       "result\n"},
      // Notes
      {p(t("하나") + "<hp:ctrl><hp:footNote number=\"1\"><hp:subList>" +
         p("<hp:ctrl><hp:autoNum num=\"1\" numType=\"FOOTNOTE\"><hp:autoNumFormat suffixChar=\")\"/></hp:autoNum></hp:ctrl>" + t(" 첫째")) +
         "</hp:subList></hp:footNote></hp:ctrl>" + t(" 둘") + "<hp:ctrl><hp:endNote><hp:subList>" + p(t("둘째")) + p(t("문단")) +
         "</hp:subList></hp:endNote></hp:ctrl>"),
       "하나 둘\n\n[1] 첫째\n[2] 둘째\n문단\n"},
      // Tables and boxes
      {p(t("앞")) + p(table) + p(t("뒤")), "앞\n표 2. 벌금\n\n가\t나\n1\n\n뒤\n"},
      {p(t("앞 ") + "<hp:tbl><hp:tr>" + tc(p(t("칸"))) + "</hp:tr></hp:tbl>" + t("뒤"), 1), "1. 앞 뒤\n\n칸\n"},
      {p("<hp:tbl><hp:tr>" + tc(p(t("가")) + p(t("나"))) + tc(p(t("다"))) + "</hp:tr></hp:tbl>", 1), "가\n나\n다\n"},
      {p(t("a") + "<hp:rect><hp:drawText><hp:subList>" + p(t("box")) +
         "</hp:subList></hp:drawText><hp:shapeComment>사각형입니다.</hp:shapeComment></hp:rect>" + t("b")),
       "ab\nbox\n"},
      // What is not plain text
      {p("<hp:dutmal><hp:mainText>人</hp:mainText><hp:subText>rén</hp:subText></hp:dutmal>" + t("은")), "人(rén)은\n"},
      {p(t("a") + "<hp:equation><hp:shapeComment>수식입니다.</hp:shapeComment><hp:script>1 over 2</hp:script></hp:equation>" + t("b")),
       "a 1 over 2 b\n"},
      {p("<hp:compose composeText=\"갑\"/>" + t("!")), "갑!\n"},
      {p("<hp:switch><hp:case>" + t("new") + "</hp:case><hp:default>" + t("old") + "</hp:default></hp:switch>"), "new\n"},
  };
  for (const auto& [section, text] : rows) EXPECT_EQ(read_hwpx(pack(section)).text, text) << section;
}

TEST(Hwpx, Parts) {
  const auto section = [](const std::string& text) { return root("hs:sec", p(t(text))); };
  const std::string package = root(
      "opf:package",
      "<opf:metadata><opf:title>첫째</opf:title></opf:metadata><opf:manifest><opf:item id=\"header\" href=\"Contents/header.xml\"/>"
      "<opf:item id=\"a\" href=\"Contents/section10.xml\"/><opf:item id=\"b\" href=\"Contents/section2.xml\"/><opf:item id=\"c\" "
      "href=\"Contents/section3.xml\"/></opf:manifest><opf:spine><opf:itemref idref=\"header\"/><opf:itemref idref=\"a\"/><opf:itemref "
      "idref=\"b\"/><opf:itemref idref=\"c\"/></opf:spine>");
  const Entries sections{
      {"Contents/section10.xml", section("첫째")}, {"Contents/section2.xml", section("둘째")}, {"Contents/sectionX.xml", section("no")}};
  EXPECT_EQ(read_hwpx(make_zip(sections)).text, "둘째\n첫째\n") << "in the order of their numbers";
  Entries whole = sections;
  whole.emplace_back("Contents/content.hpf", package);
  const ExtractedText text = read_hwpx(make_zip(whole));
  EXPECT_EQ(text.text, "첫째\n둘째\n") << "in the order of the package; a part that is missing is passed over";
  EXPECT_EQ(text.found.title, "첫째");
  EXPECT_FALSE(text.wrapped);
}

TEST(Hwpx, WhatCannotBeRead) {
  struct Row {
    std::string bytes, message;
  };
  const std::string encrypted =
      "<odf:manifest "
      "xmlns:odf=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><odf:file-entry><odf:encryption-data/></odf:file-entry></"
      "odf:manifest>";
  const std::string whole = pack(p(t("text")));
  const std::vector<Row> rows{
      {make_zip({{"mimetype", "application/hwp+zip"}}), "no HWPX file"},
      {make_zip({{"Contents/section0.xml", "\x8F"}, {"META-INF/manifest.xml", encrypted}}), "password"},
      {make_zip({{"Contents/section0.xml", "text"}}), "section0.xml is not well-formed"},
      {whole.substr(0, whole.size() - 30), "damaged"},
  };
  for (const auto& [bytes, message] : rows) {
    try {
      read_hwpx(bytes);
      ADD_FAILURE() << "read, instead of: " << message;
    } catch (const UnreadableFile& error) {
      EXPECT_NE(std::string_view(error.what()).find(message), std::string_view::npos) << error.what() << ", instead of: " << message;
    }
  }
}

TEST(HangulNumbering, Labels) {
  HangulNumbering::Levels levels;
  levels[0] = {1, NumberFormat::decimal, "^1."};
  levels[1] = {3, NumberFormat::hangul_syllable, "^1-^2)"};
  levels[2] = {1, NumberFormat::circled_decimal, "^N"};
  levels[9] = {1, NumberFormat::lower_letter, "^10^"};
  HangulNumbering numbering(levels);
  EXPECT_EQ(numbering.next(1), "1-다)");
  EXPECT_EQ(numbering.next(1), "1-라)");
  EXPECT_EQ(numbering.next(0), "2.");
  EXPECT_EQ(numbering.next(1), "2-다)");
  EXPECT_EQ(numbering.next(2), "2.다.①.");
  EXPECT_EQ(numbering.next(9), "a^");
  EXPECT_EQ(numbering.next(100), "b^");
  levels[0].text = std::string(1000, 'x');
  EXPECT_LE(HangulNumbering(levels).next(0).size(), 200u);
}

}  // namespace
}  // namespace jomun
