// Jomun: files read by several threads, handed over in their order.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "corpus/declaration.h"

namespace jomun {

// What came of one file.
struct ReadFile {
  std::vector<Version> versions;
  std::string problem;  // "what is wrong; what to do"; empty: none
};

// Memory is that of at most `window` files for each thread, whatever their number. Its own functions are for one thread.
class OrderedReader {
 public:
  static constexpr std::size_t window = 2;

  // Calls `read`(0) to `read`(count - 1), each once, on `threads` threads at the same time; one thread is the caller of next(). An
  // UnreadableFile becomes ReadFile::problem, any other exception is thrown by next(). REQUIRES: threads > 0; `read` may be called from
  // several threads.
  OrderedReader(std::size_t count, std::size_t threads, std::function<std::vector<Version>(std::size_t)> read);
  // Waits for what is being read; what is not begun is not read.
  ~OrderedReader();
  OrderedReader(const OrderedReader&) = delete;
  OrderedReader& operator=(const OrderedReader&) = delete;

  // The outcome of the next file. REQUIRES: fewer than `count` calls before.
  ReadFile next();

 private:
  struct Outcome {
    ReadFile file;
    std::exception_ptr failure;
  };
  void work();
  Outcome read(std::size_t index) const;

  const std::size_t count_;
  const std::function<std::vector<Version>(std::size_t)> read_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Outcome> done_;  // not yet handed over
  std::size_t begun_ = 0;                // files
  std::size_t handed_over_ = 0;
  bool stopping_ = false;
  std::size_t ahead_ = 0;  // how many may be begun before they are asked for
  std::vector<std::thread> threads_;
};

}  // namespace jomun
