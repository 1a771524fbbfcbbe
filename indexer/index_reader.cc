// Jomun: what an index holds, and whether it is sound.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_reader.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <sstream>
#include <utility>

#include "indexer/index_writer.h"
#include "indexer/shards.h"

namespace jomun {
namespace {

namespace fs = std::filesystem;

// The databases of an index, and all of them as one.
struct OpenIndex {
  explicit OpenIndex(const std::string& path) {
    for (const IndexPart& part : parts_of(path)) {
      try {
        parts.emplace_back(part, open_part(part));
        schema::check_schema(parts.back().second);
      } catch (const Xapian::NetworkError& error) {
        throw IndexError(fmt::format("{} does not answer ({}); start xapian-tcpsrv there", part.name, describe(error)));
      }
      whole.add_database(parts.back().second);
    }
    if (parts.empty()) throw IndexError("lists no database; write lines like: auto FOLDER");
  }
  std::vector<std::pair<IndexPart, Xapian::Database>> parts;
  Xapian::Database whole;  // gives the metadata of its first part only
};

void require_index(const std::string& path) {
  if (!fs::exists(path) && parts_of(path).front().kind == IndexPart::Kind::folder)
    throw IndexError("there is no index; make one with: jomun-index --index " + path + " add FILES");
}

// Calls `function` with the open index, again with a fresh one when a writer overtook it.
template <typename Function>
auto with_index(const std::string& path, Function function) {
  constexpr int tries = 5;
  require_index(path);
  try {
    for (int attempt = 1;; ++attempt) {
      try {
        const OpenIndex index(path);
        return function(index);
      } catch (const Xapian::DatabaseModifiedError&) {
        if (attempt == tries) throw;
      }
    }
  } catch (const Xapian::Error& error) {
    throw IndexError(fmt::format("cannot be read ({}); run jomun-index check, and if it is damaged make it again", error.get_msg()));
  } catch (const schema::CorruptRecord& error) {
    throw IndexError(fmt::format("is damaged ({}); make it again", error.what()));
  }
}

void add_versions(const Xapian::Database& database, std::vector<ListedVersion>& versions) {
  const std::string prefix(schema::version_key);
  for (auto key = database.metadata_keys_begin(prefix), end = database.metadata_keys_end(prefix); key != end; ++key)
    versions.push_back({(*key).substr(prefix.size()), schema::decode_version(database.get_metadata(*key))});
}

std::vector<ListedVersion> versions_of(const OpenIndex& index) {
  std::vector<ListedVersion> result;
  for (const auto& [part, database] : index.parts) add_versions(database, result);
  std::sort(result.begin(), result.end(), [](const ListedVersion& a, const ListedVersion& b) { return a.name < b.name; });
  return result;
}

std::string work_of(const std::string& version) { return version.substr(0, version.rfind('/')); }

// Of its databases here.
std::size_t size_on_disk(const OpenIndex& index) {
  std::size_t bytes = 0;
  for (const auto& [part, database] : index.parts) {
    if (part.kind != IndexPart::Kind::folder || !fs::is_directory(part.name)) continue;
    for (const fs::directory_entry& entry : fs::directory_iterator(part.name))
      if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

}  // namespace

std::vector<ListedVersion> list_versions(const std::string& path) { return with_index(path, versions_of); }

IndexStatistics index_statistics(const std::string& path) {
  return with_index(path, [&](const OpenIndex& index) {
    IndexStatistics result;
    std::set<std::string> works;
    for (const ListedVersion& version : versions_of(index)) {
      ++result.versions;
      works.insert(work_of(version.name));
      result.clauses_by_language[version.name.substr(version.name.rfind('/') + 1)] += version.record.clauses;
    }
    result.works = works.size();
    result.databases = index.parts.size();
    result.clauses = index.whole.get_doccount();
    result.terms_per_clause = index.whole.get_avlength();
    result.bytes = size_on_disk(index);
    const Xapian::Database& first = index.parts.front().second;
    result.schema = first.get_metadata(std::string(schema::schema_key));
    result.tokenizer = schema::tokenizer_name(first);
    return result;
  });
}

namespace {

void check_structure(const std::string& path, std::vector<std::string>& problems) {
  const std::vector<IndexPart> parts = parts_of(path);
  for (const IndexPart& part : parts) {
    const std::string where = parts.size() == 1 ? "" : part.name + ": ";
    if (part.kind != IndexPart::Kind::folder) continue;  // Xapian checks files
    try {
      std::ostringstream report;
      if (Xapian::Database::check(part.name, 0, &report) > 0) problems.push_back(where + "Xapian finds its own structures damaged");
    } catch (const Xapian::Error& error) {
      problems.push_back(fmt::format("{}Xapian cannot check it: {}", where, error.get_msg()));
    }
  }
}

void check_records(const Xapian::Database& database, std::set<std::string>& citations, std::vector<std::string>& problems) {
  for (auto posting = database.postlist_begin(""), end = database.postlist_end(""); posting != end; ++posting) {
    try {
      const schema::StoredClause clause = schema::decode_clause(database.get_document(*posting).get_data());
      if (!citations.insert(clause.citation).second) problems.push_back(fmt::format("{} stands there twice", clause.citation));
      if (!database.term_exists(schema::bounded_term(schema::citation_prefix, clause.citation)))
        problems.push_back(fmt::format("{} cannot be found by its citation", clause.citation));
    } catch (const schema::CorruptRecord& error) {
      problems.push_back(fmt::format("document {}: {}", *posting, error.what()));
    }
  }
}

}  // namespace

std::vector<std::string> check_index(const std::string& path) {
  std::vector<std::string> problems;
  require_index(path);
  check_structure(path, problems);
  if (!problems.empty()) return problems;
  const std::optional<std::size_t> shards = shard_count(path);
  with_index(path, [&](const OpenIndex& index) {
    problems.clear();
    std::set<std::string> citations;
    std::size_t total = 0;
    if (shards && *shards != index.parts.size())
      problems.push_back(fmt::format("was made with {} shards, and XAPIANDB lists {}", *shards, index.parts.size()));
    for (std::size_t i = 0; i < index.parts.size(); ++i) {
      const auto& [part, database] = index.parts[i];
      check_records(database, citations, problems);
      std::vector<ListedVersion> versions;
      add_versions(database, versions);
      for (const ListedVersion& version : versions) {
        const std::size_t found = database.get_termfreq(schema::bounded_term(schema::version_prefix, version.name));
        if (found != version.record.clauses)
          problems.push_back(fmt::format("{} should have {} clauses and has {}", version.name, version.record.clauses, found));
        if (shards && shard_of(work_of(version.name), *shards) != i)
          problems.push_back(
              fmt::format("{} stands in {} and belongs to shard {}", version.name, part.name, shard_of(work_of(version.name), *shards)));
        total += version.record.clauses;
      }
    }
    if (total != index.whole.get_doccount())
      problems.push_back(fmt::format("the versions have {} clauses together, the index {}", total, index.whole.get_doccount()));
  });
  return problems;
}

}  // namespace jomun
