// Jomun: puts versions into an index, replaces and removes them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/bulk/errors.h"
#include "indexer/bulk_store.h"
#include "indexer/document_builder.h"
#include "indexer/index_folder.h"
#include "indexer/schema.h"
#include "indexer/term_lists.h"
#include "indexer/xapian_store.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// Bytes of text. For less Xapian's way is as fast, and touches less.
constexpr std::size_t least_for_bulk = 1 << 20;
// Of what is to be added against the records of the index: rewriting costs by the whole.
constexpr double least_share_for_bulk = 0.5;

// Ends in either end() or, on the way out of an exception, cancel().
class Change {
 public:
  Change(IndexStore& store, const std::vector<std::string>& versions) : store_(store) {
    std::vector<std::string> terms;
    for (const std::string& version : versions) terms.push_back(schema::bounded_term(schema::version_prefix, version));
    store_.begin(terms);
  }
  ~Change() {
    if (open_) store_.cancel();
  }
  Change(const Change&) = delete;
  Change& operator=(const Change&) = delete;
  void end() {
    store_.end();
    open_ = false;
  }

 private:
  IndexStore& store_;
  bool open_ = true;
};

// What was renamed or made in a folder survives a power cut only when the folder has been synced. Not all file systems can, and need it.
void sync_folder(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

[[noreturn]] void refuse(const Xapian::DatabaseLockError& error) {
  if (error.get_msg().find("already locked") != std::string::npos)
    throw LockedIndex("another program is writing to it; wait until it has ended");
  throw IndexError(fmt::format("cannot be locked for writing ({}); give a folder that you may write to", error.get_msg()));
}

void set_up(Xapian::WritableDatabase& database, std::string_view tokenizer) {
  database.set_metadata(std::string(schema::schema_key), std::string(schema::version));
  database.set_metadata(std::string(schema::tokenizer_key), std::string(tokenizer));
  database.commit();
}

// Makes an empty index beside `path` and moves it there, so that no reader, and no later run, sees one without its schema. Where that is
// not possible, because there are other files in the folder, say, nothing is done.
void make_index(const std::filesystem::path& path, std::string_view tokenizer) {
  const std::filesystem::path beside = path.string() + ".new";
  std::error_code failure;
  try {
    Xapian::WritableDatabase database(beside.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    set_up(database, tokenizer);
    sync_folder(beside);
    database.close();
    std::filesystem::rename(beside, path, failure);
    if (failure) std::filesystem::remove_all(beside, failure);
    sync_folder(path.parent_path());
  } catch (const Xapian::DatabaseLockError& error) {
    refuse(error);
  } catch (const Xapian::Error&) {
    // Opening `path` itself tells what is wrong.
  }
}

// Absolute: the current directory may be another when it is used. Without a slash at its end.
std::filesystem::path absolute_path(const std::string& folder) {
  const std::filesystem::path path = std::filesystem::absolute(folder).lexically_normal();
  return path.filename().empty() ? path.parent_path() : path;
}

Xapian::WritableDatabase open(const std::filesystem::path& path, std::string_view tokenizer) {
  std::error_code ignored;  // Xapian names the folder it cannot use
  std::filesystem::create_directories(path.parent_path(), ignored);
  restore_index(path);
  if (!std::filesystem::exists(path, ignored) || (std::filesystem::is_directory(path, ignored) && std::filesystem::is_empty(path, ignored)))
    make_index(path, tokenizer);
  try {
    Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OPEN);
    if (database.get_doccount() == 0 && database.get_metadata(std::string(schema::schema_key)).empty()) set_up(database, tokenizer);
    return database;
  } catch (const Xapian::DatabaseLockError& error) {
    refuse(error);
  } catch (const Xapian::Error& error) {
    throw IndexError(fmt::format("cannot be opened for writing ({}); give a folder that you may write to, or remove the damaged index",
                                 error.get_msg()));
  }
}

[[noreturn]] void refuse_writing(std::string_view why) {
  throw IndexError(fmt::format(
      "cannot be written ({}); look for a full disk, or a folder that you may not write to, then run the same command again", why));
}

template <typename Function>
auto guarded(Function function) {
  try {
    return function();
  } catch (const Xapian::DatabaseClosedError&) {
    // See reopen(): all that was committed stays.
    throw LockedIndex("another program has begun to write to it; run the same command again");
  } catch (const Xapian::Error& error) {
    refuse_writing(error.get_msg());
  } catch (const glass::FileError& error) {
    refuse_writing(error.what());
  } catch (const std::filesystem::filesystem_error& error) {
    refuse_writing(error.what());
  } catch (const IrreplaceableFolder& error) {
    throw IndexError(error.what());
  } catch (const glass::LimitExceeded& error) {
    throw IndexError(fmt::format("cannot hold it ({})", error.what()));
  } catch (const glass::InvalidFile& error) {
    throw IndexError(fmt::format("is damaged ({}); make it again", error.what()));
  } catch (const schema::CorruptRecord& error) {
    throw IndexError(fmt::format("is damaged ({}); make it again", error.what()));
  }
}

}  // namespace

