// Jomun tests: query plans and what they match, written as lines to compare with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/clause_matcher.h"
#include "searcher/query_plan.h"

namespace jomun::testing {

// A query planned with a small lexicon of four concepts (see plan_text.cc), or with none.
class Planned {
 public:
  enum class Lexicon { none, small };
  explicit Planned(std::string_view query, Lexicon lexicon = Lexicon::none);

  const QueryPlan& plan() const { return plan_; }
  Matches match(std::string_view text) { return matcher_->match(text); }

 private:
  std::unique_ptr<Tokenizer> tokenizer_;
  QueryPlan plan_;
  std::unique_ptr<ClauseMatcher> matcher_;
};

// The small lexicon.
const LexiconIndex& small_lexicon();

}  // namespace jomun::testing
