// Jomun: where the documents and the metadata of an index go, whoever writes its files.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index_document.h"

namespace jomun {

// What is read is as it has been written, committed or not. What is written is lost until commit() has returned. Changes are made between
// begin() and end(); what an exception leaves half done is undone by cancel(), and with it all since the last commit.
// Throws Xapian::Error, glass::FileError and glass::LimitExceeded (indexer/bulk/errors.h), IrreplaceableFolder (indexer/index_folder.h),
// std::filesystem::filesystem_error. Not thread-safe.
class IndexStore {
 public:
  virtual ~IndexStore() = default;
  virtual std::string metadata(const std::string& key) const = 0;
  virtual std::vector<std::string> metadata_keys(const std::string& prefix) const = 0;  // ascending
  // Of the document with this citation the version_prefix term, see schema.h; nothing: there is no such document.
  virtual std::optional<std::string> version_of(const std::string& citation) const = 0;

  // `versions`: the version_prefix terms that will be removed and added until end().
  virtual void begin(const std::vector<std::string>& versions) = 0;
  virtual void end() = 0;
  virtual void cancel() noexcept = 0;

  virtual void set_metadata(const std::string& key, const std::string& value) = 0;
  // All documents with this version_prefix term. Returns how many went.
  virtual std::size_t remove(const std::string& version_term) = 0;
  virtual void add(IndexDocument document) = 0;

  // Makes everything so far durable and visible to readers.
  virtual void commit() = 0;
};

}  // namespace jomun
