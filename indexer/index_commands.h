// Jomun: what the commands of jomun-index share.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"
#include "corpus/splitter.h"
#include "indexer/index_writer.h"

namespace jomun {

struct IndexOptions {
  std::string index;
  std::string tokenizer;  // empty: the index's own, of a new one the default
  std::vector<std::string> plugins;
  Metadata given;
  Granularity granularity = Granularity::article;
  std::size_t shards = 0;  // of a new index; 0: not given
  std::size_t jobs = 0;    // threads that read files
  std::size_t memory = 0;  // bytes, about, that texts and documents may take while they wait
  Writer writer = Writer::automatic;
  bool again = false;  // unchanged files are read too
  bool profile = false;
  bool quiet = false;
  std::vector<std::string> arguments;  // after the command
};

struct IndexStreams {
  std::istream& in;
  std::ostream& out;
  std::ostream& error;
  bool error_is_terminal;
};

// Each returns the exit code of run_index() (indexer/index_program.h) and throws what that catches.
int add_command(const IndexOptions& options, IndexStreams streams);
int preview_command(const IndexOptions& options, IndexStreams streams);
int export_command(const IndexOptions& options, IndexStreams streams);
int watch_command(const IndexOptions& options, IndexStreams streams);

// How the index is written. Says when lists of terms are made; `profile` may be null.
Writing writing(const IndexOptions& options, IndexStreams streams, Profile* profile = nullptr);

// "jomun-index: FILE: what is wrong; what to do"
void report(std::ostream& error, std::string_view file, std::string_view what);
// "1 file", "2 files"
std::string counted(std::size_t number, std::string_view singular);

}  // namespace jomun
