// Jomun: files into an index, but for those that it has already.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/file_adder.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <unordered_map>
#include <utility>

#include "corpus/input_bytes.h"
#include "corpus/json_lines_file.h"
#include "corpus/reader.h"
#include "indexer/likeness.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// What a kill may cost, and about what Xapian holds in memory: the text read since the last commit.
constexpr std::size_t most_bytes_per_commit = 64 << 20, fewest_bytes_per_commit = 64 << 10;

// JSON Lines that would take more than such a share of --memory are not held but read twice, which takes some more time.
constexpr std::size_t share_of_large = 4;

// A file may be written to again without its time of change moving on: clocks of file systems are coarse.
constexpr std::chrono::nanoseconds settled = std::chrono::seconds(2);

// Size and time of change; false: it cannot be looked at, and reading it will say why.
bool look_at(const std::filesystem::path& file, schema::FileRecord& record) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return false;
  record.size = static_cast<std::uint64_t>(status.st_size);
  const std::chrono::nanoseconds modified = std::chrono::seconds(status.st_mtim.tv_sec) + std::chrono::nanoseconds(status.st_mtim.tv_nsec);
  const std::chrono::nanoseconds now = std::chrono::system_clock::now().time_since_epoch();
  record.modified = modified + settled < now ? static_cast<std::uint64_t>(modified.count()) : 0;
  return true;
}

std::uint64_t circumstances_of(const Metadata& metadata, Granularity granularity) {
  std::string all = fmt::format("{} {} {}", JOMUN_VERSION, schema::version, static_cast<int>(granularity));
  for (const std::string* field :
       {&metadata.work, &metadata.language, &metadata.title, &metadata.issuer, &metadata.date, &metadata.source_url, &metadata.status})
    all.append(1, '\0').append(*field);
  return stable_hash(all);
}

}  // namespace

std::string path_in_index(const std::string& file) {
  return file == "-" ? file : std::filesystem::absolute(file).lexically_normal().string();
}

FileAdder::FileAdder(ShardedWriter& writer, const IndexOptions& options, IndexStreams streams, Profile* profile)
    : writer_(writer),
      options_(options),
      streams_(streams),
      profile_(profile),
      builders_([name = writer.usable_tokenizer()] { return make_tokenizer(name); }, profile_) {}

std::vector<PreparedVersion> FileAdder::prepare_all(std::vector<Version> versions) {
  std::vector<PreparedVersion> prepared;
  for (Version& version : versions) prepared.push_back(prepare(std::move(version), builders_, options_.jobs));
  return prepared;
}

std::shared_ptr<const JsonLinesFile> FileAdder::open_large(const Inputs::Task& task, schema::FileRecord& record) {
  const Profile::Timer timer(profile_, Profile::splitting);
  std::uint64_t size = 0, content = stable_hash("");
  std::shared_ptr<const JsonLinesFile> file = JsonLinesFile::open(task.input.file, task.input.metadata, [&](std::string_view bytes) {
    size += bytes.size();
    content = stable_hash(bytes, content);
  });
  if (file != nullptr) {
    record.size = size;
    record.content = content;
  }
  return file;
}

std::vector<PreparedVersion> FileAdder::prepare_large(std::shared_ptr<const JsonLinesFile> file) {
  // As they will be written.
  std::vector<std::pair<std::size_t, std::size_t>> by_shard;
  for (std::size_t i = 0; i < file->versions(); ++i) {
    const Metadata& metadata = file->metadata(i);
    by_shard.emplace_back(writer_.shard_of_version(metadata.work + "/" + metadata.language), i);
  }
  std::sort(by_shard.begin(), by_shard.end());
  std::vector<std::size_t> order;
  for (const auto& [shard, version] : by_shard) order.push_back(version);
  return prepare(std::move(file), order, builders_, options_.jobs);
}

