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
           "鉱鑛礦矿", "隣鄰邻", "弁辨辩辯瓣", "艶艷豔艳", "兎兔", "呑吞", "袴褲裤",
           // compatibility ideographs (Korean and others), Kangxi radicals
           "\uF900豈", "\uF902車车", "\uF914\uF95C樂乐", "\uF9D1六", "\uFA19神", "\U0002F800丽", "⼀一", "⽅方", "⺟母", "⽔水",
           // radicals of the supplement, which NFKC leaves alone, and strokes
           "⺠民", "⻄西", "⻋車车", "⻑長长", "⻘青", "⺝月", "㇐一",
           // rare forms
           "皷鼓", "寔實实", "寳寶宝", "擧舉举", "囘囬回",
           // numerals and marks
           "〇零", "〻々", "㊀㆒一", "〺卅",
           // clang-format on
       })
    for (char32_t c : code_points(row)) EXPECT_EQ(fold(c), fold(code_points(row)[0])) << row;
}

TEST(Han, DifferentCharactersStayDifferent) {
  for (const char* row : {
           // clang-format off
           // look alike
           "人入", "士土", "未末", "己已巳", "日曰", "大太犬", "天夫", "千干", "刀力", "牛午", "水永", "貝見具", "侯候", "徒徙", "戊戌戍", "毋母", "治冶", "崇祟",
           "密蜜", "網綱", "网纲", "幸辛", "券卷", "微徵", "住往佳", "陪部倍", "享亨", "亳毫", "茶荼", "晴睛", "代伐", "科料", "哀衷衰", "拔拨", "折拆析", "斤斥",
           "技枝", "柬東", "束柬", "旦且", "目自白", "九丸", "爪瓜", "杏否", "查杳", "季李", "几凡", "办为", "由甲申", "免兔", "沈沉", "准淮", "于干",
           // sound alike, or mean nearly the same
           "利力", "必须", "定订", "作做", "收受授", "度渡", "制治", "法发", "已以", "在再", "象像", "反返", "决绝", "须需", "权全", "安全", "他她", "坏坯", "豫預",
           "余予", "炮砲", "强彊", "佑祐", "仿倣", "一壹", "二貳", "百佰", "千仟",
           // Unihan calls them variants of each other, and a standard has both
           "子只", "完烟", "关寡", "氯绿", "搞搅", "砌纤", "磁瓷", "澳袄", "榛亲", "胄胃", "啃龈", "專耑", "斤觔", "托拓", "板版", "果菓", "柏栢", "咲笑", "毓育",
           "淡澹", "金釒", "曜耀", "匈胸", "仇讐", "箴針", "奶妳", "仝同", "崎埼", "棋碁", "碗椀", "船舡", "螺蠃", "够彀", "奈柰", "疸瘅", "耙钯", "泄渫", "警儆",
           // OpenCC's Japanese tables have them, but the new form is not in daily use in Japan
           "沪滤", "酢醋",
           // clang-format on
       }) {
    const std::u32string characters = code_points(row);
    for (char32_t a : characters)
      for (char32_t b : characters) EXPECT_EQ(fold(a) == fold(b), a == b) << row;
  }
}

// Merged although one standard tells them apart, because another language or region does not: a known cost. docs/folding.md has the
// reasons.
TEST(Han, DeliberateMerges) {
  for (const char* row : {
           // clang-format off
           "发發髮", "后後", "干乾幹榦", "面麵", "历曆歷", "台臺颱檯", "复復複覆", "丑醜", "谷穀", "余餘", "制製", "斗鬥", "里裏裡", "系係繫", "周週", "曲麯", "钟鐘鍾",
           "板闆", "表錶", "于於", "着著", "借藉", "只隻", "了瞭", "准準", "并並併", "注註", "征徵", "志誌", "沈瀋", "汇匯彙", "签簽籤", "碱硷",
           "联聯連", "弁辨辩瓣", "予豫", "欠缺", "芸藝", "缶罐", "糸絲", "滝瀧", "竜龍", "坂阪",
           // clang-format on
       }) {
    const std::u32string characters = code_points(row);
    for (char32_t c : characters) EXPECT_EQ(fold(c), fold(characters[0])) << row;
  }
}

TEST(Han, FoldsToTheFormInDailyUse) {
  expect_tokens({
      {"國際標準", "国际@0 际标@1 标准@2 准@3"},
      {"生産", "生产@0 产@1"},
      {"皷", "鼓@0"},
  });
}

TEST(Han, SimplifiedOrTraditionalButNotBoth) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    const Character found = character(c);
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

TEST(Han, PicturesOfCharactersAreNone) {
  expect_tokens({
      {"人⿰人", "人@0 人@2"},    // describes how a character is built
      {"人⺀㇀人", "人@0 人@2"},  // a radical and a stroke without an ideograph
  });
}

TEST(Han, IterationMarkAndZero) { expect_tokens({{"人々", "人々@0 々@1"}, {"二〇二四", "二零@0 零二@1 二四@2 四@3"}}); }

}  // namespace
}  // namespace jomun
