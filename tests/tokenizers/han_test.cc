// Jomun tests: Han characters are found under any of their forms.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include "tests/tokenizers/token_table.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using testing::expect_same_terms;
using testing::expect_sources;
using testing::expect_tokens;

TEST(Han, BigramsAndTheLastCharacter) {
  expect_tokens({
      {"人工智能", "人工@0 工智@1 智能@2 能@3"},
      {"人工", "人工@0 工@1"},
      {"人", "人@0"},
      {"", ""},
  });
}

std::u32string code_points(std::string_view utf8) {
  std::u32string result;
  for (std::size_t i = 0; i < utf8.size(); i += decode(utf8, i).bytes) result += decode(utf8, i).value;
  return result;
}

TEST(Han, OneClassForAllVariants) {
  // Each row: forms of one character.
  for (const char* row : {
           // clang-format off
           // traditional, simplified
           "簡简", "總总", "義义", "權权", "條条", "爲為为", "標标", "緻致", "隻只", "著着", "別别", "內内", "裏裡里", "說説说", "於于", "後后", "幹乾干",
           // printed both ways in Taiwan, Hong Kong or old texts
           "臺台檯", "群羣", "峰峯", "眾衆众", "啟啓启", "佈布", "遊游", "佔占", "祕秘", "僱雇", "溫温", "卻却", "註注", "慾欲", "誌志", "迴回", "踪蹤", "迹跡蹟",
           // Japanese
           "産產产", "経經经", "発發発", "図圖图", "対對対", "検檢检", "権權权", "価價价", "沢澤泽", "広廣广", "仏佛", "駅驛驿", "黒黑", "徳德", "歩步", "弐貳贰", "円圓圆",
           // compatibility ideographs (Korean and others), Kangxi radicals
           "\uF900豈", "\uF902車车", "\uF914\uF95C樂乐", "\uF9D1六", "\uFA19神", "\U0002F800丽", "⼀一", "⽅方", "⺟母", "⽔水",
           // rare forms
           "皷鼓", "寔實实",
           // clang-format on
       })
    for (char32_t c : code_points(row)) EXPECT_EQ(fold(c), fold(code_points(row)[0])) << row;
}

TEST(Han, DifferentCharactersStayDifferent) {
  // Former bugs: Unihan's kSemanticVariant holds these, from careless sources.
  for (const char* row : {"子只", "完烟", "关寡", "氯绿", "搞搅", "砌纤", "磁瓷", "沉沈", "澳袄", "榛亲", "胄胃", "啃龈"}) {
    const std::u32string pair = code_points(row);
    EXPECT_NE(fold(pair[0]), fold(pair[1])) << row;
  }
  for (const char* row : {"安全", "人入", "士土", "未末", "己已巳", "日曰", "权利", "大太犬", "千干于"})
    for (char32_t a : code_points(row))
      for (char32_t b : code_points(row)) EXPECT_EQ(fold(a) == fold(b), a == b) << row;
}

// Merged although Chinese tells them apart, because another language or region does not: a known cost.
TEST(Han, DeliberateMerges) {
  for (const char* row : {"发髮", "后後", "干乾", "面麵", "历曆", "联連", "台颱", "复覆", "丑醜", "谷穀", "余餘", "弁辨", "制製", "鬥斗"}) {
    const std::u32string pair = code_points(row);
    EXPECT_EQ(fold(pair[0]), fold(pair[1])) << row;
  }
}

TEST(Han, FoldsToTheFormInDailyUse) {
  expect_tokens({
      {"國際標準", "国际@0 际标@1 标准@2 准@3"},
      {"生産", "生产@0 产@1"},
      {"皷", "鼓@0"},
  });
}

TEST(Han, FoldingIsStableAndStaysHan) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    const Character found = character(c);
    if (found.kind == CharacterClass::han) {
      ASSERT_EQ(fold(found.folded), found.folded) << std::hex << static_cast<unsigned>(c);
      ASSERT_EQ(character(found.folded).kind, CharacterClass::han) << std::hex << static_cast<unsigned>(c);
    }
    ASSERT_FALSE(found.simplified_only && found.traditional_only) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Han, BeyondTheBasicPlane) {
  expect_tokens({
      {"𩸽", "𩸽@0"},
      {"𠀋𩸽", "𠀋𩸽@0 𩸽@1"},
      {"人𩸽人", "人𩸽@0 𩸽人@1 人@2"},
  });
}

TEST(Han, VariationSelectorsAreNotPartOfATerm) {
  expect_same_terms({{"葛\U000E0100城", "葛城"}, {"社\uFE00会", "社会"}, {"社会\uFE00", "社会"}});
  expect_sources({{"葛\U000E0100城", "葛城=葛\U000E0100城 城=城"}});
}

TEST(Han, IterationMarkAndZero) { expect_tokens({{"人々", "人々@0 々@1"}, {"二〇二四", "二〇@0 〇二@1 二四@2 四@3"}}); }

}  // namespace
}  // namespace jomun
