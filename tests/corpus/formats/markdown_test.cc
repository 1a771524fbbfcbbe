// Jomun tests: what Markdown looks like as text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/markdown.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace jomun {
namespace {

struct Row {
  std::string markdown, text;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(read_markdown(row.markdown).text, row.text) << row.markdown;
}

TEST(Markdown, Blocks) {
  check({
      {"", ""},
      {"\n\n", ""},
      {std::string("\0\n", 2), ""},
      {"One.\n\nTwo.\n", "One.\n\nTwo.\n"},
      // Headings
      {"# 第一章 总则\n第一条 为了……\n", "第一章 总则\n第一条 为了……\n"},
      {"Text.\n## Scope ##\nMore.", "Text.\n\nScope\nMore.\n"},
      {"###### Six\n####### Seven", "Six\n####### Seven\n"},
      {"#No heading\n\n#", "#No heading\n"},
      {"Title\n=====\n\nPart\n----\nText", "Title\n\nPart\nText\n"},
      {"# C\\# and `#`\n", "C# and #\n"},
      // Wraps
      {"The provider\nshall keep\nrecords.", "The provider shall keep records.\n"},
      {"人工智能的\n研究与\n应用。", "人工智能的研究与应用。\n"},
      {"この法律は、\n公布の日から\n施行する。", "この法律は、公布の日から施行する。\n"},
      {"이 법은\n인공지능을", "이 법은 인공지능을\n"},
      {"**人工**\n**智能**和\n*AI*\n系统", "人工智能和AI系统\n"},
      {"One  \ntwo\\\nthree<br>four", "One\ntwo\nthree\nfour\n"},
      {"as set out in\nArticle 5 of the Act", "as set out in Article 5 of the Act\n"},
      {"第一条 为了规范。\n第二条 本法所称\n数据，是指。", "第一条 为了规范。\n第二条 本法所称数据，是指。\n"},
      {"**第一条** 为了规范。\n**第二条** 本法。", "第一条 为了规范。\n第二条 本法。\n"},
      {"一、目的\n二、定义", "一、目的\n二、定义\n"},
      {"　　第一段。\n　　第二段。", "　　第一段。\n　　第二段。\n"},
      // Lists
      {"1. One\n2. Two\n   goes on\n3) Three", "1. One\n2. Two goes on\n3) Three\n"},
      {"1. One\n1. Two", "1. One\n1. Two\n"},
      {"- a\n- b\n\n* c\n+ d", "• a\n• b\n\n• c\n• d\n"},
      {"- a\n  - b\n    1. c\n- d", "• a\n• b\n1. c\n• d\n"},
      {"- a\n\n  more of a\n\nNo item", "• a\n\nmore of a\n\nNo item\n"},
      {"-\n  late", "• late\n"},
      {"- 1. both", "• 1. both\n"},
      {"- # Heading", "• Heading\n"},
      {"- [ ] open\n- [x] done", "• open\n• done\n"},
      {"In the year\n2024. nothing began.", "In the year 2024. nothing began.\n"},
      {"Items:\n1. One", "Items:\n1. One\n"},
      {"Items:\n- One", "Items:\n• One\n"},
      {"1.목적\n2.정의", "1.목적\n2.정의\n"},
      {"-no item\n2024.5.21", "-no item 2024.5.21\n"},
      // Quotes
      {"> Quoted\n> text\nlazy\n\nNot", "Quoted text lazy\n\nNot\n"},
      {"> a\n>> b\n\n> - c", "a\nb\n\n• c\n"},
      {"Before\n> after", "Before\nafter\n"},
      // Code
      {"```text\n第一条  *as is*\n\n- no item\n```\nafter", "第一条  *as is*\n\n- no item\nafter\n"},
      {"~~~\n```\n~~~~\nx", "```\nx\n"},
      {"```\nnever closed", "never closed\n"},
      {"Text\n\n    code *x*\n", "Text\n\ncode *x*\n"},
      // Rules
      {"a\n\n---\n\nb\n***\nc", "a\n\nb\n\nc\n"},
      // HTML
      {"a\n\n<!-- one\n\n# two -->\nb <!-- three --> c", "a\n\nb  c\n"},
      {"<script>\nif (a < b) x();\n\n</script>\nText", "Text\n"},
      {"<div align=\"center\">\n  <h1>Title</h1>\n  <p>Text</p>\n</div>", "Title\nText\n"},
      {"<table>\n<tr><th>条</th><th>文</th></tr>\n<tr>\n<td>一</td>\n<td>二</td>\n</tr>\n</table>", "条\t文\n一\t二\n"},
  });
}

TEST(Markdown, Tables) {
  check({
      {"| 条 | 内容 |\n|---|:--:|\n| 1 | **人** |\n| 2 | a \\| b |\n\nAfter", "条\t内容\n1\t人\n2\ta | b\n\nAfter\n"},
      {"Before\nA | B\n--|--\nc | d", "Before\n\nA\tB\nc\td\n"},
      {"A | B\n---\nc", "A | B\nc\n"},
      {"| a | b |\n|---|\n| c |", "| a | b | |---| | c |\n"},
      {"| a | b |\n|---|---|\n| | c |\n| | |\n| x<br>y | z |", "a\tb\n\tc\nx y\tz\n"},
      {"| a |\n|---|\n| b |\n# Heading", "a\nb\n\nHeading\n"},
  });
}

TEST(Markdown, Marks) {
  check({
      {"*a* **b** ***c*** _d_ __e__ ~~f~~ `g`", "a b c d e f g\n"},
      {"snake_case_name and 2 * 3 * 4 and 5*6", "snake_case_name and 2 * 3 * 4 and 5*6\n"},
      {"**「規則」**は、**안전**을 **(a)**項", "「規則」は、안전을 (a)項\n"},
      {"**open and *closed*", "**open and closed\n"},
      {"10~20, 네~~ 좋아요", "10~20, 네~~ 좋아요\n"},
      {"\\*no\\* \\# \\[x\\] C:\\dir", "*no* # [x] C:\\dir\n"},
      {"`` a`b `` and ` open", "a`b and ` open\n"},
      {"&copy; &#x7B2C;&#19968; &amp; &nope; AT&T", "© 第一 & &nope; AT&T\n"},
      // Links and images
      {"[text](http://a.b/c_(d) \"title\") and [*em*](<x y>)", "text and em\n"},
      {"[full][Ref] [ref][] [REF] [none]\n\n[ref]: http://a.b\n", "full ref REF [none]\n"},
      {"a ![alt](x.png) b ![alt][ref] c\n\n[ref]: x", "a  b  c\n"},
      {"[![badge](b.svg)](http://a.b)", ""},
      {"<http://a.b/c> <me@a.b> http://d.e", "http://a.b/c me@a.b http://d.e\n"},
      {"[not](closed and [x] (y)", "[not](closed and [x] (y)\n"},
      {"（[第3条](#3)）第[4]项", "（第3条）第[4]项\n"},
      // Inline HTML
      {"H<sub>2</sub>O <b>x</b> a < b <del>gone</del>.", "H2O x a < b .\n"},
      {"<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を", "｜漢字《かんじ》を\n"},
      {"<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>", "｜漢《かん》｜字《じ》\n"},
      {"<ruby>人<rt>rén</rt></ruby>", "人(rén)\n"},
      {"<ruby>none</ruby> <ruby>open<rt>かな", "none ｜open《かな》\n"},
  });
}

TEST(Markdown, Notes) {
  check({
      {"Text[^b] and[^a].\n\n[^a]: First *note*\n    goes on.\n[^b]: Second.\n\nLast.",
       "Text and.\n\nLast.\n\n[1] Second.\n[2] First note goes on.\n"},
      {"x[^1]\n\n[^1]: One.\n\n    Two.\n\nAfter", "x\n\nAfter\n\n[1] One.\nTwo.\n"},
      {"x[^none] y\n\n[^1]: Never cited.", "x[^none] y\n\n[1] Never cited.\n"},
  });
}

TEST(Markdown, FrontMatter) {
  const ExtractedText read = read_markdown(
      "---\ntitle: \"Seoul: a \\\"Declaration\\\"\"\nDate: 2024-05-21T10:00:00Z\nlang: en # English\nurl: https://a.b/c#d\npublisher: 'The "
      "Host''s Office'\n"
      "tags:\n  - ai\n  - title: no\n---\nText\n");
  EXPECT_EQ(read.text, "Text\n");
  EXPECT_FALSE(read.wrapped);
  EXPECT_EQ(read.found.title, "Seoul: a \"Declaration\"");
  EXPECT_EQ(read.found.date, "2024-05-21");
  EXPECT_EQ(read.found.language, "en");
  EXPECT_EQ(read.found.source_url, "https://a.b/c#d");
  EXPECT_EQ(read.found.issuer, "The Host's Office");

  EXPECT_EQ(read_markdown("---\r\ndate: 2024年5月21日\r\n---\r\n").found.date, "2024-05-21");
  EXPECT_EQ(read_markdown("---\ndate: soon\nlanguage: {x}\n---\n").found.date, "");
  // Rules around text
  EXPECT_EQ(read_markdown("---\nA sentence: with colon\n---\n").text, "A sentence: with colon\n");
  EXPECT_EQ(read_markdown("---\nnever: closed\n").text, "never: closed\n");
  EXPECT_EQ(read_markdown("text\n---\ntitle: x\n---\n").found.title, "");
}

// What makes naive readers quadratic or deep.
TEST(Markdown, TakesLinearTime) {
  const std::vector<std::string> pieces = {"[",   "](",   "[a](",       "![", "*a ", "**a* ",    "_a",  "`",           "``a`",  "<",
                                           "<a ", "<!--", "<!-- ",      "&",  "- ",  "> ",       "1. ", "<ruby>a<rt>", "<del>", "[^",
                                           "[a]", "|",    "a|b\n-|-\n", "\\", "~~a", "[a]: b\n", "# ",  "```\n",       "- a\n"};
  for (const std::string& piece : pieces) {
    std::string text;
    while (text.size() < 200000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    read_markdown(text);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5)) << piece;
  }
}

}  // namespace
}  // namespace jomun
