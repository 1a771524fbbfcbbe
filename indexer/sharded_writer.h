// Jomun: writes an index of one database or of several shards.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"
#include "indexer/index_writer.h"

namespace jomun {

// As an IndexWriter, which see: all versions of a work go to one shard (indexer/shards.h), and each shard has a writer. A file whose
// works are in several shards is known to each of them: it is unchanged if they agree.
class ShardedWriter {
 public:
  // `shards`: how many a new index gets; 0: as it is, a new one is one database. Throws as IndexWriter does; IndexError also where the
  // index has another number of shards, where one of them is on another machine, and where they hold works of each other.
  explicit ShardedWriter(const std::string& path, std::string_view tokenizer = "", std::size_t shards = 0, const Writing& writing = {});

  std::string usable_tokenizer() const { return writers_.front()->usable_tokenizer(); }
  void expect(std::size_t bytes);
  // "bulk" if any shard is written so.
  Writer writer() const;

  // Where the version "WORK/LANG" belongs. replace() writes one shard after the other.
  std::size_t shard_of_version(std::string_view name) const;

  std::optional<schema::FileRecord> file(const std::string& path) const;
  void replace(schema::FileRecord file, std::vector<PreparedVersion> versions);
  void replace(const Version& version, std::string_view file);
  void remember(const schema::FileRecord& file);
  std::size_t remove(std::string_view name);
  std::vector<std::string> remove_file(const std::string& path);

  // Shard after shard: a crash in between leaves some shards newer than others. Every work is whole, all its versions as they were before
  // or after; running the same command again makes up for the rest.
  void commit();
  void compact();

 private:
  void check_ids(const std::vector<std::string>& ids, std::size_t shard, const std::string& file) const;

  std::vector<std::unique_ptr<IndexWriter>> writers_;  // by shard
};

}  // namespace jomun
