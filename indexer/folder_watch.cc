// Jomun: tells when something changes below folders.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/folder_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <iterator>
#include <stdexcept>

namespace jomun {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t events = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_ONLYDIR;

}  // namespace

FolderWatch::FolderWatch(const std::vector<std::string>& folders)
    : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)), folders_(folders) {
  if (descriptor_ < 0)
    throw std::runtime_error(fmt::format("folders cannot be watched ({}); close other programs that do", std::strerror(errno)));
  try {
    for (const std::string& folder : folders_) watch(folder, folder);
  } catch (...) {
    close(descriptor_);
    throw;
  }
}

FolderWatch::~FolderWatch() { close(descriptor_); }

void FolderWatch::watch(const std::string& folder, const std::string& root) {
  const int watch = inotify_add_watch(descriptor_, folder.c_str(), events);
  if (watch < 0) {
    const int error = errno;
    if (folder != root && error != ENOSPC) return;  // it has gone meanwhile, or is none of ours
    throw std::runtime_error(
        fmt::format("{}: cannot be watched ({}); {}", folder, std::strerror(error),
                    error == ENOSPC ? "raise fs.inotify.max_user_watches with sysctl" : "give a folder that can be read"));
  }
  watched_[watch] = {folder, root};
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->is_directory(error) && !entry->is_symlink(error)) this->watch(entry->path().string(), root);
}

void FolderWatch::read_events(std::set<std::string>& changed) {
  alignas(inotify_event) char buffer[1 << 14];
  for (ssize_t size; (size = read(descriptor_, buffer, sizeof buffer)) > 0;)
    for (const char* at = buffer; at < buffer + size;) {
      inotify_event event;
      std::memcpy(&event, at, sizeof event);
      const char* const name = at + sizeof event;
      at += sizeof event + event.len;
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        // Folders made meanwhile may have been missed.
        for (const std::string& folder : folders_) watch(folder, folder);
        changed.insert(folders_.begin(), folders_.end());
        continue;
      }
      const auto found = watched_.find(event.wd);
      if (found == watched_.end()) continue;
      if ((event.mask & IN_IGNORED) != 0) {
        watched_.erase(found);
        continue;
      }
      const Watched watched = found->second;
      changed.insert(watched.root);
      if ((event.mask & IN_ISDIR) != 0 && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) watch(watched.folder + "/" + name, watched.root);
    }
}

std::set<std::string> FolderWatch::wait(std::chrono::milliseconds quiet, int stop_descriptor) {
  using Clock = std::chrono::steady_clock;
  std::set<std::string> changed;
  Clock::time_point last;
  for (;;) {
    int patience = -1;
    if (!changed.empty()) {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(last - Clock::now());
      if (left.count() <= 0) return changed;
      patience = static_cast<int>(std::min(quiet, left).count());
    }
    pollfd polled[] = {{descriptor_, POLLIN, 0}, {stop_descriptor, POLLIN, 0}};
    const int ready = poll(polled, std::size(polled), patience);
    if (ready < 0 && errno != EINTR) throw std::runtime_error(fmt::format("waiting for changes failed: {}", std::strerror(errno)));
    if ((polled[1].revents & (POLLIN | POLLHUP)) != 0) return {};
    if (ready == 0) return changed;
    if (ready > 0 && (polled[0].revents & POLLIN) != 0) {
      const bool first = changed.empty();
      read_events(changed);
      if (first && !changed.empty()) last = Clock::now() + 10 * quiet;
    }
  }
}

}  // namespace jomun
