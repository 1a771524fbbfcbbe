// Jomun: what an index holds, and whether it is sound.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/schema.h"

namespace jomun {

struct ListedVersion {
  std::string name;  // WORK/LANG
  schema::VersionRecord record;
};

struct IndexStatistics {
  std::size_t versions = 0, works = 0, clauses = 0;
  std::map<std::string, std::size_t> clauses_by_language;
  double terms_per_clause = 0;
  std::size_t databases = 1;  // that it consists of
  std::size_t bytes = 0;      // of those on this machine, on disk
  std::string schema, tokenizer;
};

// All three open the index in folder `path`, or what else parts_of() (indexer/shards.h) takes, for reading, whichever tokenizer made it,
// throw IndexError (indexer/index_writer.h) where there is none or it cannot be read, and schema::IncompatibleIndex.
std::vector<ListedVersion> list_versions(const std::string& path);  // sorted by name
IndexStatistics index_statistics(const std::string& path);

// What is wrong, a sentence each; empty: the index is sound. Checks Xapian's own structures, that every record can be read and its
// citation is unique, that each version has as many clauses as it should and stands in the shard that it belongs to. Of a database on
// another machine Xapian's own structures are not checked.
std::vector<std::string> check_index(const std::string& path);

}  // namespace jomun
