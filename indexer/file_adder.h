// Jomun: files into an index, but for those that it has already.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/index_commands.h"
#include "indexer/index_writer.h"
#include "indexer/inputs.h"
#include "indexer/profile.h"
#include "indexer/sharded_writer.h"

namespace jomun {

// The path that an index knows a file by: absolute, without "." and "..". Links are not followed.
std::string path_in_index(const std::string& file);

// A file was changed while it was added, and all since the last commit is lost; adding the same again makes up for it.
class ChangedFile : public IndexError {
 public:
  using IndexError::IndexError;
};

class FileAdder {
 public:
  struct Sums {
    std::size_t files = 0, versions = 0, clauses = 0, unchanged = 0;
  };

  // `writer` must outlive it. Throws schema::IncompatibleIndex or BrokenTokenizer where the tokenizer of the index is not here.
  // `profile` may be null.
  FileAdder(ShardedWriter& writer, const IndexOptions& options, IndexStreams streams, Profile* profile = nullptr);

  // Adds what `inputs` names, and commits: from time to time, and at its end. Throws IndexError as ShardedWriter does; ChangedFile.
  void add(Inputs& inputs);
  // Of all that was added.
  const Sums& sums() const { return sums_; }

 private:
  struct Prepared {
    schema::FileRecord file;
    std::vector<PreparedVersion> versions;
    bool unchanged = false;
    bool touched = false;  // unchanged, but its time of change
  };

  // On any thread.
  Prepared prepare_file(const Inputs& inputs, const Inputs::Task& task, const schema::FileRecord* known);
  std::vector<PreparedVersion> prepare_all(std::vector<Version> versions);
  std::shared_ptr<const JsonLinesFile> open_large(const Inputs::Task& task, schema::FileRecord& record);
  std::vector<PreparedVersion> prepare_large(std::shared_ptr<const JsonLinesFile> file);
  bool use(Inputs& inputs, const std::string& name, Prepared& prepared);
  void commit();

  ShardedWriter& writer_;
  const IndexOptions& options_;
  IndexStreams streams_;
  Profile* profile_;
  DocumentBuilders builders_;
  Sums sums_;
  std::map<std::string, std::string> file_of_version_;  // of this run: two files cannot both be one version
  std::size_t uncommitted_ = 0;                         // bytes of text
};

}  // namespace jomun
