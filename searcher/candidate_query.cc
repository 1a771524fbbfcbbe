// Jomun: a query plan as the Xapian query that finds its candidates.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/candidate_query.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "searcher/field_conditions.h"

namespace jomun {
namespace {

using Kind = QueryNode::Kind;
using Occurs = QueryNode::Occurs;
using Xapian::Query;

// The most frequent terms of an expansion are enough to find candidates; 1,000 of them take a few milliseconds.
constexpr Xapian::termcount max_expansion = 1000;

Query joined(Query::op op, const std::vector<Query>& parts) {
  if (parts.size() == 1) return parts.front();
  return Query(op, parts.begin(), parts.end());
}

Query unweighted(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

Query term_query(const Pattern::Term& term) {
  const std::string text = schema::bounded_term("", term.term);
  if (!term.starts) return Query(text);
  return Query(Query::OP_WILDCARD, text, max_expansion, Query::WILDCARD_LIMIT_MOST_FREQUENT, Query::OP_SYNONYM);
}

Query pattern_query(const Pattern& pattern) {
  std::vector<Query> terms;
  for (const Pattern::Term& term : pattern.terms) terms.push_back(term_query(term));
  return joined(Query::OP_AND, terms);
}

// A phrase stands in a text no more often than its rarest term, and hardly less often: that term alone tells how good a clause is, and
// Xapian need not weigh the others.
Query phrase_query(const Form& form) {
  const std::vector<Pattern::Term>& terms = form.pattern.terms;
  std::vector<Query> others;
  for (std::size_t i = 0; i < terms.size(); ++i)
    if (i != form.rarest) others.push_back(term_query(terms[i]));
  const Query rarest = term_query(terms[form.rarest]);
  return others.empty() ? rarest : Query(Query::OP_FILTER, rarest, joined(Query::OP_AND, others));
}

class Builder {
 public:
  Builder(const QueryPlan& plan, Tokenizer& tokenizer) : plan_(plan), tokenizer_(tokenizer) {}

  Query build(const PlanNode& node, Net net) const {
    switch (node.kind) {
      case Kind::words:
      case Kind::phrase:
      case Kind::prefix: return leaf(plan_.leaves[node.leaf], net);
      case Kind::field:
        return unweighted(field_query(field_condition(plan_.fields[node.field].name, plan_.fields[node.field].text, tokenizer_)));
      case Kind::near:
      case Kind::all: return join_children(Query::OP_AND, node, Net::strict);
      case Kind::any: return join_children(Query::OP_OR, node, net);
      case Kind::sequence: return sequence(node, net);
    }
    return Query();
  }

 private:
  Query join_children(Query::op op, const PlanNode& node, Net net) const {
    std::vector<Query> parts;
    for (const PlanNode& child : node.children) parts.push_back(build(child, net));
    return joined(op, parts);
  }

  Query leaf(const Leaf& words, Net net) const {
    const auto some = [&](bool demanded) {
      return std::any_of(words.groups.begin(), words.groups.end(),
                         [&](std::size_t index) { return !plan_.groups[index].evidence && is_required(plan_.groups[index]) == demanded; });
    };
    const bool demands = net == Net::strict && some(true);
    const double demanded_weight = some(false) ? 2 : 1;  // against what is not demanded
    std::vector<Query> required, others;
    for (const std::size_t index : words.groups) {
      const Group& group = plan_.groups[index];
      if (group.evidence) continue;
      const bool demanded = demands && is_required(group);
      const double weight = demanded ? demanded_weight * group.weight : group.weight;
      Query query = words.strict ? phrase_query(group.forms.front()) : group_query(group);
      if (weight != 1) query = Query(Query::OP_SCALE_WEIGHT, query, weight);
      (demanded ? required : others).push_back(std::move(query));
    }
    if (!demands) return joined(Query::OP_OR, others);
    if (others.empty()) return joined(Query::OP_AND, required);
    return Query(Query::OP_AND_MAYBE, joined(Query::OP_AND, required), joined(Query::OP_OR, others));
  }

  Query sequence(const PlanNode& node, Net net) const {
    std::vector<Query> must, should, must_not;
    for (const PlanNode& child : node.children) {
      // Only fields can be excluded without a look at the text.
      if (child.occurs == Occurs::must_not && is_field_condition(child)) must_not.push_back(build(child, Net::strict));
      const bool demanded = child.occurs == Occurs::must || (child.occurs == Occurs::should && net == Net::strict);
      if (demanded) must.push_back(build(child, Net::strict));
      if (child.occurs == Occurs::should && !demanded) should.push_back(build(child, Net::loose));
    }
    if (node.children.empty()) return Query();
    Query query = unweighted(Query::MatchAll);
    if (!must.empty()) query = joined(Query::OP_AND, must);
    if (must.empty() && !should.empty()) query = joined(Query::OP_OR, should);
    if (!must.empty() && !should.empty()) query = Query(Query::OP_AND_MAYBE, query, joined(Query::OP_OR, should));
    return must_not.empty() ? query : Query(Query::OP_AND_NOT, query, joined(Query::OP_OR, must_not));
  }

  const QueryPlan& plan_;
  Tokenizer& tokenizer_;
};

// Of all clauses. Follows Builder with Net::strict.
double expected_share(const QueryPlan& plan, const PlanNode& node, const std::vector<double>& frequencies, double documents) {
  double share = 1;
  switch (node.kind) {
    case Kind::words:
    case Kind::phrase:
    case Kind::prefix:
      for (const std::size_t group : plan.leaves[node.leaf].groups)
        if (!plan.groups[group].evidence && is_required(plan.groups[group])) share *= frequencies[group] / documents;
      return share;
    case Kind::field: return 1;
    case Kind::any:
      share = 0;
      for (const PlanNode& child : node.children) share += expected_share(plan, child, frequencies, documents);
      return std::min(share, 1.0);
    case Kind::near:
    case Kind::all:
    case Kind::sequence:
      for (const PlanNode& child : node.children)
        if (child.occurs != Occurs::must_not) share *= expected_share(plan, child, frequencies, documents);
      return share;
  }
  return share;
}

}  // namespace

bool is_required(const Group& group) { return group.top && group.weight >= 1; }

Query group_query(const Group& group) {
  if (group.forms.size() == 1) return pattern_query(group.forms.front().pattern);
  // Where only one is left it still counts as one word, and not as so many as it has terms.
  std::vector<Query> forms;
  for (const Form& form : group.forms)
    if (!form.absent) forms.push_back(pattern_query(form.pattern));
  return Query(Query::OP_SYNONYM, forms.begin(), forms.end());
}

double expected_catch(const QueryPlan& plan, const std::vector<double>& frequencies, double documents) {
  return documents * expected_share(plan, plan.root, frequencies, documents);
}

Query candidate_query(const QueryPlan& plan, Tokenizer& tokenizer, Net net) { return Builder(plan, tokenizer).build(plan.root, net); }

Query filtered(const Query& query, const Filters& filters, Tokenizer& tokenizer) {
  std::vector<Query> conditions;
  const auto add_any = [&](const std::vector<std::string>& values, auto make) {
    std::vector<Query> alternatives;
    for (const std::string& value : values) alternatives.push_back(make(value));
    if (!alternatives.empty()) conditions.push_back(joined(Query::OP_OR, alternatives));
  };
  const auto add_field = [&](std::string_view field, const std::vector<std::string>& values) {
    add_any(values, [&](const std::string& value) { return field_query(field_condition(field, value, tokenizer)); });
  };
  add_field("language", filters.languages);
  add_field("work", filters.works);
  add_any(filters.citations, [](const std::string& citation) { return Query(schema::hashed_term(schema::citation_prefix, citation)); });
  add_field("issuer", filters.issuers);
  add_field("modality", filters.modalities);
  if (!filters.from.empty() || !filters.to.empty()) add_field("date", {filters.from + ".." + filters.to});
  return conditions.empty() ? query : Query(Query::OP_FILTER, query, joined(Query::OP_AND, conditions));
}

}  // namespace jomun
