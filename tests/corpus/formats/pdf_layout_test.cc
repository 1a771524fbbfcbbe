// Jomun tests: reading order, spaces, tables and ruby of pages.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_layout.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/corpus/formats/placed_text.h"

namespace jomun::testing {
namespace {

TEST(PdfSpaces, AreToldByDistance) {
  struct Row {
    std::string_view line, expected;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"Article 5 applies", "Article 5 applies"},
           {"제3조 (목적) 이 법은", "제3조 (목적) 이 법은"},
           {"第一条  为了保障", "第一条 为了保障"},
           {"第 一 条", "第一条"},
           {"第 一 章   总 则", "第一章 总则"},
           {"第一章    总   则", "第一章 总则"},
           {"总  则", "总则"},
           {"制 定 本 办 法", "制定本办法"},
           {"C H A P T E R", "CHAPTER"},
           {"A B", "A B"},
           {"그 수 및 것", "그 수 및 것"},
           {"부   칙", "부칙"},
       })
    EXPECT_EQ(lines_of(page_of({row.line})), std::string(row.expected) + "\n") << row.line;
}

TEST(PdfSpaces, OfJustifiedIdeographsAreNone) {
  PlacedPage page{600, 900, {}};
  double left = 50;
  for (const std::string_view character : {"各", "级", "政", "府", "应", "当", "依", "法"}) {
    page.words.push_back(word_of(character, left, 50));
    left += 13.5;
  }
  page.words.push_back(word_of("公", left + 5, 50));
  page.words.push_back(word_of("开", left + 18.5, 50));
  EXPECT_EQ(lines_of(page), "各级政府应当依法 公开\n");
}

TEST(PdfSpaces, StandBetweenIdeographsAndNumbersOnlyWhenWide) {
  PlacedPage page{600, 900, {word_of("第", 50, 50), word_of("12", 62.5, 50), word_of("页", 75, 50), word_of("2018", 91, 50)}};
  EXPECT_EQ(lines_of(page), "第12页 2018\n");
}

TEST(PdfColumns, AreReadOneAfterTheOther) {
  EXPECT_EQ(lines_of(page_of({
                "    A heading across both of the columns of the page",
                "",
                "The first column has   and the second one is",
                "lines that fill it,    read only after all",
                "one after the other    of the first one has",
                "until it comes to      been read, down to",
                "the end of the text.   the end of it.",
                "",
                "    Another heading that stands across the columns",
                "",
                "Here two columns go    text that is told to",
                "on below it, and the   be in another column",
                "text of the left one   by the white between",
                "is read before the     the two.",
            })),
            "A heading across both of the columns of the page\n"
            "The first column has\nlines that fill it,\none after the other\nuntil it comes to\nthe end of the text.\n"
            "and the second one is\nread only after all\nof the first one has\nbeen read, down to\nthe end of it.\n"
            "Another heading that stands across the columns\n"
            "Here two columns go\non below it, and the\ntext of the left one\nis read before the\n"
            "text that is told to\nbe in another column\nby the white between\nthe two.\n");
}

TEST(PdfColumns, HaveThePageNumberBelowThem) {
  EXPECT_EQ(lines_of(page_of({
                "第一栏的第一行文字    第二栏的第一行文字",
                "第一栏的第二行文字    第二栏的第二行文字",
                "第一栏的第三行文字    第二栏的第三行文字",
                "第一栏的第四行文字    第二栏的第四行文字",
                "第一栏的第五行文字    第二栏的第五行文字",
                "第一栏的第六行文字    第二栏的第六行文字",
                "",
                "                  - 1 -",
            })),
            "第一栏的第一行文字\n第一栏的第二行文字\n第一栏的第三行文字\n第一栏的第四行文字\n第一栏的第五行文字\n第一栏的第六行文字\n"
            "第二栏的第一行文字\n第二栏的第二行文字\n第二栏的第三行文字\n第二栏的第四行文字\n第二栏的第五行文字\n第二栏的第六行文字\n"
            "- 1 -\n");
}

TEST(PdfColumns, HaveTheRunningHeadAboveThem) {
  EXPECT_EQ(lines_of(page_of({
                "                       书眉的文字",
                "",
                "",
                "第一栏的第一行文字    第二栏的第一行文字    第三栏的第一行文字",
                "第一栏的第二行文字    第二栏的第二行文字    第三栏的第二行文字",
                "第一栏的第三行文字    第二栏的第三行文字    第三栏的第三行文字",
                "第一栏的第四行文字    第二栏的第四行文字    第三栏的第四行",
                "",
                "",
                "                           12",
            })),
            "书眉的文字\n"
            "第一栏的第一行文字\n第一栏的第二行文字\n第一栏的第三行文字\n第一栏的第四行文字\n"
            "第二栏的第一行文字\n第二栏的第二行文字\n第二栏的第三行文字\n第二栏的第四行文字\n"
            "第三栏的第一行文字\n第三栏的第二行文字\n第三栏的第三行文字\n第三栏的第四行\n"
            "12\n");
}

