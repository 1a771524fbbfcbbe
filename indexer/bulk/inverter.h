// Jomun: from documents and their terms to terms and their documents.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/bulk/chunk_store.h"
#include "indexer/bulk/posting_list.h"
#include "indexer/bulk/term_numbers.h"
#include "indexer/index_document.h"

namespace jomun::glass {

// Inverts documents in memory, as many as fit (a run); runs go sorted to a temporary file and are merged in the end.
class Inverter {
 public:
  // `memory` bounds what a run takes, roughly: one document more than fits is held. `files` must outlive this.
  Inverter(FileSystem& files, std::filesystem::path scratch_path, std::size_t memory);

  // Docids ascend.
  void add(std::uint32_t docid, std::span<const IndexDocument::Term> terms);
  // Hands the lists of all terms to `list`, in the order of the table. To be called once.
  void finish(PostingList& list);
  std::size_t runs() const { return runs_.size(); }

 private:
  struct Occurrence {
    std::uint32_t term, wdf;
  };
  struct Posting {
    std::uint32_t docid, wdf;
  };
  struct Document {
    std::uint32_t docid;
    std::size_t end;  // of its occurrences
  };
  struct Total {
    std::uint32_t documents = 0;
    std::uint64_t wdf = 0;
  };

  std::size_t memory() const;
  template <typename Function>
  void for_each_list(Function function);
  void spill();
  void merge(PostingList& list);

  std::size_t memory_;
  ScratchFile scratch_;
  TermNumbers terms_;
  std::vector<Total> totals_;  // by term
  std::vector<Occurrence> occurrences_;
  std::vector<Document> documents_;
  std::vector<std::uint64_t> hashes_;                          // of the terms of one document
  std::vector<std::pair<std::uint64_t, std::uint64_t>> runs_;  // where they begin and end in the file
};

}  // namespace jomun::glass
