// Jomun: writes an index through Xapian.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index_store.h"

namespace jomun {

// For some documents, whatever the size of the index: what has not changed is left alone.
class XapianStore final : public IndexStore {
 public:
  // `database` must outlive it, and be used by nobody else. `make_lists` is called, without any change that is not committed, before a
  // document goes that has no list of its terms (term_lists.h): all have them afterwards, and `database` is open.
  XapianStore(Xapian::WritableDatabase& database, std::function<void()> make_lists)
      : database_(database), make_lists_(std::move(make_lists)) {}

  std::string metadata(const std::string& key) const override { return database_.get_metadata(key); }
  std::vector<std::string> metadata_keys(const std::string& prefix) const override;
  std::optional<std::string> version_of(const std::string& citation) const override;
  void begin(const std::vector<std::string>& versions) override;
  void end() override { database_.commit_transaction(); }
  void cancel() noexcept override;
  void set_metadata(const std::string& key, const std::string& value) override { database_.set_metadata(key, value); }
  std::size_t remove(const std::string& version_term) override;
  void add(IndexDocument document) override;
  void commit() override { database_.commit(); }

 private:
  bool lacks_lists(const std::string& version_term) const;

  Xapian::WritableDatabase& database_;
  std::function<void()> make_lists_;
  std::size_t unflushed_ = 0;  // bytes of terms
};

}  // namespace jomun
