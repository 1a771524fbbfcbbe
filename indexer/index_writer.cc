// Jomun: puts versions into an index, replaces and removes them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <filesystem>
#include <optional>
#include <unordered_set>
#include <vector>

#include "indexer/document_builder.h"
#include "indexer/schema.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// Ends in either commit() or, on the way out of an exception, cancel.
class Transaction {
 public:
  // Not flushed: what is durable is decided by commit() of the whole database, so that a thousand small versions do not cost a
  // thousand disk flushes. A transaction is never split by a flush all the same. Cancelling it drops all since the last commit.
  explicit Transaction(Xapian::WritableDatabase& database) : database_(database) { database_.begin_transaction(false); }
  ~Transaction() {
    if (open_) try {
        database_.cancel_transaction();
      } catch (const Xapian::Error&) {
        // The database is unusable already, and the exception on its way says why.
      }
  }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit() {
    database_.commit_transaction();
    open_ = false;
  }

 private:
  Xapian::WritableDatabase& database_;
  bool open_ = true;
};

Xapian::WritableDatabase open(const std::string& path) {
  std::error_code ignored;  // Xapian names the folder it cannot use
  std::filesystem::create_directories(path, ignored);
  try {
    return Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN);
  } catch (const Xapian::DatabaseLockError& error) {
    if (error.get_msg().find("already locked") != std::string::npos)
      throw IndexError("another program is writing to it; wait until it has ended");
    throw IndexError(fmt::format("cannot be locked for writing ({}); give a folder that you may write to", error.get_msg()));
  } catch (const Xapian::Error& error) {
    throw IndexError(fmt::format("cannot be opened for writing ({}); give a folder that you may write to, or remove the damaged index",
                                 error.get_msg()));
  }
}

template <typename Function>
auto guarded(Function function) {
  try {
    return function();
  } catch (const Xapian::Error& error) {
    throw IndexError(fmt::format("cannot be written ({}); look for a full disk, then run the same command again", error.get_msg()));
  }
}

}  // namespace

struct IndexWriter::Implementation {
  Implementation(const std::string& folder, std::string_view tokenizer)
      : path(folder), asked(tokenizer.empty() ? nullptr : make_tokenizer(tokenizer)), database(open(path)) {
    if (database.get_doccount() == 0 && database.get_metadata(std::string(schema::schema_key)).empty()) {
      database.set_metadata(std::string(schema::schema_key), std::string(schema::version));
      database.set_metadata(std::string(schema::tokenizer_key), std::string(asked ? asked->name() : default_tokenizer_name));
      database.commit();
    }
    schema::check_schema(database);
    if (asked) schema::check_tokenizer(database, asked->name());
  }

  DocumentBuilder& documents() {
    if (!builder) builder.emplace(asked ? std::move(asked) : schema::make_tokenizer_of(database));
    return *builder;
  }

  // Throws RejectedVersion. Before the transaction, because cancelling one drops all since the last commit.
  void check(const Version& version) {
    constexpr std::size_t longest_name = 200;  // bytes; a metadata key has room for it
    if (version.name().size() > longest_name)
      throw RejectedVersion(fmt::format("the name of the work is longer than {} bytes; give a shorter --work", longest_name));
    std::unordered_set<std::string_view> ids;
    for (const Clause& clause : version.clauses) {
      if (clause.id.empty()) continue;
      if (!ids.insert(clause.id).second || is_of_another(clause.id, version.name()))
        throw RejectedVersion(fmt::format("the id {} stands there twice; give every clause an id of its own", clause.id));
    }
  }

  bool is_of_another(const std::string& id, const std::string& version) {
    const std::string term = schema::bounded_term(schema::citation_prefix, id);
    const auto posting = database.postlist_begin(term);
    if (posting == database.postlist_end(term)) return false;
    const std::string own = schema::bounded_term(schema::version_prefix, version);
    auto found = database.termlist_begin(*posting);
    found.skip_to(own);
    return found == database.termlist_end(*posting) || *found != own;
  }

  std::size_t remove_version(const std::string& name) {
    const std::string term = schema::bounded_term(schema::version_prefix, name);
    const std::size_t clauses = database.get_termfreq(term);
    if (clauses > 0) database.delete_document(term);
    database.set_metadata(std::string(schema::version_key) + name, "");
    return clauses;
  }

  std::string path;
  std::unique_ptr<Tokenizer> asked;  // for, by name; the first use of the builder takes it
  Xapian::WritableDatabase database;
  std::optional<DocumentBuilder> builder;
};

IndexWriter::IndexWriter(const std::string& path, std::string_view tokenizer)
    : implementation_(guarded([&] { return std::make_unique<Implementation>(path, tokenizer); })) {}

// Xapian's own destructor would commit; cancelling a transaction drops all that was not.
IndexWriter::~IndexWriter() {
  try {
    implementation_->database.begin_transaction(false);
    implementation_->database.cancel_transaction();
  } catch (const Xapian::Error&) {
    // What cannot be dropped cannot be kept either: the database is unusable, and whoever used it last has been told.
  }
}

void IndexWriter::replace(const Version& version, std::string_view file) {
  guarded([&] {
    implementation_->check(version);
    DocumentBuilder& documents = implementation_->documents();
    Xapian::WritableDatabase& database = implementation_->database;
    Transaction transaction(database);
    implementation_->remove_version(version.name());
    for (const Clause& clause : version.clauses) database.add_document(documents.build(version, clause));
    const Metadata& metadata = version.metadata;
    database.set_metadata(std::string(schema::version_key) + version.name(),
                          schema::encode(schema::VersionRecord{metadata.title, metadata.issuer, metadata.date, metadata.status,
                                                               metadata.source_url, std::string(file), version.clauses.size()}));
    transaction.commit();
  });
}

std::size_t IndexWriter::remove(std::string_view name) {
  return guarded([&] {
    Xapian::WritableDatabase& database = implementation_->database;
    const std::string exact = std::string(schema::version_key).append(name);
    const std::string all = name.find('/') == std::string_view::npos ? exact + "/" : exact;
    std::vector<std::string> versions;
    for (auto key = database.metadata_keys_begin(all), end = database.metadata_keys_end(all); key != end; ++key)
      if (all != exact || *key == exact) versions.push_back((*key).substr(schema::version_key.size()));
    Transaction transaction(database);
    std::size_t clauses = 0;
    for (const std::string& version : versions) clauses += implementation_->remove_version(version);
    transaction.commit();
    return clauses;
  });
}

bool IndexWriter::has_citation(std::string_view citation) const {
  return guarded([&] { return implementation_->database.term_exists(schema::bounded_term(schema::citation_prefix, citation)); });
}

void IndexWriter::commit() {
  guarded([&] { implementation_->database.commit(); });
}

}  // namespace jomun
