// Jomun: clauses by what names them, rather than by what they say: citation, work, address in other languages; and where they come from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/schema.h"
#include "searcher/locations.h"
#include "searcher/records.h"

namespace jomun {

// What is given must outlive it. Everything throws Xapian::Error and schema::CorruptRecord.
class ClauseLookup {
 public:
  ClauseLookup(const Locations& locations, RecordReader& records) : locations_(locations), records_(records) {}

  void database_changed() { sources_.clear(); }

  // The clause with this citation: as it is stored; else with its address read as people write them; else the clause that what it names is
  // part of: 19 for 第十九条第二款. Throws SearchError where there is none.
  schema::StoredClause by_citation(std::string_view citation);
  // All clauses of a work, those of a version in the order of its text.
  std::vector<schema::StoredClause> of_work(std::string_view work);
  // For each of `clauses`, which are `their_documents`, the citations of those with its address in other languages, sorted.
  std::vector<std::vector<std::string>> same_address(const std::vector<schema::StoredClause>& clauses,
                                                     std::vector<Xapian::docid> their_documents);
  // Where the version of a clause was published; empty: not known.
  std::string source_url(const schema::StoredClause& clause);

 private:
  std::optional<schema::StoredClause> find(std::string_view citation);
  std::vector<Xapian::docid> documents_with(const std::string& term) const;

  const Locations& locations_;
  RecordReader& records_;
  std::map<std::string, std::optional<std::string>> sources_;  // by version; nothing: there is no such version
};

}  // namespace jomun
