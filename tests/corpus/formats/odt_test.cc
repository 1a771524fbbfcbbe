// Jomun tests: ODT.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/odt.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/make_zip.h"

namespace jomun {
namespace {

using testing::make_zip;

std::string root(const std::string& name, const std::string& inside) {
  const std::string odf = "urn:oasis:names:tc:opendocument:xmlns:";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:" + name + " xmlns:office=\"" + odf + "office:1.0\" xmlns:text=\"" + odf +
         "text:1.0\" xmlns:style=\"" + odf + "style:1.0\" xmlns:table=\"" + odf + "table:1.0\" xmlns:draw=\"" + odf +
         "drawing:1.0\" xmlns:svg=\"" + odf + "svg-compatible:1.0\" xmlns:meta=\"" + odf +
         "meta:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\">" + inside + "</office:" + name + ">";
}

std::string pack(const std::string& body, const std::string& automatic = {}, const std::string& styles = {},
                 const std::string& title = {}) {
  return make_zip(
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"content.xml",
        root("document-content", "<office:automatic-styles>" + automatic + "</office:automatic-styles><office:body><office:text>" + body +
                                     "</office:text></office:body>")},
       {"styles.xml",
        root("document-styles", "<office:styles>" + styles +
                                    "</office:styles><office:master-styles><style:master-page><style:header><text:p>Running head</text:p>"
                                    "</style:header></style:master-page></office:master-styles>")},
       {"meta.xml", root("document-meta", "<office:meta><dc:title>" + title + "</dc:title></office:meta>")},
       {"META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"}});
}

std::string p(const std::string& inside) { return "<text:p>" + inside + "</text:p>"; }
std::string item(const std::string& inside) { return "<text:list-item>" + inside + "</text:list-item>"; }
std::string list(const std::string& inside, const std::string& attributes = {}) {
  return "<text:list " + attributes + ">" + inside + "</text:list>";
}

TEST(Odt, Text) {
  struct Row {
    std::string body, text;
  };
  const std::vector<Row> rows{
      {p("第一条") + p("") + p("第二条"), "第一条\n\n第二条\n"},
      {p("  a \n  b<text:span> c</text:span>  "), "a b c\n"},
      {p("a<text:s text:c=\"3\"/>b<text:s/>c<text:tab/>d<text:line-break/>e"), "a   b c\td\ne\n"},
      {p("a<text:s text:c=\"1000000\"/>b"), "a" + std::string(200, ' ') + "b\n"},
      {p("one") + "<text:h text:outline-level=\"1\">Scope</text:h>" + p("two"), "one\n\nScope\ntwo\n"},
      {p("<text:a>link</text:a><text:bookmark-start/> "
         "text<office:annotation><dc:creator>X</dc:creator><text:p>comment</text:p></office:annotation>"),
       "link text\n"},
      {"<text:tracked-changes><text:changed-region><text:deletion>" + p("deleted") +
           "</text:deletion></text:changed-region></text:tracked-changes>" + p("k<text:change/>ept"),
       "kept\n"},
      {p("<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ</text:ruby-text></text:ruby>は"), "｜漢字《かんじ》は\n"},
      {p("one<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body>" + p("first") + p("more") +
         "</text:note-body></text:note>, two<text:note "
         "text:note-class=\"endnote\"><text:note-citation>i</text:note-citation><text:note-body>" +
         p("second") + "</text:note-body></text:note>."),
       "one, two.\n\n[1] first\nmore\n[2] second\n"},
      {p("a<draw:frame><draw:text-box>" + p("box") + "</draw:text-box><svg:title>alternative</svg:title></draw:frame>b"), "ab\nbox\n"},
      {p("<draw:custom-shape>" + p("shape") + "</draw:custom-shape>"), "shape\n"},
      {p("<text:title>Name</text:title> <text:page-number>3</text:page-number>of"), "Name of\n"},
      // Hidden
      {"<text:section text:display=\"none\">" + p("no") + "</text:section><text:section>" + p("yes") + "</text:section>", "yes\n"},
      {p("a<text:span text:style-name=\"T1\">no</text:span>b") + "<text:p text:style-name=\"P1\">no</text:p>", "ab\n"},
      {p("no<text:hidden-paragraph text:is-hidden=\"true\"/>") + p("a<text:hidden-text text:is-hidden=\"true\">no</text:hidden-text>"),
       "a\n"},
      // A table of contents
      {"<text:table-of-content><text:index-body>" + p("Scope 1") + "</text:index-body></text:table-of-content>" + p("Scope"), "Scope\n"},
      // Tables
      {p("before") + "<table:table><table:table-column/><table:table-header-rows><table:table-row><table:table-cell>" + p("a") +
           "</table:table-cell><table:table-cell>" + p("b") +
           "</table:table-cell></table:table-row></table:table-header-rows><table:table-row>"
           "<table:table-cell table:number-columns-spanned=\"2\">" +
           p("c") + "</table:table-cell><table:covered-table-cell/></table:table-row></table:table>" + p("behind"),
       "before\n\na\tb\nc\n\nbehind\n"},
      {"<table:table><table:table-row><table:table-cell>" + p("1") + p("2") +
           "</table:table-cell><table:table-cell><table:table table:is-sub-table=\"true\">"
           "<table:table-row><table:table-cell>" +
           p("x") + "</table:table-cell><table:table-cell>" + p("y") +
           "</table:table-cell></table:table-row></table:table></table:table-cell></table:table-row></table:table>",
       "1\n2\nx\ty\n"},
  };
  const std::string automatic =
      "<style:style style:name=\"T1\" style:family=\"text\" style:parent-style-name=\"Secret\"/>"
      "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>";
  const std::string styles =
      "<style:style style:name=\"Secret\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>";
  for (const auto& [body, text] : rows) EXPECT_EQ(read_odt(pack(body, automatic, styles)).text, text) << body;
}

