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
#include "indexer/term_lists.h"

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

// Of the databases here.
void measure_files(const OpenIndex& index, IndexStatistics& result) {
  std::map<std::string, std::size_t> tables;
  for (const auto& [part, database] : index.parts) {
    if (part.kind != IndexPart::Kind::folder || !fs::is_directory(part.name)) continue;
    for (const fs::directory_entry& entry : fs::directory_iterator(part.name)) {
      if (!entry.is_regular_file()) continue;
      const std::size_t bytes = entry.file_size();
      result.bytes += bytes;
      if (entry.path().extension() == ".glass") tables[entry.path().stem().string()] += bytes;
    }
  }
  result.bytes_by_table.assign(tables.begin(), tables.end());
  std::sort(result.bytes_by_table.begin(), result.bytes_by_table.end(),
            [](const auto& one, const auto& other) { return std::pair(other.second, one.first) < std::pair(one.second, other.first); });
}

// Calls `problem` with what the records of files say that is not so. `is_here`: of a version, whether it belongs to this database.
void check_files(const Xapian::Database& database, const std::map<std::string, std::string>& file_of_version,
                 const std::function<bool(const std::string&)>& is_here, const std::function<void(std::string)>& problem) {
  const std::string prefix(schema::file_key);
  for (auto key = database.metadata_keys_begin(prefix), end = database.metadata_keys_end(prefix); key != end; ++key) {
    try {
      const schema::FileRecord record = schema::decode_file(database.get_metadata(*key));
      if (schema::bounded_term(schema::file_key, record.path) != *key) problem(fmt::format("{} is noted as another file", record.path));
      for (const std::string& name : record.versions) {
        if (!is_here(name)) continue;
        const auto found = file_of_version.find(name);
        if (found == file_of_version.end())
          problem(fmt::format("{} should have given {}, which is not there", record.path, name));
        else if (found->second != record.path)
          problem(fmt::format("{} should have given {}, which is from {}", record.path, name, found->second));
      }
    } catch (const schema::CorruptRecord& error) {
      problem(fmt::format("the record of the file {}: {}", (*key).substr(prefix.size()), error.what()));
    }
  }
}

}  // namespace

std::vector<ListedVersion> list_versions(const std::string& path) { return with_index(path, versions_of); }

std::vector<std::string> list_files(const std::string& path) {
  return with_index(path, [](const OpenIndex& index) {
    std::set<std::string> files;
    const std::string prefix(schema::file_key);
    for (const auto& [part, database] : index.parts)
      for (auto key = database.metadata_keys_begin(prefix), end = database.metadata_keys_end(prefix); key != end; ++key)
        files.insert(schema::decode_file(database.get_metadata(*key)).path);
    return std::vector<std::string>(files.begin(), files.end());
  });
}

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
    for (auto term = index.whole.allterms_begin(), end = index.whole.allterms_end(); term != end; ++term) ++result.terms;
    measure_files(index, result);
    result.term_lists = std::all_of(index.parts.begin(), index.parts.end(), [](const auto& part) { return has_term_lists(part.second); });
    const Xapian::Database& first = index.parts.front().second;
    result.schema = first.get_metadata(std::string(schema::schema_key));
    result.tokenizer = schema::tokenizer_name(first);
    return result;
  });
}

void for_each_clause(const std::string& path, const std::function<void(const ListedVersion&, const schema::StoredClause*)>& use) {
  bool begun = false;  // what was used cannot be taken back
  with_index(path, [&](const OpenIndex& index) {
    const Xapian::Database& database = index.whole;
    try {
      for (const ListedVersion& version : versions_of(index)) {
        const std::string term = schema::bounded_term(schema::version_prefix, version.name);
        const auto end = database.postlist_end(term);
        auto posting = database.postlist_begin(term);
        begun = true;
        if (posting == end) use(version, nullptr);
        for (; posting != end; ++posting) {
          const schema::StoredClause clause = schema::decode_clause(database.get_document(*posting).get_data());
          use(version, &clause);
        }
      }
    } catch (const Xapian::DatabaseModifiedError&) {
      if (begun) throw IndexError("was written to twice while it was read, and what was printed is not whole; run the same command again");
      throw;
    }
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
      if (const std::string term = schema::hashed_term(schema::citation_prefix, clause.citation);
          std::find(database.postlist_begin(term), database.postlist_end(term), *posting) == database.postlist_end(term))
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
    std::map<std::string, std::string> file_of_version;
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
        file_of_version.emplace(version.name, version.record.file);
      }
    }
    for (std::size_t i = 0; i < index.parts.size(); ++i)
      check_files(
          index.parts[i].second, file_of_version, [&](const std::string& name) { return !shards || shard_of(work_of(name), *shards) == i; },
          [&](std::string problem) { problems.push_back(std::move(problem)); });
    if (total != index.whole.get_doccount())
      problems.push_back(fmt::format("the versions have {} clauses together, the index {}", total, index.whole.get_doccount()));
  });
  return problems;
}

}  // namespace jomun