TEST(PdfColumns, MayBeThree) {
  EXPECT_EQ(lines_of(page_of({
                "第一栏的第一行文字    第二栏的第一行文字    第三栏的第一行文字",
                "第一栏的第二行文字    第二栏的第二行文字    第三栏的第二行文字",
                "第一栏的第三行文字    第二栏的第三行文字    第三栏的第三行文字",
                "第一栏的第四行文字    第二栏的第四行文字    第三栏的第四行",
            })),
            "第一栏的第一行文字\n第一栏的第二行文字\n第一栏的第三行文字\n第一栏的第四行文字\n"
            "第二栏的第一行文字\n第二栏的第二行文字\n第二栏的第三行文字\n第二栏的第四行文字\n"
            "第三栏的第一行文字\n第三栏的第二行文字\n第三栏的第三行文字\n第三栏的第四行\n");
}

TEST(PdfColumns, AreNoneInProse) {
  const std::vector<std::string_view> prose = {
      "Words of one column may stand under each other by chance, so that some",
      "white of one line is below white of that above it, as in the third and",
      "the fourth line of this text, but never for as many lines as make up a",
      "column with a gutter, which is why nothing at all is divided in this.",
  };
  std::string expected;
  for (const std::string_view line : prose) expected += std::string(line) + "\n";
  EXPECT_EQ(lines_of(page_of(prose)), expected);
}

TEST(PdfTables, AreRowsWithTabs) {
  EXPECT_EQ(lines_of(page_of({
                "The fees are as follows:",
                "",
                "Kind        Fee     Paid by",
                "Licence     100     applicant",
                "Renewal      50     holder of it",
                "",
                "They are due at once.",
            })),
            "The fees are as follows:\nKind|Fee|Paid by\nLicence|100|applicant\nRenewal|50|holder of it\nThey are due at once.\n");
}

TEST(PdfTables, OfTermsAndTheirMeaningsAreNoColumns) {
  EXPECT_EQ(lines_of(page_of({"the applicant     who asks for a licence", "the authority     that gives the licence it",
                              "the court         which both go to"})),
            "the applicant|who asks for a licence\nthe authority|that gives the licence it\nthe court|which both go to\n");
}

TEST(PdfTables, AreNotMadeOfStretchedLines) {
  PlacedPage page{600, 900, {}};
  double top = 50;
  for (const std::vector<std::string_view>& line :
       std::initializer_list<std::vector<std::string_view>>{{"promote", "the", "establishment", "of"},
                                                            {"cooperation", "in", "multilateral"},
                                                            {"frameworks", "such", "as", "the"},
                                                            {"United", "Nations,", "enhance", "the"}}) {
    std::size_t letters = 0;
    for (const std::string_view word : line) letters += word.size();
    double left = 50;
    for (const std::string_view word : line) {
      page.words.push_back(word_of(word, left, top));
      left = page.words.back().box.right + (180 - 5 * static_cast<double>(letters)) / static_cast<double>(line.size() - 1);
    }
    top += 15;
  }
  EXPECT_EQ(lines_of(page),
            "promote the establishment of\ncooperation in multilateral\nframeworks such as the\nUnited Nations, enhance the\n");
}

TEST(PdfTables, ARowAloneIsALine) {
  EXPECT_EQ(lines_of(page_of({"Seoul,              21 May 2024", "This is a line of text"})),
            "Seoul, 21 May 2024\nThis is a line of text\n");
}

TEST(PdfTables, CellsCentredInTheirRowsBelongToThem) {
  PlacedPage page{600, 900, {}};
  const auto put = [&page](std::string_view text, double left, double top) { page.words.push_back(word_of(text, left, top)); };
  put("等级", 50, 50), put("用地指标", 150, 50);
  put("高速", 50, 80), put("公路", 50, 92), put("2.5", 150, 86);
  put("一级", 50, 110), put("1.3", 150, 110);
  EXPECT_EQ(lines_of(page), "等级|用地指标\n高速公路|2.5\n一级|1.3\n");
}

