// Jomun tests: the grammar of printed labels.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/labels.h"

#include <gtest/gtest.h>

#include <ostream>

namespace jomun {
namespace {

struct Row {
  std::string_view line;
  std::string_view printed;  // empty: no label
  std::string_view number;
  bool doubtful = false;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.line; }

class Articles : public ::testing::TestWithParam<Row> {};
class Items : public ::testing::TestWithParam<Row> {};

void expect(const Row& row, const std::optional<Label>& label) {
  ASSERT_EQ(label.has_value(), !row.printed.empty()) << row.line;
  if (!label) return;
  EXPECT_EQ(label->printed(row.line), row.printed);
  EXPECT_EQ(label->number, row.number);
  EXPECT_EQ(label->doubtful, row.doubtful) << row.line;
}

TEST_P(Articles, AreReadInEveryScript) { expect(GetParam(), read_article(GetParam().line)); }

INSTANTIATE_TEST_SUITE_P(Labels, Articles,
                         ::testing::ValuesIn(std::vector<Row>{
                             {"第一条 为了规范", "第一条", "1"},
                             {"第十九条", "第十九条", "19"},
                             {"第一百二十条之一 帮助恐怖活动罪", "第一百二十条之一", "120-1"},
                             {"第三条为了规范数据处理", "第三条", "3", true},
                             {"第 1 條", "第 1 條", "1"},
                             {"第 8-1 條", "第 8-1 條", "8-1"},
                             {"第三条（定義）", "第三条", "3"},
                             {"第七百三十条の二", "第七百三十条の二", "730-2"},
                             {"第五十五条の七の三　国は", "第五十五条の七の三", "55-7-3"},
                             {"第十条から第十二条まで　削除", "第十条から第十二条まで", "10"},
                             {"第四条及び第五条　削除", "第四条及び第五条", "4"},
                             {"제1조 (목적)", "제1조", "1"},
                             {"제2조(정의)", "제2조", "2"},
                             {"제839조의2(재산분할청구권) ① 협의상", "제839조의2", "839-2"},
                             {"제4조 삭제 <2015.12.22>", "제4조", "4"},
                             {"제2조부터 제6조까지 생략", "제2조부터 제6조까지", "2"},
                             {"제2조 및 제3조 생략", "제2조 및 제3조", "2"},
                             {"제4조 내지 제6조 삭제 <2015.12.22>", "제4조 내지 제6조", "4"},
                             {"제2조, 제3조의2 및 제5조 생략", "제2조, 제3조의2 및 제5조", "2"},
                             {"제5조 생략", "제5조", "5"},
                             {"제3조 이 법은 공포한 날부터", "제3조", "3", true},
                             {"Article 12", "Article 12", "12"},
                             {"Article 14-1", "Article 14-1", "14-1"},
                             {"ARTICLE IV", "ARTICLE IV", "4"},
                             {"Article 3. Definitions", "Article 3.", "3"},
                             {"Article 5 (Scope)", "Article 5", "5"},
                             {"Article 12A", "Article 12A", "12-a"},
                             {"Article 5 The Minister shall", "Article 5", "5", true},
                             // References at the begin of a line are no labels.
                             {"第二条第一項の規定により", "", ""},
                             {"第三条の規定による", "", ""},
                             {"第三条、第五条规定的", "", ""},
                             {"第三条（第二項を除く。）の規定", "", ""},
                             {"제3조에 따라", "", ""},
                             {"제51조제1항제5호 중", "", ""},
                             {"제2조 및 제3조의 규정에 따라", "", ""},
                             {"제2조부터 제4조까지의 규정은 생략한다", "", ""},
                             {"제12조 중 \"장관\"을", "", ""},
                             {"제5조(같은 조 제2항을 포함한다)에 따라", "", ""},
                             {"Article 160 hereof shall apply", "", ""},
                             {"Article 89, Paragraph 4 of the Act", "", ""},
                             {"Article 8; Article 10", "", ""},
                             {"Articles of association", "", ""},
                             {"第三者に", "", ""},
                             {"第二条から前条までに規定する", "", ""},
                             {"第二条各号に掲げる者", "", ""},
                             {"第二条 第三款规定的", "", ""},
                             {"第二条 第一审案件由法院管辖", "第二条", "2"},
                         }));

TEST_P(Items, AreReadInEveryScript) { expect(GetParam(), read_item(GetParam().line)); }

INSTANTIATE_TEST_SUITE_P(Labels, Items,
                         ::testing::ValuesIn(std::vector<Row>{
                             {"4. 我们支持", "4.", "4"},
                             {"1.工业、民用建筑工程；", "1.", "1"},
                             {"2.4 이러한 조치들에는", "2.4", "2.4", true},
                             {"2.5. International", "2.5.", "2.5"},
                             {"一、促進人工智能發展", "一、", "1"},
                             {"二十一、其他", "二十一、", "21"},
                             {"（一）申请政府资助", "（一）", "1"},
                             {"(十二) 典禮開始", "(十二)", "12"},
                             {"③ 国", "③", "3"},
                             {"１　屋内", "１", "1"},
                             {"２", "２", "2"},
                             {"一", "一", "1"},
                             {"（１）　一般廃棄物", "（１）", "1"},
                             {"イ　スプリンクラー", "イ", "1"},
                             {"○２", "○２", "2"},
                             {"가. 희생자의 배우자", "가.", "1"},
                             {"나) 그 밖의", "나)", "2"},
                             {"1의2. 제7조에 따라", "1의2.", "1-2"},
                             {"a) Governments should", "a)", "a"},
                             {"(b) the name", "(b)", "b"},
                             {"(iv) other matters", "(iv)", "iv"},
                             {"A. Scope", "A.", "a", true},
                             {"12", "12", "12", true},  // or the number of a page
                             // Dates, quantities and words are no labels.
                             {"2024.5.21. AI 서울", "", ""},
                             {"2024年5月21日", "", ""},
                             {"7月4日,2024世界", "", ""},
                             {"1971 Criminal Commutation Act", "", ""},
                             {"100% of all fees", "", ""},
                             {"１、０００円", "", ""},
                             {"三、四年", "", ""},
                             {"八六〇", "", ""},
                             {"一方、", "", ""},
                             {"(preamble)", "", ""},
                             {"(全文)", "", ""},
                             {"다.", "", ""},  // the end of a wrapped sentence
                             {"A.I. systems", "", ""},
                             {"イギリス", "", ""},
                         }));

TEST(Labels, RangesOfArticlesEndWhereTheListGoesOn) {
  EXPECT_EQ(read_article("第十条から第十二条まで　削除")->last_number, "12");
  EXPECT_EQ(read_article("제2조부터 제6조의3까지 생략")->end_of_numbers(), "6-3");
  EXPECT_EQ(read_article("제2조 삭제")->end_of_numbers(), "2");
}

TEST(Labels, DecimalsWithoutFullStopAreDoubtfulEvenWhenTheyAreQuantities) { EXPECT_TRUE(read_item("3.14 million people")->doubtful); }

TEST(Labels, Sections) {
  for (const Row& row :
       {Row{"Section 12", "Section 12", "12"}, Row{"Section 12. It shall apply.", "Section 12.", "12"},
        Row{"Sec. 3. Scope", "Sec. 3.", "3"}, Row{"SEC. 4.", "SEC. 4.", "4"}, Row{"§ 5", "§ 5", "5"}, Row{"§5a Scope", "§5a", "5-a", true},
        Row{"Section IV: Aims", "Section IV", "4"}, Row{"Section 2 of the Act", "", ""}, Row{"Section 3(2)", "", ""},
        Row{"§§ 3 and 4", "", ""}, Row{"Sections 3 and 4", "", ""}})
    expect(row, read_section(row.line));
}

TEST(Labels, Divisions) {
  for (const std::string_view line :
       {"第一章　总则", "第一章总则", "第二节 数据安全", "第一编", "第一分编 通则", "第四章の二　貯蔵の事業", "제1장 총칙",
        "제2절 조사위원회의 구성", "Chapter 1 General Provisions", "CHAPTER IV", "Chapter IV-I Concurrent Operation",
        "Chapter One General Provisions", "Section 1. The Province", "Part II: Principles"})
    EXPECT_TRUE(read_division(line)) << line;
  for (const std::string_view line :
       {"第一章に規定する", "第三章的规定适用于", "제1장에 따라", "Section 2 of the Act applies", "Part of the text", "第二款规定的情形",
        "Chapter 3 shall apply to the following persons, unless they are otherwise exempted."})
    EXPECT_FALSE(read_division(line)) << line;
}

TEST(Labels, DivisionsAreOrdered) {
  EXPECT_LT(read_division("第一编 总则")->style, read_division("第一章 总则")->style);
  EXPECT_LT(read_division("第一章 总则")->style, read_division("第一节 总则")->style);
  EXPECT_LT(read_division("Part I")->style, read_division("Chapter 1")->style);
}

TEST(Labels, Annexes) {
  struct Annex {
    std::string_view line;
    LabelKind kind;
  };
  for (const auto& [line, kind] :
       {Annex{"附件：《首尔意向声明》", LabelKind::annex}, Annex{"附件1", LabelKind::annex},
        Annex{"부속서: AI 안전 과학", LabelKind::annex}, Annex{"別表第一（第三条関係）", LabelKind::annex},
        Annex{"별표 1 (제5조 관련)", LabelKind::annex}, Annex{"Annex I", LabelKind::annex}, Annex{"APPENDIX A: Terms", LabelKind::annex},
        Annex{"附　則", LabelKind::supplement}, Annex{"附　則（平成五年一一月一二日法律第八九号）　抄", LabelKind::supplement},
        Annex{"부칙", LabelKind::supplement}, Annex{"부칙(정부조직법) <제21065호,2025.10.1>", LabelKind::supplement},
        Annex{"Supplementary Provisions", LabelKind::supplement}}) {
    const auto label = read_annex(line);
    ASSERT_TRUE(label) << line;
    EXPECT_EQ(label->kind, kind) << line;
  }
  for (const std::string_view line :
       {"附件1所列的", "附則第二条から前条までに定めるもののほか", "별표 1에 따른 개발사업", "부칙 제2조의 규정", "別表第一に掲げる",
        "Annex I to the Regulation shall apply.", "Schedules are published"})
    EXPECT_FALSE(read_annex(line)) << line;
}

TEST(Labels, NumbersOfReferencesAreReadToo) {
  EXPECT_EQ(read_article_number("제839조의2제1항을", 0), "839-2");
  EXPECT_EQ(read_article_number("将第三条修改为", std::string_view("将").size()), "3");
  EXPECT_EQ(read_article_number("第三章", 0), std::nullopt);
}

TEST(Labels, Dashes) {
  EXPECT_EQ(read_dash("——发展")->printed_end, std::string_view("——").size());
  EXPECT_EQ(read_dash("- 我们")->text, 2u);
  EXPECT_EQ(read_dash("• point")->text, 4u);
  for (const std::string_view line : {"-5~7 Deputy Chiefs", "———", "——", "*", "·点",
                                      // Boxes to tick are text: without the first one the others say something else.
                                      "□ 是 √ 否", "□适用 √不适用", "■ 예 □ 아니오", "○ 有 ● 無"})
    EXPECT_FALSE(read_dash(line)) << line;
}

TEST(Labels, ContinueAList) {
  struct Case {
    std::string_view previous, number;
    bool continues;
  };
  for (const auto& [previous, number, continues] :
       {Case{"", "1", true},     Case{"", "a", true},    Case{"", "2", false},     Case{"2", "3", true},     Case{"2", "4", false},
        Case{"2", "2", false},   Case{"2", "2.1", true}, Case{"2", "2.2", false},  Case{"2.1", "2.2", true}, Case{"2.5", "3", true},
        Case{"2.5", "4", false}, Case{"3", "3-2", true}, Case{"3-2", "3-3", true}, Case{"3-3", "4", true},   Case{"3", "3.14", false},
        Case{"b", "c", true},    Case{"", "i", true},    Case{"iv", "v", true},    Case{"u", "v", true},     Case{"i", "ii", true},
        Case{"ii", "iv", false}, Case{"b", "2", false} /* was taken for b, 2 */})
    EXPECT_EQ(continues_list(previous, number), continues) << previous << " " << number;
}

}  // namespace
}  // namespace jomun
