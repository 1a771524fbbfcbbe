// Jomun tests: a system that stops or refuses at a call of one's choice.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/indexer/bulk/failing_file_system.h"

#include <cerrno>
#include <system_error>
#include <utility>

#include "indexer/bulk/errors.h"

namespace jomun::testing {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  throw glass::FileError(path.string(), "written", std::error_code(error, std::generic_category()));
}

}  // namespace

class FailingFileSystem::OpenFile final : public glass::File {
 public:
  OpenFile(FailingFileSystem& system, std::filesystem::path path)
      : system_(system), path_(std::move(path)), file_(glass::operating_system().create(path_)) {}
  void write(std::string_view bytes) override {
    // Of a write that does not come to its end, half is there.
    if (system_.plan_.lost_at == system_.calls_ && !system_.lost_) file_->write(bytes.substr(0, bytes.size() / 2));
    if (!system_.powered()) return;
    if (system_.writes_++ >= system_.plan_.full_at) {
      file_->write(bytes.substr(0, bytes.size() / 2));
      fail(path_, ENOSPC);
    }
    file_->write(bytes);
  }
  void read(std::uint64_t offset, std::span<char> bytes) override {
    if (system_.powered()) file_->read(offset, bytes);
  }
  void sync() override {
    if (!system_.powered()) return;
    system_.sync(path_);
    if (std::filesystem::exists(path_)) system_.safe_[path_] = std::filesystem::file_size(path_);
  }

 private:
  FailingFileSystem& system_;
  std::filesystem::path path_;
  std::unique_ptr<glass::File> file_;
};

bool FailingFileSystem::powered() {
  if (lost_) return false;
  if (calls_++ != plan_.lost_at) return true;
  lost_ = true;
  for (const auto& [path, bytes] : safe_)
    if (std::filesystem::exists(path)) std::filesystem::resize_file(path, bytes);
  throw PowerLost();
}

// Nothing is really synced: that takes time, and a test does not lose power.
void FailingFileSystem::sync(const std::filesystem::path& path) {
  if (syncs_++ >= plan_.failing_sync_at) fail(path, EIO);
}

void FailingFileSystem::create_folder(const std::filesystem::path& path) {
  if (powered()) glass::operating_system().create_folder(path);
}

std::unique_ptr<glass::File> FailingFileSystem::create(const std::filesystem::path& path) {
  powered();
  auto file = std::make_unique<OpenFile>(*this, path);
  safe_[path] = 0;
  return file;
}

void FailingFileSystem::rename(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (!powered()) return;
  glass::operating_system().rename(from, to);
  const auto moved = safe_.extract(from);
  if (!moved.empty()) safe_[to] = moved.mapped();
}

void FailingFileSystem::link(const std::filesystem::path& file, const std::filesystem::path& to) {
  if (powered()) glass::operating_system().link(file, to);
}

bool FailingFileSystem::exchange(const std::filesystem::path& one, const std::filesystem::path& other) {
  return powered() && plan_.exchanges && glass::operating_system().exchange(one, other);
}

// Half of it, where the power goes.
void FailingFileSystem::remove_folder(const std::filesystem::path& path) {
  if (plan_.lost_at == calls_ && !lost_) std::filesystem::remove(path / "iamglass");
  if (powered()) glass::operating_system().remove_folder(path);
}

void FailingFileSystem::remove(const std::filesystem::path& path) {
  if (!powered()) return;
  glass::operating_system().remove(path);
  safe_.erase(path);
}

void FailingFileSystem::sync_folder(const std::filesystem::path& path) {
  if (powered()) sync(path);
}

bool FailingFileSystem::exists(const std::filesystem::path& path) {
  powered();
  return glass::operating_system().exists(path);
}

std::string FailingFileSystem::read_file(const std::filesystem::path& path, std::size_t limit) {
  powered();
  return glass::operating_system().read_file(path, limit);
}

}  // namespace jomun::testing
