// Jomun tests: where a query stands in a text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/clause_matcher.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "tests/searcher/plan_text.h"
#include "tests/support/texts.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

using testing::Planned;

// `text` with the places of the first group in brackets.
std::string marked(Planned& planned, std::string_view text) {
  const Matches matches = planned.match(text);
  std::string result;
  std::size_t at = 0;
  for (const Occurrence& occurrence : matches.at(0)) {
    result.append(text.substr(at, occurrence.begin - at))
        .append("[")
        .append(text.substr(occurrence.begin, occurrence.end - occurrence.begin))
        .append("]");
    at = occurrence.end;
  }
  return result.append(text.substr(at));
}

struct Row {
  const char *query, *marked;  // brackets where the query is found
};

void check(std::initializer_list<Row> rows, Planned::Lexicon lexicon = Planned::Lexicon::none) {
  for (const Row& row : rows) {
    std::string text = row.marked;
    std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
    Planned planned(row.query, lexicon);
    EXPECT_EQ(marked(planned, text), row.marked) << row.query;
  }
}

// Phrases stand as they are, but for case, width and script; never over punctuation.
TEST(ClauseMatcher, Phrases) {
  check({
      {"\"frontier AI\"", "On [Frontier AI] and [frontier ＡＩ]."},
      {"\"frontier AI\"", "AI at the frontier. AI."},
      {"\"frontier AI\"", "frontiers AI, frontier, AI"},  // words as they stand
      {"\"安全发展\"", "[安全发展]，安全。发展；安全\n[安全發展]"},
      {"\"安全发展\"", "安全和发展"},
      {"\"人工智能\"", "[人(rén)工智能]和[人工智能]"},
      {"\"AI安全\"", "[AI安全]、[AI 安全]、AI，安全"},
      {"\"인공지능 안전\"", "[인공지능 안전]을, [인공지능안전]"},
      {"\"국제 협력\"", "국제, 협력; [국제 협력]"},
      {"\"safety\"", "Safely: [safety] 安全"},
      {"\"市、县\"", "[市、县]，市或县，[市，县]"},
      {"\"safe, sound\"", "[safe, sound] safe and sound [safe; sound]"},
  });
}

// A character is found in the middle, at the end and alone.
TEST(ClauseMatcher, SingleCharacters) {
  check({
      {"\"安\"", "[安]全，治[安]，[安]。"},
      {"安", "[安]全，治[安]，[安]。"},
      {"\"전\"", "안[전], [전]기, [전]"},
      {"\"a\"", "[a] ab ba"},  // a letter is a word
  });
}

TEST(ClauseMatcher, Prefixes) {
  check({
      {"govern*", "[govern] [Governments]: [governance], misgovern"},
      {"인공*", "[인공]지능, [인공]위성"},
      {"安*", "[安]全"},
      {"frontier mod*", "[frontier] mode"},
      {"g*", "[govern] a [g]"},
  });
}

// Words in other forms.
TEST(ClauseMatcher, Words) {
  check({
      {"institute", "[institutes] [Institute] constitution"},
      {"safety", "[safety]"},
      {"안전", "[안전]을 [안전] 불[안전]"},
  });
}

// Forms of a concept: the longest of those that overlap, each place once.
TEST(ClauseMatcher, Forms) {
  check(
      {
          {"AI", "[AI], [artificial intelligence], [人工智慧], [인공지능]은, [人工知能]。"},
          {"security", "[安全][保障], [보안], [セキュリティ]"},
          {"AI safety", "[人工智能安全] [AI安全]はAI, safety"},
      },
      Planned::Lexicon::small);
}

TEST(ClauseMatcher, OverlappingFormsLeaveTheLongest) {
  const LexiconIndex lexicon(std::vector<Concept>{{"x", {{"甲乙", "zh-Hans"}, {"乙丙丁", "zh-Hans"}, {"甲", "zh-Hans"}}}},
                             *make_tokenizer());
  const auto tokenizer = make_tokenizer();
  const QueryPlan plan = plan_query(parse_query("甲乙").root, *tokenizer, &lexicon);
  ClauseMatcher matcher(plan, *tokenizer);
  const std::vector<Occurrence> found = matcher.match("甲乙丙丁甲乙").at(0);
  ASSERT_EQ(found.size(), 3U);  // 甲, 乙丙丁, 甲乙
  EXPECT_EQ(found[0].end - found[0].begin, 3U);
  EXPECT_EQ(found[1].end - found[1].begin, 9U);
  EXPECT_EQ(found[2].end - found[2].begin, 6U);
  EXPECT_EQ(found[2].form, 0U);
}

