// Jomun: parts of a table that come in another order than the table's.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/bulk/file_system.h"

namespace jomun::glass {

// A temporary file: gone, even from a crash, with whoever made it. Made with the first write.
class ScratchFile {
 public:
  // `files` must outlive this.
  ScratchFile(FileSystem& files, std::filesystem::path path) : files_(files), path_(std::move(path)) {}

  // Where it went.
  std::uint64_t write(std::string_view bytes);
  void read(std::uint64_t offset, std::span<char> bytes);

 private:
  void write_out();

  FileSystem& files_;
  std::filesystem::path path_;
  std::unique_ptr<File> file_;
  std::uint64_t written_ = 0;  // bytes in the file
  std::string pending_;        // and those behind them
};

// Keeps entries until all are there. Holds keys and places only: the tags, some 2,000 bytes each, are in the file.
class ChunkStore {
 public:
  ChunkStore(FileSystem& files, std::filesystem::path path) : file_(files, std::move(path)) {}

  void add(std::string_view key, std::string_view tag);
  // Calls `function` in order of the keys.
  void for_each_sorted(const std::function<void(std::string_view key, std::string_view tag)>& function);

 private:
  struct Entry {
    std::string key;
    std::uint64_t offset;
    std::size_t size;
  };
  ScratchFile file_;
  std::vector<Entry> entries_;
};

}  // namespace jomun::glass
