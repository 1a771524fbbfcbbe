// Jomun: writes an index anew, as a whole.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk_store.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "indexer/bulk/replace_directory.h"
#include "indexer/bulk/version_file.h"
#include "indexer/index_folder.h"
#include "indexer/likeness.h"
#include "indexer/schema.h"
#include "indexer/term_lists.h"

namespace jomun {
namespace {

// The first term with a prefix; empty: there is none.
std::string_view term_with(const IndexDocument& document, std::string_view prefix) {
  const auto found = std::lower_bound(document.terms.begin(), document.terms.end(), prefix,
                                      [](const IndexDocument::Term& term, std::string_view text) { return term.text < text; });
  return found != document.terms.end() && found->text.starts_with(prefix) ? found->text : std::string_view();
}

}  // namespace

// The records that would tell one citation from another with the same hash are on the disk. Two hashes that have nothing to do with each
// other make 128 bits, which no two citations will share.
BulkStore::Hashes BulkStore::hashes_of(std::string_view citation) {
  return {stable_hash(citation), std::hash<std::string_view>()(citation)};
}

BulkStore::BulkStore(const std::filesystem::path& folder, Xapian::WritableDatabase& database, std::size_t memory,
                     std::function<void(const std::filesystem::path&)> reopen)
    : folder_(std::filesystem::canonical(folder)),
      building_(building_folder(folder_)),
      database_(database),
      memory_(memory),
      reopen_(std::move(reopen)) {
  start();
}

void BulkStore::start() {
  database_.get_metadata("any");  // throws where it is closed, and locked no more
  require_replaceable(folder_);
  remove_leftovers(folder_);
  glass::DatabaseOptions options;
  options.memory = memory_;
  options.instead_of_terms = schema::no_terms;
  options.revision = glass::read_version_file(glass::operating_system(), folder_).revision + 1;
  begun_ = true;
  try {
    writer_.emplace(building_, options);
    share_lock(folder_, building_);
  } catch (...) {
    drop();
    throw;
  }
}

void BulkStore::forget() {
  metadata_.clear();
  removed_.clear();
  added_.clear();
  added_terms_.clear();
  version_by_citation_.clear();
}

std::string BulkStore::metadata(const std::string& key) const {
  const auto set = metadata_.find(key);
  return set != metadata_.end() ? set->second : database_.get_metadata(key);
}

std::vector<std::string> BulkStore::metadata_keys(const std::string& prefix) const {
  std::vector<std::string> keys;
  for (auto key = database_.metadata_keys_begin(prefix), end = database_.metadata_keys_end(prefix); key != end; ++key)
    if (!metadata_.contains(*key)) keys.push_back(*key);
  for (auto set = metadata_.lower_bound(prefix); set != metadata_.end() && set->first.starts_with(prefix); ++set)
    if (!set->second.empty()) keys.push_back(set->first);
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::optional<std::string> BulkStore::version_of(const std::string& citation) const {
  if (const auto added = version_by_citation_.find(hashes_of(citation)); added != version_by_citation_.end())
    return *added_terms_[added->second];
  std::optional<std::string> version = schema::version_term_of(database_, citation);
  if (version && removed_.contains(*version)) version.reset();
  return version;
}

void BulkStore::begin(const std::vector<std::string>& versions) {
  if (std::any_of(versions.begin(), versions.end(), [&](const std::string& version) { return added_.contains(version); })) commit();
}

void BulkStore::drop() noexcept {
  if (!begun_) return;
  writer_.reset();
  remove_leftovers(folder_);
  begun_ = false;
}

void BulkStore::cancel() noexcept {
  drop();
  forget();
}

void BulkStore::set_metadata(const std::string& key, const std::string& value) { metadata_[key] = value; }

std::size_t BulkStore::remove(const std::string& version_term) {
  if (added_.contains(version_term)) throw std::logic_error("a version was added that begin() has not named");
  return removed_.insert(version_term).second ? database_.get_termfreq(version_term) : 0;
}

void BulkStore::add(IndexDocument document) {
  if (!writer_) start();
  const std::string version(term_with(document, schema::version_prefix));
  const auto [added, is_new] = added_.try_emplace(version, static_cast<std::uint32_t>(added_terms_.size()));
  if (is_new) added_terms_.push_back(&added->first);
  schema::ClauseView clause;
  schema::view_clause(document.data, clause);
  version_by_citation_.try_emplace(hashes_of(clause.citation), added->second);
  writer_->add(std::move(document));
}

void BulkStore::commit() {
  if (!metadata_.empty() || !removed_.empty() || !added_.empty()) rewrite();
}

void BulkStore::rewrite() {
  if (!writer_) start();
  copy_what_stays();
  copy_metadata();
  writer_->finish();
  writer_.reset();
  give_rights_of(folder_, building_);
  require_replaceable(folder_);
  glass::replace_directory(folder_, building_);
  begun_ = false;
  forget();
  reopen_(folder_);
}

void BulkStore::copy_what_stays() {
  std::vector<bool> gone(std::size_t{database_.get_lastdocid()} + 1, false);
  for (const std::string& version : removed_)
    for (auto posting = database_.postlist_begin(version), end = database_.postlist_end(version); posting != end; ++posting)
      gone[*posting] = true;
  // Little is as fast, and the postings have the rest.
  TermLists lists(database_, building_ / glass::term_lists_scratch, memory_ / 8);
  Xapian::docid number = 0;
  for (IndexDocument document; lists.next(number, document);) {
    if (gone[number]) continue;
    document.data = database_.get_document(number, Xapian::DOC_ASSUME_VALID).get_data();
    writer_->add(std::move(document));
  }
}

void BulkStore::copy_metadata() {
  for (const std::string& key : metadata_keys("")) writer_->set_metadata(key, metadata(key));
}

}  // namespace jomun
