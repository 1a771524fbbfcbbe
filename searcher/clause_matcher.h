// Jomun: finds the forms of a query plan in the text of a clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "searcher/query_plan.h"
#include "searcher/term_table.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// A place where a form stands.
struct Occurrence {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::uint32_t position = 0;      // of its first token
  std::uint32_t form = 0;          // index into Group::forms
  bool negated = false;            // set by who reads the text for ranking
  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// By group: its occurrences, ascending, not overlapping (of two that overlap the longer counts).
using Matches = std::vector<std::vector<Occurrence>>;

// Tokenizes the clause as the indexer did, and compares tokens by position. `tokenizer` must outlive it.
class ClauseMatcher {
 public:
  ClauseMatcher(const QueryPlan& plan, Tokenizer& tokenizer);

  Matches match(std::string_view text);
  // The same into `matches`, whose memory is used again.
  void match(std::string_view text, Matches& matches);

  // Of the text last matched, all of it: two texts of the same terms have the same, others hardly ever.
  std::uint64_t fingerprint() const { return fingerprint_; }

 private:
  struct Seen {  // a token of the text that the plan asks for
    std::uint32_t position;
    std::size_t begin, end;
  };
  class Collector;

  // A token that a form needs.
  struct Needed {
    std::size_t list;  // of seen_
    std::uint32_t offset;
    bool behind_gap;  // punctuation stands before it in the form
  };
  // A form: terms [first, last) of needed_.
  struct Wanted {
    std::uint32_t form;
    std::size_t first, last;
  };
  std::size_t list_of(const Pattern::Term& term);
  void keep(std::size_t list, const Seen& token);
  void find(const Wanted& wanted, std::string_view text, std::vector<Occurrence>& found) const;

  Tokenizer& tokenizer_;
  std::vector<std::vector<Wanted>> groups_;
  std::vector<Needed> needed_;
  TermTable exact_, stems_;                                    // terms and stems without their prefix -> list
  LikelySet likely_starts_;                                    // first_bytes() of the characters below
  std::unordered_map<char32_t, std::size_t> starts_;           // first character -> list
  std::vector<std::pair<std::string, std::size_t>> prefixes_;  // longer beginnings -> list
  std::vector<std::vector<Seen>> seen_;
  std::uint64_t fingerprint_ = 0;
  std::vector<std::size_t> filled_;  // of the lists of seen_: those that are not empty
};

}  // namespace jomun
