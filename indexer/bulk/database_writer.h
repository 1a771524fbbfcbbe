// Jomun: writes a whole glass database at once.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Xapian's own writer keeps each posting in a map until it is flushed, and then changes blocks that it has written: that is most of the
// time of indexing. This one makes a new database only, of documents that come in order. What it makes is what Xapian 1.4 and 2 read,
// check, compact and change; it does not need the library.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/bulk/chunk_store.h"
#include "indexer/bulk/document_encoder.h"
#include "indexer/bulk/inverter.h"
#include "indexer/bulk/value_streams.h"
#include "indexer/bulk/version_file.h"

namespace jomun::glass {

// Whether a file of this name in the folder of a database may be its own, or of a writer that is making it: what is there besides is not.
bool may_be_of_database(std::string_view name);

// Another temporary file that may be in such a folder, see indexer/term_lists.h.
inline constexpr std::string_view term_lists_scratch = "lists.tmp";

struct DatabaseOptions {
  std::size_t memory = std::size_t{128} << 20;  // bytes for postings not yet on disk. Besides them some MB, and the metadata
  // Not empty: no lists of terms are written, the largest table; the list of each document has this term only, as often as the document is
  // long, for readers that compare lengths. No document may have it. Documents must not be deleted or replaced then: Xapian would leave
  // their postings. All else is as with lists.
  std::string instead_of_terms{};
  std::uint32_t revision = 1;  // from 1; of a database that takes the place of another: that one's + 1, else open readers would mix them
  std::optional<Uuid> uuid{};  // nothing: a random one
  std::uint32_t first_docid = 1;
  FileSystem* files = nullptr;  // nothing: the operating system's. Must outlive the writer
};

// There is no database until finish() has returned, and a whole one then, whatever happens in between. Not thread-safe.
// After FileError, or LimitExceeded of anything but encode() and set_metadata(), only the destructor may be called.
class DatabaseWriter {
 public:
  // Makes the folder if there is none. Throws FileError; InvalidFile where a database is in it;
  // std::invalid_argument for a docid or revision of 0.
  explicit DatabaseWriter(std::filesystem::path folder, DatabaseOptions options = {});
  // Without finish() removes what was written; what cannot be removed stays and is no database.
  ~DatabaseWriter();
  DatabaseWriter(const DatabaseWriter&) = delete;
  DatabaseWriter& operator=(const DatabaseWriter&) = delete;

  // An encoder for add(): for a thread of its own, if you like.
  DocumentEncoder encoder() const;

  // Returns its docid: the first one's is options.first_docid, each further one's one more. Throws as encode() does, and nothing was
  // added; LimitExceeded, FileError.
  std::uint32_t add(IndexDocument document) { return add(encoder_.encode(std::move(document))); }
  std::uint32_t add(const EncodedDocument& document);

  // An empty value removes it. Throws LimitExceeded for a key of more than 253 bytes, std::invalid_argument for an empty one.
  void set_metadata(std::string_view key, std::string_view value);

  // Makes all durable and the folder a database. To be called once. Throws LimitExceeded, FileError.
  void finish();

  // Bytes of each file, by Table. After finish().
  const std::array<std::uint64_t, 3>& table_bytes() const { return table_bytes_; }
  std::size_t runs() const { return inverter_.runs(); }  // how often the memory was full

 private:
  void write_postlist();

  std::filesystem::path folder_;
  DatabaseOptions options_;
  FileSystem& files_;
  DocumentEncoder encoder_;
  TableWriter postlist_, docdata_, termlist_;
  Inverter inverter_;
  ValueStreams values_;
  ChunkStore lengths_;
  PostingList length_list_;
  std::map<std::string, std::string, std::less<>> metadata_;
  std::string key_;
  std::uint64_t next_docid_;
  Statistics statistics_;
  std::array<std::uint64_t, 3> table_bytes_{};
  bool finished_ = false;
};

}  // namespace jomun::glass