struct IndexWriter::Implementation {
  using Losses = std::map<std::string, std::set<std::string>>;  // by file, names of versions

  Implementation(const std::string& folder, std::string_view tokenizer, const Writing& how)
      : path(absolute_path(folder)),
        writing(how),
        asked(tokenizer.empty() ? nullptr : make_tokenizer(tokenizer)),
        database(open(path, asked ? asked->name() : default_tokenizer_name)),
        store(std::make_unique<XapianStore>(database, [this] { make_lists(); })) {
    schema::check_schema(database);
    if (asked) schema::check_tokenizer(database, asked->name());
    remove_leftovers(std::filesystem::canonical(path));
    if (writing.writer == Writer::bulk) write_anew();
  }

  void write_anew() {
    if (bulk != nullptr) return;
    store->commit();
    auto made =
        std::make_unique<BulkStore>(path, database, writing.memory, [this](const std::filesystem::path& real_path) { reopen(real_path); });
    bulk = made.get();
    store = std::move(made);
  }

  void make_lists() {
    const Profile::Timer timer(writing.profile, Profile::term_lists);
    constexpr std::uintmax_t takes_long = 10'000'000;  // bytes of postings: a second
    if (writing.making_term_lists && std::filesystem::file_size(path / "postlist.glass") >= takes_long) writing.making_term_lists();
    make_term_lists(path, database, writing.memory);
    reopen(path);
  }

  void reopen(const std::filesystem::path& replaced) {
    database.close();
    try {
      database = Xapian::WritableDatabase(replaced.string(), Xapian::DB_OPEN);
    } catch (const Xapian::DatabaseLockError&) {
      // Another program was faster. What has been committed stays; what comes after finds the database closed.
    }
  }

  void expect(std::size_t bytes) {
    if (writing.writer != Writer::automatic || bytes < least_for_bulk) return;
    std::error_code none;  // an index without records yet
    const std::uintmax_t present = std::filesystem::file_size(path / "docdata.glass", none);
    if (!none && static_cast<double>(bytes) < least_share_for_bulk * static_cast<double>(present)) return;
    try {
      write_anew();
    } catch (const glass::FileError&) {
      // Beside the index nothing can be written; Xapian writes inside.
    } catch (const std::filesystem::filesystem_error&) {
    } catch (const IrreplaceableFolder&) {
    }
  }

  DocumentBuilders& builders() {
    if (!own_builders) {
      schema::make_tokenizer_of(database);  // throws what own_builders would
      own_builders.emplace([name = schema::tokenizer_name(database)] { return make_tokenizer(name); });
    }
    return *own_builders;
  }

  // Throws RejectedVersion. Before the transaction, because cancelling one drops all since the last commit.
  void check(const std::vector<PreparedVersion>& versions, const std::string& file) const {
    constexpr std::size_t longest_name = 200;  // bytes; a metadata key has room for it
    std::unordered_set<std::string_view> ids;
    std::unordered_set<std::string> replaced = terms_of_file(file);
    for (const PreparedVersion& version : versions) replaced.insert(schema::bounded_term(schema::version_prefix, version.name));
    for (const PreparedVersion& version : versions) {
      if (version.name.size() > longest_name)
        throw RejectedVersion(fmt::format("the name of the work is longer than {} bytes; give a shorter --work", longest_name));
      for (const std::string& id : version.ids)
        if (!ids.insert(id).second || is_of_another(id, replaced)) throw RejectedVersion::repeated_id(id);
    }
  }

  // Whether a version that is none of these terms has a clause with this citation.
  bool is_of_another(const std::string& id, const std::unordered_set<std::string>& version_terms) const {
    const std::optional<std::string> owner = store->version_of(id);
    return owner && !version_terms.contains(*owner);
  }

