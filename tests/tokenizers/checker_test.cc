// Jomun tests: the checker itself finds what it is there to find.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>

#include <initializer_list>

#include "tests/support/token_checker.h"

namespace jomun {
namespace {

constexpr std::string_view text = "安全 ab";

std::string problem_of(std::initializer_list<Token> tokens) {
  testing::TokenChecker checker(text);
  checker.accept(tokens);
  return checker.problem();
}

TEST(TokenChecker, AcceptsGoodTokens) {
  EXPECT_EQ(problem_of({}), "");
  EXPECT_EQ(problem_of({{"安全", 0, 6, 0, TokenKind::bigram},
                        {"全", 3, 6, 1, TokenKind::unigram},
                        {"ab", 7, 9, 2, TokenKind::word},
                        {"ab", 7, 9, 2, TokenKind::stem}}),
            "");
  EXPECT_EQ(problem_of({{"安", 0, 6, 0, TokenKind::stem}, {"安全", 0, 6, 0, TokenKind::bigram}}), "");
}

TEST(TokenChecker, FindsEachProblem) {
  const std::string long_term(max_term_bytes + 1, 'a');
  struct Row {
    std::initializer_list<Token> tokens;
    std::string_view problem;
  };
  for (const Row& row : std::initializer_list<Row>{
           {{{"", 7, 9, 0, TokenKind::word}}, "empty term"},
           {{{long_term, 7, 9, 0, TokenKind::word}}, "term too long"},
           {{{"a\xFF", 7, 9, 0, TokenKind::word}}, "ill-formed term"},
           {{{"Ab", 7, 9, 0, TokenKind::word}}, "term begins with a capital"},
           {{{"安", 0, 3, 0, TokenKind::bigram}}, "bigram"},
           {{{"安全", 0, 6, 0, TokenKind::unigram}}, "unigram"},
           {{{"ab", 7, 7, 0, TokenKind::word}}, "range outside"},
           {{{"ab", 7, 10, 0, TokenKind::word}}, "range outside"},
           {{{"安", 0, 2, 0, TokenKind::unigram}}, "range parts"},
           {{{"ab", 7, 9, 1, TokenKind::word}}, "first position"},
           {{{"安", 0, 3, 0, TokenKind::unigram}, {"ab", 7, 9, 3, TokenKind::word}}, "position not one or two more"},
           {{{"安", 0, 3, 0, TokenKind::unigram}, {"ab", 7, 9, 0, TokenKind::word}}, "second token"},
           {{{"ab", 7, 9, 0, TokenKind::word}, {"安", 0, 3, 1, TokenKind::unigram}}, "ranges do not begin in order"},
           {{{"ab", 7, 9, 0, TokenKind::word}, {"b", 8, 9, 0, TokenKind::stem}}, "stem does not begin"},
           {{{"ab", 7, 9, 0, TokenKind::stem}}, "last stem without"},
           {{{"ab", 7, 9, 0, TokenKind::stem}, {"ab", 7, 9, 0, TokenKind::word}}, "stem before its word"},
           {{{"ab", 7, 9, 0, TokenKind::stem}, {"ab", 7, 9, 1, TokenKind::word}}, "stem without"},
       })
    EXPECT_EQ(problem_of(row.tokens).substr(0, row.problem.size()), row.problem);
}

}  // namespace
}  // namespace jomun
