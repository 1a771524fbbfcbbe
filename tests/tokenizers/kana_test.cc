// Jomun tests: kana of any width.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include "tests/tokenizers/token_table.h"

namespace jomun {
namespace {

using testing::expect_same_terms;
using testing::expect_sources;
using testing::expect_tokens;

TEST(Kana, RunsWithHan) {
  expect_tokens({
      {"ひとの権利", "ひと@0 との@1 の权@2 权利@3 利@4"},
      {"データ", "デー@0 ータ@1 タ@2"},
      {"AIガイド", "ai@0 ~ai@0 ガイ@1 イド@2 ド@3"},
  });
}

TEST(Kana, HalfWidthIsFullWidth) {
  expect_same_terms({
      {"ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"},
      {"ﾃﾞｰﾀ", "データ"},
      {"ﾊﾟｰﾄﾅｰ", "パートナー"},
      {"ｶ", "カ"},
      {"人ｶ", "人カ"},
      {"ｳﾞ", "ヴ"},
  });
  expect_sources({{"ｶﾞｲﾄﾞ", "ガイ=ｶﾞｲ イド=ｲﾄﾞ ド=ﾄﾞ"}});
}

TEST(Kana, VoicingMarksCompose) {
  expect_same_terms({
      {"カ\u3099イト\u3099", "ガイド"},
      {"は\u309A", "ぱ"},
      {"カﾞ", "ガ"},       // full-width kana, half-width mark
      {"\u3099カ", "カ"},  // a mark without a kana
      {"ﾞ", ""},
      {"あ\u3099", "あ\u3099"},  // does not compose; the mark is dropped
  });
  expect_tokens({{"あ\u3099い", "あい@0 い@1"}});
}

TEST(Kana, MiddleDotInsideAKanaWord) {
  expect_same_terms({
      {"グローバル・コンパクト", "グローバルコンパクト"},
      {"グローバル･コンパクト", "グローバルコンパクト"},
      {"ｸﾞﾛｰﾊﾞﾙ･ｺﾝﾊﾟｸﾄ", "グローバルコンパクト"},
      {"グローバル・ｺﾝﾊﾟｸﾄ", "グローバルコンパクト"},
  });
  expect_tokens({
      {"安全・安心", "安全@0 全@1 安心@2 心@3"},  // between Han it parts, without a gap
      {"ア・・イ", "ア@0 イ@1"},
      {"ア・", "ア@0"},
      {"・ア", "ア@0"},
  });
}

TEST(Kana, SymbolsMadeOfWords) {
  expect_same_terms({{"㌔", "キロ"}, {"㍿", "株式会社"}, {"㋿", "令和"}, {"㋐㋑", "アイ"}, {"令㍿", "令株式会社"}});
  expect_sources({{"㌔", "キロ=㌔ ロ=㌔"}});
}

// As in statutes printed before 1988.
TEST(Kana, SmallOnesAreTheirLetters) {
  expect_same_terms({
      {"によって", "によつて"},
      {"あった", "あつた"},
      {"しょう", "しよう"},
      {"シャットダウン", "シヤツトダウン"},
      {"一ヶ月", "一ケ月"},
      {"一ヵ月", "一カ月"},
      {"1ｹ月", "1ヶ月"},  // half-width text has no small one
      {"ｼｬｯﾄ", "シャット"},
      {"アイヌモシㇼ", "アイヌモシリ"},
  });
}

TEST(Kana, ObsoleteOnesAreWrittenAsToday) {
  expect_same_terms({
      {"ゐる", "いる"},
      {"こゑ", "こえ"},
      {"ウヰスキー", "ウイスキー"},
      {"ヱビス", "エビス"},
      {"\U0001B002\U0001B019", "あか"},  // hentaigana
      {"\U0001B000", "エ"},
      {"\U0001B001", "え"},
      {"\U0001B150", "い"},
  });
  expect_tokens({{"\U0001B06D", "\U0001B06D@0"}});  // つ or と: the sign does not tell
}

TEST(Kana, WhatStaysApart) {
  expect_tokens({
      {"か", "か@0"},
      {"が", "が@0"},
      {"カ", "カ@0"},
      {"を", "を@0"},
      {"ー", "ー@0"},
      {"ヴ", "ヴ@0"},
      {"ゝゞヽヾ", "ゝゞ@0 ゞヽ@1 ヽヾ@2 ヾ@3"},
      {"か〱", "か〱@0 〱@1"},
      {"デ-タ", "デ@0 タ@1"},  // a dash is no long vowel mark
  });
}

TEST(Kana, LigaturesAreTheirLetters) { expect_same_terms({{"ゟ", "より"}, {"ヿ", "コト"}, {"人ヿ", "人コト"}}); }

}  // namespace
}  // namespace jomun
