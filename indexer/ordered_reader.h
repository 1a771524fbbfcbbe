// Jomun: files read by several threads, handed over in their order.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// What came of one file.
template <typename Value>
struct ReadFile {
  Value value{};
  std::string problem;  // "what is wrong; what to do"; empty: none
};

// How much may be held at once: `cost` of what is begun and not yet handed over stays below `most`, but one may always be.
struct HeldAtOnce {
  std::function<std::size_t(std::size_t index)> cost;  // null: nothing costs anything
  std::size_t most = 0;
};

// Also of anything else that is made piece by piece. Memory is that of at most `window` files for each thread, whatever their number, and
// less where HeldAtOnce says so. Its own functions are for one thread.
template <typename Value>
class OrderedReader {
 public:
  static constexpr std::size_t window = 2;

  // Calls `read`(0) to `read`(count - 1), each once, on `threads` threads at the same time; one thread is the caller of next(). An
  // UnreadableFile becomes ReadFile::problem, any other exception is thrown by next(). REQUIRES: threads > 0; `read` may be called from
  // several threads.
  OrderedReader(std::size_t count, std::size_t threads, std::function<Value(std::size_t)> read, HeldAtOnce held = {})
      : count_(count), read_(std::move(read)), held_(std::move(held)), ahead_(window * threads) {
    if (threads < 2 || count < 2) return;
    for (std::size_t i = 0; i < std::min(threads, count); ++i) threads_.emplace_back([this] { work(); });
  }
  // Waits for what is being read; what is not begun is not read.
  ~OrderedReader() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }
  OrderedReader(const OrderedReader&) = delete;
  OrderedReader& operator=(const OrderedReader&) = delete;

  // The outcome of the next file. REQUIRES: fewer than `count` calls before.
  ReadFile<Value> next() {
    Outcome outcome;
    if (threads_.empty()) {
      outcome = read(handed_over_++);
    } else {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return done_.contains(handed_over_); });
      outcome = std::move(done_.extract(handed_over_).mapped());
      in_flight_ -= cost(handed_over_++);
      changed_.notify_all();
    }
    if (outcome.failure) std::rethrow_exception(outcome.failure);
    return std::move(outcome.file);
  }

 private:
  struct Outcome {
    ReadFile<Value> file;
    std::exception_ptr failure;
  };

  std::size_t cost(std::size_t index) const { return held_.cost ? held_.cost(index) : 0; }

  bool may_begin() const { return begun_ < handed_over_ + ahead_ && (begun_ == handed_over_ || in_flight_ + cost(begun_) <= held_.most); }

  void work() {
    std::unique_lock lock(mutex_);
    for (;;) {
      changed_.wait(lock, [this] { return stopping_ || begun_ == count_ || may_begin(); });
      if (stopping_ || begun_ == count_) return;
      const std::size_t index = begun_++;
      in_flight_ += cost(index);
      lock.unlock();
      Outcome outcome = read(index);
      lock.lock();
      done_.emplace(index, std::move(outcome));
      changed_.notify_all();
    }
  }

  Outcome read(std::size_t index) const {
    Outcome outcome;
    try {
      outcome.file.value = read_(index);
    } catch (const UnreadableFile& problem) {
      outcome.file.problem = problem.what();
    } catch (...) {
      outcome.failure = std::current_exception();
    }
    return outcome;
  }

  const std::size_t count_;
  const std::function<Value(std::size_t)> read_;
  const HeldAtOnce held_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Outcome> done_;  // not yet handed over
  std::size_t begun_ = 0;                // files
  std::size_t handed_over_ = 0;
  std::size_t in_flight_ = 0;  // cost of those between
  bool stopping_ = false;
  std::size_t ahead_ = 0;  // how many may be begun before they are asked for
  std::vector<std::thread> threads_;
};

}  // namespace jomun
