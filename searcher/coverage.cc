// Jomun: how often each work answers a query, counted among all clauses.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/coverage.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "indexer/schema.h"

namespace jomun {
namespace {

// Records in memory at a time: some megabytes.
constexpr std::size_t documents_at_once = 5000;

Xapian::MSet all_of(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  return enquire.get_mset(0, database.get_doccount());
}

}  // namespace

Coverage count_by_work(const Xapian::Database& database, const Xapian::Query& net, CandidateReader& reader) {
  struct Found {
    std::unordered_set<std::string> addresses;
    double score = 0;
    std::string best;
  };
  std::map<std::string, Found, std::less<>> works;
  const Xapian::MSet matches = all_of(database, net);
  for (auto match = matches.begin(); match != matches.end();) {
    std::vector<Xapian::docid> documents;
    for (; match != matches.end() && documents.size() < documents_at_once; ++match) documents.push_back(*match);
    for (const Candidate& candidate : reader.read(std::move(documents))) {
      const schema::ClauseView& clause = candidate.clause;
      auto work = works.find(clause.work);
      if (work == works.end()) work = works.emplace(clause.work, Found()).first;
      Found& found = work->second;
      found.addresses.emplace(clause.address.empty() ? clause.citation : clause.address);
      const bool is_equal = candidate.score == found.score && clause.citation < found.best;
      if (found.best.empty() || candidate.score > found.score || is_equal) {
        found.score = candidate.score;
        found.best = clause.citation;
      }
    }
  }
  Coverage coverage;
  for (auto& [work, found] : works) coverage.works[work] = {found.addresses.size(), std::move(found.best)};
  return coverage;
}

std::vector<ListedWork> list_works(const Xapian::Database& database, const Xapian::Query& filter) {
  std::map<std::string, ListedWork> works;
  const Xapian::MSet matches = all_of(database, filter);
  auto work = database.valuestream_begin(schema::work_slot), language = database.valuestream_begin(schema::language_slot);
  const auto work_end = database.valuestream_end(schema::work_slot), language_end = database.valuestream_end(schema::language_slot);
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    if (work != work_end) work.skip_to(*match);
    if (language != language_end) language.skip_to(*match);
    if (work == work_end || work.get_docid() != *match) continue;
    const auto [row, is_new] = works.try_emplace(*work);
    ListedWork& listed = row->second;
    if (is_new) {
      listed.work = *work;
      schema::ClauseView clause;
      const std::string record = database.get_document(*match).get_data();
      schema::view_clause(record, clause);
      listed.title = clause.title;
    }
    if (language == language_end || language.get_docid() != *match) continue;
    const std::string tag = *language;
    if (std::find(listed.languages.begin(), listed.languages.end(), tag) == listed.languages.end()) listed.languages.push_back(tag);
  }
  std::vector<ListedWork> result;
  for (auto& [name, listed] : works) {
    std::sort(listed.languages.begin(), listed.languages.end());
    result.push_back(std::move(listed));
  }
  return result;
}

}  // namespace jomun