TEST(Odt, Numbers) {
  const auto level = [](int number, const std::string& attributes) {
    return "<text:list-level-style-number text:level=\"" + std::to_string(number) + "\" " + attributes +
           "><style:text-properties/></text:list-level-style-number>";
  };
  const std::string automatic =
      "<text:list-style style:name=\"L1\">" + level(1, "style:num-format=\"1\" style:num-suffix=\".\"") +
      level(2, "style:num-format=\"a\" style:num-suffix=\")\" text:display-levels=\"2\"") +
      level(3, "style:num-format=\"i\" style:num-list-format=\"(%1%-%3%)\"") +
      "</text:list-style><text:list-style style:name=\"L2\"><text:list-level-style-bullet text:level=\"1\" "
      "text:bullet-char=\"\xEE\x80\x80\"/></text:list-style>"
      "<text:list-style style:name=\"L3\">" +
      level(1, "style:num-prefix=\"第\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"条\" text:start-value=\"9\"") +
      level(2, "style:num-format=\"가, 나, 다, ...\" style:num-suffix=\".\"") + level(3, "style:num-format=\"①, ②, ③, ...\"") +
      level(4, "style:num-format=\"イ, ロ, ハ, ...\"") +
      level(5, "style:num-format=\"A\" style:num-letter-sync=\"true\" text:start-value=\"28\"") +
      level(6, "style:num-format=\"A\" text:start-value=\"28\"") + "</text:list-style>";
  const std::string styles =
      "<text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" style:num-prefix=\"Article \" "
      "style:num-format=\"1\"/>"
      "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" text:display-levels=\"2\"/></text:outline-style>";
  const std::string l1 = "text:style-name=\"L1\"";
  const auto nested = [](const std::string& inside) { return list(item(list(item(inside)))); };
  struct Row {
    std::string name, body, text;
  };
  const std::vector<Row> rows{
      {"levels",
       list(item(p("a") + list(item(p("x")) + item(p("y") + list(item(p("z")))))) + item(p("b") + p("more") + list(item(p("w")))), l1),
       "1. a\n1.a) x\n1.b) y\n(1-i) z\n2. b\nmore\n2.a) w\n"},
      {"a list begins again", list(item(p("a")), l1) + list(item(p("b")), l1), "1. a\n1. b\n"},
      {"or goes on", list(item(p("a")), l1) + p("text") + list(item(p("b")), l1 + " text:continue-numbering=\"true\""),
       "1. a\ntext\n2. b\n"},
      {"or goes on from one further up",
       list(item(p("a")), l1 + " xml:id=\"one\"") + list(item(p("b")), l1) + list(item(p("c")), l1 + " text:continue-list=\"one\""),
       "1. a\n1. b\n2. c\n"},
      {"start values and items without number",
       list("<text:list-header>" + p("head") + "</text:list-header><text:list-item text:start-value=\"5\">" + p("a") + "</text:list-item>" +
                item(p("b")),
            l1),
       "head\n5. a\n6. b\n"},
      {"a level alone", list(item(list(item(p("x")))) + item(p("a")), l1), "1.a) x\n1. a\n"},
      {"bullets", list(item(p("a")) + item(p("")), "text:style-name=\"L2\""), "• a\n"},
      {"East Asian formats",
       list(item(p("a") + list(item(p("b") + list(item(p("c") + list(item(p("d") + list(item(p("e") + list(item(p("f")))))))))))) +
                item(p("g")),
            "text:style-name=\"L3\""),
       "第九条 a\n가. b\n① c\nイ d\nBB e\nAB f\n第十条 g\n"},
      {"headings",
       "<text:h text:outline-level=\"1\">A</text:h><text:h text:outline-level=\"2\"><text:number>1.1</text:number>B</text:h><text:h "
       "text:outline-level=\"1\" "
       "text:is-list-header=\"true\">C</text:h><text:h text:outline-level=\"1\">D</text:h><text:h text:outline-level=\"1\" "
       "text:restart-numbering=\"true\" "
       "text:start-value=\"7\">E</text:h>",
       "Article 1 A\n\n1.1 B\n\nC\n\nArticle 2 D\n\nArticle 7 E\n"},
      {"a heading in a list has the number of the list", list(item("<text:h text:outline-level=\"1\">A</text:h>"), l1), "1. A\n"},
      {"numbered paragraphs",
       "<text:numbered-paragraph text:list-id=\"n\" text:level=\"1\" " + l1 + ">" + p("a") +
           "</text:numbered-paragraph><text:numbered-paragraph text:list-id=\"n\" " + l1 + ">" + p("b") + "</text:numbered-paragraph>",
       "1. a\n2. b\n"},
      {"a list in a note is another",
       list(item(p("a<text:note><text:note-body>" + p("plain") + list(item(p("n")), l1) + "</text:note-body></text:note>")) + item(p("b")),
            l1),
       "1. a\n2. b\n\n[1] plain\n1. n\n"},
      {"unknown style", list(item(p("a") + nested(p("b"))), "text:style-name=\"none\""), "a\nb\n"},
  };
  for (const auto& [name, body, text] : rows) EXPECT_EQ(read_odt(pack(body, automatic, styles)).text, text) << name;
}

