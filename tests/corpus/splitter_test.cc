// Jomun tests: clauses, their headings and their addresses.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/splitter.h"

#include <gtest/gtest.h>

#include "corpus/lines.h"
#include "corpus/paragraphs.h"
#include "tests/corpus/outline.h"

namespace jomun {
namespace {

using testing::outline_of;

TEST(Splitter, NumberedItemsAreClauses) {
  EXPECT_EQ(
      outline_of("선언\n\n(비공식 번역본)\n\n1. 우리는 확인한다.\n2. 우리는 인식한다.\n2.1 우리는 공유한다.\n2.2 우리는 노력한다.\n3. "
                 "우리는 기대한다.\n"),
      "1|1.||우리는 확인한다.\n2|2.||우리는 인식한다.\n2.1|2.1||우리는 공유한다.\n2.2|2.2||우리는 노력한다.\n3|3.||우리는 기대한다.\n");
}

TEST(Splitter, DashesDirectlyBeforeANumberAreNumbered) {
  EXPECT_EQ(outline_of("宣言\n\n- 甲。\n- 乙。\n\n3. 丙。\n4. 丁。\n"), "1|1.||甲。\n2|2.||乙。\n3|3.||丙。\n4|4.||丁。\n");
  // One too many, or none: they stay what they are.
  EXPECT_EQ(outline_of("宣言\n\n- 甲。\n- 乙。\n- 丙。\n\n3. 丁。\n"), "i1|-||甲。\ni2|-||乙。\ni3|-||丙。\n3|3.||丁。\n");
  EXPECT_EQ(outline_of("宣言\n\n- 甲。\n\n1. 乙。\n"), "i1|-||甲。\n1|1.||乙。\n");
}

TEST(Splitter, ShortNumberedLinesAboveTextAreHeadings) {
  EXPECT_EQ(outline_of("宣言\n\n我們同意。\n\n一、發展\n\n我們推進研發。\n\n我們鼓勵創新。\n\n二、安全\n\n我們重視安全。\n"),
            "p1|||我們同意。\n1.p1||一、發展|我們推進研發。\n1.p2||一、發展|我們鼓勵創新。\n2.p1||二、安全|我們重視安全。\n");
  // Siblings without text between them are items.
  EXPECT_EQ(outline_of("决定\n\n下列机构：\n\n一、甲部\n二、乙部\n三、丙部\n\n以上。\n"),
            "1|一、|下列机构：|甲部\n2|二、|下列机构：|乙部\n3|三、|下列机构：|丙部\n3.p1|||以上。\n");
}

TEST(Splitter, ListsNest) {
  EXPECT_EQ(outline_of("意见\n\n一、总体要求\n\n（一）指导思想。坚持发展。\n\n1.推动合作。\n\n（二）基本原则。\n\n- "
                       "公平。\n\n二、任务\n\n（一）落实。\n"),
            "1.1|（一）|一、总体要求|指导思想。坚持发展。\n1.1.1|1.|一、总体要求|推动合作。\n1.2|（二）|一、总体要求|基本原则。\n1.2.i1|-|"
            "一、总体要求|公平。\n2.1|（一）|二、任务|落实。\n");
}

TEST(Splitter, LeadInsHoldForTheirListOnly) {
  EXPECT_EQ(outline_of("倡议\n\n人工智能是新领域。\n\n为此，我们倡议：\n\n——甲。\n\n——乙。\n\n我们呼吁各国参与。\n"),
            "p1|||人工智能是新领域。\ni1|——|为此，我们倡议：|甲。\ni2|——|为此，我们倡议：|乙。\np2|||我们呼吁各国参与。\n");
  EXPECT_EQ(outline_of("宣言\n\n會議發表宣言。\n\n全文如下：\n\n我們同意。\n"), "p1|||會議發表宣言。\np2|||我們同意。\n");
}

TEST(Splitter, PlainHeadings) {
  EXPECT_EQ(outline_of("Declaration\n\nPreamble\n\nWe met in Seoul.\n\nCommitments\n\n1. We share.\n2. We care.\n"),
            "p1||Preamble|We met in Seoul.\n1|1.|Commitments|We share.\n2|2.|Commitments|We care.\n");
}

TEST(Splitter, HeadingsAboveNothingAreClauses) {
  EXPECT_EQ(outline_of("Declaration\n\nWe met.\n\n1. Openness\n\nShared values\n\n2. We care.\n\nDone in Seoul\n"),
            "p1|||We met.\n1.p1||1. Openness|Shared values\n2|2.||We care.\n2.p1|||Done in Seoul\n");
}

TEST(Splitter, AnnexesHaveTheirOwnNumbers) {
  EXPECT_EQ(outline_of("선언\n\n1. 우리는 확인한다.\n\n부속서: 서울 국제협력 의향서\n\n서울 국제 협력 의향서\n\n1. 우리는 공조한다.\n2. "
                       "우리는 기대한다.\n\n부속서 2\n\n1. 끝낸다.\n"),
            "1|1.||우리는 확인한다.\nannex.1|1.|서울 국제 협력 의향서|우리는 공조한다.\nannex.2|2.|서울 국제 협력 의향서|우리는 "
            "기대한다.\nannex2.1|1.|부속서 2|끝낸다.\n");
  // A title at the end is no clause.
  EXPECT_EQ(outline_of("宣言\n\n1. 甲。\n\n附件：《意向声明》"), "1|1.||甲。\n");
}

TEST(Splitter, OneArticleIsOneClause) {
  EXPECT_EQ(outline_of("某法\n\n2020年1月1日 通过\n\n第一章 总则\n\n第一条 为了规范，制定本法。\n\n本法适用于境内。\n\n第二条 "
                       "下列事项：\n（一）甲；\n（二）乙。\n\n第二章 附则\n\n第三条 本法施行。\n"),
            "1|第一条|第一章 总则|为了规范，制定本法。⏎本法适用于境内。\n2|第二条|第一章 "
            "总则|下列事项：⏎（一）甲；⏎（二）乙。\n3|第三条|第二章 附则|本法施行。\n");
}

TEST(Splitter, ArticleHeadings) {
  EXPECT_EQ(outline_of("法\n\n第一条（目的） この法律は、定める。\n\n第二条（削除）\n\n第三条 施行する。\n"),
            "1|第一条|目的|この法律は、定める。\n2|第二条||（削除）\n3|第三条||施行する。\n");
  EXPECT_EQ(outline_of("Act\n\nArticle 1. Purpose\n\nThis Act protects.\n\nArticle 2\n(Deleted)\n\nArticle 3\nIt applies.\n"),
            "1|Article 1.|Purpose|This Act protects.\n2|Article 2||(Deleted)\n3|Article 3||It applies.\n");
}

TEST(Splitter, SectionsAreArticlesWhereThereAreNoOthers) {
  EXPECT_EQ(
      outline_of(
          "Code\n\nCHAPTER 1 GENERAL\n\nSection 1. This Act protects.\n\nSection 2 of it applies.\n\n§ 2 Records\nA provider keeps "
          "records.\n(a) Names.\n\nCHAPTER 2 DUTIES\n\nSec. 3. It reports.\n\nSection 4 [Repealed]\n\nSection 4A. Review\n\nIt reviews.\n"),
      "1|Section 1.|CHAPTER 1 GENERAL|This Act protects.⏎Section 2 of it applies.\n2|§ 2|CHAPTER 1 GENERAL > Records|A provider keeps "
      "records.⏎(a) Names.\n3|Sec. 3.|CHAPTER 2 DUTIES|It reports.\n4|Section 4|CHAPTER 2 DUTIES|[Repealed]\n"
      "4-a|Section 4A.|CHAPTER 2 DUTIES > Review|It reviews.\n");
  // Beside articles, and where they begin anew, they are headings.
  EXPECT_EQ(outline_of("Act\n\nSection 1 Scope\n\nArticle 1\nIt applies.\n"), "1|Article 1|Section 1 Scope|It applies.\n");
  EXPECT_EQ(outline_of("Report\n\nSection 1: Scope\n\nIt applies.\n\nSection 2: Safety\n\nIt is safe.\n"),
            "p1||Section 1: Scope|It applies.\np2||Section 2: Safety|It is safe.\n");
}

TEST(Splitter, NumbersWithSubsectionsAreArticles) {
  EXPECT_EQ(
      outline_of("Sample Act\n\nPART 1\n\nShort title\n\n1.—(1) This is the Act.\n(2) It extends.\n\nMeaning of system\n\n2. A system is "
                 "one.\n\nDuties\n\n3.—(1) Keep—\n(a) names;\n(b) places.\n(2) Report.\n\nSCHEDULE\n\n1.—(1) Names.\n(2) Places.\n"),
      "1|1.|PART 1 > Short title|(1) This is the Act.⏎(2) It extends.\n2|2.|PART 1 > Meaning of system|A system is one.\n"
      "3|3.|PART 1 > Duties|(1) Keep—⏎(a) names;⏎(b) places.⏎(2) Report.\nannex.1|1.|SCHEDULE|(1) Names.⏎(2) Places.\n");
}

TEST(Splitter, HeadingsOnLinesOfTheirOwn) {
  EXPECT_EQ(outline_of("Regulation\n\nArticle 1\n\nSubject matter\n\n1. It lays down rules.\n\nArticle 2\n\nScope\n\nIt applies to:\n\n(a) "
                       "all.\n\nArticle 3\n\nEntry into force\n\nIt enters into force.\n\nArticle 4\n\n[repealed]\n"),
            "1|Article 1|Subject matter|1. It lays down rules.\n2|Article 2|Scope|It applies to:⏎(a) all.\n"
            "3|Article 3|Entry into force|It enters into force.\n4|Article 4||[repealed]\n");
  // One such line is text.
  EXPECT_EQ(outline_of("Act\n\nArticle 1\nThe Act shall\n1. protect.\n\nArticle 2\nIt applies.\n"),
            "1|Article 1||The Act shall⏎1. protect.\n2|Article 2||It applies.\n");
}

TEST(Splitter, RomanNumeralsAreToldFromLetters) {
  EXPECT_EQ(outline_of("Terms\n\nWe agree.\n\n(a) One.\n(i) Two.\n(ii) Three.\n(b) Four.\n"),
            "p1|||We agree.\na|(a)||One.\na.i|(i)||Two.\na.ii|(ii)||Three.\nb|(b)||Four.\n");
  EXPECT_EQ(outline_of("Terms\n\nWe agree.\n\n(g) One.\n(h) Two.\n(i) Three.\n(j) Four.\n"),
            "p1|||We agree.\ng|(g)||One.\nh|(h)||Two.\ni|(i)||Three.\nj|(j)||Four.\n");
  EXPECT_EQ(outline_of("Terms\n\nI. Scope\n\nWe agree.\n\nII. Aims\n\nWe act.\n"), "i.p1||I. Scope|We agree.\nii.p1||II. Aims|We act.\n");
}

std::string paragraphs_of(std::string_view text) {
  return testing::outline(split_clauses(Paragraphs(text, split_lines(text, 0)), 1, Granularity::paragraph));
}

TEST(Splitter, ParagraphsOfArticlesCanBeClauses) {
  EXPECT_EQ(paragraphs_of("법\n\n제1조(목적) 이 법은 정한다.\n\n제2조(정의) ① 뜻은 다음과 같다.\n1. 갑\n2. 을\n② 그 밖의 것은 정한다.\n\n"
                          "제3조(적용)\n다음과 같다.\n1. 병\n"),
            "1|제1조|목적|이 법은 정한다.\n2.1|①|제2조 정의|뜻은 다음과 같다.⏎1. 갑⏎2. 을\n2.2|②|제2조 정의|그 밖의 것은 "
            "정한다.\n3|제3조|적용|다음과 같다.⏎1. 병\n");
  EXPECT_EQ(paragraphs_of("法\n\n（会長）\n第一条\n\n　会長は、総理する。\n\n２\n\n　会長は、次に掲げる。\n\n一　甲\n\n３　置く。\n"),
            "1|第一条|会長|会長は、総理する。\n1.2|２|第一条 会長|会長は、次に掲げる。⏎一　甲\n1.3|３|第一条 会長|置く。\n");
  EXPECT_EQ(paragraphs_of("Act\n\nArticle 5 (Scope)\n1. It applies to:\n(a) all;\n(b) some.\n2. It does not apply here.\n"),
            "5.1|1.|Article 5 Scope|It applies to:⏎(a) all;⏎(b) some.\n5.2|2.|Article 5 Scope|It does not apply here.\n");
  EXPECT_EQ(paragraphs_of("Act\n\n1.—(1) It applies.\n(2) It extends to—\n(a) all.\n\n2.—(1) It ends.\n"),
            "1.1|(1)|1.|It applies.\n1.2|(2)|1.|It extends to—⏎(a) all.\n2.1|(1)|2.|It ends.\n");
  // Without numbers they are counted; items are no paragraphs.
  EXPECT_EQ(paragraphs_of("法\n\n第一条 下列事项：\n（一）甲；\n（二）乙。\n\n前款适用。\n\n第二条 施行。\n"),
            "1|第一条||下列事项：⏎（一）甲；⏎（二）乙。\n1.2||第一条|前款适用。\n2|第二条||施行。\n");
}

TEST(Splitter, JapaneseStatutes) {
  EXPECT_EQ(outline_of("会議令\n（平成七年十二月十五日政令第四百十六号）\n　内閣は、基本法\n（平成七年法律第百二十九号）第十六条第八項\nの"
                       "規定に基づき、この政令を制定する。\n\n"
                       "　第一章　総則（第一条）\n\n　附則\n　　　第一章　総則\n\n（会長）\n第一条\n\n　会長は、会務を総理する。\n\n２\n\n"
                       "　会長が職務を行う。\n\n"
                       "　　　附　則　抄\n（施行期日）\n１\n　この政令は、施行する。\n\n　　　附　則\n\n　この法律は、施行する。\n"),
            "p1|||内閣は、基本法（平成七年法律第百二十九号）第十六条第八項の規定に基づき、この政令を制定する。\n"
            "1|第一条|第一章　総則 > 会長|会長は、会務を総理する。⏎２ 会長が職務を行う。\n"
            "supplement.1|１|附　則　抄 > 施行期日|この政令は、施行する。\nsupplement2.p1||附　則|この法律は、施行する。\n");
}

TEST(Splitter, KoreanStatutes) {
  EXPECT_EQ(outline_of("법\n[시행 2026-04-07]\n\n제1조 (목적)\n\n이 법은 목적으로 한다.\n\n제1조의2 (정의)\n\n① 법에서\n\n제3조에 따라 "
                       "정한다.\n\n부칙\n\n부칙 <제707호,1952.10.4>\n\n제1조 (시행일) 이 법은 시행한다.\n"),
            "1|제1조|목적|이 법은 목적으로 한다.\n1-2|제1조의2|정의|① 법에서⏎제3조에 따라 정한다.\nsupplement.1|제1조|부칙 "
            "<제707호,1952.10.4> > 시행일|이 법은 시행한다.\n");
}

TEST(Splitter, SupplementsThatCountOnAreDivisions) {
  EXPECT_EQ(outline_of("法\n\n第一条 甲。\n\n第二条 乙。\n\n附则\n\n第三条 丙。\n"),
            "1|第一条||甲。\n2|第二条||乙。\n3|第三条|附则|丙。\n");
}

TEST(Splitter, RangesOfArticlesAreOneClauseAndCount) {
  EXPECT_EQ(outline_of("법\n\n제1조(목적) 정한다.\n\n부칙\n\n제1조(시행일) 시행한다.\n\n제2조부터 제6조까지 생략\n\n제7조 이 법은 한다.\n"),
            "1|제1조|목적|정한다.\nsupplement.1|제1조|부칙 > 시행일|시행한다.\nsupplement.2|제2조부터 제6조까지|부칙|생략\n"
            "supplement.7|제7조|부칙|이 법은 한다.\n");
  EXPECT_EQ(outline_of("法\n\n第一条　定める。\n\n第二条から第四条まで\n\n　削除\n\n第五条　施行する。\n"),
            "1|第一条||定める。\n2|第二条から第四条まで||削除\n5|第五条||施行する。\n");
}

TEST(Splitter, QuotedArticlesAreTextOfWhatQuotes) {
  // Announced by number; by not continuing the numbers; left out is not quoted.
  EXPECT_EQ(
      outline_of(
          "법\n\n제1조(목적) 정한다.\n\n부칙\n\n제1조(다른 법령의 개정) 어느 규정을 다음과 같이 개정한다.\n\n제2조를 다음과 같이 "
          "한다.\n\n제2조(위원회) 위원회를 둔다.\n\n제9조의2를 다음과 같이 신설한다.\n\n제9조의2(간사) 간사를 둔다.\n\n제2조(경과조치) "
          "따른다.\n\n제4조 생략\n"),
      "1|제1조|목적|정한다.\nsupplement.1|제1조|부칙 > 다른 법령의 개정|어느 규정을 다음과 같이 개정한다.⏎제2조를 다음과 같이 "
      "한다.⏎제2조(위원회) 위원회를 둔다.⏎제9조의2를 다음과 같이 신설한다.⏎제9조의2(간사) 간사를 둔다.\n"
      "supplement.2|제2조|부칙 > 경과조치|따른다.\nsupplement.4|제4조|부칙|생략\n");
  EXPECT_EQ(
      outline_of(
          "法\n\n第一条　某法の一部を次のように改正する。\n\n第二条を次のように改める。\n\n第二条　甲とする。\n\n第二条　施行する。\n"),
      "1|第一条||某法の一部を次のように改正する。⏎第二条を次のように改める。⏎第二条　甲とする。\n2|第二条||施行する。\n");
}

TEST(Splitter, QuotationMarksHoldTheirParagraphsTogether) {
  EXPECT_EQ(outline_of("决定\n\n1.将第一条修改为：\n\n“法院受理下列案件：\n\n1.甲案件；\n\n2.乙案件。”\n\n2.删除第三条。\n"),
            "1|1.||将第一条修改为：⏎“法院受理下列案件：⏎1.甲案件；⏎2.乙案件。”\n2|2.||删除第三条。\n");
  // A mark that is never closed quotes nothing.
  EXPECT_EQ(outline_of("决定\n\n1.修改为：\n\n“甲。\n\n2.删除第三条。\n"), "1|1.||修改为：\n1.p1|||“甲。\n2|2.||删除第三条。\n");
}

TEST(Splitter, NumberedLinesAboveArticlesAreHeadings) {
  EXPECT_EQ(outline_of("规定\n\n一、关于管辖\n\n第一条 由法院管辖。\n\n第二条 另行规定。\n\n二、关于附则\n\n第三条 施行。\n"),
            "1|第一条|一、关于管辖|由法院管辖。\n2|第二条|一、关于管辖|另行规定。\n3|第三条|二、关于附则|施行。\n");
  // The last of a list is none.
  EXPECT_EQ(outline_of("规定\n\n第一条 机关为：\n\n一、甲部\n\n二、乙部\n\n第二条 施行。\n"),
            "1|第一条||机关为：⏎一、甲部⏎二、乙部\n2|第二条||施行。\n");
}

TEST(Splitter, ReferencesInTablesAreNoArticles) {
  EXPECT_EQ(outline_of("令\n\n第一条\n\n　次の表のとおりとする。\n\n第八条\n\n甲法\n\n第九条\n\n乙法\n\n第二条\n\n　施行する。\n"),
            "1|第一条||次の表のとおりとする。⏎第八条⏎甲法⏎第九条⏎乙法\n2|第二条||施行する。\n");
}

TEST(Splitter, ListsThatBeginAnewHaveAddressesOfTheirOwn) {
  EXPECT_EQ(outline_of("宣言\n\n1. 甲。\n2. 乙。\n\n丙の場合。\n\n1. 丁。\n2. 戊。\n\n1. 己。\n"),
            "1|1.||甲。\n2|2.||乙。\n2.p1|||丙の場合。\nlist2.1|1.||丁。\nlist2.2|2.||戊。\nlist3.1|1.||己。\n");
  EXPECT_EQ(outline_of("规定\n\n一、甲：\n（一）乙。\n（二）丙。\n（二）丁。\n（三）戊。\n"),
            "1|一、||甲：\n1.1|（一）||乙。\n1.2|（二）||丙。\n1.list2.2|（二）||丁。\n1.list2.3|（三）||戊。\n");
}

TEST(Splitter, AddressesAreUnique) {
  EXPECT_EQ(outline_of("法\n\n第一条 甲。\n\n第一条 乙。\n\n第二条 丙。\n\n第一条 丁。\n"),
            "1|第一条||甲。\n1~2|第一条||乙。\n2|第二条||丙。\n1~3|第一条||丁。\n");
}

TEST(Splitter, FlatTablesOfAnnexesAreOneClause) {
  EXPECT_EQ(
      outline_of("規則\n\n第一条 納める。\n\n別表（第一条関係）\n\n所在地\n\n甲地\n\n八六〇\n\n備考は、次のとおりとする。\n"),
      "1|第一条||納める。\nannex.p1||別表（第一条関係）|所在地⏎甲地\nannex.p2||別表（第一条関係） > 八六〇|備考は、次のとおりとする。\n");
}

TEST(Splitter, FrontMatterGivesTitleDateAndStatus) {
  const Version version =
      read_text("某宣言(全文)\n發布時間: 2024-07-05 18:01 浏覽量: 4022\n\n中文翻译版 · 仅供参考，以英文原文为准\n\n我们同意。\n", "x", {})
          .at(0);
  EXPECT_EQ(version.metadata.title, "某宣言");
  EXPECT_EQ(version.metadata.date, "2024-07-05");
  EXPECT_EQ(version.metadata.status, "unofficial translation");
  EXPECT_EQ(version.clauses.size(), 1u);
}

TEST(Splitter, TextWithoutASentenceIsAllText) {
  EXPECT_EQ(outline_of("甲\n\n乙\n\n丙\n"), "p1|||乙\np2|||丙\n");
  EXPECT_EQ(outline_of("甲\n"), "p1|||甲\n");
}

}  // namespace
}  // namespace jomun
