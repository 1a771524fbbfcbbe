// Jomun: how far a long command is, on a terminal.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

namespace jomun {

// 1,234,567
std::string with_commas(std::size_t number);

// "[#########---------------]  1,234 of 3,159 files, 12.3 MB/s, 8 s left": one line that is written over. Nothing is shown in the first
// half second, and nothing where there is no terminal. Not thread-safe.
class Progress {
 public:
  using Clock = std::function<std::chrono::duration<double>()>;

  // `terminal`: null where there is none. `bytes` is the size of all files.
  Progress(std::ostream* terminal, std::size_t files, std::size_t bytes, Clock clock = steady());
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more file is done.
  void advance(std::size_t bytes);
  // Takes the line away, so that something else can be written; it comes back with the next advance().
  void clear();

 private:
  static Clock steady();
  std::string line(double elapsed) const;

  std::ostream* terminal_;
  std::size_t files_, bytes_;
  Clock clock_;
  std::size_t done_files_ = 0, done_bytes_ = 0;
  std::chrono::duration<double> start_, shown_;
  bool visible_ = false;
};

}  // namespace jomun
