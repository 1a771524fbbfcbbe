// Jomun tests: what the query language makes of a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/query_parser.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "tests/support/texts.h"

namespace jomun {
namespace {

struct Row {
  const char *query, *tree;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const ParsedQuery parsed = parse_query(row.query);
    EXPECT_EQ(to_string(parsed.root), row.tree) << row.query;
    EXPECT_TRUE(parsed.notes.empty()) << row.query << ": " << parsed.notes.front();
  }
}

TEST(QueryParser, Words) {
  check({
      {"", "(seq)"},
      {" \t\n　", "(seq)"},
      {"safety", R"((seq "safety"))"},
      {"AI  safety　institute", R"((seq "AI safety institute"))"},
      {"人工智能 安全", R"((seq "人工智能 安全"))"},
      {"and or not near", R"((seq "and or not near"))"},  // operators are in capitals
      {"ANDROID NEARBY NEAR/x NEAR/-1", R"((seq "ANDROID NEARBY NEAR/x NEAR/-1"))"},
      {"*", R"((seq "*"))"},
      {"a - b + c", R"((seq "a b c"))"},  // dashes between words
      {"risk-based C++ 2.4", R"((seq "risk-based C++ 2.4"))"},
      {"AI:safety http://x", R"((seq "AI:safety http://x"))"},  // no fields
  });
}

TEST(QueryParser, Phrases) {
  check({
      {R"("frontier AI")", R"((seq +(phrase "frontier AI")))"},
      {"“frontier AI”", R"((seq +(phrase "frontier AI")))"},
      {"„frontier AI“", R"((seq +(phrase "frontier AI")))"},
      {"＂安全＂", R"((seq +(phrase "安全")))"},
      {R"(a "b c" d)", R"((seq "a" +(phrase "b c") "d"))"},
      {R"(a"b"c)", R"((seq "a" +(phrase "b") "c"))"},
      {R"("a""b")", R"((seq +(phrase "a") +(phrase "b")))"},
      {R"(-"a b" +"c d")", R"((seq -(phrase "a b") +(phrase "c d")))"},
      {R"("a OR (b")", R"((seq +(phrase "a OR (b")))"},  // nothing is an operator inside
      {R"("" "  " a)", R"((seq "a"))"},
  });
}

// What East Asian keyboards type means the same.
TEST(QueryParser, FullWidth) {
  check({
      {"＋安全 －军事", R"((seq +"安全" -"军事"))"},
      {"安全　－军事", R"((seq "安全" -"军事"))"},
      {"安全，－军事、＋发展", R"((seq "安全" -"军事" +"发展"))"},
      {"＋（安全 治理）", R"((seq +(seq "安全 治理")))"},
      {"（安全 OR 安保） AND 发展", R"((seq +(and (seq (or (seq "安全") (seq "安保"))) (seq "发展"))))"},
      {"（安全 ＯＲ 安保） ＡＮＤ 发展", R"((seq +(and (seq (or (seq "安全") (seq "安保"))) (seq "发展"))))"},
      {"安全 ＮＯＴ 军事", R"((seq "安全" -"军事"))"},
      {"安全 NEAR／5 发展", R"((seq +(near/5 "安全" "发展")))"},
      {"安全 ＮＥＡＲ／１２ 发展", R"((seq +(near/12 "安全" "发展")))"},
      {"안전＊", R"((seq +(prefix "안전")))"},
      {"language：ko", R"((seq +(language "ko")))"},
      {"ｌａｎｇｕａｇｅ：ｋｏ 안전", R"((seq +(language "ko") "안전"))"},
      {"date：２０２３．．２０２４", R"((seq +(date "2023..2024")))"},
      {"language:ko，安全", R"((seq +(language "ko") "安全"))"},
      {"title：「人工 智能」", R"((seq +(title "人工 智能")))"},
      {"安全｜안전", R"((seq +(or (seq "安全") (seq "안전"))))"},
      {"a | b || c", R"((seq +(or (seq "a") (seq "b") (seq "c"))))"},
      {"目标：安全，发展、治理。", R"((seq "目标：安全，发展、治理。"))"},  // a sentence
      {"－ 安全 ＋ 发展", R"((seq "安全 发展"))"},
      {"＊", R"((seq "＊"))"},
  });
}

TEST(QueryParser, QuotationMarksOfOtherCountries) {
  check({
      {"‟frontier AI”", R"((seq +(phrase "frontier AI")))"},
      {"«frontier AI» ›safety‹", R"((seq +(phrase "frontier AI") +(phrase "safety")))"},
      {"「人工知能」", R"((seq +(phrase "人工知能")))"},
      {"『人工 知能』 「安全」", R"((seq +(phrase "人工 知能") +(phrase "安全")))"},
      {"「人工知能」「安全」", R"((seq +(phrase "人工知能") "「安全」"))"},
      {"《数据安全法》 罚款", R"((seq +(phrase "数据安全法") "罚款"))"},
      {"〈인공지능 기본법〉", R"((seq +(phrase "인공지능 기본법")))"},
      {"－「軍事」 安全", R"((seq -(phrase "軍事") "安全"))"},
      {"“a 「b」 c”", R"((seq +(phrase "a 「b」 c")))"},
      {"「a \"b」", R"((seq +(phrase "a "b")))"},
      // Inside a sentence they are the sentence's.
      {"根据《数据安全法》第三条", R"((seq "根据《数据安全法》第三条"))"},
      {"「人工知能」とは何ですか", R"((seq "「人工知能」とは何ですか"))"},
      {"「人工知能", R"((seq "「人工知能"))"},
      {"人工知能」", R"((seq "人工知能」"))"},
      // Apostrophes quote nothing.
      {"China's ‘safety’ 'AI'", R"((seq "China's ‘safety’ 'AI'"))"},
      {R"("risk"-based)", R"((seq +(phrase "risk") "-based"))"},
  });
}

// Brackets of a text are no brackets of the query.
TEST(QueryParser, BracketsOfTheText) {
  check({
      {"人工智能（AI）安全", R"((seq "人工智能（AI）安全"))"},
      {"파양(罷養)을", R"((seq "파양(罷養)을"))"},
      {"人工智能（artificial intelligence，AI）的安全", R"((seq "人工智能（artificial intelligence，AI）的安全"))"},
      {"（二）推进治理", R"((seq "（二）推进治理"))"},
      {"large language model(s) f(x) y", R"((seq "large language model(s) f(x) y"))"},
      {"a(b OR c)", R"((seq "a" (or (seq "b") (seq "c"))))"},
      {"a（b ＯＲ c）", R"((seq "a" (or (seq "b") (seq "c"))))"},
      {"a(\"b\")", R"((seq "a" (seq +(phrase "b"))))"},
      {"NOT (a b)", R"((seq -(seq "a b")))"},
  });
}

TEST(QueryParser, MustAndMustNot) {
  check({
      {"+안전 -군사", R"((seq +"안전" -"군사"))"},
      {"a b -c d e", R"((seq "a b" -"c" "d e"))"},
      {"a NOT b c", R"((seq "a" -"b" "c"))"},
      {"NOT \"a b\"", R"((seq -(phrase "a b")))"},
      {"+AND", R"((seq +"AND"))"},
      {"--a", R"((seq -"-a"))"},
      {"-(a b)", R"((seq -(seq "a b")))"},
      {"NOT (a OR b)", R"((seq -(or (seq "a") (seq "b"))))"},
  });
}

TEST(QueryParser, AndBindsCloserThanOr) {
  check({
      {"a AND b", R"((seq +(and (seq "a") (seq "b"))))"},
      {"a OR b", R"((seq +(or (seq "a") (seq "b"))))"},
      {"a OR b AND c", R"((seq +(or (seq "a") (and (seq "b") (seq "c")))))"},
      {"(a OR b) AND c", R"((seq +(and (seq (or (seq "a") (seq "b"))) (seq "c"))))"},
      {"a b AND c d", R"((seq +(and (seq "a b") (seq "c d"))))"},
      {"a AND b AND c", R"((seq +(and (seq "a") (seq "b") (seq "c"))))"},
      {"a AND NOT b", R"((seq +(and (seq "a") (seq -"b"))))"},
      {"(a)(b)", R"((seq (seq "a") (seq "b")))"},
      {"((a))", R"((seq (seq (seq "a"))))"},
  });
}

TEST(QueryParser, Near) {
  check({
      {"a NEAR b", R"((seq +(near/10 "a" "b")))"},
      {"a NEAR/5 b", R"((seq +(near/5 "a" "b")))"},
      {"a NEAR/1000 b", R"((seq +(near/1000 "a" "b")))"},
      {"a NEAR/2 b NEAR/7 c", R"((seq +(near/7 "a" "b" "c")))"},  // the widest
      {R"(x "a b" NEAR/3 c y)", R"((seq "x" +(near/3 +(phrase "a b") "c") "y"))"},
      {"x y NEAR z", R"((seq "x" +(near/10 "y" "z")))"},  // the words beside it
  });
}

TEST(QueryParser, Prefixes) {
  check({
      {"govern*", R"((seq +(prefix "govern")))"},
      {"인공*", R"((seq +(prefix "인공")))"},
      {"a b* c", R"((seq "a" +(prefix "b") "c"))"},
      {"-govern*", R"((seq -(prefix "govern")))"},
      {"go*vern", R"((seq "go*vern"))"},
  });
}

TEST(QueryParser, Fields) {
  check({
      {"language:ko", R"((seq +(language "ko")))"},
      {"safety work:seoul-2024 label:第十九条", R"((seq "safety" +(work "seoul-2024") +(label "第十九条")))"},
      {"title:\"AI Act\" issuer:oecd", R"((seq +(title "AI Act") +(issuer "oecd")))"},
      {"title:“人工 智能”", R"((seq +(title "人工 智能")))"},
      {"-language:ko", R"((seq -(language "ko")))"},
      {"date:2023..2024", R"((seq +(date "2023..2024")))"},
      {"date:..2024-05", R"((seq +(date "..2024-05")))"},
      {"modality:must-not", R"((seq +(modality "must-not")))"},
      {"-modality:may a", R"((seq -(modality "may") "a"))"},
      {R"(modality:"recommend")", R"((seq +(modality "recommend")))"},
      {"(language:ko OR language:en) a", R"((seq +(or (seq +(language "ko")) (seq +(language "en"))) "a"))"},
      {"(work:a OR work:b)", R"((seq +(or (seq +(work "a")) (seq +(work "b")))))"},
      {"label:(a", R"((seq +(label "(a")))"},
      {"title:a:b", R"((seq +(title "a:b")))"},
      {"Language:ko", R"((seq "Language:ko"))"},
  });
  EXPECT_TRUE(is_query_field("date"));
  EXPECT_FALSE(is_query_field("text"));
  EXPECT_FALSE(is_query_field(""));
}

// What does not fit is taken as words, and the user is told.
TEST(QueryParser, Nonsense) {
  const std::string operators = "the operators do not fit together; the query is taken as words";
  const std::string open_quote = "a quotation mark is not closed; the phrase goes to the end of the query";
  const auto no_date = [](const std::string& text) {
    return "date:" + text + " has no date like 2024-05-21, 2024-05, 2024 or 2023..2024; it is taken as words";
  };
  const auto no_modality = [](const std::string& text) {
    return "modality:" + text + " has no modality, which is must, must-not, may or recommend; it is taken as words";
  };
  const auto no_value = [](const std::string& field) { return field + ": has no value behind it; it is taken as a word"; };
  const auto no_distance = [](const std::string& near) { return near + " has no distance from 1 to 1000; it is taken as a word"; };
  struct Nonsense {
    const char *query, *tree;
    std::vector<std::string> notes;
  };
  for (const Nonsense& row : std::initializer_list<Nonsense>{
           {"(a b", R"((seq "a b"))", {operators}},
           {"a b)", R"((seq "a b"))", {operators}},
           {"()", "(seq)", {operators}},
           {")(", "(seq)", {operators}},
           {"AND", "(seq)", {operators}},
           {"a AND", R"((seq "a"))", {operators}},
           {"OR a", R"((seq "a"))", {operators}},
           {"a AND OR b", R"((seq "a b"))", {operators}},
           {"a NOT", R"((seq "a"))", {operators}},
           {"NEAR a", R"((seq "a"))", {operators}},
           {"a NEAR b*", R"((seq "a b"))", {operators}},
           {"a NEAR (b c)", R"((seq "a b c"))", {operators}},
           {"work:x NEAR a", R"((seq "x a"))", {operators}},
           {R"("a b)", R"((seq +(phrase "a b")))", {open_quote}},
           {R"(a "b c" ")", R"((seq "a" +(phrase "b c")))", {open_quote}},
           {R"(("a b)", R"((seq "a b"))", {open_quote, operators}},
           {"date:abcdefg", R"((seq "date:abcdefg"))", {no_date("abcdefg")}},
           {"date:2024..zzzzzzz", R"((seq "date:2024..zzzzzzz"))", {no_date("2024..zzzzzzz")}},
           {"modality:duty a", R"((seq "modality:duty a"))", {no_modality("duty")}},
           {R"(modality:"a b")", R"((seq +(phrase "a b")))", {no_modality("a b")}},
           {"a NEAR/0 b NEAR/1001 c", R"((seq "a NEAR/0 b NEAR/1001 c"))", {no_distance("NEAR/0"), no_distance("NEAR/1001")}},
           {"a NEAR/99999999999999999999 b", R"((seq "a NEAR/99999999999999999999 b"))", {no_distance("NEAR/99999999999999999999")}},
           {"a language:", R"((seq "a language:"))", {no_value("language")}},
           {"work: a", R"((seq "work: a"))", {no_value("work")}},
           {R"(title:"" a)", R"((seq "a"))", {no_value("title")}},
           {R"(modality:" " a)", R"((seq "a"))", {no_value("modality")}},
           {"a date:..", R"((seq "a date:.."))", {no_date("..")}},
       }) {
    const ParsedQuery parsed = parse_query(row.query);
    EXPECT_EQ(to_string(parsed.root), row.tree) << row.query;
    EXPECT_EQ(parsed.notes, row.notes) << row.query;
  }
}

TEST(QueryParser, BracketsNestToALimit) {
  const auto nested = [](std::size_t depth) { return parse_query(std::string(depth, '(') + "a" + std::string(depth, ')')); };
  EXPECT_TRUE(nested(32).notes.empty());
  EXPECT_EQ(nested(33).notes.size(), 1U);
  EXPECT_EQ(to_string(nested(100'000).root), R"((seq "a"))");
}

TEST(QueryParser, PhrasesAndPrefixesAreSoMany) {
  const auto repeated = [](const std::string& part, int times) {
    std::string query;
    for (int i = 0; i < times; ++i) query += part;
    return parse_query(query);
  };
  for (const char* part : {"a* ", "\"a b\" "}) {
    EXPECT_TRUE(repeated(part, 200).notes.empty());
    EXPECT_EQ(repeated(part, 201).notes,
              std::vector<std::string>{"the query has more than 200 phrases and prefixes; it is taken as words"});
  }
}

TEST(QueryParser, WordsToLookFor) {
  const std::string query = "a  b, c “d e”-f NOT g work:x h* +i（j） +k l";
  std::vector<std::string> words;
  for (const Span& place : parse_query(query).words) words.push_back(query.substr(place.begin, place.end - place.begin));
  EXPECT_EQ(words, (std::vector<std::string>{"a  b, c", "d e", "-f", "i（j）", "k", "l"}));
}

// Anything can be asked.

std::size_t depth_of(const QueryNode& node) {
  std::size_t depth = 0;
  for (const QueryNode& child : node.children) depth = std::max(depth, depth_of(child));
  return depth + 1;
}

void check_any(const std::string& query) {
  const ParsedQuery parsed = parse_query(query);
  RC_ASSERT(parsed.root.kind == QueryNode::Kind::sequence);
  RC_ASSERT(depth_of(parsed.root) < 120U);
  RC_ASSERT(!to_string(parsed.root).empty());
  std::size_t end = 0;
  for (const Span& place : parsed.words) {
    RC_ASSERT(place.begin >= end && place.end >= place.begin && place.end <= query.size());
    end = place.end;
  }
  for (const std::string& note : parsed.notes) RC_ASSERT(note.find('\n') == std::string::npos);
}

RC_GTEST_PROP(QueryParser, AnyTextIsAQuery, ()) { check_any(*testing::any_text()); }

RC_GTEST_PROP(QueryParser, AnyMixtureOfOperatorsIsAQuery, ()) {
  const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
      "(",   ")",    "\"",    "“",      "”",  "+",    "-",        "*",    ":",      "..",     " ",    " ",      " ",      "AND", "OR",
      "NOT", "NEAR", "NEAR/", "NEAR/3", "a",  "安全", "language", "date", "label:", "work:x", "\xE4", "（",     "）",     "「",  "」",
      "《",  "》",   "＋",    "－",     "＊", "：",   "，",       "、",   "｜",     "«",      "»",    "ＡＮＤ", "NEAR／5"}));
  std::string query;
  for (const std::string& part : parts) query += part;
  check_any(query);
}

}  // namespace
}  // namespace jomun