TEST(PdfVertical, LinesGoRightToLeft) {
  PlacedPage page{600, 900, {}};
  page.words = {column_of("第二条︑次の文", 300, 100), column_of("︵目的︶", 340, 100), column_of("第一条", 320, 100),
                column_of("この法律は︒", 320, 140)};
  EXPECT_EQ(lines_of(page), "（目的）\n第一条 この法律は。\n第二条、次の文\n");
}

// Each character for itself, all of them upright; and a number that stands upright in the line.
TEST(PdfVertical, IsToldByCharactersUnderEachOther) {
  PlacedPage page{600, 900, {}};
  const auto put = [&page](const std::vector<std::string_view>& characters, double left) {
    double top = 100;
    for (const std::string_view character : characters) {
      page.words.push_back(word_of(character, left, top));
      top += 10;
    }
  };
  put({"第", "一", "条", "こ", "の", "法", "律", "は"}, 340);
  put({"平", "成", "20", "年", "に", "施", "行", "す", "る"}, 324);
  put({"附", "則", "と", "し", "て", "定", "め", "る"}, 308);
  page.words.push_back(word_of("官報", 100, 60, 12));
  EXPECT_EQ(lines_of(page), "第一条この法律は\n平成20年に施行する\n附則として定める\n官報\n");
}

TEST(PdfVertical, TiersAreColumns) {
  PlacedPage page{600, 900, {}};
  for (int i = 0; i < 5; ++i) {
    page.words.push_back(column_of("上の段の行の文字列", 400 - 16 * i, 100));
    page.words.push_back(column_of("下の段の行の文字列", 400 - 16 * i, 220));
  }
  std::string expected;
  for (int i = 0; i < 5; ++i) expected += "上の段の行の文字列\n";
  for (int i = 0; i < 5; ++i) expected += "下の段の行の文字列\n";
  EXPECT_EQ(lines_of(page), expected);
}

TEST(PdfDirections, AreLaidOutEachForItself) {
  PlacedPage page = page_of({"The text of the page", "has two lines"});
  PlacedWord stamp = word_of("Stamp", 10, 300);
  stamp.box = {10, 275, 20, 300};
  stamp.turn = 3;
  page.words.insert(page.words.begin(), stamp);
  EXPECT_EQ(lines_of(page), "The text of the page\nhas two lines\nStamp\n");
}

TEST(PdfRuby, IsAnAnnotation) {
  PlacedPage page{600, 900, {}};
  page.words = {word_of("この", 50, 50), word_of("法律は施行", 70, 50), word_of("ほうりつ", 70, 44, 5), word_of("しこう", 102, 44, 5)};
  EXPECT_EQ(lines_of(page), "この｜法律《ほうりつ》は｜施行《しこう》\n");
  page.words = {word_of("人工", 50, 50), word_of("rén", 51, 44, 5)};
  EXPECT_EQ(lines_of(page), "人(rén)工\n");
}

TEST(PdfRuby, IsNoSmallHeadingAndNoMark) {
  PlacedPage page{600, 900, {}};
  page.words = {word_of("法律", 50, 50), word_of("12", 70, 48, 5)};
  EXPECT_EQ(lines_of(page), "法律12\n");
  page.words = {word_of("かな", 50, 30, 5), word_of("法律", 50, 50)};
  EXPECT_EQ(lines_of(page), "かな\n法律\n");
}

TEST(PdfRaised, TextIsTold) {
  PlacedPage page{600, 900, {word_of("word", 50, 50), word_of("3", 70, 48, 6), word_of("more", 80, 50)}};
  const std::vector<PlacedLine> lines = lay_out(page);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(lines[0].text, "word3 more");
  ASSERT_EQ(lines[0].raised.size(), 1u);
  EXPECT_EQ(lines[0].raised[0].begin, 4u);
  EXPECT_EQ(lines[0].raised[0].end, 5u);
}

TEST(PdfLayout, LeavesOutImpossibleBoxes) {
  PlacedPage page = page_of({"text"});
  const double infinite = std::numeric_limits<double>::infinity();
  for (const double bad : {infinite, -infinite, std::nan(""), 1e300}) {
    page.words.push_back(word_of("bad", 50, 80));
    page.words.back().box.right = bad;
    page.words.push_back(word_of("bad", 50, 80));
    page.words.back().size = bad;
  }
  page.words.push_back(word_of("", 50, 90));
  EXPECT_EQ(lines_of(page), "text\n");
  EXPECT_EQ(lines_of({}), "");
}

}  // namespace
}  // namespace jomun::testing
