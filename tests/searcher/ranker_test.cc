// Jomun tests: which clauses satisfy a query, and which of two is better.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/ranker.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/searcher/plan_text.h"

namespace jomun {
namespace {

using testing::Planned;

// A query against texts of an index of 1,000 clauses, in which every group is found in 10 but what `frequency` says.
class Ranked {
 public:
  explicit Ranked(std::string_view query, Planned::Lexicon lexicon = Planned::Lexicon::none)
      : planned_(query, lexicon), ranker_(planned_.plan(), std::vector<double>(planned_.plan().groups.size(), 10.0), 1000) {}

  bool satisfies(std::string_view text) { return ranker_.satisfies(evidence_of(text, "", 10)); }
  double score(std::string_view text, std::string_view heading = "", double length = 10) {
    return ranker_.score(evidence_of(text, heading, length), 10).total;
  }

 private:
  Evidence evidence_of(std::string_view text, std::string_view heading, double length) {
    Evidence evidence;
    for (const auto& occurrences : planned_.match(heading)) evidence.in_heading.push_back(!occurrences.empty());
    evidence.named.assign(evidence.in_heading.size(), false);
    evidence.text = planned_.match(text);
    evidence.length = length;
    return evidence;
  }
  Planned planned_;
  Ranker ranker_;
};

struct Row {
  const char *query, *text;
  bool satisfied;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(Ranked(row.query).satisfies(row.text), row.satisfied) << row.query << " | " << row.text;
}

// Conditions.

TEST(Ranker, Words) {
  check({
      {"AI safety", "safety of AI", true},
      {"AI safety", "peace", false},
      {"AI safety", "", false},
      {"安全", "安全", true},
      {"安全", "发展", false},
      {"安", "治安", true},
  });
}

TEST(Ranker, MustAndMustNot) {
  check({
      {"+safety AI", "safety", true},
      {"+safety AI", "AI", false},
      {"safety -AI", "safety", true},
      {"safety -AI", "AI safety", false},
      {"安全 -不安全", "安全", true},
      {"安全 -不安全", "不安全", false},
      {"safety -\"frontier AI\"", "safety of AI at the frontier", true},
      {"safety -\"frontier AI\"", "safety of frontier AI", false},
      {"safety -(AI peace)", "AI safety", true},  // not both
      {"safety -(AI peace)", "AI safety, peace", false},
      {"safety -(AI OR peace)", "AI safety", false},
      {"-AI", "peace", true},
      {"-AI", "AI", false},
  });
}

TEST(Ranker, AndOr) {
  check({
      {"AI AND safety", "AI safety", true},
      {"AI AND safety", "AI", false},
      {"AI OR safety", "AI", true},
      {"AI OR safety", "safety", true},
      {"AI OR safety", "peace", false},
      {"(AI OR safety) AND peace", "safety, peace", true},
      {"(AI OR safety) AND peace", "AI safety", false},
      {"AI OR safety AND peace", "AI", true},
      {"AI OR safety AND peace", "safety", false},
      {"AI AND NOT safety", "AI", true},
      {"AI AND NOT safety", "AI safety", false},
      {"AI safety AND peace", "AI, peace", false},  // operators take words as a whole
      {"AI safety AND peace", "safety of AI, peace", true},
  });
}

TEST(Ranker, PhrasesAndPrefixes) {
  check({
      {"\"AI safety\"", "AI safety", true},
      {"\"AI safety\"", "safety of AI", false},
      {"\"AI safety\" peace", "AI, safety, peace", false},
      {"\"安全发展\"", "安全。发展", false},
      {"govern*", "governance", true},
      {"govern*", "misgovern", false},
  });
}

// Distances count positions, either way round.
TEST(Ranker, Near) {
  check({
      {"safety NEAR/1 AI", "AI safety", true},
      {"safety NEAR/1 AI", "safety AI", true},
      {"safety NEAR/3 AI", "safety a b AI", true},
      {"safety NEAR/2 AI", "safety a b AI", false},
      {"safety NEAR/2 AI", "safety a b AI c safety", true},
      {"安全 NEAR/2 合作", "安全合作", true},
      {"安全 NEAR/2 合作", "安全和合作", false},
      {"safety NEAR/2 AI", "safety safety", false},
      {"a NEAR/2 b NEAR/2 c", "c x b y a", false},
      {"a NEAR/4 b NEAR/4 c", "c x b y a", true},
      {"\"AI safety\" NEAR/3 peace", "AI safety and peace", true},
      {"\"AI safety\" NEAR/3 peace", "AI and safety peace", false},
  });
}

// In a heading a word is met, a phrase is not.
TEST(Ranker, Headings) {
  Planned planned("+safety +\"AI\"");
  const Ranker ranker(planned.plan(), {10, 10}, 1000);
  Evidence evidence;
  evidence.text = planned.match("AI");
  evidence.in_heading = {true, false};
  EXPECT_TRUE(ranker.satisfies(evidence));
  evidence.text = planned.match("peace");
  evidence.in_heading = {true, true};
  EXPECT_FALSE(ranker.satisfies(evidence));
}

// Order. Scores themselves are a matter of tuning.

TEST(Ranker, MoreIsBetter) {
  Ranked ranked("AI safety");
  EXPECT_EQ(ranked.score("peace"), 0);
  EXPECT_GT(ranked.score("AI safety"), ranked.score("AI"));
  EXPECT_GT(ranked.score("AI safety"), ranked.score("AI AI AI"));  // both words before one three times
  EXPECT_GT(ranked.score("AI safety, AI"), ranked.score("AI safety"));
  EXPECT_GT(ranked.score("AI", "", 5), ranked.score("AI", "", 50));  // in a short clause
}

TEST(Ranker, WhatIsSaidFirstCountsMore) {
  Ranked ranked("safety");
  EXPECT_GT(ranked.score("safety of systems and of all who use them"), ranked.score("systems and all who use them and their safety"));
}

TEST(Ranker, AHeadingCountsLessThanTheText) {
  Ranked ranked("safety");
  EXPECT_GT(ranked.score("peace", "safety"), 0);
  EXPECT_GT(ranked.score("safety"), ranked.score("peace", "safety"));
  EXPECT_GT(ranked.score("safety", "safety"), ranked.score("safety"));
}

TEST(Ranker, TheUsersOwnWordCountsMore) {
  Ranked ranked("safety", Planned::Lexicon::small);
  EXPECT_GT(ranked.score("safety"), ranked.score("안전"));
  EXPECT_GT(ranked.score("안전"), 0);
}

TEST(Ranker, TheWholeConceptCountsMoreThanItsParts) {
  Ranked ranked("AI safety", Planned::Lexicon::small);
  EXPECT_GT(ranked.score("인공지능 안전"), ranked.score("인공지능의 발전과 안전"));
  EXPECT_GT(ranked.score("인공지능의 발전과 안전"), ranked.score("안전"));
}

TEST(Ranker, RareWordsCountMore) {
  const Planned planned("AI safety");
  const Ranker ranker(planned.plan(), {1, 900}, 1000);
  EXPECT_GT(ranker.idf(0), ranker.idf(1));
  EXPECT_GT(ranker.idf(1), 0);
  const Ranker nowhere(planned.plan(), {0, 2000}, 1000);  // a word that is nowhere, and an estimate beyond the index
  EXPECT_GT(nowhere.idf(0), nowhere.idf(1));
  EXPECT_GT(nowhere.idf(1), 0);
}

}  // namespace
}  // namespace jomun