TEST(Odt, Title) {
  EXPECT_EQ(read_odt(pack(p("인공지능 기본법") + p("제1조"), "", "", " 인공지능 기본법 ")).found.title, "인공지능 기본법");
  EXPECT_EQ(read_odt(pack(p("인공지능 기본법") + p("제1조"), "", "", "서식")).found.title, "");
}

TEST(Odt, WhatCannotBeRead) {
  struct Row {
    std::string bytes, message;
  };
  const std::string encrypted =
      "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry "
      "manifest:full-path=\"content.xml\">"
      "<manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
  std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb += "]><x>&j;</x>";
  const std::vector<Row> rows{
      {make_zip({{"a", "b"}}), "has no content.xml"},
      {make_zip({{"content.xml", "\x01\x02"}, {"META-INF/manifest.xml", encrypted}}), "password"},
      {make_zip({{"content.xml", root("document-content", "<office:body><office:spreadsheet/></office:body>")}}), "another kind"},
      {make_zip({{"content.xml", root("document-content", "")}}), "another kind"},
      {make_zip({{"content.xml", bomb}}), "content.xml"},
      {make_zip({{"content.xml", root("document-content", "<office:body><office:text><text:p>a</text:h>")}}),
       "content.xml is not well-formed"},
      {pack(p("text")).substr(100), "damaged"},
  };
  for (const auto& [bytes, message] : rows) {
    try {
      read_odt(bytes);
      ADD_FAILURE() << "read, instead of: " << message;
    } catch (const UnreadableFile& error) {
      EXPECT_NE(std::string_view(error.what()).find(message), std::string_view::npos) << error.what() << ", instead of: " << message;
    }
  }
}

}  // namespace
}  // namespace jomun
