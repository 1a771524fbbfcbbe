// Jomun tests: wrapped lines and scraped pages.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/paragraphs.h"

#include <gtest/gtest.h>

#include "corpus/lines.h"
#include "corpus/page.h"
#include "tests/corpus/outline.h"

namespace jomun {
namespace {

// The paragraphs of a text, each in [].
std::string paragraphs_of(std::string_view text) {
  std::string result;
  PageHead head;
  for (const Paragraph& paragraph : Paragraphs(text, body_of_page(text, split_lines(text, 0), head)))
    result += "[" + std::string(paragraph.text) + "]";
  return result;
}

TEST(Lines, EndInEveryWay) {
  const std::string_view text =
      "a\r\nb\rc\n\n  d \f\xE3\x80\x80"
      "e";
  const std::vector<Line> lines = split_lines(text, 0);
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(lines[0].before, Break::blank);
  EXPECT_EQ(lines[1].before, Break::line);
  EXPECT_EQ(lines[2].before, Break::line);
  EXPECT_EQ(lines[3].before, Break::blank);
  EXPECT_TRUE(lines[3].indented);
  EXPECT_EQ(lines[3].in(text), "d");
  EXPECT_TRUE(lines[4].ideographic);
  EXPECT_EQ(lines[4].in(text), "e");
}

TEST(Paragraphs, JoinWhatWasWrapped) {
  struct Row {
    std::string_view what, text, paragraphs;
  };
  for (const auto& [what, text, paragraphs] : {
           Row{"ideographs at the full width, nothing put in",
               "內政部營建署所屬各國家公園管理處對所轄園區內之自然資源，因\n區域環境及業務需要，必須分設管理站者，依本標準辦理。",
               "[內政部營建署所屬各國家公園管理處對所轄園區內之自然資源，因區域環境及業務需要，必須分設管理站者，依本標準辦理。]"},
           Row{"English words, with a space", "The governance of AI is a task\nfaced by all countries.",
               "[The governance of AI is a task faced by all countries.]"},
           Row{"a word divided at a hyphen", "international co-\noperation.", "[international co-operation.]"},
           Row{"a line that begins with a closing mark", "行政院特設客家委員會 (以下簡稱本會\n) 。",
               "[行政院特設客家委員會 (以下簡稱本會) 。]"},
           Row{"an open bracket", "（港湾法施行令\nの規定を適用する場合の読替え）", "[（港湾法施行令の規定を適用する場合の読替え）]"},
           Row{"links on lines of their own, below an indent",
               "　国家公務員法\n（昭和二十二年法律第百二十号）に基づき、\n次のように定める。",
               "[　国家公務員法（昭和二十二年法律第百二十号）に基づき、次のように定める。]"},
           Row{"a reference that looks like an article", "　この政令は、港湾法第六条\nに基づく。",
               "[　この政令は、港湾法第六条に基づく。]"},
           Row{"the end of a page in a sentence",
               "1. 我们继续支持行为准则，并欢迎各方对开发先进人工智能系统的组织\n\n的运作化。我们认识到责任。",
               "[1. 我们继续支持行为准则，并欢迎各方对开发先进人工智能系统的组织的运作化。我们认识到责任。]"},
           Row{"the end of a page in an English sentence",
               "We recognise that all countries should commit to a vision of\n\ncommon security.",
               "[We recognise that all countries should commit to a vision of common security.]"},
           Row{"items that hang: lines are wrapped at the right edge, wherever they begin",
               "一、甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲\n    乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙\n    "
               "乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙\n    丙。\n二、丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁\n    "
               "戊戊戊戊戊戊戊戊戊戊戊戊戊戊戊戊戊戊\n　　己己己己己己己己己己己己己己己己己己\n　　庚。\n三、辛",
               "[一、甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙丙。]["
               "二、丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁丁戊戊戊戊戊戊戊戊戊戊戊戊戊戊戊戊戊戊己己己己己己己己己己己己己己己己己己庚。]["
               "三、辛]"},
           // What is not wrapped stays apart.
           Row{"short lines", "总则\n目的", "[总则][目的]"},
           Row{"ends of sentences", "完。\n又完。", "[完。][又完。]"},
           Row{"labels", "第一条 甲乙丙\n（一）丁\n（二）戊", "[第一条 甲乙丙][（一）丁][（二）戊]"},
           Row{"list items without an end", "  1. 회의 일시 및 장소\n  2. 출석위원 성명", "[1. 회의 일시 및 장소][2. 출석위원 성명]"},
           Row{"a heading above an article", "　この政令は、公布の日から施行する\n（目的）\n第一条",
               "[　この政令は、公布の日から施行する][（目的）][第一条]"},
           Row{"rows of a table", "│甲│乙│\n│丙│丁│", "[│甲│乙│][│丙│丁│]"},
           Row{"a heading above text",
               "Principles of responsible stewardship of trustworthy artificial intelligence\n\nGovernments should act.",
               "[Principles of responsible stewardship of trustworthy artificial intelligence][Governments should act.]"},
       }) {
    std::string expected(paragraphs);
    // The indent is no part of the paragraph.
    for (std::size_t i = expected.find("[　"); i != std::string::npos; i = expected.find("[　"))
      expected.erase(i + 1, std::string_view("　").size());
    EXPECT_EQ(paragraphs_of(text), expected) << what;
  }
}

TEST(Paragraphs, WrappedAtANarrowWidth) {
  // Found from the text: most lines end at 40 columns.
  EXPECT_EQ(paragraphs_of(
                "人工智能治理攸关全人类命运是世界各国面临\n的共同课题应秉持共同综合合作可持续的安全\n"
                "观坚持发展和安全并重的原则通过对话与合作\n凝聚共识构建开放公正有效的治理机制促进人\n工智能技术造福于人类。\n我们重申。"),
            "[人工智能治理攸关全人类命运是世界各国面临的共同课题应秉持共同综合合作可持续的安全观坚持发展和安全并重的原则通过对话与合作"
            "凝聚共识构建开放公正有效的治理机制促进人工智能技术造福于人类。][我们重申。]");
}

TEST(Paragraphs, AnnotationsAreTakenOut) { EXPECT_EQ(paragraphs_of("人(rén)工智能(全文)"), "[人工智能(全文)]"); }

// A page in one line, wrapped at 20 ideographs, between a menu and a footer.
std::string scraped_page(std::string_view body) {
  std::string page = "[logo_1] ";
  for (int i = 0; i < 80; ++i) page += "• 栏目" + std::to_string(i) + " 机构 动态 ";
  page += "首页 > 资料 > 公报 某某倡议 2023-10-20 15:12 打印 ";
  page += body;
  page += " 相关链接 ";
  for (int i = 0; i < 80; ++i) page += "[W02022" + std::to_string(1000 + i) + "] 某部 某局 ";
  return page + "版权所有 联系我们";
}

constexpr std::string_view wrapped_body =
    "人工智能治理攸关全人类命运，是世界各国面 临的共同课题。各国应秉持共同的安全观念， 坚持发展和安全并重的原则，通过对话与合作 "
    "凝聚共识，构建开放公正有效的治理机制，促 进人工智能技术造福于人类。 我们重申各国应加强信息交流和技术合作，共 "
    "同做好风险防范，形成具有广泛共识的人工智 "
    "能治理框架和标准规范，不断提升人工智能的 安全性。 为此，我们倡议： ——发展人工智能应坚持以人为本的理念，以 "
    "增进人类共同福祉为目标，以保障社会安全和 "
    "权益为前提。 ——面向他国提供人工智能产品时应尊重他国 主权，遵守他国法律。";

TEST(Pages, TheBodyIsFoundAndPutTogether) {
  EXPECT_EQ(
      testing::outline_of(scraped_page(wrapped_body)),
      "p1|||"
      "人工智能治理攸关全人类命运，是世界各国面临的共同课题。各国应秉持共同的安全观念，坚持发展和安全并重的原则，通过对话与合作凝聚共识，构"
      "建开放公正有效的治理机制，"
      "促进人工智能技术造福于人类。\n"
      "p2|||"
      "我们重申各国应加强信息交流和技术合作，共同做好风险防范，形成具有广泛共识的人工智能治理框架和标准规范，不断提升人工智能的安全性。\n"
      "i1|——|为此，我们倡议：|发展人工智能应坚持以人为本的理念，以增进人类共同福祉为目标，以保障社会安全和权益为前提。\n"
      "i2|——|为此，我们倡议：|面向他国提供人工智能产品时应尊重他国主权，遵守他国法律。\n");
}

TEST(Pages, ChaptersAndArticlesAtTheEdgeOfTheBodyAreKept) {
  EXPECT_EQ(testing::outline_of(scraped_page("第一章 总则 第一条 为了规范人工智能的研究开发和应用，保障公民的合法权益，制定本法。 第二条 "
                                             "在境内从事研究开发活动的，适用本法。")),
            "1|第一条|第一章 总则|为了规范人工智能的研究开发和应用，保障公民的合法权益，制定本法。\n2|第二条|第一章 "
            "总则|在境内从事研究开发活动的，适用本法。\n");
}

TEST(Pages, OrdinaryTextKeepsEverything) {
  // Long lists without sentences, with bullets and with brackets; a long line with spaces.
  std::string list = "参加国名单\n\n各国代表出席会议。\n\n";
  for (int i = 0; i < 200; ++i) list += "• 国家" + std::to_string(i) + "\n";
  EXPECT_NE(testing::outline_of(list).find("国家199"), std::string::npos);
  std::string notes = "第一条 各国应当合作。[1]\n\n";
  for (int i = 0; i < 100; ++i) notes += "[" + std::to_string(i) + "] 见附件\n";
  EXPECT_NE(testing::outline_of(notes).find("[99] 见附件"), std::string::npos);
  std::string line;
  for (int i = 0; i < 200; ++i) line += "第" + std::to_string(i) + "号 甲乙丙丁 戊己 ";
  EXPECT_NE(testing::outline_of(line + "完。").find("第199号"), std::string::npos);
}

}  // namespace
}  // namespace jomun
