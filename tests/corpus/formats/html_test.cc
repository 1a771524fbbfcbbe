// Jomun tests: HTML as lines: white space, lists, tables, ruby, notes, what is hidden, metadata, hostile input.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace jomun {
namespace {

struct Row {
  std::string_view html;
  std::string_view text;
};

void expect_texts(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(read_html(row.html).text, row.text) << row.html;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  result.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

TEST(Html, BlocksAreLinesAndWhiteSpaceCollapses) {
  expect_texts({
      {"", ""},
      {"本文", "本文\n"},
      {"<p>甲<p>乙</p>丙<div>丁</div>", "甲\n乙\n丙\n丁\n"},
      {"甲<br>乙<br/><br>丙", "甲\n乙\n丙\n"},
      {"<p>a <b> b</b>  c\t<i>d</i></p>", "a b c d\n"},
      // A line end in the source is nothing between ideographs, a space between words.
      {"<p>国家保\n  护公民</p>", "国家保护公民\n"},
      {"<p>国家保\r\n护公民</p>", "国家保护公民\n"},
      {"<p>計画は、\n3年ごとに</p>", "計画は、3年ごとに\n"},
      {"<p>우리는\n대한민국의\n국민</p>", "우리는 대한민국의 국민\n"},
      {"<p>public\nbodies</p>", "public bodies\n"},
      {"<p>使用 AI\n技术</p>", "使用 AI 技术\n"},
      {"<p>第一条 为了</p>", "第一条 为了\n"},
      {"<p>\u3000\u3000第一条\u3000为了\u3000</p>", "第一条\u3000为了\n"},
      {"<p>&nbsp;&nbsp;第一条&nbsp;为了&nbsp;</p>", "第一条 为了\n"},
      // Kept as they are.
      {"<p>gov&shy;ern A\u200BB &lt;x&gt; &amp;amp; &#20013;&#x56FD; &hellip;</p>", "gov\u00ADern A\u200BB <x> &amp; 中国 …\n"},
      {"<p>shared &#151; O&#146;Neill</p>", "shared — O’Neill\n"},
      {"<p>CO<sub>2</sub> と m<sup>2</sup></p>", "CO2 と m2\n"},
      {"<h1>題</h1><p>甲</p><h2>章</h2><p>乙</p>", "題\n甲\n\n章\n乙\n"},
      {"甲<wbr>乙<span>丙</span>", "甲乙丙\n"},
      {"<pre>第一条\n  一\t二\n\n第二条</pre>後", "第一条\n  一 二\n\n第二条\n後\n"},
      {"<div style='white-space: pre-wrap'>甲\n乙</div>", "甲\n乙\n"},
  });
  EXPECT_TRUE(read_html("<pre>第一条　国家は、\n国民を守る。</pre>").wrapped);
  EXPECT_FALSE(read_html("<p>第一条　国家は、国民を守る。</p><pre>注</pre>").wrapped);
}

TEST(Html, ListsHaveTheNumbersABrowserShows) {
  expect_texts({
      {"<ul><li>甲<li>乙</ul>", "• 甲\n• 乙\n"},
      {"<ol><li>甲<li><p>乙</p><p>丙</p></ol>丁", "1. 甲\n2. 乙\n丙\n丁\n"},
      {"<ol start=3><li>a<li value=7>b<li>c</ol>", "3. a\n7. b\n8. c\n"},
      {"<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2. b\n1. c\n"},
      {"<ol type=a><li>x<li>y</ol><ol type=A start=27><li>z</ol>", "a. x\nb. y\nAA. z\n"},
      {"<ol type=i start=4><li>x</ol><ol type=I start=1999><li>y</ol>", "iv. x\nMCMXCIX. y\n"},
      {"<ol><li>甲<ol type=a><li>子<li>丑</ol><li>乙</ol>", "1. 甲\na. 子\nb. 丑\n2. 乙\n"},
      {"<ol style='list-style-type: upper-roman'><li>x</ol><ul style='list-style:none'><li>y</ul>", "I. x\ny\n"},
      {"<ol start=-1><li>x<li>y</ol><ol start=no><li>z</ol>", "-1. x\n0. y\n1. z\n"},
      {"<ol><li hidden>x<li>y</ol>", "1. y\n"},
      {"<ol><li><ul><li>x</ul></ol>", "1. • x\n"},
      {"<dl><dt>用語</dt><dd>意味</dd></dl>", "用語\n意味\n"},
  });
}

TEST(Html, RowsHaveTabsAndLayoutFlows) {
  expect_texts({
      {"前<table><tr><th>区分<th>期限<tr><td>甲<td>十日</table>後", "前\n\n区分\t期限\n甲\t十日\n\n後\n"},
      {"<table><tr><td><p>甲</p><td><p>乙</p></table>", "甲\t乙\n"},
      {"<table><tr><td>甲<td><td>丙<td></table>", "甲\t\t丙\n"},
      // Several paragraphs in a cell: no row.
      {"<table><tr><td>甲<td><p>乙</p><p>丙</p></table>", "甲\n乙\n丙\n"},
      {"<table><tr><th>単価<br>（円）<th>数</table>", "単価（円）\t数\n"},
      {"<table><tr><td>一段<tr><td>二段</table>", "一段\n二段\n"},
      {"<table><caption>別表</caption><tr><td>a<td>b</table>", "別表\na\tb\n"},
      {"<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", "a\tb\n\nc\n"},
  });
}

TEST(Html, RubyBecomesAnnotations) {
  expect_texts({
      {"<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を", "｜漢字《かんじ》を\n"},
      {"<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>", "｜東《とう》｜京《きょう》\n"},
      {"<ruby>漢<rt>かん<rp>)</ruby>字", "｜漢《かん》字\n"},
      {"<ruby><rb>旧<rb>金<rb>山<rt>jiù<rt>jīn<rt>shān</ruby>", "旧(jiù)金(jīn)山(shān)\n"},
      {"<ruby>人<rt>ㄖㄣˊ</rt></ruby>", "人(ㄖㄣˊ)\n"},
      {"<ruby><rb>東京</rb><rt>とうきょう</rt><rtc><rt>Tokyo</rt></rtc></ruby>", "｜東京《とうきょう》(Tokyo)\n"},
      {"<ruby>重要<rt>・・</rt></ruby>", "重要\n"},
      {"<ruby>\n 漢\n <rt>かん</rt>\n</ruby>", "｜漢《かん》\n"},
      {"<ruby>無</ruby><ruby>字<rt></rt></ruby>", "無字\n"},
  });
}

TEST(Html, HiddenContentIsLeftOut) {
  expect_texts({
      {"<head><title>題</title><style>p{}</style></head><p>甲<script>var a='<p>x</p>';</script><!-- c -->乙", "甲乙\n"},
      {"甲<noscript>x</noscript><template><p>x</p></template><iframe>x</iframe><svg><title>x</title></svg>", "甲\n"},
      {"甲<span hidden>x</span><b aria-hidden='true'>x</b><p aria-hidden=false>乙", "甲\n乙\n"},
      {"甲<div style='color:red; DISPLAY : None'>x<div>x</div></div><i style='visibility:hidden!important'>x</i>乙", "甲\n乙\n"},
      {"甲<input value=x><select><option>x</select><textarea>x</textarea><button>x</button><img alt=x>乙", "甲乙\n"},
      {"第三条<del>旧</del><ins>新</ins>", "第三条新\n"},
      // Frameworks hide the page until it is ready.
      {"<body style='display:none'><p>甲", "甲\n"},
  });
}

TEST(Html, NotesStandAtTheEnd) {
  expect_texts({
      {"<p>本文<sup><a href='#n1' id=r1>1</a></sup>。</p><ol><li id=n1>注の文<a href='#r1'>↩</a></ol><p>後</p>",
       "本文。\n後\n\n[1] 注の文\n"},
      {"<p>本文<a href='#_ftn1' name='_ftnref1'>[1]</a>続き</p><p><a href='#_ftnref1' name='_ftn1'>[1]</a> 注の文</p>",
       "本文続き\n\n[1] 注の文\n"},
      {"<p>a<sup><a href='#x'>*</a></sup><p>b<sup><a href='#y'>†</a></sup><p id=x>* first<p id=y>† second",
       "a\nb\n\n[*] first\n[†] second\n"},
      // The address a browser saves.
      {"<p>甲<sup><a href='https://x.example/p.html#n'>注1</a></sup><p id=n>注1 乙", "甲\n\n[1] 乙\n"},
      // A reference to a section, a raised number without a link, a link out of the page.
      {"<p>见<sup><a href='#s'>2</a></sup></p><div id=s><h2>二</h2><p>文</p></div>", "见2\n\n二\n文\n"},
      {"<p>第一条<sup>1</sup>和<sup><a href='other.html#n'>2</a></sup>", "第一条1和2\n"},
  });
}

struct FoundRow {
  std::string_view html;
  std::string_view title, language, date, source_url, issuer;
};

TEST(Html, Metadata) {
  const std::vector<FoundRow> rows = {
      {"<html lang=zh-CN><title>条例_站点</title><h1>条例</h1>", "条例", "zh-Hans", "", "", ""},
      {"<html lang=zh-TW><meta property='og:title' content=' 條例\n全文 '><p>條例內容。", "條例 全文", "zh-Hant", "", "", ""},
      {"<html lang=zh><title>网站 | 办法</title><p>办法</p>", "办法", "", "", "", ""},
      {"<html lang=ja><title>指針について｜県</title><p>別のこと</p>", "指針について｜県", "ja", "", "", ""},
      {"<html lang=ko-KR><title>보기 | 위원회</title><h3>선언</h3><p>본문이다.</p>", "선언", "ko", "", "", ""},
      // Templates are copied with their language.
      {"<html lang=en><p>国家保护公民的权利。</p>", "", "", "", "", ""},
      {"<html lang=en-GB><p>The Council decides.</p>", "", "en", "", "", ""},
      {"<meta name=PubDate content='2023-11-08 16:20'><link rel=canonical href='https://a.example/b'>", "", "", "2023-11-08",
       "https://a.example/b", ""},
      {"<meta property='article:published_time' content='2024-05-21T10:00:00Z'><meta property='og:url' content='http://a.example/'>", "",
       "", "2024-05-21", "http://a.example/", ""},
      {"<link rel=canonical href='/b'><p>x <time datetime='2020-02-03T01:00'>3 Feb</time>", "", "", "2020-02-03", "", ""},
      {"<meta name='DC.Publisher' content='Council'><meta property='og:site_name' content='Site'>", "", "", "", "", "Council"},
  };
  for (const FoundRow& row : rows) {
    const Metadata found = read_html(row.html).found;
    EXPECT_EQ(found.title, row.title) << row.html;
    EXPECT_EQ(found.language, row.language) << row.html;
    EXPECT_EQ(found.date, row.date) << row.html;
    EXPECT_EQ(found.source_url, row.source_url) << row.html;
    EXPECT_EQ(found.issuer, row.issuer) << row.html;
  }
}

TEST(Html, EncodingsAreThoseDeclared) {
  expect_texts({
      {"<meta charset=gbk><p>\xB5\xDA\xD2\xBB\xCC\xF5", "第一条\n"},
      {"<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'><p>\x91\xE6\x88\xEA\x8F\xF0", "第一条\n"},
      {"<meta charset=euc-kr><p>\xC1\xA6\x31\xC1\xB6", "제1조\n"},
      {"\xEF\xBB\xBF<meta charset=gbk><p>第一条", "第一条\n"},
      // What the text itself says wins over what is declared; libxml2 must not decode it once more.
      {"<meta charset=gbk><p>第一条", "第一条\n"},
  });
}

TEST(Html, HostileInputIsBounded) {
  const auto text_of = [](const std::string& html) { return read_html(html).text; };
  EXPECT_EQ(text_of(repeated("<div>", 100'000) + "本文"), "本文\n");
  EXPECT_EQ(text_of(repeated("<b>", 100'000) + "本文"), "本文\n");
  EXPECT_EQ(text_of(repeated("<table><tr><td>", 20'000) + "本文"), "本文\n");
  EXPECT_EQ(text_of("<p " + repeated("a=1 ", 1'000'000) + ">本文"), "本文\n");
  EXPECT_EQ(text_of("<p>本文</p><a href=\"x"), "本文\n");
  EXPECT_EQ(text_of("<p>本文</p><!-- "), "本文\n");
  EXPECT_EQ(text_of(std::string("<p>甲\0乙", 10)), "甲 乙\n");
  EXPECT_EQ(text_of(repeated("</p>", 100'000) + "本文"), "本文\n");
  const std::string long_line = "<p>" + repeated("第一条、本文である。", 100'000);
  EXPECT_EQ(text_of(long_line).size(), long_line.size() - 3 + 1);
  EXPECT_THROW(read_html(repeated("<font>", 50'000) + repeated("</p>", 50'000)), UnreadableFile);
  EXPECT_THROW(read_html(repeated("<b>", 5'000'000)), UnreadableFile);
}

}  // namespace
}  // namespace jomun
