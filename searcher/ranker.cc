// Jomun: whether a clause satisfies a query plan, and how well.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/ranker.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "searcher/candidate_query.h"

namespace jomun {
namespace {

using Kind = QueryNode::Kind;
using Occurs = QueryNode::Occurs;

// What part of the information of a short query a hit must meet at least; a long one asks for many things, any of which may do.
constexpr double enough_of_short = 0.3;
constexpr double short_query = 6;  // cells that carry meaning

bool is_part(const Group& part, const Group& whole) {
  return !part.top && !part.evidence && part.first >= whole.first && part.last <= whole.last;
}

}  // namespace

Ranker::Ranker(const QueryPlan& plan, const std::vector<double>& document_frequencies, double documents, Demand demand)
    : plan_(plan), weights_(plan.weights), demand_(demand) {
  for (const double frequency : document_frequencies) {
    const double df = std::min(frequency, documents);
    idf_.push_back(std::log(1 + (documents - df + 0.5) / (df + 0.5)));
  }
  parts_.resize(plan.groups.size());
  for (const Leaf& leaf : plan.leaves)
    for (const std::size_t whole : leaf.groups)
      for (const std::size_t part : leaf.groups)
        if (is_required(plan.groups[whole]) && is_part(plan.groups[part], plan.groups[whole])) parts_[whole].push_back(part);
}

// Of the best form of a group that a clause has.
double Ranker::met_weight(std::size_t group, const Evidence& evidence) const {
  double weight = evidence.in_heading[group];
  for (const Occurrence& occurrence : evidence.text[group]) weight = std::max(weight, plan_.groups[group].forms[occurrence.form].weight);
  return weight;
}

// Form weight x saturation x repetition.
double Ranker::gain(std::size_t index, const Evidence& evidence, double norm) const {
  const Group& group = plan_.groups[index];
  if (!evidence.named[index])
    return text_gain(index, evidence, evidence.in_heading[index] > 0 ? weights_.heading : 0, norm) * group.repetition;
  const double whole = evidence.in_heading[index] * (weights_.k1 + 1);
  return group.repetition > 1 ? whole + text_gain(index, evidence, 0, norm) : whole;
}

double Ranker::text_gain(std::size_t index, const Evidence& evidence, double in_heading, double norm) const {
  const Group& group = plan_.groups[index];
  const std::vector<Occurrence>& all = evidence.text[index];
  const auto saturation = [&](double frequency) { return frequency * (weights_.k1 + 1) / (frequency + norm); };
  const auto frequency = [&](const Occurrence& occurrence) {
    return 1 + weights_.early / (1 + occurrence.position / weights_.early_positions);
  };
  const bool only_negated = !all.empty() && std::all_of(all.begin(), all.end(), [](const Occurrence& one) { return one.negated; });
  const double polarity = only_negated ? weights_.negated : 1;
  double best = in_heading > 0 ? evidence.in_heading[index] * saturation(in_heading) : 0;
  if (group.bridged.empty()) {
    double sum = in_heading;
    for (const Occurrence& occurrence : all) sum += frequency(occurrence);
    return polarity * met_weight(index, evidence) * saturation(sum);
  }
  for (const Occurrence& occurrence : all) {
    double sum = in_heading;
    for (const Occurrence& other : all)
      if (other.form == occurrence.form) sum += frequency(other);
    best = std::max(best, group.forms[occurrence.form].weight * saturation(sum));
  }
  return polarity * best;
}

double Ranker::share_met(const Leaf& leaf, const Evidence& evidence) const {
  double share = 0, all = 0;
  for (const std::size_t group : leaf.groups) {
    if (!is_required(plan_.groups[group])) continue;
    all += idf_[group];
    if (met(group, evidence)) {
      share += idf_[group] * (plan_.groups[group].bridged.empty() ? 1 : met_weight(group, evidence));
      continue;
    }
    double parts = 0;
    for (const std::size_t part : parts_[group])
      if (met(part, evidence)) parts += idf_[part] * plan_.groups[part].weight;
    share += std::min(parts, idf_[group]);
  }
  return all > 0 ? share / all : 0;
}

bool Ranker::has_one_word(const Leaf& leaf, const Evidence& evidence) const {
  std::vector<bool> has(leaf.words, false), lacks(leaf.words, false);
  for (const std::size_t index : leaf.groups) {
    const Group& group = plan_.groups[index];
    if (!is_required(group)) continue;
    (met(index, evidence) ? has : lacks)[leaf.word_of_cell[group.first]] = true;
  }
  for (std::size_t word = 0; word < leaf.words; ++word)
    if (has[word] && !lacks[word]) return true;
  return false;
}

bool Ranker::satisfies(const PlanNode& node, const Evidence& evidence, bool strict) const {
  switch (node.kind) {
    case Kind::field: return evidence.fields[node.field];
    case Kind::near: return near(node, evidence);
    case Kind::phrase:
    case Kind::prefix: {
      const Leaf& leaf = plan_.leaves[node.leaf];
      return std::all_of(leaf.groups.begin(), leaf.groups.end(), [&](std::size_t group) { return !evidence.text[group].empty(); });
    }
    case Kind::words: {
      const Leaf& leaf = plan_.leaves[node.leaf];
      if (leaf.groups.empty()) return true;
      const auto required = static_cast<std::size_t>(
          std::count_if(leaf.groups.begin(), leaf.groups.end(), [&](std::size_t group) { return is_required(plan_.groups[group]); }));
      if (required == 0)
        return std::any_of(leaf.groups.begin(), leaf.groups.end(), [&](std::size_t group) { return met(group, evidence); });
      if (strict)
        return std::all_of(leaf.groups.begin(), leaf.groups.end(),
                           [&](std::size_t group) { return !is_required(plan_.groups[group]) || met(group, evidence); });
      const double cells = std::accumulate(leaf.cell_weights.begin(), leaf.cell_weights.end(), 0.0);
      const double enough = cells <= short_query ? enough_of_short : 0;
      return share_met(leaf, evidence) > enough || (demand_ == Demand::one_word && has_one_word(leaf, evidence));
    }
    case Kind::all:
      return std::all_of(node.children.begin(), node.children.end(),
                         [&](const PlanNode& child) { return satisfies(child, evidence, true); });
    case Kind::any:
      return std::any_of(node.children.begin(), node.children.end(),
                         [&](const PlanNode& child) { return satisfies(child, evidence, strict); });
    case Kind::sequence: {
      bool any_must = false, any_should = false, should_met = false;
      for (const PlanNode& child : node.children) {
        const bool demanded = child.occurs == Occurs::must || (strict && child.occurs == Occurs::should);
        if (child.decided) {
          any_must |= demanded;
          continue;
        }
        if (demanded && !satisfies(child, evidence, true)) return false;
        if (child.occurs == Occurs::must_not && satisfies(child, evidence, true)) return false;
        any_must |= demanded;
        if (child.occurs == Occurs::should && !demanded) {
          any_should = true;
          should_met |= satisfies(child, evidence, false);
        }
      }
      return any_must || !any_should || should_met;
    }
  }
  return false;
}

// Whether one occurrence of each child lies within `distance` positions: slides over all occurrences in order.
bool Ranker::near(const PlanNode& node, const Evidence& evidence) const {
  std::vector<std::pair<std::uint32_t, std::size_t>> places;  // position, child
  for (std::size_t child = 0; child < node.children.size(); ++child)
    for (const std::size_t group : plan_.leaves[node.children[child].leaf].groups)
      if (plan_.groups[group].top)
        for (const Occurrence& occurrence : evidence.text[group]) places.emplace_back(occurrence.position, child);
  std::sort(places.begin(), places.end());
  std::vector<std::size_t> inside(node.children.size());
  std::size_t missing = node.children.size();
  for (std::size_t first = 0, last = 0; last < places.size(); ++last) {
    missing -= inside[places[last].second]++ == 0;
    for (; places[last].first - places[first].first > node.distance; ++first) missing += --inside[places[first].second] == 0;
    if (missing == 0) return true;
  }
  return false;
}

Score Ranker::score(const Evidence& evidence, double average_length) const {
  Score result;
  result.by_group.resize(plan_.groups.size());
  const double norm = weights_.k1 * (1 - weights_.b + weights_.b * evidence.length / average_length);
  for (const Leaf& leaf : plan_.leaves) {
    double sum = 0;
    for (const std::size_t index : leaf.groups) {
      const Group& group = plan_.groups[index];
      if (group.excluded) continue;
      if (!met(index, evidence)) continue;
      result.by_group[index] = group.weight * idf_[index] * gain(index, evidence, norm);
      sum += result.by_group[index];
    }
    // Words set apart are each meant; a sentence without spaces is not asked for word by word.
    const double coverage = leaf.strict || leaf.words < 2 ? 1 : 1 - weights_.coverage + weights_.coverage * share_met(leaf, evidence);
    for (const std::size_t index : leaf.groups) result.by_group[index] *= coverage;
    result.total += coverage * sum;
  }
  if (!plan_.modalities.empty()) {
    const double share = static_cast<double>((plan_.modalities & evidence.modalities).size()) / plan_.modalities.size();
    result.modality = weights_.modality * share * result.total;
    result.total += result.modality;
  }
  return result;
}

}  // namespace jomun
