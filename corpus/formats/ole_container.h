// Jomun: files inside a compound file (OLE2), the container of HWP 5.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Our own reader of [MS-CFB]: libgsf 1.14.50 follows the tree of names by recursion, one call per file in it, and ends the program on a
// container made for that.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jomun {

// Thread-safe once made. Memory and time are proportional to the file, whatever its tables say.
class OleContainer {
 public:
  // `bytes` begins as a compound file does.
  static bool is_container(std::string_view bytes);

  // Refers to `bytes`, which have to outlive it. Throws UnreadableFile.
  explicit OleContainer(std::string_view bytes);

  // The contents of the stream "NAME" or "STORAGE/NAME", in UTF-8 and without control characters ("\005HwpSummaryInformation" has one);
  // nothing where there is none. Throws UnreadableFile when the file ends before the stream does.
  std::optional<std::string> read(std::string_view path) const;
  // Whether there is such a stream.
  bool has(std::string_view path) const { return find(path) != nullptr; }

 private:
  struct Stream {
    std::uint32_t first_sector = 0;
    std::uint64_t bytes = 0;
  };

  const Stream* find(std::string_view path) const;
  std::string_view sector(std::uint32_t number) const;
  std::string chain(std::uint32_t first, std::uint64_t most) const;
  void read_sector_table();
  void read_directory(std::uint32_t first);

  std::string_view bytes_;
  std::size_t sector_bytes_ = 512, small_sector_bytes_ = 64;
  std::vector<std::uint32_t> next_, next_small_;
  std::string small_sectors_;
  std::unordered_map<std::string, Stream> streams_;
  std::unordered_map<std::string, std::uint32_t> storages_;
};

}  // namespace jomun
