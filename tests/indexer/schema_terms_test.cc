// Jomun tests: the terms and values of an index, and which indexes are refused.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <xapian.h>

#include <set>
#include <string>
#include <string_view>

#include "indexer/schema.h"
#include "tokenizers/registry.h"

namespace jomun::schema {
namespace {

TEST(IndexTerm, StemsHaveAPrefix) {
  EXPECT_EQ(index_term(TokenKind::word, "safety"), "safety");
  EXPECT_EQ(index_term(TokenKind::bigram, "安全"), "安全");
  EXPECT_EQ(index_term(TokenKind::unigram, "安"), "安");
  EXPECT_EQ(index_term(TokenKind::stem, "safeti"), "Zsafeti");
}

// Long values.

TEST(BoundedTerm, ShortOnesStandAsTheyAre) {
  EXPECT_EQ(bounded_term("XW:", "seoul-declaration-2024"), "XW:seoul-declaration-2024");
  EXPECT_EQ(bounded_term("", ""), "");
  EXPECT_EQ(bounded_term("Q", std::string(244, 'a')), "Q" + std::string(244, 'a'));
}

TEST(BoundedTerm, LongOnesAreShortAndDifferent) {
  std::set<std::string> terms;
  for (std::size_t size = 240; size < 300; ++size)
    for (const char* end : {"", "b", "c"}) {
      const std::string term = bounded_term("Q", std::string(size, 'a') + end);
      EXPECT_LE(term.size(), max_index_term);
      EXPECT_TRUE(term.starts_with("Qaaa"));
      EXPECT_TRUE(terms.insert(term).second) << size << end;
    }
}

RC_GTEST_PROP(BoundedTerm, AnyIsBoundedAndStable, (const std::string& value)) {
  std::string longer;
  for (int i = 0; i < 20; ++i) longer += value;
  RC_ASSERT(bounded_term("XP:", longer).size() <= max_index_term);
  RC_ASSERT(bounded_term("XP:", longer) == bounded_term("XP:", longer));
}

TEST(HashedTerm, IsThePrefixAndEightBytes) {
  EXPECT_EQ(hashed_term("Q", ""), "Q\x25\x23\x22\x84\xE4\x9C\xF2\xCB");  // FNV's offset basis, low byte first
  EXPECT_EQ(hashed_term("XP:", "work#1"), hashed_term("XP:", "work#1"));
  EXPECT_NE(hashed_term("XP:", "work#1"), hashed_term("XP:", "work#2"));
  EXPECT_EQ(hashed_term("XP:", std::string(10000, 'a')).size(), 11U);
}

// If these two had not one term, the tests of what looks up two with one term would say nothing.
TEST(HashedTerm, MayBeThatOfTwo) { EXPECT_EQ(hashed_term("Q", "EnS4piA0bVK"), hashed_term("Q", "IbjEWrAs7fO")); }

TEST(LanguageTerm, CaseMakesNoDifference) {
  EXPECT_EQ(language_term("zh-Hans"), "Lzh-hans");
  EXPECT_EQ(language_term("ZH-HANS"), "Lzh-hans");
}

// Labels that are alike however they are typed.
TEST(LabelTerm, Table) {
  struct Row {
    const char *label, *term;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"4", "XN:4"},
           {"4.", "XN:4"},
           {" 4 . ", "XN:4"},
           {"4。", "XN:4"},
           {"４．", "XN:4"},
           {"2.4", "XN:2.4"},
           {"Article 19", "XN:article19"},
           {"ARTICLE 19.", "XN:article19"},
           {"第十九条", "XN:第十九条"},
           {"第十九條", "XN:第十九条"},
           {"第 19 條", "XN:第19条"},
           {"第　１９　條", "XN:第19条"},
           {"제1조", "XN:제1조"},
           {"(a)", "XN:(a)"},
           {"——", "XN:——"},
           {".", "XN:."},
           {"", "XN:"},
       })
    EXPECT_EQ(label_term(row.label), row.term) << row.label;
}

// Dates that are none have no value.
TEST(DateValue, Table) {
  struct Row {
    const char *date, *value;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"2024-05-21", "20240521"},
           {"2024-05", "20240500"},
           {"2024", "20240000"},
           {"", ""},
           {"202", ""},
           {"20245", ""},
           {"2024-5", ""},
           {"2024-05-2", ""},
           {"2024-05-211", ""},
           {"2024-05-", ""},
           {"2024-", ""},
           {"2024/05/21", ""},
           {"20240521", ""},
           {"May 2024", ""},
           {"２０２４", ""},
       })
    EXPECT_EQ(date_value(row.date), row.value) << row.date;
}

// Which indexes are refused, and with which words.

Xapian::WritableDatabase made_with(std::string_view schema, std::string_view tokenizer) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  database.set_metadata(std::string(schema_key), std::string(schema));
  database.set_metadata(std::string(tokenizer_key), std::string(tokenizer));
  return database;
}

template <typename Function>
std::string refusal(Function function) {
  try {
    function();
  } catch (const IncompatibleIndex& error) {
    return error.what();
  }
  return "";
}

TEST(CheckSchema, Messages) {
  const auto refused = [](std::string_view schema) { return refusal([&] { check_schema(made_with(schema, "of no interest")); }); };
  const std::string again = "make it again: jomun-index --index NEW-FOLDER add FILES";
  EXPECT_EQ(refused(version), "");
  EXPECT_EQ(refused(""), "it is a Xapian database, but no index of Jomun; " + again);
  EXPECT_EQ(refused("0"), "it has schema 0, this program reads schema 4; " + again);
}

TEST(MakeTokenizerOf, IsTheOneOfTheIndexOrSaysHowToGetIt) {
  const std::string own(default_tokenizer_name);
  for (const TokenizerEntry& entry : tokenizers()) EXPECT_EQ(make_tokenizer_of(made_with(version, entry.name))->name(), entry.name);
  const auto refused = [](std::string_view tokenizer) { return refusal([&] { make_tokenizer_of(made_with(version, tokenizer)); }); };
  // An older or newer version of one that is here.
  EXPECT_EQ(refused("jomun-0"), "made with the tokenizer \"jomun-0\", this program has \"" + own +
                                    "\"; make it again: jomun-index --index NEW-FOLDER add FILES");
  EXPECT_EQ(
      refused("latin-word-77"),
      "made with the tokenizer \"latin-word-77\", this program has \"latin-word-2\"; make it again: jomun-index --index NEW-FOLDER add "
      "--tokenizer latin-word-2 FILES");
  for (const char* other : {"mecab-ipadic-1", "jomun", "jomun-x-1"})
    EXPECT_EQ(refused(other),
              "made with the tokenizer \"" + std::string(other) + "\", which is not here; load the plug-in that has it with --plugin FILE");
  EXPECT_EQ(refused(""), "it does not say which tokenizer made it; make it again: jomun-index --index NEW-FOLDER add FILES");
}

TEST(CheckTokenizer, Messages) {
  const auto refused = [](std::string_view made, std::string_view asked) {
    return refusal([&] { check_tokenizer(made_with(version, made), asked); });
  };
  EXPECT_EQ(refused("one-1", "one-1"), "");
  EXPECT_EQ(refused("one-1", "two-1"),
            "made with the tokenizer \"one-1\" and not \"two-1\"; leave out --tokenizer, or make another index: jomun-index --index "
            "NEW-FOLDER add --tokenizer two-1 FILES");
}

}  // namespace
}  // namespace jomun::schema
