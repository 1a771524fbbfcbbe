// Jomun tests: what the Han bridge knows, direction by direction.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/han_bridge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

// A word as the bridge looks it up.
struct Asked final : TokenSink {
  explicit Asked(std::string_view text) {
    make_tokenizer()->tokenize(text, *this);
    key += stem;
  }
  bool accept(std::span<const Token> tokens) override {
    char bytes[4];
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::stem && token.text[0] < 0) continue;  // Korean
      if (token.kind == TokenKind::stem) {
        stem = std::string(token.text) + ' ';
      } else if (token.kind == TokenKind::word) {
        key += stem;
        stem = std::string(token.text) + ' ';
        words += stem;
      } else {
        key.append(bytes, encode(decode(token.text, 0).value, bytes));
      }
    }
    return true;
  }
  std::string key, words, stem;
};

std::vector<BridgeForm> forms_of(std::string_view text) {
  const Asked asked(text);
  return bridge_forms(asked.key, asked.words);
}

std::vector<std::string> texts_of(std::string_view text) {
  std::vector<std::string> texts;
  for (const BridgeForm& form : forms_of(text)) texts.push_back(form.text);
  return texts;
}

struct Pair {
  const char *from, *to;
};

void expect_pairs(std::initializer_list<Pair> pairs) {
  for (const Pair& pair : pairs) EXPECT_THAT(texts_of(pair.from), Contains(std::string(pair.to))) << pair.from;
}

TEST(HanBridge, KoreanToHan) {
  expect_pairs({{"고문", "拷問"},
                {"고문", "顧問"},
                {"인권", "人権"},
                {"정보", "情報"},

                {"인공지능", "人工知能"},
                {"운용", "運用"}});
}

TEST(HanBridge, HanToKorean) {
  // Simplified, traditional and Japanese characters are one.
  expect_pairs({{"拷問", "고문"},
                {"拷问", "고문"},
                {"勞動", "노동"},
                {"劳动", "노동"},
                {"労働", "노동"},
                {"比率", "비율"},
                {"女子", "여자"},
                {"法律", "법률"}});
}

TEST(HanBridge, EnglishToHan) {
  expect_pairs({{"torture", "拷問"},
                {"Tax", "税金"},
                {"taxes", "税金"},
                {"human rights", "人権"},
                {"human right", "人権"},
                {"artificial intelligence", "人工知能"},
                {"information", "情報"},
                {"inspection", "検査"}});
}

TEST(HanBridge, HanToEnglish) { expect_pairs({{"拷问", "torture"}, {"人权", "human rights"}, {"情報", "information"}, {"比率", "ratio"}}); }

TEST(HanBridge, EnglishToKoreanAndBack) {
  expect_pairs({{"torture", "고문"},
                {"human rights", "인권"},
                {"registration", "등록"},
                {"고문", "torture"},
                {"인권", "human rights"},
                {"정보", "information"}});
}

TEST(HanBridge, Katakana) {
  expect_pairs({{"computer", "コンピューター"},
                {"コンピューター", "computer"},
                {"ｺﾝﾋﾟｭｰﾀｰ", "computer"},
                {"コンピューター", "電子計算機"},
                {"電子計算機", "コンピューター"}});
}

TEST(HanBridge, RegionalChinese) {
  expect_pairs({{"软件", "軟體"}, {"軟體", "軟件"}, {"网络", "網路"}, {"網路", "網絡"}, {"信息", "資訊"}, {"資訊", "信息"}});
}

TEST(HanBridge, AnotherWordWithTheStemIsLessLikely) {
  const std::vector<BridgeForm> forms = forms_of("information");
  const auto weight = [&](std::string_view text) {
    const auto found = std::find_if(forms.begin(), forms.end(), [&](const BridgeForm& form) { return form.text == text; });
    return found == forms.end() ? 0 : found->weight;
  };
  EXPECT_GT(weight("情報"), weight("非公式"));
}

TEST(HanBridge, WrittenWithAnotherCharacter) {
  // Chinese and Korean write 智能, 聯合, 障碍; Japan has written 知能, 連合, 障害 since 1956.
  expect_pairs({{"人工智能", "人工知能"},
                {"人工知能", "人工智能"},
                {"人工智能", "artificial intelligence"},
                {"人工智慧", "artificial intelligence"},
                {"AI", "人工知能"},
                {"障碍", "障害"},
                {"障害", "障碍"},
                {"编辑", "編集"},
                {"综合", "総合"},
                {"补助", "輔助"}});
  // 智囊 is no 知囊, which no dictionary has.
  EXPECT_THAT(texts_of("智囊"), ::testing::Not(Contains(std::string("知囊"))));
}

TEST(HanBridge, SingleCharactersOfAnEnglishWord) { expect_pairs({{"chain", "鏈"}, {"test", "試"}, {"source", "源"}, {"tax", "税"}}); }

// Account and accountability have one stem; the commoner word is not what is asked for.
TEST(HanBridge, TheVeryWordComesFirst) { EXPECT_EQ(forms_of("accountability").front().text, "責任追跡"); }

TEST(HanBridge, WhatNoDictionaryHas) {
  for (const char* text : {"", "xyzzy", "뷁뷁", "가", "龘龘", "the torture of"}) EXPECT_THAT(forms_of(text), IsEmpty()) << text;
  EXPECT_FALSE(is_bridge_word(""));
  EXPECT_FALSE(is_bridge_word("=information "));
  EXPECT_THAT(bridge_forms("=information "), IsEmpty());
}

TEST(HanBridge, HangulReading) {
  for (const Pair& row : std::initializer_list<Pair>{{"劳动", "노동"},
                                                     {"过劳", "과로"},
                                                     {"法律", "법률"},
                                                     {"比率", "비율"},
                                                     {"利用", "이용"},
                                                     {"女子", "여자"},
                                                     {"", ""},
                                                     {"人a", ""}})
    EXPECT_EQ(hangul_reading(row.from), row.to) << row.from;
}

// Whatever is looked up: bounded, ordered, no form twice, and weights are weights.
void expect_well_formed(const std::string& key) {
  std::set<std::string> texts;
  std::size_t of_script[4] = {};
  const BridgeForm* before = nullptr;
  const std::vector<BridgeForm> forms = bridge_forms(key);
  for (const BridgeForm& form : forms) {
    EXPECT_TRUE(texts.insert(form.text).second) << key << ": " << form.text;
    EXPECT_LE(++of_script[static_cast<int>(form.script)], max_bridge_forms);
    EXPECT_GT(form.weight, 0);
    EXPECT_LE(form.weight, 1);
    EXPECT_NE(form.text, key);
    const bool follows = before != nullptr && before->script == form.script;
    EXPECT_GE(follows ? before->weight : 1, form.weight);
    before = &form;
  }
}

TEST(HanBridge, FormsAreWellFormed) {
  for (const char* text :
       {"고문", "정보", "拷問", "情報", "生", "law", "author", "information", "コンピューター", "软件", "set", "인공지능"})
    expect_well_formed(Asked(text).key);
}

RC_GTEST_PROP(HanBridge, AnyBytesMayBeAskedFor, (const std::string& bytes)) {
  expect_well_formed(bytes);
  hangul_reading(bytes);
}

}  // namespace
}  // namespace jomun
