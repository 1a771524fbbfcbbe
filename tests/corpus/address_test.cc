// Jomun tests: addresses as people write them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/address.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "tests/support/texts.h"

namespace jomun {
namespace {

struct Row {
  std::string_view typed, address;
};

void expect_addresses(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(read_address(row.typed).value_or("none"), row.address) << row.typed;
}

TEST(Address, NumeralsOfEveryScriptAreOne) {
  expect_addresses({
      {"第十九条", "19"},
      {"第19條", "19"},
      {"제19조", "19"},
      {"제 19 조", "19"},
      {"Article 19", "19"},
      {"ARTICLE 19", "19"},
      {"art.19", "19"},
      {"Art. 19", "19"},
      {"§ 19", "19"},
      {"Section 12A", "12-a"},
      {"§3A(2)", "3-a.2"},
      {"Section 19", "19"},
      {"s. 19", "19"},
      {"１９", "19"},
      {"⑲", "19"},
      {"十九", "19"},
  });
}

TEST(Address, Branches) {
  expect_addresses({
      {"第七百三十条の二", "730-2"},
      {"第730条の2", "730-2"},
      {"730の2", "730-2"},
      {"제839조의2", "839-2"},
      {"제839조의 2", "none"},
      {"第十七条之一", "17-1"},
      {"Article 14-1", "14-1"},
      {"第百条の二の三", "100-2-3"},
  });
}

TEST(Address, ParagraphsAndItems) {
  expect_addresses({
      {"第三条第二項第一号", "3.2.1"},
      {"第3条第2項第1号イ", "3.2.1.1"},
      {"제3조제2항제1호", "3.2.1"},
      {"제3조 제2항 제1호 가목", "3.2.1.1"},
      {"第十九条第二款", "19.2"},
      {"第三条第二款第（一）项", "3.2.1"},
      {"3(2)(a)", "3.2.a"},
      {"Article 3(2)(iv)", "3.2.4"},
      {"Art. 3 para. 2 no. 1", "3.2.1"},
      {"2.4", "2.4"},
      {"一、（三）", "1.3"},
  });
}

TEST(Address, ChaptersDoNotCountBeforeArticles) {
  expect_addresses({
      {"第二章第三条", "3"},
      {"第一編第二章第三節第四款第五条", "5"},
      {"제2장 제3조", "3"},
      {"Part 2 Article 3", "3"},
      {"Chapter II, Section 5", "5"},
      {"第二章", "2"},
  });
}

TEST(Address, Annexes) {
  expect_addresses({
      {"annex.2.4", "annex.2.4"},
      {"annex2.1", "annex2.1"},
      {"Annex II.4", "annex2.4"},
      {"附件1", "annex"},
      {"附件第三条", "annex.3"},
      {"附件2第三条", "annex2.3"},
      {"別表第二", "annex2"},
      {"별표 3", "annex3"},
      {"부칙 제2조", "supplement.2"},
      {"附則第二条", "supplement.2"},
      {"附則", "supplement"},
  });
}

TEST(Address, AnAddressIsItself) {
  for (const char* address : {"4", "730-2", "1.3", "p1", "i1", "1.p3", "4.i2", "annex.2.4", "annex2.1", "supplement.1", "e3", "4~2",
                              "supplement2.5~2.p1", "12.part2", "1.list2.3", "12-a", "l17", "3.a"})
    EXPECT_EQ(read_address(address).value_or("none"), address);
}

TEST(Address, WhatIsNone) {
  expect_addresses({
      {"", "none"},
      {"( )", "none"},
      {"의무", "none"},
      {"第条", "none"},
      {"19 and 20", "none"},
      {"articleship", "none"},
      {"第三条の", "none"},
      {"4~", "none"},
  });
}

RC_GTEST_PROP(Address, IsReadOnce, ()) {
  const auto address = read_address(*testing::any_text());
  if (address) RC_ASSERT(read_address(*address) == address);
}

}  // namespace
}  // namespace jomun