  // The version_prefix terms of what a file gave: replace() puts others in their place, or removes them.
  std::unordered_set<std::string> terms_of_file(const std::string& file) const {
    std::unordered_set<std::string> terms;
    for (const std::string& name : versions_of_file(file)) terms.insert(schema::bounded_term(schema::version_prefix, name));
    return terms;
  }

  std::optional<schema::VersionRecord> version_record(const std::string& name) const {
    const std::string bytes = store->metadata(std::string(schema::version_key) + name);
    if (bytes.empty()) return std::nullopt;
    return schema::decode_version(bytes);
  }

  bool is_from(const std::string& name, const std::string& file) const {
    const auto record = version_record(name);
    return record && record->file == file;
  }

  static std::string key_of(const std::string& file) { return schema::bounded_term(schema::file_key, file); }

  std::optional<schema::FileRecord> file_record(const std::string& file) const {
    const std::string bytes = store->metadata(key_of(file));
    if (bytes.empty()) return std::nullopt;
    schema::FileRecord record = schema::decode_file(bytes);
    if (record.path != file) return std::nullopt;  // another one with the same long beginning and hash
    return record;
  }

  // `losses`: it is noted there, for read_again().
  std::size_t remove_version(const std::string& name, Losses& losses) {
    if (auto record = version_record(name)) losses[std::move(record->file)].insert(name);
    const std::size_t clauses = store->remove(schema::bounded_term(schema::version_prefix, name));
    store->set_metadata(std::string(schema::version_key) + name, "");
    return clauses;
  }

  // Files that have lost versions are to be read again. Those that have others keep a record of these, which go when the file, read again,
  // does not give them, or is deleted.
  void read_again(const Losses& losses) {
    for (const auto& [file, lost] : losses) {
      auto before = file_record(file);
      if (!before) continue;
      // All others are looked up once only: many files may take a version each from one.
      const bool was_known = before->circumstances != 0;
      std::erase_if(before->versions, [&](const std::string& name) { return (was_known || lost.contains(name)) && !is_from(name, file); });
      schema::FileRecord unlike_any;
      unlike_any.path = file;
      unlike_any.versions = std::move(before->versions);
      store->set_metadata(key_of(file), unlike_any.versions.empty() ? "" : schema::encode(unlike_any));
    }
  }

  // What came from `file` and is none of `kept`.
  std::vector<std::string> remove_rest(const std::string& file, const std::vector<std::string>& kept) {
    std::vector<std::string> removed;
    Losses of_file;  // whose record is the caller's
    for (const std::string& name : versions_of_file(file)) {
      if (std::find(kept.begin(), kept.end(), name) != kept.end()) continue;
      remove_version(name, of_file);
      removed.push_back(name);
    }
    return removed;
  }

  // What came from `file`, and not from another one since.
  std::vector<std::string> versions_of_file(const std::string& file) const {
    std::vector<std::string> names;
    if (const auto before = file_record(file))
      std::copy_if(before->versions.begin(), before->versions.end(), std::back_inserter(names),
                   [&](const std::string& name) { return is_from(name, file); });
    return names;
  }

  void add(PreparedVersion& version, const std::string& file, Losses& losses) {
    remove_version(version.name, losses);
    for (std::vector<IndexDocument> documents; version.documents->next(documents);)
      for (IndexDocument& document : documents) store->add(std::move(document));
    version.record.file = file;
    store->set_metadata(std::string(schema::version_key) + version.name, schema::encode(version.record));
  }

  std::filesystem::path path;
  Writing writing;
  std::unique_ptr<Tokenizer> asked;  // for, by name
  Xapian::WritableDatabase database;
  std::optional<DocumentBuilders> own_builders;
  std::unique_ptr<IndexStore> store;
  BulkStore* bulk = nullptr;  // `store`, if it is one
};

RejectedVersion RejectedVersion::repeated_id(std::string_view id) {
  return RejectedVersion(fmt::format("the id {} stands there twice; give every clause an id of its own", id));
}

IndexWriter::IndexWriter(const std::string& path, std::string_view tokenizer, const Writing& writing)
    : implementation_(guarded([&] { return std::make_unique<Implementation>(path, tokenizer, writing); })) {}

