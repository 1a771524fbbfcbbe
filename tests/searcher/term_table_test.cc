// Jomun tests: a few terms among many.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/term_table.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace jomun {
namespace {

TEST(LikelySet, AnEmptyOneHasNothing) {
  const LikelySet set;
  for (const std::uint64_t number : {0U, 1U, 0xFFFFFFFFU}) EXPECT_FALSE(set.may_have(number));
}

RC_GTEST_PROP(LikelySet, NeverSaysNoToWhatItHas, (const std::vector<std::uint64_t>& numbers)) {
  LikelySet set;
  for (const std::uint64_t number : numbers) set.add(number);
  for (const std::uint64_t number : numbers) RC_ASSERT(set.may_have(number));
}

// Else it would be of no use.
TEST(LikelySet, SaysNoToNearlyAllOthers) {
  for (const std::size_t size : {1U, 10U, 100U, 5000U}) {
    LikelySet set;
    for (std::size_t number = 0; number < size; ++number) set.add(ends_of("term" + std::to_string(number)));
    std::size_t wrong = 0;
    for (std::size_t number = 0; number < 10000; ++number) wrong += set.may_have(ends_of("other" + std::to_string(number) + "x")) ? 1 : 0;
    EXPECT_LT(wrong, 1000U) << size;
  }
}

TEST(EndsOf, TellsBigramsAndShortTermsApart) {
  EXPECT_NE(ends_of("安全"), ends_of("安定"));
  EXPECT_NE(ends_of("安全"), ends_of("保全"));
  EXPECT_NE(ends_of("a"), ends_of("b"));
  EXPECT_NE(ends_of("ab"), ends_of("ba"));
}

RC_GTEST_PROP(TermTable, FindsWhatItHas, (const std::vector<std::string>& terms, const std::vector<std::string>& others)) {
  TermTable table;
  std::map<std::string, std::size_t> expected;
  for (std::size_t i = 0; i < terms.size(); ++i) RC_ASSERT(table.add(terms[i], i) == expected.emplace(terms[i], i).first->second);
  for (const std::string& term : terms) {
    RC_ASSERT(table.may_have(ends_of(term)));
    RC_ASSERT(table.find(term) == expected.at(term));
  }
  for (const std::string& term : others) RC_ASSERT(table.find(term).has_value() == expected.contains(term));
}

}  // namespace
}  // namespace jomun
