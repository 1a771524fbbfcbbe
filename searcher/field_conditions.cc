// Jomun: what field:value asks of a clause, for Xapian and for a look at one clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/field_conditions.h"

#include <algorithm>
#include <utility>

#include "indexer/schema.h"
#include "searcher/clause_matcher.h"

namespace jomun {
namespace {

using Xapian::Query;

Query joined(Query::op op, const std::vector<Query>& parts) {
  return parts.size() == 1 ? parts.front() : Query(op, parts.begin(), parts.end());
}

// All words of a text somewhere in a field.
std::vector<std::vector<std::string>> words_in(std::string_view prefix, std::string_view text, Tokenizer& tokenizer) {
  std::vector<std::string> terms;
  for (const Pattern::Term& term : make_pattern(analyse(tokenizer, text), Wording::exact).terms)
    terms.push_back(schema::bounded_term(prefix, term.term));
  if (terms.empty()) return {};
  return {std::move(terms)};
}

// Bounds are dates of one to three parts; the missing parts of the upper one are filled up.
FieldCondition date_condition(std::string_view from, std::string_view to) {
  FieldCondition condition;
  condition.is_date = true;
  condition.first = schema::date_value(from);
  condition.last = schema::date_value(to);
  if (!condition.last.empty() && to.size() == 4) condition.last.replace(4, 4, "9999");
  if (!condition.last.empty() && to.size() == 7) condition.last.replace(6, 2, "99");
  return condition;
}

}  // namespace

FieldCondition field_condition(std::string_view field, std::string_view value, Tokenizer& tokenizer) {
  const std::string text(value);
  if (field == "language") {
    if (text != "zh") return {{{schema::language_term(text)}}};
    return {{{schema::language_term("zh-Hans")}, {schema::language_term("zh-Hant")}, {schema::language_term("zh")}}};
  }
  if (field == "work") return {{{schema::bounded_term(schema::work_prefix, value)}}};
  if (field == "modality") return {{{schema::bounded_term(schema::modality_prefix, value)}}};
  if (field == "label") return {{{schema::label_term(text)}}};
  if (field == "title") return {words_in(schema::title_prefix, value, tokenizer)};
  if (field == "issuer") return {words_in(schema::issuer_prefix, value, tokenizer)};
  const std::size_t dots = value.find("..");
  return dots == value.npos ? date_condition(value, value) : date_condition(value.substr(0, dots), value.substr(dots + 2));
}

Query field_query(const FieldCondition& condition) {
  if (condition.is_date) {
    if (condition.first.empty() && condition.last.empty()) return Query::MatchAll;
    if (condition.last.empty()) return Query(Query::OP_VALUE_GE, schema::date_slot, condition.first);
    return Query(Query::OP_VALUE_RANGE, schema::date_slot, condition.first.empty() ? "0" : condition.first, condition.last);
  }
  std::vector<Query> alternatives;
  for (const std::vector<std::string>& terms : condition.terms) {
    std::vector<Query> all;
    for (const std::string& term : terms) all.emplace_back(term);
    alternatives.push_back(joined(Query::OP_AND, all));
  }
  return joined(Query::OP_OR, alternatives);
}

FieldReader::FieldReader(const Xapian::Database& database, const std::vector<FieldCondition>& conditions) {
  for (const FieldCondition& condition : conditions) {
    Condition& reader = conditions_.emplace_back(Condition{{}, condition.is_date, condition.first, condition.last, {}, {}});
    if (reader.is_date) {
      reader.date = database.valuestream_begin(schema::date_slot);
      reader.dates_end = database.valuestream_end(schema::date_slot);
    }
    for (const std::vector<std::string>& terms : condition.terms) {
      std::vector<Postings>& postings = reader.terms.emplace_back();
      for (const std::string& term : terms) postings.push_back({database.postlist_begin(term), database.postlist_end(term)});
    }
  }
}

bool FieldReader::Postings::has(Xapian::docid document) {
  if (next != end && *next < document) next.skip_to(document);
  return next != end && *next == document;
}

bool FieldReader::Condition::met_by(Xapian::docid document) {
  if (is_date) {
    if (first.empty() && last.empty()) return true;
    if (date != dates_end && date.get_docid() < document) date.skip_to(document);
    if (date == dates_end || date.get_docid() != document) return false;
    const std::string value = *date;
    return first <= value && (last.empty() || value <= last);
  }
  return std::any_of(terms.begin(), terms.end(), [&](std::vector<Postings>& all) {
    return std::all_of(all.begin(), all.end(), [&](Postings& postings) { return postings.has(document); });
  });
}

void FieldReader::read(Xapian::docid document, std::vector<bool>& met) {
  for (std::size_t i = 0; i < conditions_.size(); ++i) met[i] = conditions_[i].met_by(document);
}

}  // namespace jomun
