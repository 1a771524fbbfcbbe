// Jomun tests: the Korean keyboard, how far words are apart, and what is suggested for a word that is nowhere.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "searcher/korean_keyboard.h"
#include "searcher/search.h"
#include "searcher/spelling_distance.h"
#include "tests/indexer/small_index.h"
#include "tests/support/texts.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(KoreanKeyboard, Keys) {
  struct Row {
    const char *text, *keys;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"안전", "dkswjs"},
           {"건강", "rjsrkd"},
           {"까치", "Rkcl"},
           {"과학 기술", "rhkgkrrltnf"},
           {"닭값", "ekfrrkqt"},
           {"의회의", "dmlghldml"},
           {"애얘에예", "dodOdpdP"},
           {"ㅗ디ㅣㅐ", "hello"},
           {"ㄳㅘ", "rthk"},
           {"AI 안", "dks"},
           {"", ""},
       })
    EXPECT_EQ(korean_keys(row.text), row.keys) << row.text;
}

TEST(KoreanKeyboard, Hangul) {
  struct Row {
    const char *keys, *text;
    bool whole;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"dkswjs", "안전", true},
           {"rjsrkd", "건강", true},
           {"Rkcl", "까치", true},
           {"ekfrrkqt", "닭값", true},
           {"rkrtk", "각사", true},   // a consonant before a vowel begins a syllable
           {"DKSWJS", "안쩐", true},  // W has a letter of its own,
           {"DkSwjS", "안전", true},  // the others have not
           {"hello", "ㅗ디ㅣㅐ", false},
           {"dks1", "안1", false},
           {"", "", false},
       }) {
    EXPECT_EQ(hangul_of_keys(row.keys).text, row.text) << row.keys;
    EXPECT_EQ(hangul_of_keys(row.keys).whole, row.whole) << row.keys;
  }
}

std::string text_of(const std::vector<char32_t>& characters) {
  std::string text;
  char bytes[4];
  for (const char32_t c : characters) text.append(bytes, encode(c, bytes));
  return text;
}

RC_GTEST_PROP(KoreanKeyboard, SyllablesComeBack, ()) {
  const std::string text =
      text_of(*rc::gen::nonEmpty(rc::gen::container<std::vector<char32_t>>(rc::gen::inRange<char32_t>(0xAC00, 0xD7A4))));
  const TypedHangul again = hangul_of_keys(korean_keys(text));
  RC_ASSERT(again.text == text);
  RC_ASSERT(again.whole);
}

