// Jomun tests: what a query asks for.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/query_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "tests/searcher/plan_text.h"
#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using testing::Planned;

bool overlap(const Group& a, const Group& b) { return a.first < b.last && b.first < a.last; }

// The groups in a line: text<concepts>, in brackets what is only part of a concept above it. Left out are characters and whatever else
// the plan gathers as evidence from inside or beside a concept: that is a matter of tuning.
std::string groups_of(const Planned& planned) {
  std::string line;
  for (const Leaf& leaf : planned.plan().leaves)
    for (const std::size_t index : leaf.groups) {
      const Group& group = planned.plan().groups[index];
      const bool evidence = group.concepts.empty() && std::any_of(leaf.groups.begin(), leaf.groups.end(), [&](std::size_t other) {
                              return !planned.plan().groups[other].concepts.empty() && overlap(group, planned.plan().groups[other]);
                            });
      if (group.evidence || evidence) continue;
      std::string one = group.text + (group.concepts.empty() ? "" : "<" + group.concepts + ">");
      if (!group.top) one = "(" + one + ")";
      line += (line.empty() ? "" : " ") + one;
    }
  return line;
}

// The forms of the first group: text:language.
std::string forms_of(const Planned& planned) {
  std::string line;
  for (const Form& form : planned.plan().groups.at(0).forms)
    line += (line.empty() ? "" : ", ") + form.text + (form.language.empty() ? "" : ":" + form.language);
  return line;
}

struct Row {
  const char *query, *groups;
};

// Without a lexicon: each word and each bigram for itself.
TEST(QueryPlan, NoLexicon) {
  for (const Row& row : std::initializer_list<Row>{
           {"", ""},
           {"!!!", ""},
           {"安", "安"},
           {"人工智能", "人工 工智 智能"},
           {"AI safety", "AI safety"},
           {"AI安全", "AI 安全"},
           {"the safety of AI", "safety AI"},       // stop words ask for nothing
           {"to be or not to be", "to be or not"},  // unless there is nothing else
           {"\"the safety\"", "the safety"},
           {"govern*", "govern"},
           {"人工*", "人工"},
           {"a OR safety", "a safety"},  // each side for itself
           {"language:ko 안전", "안전"},
       })
    EXPECT_EQ(groups_of(Planned(row.query)), row.groups) << row.query;
}

// What only makes a question of it asks for nothing.
TEST(QueryPlan, Questions) {
  for (const Row& row : std::initializer_list<Row>{
           {"What is AI safety?", "AI safety"},
           {"Can you tell me about AI, please?", "AI"},
           {"请问人工智能？", "人工 工智 智能"},
           {"請問人工智能", "人工 工智 智能"},  // in any characters
           {"인공지능은 무엇인가요?", "인공 공지 지능 능은"},
           {"인공지능에 대해 알려 주세요.", "인공 공지 지능"},
           {"人工知能とは何ですか？", "人工 工知 知能"},
           {"人工知能について教えてください", "人工 工知 知能"},
           {"please", "please"},  // there is nothing else
           {"请问", "请问"},
           {"무엇인가요", "무엇 엇인 인가 가요"},
           {"pleased", "pleased"},  // whole words only
           {"설명해주세요 의무", "설명 명해 해주 주세 세요 요 의 의무"},
           {"\"what is AI please\"", "what is AI please"},  // meant as it stands
       })
    EXPECT_EQ(groups_of(Planned(row.query)), row.groups) << row.query;
}

// With one: the longest concept from the left, and those inside it as its parts.
TEST(QueryPlan, Concepts) {
  for (const Row& row : std::initializer_list<Row>{
           {"AI", "AI<ai>"},
           {"AI safety", "AI safety<ai-safety> (AI<ai>) (safety<safety>)"},
           {"AI safety institute", "AI safety<ai-safety> (AI<ai>) (safety<safety>) institute"},
           {"safety AI", "safety<safety> AI<ai>"},
           {"安全", "安全<safety,security>"},
           {"人工智能安全", "人工智能安全<ai-safety> (人工智能<ai>) (安全<safety>)"},  // as in AI safety
           {"保障人工智能", "保障<security> 人工智能<ai>"},
           {"인공 지능 안전", "인공 지능 안전<ai-safety> (인공 지능<ai>) (안전<safety>)"},
           {"artificial safety", "safety<safety> artificial"},
           {"the safety", "safety<safety>"},
           {"\"AI safety\"", "AI safety"},  // a phrase is meant as it stands
           {"safety*", "safety"},
       })
    EXPECT_EQ(groups_of(Planned(row.query, Planned::Lexicon::small)), row.groups) << row.query;
}

// The user's own form first; forms that differ by folding only are one.
TEST(QueryPlan, Forms) {
  struct FormsRow {
    const char *query, *forms;
  };
  for (const FormsRow& row : std::initializer_list<FormsRow>{
           {"safety", "safety, 安全:zh-Hans, 안전:ko"},
           {"Safety", "Safety, 安全:zh-Hans, 안전:ko"},
           {"보안", "보안, security:en, 安全:zh-Hans, 保障:zh-Hans, セキュリティ:ja"},
           {"人工知能", "人工知能, AI:en, artificial intelligence:en, 人工智能:zh-Hans, 人工智慧:zh-Hant, 인공지능:ko"},
           {"安全", "安全, safety:en, 안전:ko, security:en, 保障:zh-Hans, 보안:ko, セキュリティ:ja"},
       })
    EXPECT_EQ(forms_of(Planned(row.query, Planned::Lexicon::small)), row.forms) << row.query;
  EXPECT_EQ(forms_of(Planned("safety")), "safety");
}

