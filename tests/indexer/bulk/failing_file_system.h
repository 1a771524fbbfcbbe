// Jomun tests: a system that stops or refuses at a call of one's choice.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <filesystem>
#include <limits>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "indexer/bulk/file_system.h"

namespace jomun::testing {

// Thrown once, where the power goes; no std::exception, so that no one takes it for an error to deal with.
struct PowerLost {};

// Files of the operating system, of which only what was synced outlives the loss of power at a given call. After it nothing happens any
// more.
class FailingFileSystem final : public glass::FileSystem {
 public:
  static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

  // The power goes at call `lost_at`; from write `full_at` on the disk is full; folders and files are synced up to sync `failing_sync_at`.
  // All count from 0. `exchanges`: whether it can do so.
  struct Plan {
    std::size_t lost_at = never, full_at = never, failing_sync_at = never;
    bool exchanges = true;
  };
  explicit FailingFileSystem(Plan plan) : plan_(plan) {}

  std::size_t calls() const { return calls_; }
  std::size_t writes() const { return writes_; }
  std::size_t syncs() const { return syncs_; }

  void create_folder(const std::filesystem::path& path) override;
  std::unique_ptr<glass::File> create(const std::filesystem::path& path) override;
  void rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
  void link(const std::filesystem::path& file, const std::filesystem::path& to) override;
  bool exchange(const std::filesystem::path& one, const std::filesystem::path& other) override;
  void remove_folder(const std::filesystem::path& path) override;
  void remove(const std::filesystem::path& path) override;
  void sync_folder(const std::filesystem::path& path) override;
  bool exists(const std::filesystem::path& path) override;
  std::string read_file(const std::filesystem::path& path, std::size_t limit) override;

 private:
  class OpenFile;
  // Whether there is still power; counts the call.
  bool powered();
  void sync(const std::filesystem::path& path);

  Plan plan_;
  std::size_t calls_ = 0, writes_ = 0, syncs_ = 0;
  bool lost_ = false;
  std::map<std::filesystem::path, std::size_t> safe_;  // bytes that were synced, of each file
};

}  // namespace jomun::testing
