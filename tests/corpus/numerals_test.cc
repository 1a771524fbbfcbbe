// Jomun tests: numbers of labels, dates, and the width of text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/numerals.h"

#include <gtest/gtest.h>

#include "corpus/dates.h"
#include "corpus/layout.h"

namespace jomun {
namespace {

TEST(Numerals, InEveryScript) {
  struct Row {
    std::string_view text;
    std::uint32_t value;
    std::string_view rest;
  };
  for (const auto& [text, value, rest] :
       {Row{"12.", 12, "."}, Row{"１２　", 12, "　"}, Row{"十", 10, ""}, Row{"十九条", 19, "条"}, Row{"二十", 20, ""},
        Row{"七百三十条", 730, "条"}, Row{"一百零五条", 105, "条"}, Row{"一千二百六十条", 1260, "条"}, Row{"二〇二四年", 2024, "年"},
        Row{"貳拾參", 23, ""}, Row{"廿五", 25, ""}, Row{"一万二千", 12000, ""}}) {
    const auto numeral = read_numeral(text, 0);
    ASSERT_TRUE(numeral) << text;
    EXPECT_EQ(numeral->value, value) << text;
    EXPECT_EQ(text.substr(numeral->end), rest) << text;
  }
  for (const std::string_view text : {"", "条", "a", "○", "99999999999", "一一一一一一一一一一一一一一一一一"})
    EXPECT_FALSE(read_numeral(text, 0)) << text;
}

TEST(Numerals, Letters) {
  struct Row {
    std::string_view text;
    std::uint32_t value;
    Script script;
  };
  for (const auto& [text, value, script] : {Row{"가.", 1, Script::hangul}, Row{"하)", 14, Script::hangul}, Row{"ハ　", 3, Script::kana},
                                            Row{"c)", 3, Script::latin}, Row{"iv)", 4, Script::roman}, Row{"XIX.", 19, Script::roman}}) {
    const auto letter = read_letter(text, 0);
    ASSERT_TRUE(letter) << text;
    EXPECT_EQ(letter->value, value);
    EXPECT_EQ(letter->script, script) << text;
  }
  for (const std::string_view text : {"AI", "the", "iiii", "Iv", "각", "", "xxxxxxxxxxxx"}) EXPECT_FALSE(read_letter(text, 0)) << text;
  EXPECT_EQ(read_enclosed("⑫", 0)->value, 12u);
  EXPECT_EQ(read_enclosed("㉑", 0)->value, 21u);
  EXPECT_EQ(read_enclosed("Ⅳ", 0)->value, 4u);
  EXPECT_FALSE(read_enclosed("4", 0));
}

TEST(Dates, AsPrinted) {
  struct Row {
    std::string_view text, iso;
  };
  for (const auto& [text, iso] :
       {Row{"2024-07-05 18:01", "2024-07-05"}, Row{"2024.5.21. AI", "2024-05-21"}, Row{"2024/5/21", "2024-05-21"},
        Row{"[20240502]", "2024-05-02"}, Row{"2024 年 5 月 21 日", "2024-05-21"}, Row{"2024년 5월 21일", "2024-05-21"},
        Row{"二〇二四年五月二十一日", "2024-05-21"}, Row{"（平成十二年三月二十八日国家公安委員会規則第七号）", "2000-03-28"},
        Row{"令和元年五月一日", "2019-05-01"}, Row{"中華民國八十八年九月二十五日", "1999-09-25"}, Row{"民國112年3月1日", "2023-03-01"},
        Row{"October 18, 2023", "2023-10-18"}, Row{"Jun 09, 2019", "2019-06-09"}, Row{"on 21 May 2024 in Seoul", "2024-05-21"},
        Row{"Sept. 2nd, 2020", "2020-09-02"}, Row{"May 2024", "2024-05"}, Row{"2023年11月于", "2023-11"},
        Row{"[시행 2026-04-07]", "2026-04-07"}}) {
    const auto date = find_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(date->iso, iso) << text;
  }
  for (const std::string_view text : {"", "2024", "2024-13-01", "2024-02-30", "12345678901", "Maybe 3, 2024", "第七号", "G20", "1,2024"})
    EXPECT_FALSE(find_date(text)) << text;
}

TEST(Dates, AtTheEnd) {
  EXPECT_EQ(date_at_end("发表, March 3, 2024")->iso, "2024-03-03");
  EXPECT_EQ(date_at_end("Principles, 21 May 2024.")->iso, "2024-05-21");
  EXPECT_EQ(date_at_end("全球数字契约，2024年9月22日")->iso, "2024-09-22");
  EXPECT_EQ(date_at_end("OECD, 2019")->iso, "2019");
  EXPECT_FALSE(date_at_end("2024-05-21 and more"));
  EXPECT_FALSE(date_at_end("x12019"));
}

TEST(Dates, OfMetadata) {
  for (const std::string_view text : {"2024", "2024-05", "2024-05-21", "0607-12-31"}) EXPECT_TRUE(is_iso_date(text)) << text;
  for (const std::string_view text : {"", "24", "2024-5-1", "2024-13", "2024-05-32", "2024/05/21", "2024-05-21T", "０２４"})
    EXPECT_FALSE(is_iso_date(text)) << text;
}

TEST(Layout, EndsOfSentences) {
  for (const std::string_view text : {"完。", "done.", "”完。”", "…한다. ", "(全文。)", "以下：", "why?"})
    EXPECT_TRUE(ends_sentence(text)) << text;
  for (const std::string_view text : {"", "总则", "（以下简称本法）", "甲，", "title", "」"}) EXPECT_FALSE(ends_sentence(text)) << text;
}

TEST(Layout, Brackets) {
  EXPECT_EQ(inside_brackets("（目的）"), "目的");
  EXPECT_EQ(inside_brackets("(a (b) c)"), "a (b) c");
  EXPECT_EQ(inside_brackets("（一）甲"), "");
  EXPECT_EQ(inside_brackets("（甲）（乙）"), "");
  Brackets brackets;
  brackets.read("甲（乙「丙");
  EXPECT_EQ(brackets.open, 2u);
  EXPECT_TRUE(brackets.may_annotate);
  brackets.read("丁」）。");
  EXPECT_EQ(brackets.open, 0u);
}

TEST(Layout, Spaces) {
  EXPECT_FALSE(needs_space(U'发', U'展'));
  EXPECT_FALSE(needs_space(U'、', U'a'));
  EXPECT_FALSE(needs_space(U'能', U'A'));
  EXPECT_TRUE(needs_space(U'e', U'a'));
  EXPECT_TRUE(needs_space(U',', U'a'));
  EXPECT_TRUE(needs_space(U'의', U'국'));
  EXPECT_FALSE(needs_space(U'-', U'o'));
  EXPECT_FALSE(needs_space(U'(', U'a'));
  EXPECT_TRUE(needs_space(U'a', U'('));
}

}  // namespace
}  // namespace jomun
