// Jomun: one table of a glass database, written once from front to back.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

//
// A table is a B-tree of blocks in one file. Entries come in order of their keys, so every block is written when it is full and never
// again; a block gets its number as it is written, above the leaves too.

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/file_system.h"

namespace jomun::glass {

inline constexpr std::size_t block_size = 8192;

// What the version file says of a table.
struct TableRoot {
  std::uint32_t block = 0;
  unsigned level = 0;      // 0: the root is a leaf
  bool sequential = true;  // the leaves are in order of their keys
  bool fake = true;        // there is no block at all
  std::uint64_t entries = 0;
  std::size_t block_bytes = block_size;
  std::uint32_t compress_min = 0;  // entries longer than this may be compressed, by whoever changes the table later
  std::string free_list;

  bool operator==(const TableRoot&) const = default;
};

// Not thread-safe. After an exception the table is of no use.
class TableWriter {
 public:
  // Makes the file with the first entry, or in finish() where `always`. `files` must outlive this.
  TableWriter(FileSystem& files, std::filesystem::path path, std::uint32_t revision, std::uint32_t compress_min, bool always);

  // The key must be greater than the one before: else std::invalid_argument. Throws LimitExceeded, FileError.
  void add(std::string_view key, std::string_view tag);

  // Writes what is left, and syncs. The table takes no more.
  TableRoot finish();

  std::uint64_t bytes() const { return static_cast<std::uint64_t>(blocks_) * block_size; }

 private:
  // A block that is being filled: a directory grows from the front, items from the back.
  struct Block {
    std::string bytes = std::string(block_size, '\0');
    std::size_t directory_end = 0, lowest_item = 0;
    std::string separator;  // what the parent will have for it, with its component
    std::size_t separator_component = 0;

    void clear();
    bool empty() const { return lowest_item == block_size; }
    std::size_t room() const;  // bytes of an item that still fits
    char* add(std::size_t size);
  };

  void add_leaf_item(std::string_view key, std::size_t component, std::string_view piece, unsigned char flags);
  void add_branch_item(std::size_t level, std::string separator, std::size_t component, std::uint32_t child);
  std::uint32_t write_block(std::size_t level);
  void write_out();

  FileSystem& files_;
  std::filesystem::path path_;
  std::uint32_t revision_, compress_min_;
  bool always_;
  std::unique_ptr<File> file_;
  std::vector<Block> levels_;  // the leaf first
  std::string last_key_;
  std::size_t last_component_ = 0;
  std::uint64_t entries_ = 0;
  std::uint64_t blocks_ = 0;
  std::string pending_;  // blocks not yet given to the file
};

}  // namespace jomun::glass