// Xapian's own destructor would commit; cancelling a transaction drops all that was not.
IndexWriter::~IndexWriter() {
  try {
    implementation_->database.begin_transaction(false);
    implementation_->database.cancel_transaction();
  } catch (const Xapian::Error&) {
    // What cannot be dropped cannot be kept either: the database is unusable, and whoever used it last has been told.
  }
}

std::string IndexWriter::usable_tokenizer() const {
  return guarded([&] { return std::string(schema::make_tokenizer_of(implementation_->database)->name()); });
}

std::optional<schema::FileRecord> IndexWriter::file(const std::string& path) const {
  return guarded([&] { return implementation_->file_record(path); });
}

void IndexWriter::replace(schema::FileRecord file, std::vector<PreparedVersion> versions) {
  guarded([&] {
    implementation_->check(versions, file.path);
    if (file.versions.empty())
      for (const PreparedVersion& version : versions) file.versions.push_back(version.name);
    std::vector<std::string> touched = file.versions;
    if (const auto before = implementation_->file_record(file.path))
      touched.insert(touched.end(), before->versions.begin(), before->versions.end());
    Change change(*implementation_->store, touched);
    implementation_->remove_rest(file.path, file.versions);
    Implementation::Losses losses;
    for (PreparedVersion& version : versions) {
      implementation_->add(version, file.path, losses);
      version.documents.reset();
    }
    implementation_->read_again(losses);
    if (file.path != "-") implementation_->store->set_metadata(Implementation::key_of(file.path), schema::encode(file));
    change.end();
  });
}

void IndexWriter::replace(const Version& version, std::string_view file) {
  guarded([&] {
    std::vector<PreparedVersion> versions;
    versions.push_back(prepare(version, implementation_->builders(), 1));
    implementation_->check(versions, "");
    Change change(*implementation_->store, {version.name()});
    Implementation::Losses losses;
    implementation_->add(versions.front(), std::string(file), losses);
    implementation_->read_again(losses);
    change.end();
  });
}

void IndexWriter::check(const std::vector<PreparedVersion>& versions, const std::string& file) const {
  guarded([&] { implementation_->check(versions, file); });
}

void IndexWriter::remember(const schema::FileRecord& file) {
  guarded([&] { implementation_->store->set_metadata(Implementation::key_of(file.path), schema::encode(file)); });
}

std::size_t IndexWriter::remove(std::string_view name) {
  return guarded([&] {
    IndexStore& store = *implementation_->store;
    const std::string exact = std::string(schema::version_key).append(name);
    const std::string all = name.find('/') == std::string_view::npos ? exact + "/" : exact;
    std::vector<std::string> versions;
    for (const std::string& key : store.metadata_keys(all))
      if (all != exact || key == exact) versions.push_back(key.substr(schema::version_key.size()));
    Change change(store, versions);
    std::size_t clauses = 0;
    Implementation::Losses losses;
    for (const std::string& version : versions) clauses += implementation_->remove_version(version, losses);
    implementation_->read_again(losses);
    change.end();
    return clauses;
  });
}

std::vector<std::string> IndexWriter::remove_file(const std::string& path) {
  return guarded([&] {
    const auto record = implementation_->file_record(path);
    Change change(*implementation_->store, record ? record->versions : std::vector<std::string>());
    std::vector<std::string> removed = implementation_->remove_rest(path, {});
    if (implementation_->file_record(path)) implementation_->store->set_metadata(Implementation::key_of(path), "");
    change.end();
    return removed;
  });
}

void IndexWriter::expect(std::size_t bytes) {
  guarded([&] { implementation_->expect(bytes); });
}

Writer IndexWriter::writer() const { return implementation_->bulk != nullptr ? Writer::bulk : Writer::api; }

void IndexWriter::compact() {
  guarded([&] {
    implementation_->write_anew();
    implementation_->bulk->rewrite();
  });
}

void IndexWriter::check_ids(const std::vector<std::string>& ids, const std::string& file) const {
  guarded([&] {
    const std::unordered_set<std::string> replaced = implementation_->terms_of_file(file);
    for (const std::string& id : ids)
      if (implementation_->is_of_another(id, replaced)) throw RejectedVersion::repeated_id(id);
  });
}

void IndexWriter::commit() {
  guarded([&] {
    implementation_->store->commit();
    // Xapian has synced the files; the new name of the one that makes the commit stands in the folder.
    sync_folder(implementation_->path);
  });
}

}  // namespace jomun
