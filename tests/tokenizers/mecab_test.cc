// Jomun tests: Japanese by words, whatever the text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "tests/support/texts.h"
#include "tests/support/token_checker.h"
#include "tests/support/tokens.h"
#include "tokenizers/mecab/mecab_tokenizer.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

Tokenizer& mecab() {
  static MecabTokenizer tokenizer;
  return tokenizer;
}

struct Row {
  std::string_view text, expected;
};

TEST(Mecab, Words) {
  for (const Row& row : std::initializer_list<Row>{
           {"", ""},
           {"。", ""},
           {"京都", "京都@0"},
           {"東京都", "东京@0 都@1"},
           {"東京都の京都", "东京@0 都@1 の@2 京都@3"},
           {"すもももももももものうち", "すもも@0 も@1 もも@2 も@3 もも@4 の@5 うち@6"},
           {"人工知能の安全性", "人工@0 知能@1 の@2 安全@3 性@4"},
           // the dictionary form, always
           {"走る", "走る@0 ~走る@0"},
           {"置いた", "置い@0 ~置く@0 た@1 ~た@1"},
           {"走った", "走つ@0 ~走る@0 た@1 ~た@1"},
           // punctuation: sentences part, quotation marks and middle dots do not
           {"東京。京都", "东京@0 京都@2"},
           {"「東京」と京都", "东京@0 と@1 京都@2"},
           {"東京・京都", "东京@0 京都@1"},
           {"グローバル・コンパクト", "グローバル@0 コンパクト@1"},
           {"。、東京", "东京@0"},
           // other scripts as without MeCab
           {"AI安全 Laws", "ai@0 ~ai@0 安全@1 laws@2 ~law@2"},
           {"第１９条", "第@0 19@1 条@2"},
           {"東京 안전을", "东京@0 ~안전@1 안전@1 전을@2 을@3"},
           {"人(rén)工知能", "人工@0 知能@1"},
           {"파양(罷養)은", "파양@0 =罢养@0 =养@1 양은@1 은@2"},
           {"安全(안전)", "安全@0"},
           // widths, old forms and voicing marks
           {"ﾃﾞｰﾀ", "データ@0"},
           {"テ\u3099ータ", "データ@0"},
           {"㍿", "株式会社@0"},
           {"國際", "国@0 际@1"},
           {"⼈工", "人工@0"},
           // bytes that are no text
           {"東京\xFF京都", "东京@0 京都@2"},
           {std::string_view("東京\0京都", 13), "东京@0 京都@2"},
       }) {
    EXPECT_EQ(testing::line(testing::tokens_of(mecab(), row.text)), row.expected) << row.text;
    EXPECT_EQ(testing::check_tokenizer(mecab(), row.text), "") << row.text;
  }
}

TEST(Mecab, Sources) {
  for (const Row& row : std::initializer_list<Row>{
           {"東京都の京都", "东京=東京 都=都 の=の 京都=京都"},
           {"人(rén)工知能", "人工=人(rén)工 知能=知能"},
           {"ｶﾞﾗｽと水", "ガラス=ｶﾞﾗｽ と=と 水=水"},
           {"葛\U000E0100城の水", "葛城=葛\U000E0100城 の=の 水=水"},
       })
    EXPECT_EQ(testing::sources(testing::tokens_of(mecab(), row.text), row.text), row.expected) << row.text;
}

TEST(Mecab, IsMadeByItsNameOrSaysWhatIsMissing) {
  EXPECT_EQ(mecab().name(), mecab_tokenizer_name);
  EXPECT_THAT(
      [] { MecabTokenizer("/no/such folder"); },
      ::testing::ThrowsMessage<std::runtime_error>("MeCab cannot open its dictionary in /no/such folder; install mecab-ipadic-utf8"));
}

// Invariants.

RC_GTEST_PROP(Mecab, KeepsTheInvariantsOnRandomText, ()) { RC_ASSERT(testing::check_tokenizer(mecab(), *testing::any_text()) == ""); }

RC_GTEST_PROP(Mecab, KeepsTheInvariantsOnRandomCjk, ()) { RC_ASSERT(testing::check_tokenizer(mecab(), *testing::cjk_text()) == ""); }

RC_GTEST_PROP(Mecab, KeepsTheInvariantsOnRandomBytes, (const std::string& bytes)) {
  RC_ASSERT(testing::check_tokenizer(mecab(), bytes) == "");
}

TEST(Mecab, KeepsTheInvariantsOnRealTexts) {
  const std::filesystem::path statutes = std::filesystem::path(JOMUN_SOURCE_DIR) / "tests" / "golden" / "statutes";
  std::vector<std::filesystem::path> files = testing::declaration_files();
  for (const char* language : {"ja", "zh-hant", "ko", "en"}) files.push_back(statutes / (std::string(language) + ".txt"));
  for (const auto& file : files) EXPECT_EQ(testing::check_tokenizer(mecab(), testing::read_file(file)), "") << file;
}

// Memory and time stay in bounds on a line without an end; nothing of it is lost.
TEST(Mecab, ALongLine) {
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "東京都の京都";
  const auto tokens = testing::tokens_of(mecab(), text);
  std::size_t end = 0;
  for (const testing::KeptToken& token : tokens) {
    EXPECT_EQ(token.begin, end);
    end = token.end;
  }
  EXPECT_EQ(end, text.size());
  std::string word;
  for (int i = 0; i < 3000; ++i) word += "ア";
  EXPECT_EQ(testing::check_tokenizer(mecab(), word), "");
}

// Whatever stands before a full stop has no influence on what follows it.
RC_GTEST_PROP(Mecab, SentencesAreIndependent, ()) {
  const std::string first = *testing::any_text(), second = *testing::any_text();
  const std::string both = testing::sources(testing::tokens_of(mecab(), first + "。" + second), first + "。" + second);
  std::string each = testing::sources(testing::tokens_of(mecab(), first + "。"), first + "。");
  const std::string rest = testing::sources(testing::tokens_of(mecab(), second), second);
  if (!each.empty() && !rest.empty()) each += ' ';
  RC_ASSERT(both == each + rest);
}

}  // namespace
}  // namespace jomun
