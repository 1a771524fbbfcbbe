// Jomun tests: Korean by initial consonants.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/initial_consonants.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "tests/support/texts.h"

namespace jomun {
namespace {

TEST(InitialConsonants, KeyOfAText) {
  struct Row {
    const char *text, *key;
  };
  for (const Row& row : {
           Row{"인공지능", "ㅇㄱㅈㄴ"},
           {"인공 지능", "ㅇㄱㅈㄴ"},  // spaces
           {"인공\n지능", "ㅇㄱㅈㄴ"},
           {"교육·문화", "ㄱㅇㅁㅎ"},  // punctuation, in three ways
           {"교육ㆍ문화", "ㄱㅇㅁㅎ"},
           {"교육\u119E문화", "ㄱㅇㅁㅎ"},
           {"(국가)", "ㄱㄱ"},
           {"까치 뿌리", "ㄲㅊㅃㄹ"},                         // tense
           {"\u110B\u1175\u11AB\u1100\u1169\u11BC", "ㅇㄱ"},  // NFD
           {"이\u11AB공", "ㅇㄱ"},
           {"\uFFA1\uFFC2\uFFA4\uFFC2", "ㄱㄴ"},  // half-width
           {"ㅇㄱ", "ㅇㄱ"},
           {"\u110B\u1100", "ㅇㄱ"},
           {"\uFFB7\uFFA1", "ㅇㄱ"},
           {"\u1112\u1160\uFFA0\u3164", "ㅎ"},  // fillers
           {"ㄳ", "ㄱㅅ"},                      // joined by the keyboard
           {"ㄺㅄ", "ㄹㄱㅂㅅ"},
           {"ㅏ", "ㅏ"},
           {"AI 안전", "aiㅇㅈ"},  // other scripts
           {"ＡＩ안전", "aiㅇㅈ"},
           {"제1조", "ㅈ1ㅈ"},
           {"Café 법", "cafeㅂ"},
           {"Straße", "strasse"},
           {"국가 國家", "ㄱㄱ国家"},
           {"カタカナ ｶﾞ か\u3099", "カタカナガが"},
           {"\u111A", "ㄹㅎ"},  // was parted only once it was a key
           {"국\xFF가", "ㄱㄱ"},
           {"", ""},
           {" .", ""},
       })
    EXPECT_EQ(initial_consonants(row.text), row.key) << row.text;
}

TEST(InitialConsonants, TellsAKeyFromAText) {
  for (const char* key : {"ㅇ", "ㅇㄱㅈㄴ", "ㄲㅃ", "ㄳ", "ㅎ", "ㅇㄱ ㅈㄴ"}) EXPECT_TRUE(is_initial_consonants(key)) << key;
  for (const char* text : {"", " ", "인공", "인ㄱ", "ㅏ", "ㄱㅏ", "aㅇ", "ㅇ1", "ㆍ", "ㅇ!", "\u1100", "\u3164", "\xE3\x84"})
    EXPECT_FALSE(is_initial_consonants(text)) << text;
}

struct MatchRow {
  const char *typed, *text;
  bool begins, occurs;
};

TEST(InitialConsonants, Pattern) {
  for (const MatchRow& row : {
           // initials only
           MatchRow{"ㅇ", "인공지능", true, true},
           {"ㅇㄱㅈㄴ", "인공지능", true, true},
           {"ㅇㄱ ㅈㄴ", "인공 지능", true, true},
           {"ㅈㄴ", "인공지능", false, true},
           {"ㅇㄱㅈㄴㅂ", "인공지능", false, false},
           {"ㄱㅈ", "국가 지능", false, true},
           {"ㄱ", "까치", false, false},  // tense consonants are letters of their own
           {"ㄲ", "까치", true, true},
           {"ㄱㅅ", "감사", true, true},
           {"ㄳ", "감사", true, true},
           {"ㅇㄱ", "ㅇㄱㅈㄴ", true, true},  // a key as the text
           // syllables and initials
           {"인공ㅈㄴ", "인공지능", true, true},
           {"인ㄱ지ㄴ", "인공지능", true, true},
           {"ㅇ공", "인공지능", true, true},
           {"공ㅈ", "인공지능", false, true},
           {"인공ㅅ", "인공지능", false, false},
           {"인공지능", "인공지능", true, true},
           {"이공ㅈ", "인공지능", false, false},  // unfinished only at the end
           // the last syllable, letter by letter
           {"이", "인공지능", true, true},
           {"인고", "인공지능", true, true},
           {"인공지느", "인공지능", true, true},
           {"인곤", "인공지능", false, false},
           {"고", "과학", true, true},
           {"과", "고학", false, false},
           {"곤", "고나", true, true},  // 고나 on its way
           {"각", "가가", true, true},
           {"갃", "각시", true, true},
           {"닭", "달걀", true, true},
           {"가", "까치", false, false},
           {"각", "가", false, false},
           {"감", "감", true, true},
           {"개", "가이", false, false},  // ㅐ is one key
           // other scripts
           {"ai ㅇㅈ", "AI 안전", true, true},
           {"AI안ㅈ", "ai 안전", true, true},
           {"i안", "AI 안전", false, true},
           {"1ㅈ", "제1조", false, true},
           // decomposed
           {"\u110B\u1175", "인공지능", true, true},
           {"이", "\u110B\u1175\u11AB\u1100\u1169\u11BC", true, true},
           {"\u110B\u1100", "인공", true, true},
           // nothing
           {"", "인공", true, true},
           {" ", "", true, true},
           {"ㅇ", "", false, false},
       }) {
    const InitialConsonantPattern pattern(row.typed);
    EXPECT_EQ(pattern.begins(comparable_text(row.text)), row.begins) << row.typed << " / " << row.text;
    EXPECT_EQ(pattern.occurs_in(comparable_text(row.text)), row.occurs) << row.typed << " / " << row.text;
  }
}

RC_GTEST_PROP(InitialConsonants, AKeyIsItsOwnKeyAndFindsItsText, ()) {
  const std::string text = *testing::any_text();
  const std::string key = initial_consonants(text);
  RC_ASSERT(initial_consonants(key) == key);
  RC_ASSERT(InitialConsonantPattern(key).begins(comparable_text(text)));
  RC_ASSERT(InitialConsonantPattern(text).begins(comparable_text(text)));
}

}  // namespace
}  // namespace jomun
