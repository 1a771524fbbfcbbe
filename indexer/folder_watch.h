// Jomun: tells when something changes below folders.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace jomun {

// By inotify of Linux, for all folders below, those made later too; links to folders are not followed. Not thread-safe.
class FolderWatch {
 public:
  // Begins to watch. Throws std::runtime_error where a folder cannot be watched.
  explicit FolderWatch(const std::vector<std::string>& folders);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Waits for changes, and then until there was none for `quiet`, or for ten times as long altogether: editors and downloads write in many
  // steps. Returns those of `folders` in which something has changed, once for each; none: `stop_descriptor` has become readable.
  std::set<std::string> wait(std::chrono::milliseconds quiet, int stop_descriptor);

 private:
  void watch(const std::string& folder, const std::string& root);
  void read_events(std::set<std::string>& changed);

  struct Watched {
    std::string folder, root;
  };
  int descriptor_;
  std::vector<std::string> folders_;
  std::map<int, Watched> watched_;  // by watch descriptor
};

}  // namespace jomun