RC_GTEST_PROP(KoreanKeyboard, AnyText, ()) {
  const std::string text = *testing::any_text();
  const std::string keys = korean_keys(text);
  RC_ASSERT(std::all_of(keys.begin(), keys.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
  RC_ASSERT(korean_keys(hangul_of_keys(keys).text) == keys);
  hangul_of_keys(text);
}

TEST(SpellingDistance, SlipsThatAreEasilyMadeAreShort) {
  const auto latin = [](const char* typed, const char* meant) { return spelling_distance(typed, meant, Typing::latin, 3); };
  const auto korean = [](const char* typed, const char* meant) {
    return spelling_distance(korean_keys(typed), korean_keys(meant), Typing::korean, 3);
  };
  EXPECT_EQ(latin("safety", "safety"), 0);
  EXPECT_LE(latin("saftey", "safety"), 1);
  EXPECT_LE(latin("safty", "safety"), 1);
  EXPECT_LE(latin("ssafety", "safety"), 1);
  EXPECT_LE(latin("asfety", "safety"), 1);
  EXPECT_LT(latin("safwty", "safety"), latin("safzty", "safety"));  // a neighbour on the keyboard
  EXPECT_LT(latin("commitee", "committee"), latin("ommittee", "committee"));
  EXPECT_LT(korean("개발", "계발"), 2);
  EXPECT_LT(korean("재도", "제도"), korean("조도", "제도"));  // ㅐ and ㅔ sound alike
  EXPECT_LT(korean("가치", "까치"), korean("하치", "까치"));  // a shift
  EXPECT_LE(korean("안정", "안전"), 1);
  EXPECT_LE(korean("앉ㄴ", "안전"), 1);  // ㅓ left out
  EXPECT_GT(spelling_distance("abcdef", "uvwxyz", Typing::latin, 2), 2);
  EXPECT_GT(spelling_distance("", "uvwxyz", Typing::latin, 2), 2);
}

RC_GTEST_PROP(SpellingDistance, AnyWords, ()) {
  const auto word = rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcdEQ\x80")));
  const std::string one = *word, other = *word;
  RC_ASSERT(spelling_distance(one, one, Typing::korean, 2) == (one.size() > 64 ? 3 : 0));
  const double there = spelling_distance(one, other, Typing::korean, 100);
  RC_ASSERT(there > 0 || one == other);
  // A limit changes nothing but what is beyond it.
  const double limited = spelling_distance(one, other, Typing::korean, 2);
  RC_ASSERT((there <= 2 ? limited == there : limited > 2));
}

Searcher& small_searcher() {
  static const testing::Folder folder;
  static Searcher searcher = [] {
    testing::add_versions(
        folder / "index",
        {testing::make_version("accord/en", {"The frobnicator shall ensure the safety of citizens.", "Hello, national authorities 2024a."}),
         testing::make_version("accord/ko", {"각국은 인공지능 안전을 증진한다.", "뷁뷁이를 보호한다."}),
         testing::make_version("accord/zh-Hans", {"各国应促进人工智能安全。", "个人信息应当受到保护。"})});
    return Searcher({folder / "index"});
  }();
  return searcher;
}

Result search(const std::string& query) {
  Request request;
  request.query = query;
  return small_searcher().search(request);
}

std::vector<std::string> suggested(const std::string& query) {
  std::vector<std::string> queries;
  for (const Suggestion& suggestion : search(query).suggestions) queries.push_back(suggestion.query);
  return queries;
}

TEST(Suggestions, First) {
  struct Row {
    const char *query, *meant;
  };
  for (const Row& row : std::initializer_list<Row>{
           // English: the lexicon's words and those of the index
           {"saftey", "safety"},
           {"Saftey", "Safety"},
           {"SAFTEY", "SAFETY"},
           {"frobnicatr", "frobnicator"},
           {"AI saftey", "AI safety"},
           {"AI  saftey, \"frobnicatr\" language:en", "AI  safety, \"frobnicator\" language:en"},
           {"govrenance OR xenon", "governance OR xenon"},
           // Korean: slips at the keyboard, with endings
           {"인공지눙", "인공지능"},
           {"앉ㄴ", "안전"},
           {"안젆", "안전"},
           {"인공지눙을", "인공지능을"},
           {"인공지눙 안전", "인공지능 안전"},
           {"뷁뷀이", "뷁뷁이"},
           // the other keyboard
           {"dkswjs", "안전"},
           {"Dkswjs", "안전"},
           {"dkswjsdmf", "안전을"},
           {"AI dkswjs", "AI 안전"},
           {"qnpfrqnpfrdl", "뷁뷁이"},
           {"ㅗ디ㅣㅐ", "hello"},
           {"ㅁㅑ", "ai"},
           // Chinese
           {"人工智熊的安全", "人工智能的安全"},
           {"个人信媳保护", "个人信息保护"},
       }) {
    const std::vector<std::string> queries = suggested(row.query);
    ASSERT_FALSE(queries.empty()) << row.query;
    EXPECT_EQ(queries.front(), row.meant) << row.query;
  }
}

TEST(Suggestions, None) {
  for (const char* query : {
           "",
           "!!!",
           "safety",
           "SAFETY",
           "frobnicator",
           "frobnicators",  // found
           "governance",    // in the lexicon, though in no clause
           "안전",
           "안전을",
           "뷁뷁이",
           "인공 지능",
           "人工智能",
           "人工智慧",
           "個人信息",
           "ㅇㄱㅈㄴ",  // initial consonants
           "xyzzyqq",
           "뷁쀍꿹",
           "2024b",
           "safet1",  // nothing near; digits
           "th",
           "ab",
           "안",  // short
           "-saftey safety",
           "saftey*",
           "safety NOT saftey",
           "work:saftey",  // not looked for
           "what is the",
           "是什么",
           "무엇인가요",
       })
    EXPECT_THAT(suggested(query), IsEmpty()) << query;
}

TEST(Suggestions, WhatIsReplaced) {
  const std::vector<Suggestion> suggestions = search("saftey dkswjs").suggestions;
  ASSERT_EQ(suggestions.size(), 1U);
  ASSERT_EQ(suggestions[0].replaced.size(), 2U);
  EXPECT_EQ(suggestions[0].replaced[0].typed, "saftey");
  EXPECT_EQ(suggestions[0].replaced[0].meant, "safety");
  EXPECT_EQ(suggestions[0].replaced[1].meant, "안전");
}

// Nothing else than what was typed is searched for.
TEST(Suggestions, AreOnlySuggestions) { EXPECT_EQ(search("dkswjs").total, 0U); }

TEST(Suggestions, SeeWhatIsWrittenLater) {
  const testing::Folder folder;
  testing::add_versions(folder / "index", {testing::make_version("a/en", {"Nothing of the kind."})});
  Searcher searcher({folder / "index"});
  Request request;
  request.query = "frobnicatr";
  EXPECT_THAT(searcher.search(request).suggestions, IsEmpty());
  testing::add_versions(folder / "index", {testing::make_version("b/en", {"The frobnicator."})});
  ASSERT_EQ(searcher.search(request).suggestions.size(), 1U);
  EXPECT_EQ(searcher.search(request).suggestions[0].query, "frobnicator");
}

RC_GTEST_PROP(Suggestions, AnyQuery, ()) {
  const std::string query = *testing::any_text();
  for (const Suggestion& suggestion : search(query).suggestions) {
    RC_ASSERT(suggestion.query != query);
    RC_ASSERT(!suggestion.replaced.empty());
    for (const Suggestion::Replaced& replaced : suggestion.replaced) {
      RC_ASSERT(query.find(replaced.typed) != std::string::npos);
      RC_ASSERT(suggestion.query.find(replaced.meant) != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace jomun
