// Jomun tests: query plans and what they match, written as lines to compare with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/searcher/plan_text.h"

#include "corpus/lexicon.h"
#include "searcher/query_parser.h"
#include "tokenizers/registry.h"

namespace jomun::testing {
namespace {

// 安全 is of two concepts; AI safety has AI and safety inside it.
constexpr std::string_view lexicon_text =
    "id\ten\tzh-Hans\tzh-Hant\tko\tja\tnot-equal\n"
    "ai\tAI|artificial intelligence\t人工智能\t人工智慧|人工智能\t인공지능\t人工知能\n"
    "safety\tsafety\t安全\t安全\t안전\t安全\tsecurity\n"
    "security\tsecurity\t安全|保障\t安全\t보안\tセキュリティ\n"
    "ai-safety\tAI safety\t人工智能安全\t人工智慧安全\t인공지능 안전\tAI安全\n";

}  // namespace

const LexiconIndex& small_lexicon() {
  std::vector<LexiconProblem> problems;
  static const LexiconIndex lexicon(parse_lexicon(lexicon_text, problems), *make_tokenizer());
  return lexicon;
}

Planned::Planned(std::string_view query, Lexicon lexicon)
    : tokenizer_(make_tokenizer()),
      plan_(plan_query(parse_query(query).root, *tokenizer_, lexicon == Lexicon::small ? &small_lexicon() : nullptr)),
      matcher_(std::make_unique<ClauseMatcher>(plan_, *tokenizer_)) {}

}  // namespace jomun::testing
