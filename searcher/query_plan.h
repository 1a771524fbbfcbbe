// Jomun: what a query asks for: groups of alternative forms, and the conditions between them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/modality.h"
#include "searcher/bridge_expander.h"
#include "searcher/lexicon_index.h"
#include "searcher/query_parser.h"
#include "searcher/ranking_weights.h"
#include "searcher/text_analysis.h"

namespace jomun {

// One way to say what a group means.
struct Form {
  Pattern pattern;
  std::string text;        // as its author or the user wrote it
  std::string language;    // empty: the user's
  std::string via;         // "query", "lexicon:CONCEPT", "bridge"
  double weight = 1;       // of a match by it, against the user's own word
  bool absent = false;     // from every clause of the index: it need not be looked for
  std::size_t rarest = 0;  // of the pattern's terms, as far as frequencies are known
};

// One thing asked for, in all its forms. It counts once, by how rare it is in all languages together, whichever form is met.
struct Group {
  std::string text;                    // the part of the query it stands for
  std::string concepts;                // ids joined by ','; empty: the user's own words only
  std::vector<std::string> not_equal;  // those of them that the lexicon says are not the same as another of them
  std::vector<Form> forms;
  double weight = 1;                // against other groups of the query
  std::size_t first = 0, last = 0;  // cells [first, last) of the leaf it belongs to
  bool top = true;                  // false: part of a larger group's concept, or a character of a word
  bool evidence = false;            // a single character of the user's words, or all of them as a phrase: for ranking only, neither to find
                                    // candidates by nor to be marked
  bool negated = false;             // in the query: it asks for the opposite, too
  bool excluded = false;            // must not match: neither gains anything nor is marked where a part of it stands
  // A word that the Han bridge knows has groups for its bigrams or English words, and each of them has its forms in other languages, so
  // that the word counts there what it counts here.
  std::string bridged;    // the whole word; empty: none
  double repetition = 1;  // more than 1 where the query says it more than once, but less than how often
};

// Words, a phrase or a prefix of the query.
struct Leaf {
  std::vector<std::size_t> groups;        // indexes into QueryPlan::groups
  std::vector<double> cell_weights;       // how much of its meaning each cell carries; 0 for function words and particles
  std::size_t words = 0;                  // parts separated by white space
  std::vector<std::size_t> word_of_cell;  // which of them each cell is in
  bool strict = false;                    // matches only as a whole: a phrase or a prefix
};

// field:text of a query.
struct Field {
  std::string name, text;
};

// The tree of the query with its words analysed.
struct PlanNode {
  QueryNode::Kind kind = QueryNode::Kind::words;
  QueryNode::Occurs occurs = QueryNode::Occurs::should;
  std::size_t leaf = 0;   // of words, phrase, prefix
  std::size_t field = 0;  // of field: an index into QueryPlan::fields
  // Fields alone, which the query as a whole demands or excludes: Xapian gives no clause that breaks it. On other fields each clause has
  // to be looked at: "a b" OR language:ko.
  bool decided = false;
  std::size_t distance = 0;
  std::vector<PlanNode> children;
};

// Whether Xapian alone decides on it: language:ko, (language:ko OR work:a).
bool is_field_condition(const PlanNode& node);
// Whether there is a field somewhere in it.
bool has_field(const PlanNode& node);

struct QueryPlan {
  RankingWeights weights;
  std::vector<Group> groups;
  std::vector<Leaf> leaves;
  std::vector<Field> fields;
  PlanNode root;
  Modalities modalities;  // of what the query says: "must not disclose"
  bool cut = false;       // the query was longer than max_query_cells, and the rest was left out
};

// Whether it has phrases and prefixes, and no words.
bool is_strict(const QueryPlan& plan);
// Whether something may be said in other words than the user's.
bool is_expanded(const QueryPlan& plan);

// Characters and words, more than the longest articles have. What comes behind them is left out.
inline constexpr std::size_t max_query_cells = 5000;
// Of a longer text characters alone are no evidence, and only the words it says most often, and then the first ones, are bridged.
inline constexpr std::size_t long_query_cells = 500;
inline constexpr std::size_t max_bridged_words = 250;

// Takes forms that the lexicon or the bridge has found out of all groups; the user's own words stay.
void leave_out(QueryPlan& plan, const std::vector<std::string>& forms, Tokenizer& tokenizer);

// `lexicon` and `bridge`: null, if not to be used. What a concept of the lexicon covers needs no bridge.
QueryPlan plan_query(const QueryNode& root, Tokenizer& tokenizer, const LexiconIndex* lexicon, const BridgeExpander* bridge = nullptr,
                     const RankingWeights& weights = {});

}  // namespace jomun
