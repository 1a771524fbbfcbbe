// Jomun: files read by several threads, handed over in their order.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/ordered_reader.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "corpus/formats/extracted_text.h"

namespace jomun {

OrderedReader::OrderedReader(std::size_t count, std::size_t threads, std::function<std::vector<Version>(std::size_t)> read)
    : count_(count), read_(std::move(read)), ahead_(window * threads) {
  if (threads < 2 || count < 2) return;
  for (std::size_t i = 0; i < std::min(threads, count); ++i) threads_.emplace_back([this] { work(); });
}

OrderedReader::~OrderedReader() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

OrderedReader::Outcome OrderedReader::read(std::size_t index) const {
  Outcome outcome;
  try {
    outcome.file.versions = read_(index);
  } catch (const UnreadableFile& problem) {
    outcome.file.problem = problem.what();
  } catch (...) {
    outcome.failure = std::current_exception();
  }
  return outcome;
}

void OrderedReader::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || begun_ == count_ || begun_ < handed_over_ + ahead_; });
    if (stopping_ || begun_ == count_) return;
    const std::size_t index = begun_++;
    lock.unlock();
    Outcome outcome = read(index);
    lock.lock();
    done_.emplace(index, std::move(outcome));
    changed_.notify_all();
  }
}

ReadFile OrderedReader::next() {
  Outcome outcome;
  if (threads_.empty()) {
    outcome = read(handed_over_++);
  } else {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_.contains(handed_over_); });
    outcome = std::move(done_.extract(handed_over_++).mapped());
    changed_.notify_all();
  }
  if (outcome.failure) std::rethrow_exception(outcome.failure);
  return std::move(outcome.file);
}

}  // namespace jomun
