// Jomun tests: the tokenizers against the reference of tests/support, on random and real texts. exhaustive_test.cc has all short ones;
// every row of every table is compared too (token_table.cc).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/normalizer2.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "tests/support/reference_tokenizer.h"
#include "tests/support/texts.h"
#include "tokenizers/characters.h"
#include "tokenizers/token.h"

namespace jomun {
namespace {

using testing::difference_from_reference;

RC_GTEST_PROP(Reference, AgreesOnRandomText, ()) { RC_ASSERT(difference_from_reference(*testing::any_text()) == ""); }
RC_GTEST_PROP(Reference, AgreesOnRandomHanAndKana, ()) { RC_ASSERT(difference_from_reference(*testing::cjk_text()) == ""); }
RC_GTEST_PROP(Reference, AgreesOnRandomAscii, ()) { RC_ASSERT(difference_from_reference(*testing::ascii_text()) == ""); }
RC_GTEST_PROP(Reference, AgreesOnLongRuns, ()) { RC_ASSERT(difference_from_reference(*testing::long_text()) == ""); }
RC_GTEST_PROP(Reference, AgreesOnRandomBytes, (const std::string& bytes)) { RC_ASSERT(difference_from_reference(bytes) == ""); }

TEST(Reference, AgreesOnTheShippedDeclarations) {
  for (const auto& file : testing::declaration_files()) EXPECT_EQ(difference_from_reference(testing::read_file(file)), "") << file;
}

TEST(Reference, AgreesOnTheGoldenStatutes) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(JOMUN_SOURCE_DIR) / "tests/golden"))
    if (entry.is_regular_file()) {
      EXPECT_EQ(difference_from_reference(testing::read_file(entry.path())), "") << entry.path();
    }
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += piece;
  return result;
}

// A run of each length, and after a shorter one: whatever buffers there are, they fill up at every place.
TEST(Reference, AgreesOnRunsOfEveryLength) {
  std::vector<std::size_t> lengths;
  for (std::size_t length = 1; length < 300; ++length) lengths.push_back(length);
  for (std::size_t power = 512; power <= 4096; power *= 2)
    for (std::size_t length = power - 3; length <= power + 3; ++length) lengths.push_back(length);
  for (const char* piece : {"人",
                            "𩸽",
                            "ｶﾞ",
                            "가",
                            "국가들에게는 ",
                            "\u1112\u1161\u11AB",
                            "a",
                            "a ",
                            "word ",
                            "1,",
                            "é",
                            "я",
                            "ไทย",
                            "人(rén)",
                            "人 ",
                            "a。",
                            "a人가",
                            "\uFE00",
                            "\u0301",
                            " ",
                            "\n",
                            "("})
    for (std::size_t length : lengths) {
      const std::string text = repeated(piece, length) + "는 b人a";
      ASSERT_EQ(difference_from_reference(text), "") << length << " times " << piece;
    }
}

// As ComposedTokenizer parts a word: by bytes, wherever those fall.
TEST(Reference, AgreesOnWordsThatAreParted) {
  for (const char* piece : {"a", "é", "\u0301", "я", "1,", "a.", "㎏", "a\u00AD", "ไ"})
    for (const char* begin : {"a", "ab", "я", "1"})
      for (const char* end : {"", "b", ".b", "'s", "’s", "я", ",я", "\u0301", "人", " b"})
        for (std::size_t bytes = 4092; bytes < 4099; ++bytes) {
          std::string text = begin;
          while (text.size() < bytes) text += piece;
          ASSERT_EQ(difference_from_reference(text + end), "") << begin << ", " << piece << " to " << bytes << " bytes, " << end;
        }
}

// Code points one by one, and as ICU decomposes them, in the middle of each kind of run and word. Of the thousands of Han characters
// and syllables that are alike only some.
TEST(Reference, AgreesOnEveryKindOfCharacter) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* decompose[] = {icu::Normalizer2::getNFDInstance(error), icu::Normalizer2::getNFKDInstance(error)};
  ASSERT_TRUE(U_SUCCESS(error));
  for (char32_t c = 0; c < 0x110000; ++c) {
    const bool alike = (c >= 0x3400 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4) || (c >= 0x10000 && c < 0x1F100) || c >= 0x1F300;
    if ((c >= 0xD800 && c < 0xE000) || (alike && c % 89 != 0 && (c < 0xE0000 || c > 0xE01FF))) continue;
    char bytes[4];
    std::set<std::string> forms = {std::string(bytes, encode(c, bytes))};
    for (const icu::Normalizer2* form : decompose) {
      std::string decomposed;
      form->normalize(icu::UnicodeString(static_cast<UChar32>(c)), error).toUTF8String(decomposed);
      forms.insert(decomposed);
    }
    for (const std::string& form : forms) {
      const std::string text = "人" + form + "(rén)工。국가" + form + "는 ㅎ" + form + "。カ" + form + "・" + form + "ア。a" + form + "b." +
                               form + "'s 1," + form + "я" + form + "\n" + form + "\n" + form + form;
      ASSERT_EQ(difference_from_reference(text), "") << std::hex << static_cast<unsigned>(c) << ": " << text;
    }
  }
}

// Former bug: a stem put among tokens whose text is in the other buffer, and then so many long words that the buffers change again.
TEST(Reference, AgreesWhereBuffersOverflowBehindAnInsertion) {
  std::string long_words;
  for (int i = 0; i < 30; ++i) long_words += std::string(max_term_bytes, 'q') + ' ';
  for (const char* piece : {"가나다라말은 ", "파양(罷養)을 ", "인공 지능(人工智能)은 ", "罷養(파양), "})
    for (int count = 25; count < 48; ++count) {
      std::string text;
      for (int i = 0; i < count; ++i) text += piece;
      const std::string prefix = "법법법법법법법";
      for (std::size_t size = 0; size <= prefix.size(); size += 3)
        ASSERT_EQ(testing::difference_from_reference(prefix.substr(0, size) + ' ' + text + long_words), "") << piece << count << ' ' << size;
    }
}

}  // namespace
}  // namespace jomun
