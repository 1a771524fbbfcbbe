// Jomun: writes an index through Xapian.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index_store.h"

namespace jomun {

// For some documents, whatever the size of the index: what has not changed is left alone.
class XapianStore final : public IndexStore {
 public:
  // `database` must outlive it, and be used by nobody else.
  explicit XapianStore(Xapian::WritableDatabase& database) : database_(database) {}

  std::string metadata(const std::string& key) const override { return database_.get_metadata(key); }
  std::vector<std::string> metadata_keys(const std::string& prefix) const override;
  std::optional<std::string> version_of(const std::string& citation_term) const override;
  void begin(const std::vector<std::string>& versions) override;
  void end() override { database_.commit_transaction(); }
  void cancel() noexcept override;
  void set_metadata(const std::string& key, const std::string& value) override { database_.set_metadata(key, value); }
  std::size_t remove(const std::string& version_term) override;
  void add(IndexDocument document) override;
  void commit() override { database_.commit(); }

 private:
  Xapian::WritableDatabase& database_;
  std::size_t unflushed_ = 0;  // bytes of terms
};

}  // namespace jomun
