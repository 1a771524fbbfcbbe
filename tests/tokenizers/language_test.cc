// Jomun tests: the language of a run of text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/language.h"

#include <gtest/gtest.h>

namespace jomun {
namespace {

TEST(DetectLanguage, Table) {
  struct Row {
    std::string_view text, language;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"", ""},
           {"  2024. 7. 5. -- ", ""},
           {"\xFF\xFE", ""},
           {"Promote the safe use of AI.", "en"},
           {"促进人工智能安全发展", "zh-Hans"},
           {"促進人工智慧安全發展", "zh-Hant"},
           {"人工", "zh-Hans"},  // nothing tells
           {"인공지능의 안전", "ko"},
           {"人工知能の安全", "ja"},
           {"データ", "ja"},
           {"ﾃﾞｰﾀ", "ja"},
           {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "ko"},  // NFD
           // mixed
           {"联合国(UN)《全球数字契约》(Global Digital Compact)", "zh-Hans"},
           {"인공지능(人工知能, AI)의 이용", "ko"},
           {"國民의 權利와 義務", "ko"},
           {"AI safety (人工智能安全)", "zh-Hans"},
           {"The Seoul Declaration (서울 선언) was adopted at the AI Seoul Summit", "en"},
       })
    EXPECT_EQ(detect_language(row.text), row.language) << row.text;
}

}  // namespace
}  // namespace jomun