FileAdder::Prepared FileAdder::prepare_file(const Inputs& inputs, const Inputs::Task& task, const schema::FileRecord* known) {
  Prepared prepared;
  schema::FileRecord& record = prepared.file;
  record.path = path_in_index(task.input.file.string());
  if (record.path == "-") {
    std::vector<Version> versions;
    {
      const Profile::Timer timer(profile_, Profile::splitting);
      versions = inputs.read(task);
    }
    prepared.versions = prepare_all(std::move(versions));
    return prepared;
  }
  record.circumstances = circumstances_of(task.input.metadata, options_.granularity);
  std::string bytes;
  {
    const Profile::Timer timer(profile_, Profile::reading);
    const bool there = look_at(task.input.file, record);
    if (known != nullptr && (known->circumstances != record.circumstances || known->size != record.size || options_.again)) known = nullptr;
    if (there && known != nullptr && known->modified != 0 && known->modified == record.modified) {
      prepared.file = *known;
      prepared.unchanged = true;
      return prepared;
    }
  }
  std::shared_ptr<const JsonLinesFile> large;
  if (task.bytes > options_.memory / share_of_large / memory_per_byte) large = open_large(task, record);
  if (large == nullptr) {
    const Profile::Timer timer(profile_, Profile::reading);
    bytes = read_bytes(task.input.file);
    record.size = bytes.size();
    record.content = stable_hash(bytes);
  }
  if (known != nullptr && known->size == record.size && known->content == record.content) {
    prepared.unchanged = true;
    prepared.touched = known->modified != record.modified;
    record.versions = known->versions;
    return prepared;
  }
  if (large != nullptr) {
    prepared.versions = prepare_large(std::move(large));
    return prepared;
  }
  std::vector<Version> versions;
  {
    const Profile::Timer timer(profile_, Profile::splitting);
    versions = read_document(bytes, task.input.file.filename().string(), task.input.metadata, options_.granularity);
    bytes = {};
  }
  prepared.versions = prepare_all(std::move(versions));
  return prepared;
}

bool FileAdder::use(Inputs& inputs, const std::string& name, Prepared& prepared) {
  std::vector<std::string> names = prepared.file.versions;
  for (const PreparedVersion& version : prepared.versions) names.push_back(version.name);
  for (const std::string& version : names) {
    const auto [first, is_new] = file_of_version_.emplace(version, name);
    if (is_new || first->second == name) continue;
    inputs.fail(name, fmt::format("is {} like {}; give one of the two another --work or --language", version, first->second));
    return false;
  }
  if (prepared.unchanged) {
    if (prepared.touched) writer_.remember(prepared.file);
    ++sums_.unchanged;
    return true;
  }
  ++sums_.files;
  sums_.versions += prepared.versions.size();
  for (const PreparedVersion& version : prepared.versions) {
    sums_.clauses += version.record.clauses;
    uncommitted_ += version.text_bytes;
  }
  try {
    const Profile::Timer timer(profile_, Profile::writing);
    writer_.replace(std::move(prepared.file), std::move(prepared.versions));
  } catch (const UnreadableFile& problem) {
    // One that is read again while it is written to the index.
    throw ChangedFile(fmt::format("is as of the last commit: {} {}", name, problem.what()));
  }
  if (writer_.writer() == Writer::api && uncommitted_ > std::clamp(options_.memory / 32, fewest_bytes_per_commit, most_bytes_per_commit)) {
    commit();
    inputs.say_committed();
  }
  return true;
}

void FileAdder::commit() {
  const Profile::Timer timer(profile_, Profile::committing);
  writer_.commit();
  uncommitted_ = 0;
}

void FileAdder::add(Inputs& inputs) {
  file_of_version_.clear();
  std::unordered_map<std::string, schema::FileRecord> known;  // by name as it was given; the writer is for one thread
  for (const Inputs::Task& task : inputs.tasks())
    if (const std::string name = task.input.file.string(); task.problem.empty() && name != "-")
      if (auto record = writer_.file(path_in_index(name))) known.emplace(name, std::move(*record));
  std::size_t expected = 0;
  for (const Inputs::Task& task : inputs.tasks()) {
    const auto found = known.find(task.input.file.string());
    if (options_.again || found == known.end() || found->second.size != task.bytes) expected += task.bytes;
  }
  writer_.expect(expected);
  inputs.for_each<Prepared>(
      [&](const Inputs::Task& task) {
        const auto found = known.find(task.input.file.string());
        return prepare_file(inputs, task, found == known.end() ? nullptr : &found->second);
      },
      [&](const std::string& name, Prepared& prepared) { return use(inputs, name, prepared); });
  commit();
}

}  // namespace jomun