TEST(QueryPlan, KindsOfQueries) {
  struct Kind {
    const char* query;
    bool strict, expanded;
  };
  for (const Kind& kind : {Kind{"", false, false},
                           {"!!!", false, false},
                           {"\"安全\"", true, false},
                           {"\"安全\" OR data*", true, false},
                           {"\"安全\" 数据", false, false},
                           {"\"数据\" 安全", false, true}}) {
    const Planned planned(kind.query, Planned::Lexicon::small);
    EXPECT_EQ(is_strict(planned.plan()), kind.strict) << kind.query;
    EXPECT_EQ(is_expanded(planned.plan()), kind.expanded) << kind.query;
  }
}

TEST(QueryPlan, WhereFormsComeFrom) {
  const Planned planned("安全", Planned::Lexicon::small);
  const std::vector<Form>& forms = planned.plan().groups.at(0).forms;
  EXPECT_EQ(forms.at(0).via, "query");
  EXPECT_EQ(forms.at(1).via, "lexicon:safety");
  EXPECT_EQ(forms.back().via, "lexicon:security");
  EXPECT_GT(forms.at(0).weight, forms.at(1).weight);
}

TEST(QueryPlan, MeaningsThatAreNotTheSame) {
  const auto not_equal = [](std::string_view query) { return Planned(query, Planned::Lexicon::small).plan().groups.at(0).not_equal; };
  EXPECT_EQ(not_equal("安全"), (std::vector<std::string>{"safety", "security"}));  // whichever of the two says so
  EXPECT_TRUE(not_equal("safety").empty());
  EXPECT_TRUE(not_equal("AI").empty());
  EXPECT_TRUE(not_equal("xyzzy").empty());
}

// English endings tell concepts apart where a form has the very words; else all that share the stem are asked for.
TEST(QueryPlan, TheVeryWordsTellConceptsOfOneStemApart) {
  std::vector<LexiconProblem> problems;
  const std::unique_ptr<Tokenizer> tokenizer = make_tokenizer();
  const LexiconIndex lexicon(parse_lexicon("id\ten\tko\ntrade-tax\tcustoms|customs duty\t관세\nconsumer\tcustomer\t소비자\n"
                                           "habit\tCustoms\t관습\n",
                                           problems),
                             *tokenizer);
  for (const Row& row : std::initializer_list<Row>{
           {"customs", "trade-tax,habit"},
           {"CUSTOMS", "trade-tax,habit"},
           {"customer", "consumer"},
           {"customers", "trade-tax,consumer,habit"},
           {"customs duties", "trade-tax"},
       })
    EXPECT_EQ(plan_query(parse_query(row.query).root, *tokenizer, &lexicon).groups.at(0).concepts, row.groups) << row.query;
}

// What counts less: parts, bigrams over a boundary, function characters and particles.
TEST(QueryPlan, Weights) {
  const auto weight = [](std::string_view query, std::string_view text, Planned::Lexicon lexicon = Planned::Lexicon::none) {
    const Planned planned(query, lexicon);
    for (const Group& group : planned.plan().groups)
      if (group.text == text && !group.evidence) return group.weight;
    ADD_FAILURE() << text << " is no group of " << query;
    return 0.0;
  };
  EXPECT_LT(weight("发展安全", "展安", Planned::Lexicon::small), weight("发展安全", "发展", Planned::Lexicon::small));
  EXPECT_LT(weight("安全的发展", "全的"), weight("安全的发展", "安全"));
  EXPECT_LT(weight("안전을", "전을"), weight("안전을", "안전"));
  EXPECT_LT(weight("AI safety", "AI", Planned::Lexicon::small), weight("AI safety", "AI safety", Planned::Lexicon::small));
}

TEST(QueryPlan, WhatIsSaidTwiceIsOneGroup) {
  const Planned planned("safety safety AI");
  ASSERT_GE(planned.plan().groups.size(), 2U);
  const Group &safety = planned.plan().groups[0], &ai = planned.plan().groups[1];
  EXPECT_EQ(ai.text, "AI");
  EXPECT_EQ(ai.repetition, 1);
  EXPECT_GT(safety.repetition, 1);  // more than once,
  EXPECT_LT(safety.repetition, 2);  // but not twice as much
}

// However long the query, the plan is bounded.
TEST(QueryPlan, LongQuery) {
  std::string query;
  for (char32_t c = 0x4E00; c < 0x4E00 + max_query_cells + 500; ++c) {
    char bytes[4];
    query.append(bytes, encode(c, bytes));
  }
  const Planned planned(query);
  EXPECT_TRUE(planned.plan().cut);
  EXPECT_LE(planned.plan().groups.size(), 3 * max_query_cells);
}

// The tree is that of the query.
TEST(QueryPlan, Tree) {
  const Planned planned("a OR \"b c\" language:ko");
  const PlanNode& any = planned.plan().root.children.at(0);
  EXPECT_EQ(any.kind, QueryNode::Kind::any);
  EXPECT_EQ(any.occurs, QueryNode::Occurs::must);
  const PlanNode& right = any.children.at(1);
  EXPECT_TRUE(planned.plan().leaves.at(right.children.at(0).leaf).strict);
  EXPECT_EQ(right.children.at(1).kind, QueryNode::Kind::field);
  EXPECT_EQ(planned.plan().fields.at(right.children.at(1).field).text, "ko");
}

}  // namespace
}  // namespace jomun
