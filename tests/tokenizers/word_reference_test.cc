// Jomun tests: words of ASCII text against ICU's word BreakIterator (UAX #29).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/texts.h"
#include "tests/support/tokens.h"
#include "tokenizers/mapped_text.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

std::vector<Span> icu_words(const std::string& text) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
  UText* utext = utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error);
  breaks->setText(utext, error);
  std::vector<Span> words;
  for (std::int32_t from = breaks->first(), to = breaks->next(); to != icu::BreakIterator::DONE; from = to, to = breaks->next())
    if (breaks->getRuleStatus() >= UBRK_WORD_NONE_LIMIT) words.push_back({static_cast<std::size_t>(from), static_cast<std::size_t>(to)});
  utext_close(utext);
  return words;
}

std::vector<Span> our_words(const std::string& text) {
  const auto tokenizer = make_tokenizer();
  std::vector<Span> words;
  for (const testing::KeptToken& token : testing::tokens_of(*tokenizer, text))
    if (token.kind == TokenKind::word) words.push_back({token.begin, token.end});
  return words;
}

std::string print(const std::string& text, const std::vector<Span>& words) {
  std::string result;
  for (const Span& word : words) result += '[' + text.substr(word.begin, word.end - word.begin) + ']';
  return result;
}

RC_GTEST_PROP(WordReference, AsciiAgrees, ()) {
  const std::string text = *testing::ascii_text();
  RC_ASSERT(print(text, our_words(text)) == print(text, icu_words(text)));
}

// Latin letters that fold to ASCII are read without ICU too.
RC_GTEST_PROP(WordReference, LatinAgrees, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
      "a", "é", "e\u0301", "Ａ", "ß", "Æ", "1", "９", "'", "’", ".", ",", " ", "-", "\u00AD", "ﬁ", "Ⅳ", "я", "ü"}));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  // ICU lets a mark or soft hyphen stand between a letter and the dot or apostrophe after it; we end the word there.
  for (const char* extender : {"\u00AD", "\u0301"})
    for (const char* middle : {"'", "’", ".", ","})
      RC_PRE(text.find(std::string(extender) + middle) == std::string::npos &&
             text.find(std::string(middle) + extender) == std::string::npos);
  std::vector<std::string> ours, theirs;
  const auto bytes = [&](Span word) {  // a trailing soft hyphen may be part of it or not
    std::string result = text.substr(word.begin, word.end - word.begin);
    while (result.ends_with("\u00AD")) result.resize(result.size() - 2);
    return result;
  };
  for (const Span& word : our_words(text)) ours.push_back(bytes(word));
  for (const Span& word : icu_words(text)) theirs.push_back(bytes(word));
  RC_ASSERT(ours == theirs);
}

// Where we differ from UAX #29 on purpose.
TEST(WordReference, DocumentedDifferences) {
  struct Row {
    const char *text, *ours, *icu;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"a_b", "[a][b]", "[a_b]"},  // an underscore parts
           {"a@b", "[a][b]", "[a@b]"},  // an at sign too
           {"1;2", "[1][2]", "[1;2]"},  // and a semicolon
           {"m²", "[m²]", "[m]"},       // letters and digits in the form of symbols are letters and digits
           {"10㎏", "[10㎏]", "[10]"},
           {"a·b", "[a][b]", "[a·b]"},  // a middle dot
       }) {
    EXPECT_EQ(print(row.text, our_words(row.text)), row.ours) << row.text;
    EXPECT_EQ(print(row.text, icu_words(row.text)), row.icu) << row.text;
  }
}

}  // namespace
}  // namespace jomun