TEST(ClauseMatcher, EmptyTexts) {
  Planned planned("\"安全\" safety");
  for (const char* text : {"", "。", "\n"})
    for (const auto& occurrences : planned.match(text)) EXPECT_TRUE(occurrences.empty());
}

// A matcher forgets the text before.
TEST(ClauseMatcher, OneTextAfterTheOther) {
  Planned planned("安全");
  EXPECT_EQ(marked(planned, "安全"), "[安全]");
  EXPECT_EQ(marked(planned, "发展"), "发展");
  EXPECT_EQ(marked(planned, "发展安全"), "发展[安全]");
}

// Occurrences ascend, do not overlap and are on the text, whatever is asked of whatever text.
RC_GTEST_PROP(ClauseMatcher, AnyQueryAnyText, ()) {
  const std::string query = *testing::any_text(), text = *testing::any_text() + query + *testing::any_text();
  Planned planned(query, Planned::Lexicon::small);
  for (const auto& occurrences : planned.match(text)) {
    std::size_t end = 0;
    for (const Occurrence& occurrence : occurrences) {
      RC_ASSERT(occurrence.begin >= end);
      RC_ASSERT(occurrence.begin < occurrence.end);
      RC_ASSERT(occurrence.end <= text.size());
      end = occurrence.end;
    }
  }
}

// Every word and bigram of a text is found in it.
RC_GTEST_PROP(ClauseMatcher, ATextMatchesItself, ()) {
  const std::string text = *testing::cjk_text();
  std::string query = text;
  std::erase_if(query, [](char c) { return c == '(' || c == '!' || c == '\n'; });
  RC_PRE(parse_query(query).notes.empty());
  Planned planned(query);
  const Matches matches = planned.match(query);
  for (std::size_t group = 0; group < matches.size(); ++group)
    if (planned.plan().groups[group].first + 2 >= planned.plan().groups[group].last) RC_ASSERT(!matches[group].empty());
}

TEST(ClauseMatcher, AbsentFormsAreNotLookedFor) {
  const auto tokenizer = make_tokenizer();
  QueryPlan plan = plan_query(parse_query("AI").root, *tokenizer, &testing::small_lexicon());
  ASSERT_GT(plan.groups[0].forms.size(), 1U);
  plan.groups[0].forms[0].absent = true;
  const Matches matches = ClauseMatcher(plan, *tokenizer).match("AI, artificial intelligence");
  ASSERT_EQ(matches[0].size(), 1U);
  EXPECT_EQ(matches[0][0].form, 1U);
}

// Texts of the same terms have the same, however they are printed.
TEST(ClauseMatcher, Fingerprints) {
  const auto tokenizer = make_tokenizer();
  const QueryPlan plan = plan_query(parse_query("인공지능 안전 人工智能 safety").root, *tokenizer, nullptr);
  ClauseMatcher matcher(plan, *tokenizer);
  const auto fingerprint = [&](std::string_view text) {
    matcher.match(text);
    return matcher.fingerprint();
  };
  EXPECT_EQ(fingerprint("人工智能, safety"), fingerprint("人(rén)工智能") + fingerprint("SAFETY"));
  EXPECT_EQ(fingerprint("안전(安全) 인공지능"), fingerprint("안전 인공지능"));
  EXPECT_NE(fingerprint("人工智能"), fingerprint("人工智能人工智能"));
  EXPECT_NE(fingerprint("人工智能"), fingerprint("safety"));
  EXPECT_NE(fingerprint("发展 safety"), fingerprint("发现 safety"));  // what the query does not have, too
}

// Memory that is used again does not show in what is found.
RC_GTEST_PROP(ClauseMatcher, MatchesIntoMemoryUsedBefore, ()) {
  Planned planned("安全 AI 인공* \"data law\"", Planned::Lexicon::small);
  const auto tokenizer = make_tokenizer();
  ClauseMatcher matcher(planned.plan(), *tokenizer);
  Matches matches;
  for (int i = 0; i < 3; ++i) {
    const std::string text = *testing::any_text() + "AI 安全" + *testing::any_text();
    matcher.match(text, matches);
    RC_ASSERT(matches == planned.match(text));
  }
}

}  // namespace
}  // namespace jomun
