// Jomun tests: readings printed in brackets are left out, and nothing else.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/annotation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "tests/support/texts.h"
#include "tests/support/tokens.h"
#include "tests/tokenizers/token_table.h"

namespace jomun {
namespace {

using testing::expect_sources;
using testing::expect_tokens;

struct Row {
  std::string_view text, stripped;
};

TEST(Annotation, FormsOfPinyin) {
  for (const Row& row : std::initializer_list<Row>{
           // one character
           {"人(rén)工智能(AI)", "人工智能(AI)"},
           {"人（rén）工", "人工"},
           {"人(rén）工", "人工"},
           {"的(de)", "的"},
           {"人(ren)", "人"},
           {"人(ren2)", "人"},
           {"人(re\u0301n)", "人"},  // combining accent
           {"人(Rén)", "人"},
           {"人(REN2)", "人"},
           {"略(lüè)", "略"},
           {"略(lu\u0308e4)", "略"},
           {"略(lve4)", "略"},
           {"了(le)", "了"},
           {"的(de5)", "的"},
           {"人( rén )", "人"},
           // several
           {"人工智能（rén gōng zhì néng）", "人工智能"},
           {"人工智能(réngōngzhìnéng)", "人工智能"},
           {"人工智能(rén-gōng-zhì-néng)", "人工智能"},
           {"西安(Xī'ān)", "西安"},
           {"西安(Xī’ān)", "西安"},
           {"北京(Beijing)", "北京"},
           {"北京(Bei Jing)", "北京"},
           {"北京(BeiJing)", "北京"},
           {"北京(BEI3 JING1)", "北京"},
           {"北京(BĚI JĪNG)", "北京"},
           {"西安(Xi'an)", "西安"},
           {"西安(Xian)", "西安"},
           {"西安（xi’an）", "西安"},
           {"阿里(A Li)", "阿里"},
           {"花儿(huār)", "花儿"},
           {"朋友(péng you)", "朋友"},
           {"的人工智能(réngōngzhìnéng)", "的人工智能"},  // of the last four
           // tone changes of 一 and 不
           {"一(yí)个", "一个"},
           {"不(bú)是", "不是"},
           // readings of either form, and of a character with a variation selector
           {"發(fā)展", "發展"},
           {"发(fā)展", "发展"},
           {"行(háng)行(xíng)", "行行"},
           {"人\U000E0100(rén)工", "人\U000E0100工"},
       })
    EXPECT_EQ(strip_annotations(row.text).text(), row.stripped) << row.text;
}

TEST(Annotation, FormsOfZhuyin) {
  for (const Row& row : std::initializer_list<Row>{
           {"人(ㄖㄣˊ)工", "人工"},
           {"人（ㄖㄣˊ）工", "人工"},
           {"人(ㄖㄣ)", "人"},
           {"人工(ㄖㄣˊ ㄍㄨㄥ)", "人工"},
           {"人工（ㄖㄣˊㄍㄨㄥ）", "人工"},
           {"人工（ㄖㄣˊ　ㄍㄨㄥ）", "人工"},
           {"人工(ㄖㄣˊ ㄍㄨㄥˉ)", "人工"},
           {"人工智慧（ㄖㄣˊ ㄍㄨㄥ ㄓˋ ㄏㄨㄟˋ）", "人工智慧"},
           {"法律(ㄈㄚˇ ㄌㄩˋ)", "法律"},
           {"的(˙ㄉㄜ)", "的"},
           {"的(ㄉㄜ˙)", "的"},
           {"用(ㄩㄥˋ)", "用"},
           {"學(ㄒㄩㄝˊ)", "學"},
           {"二(ㄦˋ)", "二"},
           {"一(ㄧˊ)定", "一定"},
       })
    EXPECT_EQ(strip_annotations(row.text).text(), row.stripped) << row.text;
}

TEST(Annotation, FormsOfFurigana) {
  for (const Row& row : std::initializer_list<Row>{
           // brackets and scripts
           {"漢字(かんじ)", "漢字"},
           {"漢字（かんじ）の", "漢字の"},
           {"漢字《かんじ》の", "漢字の"},
           {"東京(トウキョウ)", "東京"},
           {"学校(ｶﾞｯｺｳ)", "学校"},
           {"学校(か\u3099っこう)", "学校"},
           {"コ\u3099個《ゴ》", "コ\u3099個"},
           {"ゴ個《ゴ》", "ゴ個"},
           {"人工知能（じんこう ちのう）", "人工知能"},
           {"人工知能（じんこう・ちのう）", "人工知能"},
           {"部(ぶ)", "部"},
           // by character, by word, at the end of a longer run
           {"港(みなと)湾(わん)", "港湾"},
           {"日本国憲法（にほんこくけんぽう）", "日本国憲法"},
           {"国際連合平和維持活動（かつどう）", "国際連合平和維持活動"},
           // compounds: voicing, doubling, the stem of a verb or adjective
           {"手紙(てがみ)", "手紙"},
           {"手(て)紙(がみ)", "手紙"},
           {"学校(がっこう)", "学校"},
           {"学(がっ)校(こう)", "学校"},
           {"発表(はっぴょう)", "発表"},
           {"三本(さんぼん)", "三本"},
           {"近道(ちかみち)", "近道"},
           {"申込(もうしこみ)書", "申込書"},
           {"受付（うけつけ）", "受付"},
           // the mark of repetition, and ヶ
           {"人々(ひとびと)", "人々"},
           {"人(ひと)々(びと)", "人々"},
           {"我々（われわれ）", "我々"},
           {"三ヶ月(さんかげつ)", "三ヶ月"},
           // okurigana outside and inside
           {"送(おく)る", "送る"},
           {"送(おく)った", "送った"},
           {"食(た)べる", "食べる"},
           {"大(おお)きい", "大きい"},
           {"取り扱い(とりあつかい)", "取り扱い"},
           {"取扱い（とりあつかい）", "取扱い"},
           {"お土産（おみやげ）", "お土産"},
           {"コンゴ共和国（コンゴきょうわこく）", "コンゴ共和国"},
           // whole words
           {"大人(おとな)", "大人"},
           {"大人(おとな)しい", "大人しい"},
           {"今日(きょう)は", "今日は"},
           {"荒梅雨（あらづゆ）", "荒梅雨"},
           // after a bar anything goes
           {"｜漢字《かんじ》", "漢字"},
           {"夜の｜人工知能《ともだち》へ", "夜の人工知能へ"},
           {"｜ＡＩ《エーアイ》", "ＡＩ"},
           {"｜グローバル・コンパクト《せかいのやくそく》", "グローバル・コンパクト"},
       })
    EXPECT_EQ(strip_annotations(row.text).text(), row.stripped) << row.text;
}

TEST(Annotation, OtherBracketsStay) {
  for (const char* text : {
           "宣言(全文)",
           "人工智能(AI)",
           "（一）",
           "一（一）",
           "联合国(UN)",
           "法律(以下简称“本法”)",
           "제1조(목적)",
           "한국(韓國)",
           "人(gōng)工",
           "人(rèn)工",
           "爱(AI)",
           "安(AN)",
           "人(rén",
           "西安(Xİān)",  // a Turkish letter, whose lower case is i
           "人(",
           "人()",
           "人( )",
           "人(rén工)",
           "人 (rén)",
           "(rén)",
           "a(rén)",
           "人(rénrén)",
           "人(rén2024)",
           "人(2)",
           "人(rén.)",
           "第一條(甲)",
           "人(r)",
           "人(rén(x))",
           "世界卫生组织(WHO)",
           "条(a)",
           "条(b)",
           "项(1)",
           // capitals without tone
           "锂(Li)",
           "钠(Na)",
           "先(Xian)",
           "首先(Xian)",
           "北京(BEI JING)",
           "北京(BJ)",
           // zhuyin of something else
           "人(ㄍㄨㄥ)",
           "人(ㄖㄣˇ)",
           "人(˙)",
           "人(ㄖㄣˊ工)",
           // kana that are no reading
           "第一条（おわり）",
           "本条（なお、）",
           "港湾（ポート）",
           "漢字(かんじ",
           "漢字(かん)じ",
           "字(かんじ)",
           "漢字 (かんじ)",
           "(かんじ)",
           "ひらがな(ひらがな)",
           "紙(がみ)",
           "校(っこう)",
           "送(おく)、",
           "漢字《かんじ)",
           "漢字(かんじ》",
           "漢字(・)",
           // marks of items
           "（い）（イ）",
           "医(イ)",
           "機関（イ）",
           "同項(い)欄",
           "甲（乙）",
           "第一条（目的）",
           // angle brackets hold titles, and bars are rules
           "《法律》",
           "漢字《漢字》",
           "人《rén》",
           "表｜組",
           "｜漢字",
           "｜《かんじ》",
           "｜漢字《漢字》",
           "｜人工 知能《ともだち》",
           "|人工知能《ともだち》",
           "人工知能《ともだち》",
           "｜人工知能（ともだち）",
       })
    EXPECT_EQ(strip_annotations(text).text(), text);
}

TEST(Annotation, EndsAfterTheBracket) {
  const std::string text = "人(rén)工(AI)";
  EXPECT_EQ(annotation_end(text, 3), 9U);
  EXPECT_EQ(annotation_end(text, 12), 12U);
}

TEST(Annotation, TheBarEndsAfterItself) {
  const std::string text = "｜宇宙《そら》へ｜";
  EXPECT_EQ(annotation_end(text, 0), 3U);
  EXPECT_EQ(annotation_end(text, 9), 21U);
  EXPECT_EQ(annotation_end(text, 24), 24U);
}

TEST(Annotation, MayBeAskedOfFourMarks) {
  for (char32_t c : std::u32string_view(U"(（《｜")) EXPECT_TRUE(may_open_annotation(c));
  for (char32_t c : std::u32string_view(U")）》|[【〈人 ")) EXPECT_FALSE(may_open_annotation(c));
}

TEST(Annotation, HasThemOrNot) {
  EXPECT_TRUE(has_annotations("宣言(全文)：人(rén)"));
  EXPECT_TRUE(has_annotations("｜宇宙《そら》"));
  EXPECT_FALSE(has_annotations("宣言(全文)"));
  EXPECT_FALSE(has_annotations(""));
}

// Would take hours if a bracket cost more than a bounded time.
TEST(Annotation, TimeIsLinear) {
  for (const char* piece : {"人(", "人(ひと", "人（人（", "人ひ(ひ", "人(ㄖㄣˊ", "人《", "｜人", "｜人《ひ", "《ひ", "人(r", "一々(ひ",
                            "한(韓", "生(い)る(x", "人( ", "\uFE00(r)", "\uFE00(ひ)"}) {
    std::string text;
    while (text.size() < 1 << 20) text += piece;
    EXPECT_LE(strip_annotations(text).text().size(), text.size());
  }
  // A long run before each bracket, and many readings of each character.
  std::string text;
  while (text.size() < 1 << 20)
    text +=
        "生生生生生生生生生生生生生生生生(いいいいいいいいいいいいいいいいいいいいいいいいいいいいいいいx)("
        "せいしょうせいしょうせいしょうせいしょうなま)";
  EXPECT_LE(strip_annotations(text).text().size(), text.size());
}

TEST(Annotation, TokenizersReadOverThem) {
  expect_tokens({
      {"人(rén)工智能(AI)", "人工@0 工智@1 智能@2 能@3 ai@5 ~ai@5"},
      {"人(rén) 工", "人@0 工@1"},
      {"人(rén)。工", "人@0 工@2"},
      {"人(rén)", "人@0"},
      {"人工(ㄖㄣˊ ㄍㄨㄥ)智慧", "人工@0 工智@1 智慧@2 慧@3"},
      {"手(て)紙(がみ)", "手纸@0 纸@1"},
  });
  expect_sources({{"人(rén)工智能(AI)", "人工=人(rén)工 工智=工智 智能=智能 能=能 ai=AI"}});
}

// 001 is printed with pinyin after every other character.
TEST(Annotation, ShippedDeclarations) {
  const auto count = [](std::string_view text) { return std::count(text.begin(), text.end(), '('); };
  for (const auto& file : testing::declaration_files()) {
    const std::string published = testing::read_file(file);
    const MappedText stripped = strip_annotations(published);
    const bool annotated = file.filename().string().starts_with("001_");
    EXPECT_EQ(count(published) - count(stripped.text()), annotated ? 254 : 0) << file;
    if (annotated) {
      EXPECT_NE(stripped.text().find("上海宣言(全文)"), std::string::npos);
      EXPECT_NE(stripped.text().find("發布時間"), std::string::npos);
    }
    // Every byte that stayed is the byte of the published text it says it is.
    for (std::size_t i = 0; i < stripped.text().size(); ++i) {
      const Span source = stripped.original({i, i + 1});
      ASSERT_EQ(source.end, source.begin + 1) << file << ' ' << i;
      ASSERT_EQ(published[source.begin], stripped.text()[i]) << file << ' ' << i;
    }
  }
}

// What the tokenizers skip is what strip_annotations() leaves out.
RC_GTEST_PROP(Annotation, TokensOfTheTextAndOfTheStrippedTextAreTheSame, ()) {
  const std::string text = *testing::any_text();
  const MappedText stripped = strip_annotations(text);
  RC_PRE(strip_annotations(stripped.text()).text() == stripped.text());
  const auto tokenizer = make_tokenizer();
  RC_ASSERT(testing::line(testing::tokens_of(*tokenizer, text)) == testing::line(testing::tokens_of(*tokenizer, stripped.text())));
}

RC_GTEST_PROP(Annotation, OfADerivedTextMapsToTheOriginal, ()) {
  const std::string text = *testing::any_text();
  const MappedText direct = strip_annotations(text), through = strip_annotations(MappedText::identity(text));
  RC_ASSERT(direct.text() == through.text());
  RC_ASSERT(direct.pieces() == through.pieces());
}

}  // namespace
}  // namespace jomun
