// Jomun: what of a long query, a whole article say, is worth looking for.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/long_query.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jomun {

bool keep_informative(QueryPlan& plan, std::vector<double>& document_frequencies, double documents, std::size_t most) {
  if (plan.groups.size() <= most) return false;
  std::vector<std::pair<double, std::size_t>> told;  // minus how much, group
  std::vector<bool> kept(plan.groups.size(), false);
  for (const Leaf& leaf : plan.leaves)
    for (const std::size_t index : leaf.groups) {
      const Group& group = plan.groups[index];
      kept[index] = leaf.strict;
      const double df = document_frequencies[index];
      // What no clause has tells nothing.
      if (!leaf.strict && df > 0) told.emplace_back(-group.weight * group.repetition * std::log(1 + documents / df), index);
    }
  std::sort(told.begin(), told.end());
  for (std::size_t i = 0; i < std::min(most, told.size()); ++i) kept[told[i].second] = true;

  std::vector<std::size_t> place(plan.groups.size());
  std::vector<Group> groups;
  std::vector<double> frequencies;
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    place[i] = groups.size();
    if (!kept[i]) continue;
    groups.push_back(std::move(plan.groups[i]));
    frequencies.push_back(document_frequencies[i]);
  }
  for (Leaf& leaf : plan.leaves) {
    std::erase_if(leaf.groups, [&](std::size_t index) { return !kept[index]; });
    for (std::size_t& index : leaf.groups) index = place[index];
  }
  plan.groups = std::move(groups);
  document_frequencies = std::move(frequencies);
  return true;
}

}  // namespace jomun
