// Jomun tests: issuer, source and status, as notes above and below texts print them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/provenance.h"

#include <gtest/gtest.h>

#include "corpus/reader.h"

namespace jomun {
namespace {

TEST(Provenance, Issuers) {
  struct Row {
    std::string_view line, issuer;
  };
  for (const auto& [line, issuer] : {
           Row{"2004年4月1日 北京市第十二届人民代表大会常务委员会第十次会议通过", "北京市人民代表大会常务委员会"},
           Row{"（1982年12月4日第五届全国人民代表大会第五次会议通过）", "全国人民代表大会"},
           Row{"2019年4月3日中华人民共和国国务院令第712号公布", "中华人民共和国国务院"},
           Row{"2015年7月1日 中共中央办公厅、国务院办公厅印发", "中共中央办公厅、国务院办公厅"},
           Row{"2008年1月2日国务院第204次常务会议通过", "国务院"},
           Row{"中華民國一百零九年一月十五日總統令修正公布", "總統"},
           Row{"发布机构：外交部", "外交部"},
           Row{"（昭和四十二年十月二十六日建設省令第二十九号）最終改正：平成二五年一一月二〇日国土交通省令第八九号", "建設省"},
           Row{"（昭和四十七年五月十五日総理府・大蔵省令第一号）", "総理府・大蔵省"},
           Row{"（平成五年三月一日国家公安委員会規則第三号）", "国家公安委員会"},
           Row{"平成31年3月29日 統合イノベーション戦略推進会議決定", "統合イノベーション戦略推進会議"},
           Row{"[환경부령 제12호, 2024. 1. 2., 일부개정]", "환경부"},
           Row{"[대통령령 제34567호, 2024. 6. 4., 제정]", "대통령"},
           Row{"행정안전부공고 제2012-99호", "행정안전부"},
           Row{"발행처: 과학기술정보통신부", "과학기술정보통신부"},
           Row{"2024. 5. 21. 과학기술정보통신부 발표", "과학기술정보통신부"},
           Row{"Adopted by the General Assembly on 10 December 1948", "General Assembly"},
           Row{"Adopted and proclaimed by General Assembly resolution 217 A (III) of 10 December 1948", "General Assembly"},
           Row{"Issued by: OECD", "OECD"},
           // None is printed: laws and cabinet orders do not name who makes them.
           Row{"（昭和二十八年九月七日政令第二百七十一号）", ""},
           Row{"（平成二十二年十月二十九日法律第五十号）", ""},
           Row{"令和元年六月十一日閣議決定", ""},
           Row{"[법률 제12345호, 2020. 1. 1., 일부개정]", ""},
           Row{"[시행 2024-05-17]", ""},
           Row{"2024年5月21日", ""},
           Row{"發布時間: 2024-07-05 18:01 浏覽量: 4022", ""},
           // Sentences.
           Row{"2004年4月1日起施行的《某条例》（以下简称条例）经修改后公布", ""},
           Row{"The text was adopted by consensus.", ""},
           Row{"Adopted by consensus on 1 May 2024", ""},
       })
    EXPECT_EQ(read_provenance(line).issuer, issuer) << line;
}

TEST(Provenance, Sources) {
  struct Row {
    std::string_view line, url;
  };
  for (const auto& [line, url] : {
           Row{"原文来源：https://www.mofa.go.kr/eng/view.do?page=1&seq=321007", "https://www.mofa.go.kr/eng/view.do?page=1&seq=321007"},
           Row{"Source: http://example.org/a.", "http://example.org/a"},
           Row{"(출처: https://example.org/b)", "https://example.org/b"},
           Row{"<https://example.org/c_(d)>", "https://example.org/c_(d)"},
           Row{"出典：https://example.org/e、2024年", "https://example.org/e"},
           Row{"参见 https://example.org/f", ""},
           Row{"Source: a book", ""},
       })
    EXPECT_EQ(read_provenance(line).source_url, url) << line;
}

TEST(Provenance, Translations) {
  for (const std::string_view line :
       {"(비공식 번역본)", "중문 번역본은 참고용입니다", "中文翻译版 · 仅供参考，以英文原文为准", "（非官方译文）", "中譯本僅供參考",
        "（仮訳）", "UNOFFICIAL TRANSLATION", "Courtesy translation", "This English translation is for reference only"})
    EXPECT_TRUE(read_provenance(line).translation) << line;
  for (const std::string_view line : {"仅供参考", "번역가 자격", "Official translation", "翻译服务"})
    EXPECT_FALSE(read_provenance(line).translation) << line;
}

Metadata metadata_of(std::string_view text) { return read_text(text, "x", {}).at(0).metadata; }

TEST(Provenance, StandsAboveAndBelowTheText) {
  const Metadata above = metadata_of("某条例\n\n2004年4月1日 某市人民代表大会通过\n\n第一条 甲。\n\n第二条 乙。\n");
  EXPECT_EQ(above.issuer, "某市人民代表大会");
  EXPECT_EQ(above.date, "2004-04-01");
  const Metadata signed_below =
      metadata_of("某声明\n\n一、各方应当合作。\n\n二、各方应当分享。\n\n国家互联网信息办公室\n\n2023年7月10日\n");
  EXPECT_EQ(signed_below.issuer, "国家互联网信息办公室");
  EXPECT_EQ(signed_below.date, "2023-07-10");
  const Metadata notice = metadata_of(
      "입법예고\n\n의견을 듣기 위하여 다음과 같이 공고합니다.\n\n2021년 2월 5일\n\n울산광역시 남구청장\n\n1. 개정이유는 이렇다.\n");
  EXPECT_EQ(notice.issuer, "울산광역시 남구청장");
  const Metadata notes =
      metadata_of("Declaration\n\n1. Parties cooperate.\n\n2. They share.\n\nSource: https://example.org/a\n\nUnofficial translation\n");
  EXPECT_EQ(notes.source_url, "https://example.org/a");
  EXPECT_EQ(notes.status, "unofficial translation");
  // Addresses and dates inside the text are not about it.
  const Metadata inside =
      metadata_of("1. See https://example.org for more.\n\n2. On 1 May 2024 it ends.\n\n3. It goes on.\n\n4. And on.\n\n5. And ends.\n");
  EXPECT_EQ(inside.source_url, "");
  EXPECT_EQ(inside.issuer, "");
}

TEST(Provenance, HeadOfAPageInOneLine) {
  std::string page = "[logo_20210] 无障碍 • 首页";
  for (int i = 0; i < 60; ++i) page += " • 栏目" + std::to_string(i);
  page += " 首页 > 资料 > 声明公报 某某治理倡议 2023-10-20 15:12 【中大小】 打印 ";
  for (int i = 0; i < 40; ++i)
    page += "各国应当加强合作，共同防范风险，使技术的发展惠及所有国家和人民，促进共同繁荣，这是第" + std::to_string(i) + "段。 ";
  const Metadata metadata = metadata_of(page);
  EXPECT_EQ(metadata.title, "某某治理倡议");
  EXPECT_EQ(metadata.date, "2023-10-20");
}

}  // namespace
}  // namespace jomun
