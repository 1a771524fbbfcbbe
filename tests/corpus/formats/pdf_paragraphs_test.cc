// Jomun tests: paragraphs, hyphens and footnotes of pages.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_paragraphs.h"

#include <gtest/gtest.h>

#include "corpus/formats/pdf_hyphens.h"
#include "tests/corpus/formats/placed_text.h"

namespace jomun::testing {
namespace {

std::string text_of_pictures(const std::vector<std::vector<std::string_view>>& pictures) {
  std::vector<LaidOutPage> pages;
  for (const auto& picture : pictures) pages.push_back(laid_out(page_of(picture)));
  return text_of(std::move(pages));
}

TEST(PdfParagraphs, AreJoined) {
  EXPECT_EQ(text_of_pictures({{
                "A paragraph goes on while its lines",
                "are full: the first word of the next",
                "one did not fit.",
                "So this is another one, and it has",
                "more than one line.",
                "",
                "A heading",
                "",
                "1. An item of a list that is wrapped",
                "   hangs behind its number.",
                "2. Another one.",
                "3. And one that ends with the line;",
                "4. which is no reason to go on.",
            }}),
            "A paragraph goes on while its lines are full: the first word of the next one did not fit.\n"
            "So this is another one, and it has more than one line.\n"
            "\n"
            "A heading\n"
            "\n"
            "1. An item of a list that is wrapped hangs behind its number.\n"
            "2. Another one.\n"
            "3. And one that ends with the line;\n"
            "4. which is no reason to go on.\n");
}

TEST(PdfParagraphs, GoOnWithWhatIsNotDivided) {
  EXPECT_EQ(text_of_pictures({{
                "我们认识到人工智能治理框架的重要性，也",
                "支持广岛进程的国际行为准则对",
                "（Hiroshima Process）的运作化，确保人工智",
                "能的设计、开发和部署安全，并重申这一决议",
                "——该决议巩固了全球的理解。我们还欢迎在今",
                "年秋天就此进行的讨论。",
            }}),
            "我们认识到人工智能治理框架的重要性，也支持广岛进程的国际行为准则对（Hiroshima Process）的运作化，"
            "确保人工智能的设计、开发和部署安全，并重申这一决议——该决议巩固了全球的理解。我们还欢迎在今年秋天就此进行的讨论。\n");
}

TEST(PdfParagraphs, StandALittleApart) {
  PlacedPage page{600, 900, {}};
  double top = 50;
  for (const auto& [text, distance] : std::vector<std::pair<std::string_view, double>>{{"我们重申各国应加强信息交流与合作并做", 0},
                                                                                       {"好风险防范。", 15},
                                                                                       {"我们欢迎各国政府和企业共同促进治理。", 21},
                                                                                       {"为此我们倡议发展人工智能应坚持这一理", 21},
                                                                                       {"念，并以增进人类共同福祉为目标，以保", 15},
                                                                                       {"障社会安全为前提，朝着文明进步的方向", 15},
                                                                                       {"发展。", 15}})
    page.words.push_back(word_of(text, 50, top += distance));
  EXPECT_EQ(text_of({laid_out(page)}),
            "我们重申各国应加强信息交流与合作并做好风险防范。\n我们欢迎各国政府和企业共同促进治理。\n"
            "为此我们倡议发展人工智能应坚持这一理念，并以增进人类共同福祉为目标，以保障社会安全为前提，朝着文明进步的方向发展。\n");
}

TEST(PdfParagraphs, BeginWithAnIndent) {
  EXPECT_EQ(text_of_pictures({{
                "    第一条　为了规范数据处理活动，",
                "保障数据安全，促进数据开发利用，保",
                "护个人、组织的合法权益，制定本法。",
                "    第二条　在中华人民共和国境内开",
                "展数据处理活动，适用本法；违反依照",
                "第三条规定处理。",
            }}),
            "第一条　为了规范数据处理活动，保障数据安全，促进数据开发利用，保护个人、组织的合法权益，制定本法。\n"
            "第二条　在中华人民共和国境内开展数据处理活动，适用本法；违反依照第三条规定处理。\n");
}

TEST(PdfParagraphs, GoOnOnTheNextPage) {
  EXPECT_EQ(text_of_pictures({{
                                  "这一页上的文字有好几行，而且每一行",
                                  "都写满了，直到页末也没有结束，所以",
                                  "要到下一页去看，句子的其余部分在那",
                                  "里继续，并且不应当成为新的段落，因",
                              },
                              {
                                  "为它是同一个句子。",
                                  "    新的段落从这里开始，它有一个缩",
                                  "进，并且一直写到第三行才终于结束，",
                                  "这样就可以看出它是一个段落。",
                              }}),
            "这一页上的文字有好几行，而且每一行都写满了，直到页末也没有结束，所以要到下一页去看，句子的其余部分在那里继续，并且不应当成为新"
            "的段落，因为它是同一个句子。\n"
            "新的段落从这里开始，它有一个缩进，并且一直写到第三行才终于结束，这样就可以看出它是一个段落。\n");
}

TEST(PdfParagraphs, AreNotMadeOfVerseAndLists) {
  EXPECT_EQ(text_of_pictures({{"夏草や", "兵どもが夢の跡というふるい詩", "閑さや岩にしみ入る", "蝉の声", "古池や蛙飛びこむ水の音を聞く",
                               "五月雨を", "集めて早し最上川", "荒海や"}}),
            "夏草や\n兵どもが夢の跡というふるい詩\n閑さや岩にしみ入る\n蝉の声\n古池や蛙飛びこむ水の音を聞く\n五月雨を\n集めて早し最上川\n荒"
            "海や\n");
}

TEST(PdfParagraphs, StandApartFromTables) {
  EXPECT_EQ(text_of_pictures({{"The fees are these", "Kind        Fee", "Licence     100", "They are due."}}),
            "The fees are these\n\nKind\tFee\nLicence\t100\n\nThey are due.\n");
}

TEST(PdfParagraphs, TitlesInTheMiddleAreOne) {
  PlacedPage page = page_of({"This is the body of the declaration and it", "has some lines so that one can see how",
                             "wide it is, and that it is small.", "It ends."},
                            150);
  page.words.push_back(word_of("Declaration", 90, 80, 16));
  page.words.push_back(word_of("on", 186, 80, 16));
  page.words.push_back(word_of("Something", 110, 104, 16));
  EXPECT_EQ(text_of({laid_out(page)}),
            "Declaration on Something\n\nThis is the body of the declaration and it has some lines so that one can see how wide it is, and "
            "that it is small.\nIt ends.\n");
}

TEST(PdfHyphens, GoOrStay) {
  struct Row {
    std::vector<std::string_view> lines;
    std::string_view expected;  // the first two lines
  };
  for (const Row& row : std::initializer_list<Row>{
           {{"the govern-", "ance of data"}, "the governance of data"},
           {{"the govern-", "ance of data", "good governance"}, "the governance of data"},
           {{"a well-", "known rule", "is well-known here"}, "a well-known rule"},
           {{"a self-", "made rule", "the self is made"}, "a self-made rule"},
           {{"Inter-", "national law"}, "International law"},
           {{"the Sino-", "Korean border"}, "the Sino-Korean border"},
           {{"in 2023-", "24 it was"}, "in 2023-24 it was"},
           {{"the gover\u00AD", "nance of"}, "the governance of"},
           {{"the gover\u2010", "nance of"}, "the governance of"},
           {{"a pause -", "and more"}, "a pause - and more"},
       }) {
    const Hyphens hyphens(row.lines);
    std::string text(row.lines[0]);
    if (Hyphens::joins(text, row.lines[1])) {
      text.resize(text.size() - hyphens.removable(text, row.lines[1]));
    } else {
      text += ' ';
    }
    EXPECT_EQ(text + std::string(row.lines[1]), row.expected);
  }
}

PlacedPage page_with_notes(std::string_view mark, std::string_view mark_of_note) {
  PlacedPage page = page_of({"The text has a word with a mark", "and goes on with other words", "until the end of it is reached."});
  page.words.push_back(word_of(mark, 207, 48, 6));
  page.words.push_back(word_of(mark_of_note, 50, 700, 8));
  page.words.push_back(word_of("The note, which is longer than a", 70, 700, 8));
  page.words.push_back(word_of("line of it.", 50, 711, 8));
  return page;
}

TEST(PdfFootnotes, StandAtTheEnd) {
  struct Row {
    std::string_view mark, of_note, printed;
  };
  const std::string text = "The text has a word with a mark and goes on with other words until the end of it is reached.\n";
  for (const Row& row :
       std::initializer_list<Row>{{"3", "3", "3"}, {"3", "3.", "3"}, {"[3]", "[3]", "3"}, {"*", "*", "*"}, {"①", "①", "①"}})
    EXPECT_EQ(text_of({laid_out(page_with_notes(row.mark, row.of_note))}),
              text + "\n[" + std::string(row.printed) + "] The note, which is longer than a line of it.\n")
        << row.of_note;
}

TEST(PdfFootnotes, StayWithoutTheirMark) {
  const std::string text = text_of({laid_out(page_with_notes("4", "3"))});
  EXPECT_NE(text.find("3 The note"), std::string::npos) << text;
  EXPECT_EQ(text.find("[3]"), std::string::npos);
}

}  // namespace
}  // namespace jomun::testing
