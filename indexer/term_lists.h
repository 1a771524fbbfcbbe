// Jomun: the terms of each document, of an index that has no lists of them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "indexer/bulk/chunk_store.h"
#include "indexer/bulk/file_system.h"
#include "indexer/index_document.h"

namespace jomun {

// Whether a document can be deleted: Xapian would delete one without a list of its terms too, and leave its postings. Throws Xapian::Error.
bool has_term_list(const Xapian::Database& database, Xapian::docid document);
// Where not, all lack it but those that Xapian has added since, or another program has put in front: as the first document tells. Throws
// Xapian::Error.
bool has_term_lists(const Xapian::Database& database);

// Gives documents with their terms, which it takes from the posting lists. Those are read once: what is of documents that are not next is
// kept in a temporary file, by ranges of documents of which one fits in memory. Not thread-safe.
class TermLists {
 public:
  // `database` must outlive it, and not change. `memory`: bytes, about, but one document fits. Throws Xapian::Error,
  // glass::FileError, which can also come from next().
  TermLists(const Xapian::Database& database, std::filesystem::path scratch_path, std::size_t memory);

  // The next document, in ascending order, with its values, without its data. False: there are no more.
  bool next(Xapian::docid& number, IndexDocument& document);

 private:
  // Documents that follow each other, and what was written of them: the terms in order, with each its documents and wdf.
  struct Range {
    Xapian::docid first = 0, last = 0;
    std::string pending;
    std::vector<std::pair<std::uint64_t, std::size_t>> written;  // offset and size
    std::uint64_t term = 0;                                      // the last one in it, by number; 0: none
    Xapian::docid previous = 0;                                  // the last document of that term
  };
  struct Occurrence {
    std::uint32_t term, wdf;
  };

  void divide();
  void distribute();
  void add(Range& range, std::uint64_t number, std::string_view term, Xapian::docid document, Xapian::termcount wdf);
  void load(Range& range);

  const Xapian::Database& database_;
  glass::ScratchFile scratch_;
  std::size_t memory_;
  std::vector<Range> ranges_;
  std::size_t most_pending_ = 0;  // bytes of a range

  // The range that is being read.
  std::size_t range_ = 0;
  Xapian::PostingIterator next_document_;
  std::string terms_;                    // one behind the other
  std::vector<std::size_t> term_ends_;   // in `terms_`
  std::vector<std::size_t> begins_;      // of documents, in `occurrences_`
  std::vector<Occurrence> occurrences_;  // by document, terms ascending
};

// Makes the lists of the index in `folder`, through a new folder beside it as BulkStore does. `database`: the index, locked by it, without
// changes that are not committed; it is to be closed then, and opened again. Throws as BulkStore; after an exception nothing has changed.
void make_term_lists(const std::filesystem::path& folder, const Xapian::Database& database, std::size_t memory);

}  // namespace jomun
