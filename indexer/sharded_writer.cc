// Jomun: writes an index of one database or of several shards.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/sharded_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "indexer/schema.h"
#include "indexer/shards.h"

namespace jomun {
namespace {

namespace fs = std::filesystem;

// A list whose lines were exchanged shows in the first works already.
void check_works(const std::string& folder, std::size_t shard, std::size_t shards) {
  constexpr int enough = 100;
  const Xapian::Database database(folder);
  const std::string prefix(schema::version_key);
  int looked_at = 0;
  for (auto key = database.metadata_keys_begin(prefix), end = database.metadata_keys_end(prefix); key != end && looked_at < enough;
       ++key, ++looked_at) {
    const std::string version = (*key).substr(prefix.size()), work = version.substr(0, version.rfind('/'));
    if (shard_of(work, shards) != shard)
      throw IndexError(fmt::format("{} holds {}, which belongs to shard {} of {}; put the lines of XAPIANDB back as they were", folder,
                                   work, shard_of(work, shards), shards));
  }
}

std::vector<std::string> existing_shards(const std::string& path, std::size_t shards) {
  std::vector<std::string> folders;
  for (const IndexPart& part : parts_of(path)) {
    if (part.kind != IndexPart::Kind::folder)
      throw IndexError(fmt::format("the shard {} is on another machine; an index is written where all its shards are folders", part.name));
    folders.push_back(part.name);
  }
  if (folders.size() != shards)
    throw IndexError(
        fmt::format("was made with {} shards, and XAPIANDB lists {}; put its lines back as they were", shards, folders.size()));
  return folders;
}

}  // namespace

ShardedWriter::ShardedWriter(const std::string& path, std::string_view tokenizer, std::size_t shards, const Writing& writing) {
  if (parts_of(path).size() == 1 && parts_of(path).front().kind == IndexPart::Kind::server)
    throw IndexError("is on another machine; write to its folder there");
  std::error_code ignored;
  const std::optional<std::size_t> has = shard_count(path);
  const bool is_list = !has && fs::exists(fs::path(path) / "XAPIANDB", ignored) && !fs::exists(fs::path(path) / "iamglass", ignored);
  if (is_list || (!has && fs::is_regular_file(path, ignored)))
    throw IndexError("is a list of indexes; write to one of those that it lists");
  const bool is_one = fs::exists(fs::path(path) / "iamglass", ignored);
  if (shards > 0 && (has ? *has != shards : is_one && shards != 1))
    throw IndexError(fmt::format("has {} shard{}, and keeps to that; leave out --shards, or make another index", has.value_or(1),
                                 has.value_or(1) == 1 ? "" : "s"));
  if (!has && shards <= 1) {
    writers_.push_back(std::make_unique<IndexWriter>(path, tokenizer, writing));
    return;
  }
  std::vector<std::string> folders;
  if (has) folders = existing_shards(path, *has);
  for (std::size_t i = 0; !has && i < shards; ++i) folders.push_back(shard_folder(path, i));
  Writing each = writing;
  each.memory /= folders.size();
  for (std::size_t i = 0; i < folders.size(); ++i) {
    try {
      writers_.push_back(std::make_unique<IndexWriter>(folders[i], tokenizer, each));
      check_works(folders[i], i, folders.size());
    } catch (const LockedIndex&) {
      throw;
    } catch (const IndexError& error) {
      throw IndexError(std::string(error.what()).starts_with(folders[i]) ? error.what() : fmt::format("{}: {}", folders[i], error.what()));
    } catch (const Xapian::Error& error) {
      throw IndexError(fmt::format("{}: cannot be read ({}); run jomun-index check", folders[i], error.get_msg()));
    }
  }
  // Last: a list whose shards are not all there could not be opened.
  try {
    if (!has) write_shard_list(path, folders.size());
  } catch (const std::runtime_error& error) {
    throw IndexError(fmt::format("{}; give a folder that you may write to", error.what()));
  }
}

std::size_t ShardedWriter::shard_of_version(std::string_view name) const {
  return shard_of(name.substr(0, name.rfind('/')), writers_.size());
}

void ShardedWriter::expect(std::size_t bytes) {
  for (const auto& writer : writers_) writer->expect(bytes / writers_.size());
}

Writer ShardedWriter::writer() const {
  const auto whole = std::find_if(writers_.begin(), writers_.end(), [](const auto& writer) { return writer->writer() == Writer::bulk; });
  return (whole == writers_.end() ? writers_.front() : *whole)->writer();
}

std::optional<schema::FileRecord> ShardedWriter::file(const std::string& path) const {
  if (writers_.size() == 1) return writers_.front()->file(path);
  std::vector<std::optional<schema::FileRecord>> records;
  for (const auto& writer : writers_) records.push_back(writer->file(path));
  const auto first = std::find_if(records.begin(), records.end(), [](const auto& record) { return record.has_value(); });
  if (first == records.end()) return std::nullopt;
  // A shard that was not committed any more, or has lost a version since, knows another state of the file, or none.
  for (const std::string& name : (*first)->versions)
    if (const auto& record = records[shard_of_version(name)]; !record || record->content != (*first)->content ||
                                                              record->size != (*first)->size ||
                                                              record->circumstances != (*first)->circumstances)
      return std::nullopt;
  return *first;
}

// What another shard has as an id, this one cannot, unless it goes with what came from `file`.
void ShardedWriter::check_ids(const std::vector<std::string>& ids, std::size_t shard, const std::string& file) const {
  for (std::size_t other = 0; other < writers_.size(); ++other)
    if (other != shard) writers_[other]->check_ids(ids, file);
}

void ShardedWriter::replace(schema::FileRecord file, std::vector<PreparedVersion> versions) {
  if (writers_.size() == 1) return writers_.front()->replace(std::move(file), std::move(versions));
  file.versions.clear();
  std::vector<std::vector<PreparedVersion>> parts(writers_.size());
  std::unordered_set<std::string> ids;
  for (PreparedVersion& version : versions) {
    const std::size_t shard = shard_of_version(version.name);
    check_ids(version.ids, shard, file.path);
    for (const std::string& id : version.ids)
      if (!ids.insert(id).second) throw RejectedVersion::repeated_id(id);
    file.versions.push_back(version.name);
    parts[shard].push_back(std::move(version));
  }
  for (std::size_t i = 0; i < parts.size(); ++i) writers_[i]->check(parts[i], file.path);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!parts[i].empty() || (file.versions.empty() && i == 0))
      writers_[i]->replace(file, std::move(parts[i]));
    else if (writers_[i]->file(file.path))
      writers_[i]->remove_file(file.path);
  }
}

void ShardedWriter::replace(const Version& version, std::string_view file) {
  const std::size_t shard = shard_of(version.metadata.work, writers_.size());
  std::vector<std::string> ids;
  for (const Clause& clause : version.clauses)
    if (!clause.id.empty()) ids.push_back(clause.id);
  check_ids(ids, shard, "");
  writers_[shard]->replace(version, file);
}

void ShardedWriter::remember(const schema::FileRecord& file) {
  for (const auto& writer : writers_)
    if (writer->file(file.path)) writer->remember(file);
}

std::size_t ShardedWriter::remove(std::string_view name) {
  std::size_t clauses = 0;
  for (const auto& writer : writers_) clauses += writer->remove(name);
  return clauses;
}

std::vector<std::string> ShardedWriter::remove_file(const std::string& path) {
  std::vector<std::string> removed;
  for (const auto& writer : writers_)
    for (std::string& name : writer->remove_file(path)) removed.push_back(std::move(name));
  return removed;
}

void ShardedWriter::commit() {
  for (const auto& writer : writers_) writer->commit();
}

void ShardedWriter::compact() {
  for (const auto& writer : writers_) writer->compact();
}

}  // namespace jomun
