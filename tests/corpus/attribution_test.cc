// Jomun tests: lines that say where an excerpt comes from, and pages of them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/attribution.h"

#include <gtest/gtest.h>

#include "corpus/reader.h"
#include "tests/corpus/outline.h"

namespace jomun {
namespace {

TEST(Attribution, Forms) {
  struct Row {
    std::string_view line, title, issuer, date;
  };
  for (const auto& [line, title, issuer, date] : {
           Row{"由 G20 Ministerial Meeting 在 G20人工智能原则(G20 AI Principles)发表, Jun 09, 2019", "G20人工智能原则(G20 AI Principles)",
               "G20 Ministerial Meeting", "2019-06-09"},
           Row{"由教科文组织在人工智能伦理问题建议书发表，2021年11月23日", "人工智能伦理问题建议书", "教科文组织", "2021-11-23"},
           // The issuer has the preposition in its name.
           Row{"由 中国驻在代表处 在 倡议发表, 2023", "倡议", "中国驻在代表处", "2023"},
           Row{"原则: 全球人工智能治理倡议, October 18, 2023", "全球人工智能治理倡议", "", "2023-10-18"},
           Row{"Source: Recommendation of the Council, OECD, 22 May 2019", "Recommendation of the Council, OECD", "", "2019-05-22"},
           Row{"출처: 서울 선언, 2024년 5월 21일", "서울 선언", "", "2024-05-21"},
           Row{"作者:Cyberspace Administration of China", "", "Cyberspace Administration of China", ""},
           Row{"Published by OECD in AI Principles, May 2019", "AI Principles", "OECD", "2019-05"},
       }) {
    const auto attribution = read_attribution(line);
    ASSERT_TRUE(attribution) << line;
    EXPECT_EQ(attribution->title, title);
    EXPECT_EQ(attribution->issuer, issuer);
    EXPECT_EQ(attribution->date, date);
  }
  for (const std::string_view line : {"原文来源：https://example.org/x?page=1", "来源：新华社", "由各成员国在本组织框架内制定。", "原则",
                                      "", "原则: 2023-10-18", "作者:他在书中写道,一切都会好的。"})
    EXPECT_FALSE(read_attribution(line)) << line;
}

constexpr std::string_view page =
    "各国应当加强国际合作，分享知识，共同防范风险，使人工智能的发展惠及所有国家和人民，弥合数字鸿沟，促进共同繁荣。\n\n"
    "原则: 甲倡议, October 18, 2023\n\n作者:Ministry A\n\n相关原则\n\n· 2.5. International co-operation\n\n"
    "Governments should actively cooperate to advance these principles and to progress on responsible stewardship of trustworthy AI.\n\n"
    "由 Council B 在 乙原则发表, May 22, 2019\n";

TEST(Excerpts, AreClausesOfAVersionPerLanguage) {
  const std::vector<Version> versions = read_text(page, "some page.txt", {});
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].name(), "some-page/zh-Hans");
  EXPECT_EQ(versions[1].name(), "some-page/en");
  const Clause& first = versions[0].clauses.at(0);
  EXPECT_EQ(first.address, "e1");
  EXPECT_EQ(first.title, "甲倡议");
  EXPECT_EQ(first.issuer, "Ministry A");
  EXPECT_EQ(first.date, "2023-10-18");
  EXPECT_EQ(
      testing::outline(versions[1].clauses),
      "e2|2.5.|International co-operation|Governments should actively cooperate to advance these principles and to progress on responsible "
      "stewardship of trustworthy AI.\n");
  EXPECT_EQ(versions[1].clauses[0].title, "乙原则");
}

TEST(Excerpts, TakeTheGivenLanguage) {
  Metadata given;
  given.language = "mul";
  const std::vector<Version> versions = read_text(page, "p", given);
  ASSERT_EQ(versions.size(), 1u);
  EXPECT_EQ(versions[0].clauses.size(), 2u);
}

TEST(Excerpts, OneAttributionMakesNoPageOfThem) {
  EXPECT_EQ(testing::outline_of("甲宣言\n\n我们同意。\n\n来源: 某报, 2024-05-21\n"), "p1|||我们同意。\np2|||来源: 某报, 2024-05-21\n");
}

}  // namespace
}  // namespace jomun
