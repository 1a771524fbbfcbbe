// Jomun: the files that the arguments of a command name, read and used one after the other.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/catalogue.h"
#include "indexer/index_commands.h"
#include "indexer/index_writer.h"
#include "indexer/ordered_reader.h"
#include "indexer/progress.h"

namespace jomun {

// What clauses, and the terms of documents with their views, take of memory for a byte of text, about.
constexpr std::size_t memory_per_byte = 16;

class Inputs {
 public:
  struct Task {
    Input input;  // file "-": standard input; its metadata are those given over those of the catalogue
    std::size_t bytes;
    std::string problem;  // it was not found
  };

  Inputs(const IndexOptions& options, IndexStreams streams);

  const std::vector<Task>& tasks() const { return tasks_; }

  // Calls `read` with each task, on several threads, and `use` with what it gave, on this one, in the order of the arguments. `use` returns
  // whether the file was good, and has called fail() where not. Files that cannot be read, and versions that the index cannot hold, are
  // reported and counted.
  template <typename Value>
  void for_each(std::function<Value(const Task&)> read, std::function<bool(const std::string& file, Value&)> use) {
    begin();
    OrderedReader<Value> reader(tasks_.size(), options_.jobs,
                                [&](std::size_t i) {
                                  if (!tasks_[i].problem.empty()) throw UnreadableFile(tasks_[i].problem);
                                  return read(tasks_[i]);
                                },
                                {[&](std::size_t i) { return tasks_[i].bytes * memory_per_byte; }, options_.memory});
    for (const Task& task : tasks_) {
      const std::string file = task.input.file.string();
      ReadFile<Value> outcome = reader.next();
      try {
        if (!outcome.problem.empty())
          fail(file, outcome.problem);
        else if (use(file, outcome.value))
          ++good_;
      } catch (const RejectedVersion& problem) {
        fail(file, problem.what());
      }
      ++done_;
      progress_->advance(task.bytes);
    }
    progress_.reset();
  }

  // The clauses of a task. Throws UnreadableFile.
  std::vector<Version> read(const Task& task) const;

  void fail(std::string_view file, std::string_view what);
  // Says how much of it is safe: for those who watch no terminal.
  void say_committed();
  std::size_t good() const { return good_; }
  int exit_code() const { return failed_ == 0 ? 0 : good_ == 0 ? 2 : 1; }

 private:
  void begin();

  const IndexOptions& options_;
  IndexStreams streams_;
  std::vector<Task> tasks_;
  std::optional<Progress> progress_;
  std::size_t done_ = 0, good_ = 0, failed_ = 0;
};

}  // namespace jomun
