// Jomun: which clauses of two versions of a work are the same clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two versions are read side by side (alignment.h). How well two clauses fit is told by
//
//   what they say    each word of the one (clause_words.h) that the other says too, or does not. If they are counterparts, the other has
//                    it where translation and lexicon agree, with probability recall, or else by chance; if they are not, by chance. So
//                    a shared word tells log(1 + recall (1 - chance) / chance), one that is missing log(1 - recall). The mean of both
//                    directions: they are the same evidence twice
//   their addresses  as the names of items: for a while both versions number alike, and then a clause has no other counterpart than the
//                    one with its address; and for a while addresses say nothing. That the next two clauses have the next number in
//                    both is no news, so a wrong number is not held on to. Where no word can be compared, addresses decide
//
// How often words are found again (recall) and how often blocks of each kind occur is estimated from the reading they lead to, three
// times over, beginning at one half and at usual_shares.
//
// The confidence of a pair is the share of the readings, each by its probability, that have it; times the probability that the two
// versions have anything to do with each other at all, which is one half before anything is read. It is not how much two clauses look
// alike: short ones between sure neighbours are sure too.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/lexicon_index.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

inline constexpr std::size_t max_pairs = 100'000, pairs_margin = 100;

struct VersionClause {
  std::string_view text;     // clean, UTF-8
  std::string_view address;  // empty: none
};

struct Counterparts {
  std::size_t left = 0, right = 0;  // places in their versions
  double confidence = 0;            // in (0, 1]
  bool same_address = false;
};

// The pairs of clauses of two versions, in languages that differ, each in the order of the text: ascending, never crossing. A clause has
// no counterpart, one, or, where one version has as two what the other has as one, two. `lexicon`: null, if not to be used.
//
// Up to max_pairs pairs of clauses are compared, of longer versions only those at most pairs_margin clauses beside a line through the
// clauses that fit each other best. So memory grows with the length of the versions, and so does time, but for what finds that line: a
// few additions for each pair of clauses. The tokenizer is used while the function runs: threads need one each.
std::vector<Counterparts> find_counterparts(const std::vector<VersionClause>& left, const std::vector<VersionClause>& right,
                                            Tokenizer& tokenizer, const LexiconIndex* lexicon);

}  // namespace jomun
