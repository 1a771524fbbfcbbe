// Jomun: what an index holds, and whether it is sound.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_reader.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <utility>

#include "indexer/index_writer.h"

namespace jomun {
namespace {

namespace fs = std::filesystem;

// Calls `function` with the open database, again with a fresh one when a writer overtook it.
template <typename Function>
auto with_database(const std::string& path, Function function) {
  constexpr int tries = 5;
  if (!fs::exists(path)) throw IndexError("there is no index; make one with: jomun-index --index " + path + " add FILES");
  try {
    for (int attempt = 1;; ++attempt) {
      try {
        const Xapian::Database database(path);
        schema::check_schema(database);
        return function(database);
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

std::vector<ListedVersion> versions_of(const Xapian::Database& database) {
  std::vector<ListedVersion> result;
  const std::string prefix(schema::version_key);
  for (auto key = database.metadata_keys_begin(prefix), end = database.metadata_keys_end(prefix); key != end; ++key)
    result.push_back({(*key).substr(prefix.size()), schema::decode_version(database.get_metadata(*key))});
  return result;
}

void measure_files(const std::string& path, IndexStatistics& result) {
  result.bytes = 0;
  result.bytes_by_table.clear();
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    if (!entry.is_regular_file()) continue;
    const std::size_t bytes = entry.file_size();
    result.bytes += bytes;
    if (entry.path().extension() == ".glass") result.bytes_by_table.emplace_back(entry.path().stem().string(), bytes);
  }
  std::sort(result.bytes_by_table.begin(), result.bytes_by_table.end(),
            [](const auto& one, const auto& other) { return std::pair(other.second, one.first) < std::pair(one.second, other.first); });
}

// Calls `problem` with what the records of files say that is not so.
void check_files(const Xapian::Database& database, const std::map<std::string, std::string>& file_of_version,
                 const std::function<void(std::string)>& problem) {
  const std::string prefix(schema::file_key);
  for (auto key = database.metadata_keys_begin(prefix), end = database.metadata_keys_end(prefix); key != end; ++key) {
    try {
      const schema::FileRecord record = schema::decode_file(database.get_metadata(*key));
      if (schema::bounded_term(schema::file_key, record.path) != *key) problem(fmt::format("{} is noted as another file", record.path));
      for (const std::string& name : record.versions) {
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

std::vector<ListedVersion> list_versions(const std::string& path) { return with_database(path, versions_of); }

std::vector<std::string> list_files(const std::string& path) {
  return with_database(path, [](const Xapian::Database& database) {
    std::vector<std::string> files;
    const std::string prefix(schema::file_key);
    for (auto key = database.metadata_keys_begin(prefix), end = database.metadata_keys_end(prefix); key != end; ++key)
      files.push_back(schema::decode_file(database.get_metadata(*key)).path);
    return files;
  });
}

IndexStatistics index_statistics(const std::string& path) {
  return with_database(path, [&](const Xapian::Database& database) {
    IndexStatistics result;
    std::set<std::string> works;
    for (const ListedVersion& version : versions_of(database)) {
      ++result.versions;
      works.insert(version.name.substr(0, version.name.rfind('/')));
      result.clauses_by_language[version.name.substr(version.name.rfind('/') + 1)] += version.record.clauses;
    }
    result.works = works.size();
    result.clauses = database.get_doccount();
    result.terms_per_clause = database.get_avlength();
    for (auto term = database.allterms_begin(), end = database.allterms_end(); term != end; ++term) ++result.terms;
    measure_files(path, result);
    result.schema = database.get_metadata(std::string(schema::schema_key));
    result.tokenizer = schema::tokenizer_name(database);
    return result;
  });
}

void for_each_clause(const std::string& path, const std::function<void(const ListedVersion&, const schema::StoredClause*)>& use) {
  bool begun = false;  // what was used cannot be taken back
  with_database(path, [&](const Xapian::Database& database) {
    try {
      for (const ListedVersion& version : versions_of(database)) {
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

std::vector<std::string> check_index(const std::string& path) {
  std::vector<std::string> problems;
  if (!fs::exists(path)) throw IndexError("there is no index; make one with: jomun-index --index " + path + " add FILES");
  try {
    std::ostringstream report;
    if (Xapian::Database::check(path, 0, &report) > 0) problems.push_back("Xapian finds its own structures damaged");
  } catch (const Xapian::Error& error) {
    problems.push_back(fmt::format("Xapian cannot check it: {}", error.get_msg()));
  }
  if (!problems.empty()) return problems;
  with_database(path, [&](const Xapian::Database& database) {
    problems.clear();
    std::map<std::string, std::size_t> clauses;
    std::set<std::string> citations;
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
    std::size_t total = 0;
    std::map<std::string, std::string> file_of_version;
    for (const ListedVersion& version : versions_of(database)) {
      const std::size_t found = database.get_termfreq(schema::bounded_term(schema::version_prefix, version.name));
      if (found != version.record.clauses)
        problems.push_back(fmt::format("{} should have {} clauses and has {}", version.name, version.record.clauses, found));
      total += version.record.clauses;
      file_of_version.emplace(version.name, version.record.file);
    }
    check_files(database, file_of_version, [&](std::string problem) { problems.push_back(std::move(problem)); });
    if (total != database.get_doccount())
      problems.push_back(fmt::format("the versions have {} clauses together, the index {}", total, database.get_doccount()));
  });
  return problems;
}

}  // namespace jomun
