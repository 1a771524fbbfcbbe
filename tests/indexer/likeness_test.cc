// Jomun tests: nearly the same texts have nearly the same bits.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/likeness.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/schema.h"

namespace jomun {
namespace {

std::uint64_t likeness_of(std::size_t first, std::size_t terms) {
  Likeness likeness;
  for (std::size_t i = first; i < first + terms; ++i) likeness.add("term" + std::to_string(i));
  return likeness.bits();
}

TEST(Likeness, CountsBitsThatDiffer) {
  EXPECT_EQ(difference(0, 0), 0);
  EXPECT_EQ(difference(5, 6), 2);
  EXPECT_EQ(difference(0, ~std::uint64_t{0}), 64);
}

TEST(Likeness, GrowsLessWithWhatTextsShare) {
  const std::uint64_t text = likeness_of(0, 100);
  EXPECT_EQ(difference(text, likeness_of(0, 100)), 0);
  EXPECT_LE(difference(text, likeness_of(5, 100)), 12);   // 95 of 105 terms
  EXPECT_GE(difference(text, likeness_of(50, 100)), 13);  // a third
  EXPECT_GE(difference(text, likeness_of(1000, 100)), 20);
}

TEST(Likeness, DoesNotDependOnOrderOrParts) {
  Likeness one, other;
  one.add("a", 2);
  one.add("b", 3);
  other.add("b");
  other.add("a", 2);
  other.add("b", 2);
  EXPECT_EQ(one.bits(), other.bits());
}

// However large the counts.
TEST(Likeness, CountsInParts) {
  for (const std::uint32_t many : {1U, 300U, 0xFFFEU, 0xFFFFU, 0x10000U, 0x20001U}) {
    Likeness at_once, in_parts;
    at_once.add("a", many);
    at_once.add("b", many + 1);
    at_once.add("c", 1);
    for (std::uint32_t i = 0; i < many; ++i) {
      in_parts.add("b");
      in_parts.add("a");
    }
    in_parts.add("b");
    in_parts.add("c");
    EXPECT_EQ(at_once.bits(), in_parts.bits()) << many;
  }
}

TEST(Likeness, IsWhatIndexesHave) {  // a change needs another schema::version
  Likeness likeness;
  for (const char* term : {"人工", "工智", "智能", "能"}) likeness.add(term);
  EXPECT_EQ(likeness.bits(), 77811765064509988U);
}

}  // namespace
}  // namespace jomun
