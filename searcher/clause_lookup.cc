// Jomun: clauses by what names them, rather than by what they say: citation, work, address in other languages; and where they come from.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/clause_lookup.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "corpus/address.h"
#include "searcher/search.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

std::string place_of(std::string_view work, std::string_view address) { return std::string(work).append("#").append(address); }

}  // namespace

std::vector<Xapian::docid> ClauseLookup::documents_with(const std::string& term) const {
  const Xapian::Database& database = locations_.database();
  return {database.postlist_begin(term), database.postlist_end(term)};
}

std::optional<schema::StoredClause> ClauseLookup::find(std::string_view citation) {
  std::optional<schema::StoredClause> clause;
  records_.for_each(documents_with(schema::hashed_term(schema::citation_prefix, citation)), RecordReader::Order::ascending,
                    [&](Xapian::docid, const std::string& record) {
                      if (clause) return;
                      clause = schema::decode_clause(record);
                      if (clause->citation != citation) clause.reset();  // another one has the same hash
                    });
  return clause;
}

schema::StoredClause ClauseLookup::by_citation(std::string_view citation) {
  if (auto clause = find(citation)) return std::move(*clause);
  const std::size_t hash = citation.find('#');
  if (hash != citation.npos && find_ill_formed(citation) == citation.npos) {
    const std::string version(citation.substr(0, hash + 1));
    std::string address = read_address(citation.substr(hash + 1)).value_or("");
    while (!address.empty()) {
      if (auto clause = find(version + address)) return std::move(*clause);
      const std::size_t last = address.rfind('.');
      address.resize(last == address.npos ? 0 : last);
    }
  }
  throw SearchError(fmt::format(
      "{}: there is no clause with this citation; they look like WORK/LANGUAGE#4, see jomun-index list for the works", citation));
}

std::vector<schema::StoredClause> ClauseLookup::of_work(std::string_view work) {
  std::vector<schema::StoredClause> clauses;
  records_.for_each(documents_with(schema::bounded_term(schema::work_prefix, work)), RecordReader::Order::ascending,
                    [&](Xapian::docid, const std::string& record) { clauses.push_back(schema::decode_clause(record)); });
  return clauses;
}

// One query for all of them: each posting list would be a round trip to every server.
std::vector<std::vector<std::string>> ClauseLookup::same_address(const std::vector<schema::StoredClause>& clauses,
                                                                 std::vector<Xapian::docid> their_documents) {
  std::vector<std::vector<std::string>> result(clauses.size());
  std::multimap<std::string, std::size_t> places;
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (clauses[i].address.empty()) continue;
    const std::string place = place_of(clauses[i].work, clauses[i].address);
    if (!places.contains(place)) terms.push_back(schema::hashed_term(schema::path_prefix, place));
    places.emplace(place, i);
  }
  if (terms.empty()) return result;
  Xapian::Enquire enquire(locations_.database());
  enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end()));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  const Xapian::MSet found = enquire.get_mset(0, locations_.database().get_doccount());
  // Most of what is found are the clauses themselves, which need not be read again.
  std::vector<Xapian::docid> documents;
  std::sort(their_documents.begin(), their_documents.end());
  for (auto match = found.begin(); match != found.end(); ++match)
    if (!std::binary_search(their_documents.begin(), their_documents.end(), *match)) documents.push_back(*match);
  const auto add = [&](std::string_view work, std::string_view address, std::string_view language, std::string_view citation) {
    const auto [first, last] = places.equal_range(place_of(work, address));
    for (auto place = first; place != last; ++place)
      if (clauses[place->second].language != language) result[place->second].emplace_back(citation);
  };
  for (const schema::StoredClause& clause : clauses) add(clause.work, clause.address, clause.language, clause.citation);
  schema::ClauseView other;
  records_.for_each(std::move(documents), RecordReader::Order::by_server, [&](Xapian::docid, const std::string& record) {
    schema::view_clause(record, other);
    add(other.work, other.address, other.language, other.citation);
  });
  for (std::vector<std::string>& citations : result) {
    std::sort(citations.begin(), citations.end());
    // Two indexes may have the same version.
    citations.erase(std::unique(citations.begin(), citations.end()), citations.end());
  }
  return result;
}

// Clauses of a version may be in a language of their own, so its name is rather in the citation; unless that was given with the clause.
std::string ClauseLookup::source_url(const schema::StoredClause& clause) {
  for (const std::string& version : {clause.citation.substr(0, clause.citation.find('#')), clause.work + "/" + clause.language}) {
    if (!version.starts_with(clause.work + "/")) continue;
    const auto [known, is_new] = sources_.try_emplace(version);
    // The joined database gives the metadata of its first part only.
    for (std::size_t i = 0; is_new && !known->second && i < locations_.open().size(); ++i)
      if (const std::string record = locations_.open()[i].database.get_metadata(std::string(schema::version_key) + version);
          !record.empty())
        known->second = schema::decode_version(record).source_url;
    if (known->second) return *known->second;
  }
  return "";
}

}  // namespace jomun
