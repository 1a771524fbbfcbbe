// Jomun: the values of documents, by slot.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "indexer/bulk/chunk_store.h"
#include "indexer/bulk/table_writer.h"

namespace jomun::glass {

// Collects values as documents come, for the table "postlist", where they stand by slot. Of each slot one chunk is in memory.
class ValueStreams {
 public:
  // `files` must outlive this.
  ValueStreams(FileSystem& files, std::filesystem::path scratch_path) : chunks_(files, std::move(scratch_path)) {}

  // Docids ascend; the value is not empty.
  void add(std::uint32_t docid, unsigned slot, std::string_view value);
  // Statistics of all slots, then their streams. To be called once.
  void finish(TableWriter& postlist);

 private:
  struct Slot {
    std::uint32_t frequency = 0;
    std::string lower, upper;  // bounds
    std::uint32_t first_docid = 0, last_docid = 0;
    std::string chunk;
  };
  void close_chunk(unsigned number, Slot& slot);

  std::map<unsigned, Slot> slots_;
  ChunkStore chunks_;
};

}  // namespace jomun::glass
