// Jomun: writes an index of one database or of several shards.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"
#include "indexer/index_writer.h"

namespace jomun {

// As an IndexWriter, which see: all versions of a work go to one shard (indexer/shards.h), and each shard has a writer.
class ShardedWriter {
 public:
  // `shards`: how many a new index gets; 0: as it is, a new one is one database. Throws as IndexWriter does; IndexError also where the
  // index has another number of shards, where one of them is on another machine, and where they hold works of each other.
  explicit ShardedWriter(const std::string& path, std::string_view tokenizer = "", std::size_t shards = 0);

  void replace(const Version& version, std::string_view file);
  std::size_t remove(std::string_view name);
  // Shard after shard: a crash in between leaves some shards newer than others. Every work is whole, all its versions as they were before
  // or after; running the same command again makes up for the rest.
  void commit();

 private:
  IndexWriter& writer_of(std::string_view work);

  std::vector<std::unique_ptr<IndexWriter>> writers_;  // by shard
};

}  // namespace jomun
