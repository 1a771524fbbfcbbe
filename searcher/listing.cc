// Jomun: which of the clauses found are shown, in what order, and how many there are of each kind.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/listing.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/schema.h"
#include "searcher/duplicates.h"

namespace jomun {

void keep_first_of_citations(std::vector<const Candidate*>& candidates) {
  std::unordered_set<std::string_view> citations;
  std::erase_if(candidates, [&](const Candidate* candidate) { return !citations.insert(candidate->clause.citation).second; });
}

void sort_newest_first(std::vector<const Candidate*>& candidates) {
  std::vector<std::pair<std::string, const Candidate*>> dated;  // digits, none where no date is known
  for (const Candidate* candidate : candidates) dated.emplace_back(schema::date_value(candidate->clause.date), candidate);
  std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::transform(dated.begin(), dated.end(), candidates.begin(), [](const auto& pair) { return pair.second; });
}

Facets count_facets(const std::vector<const Candidate*>& candidates) {
  // Done for every query: no string is made for a clause.
  using Counts = std::unordered_map<std::string_view, std::size_t>;
  Counts languages, works, issuers, years;
  for (const Candidate* candidate : candidates) {
    const schema::ClauseView& clause = candidate->clause;
    ++languages[clause.language];
    ++works[clause.work];
    ++issuers[clause.issuer];
    if (!schema::date_value(clause.date).empty()) ++years[clause.date.substr(0, 4)];
  }
  const auto known = [](const Counts& counts) {
    std::map<std::string, std::size_t> facet(counts.begin(), counts.end());
    facet.erase("");
    return facet;
  };
  return {known(languages), known(works), known(issuers), known(years)};
}

std::vector<Listed> first_of(const std::vector<const Candidate*>& candidates, std::size_t most) {
  std::vector<Listed> listed;
  for (std::size_t i = 0; i < std::min(most, candidates.size()); ++i) listed.push_back({i, {}, std::nullopt});
  return listed;
}

std::vector<Listed> first_of_works(const std::vector<const Candidate*>& candidates, std::size_t most) {
  std::unordered_map<std::string_view, std::size_t> works;  // to their place in `listed`, or behind it
  std::vector<Listed> listed;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const auto [work, is_new] = works.try_emplace(candidates[i]->clause.work, listed.size());
    if (!is_new && work->second < listed.size())
      ++listed[work->second].more_in_work;
    else if (is_new && listed.size() < most)
      listed.push_back({i, {}, std::nullopt});
    else if (is_new)
      work->second = std::numeric_limits<std::size_t>::max();
  }
  return listed;
}

std::vector<Listed> without_duplicates(const std::vector<const Candidate*>& candidates, std::size_t most, Tokenizer& tokenizer) {
  DuplicateFinder finder(tokenizer);
  std::unordered_set<std::uint64_t> fingerprints;  // of those listed
  std::vector<Listed> listed;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = *candidates[i];
    // Behind the last one only the same text is of interest.
    if (listed.size() == most && !fingerprints.contains(candidate.fingerprint)) continue;
    const schema::ClauseView& clause = candidate.clause;
    const std::optional<DuplicateFinder::Match> match = finder.find(clause.likeness, clause.language, clause.text);
    if (match && match->same) {
      listed[match->index].same_text.push_back(i);
    } else if (listed.size() < most) {
      listed.push_back({i, {}, match ? std::optional(match->index) : std::nullopt});
      finder.add(clause.likeness, clause.language, clause.text);
      fingerprints.insert(candidate.fingerprint);
    }
  }
  return listed;
}

}  // namespace jomun
