// Jomun tests: what Xapian is asked for.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/candidate_query.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/query_parser.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

QueryPlan plan_of(std::string_view query) { return plan_query(parse_query(query).root, *make_tokenizer(), nullptr); }

std::string described(const QueryPlan& plan, Net net) { return candidate_query(plan, *make_tokenizer(), net).get_description(); }

Form form(std::string term, bool absent) { return {{{{term, 0, false}}}, term, "ko", "bridge", 1, absent}; }

TEST(GroupQuery, LooksForFormsThatAreThere) {
  Group group;
  group.forms = {form("a", false), form("b", true), form("c", false)};
  EXPECT_EQ(group_query(group).get_description(), "Query((a SYNONYM c))");
}

// The words of a form that is left count as one word all the same.
TEST(GroupQuery, OneFormLeftIsStillOneWord) {
  Group group;
  group.forms = {form("a", true), {{{{"b", 0, false}, {"c", 1, false}}}, "b c", "en", "bridge", 1, false}};
  EXPECT_EQ(group_query(group).get_description(), "Query((SYNONYM (b AND c)))");
  group.forms[1].absent = true;
  EXPECT_TRUE(group_query(group).empty());
}

// What is demanded counts twice what is not.
TEST(CandidateQuery, StrictDemandsWords) {
  const QueryPlan apart = plan_of("安全 发展");
  EXPECT_EQ(described(apart, Net::strict), "Query((安全 AND 发展))");
  EXPECT_EQ(described(apart, Net::loose), "Query((安全 OR 发展))");
  QueryPlan crossing = plan_of("안전 관리");
  for (Group& group : crossing.groups)
    if (!is_required(group)) group.weight = 0.25;
  EXPECT_EQ(described(crossing, Net::strict), "Query(((2 * 안전 AND 2 * 관리) AND_MAYBE 0.25 * 전관))");
  EXPECT_EQ(described(crossing, Net::loose), "Query((안전 OR 0.25 * 전관 OR 관리))");
}

// All of a phrase is demanded by either net, and its rarest part alone is weighed.
TEST(CandidateQuery, WeighsTheRarestTermOfAPhrase) {
  QueryPlan phrase = plan_of("\"人工智能\"");
  phrase.groups[0].forms[0].rarest = 1;
  for (const Net net : {Net::strict, Net::loose}) EXPECT_EQ(described(phrase, net), "Query((工智 FILTER (人工 AND 智能)))");
  EXPECT_EQ(described(plan_of("\"安全\""), Net::strict), "Query(安全)");
}

struct Catch {
  const char* query;
  double expected;
};

// Of 1,000 clauses, each group being in 100.
TEST(ExpectedCatch, ByChance) {
  for (const auto& [query, expected] : std::vector<Catch>{
           {"safety", 100},
           {"safety data", 10},
           {"safety data law", 1},
           {"safety OR data", 200},
           {"safety AND data", 10},
           {"safety -data", 100},
           {"language:ko safety", 100},
           {"language:ko", 1000},
           {"\"data law\"", 100},
       }) {
    const QueryPlan plan = plan_of(query);
    EXPECT_DOUBLE_EQ(expected_catch(plan, std::vector<double>(plan.groups.size(), 100), 1000), expected) << query;
  }
}

}  // namespace
}  // namespace jomun
