// Jomun tests: pinyin printed in brackets is left out, and nothing else.
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

TEST(Annotation, OtherBracketsStay) {
  for (const char* text : {
           "宣言(全文)",  "人工智能(AI)",
           "（一）",      "一（一）",
           "联合国(UN)",  "法律(以下简称“本法”)",
           "제1조(목적)", "한국(韓國)",
           "人(gōng)工",  "人(rèn)工",
           "爱(AI)",      "安(AN)",
           "人(rén",      "人(",
           "人()",        "人( )",
           "人(rén工)",   "人 (rén)",
           "(rén)",       "a(rén)",
           "人(rénrén)",  "人(rén2024)",
           "人(2)",       "人(rén.)",
           "第一條(甲)",  "人(r)",
           "人(rén(x))",  "世界卫生组织(WHO)",
           "条(a)",       "条(b)",
           "项(1)",
       })
    EXPECT_EQ(strip_annotations(text).text(), text);
}

TEST(Annotation, EndsAfterTheBracket) {
  const std::string text = "人(rén)工(AI)";
  EXPECT_EQ(annotation_end(text, 3), 9U);
  EXPECT_EQ(annotation_end(text, 12), 12U);
}

TEST(Annotation, TokenizersReadOverThem) {
  expect_tokens({
      {"人(rén)工智能(AI)", "人工@0 工智@1 智能@2 能@3 ai@5 ~ai@5"},
      {"人(rén) 工", "人@0 工@1"},
      {"人(rén)。工", "人@0 工@2"},
      {"人(rén)", "人@0"},
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
