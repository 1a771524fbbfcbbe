// Jomun tests: a word in Hangul and in Han is known to be one word.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/gloss.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "tokenizers/characters.h"
#include "tokenizers/readings.h"

namespace jomun {
namespace {

std::size_t first_bracket(std::string_view text) { return std::min(text.find('('), text.find("（")); }

struct Row {
  std::string_view text, inside, rest;  // the text, and what gloss_at() says of its first bracket
  std::size_t characters;
};

TEST(Gloss, HanAfterHangulAndHangulAfterHan) {
  for (const Row& row : std::initializer_list<Row>{
           {"파양(罷養)", "罷養", "", 2},
           {"罷養(파양)", "파양", "", 2},
           {"한국（韓國）의", "韓國", "의", 2},
           {"한국(韓國）의", "韓國", "의", 2},
           {"제3항의 벌금형을 과(科)한다", "科", "한다", 1},
           // the end of a longer word
           {"자유민주적 기본질서(秩序)", "秩序", "", 2},
           // spaces
           {"인공 지능(人工智能)을", "人工智能", "을", 4},
           {"人工智能(인공 지능)", "인공 지능", "", 4},
           {"무연고 시신(無緣故 屍身)", "無緣故 屍身", "", 5},
           {"無緣故 屍身(무연고 시신)", "무연고 시신", "", 5},
           // the initial-sound law, obeyed and not
           {"노동(勞動)", "勞動", "", 2},
           {"로동(勞動)", "勞動", "", 2},
           {"근로(勤勞)", "勤勞", "", 2},
           {"여자(女子)", "女子", "", 2},
           {"녀자(女子)", "女子", "", 2},
           {"비율(比率)", "比率", "", 2},
           {"확률(確率)", "確率", "", 2},
           {"배열(配列)", "配列", "", 2},
           {"행렬(行列)", "行列", "", 2},
           {"이사(理事)", "理事", "", 2},
           {"양식(樣式)", "樣式", "", 2},
           {"내년(來年)", "來年", "", 2},
           {"勞動(노동)", "노동", "", 2},
           // a reading of some words only
           {"시월(十月)", "十月", "", 2},
           {"유월(六月)", "六月", "", 2},
           {"모과(木瓜)", "木瓜", "", 2},
           // conjoining jamo
           {"\u1112\u1161\u11AB\u1100\u116E\u11A8(韓國)", "韓國", "", 2},
           {"\u1109\u1169(訴)를", "訴", "를", 1},
           {"韓國(\u1112\u1161\u11AB국)", "\u1112\u1161\u11AB국", "", 2},
           // compatibility ideographs, other forms, variation selectors
           {"노동(\uF92F動)", "\uF92F動", "", 2},
           {"여자(\uF981子)", "\uF981子", "", 2},
           {"한국(韓国)", "韓国", "", 2},
           {"한국(韓\U000E0100國)", "韓\U000E0100國", "", 2},
           {"韓國\U000E0100(한국)", "한국", "", 2},
       }) {
    const auto gloss = gloss_at(row.text, first_bracket(row.text));
    ASSERT_TRUE(gloss) << row.text;
    EXPECT_EQ(row.text.substr(gloss->inside.begin, gloss->inside.end - gloss->inside.begin), row.inside) << row.text;
    EXPECT_EQ(row.text.substr(gloss->end), row.rest) << row.text;
    EXPECT_EQ(gloss->characters, row.characters) << row.text;
  }
}

TEST(Gloss, OtherBracketsAreNone) {
  for (const char* text : {
           "제1조(목적)",    "소(牛)",     "제3자방(第三者方)", "한국(韓國語)",     "국(韓國)",       "한국(國韓)",         "한국(일본)",
           "大韓(韓國)",     "한국(韓국)", "한국( 韓國)",       "한국 (韓國)",      "\"한국\"(韓國)", "한국(韓國",          "한국(",
           "한국()",         "(韓國)",     "第一條(목적)",      "한국(韓國, 日本)", "한1국(韓國)",    "절토(切土: 흙깎기)", "한국(UN)",
           "\xED\x95(韓國)",
       })
    EXPECT_FALSE(gloss_at(text, first_bracket(text))) << text;
}

// As many characters as a word can have, and no more.
TEST(Gloss, IsBounded) {
  for (std::size_t size : {32U, 33U}) {
    std::string han, hangul;
    for (std::size_t i = 0; i < size; ++i) {
      han += "韓";
      hangul += "한";
    }
    EXPECT_EQ(gloss_at(hangul + '(' + han + ')', hangul.size()).has_value(), size == 32);
    EXPECT_EQ(gloss_at(han + '(' + hangul + ')', han.size()).has_value(), size == 32);
  }
  const std::string spaces = "한" + std::string(100, ' ') + "국(韓國)";
  EXPECT_FALSE(gloss_at(spaces, spaces.find('(')));
}

TEST(Gloss, EveryReadingOfEveryCharacter) {
  const auto utf8_of = [](char32_t c) {
    char bytes[4];
    return std::string(bytes, encode(c, bytes));
  };
  std::size_t count = 0;
  for (char32_t c = 0x3000; c < 0x33000; ++c)
    for (const std::uint16_t reading : korean_readings(c)) {
      const std::string han = utf8_of(c), hangul = utf8_of(U'가' + reading);
      ASSERT_TRUE(gloss_at(hangul + '(' + han + ')', 3)) << hangul << han;
      ASSERT_TRUE(gloss_at(han + '(' + hangul + ')', han.size())) << hangul << han;
      ++count;
    }
  EXPECT_GT(count, 25'000U);
}

}  // namespace
}  // namespace jomun
