// Jomun: what an index holds, and whether it is sound.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <utility>
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
  std::size_t terms = 0;                                            // different ones
  std::size_t databases = 1;                                        // that it consists of
  std::size_t bytes = 0;                                            // of those on this machine, on disk
  std::vector<std::pair<std::string, std::size_t>> bytes_by_table;  // of the same, as Xapian names its tables, the largest first
  bool term_lists = true;                                           // whether every database has them (indexer/term_lists.h)
  std::string schema, tokenizer;
};

// All of these open the index in folder `path`, or what else parts_of() (indexer/shards.h) takes, for reading, whichever tokenizer made it,
// throw IndexError (indexer/index_writer.h) where there is none or it cannot be read, and schema::IncompatibleIndex.
std::vector<ListedVersion> list_versions(const std::string& path);  // sorted by name
std::vector<std::string> list_files(const std::string& path);       // that are known, absolute paths, in no order
IndexStatistics index_statistics(const std::string& path);

// Calls `use` with every clause, by version in order of name, in the order in which they were added; with no clause (null) for a version
// that has none. What they are is of one moment. Throws likewise, also where a writer has been so fast that the moment is over.
void for_each_clause(const std::string& path, const std::function<void(const ListedVersion&, const schema::StoredClause*)>& use);

// What is wrong, a sentence each; empty: the index is sound. Checks Xapian's own structures, that every record can be read and its
// citation is unique, that each version has as many clauses as it should and stands in the shard that it belongs to, and that files and
// versions name each other. Of a database on another machine Xapian's own structures are not checked.
std::vector<std::string> check_index(const std::string& path);

}  // namespace jomun
