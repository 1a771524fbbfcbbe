// Jomun: jomun-index watch.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "indexer/file_adder.h"
#include "indexer/folder_watch.h"
#include "indexer/index_commands.h"
#include "indexer/index_reader.h"
#include "indexer/inputs.h"
#include "indexer/sharded_writer.h"

namespace jomun {
namespace {

// SIGINT and SIGTERM as something to wait for, from here on until it goes. Threads made meanwhile leave them alone too, so that what is
// being written is finished first.
class StopSignals {
 public:
  StopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGINT, SIGTERM}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, &before_);
    descriptor_ = signalfd(-1, &signals, SFD_CLOEXEC);
    if (descriptor_ < 0) throw std::runtime_error(fmt::format("signals cannot be waited for: {}", std::strerror(errno)));
  }
  ~StopSignals() {
    // Those that have come are taken: the program is about to end by itself.
    sigset_t pending;
    if (sigpending(&pending) == 0 && (sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1)) {
      signalfd_siginfo taken;
      [[maybe_unused]] const ssize_t ignored = read(descriptor_, &taken, sizeof taken);
    }
    close(descriptor_);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  sigset_t before_{};
  int descriptor_ = -1;
};

// The lock is held for as long as this takes, so that other commands have their turn between changes.
void update(const IndexOptions& options, IndexStreams streams, const std::set<std::string>& folders) {
  IndexOptions those = options;
  those.arguments.assign(folders.begin(), folders.end());
  ShardedWriter writer(options.index, options.tokenizer, 0, writing(options, streams));
  // First what has gone, so that what was moved is there once.
  std::vector<std::string> removed;
  for (const std::string& file : list_files(options.index)) {
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, error))) continue;
    for (const std::string& folder : folders)
      if (const std::string below = path_in_index(folder + "/"); file.starts_with(below)) {
        for (std::string& version : writer.remove_file(file)) removed.push_back(std::move(version));
        break;
      }
  }
  Inputs inputs(those, streams);
  FileAdder adder(writer, those, streams);
  adder.add(inputs);
  const FileAdder::Sums& sums = adder.sums();
  if (options.quiet || (sums.files == 0 && removed.empty())) return;
  fmt::print(streams.error, "jomun-index: {}, {}, {} indexed, {} removed\n", counted(sums.files, "file"), counted(sums.versions, "version"),
             counted(sums.clauses, "clause"), counted(removed.size(), "version"));
  streams.error.flush();
}

}  // namespace

int watch_command(const IndexOptions& options, IndexStreams streams) {
  constexpr std::chrono::milliseconds quiet(300), again(1000);
  const StopSignals stop;
  for (const std::string& folder : options.arguments)
    if (!std::filesystem::is_directory(folder)) {
      report(streams.error, folder, "is no folder; give one, whose files are then indexed whenever they change");
      return 2;
    }
  // Before the first look, so that no change falls between.
  FolderWatch watch(options.arguments);
  std::set<std::string> changed(options.arguments.begin(), options.arguments.end());
  update(options, streams, changed);
  if (!options.quiet) {
    fmt::print(streams.error, "jomun-index: watching {}; stop with Ctrl-C\n", counted(options.arguments.size(), "folder"));
    streams.error.flush();
  }
  for (changed = watch.wait(quiet, stop.descriptor()); !changed.empty(); changed = watch.wait(quiet, stop.descriptor())) {
    for (;;) {
      try {
        update(options, streams, changed);
        break;
      } catch (const IndexError& problem) {
        // Another command is at it, or a file is being written. What is in a folder is looked at anew each time, so nothing is lost by
        // waiting.
        if (dynamic_cast<const LockedIndex*>(&problem) == nullptr && dynamic_cast<const ChangedFile*>(&problem) == nullptr) throw;
        report(streams.error, options.index, problem.what());
        pollfd polled{stop.descriptor(), POLLIN, 0};
        if (poll(&polled, 1, static_cast<int>(again.count())) > 0) return 0;
      }
    }
  }
  return 0;
}

}  // namespace jomun
