// Jomun: writes an index anew, as a whole.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/bulk/database_writer.h"
#include "indexer/index_store.h"

namespace jomun {

// For many documents. They go into a new database beside the index, FOLDER.building, then what stays of the index, and commit() puts it in
// the place of the index. Readers go on with the old one until they open it again. Until then there are both on the disk. In memory it
// keeps some 50 bytes of each new document besides what `memory` bounds.
class BulkStore final : public IndexStore {
 public:
  // `database`: the index in `folder`, locked by it, and without changes that are not committed; must outlive this. commit() calls `reopen`
  // to have that in the folder it names opened, and locked, again. `memory`: bytes for postings. Throws as below, and IrreplaceableFolder
  // (indexer/index_folder.h), where the folder cannot be replaced: what stands in the way is found now, but for what comes later.
  BulkStore(const std::filesystem::path& folder, Xapian::WritableDatabase& database, std::size_t memory,
            std::function<void(const std::filesystem::path&)> reopen);
  ~BulkStore() override { drop(); }

  std::string metadata(const std::string& key) const override;
  std::vector<std::string> metadata_keys(const std::string& prefix) const override;
  std::optional<std::string> version_of(const std::string& citation) const override;
  // What was added since the last commit cannot be removed: then it is committed here.
  void begin(const std::vector<std::string>& versions) override;
  void end() override {}
  void cancel() noexcept override;
  void set_metadata(const std::string& key, const std::string& value) override;
  std::size_t remove(const std::string& version_term) override;
  void add(IndexDocument document) override;
  void commit() override;

  // Writes the index anew whether anything has changed or not: without gaps, with full blocks, without lists of terms.
  void rewrite();

 private:
  using Hashes = std::pair<std::uint64_t, std::size_t>;
  struct FirstHash {
    std::size_t operator()(const Hashes& hashes) const { return hashes.first; }
  };
  static Hashes hashes_of(std::string_view citation);
  void start();
  void drop() noexcept;
  void forget();
  void copy_what_stays();
  void copy_metadata();

  std::filesystem::path folder_, building_;
  Xapian::WritableDatabase& database_;
  std::size_t memory_;
  std::function<void(const std::filesystem::path&)> reopen_;
  bool begun_ = false;                           // there is something in building_
  std::optional<glass::DatabaseWriter> writer_;  // of it, until it is whole
  std::map<std::string, std::string> metadata_;  // that has been set; "": removed
  std::unordered_set<std::string> removed_;      // version terms, of the database
  std::unordered_map<std::string, std::uint32_t> added_;
  std::vector<const std::string*> added_terms_;                               // keys of added_ by their numbers
  std::unordered_map<Hashes, std::uint32_t, FirstHash> version_by_citation_;  // number in added_terms_
};

}  // namespace jomun
