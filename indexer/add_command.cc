// Jomun: jomun-index add.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <chrono>

#include "indexer/file_adder.h"
#include "indexer/index_commands.h"
#include "indexer/inputs.h"
#include "indexer/sharded_writer.h"

namespace jomun {
namespace {

double seconds(std::chrono::nanoseconds time) { return std::chrono::duration<double>(time).count(); }

void print_profile(std::ostream& out, const Profile& profile, std::string_view writer) {
  fmt::print(out, "{:<12}{:>10}{:>10}\n", "", "CPU s", "wall s");
  for (unsigned i = 0; i < Profile::names.size(); ++i) {
    const auto stage = static_cast<Profile::Stage>(i);
    fmt::print(out, "{:<12}{:>10.2f}{:>10.2f}\n", Profile::names[i], seconds(profile.cpu(stage)), seconds(profile.wall(stage)));
  }
  fmt::print(out, "{:<12}{:>10}\n", "writer", writer);
}

}  // namespace

int add_command(const IndexOptions& options, IndexStreams streams) {
  const auto start = std::chrono::steady_clock::now();
  Profile profile;
  ShardedWriter writer(options.index, options.tokenizer, options.shards, writing(options, streams, &profile));
  Inputs inputs(options, streams);
  FileAdder adder(writer, options, streams, &profile);
  adder.add(inputs);
  const FileAdder::Sums& sums = adder.sums();
  if (!options.quiet) {
    const std::string unchanged = sums.unchanged == 0 ? "" : fmt::format(", {} unchanged", counted(sums.unchanged, "file"));
    fmt::print(streams.error, "jomun-index: {}, {}, {} indexed{} in {:.2f} s\n", counted(sums.files, "file"),
               counted(sums.versions, "version"), counted(sums.clauses, "clause"), unchanged,
               seconds(std::chrono::steady_clock::now() - start));
  }
  if (options.profile) print_profile(streams.error, profile, writer.writer() == Writer::bulk ? "bulk" : "api");
  return inputs.exit_code();
}

}  // namespace jomun
