// Jomun tests: the body of saved pages, and pages that are all body.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/formats/html.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<char32_t> characters_of(std::string_view text) {
  std::vector<char32_t> result;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    if (character(next.value).kind != CharacterClass::space) result.push_back(next.value);
    i += next.bytes;
  }
  return result;
}

// Of characters that are no white space.
std::size_t longest_common_subsequence(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (const char32_t c : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t above = row[j + 1];
      row[j + 1] = c == b[j] ? diagonal + 1 : std::max(above, row[j]);
      diagonal = above;
    }
  }
  return row.back();
}

struct Page {
  std::string_view name;
  double most_other = 2;  // percent of what is kept that may be furniture
};

// tests/golden/pages: each page with the body a reader would take from it.
constexpr Page pages[] = {
    {"en_council"},        {"en_declaration_old"},   {"en_government"}, {"ja_ministry_sjis"},
    {"ja_news"},           {"ja_ngo_wp", 3},  // the category is one short line with one link
    {"ja_ordinance_flat"}, {"ko_law_portal"},        {"ko_ministry"},   {"ko_news_euckr"},
    {"ko_old_frame"},      {"zh_gov_plain", 4},       // the counter of visits
    {"zh_hant_law"},       {"zh_hant_news_ngo", 13},  // a request for donations is sentences, and stays
    {"zh_ministry"},       {"zh_portal_gbk"},        {"zh_think_tank"},
};

TEST(Pages, BodyIsKeptAndFurnitureIsNot) {
  const std::filesystem::path folder = JOMUN_SOURCE_DIR "/tests/golden/pages";
  for (const Page& page : pages) {
    const std::vector<char32_t> expected = characters_of(read_bytes(folder / (std::string(page.name) + ".txt")));
    const std::vector<char32_t> kept = characters_of(read_html(read_bytes(folder / (std::string(page.name) + ".html"))).text);
    const auto common = static_cast<double>(longest_common_subsequence(expected, kept));
    EXPECT_GE(100 * common / static_cast<double>(expected.size()), 99) << page.name;
    EXPECT_LE(100 - 100 * common / static_cast<double>(kept.size()), page.most_other) << page.name;
  }
}

TEST(Pages, EveryFileIsListed) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(JOMUN_SOURCE_DIR "/tests/golden/pages"))
    files += entry.path().extension() == ".html";
  EXPECT_EQ(files, std::size(pages));
}

// Without whatever stands around it, each of these is the body itself.
constexpr std::string_view bodies[] = {
    "<h1>条例</h1><h2>第一章　总则</h2><p>第一条　为了规范管理，制定本条例。</p><p>第二条　本条例自公布之日起施行。</p>",
    "<p>附件：<a href='1.docx'>申请表</a></p><p>国务院办公厅</p><p>2024年1月1日</p>",
    "<dl><dt>公共数据</dt><dd>机关取得的数据</dd><dt>数据目录</dt><dd>数据的清单</dd></dl>",
    "<table><tr><td>一级</td><td>无影响</td></tr><tr><td>二级</td><td>个人</td></tr></table>",
    "<ul><li><a href='1.html'>수산자원 관리 조례</a></li><li><a href='2.html'>연안정비 조례</a></li></ul>",
    "<div><h3><a href='#1' name=1>第1条</a></h3><p>市民は、参加する権利を有する。</p></div><div><h3><a href='#2' "
    "name=2>第2条</a></h3><p>市は、"
    "情報を公開する。</p></div>",
    "<p><a href='law.html'>Article 1</a> Everyone has the right to life, liberty and security of person.</p><p><a href='law.html'>Article "
    "2</a> No one shall be held in slavery.</p>",
    "<ul><li><a href='#a1'>第1条</a></li><li><a href='#a2'>第2条</a></li></ul><h3><a name=a1 "
    "href='#t'>第1条</a></h3><p>市民は、参加する権利を有する。"
    "</p><h3><a name=a2 href='#t'>第2条</a></h3><p>市は、情報を公開する。</p>",
    "<div><p><a href='javascript:;'>제1조(목적)</a></p><p>이 조례는 필요한 사항을 규정한다.</p></div><div><p><a "
    "href='#'>제2조(정의)</a></p><p>시장이 정한다.</p></div>",
    // References that open in a box; attachments in the text; laws about what footers are about.
    "<p>제2조(정의) 이 조례에서 사용하는 용어의 뜻은 다음과 같다.</p><p>1. 「<a href='javascript:;'>해양환경관리법</a>」의 시설</p><p>2. "
    "「<a href='javascript:;'>수산업법"
    "</a>」의 어선</p>",
    "<div><p>现将办法印发，请遵照执行。</p><p>附件：<a href='1.doc'>管理办法</a>、<a href='2.doc'>申请表</a></p></div>",
    "<p>저작권법</p><p>저작권자는 저작물을 이용할 권리를 가진다.</p><p>이 법은 저작권자의 권리를 보호한다.</p>",
    "<p>Copyright law</p><p>Copyright subsists in literary works.</p>",
    "<p>The operator shall obtain consent before storing cookies, and shall explain their purpose.</p>",
    "<p>목적</p><p>정의</p><p>적용 범위</p>",
};

TEST(Pages, WhatIsAllBodyStaysWhole) {
  for (const std::string_view body : bodies) {
    std::string shown(body);
    for (std::size_t begin; (begin = shown.find('<')) != shown.npos;) shown.erase(begin, shown.find('>') - begin + 1);
    std::string kept = read_html(body).text;
    std::erase_if(kept, [](char c) { return c == '\n' || c == '\t' || c == ' '; });
    for (std::size_t bullet; (bullet = kept.find("•")) != kept.npos;) kept.erase(bullet, std::string_view("•").size());
    std::erase(shown, ' ');
    EXPECT_EQ(kept, shown) << body;
  }
}

}  // namespace
}  // namespace jomun
