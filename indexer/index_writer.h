// Jomun: puts versions into an index, replaces and removes them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"
#include "indexer/prepared_version.h"
#include "indexer/profile.h"
#include "indexer/schema.h"

namespace jomun {

// The index cannot be written. what() is "what is wrong; what to do".
class IndexError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Another program is writing to it.
class LockedIndex : public IndexError {
 public:
  using IndexError::IndexError;
};

// A version that the index cannot hold; the others it can. what() is "what is wrong; what to do".
class RejectedVersion : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
  // Two clauses have this id.
  static RejectedVersion repeated_id(std::string_view id);
};

enum class Writer {
  automatic,  // by how much is expected
  api,        // Xapian's
  bulk,       // the index is written anew as a whole, see bulk_store.h
};
struct Writing {
  Writer writer = Writer::automatic;
  std::size_t memory = std::size_t{256} << 20;  // bytes for postings, where the index, or a table of it, is written as a whole
  // Called before lists of terms are made (indexer/term_lists.h), where that takes more than a second or so.
  std::function<void()> making_term_lists{};
  Profile* profile = nullptr;  // of the stages that only the writer knows; must outlive it
};

// The one writer of an index at a time. A file, with all its versions, is one transaction: after a crash it is in the index wholly or as it
// was before. Not thread-safe. What was not committed is lost when the writer goes.
class IndexWriter {
 public:
  // Opens the index in folder `path`, making it and its parents where there is none. A new one is made with `tokenizer`, empty: the
  // default one; it keeps to it. Throws IndexError; schema::IncompatibleIndex, also where the index was made with another than
  // `tokenizer`; UnknownTokenizer, BrokenTokenizer (tokenizers/registry.h) for `tokenizer`, and no index has been made.
  explicit IndexWriter(const std::string& path, std::string_view tokenizer = "", const Writing& writing = {});
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  // The name of the tokenizer that the index was made with. Throws schema::IncompatibleIndex or BrokenTokenizer where it is not here: to
  // remove() it is not needed.
  std::string usable_tokenizer() const;

  // Says about how many bytes of text will be added, before any change: many at once are written in another way than few, at once and
  // with the next commit only. Without it, or where that way is not open, Xapian writes.
  void expect(std::size_t bytes);
  Writer writer() const;  // api or bulk

  // What is known of the file with this absolute path; nothing: it has to be read.
  std::optional<schema::FileRecord> file(const std::string& path) const;

  // Puts what was read from a file in the place of what came from it before, and each version in the place of the one with the same name;
  // `file.versions`: the names of all that it gives, also of those that other shards have; empty: those of `versions`. A path of "-" is
  // standard input, of which nothing is remembered. Throws RejectedVersion, and nothing has changed; IndexError, and all since the last
  // commit is lost; what building the documents throws, likewise.
  void replace(schema::FileRecord file, std::vector<PreparedVersion> versions);
  // The same for a single version that is no file's: its documents are built here.
  void replace(const Version& version, std::string_view file);

  // Throws RejectedVersion as replace() would with these versions of the file with this path.
  void check(const std::vector<PreparedVersion>& versions, const std::string& file) const;
  // Throws RejectedVersion where a clause has one of these ids, those of replace() before a commit included, but for clauses that came
  // from the file with this path.
  void check_ids(const std::vector<std::string>& ids, const std::string& file) const;

  // Remembers of an unchanged file when it was last touched.
  void remember(const schema::FileRecord& file);

  // Removes "WORK/LANG", or every version of "WORK"; the files they came from are to be read again. Returns how many clauses went.
  std::size_t remove(std::string_view name);
  // Removes all that came from a file, and forgets it. Returns the names of the versions that went.
  std::vector<std::string> remove_file(const std::string& path);

  // Writes the index anew, without gaps, with full blocks and without lists of terms; commits. Before any change, where the writer is bulk.
  void compact();

  // Makes everything so far durable and visible to readers; it has reached the disk when this returns.
  void commit();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace jomun
