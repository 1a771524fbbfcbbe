// Jomun: the few things a database's writer asks of the system.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/file_system.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "indexer/bulk/errors.h"

namespace jomun::glass {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, std::string_view action, int error = errno) {
  throw FileError(path.string(), action, std::error_code(error, std::generic_category()));
}

// Calls `function` again where a signal interrupted it.
template <typename Function>
auto uninterrupted(Function function) {
  for (;;)
    if (const auto result = function(); result >= 0 || errno != EINTR) return result;
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

class SystemFile final : public File {
 public:
  explicit SystemFile(const std::filesystem::path& path)
      : path_(path), descriptor_(uninterrupted([&] { return ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666); })) {
    if (descriptor_.number() < 0) fail(path_, "made");
  }
  void write(std::string_view bytes) override {
    while (!bytes.empty()) {
      const ssize_t written = uninterrupted([&] { return ::write(descriptor_.number(), bytes.data(), bytes.size()); });
      if (written < 0) fail(path_, "written");
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
  }
  void read(std::uint64_t offset, std::span<char> bytes) override {
    while (!bytes.empty()) {
      const ssize_t got =
          uninterrupted([&] { return ::pread(descriptor_.number(), bytes.data(), bytes.size(), static_cast<off_t>(offset)); });
      if (got <= 0) fail(path_, "read", got < 0 ? errno : EIO);
      bytes = bytes.subspan(static_cast<std::size_t>(got));
      offset += static_cast<std::uint64_t>(got);
    }
  }
  void sync() override {
    if (uninterrupted([&] { return ::fdatasync(descriptor_.number()); }) < 0) fail(path_, "written");
  }

 private:
  std::filesystem::path path_;
  Descriptor descriptor_;
};

class OperatingSystem final : public FileSystem {
 public:
  void create_folder(const std::filesystem::path& path) override {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) throw FileError(path.string(), "made", error);
  }
  std::unique_ptr<File> create(const std::filesystem::path& path) override { return std::make_unique<SystemFile>(path); }
  void rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (::rename(from.c_str(), to.c_str()) < 0) fail(to, "made");
  }
  void link(const std::filesystem::path& file, const std::filesystem::path& to) override {
    remove(to);
    if (::link(file.c_str(), to.c_str()) < 0) fail(to, "made");
  }
  bool exchange(const std::filesystem::path& one, const std::filesystem::path& other) override {
    if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) return true;
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP) fail(other, "replaced");
    return false;
  }
  void remove_folder(const std::filesystem::path& path) override {
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (error) throw FileError(path.string(), "removed", error);
  }
  void remove(const std::filesystem::path& path) override {
    if (::unlink(path.c_str()) < 0 && errno != ENOENT) fail(path, "removed");
  }
  void sync_folder(const std::filesystem::path& path) override {
    const Descriptor folder(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
    if (folder.number() < 0) fail(path, "opened");
    // Some file systems have nothing to sync in a folder and say so.
    if (uninterrupted([&] { return ::fsync(folder.number()); }) < 0 && errno != EINVAL) fail(path, "written");
  }
  bool exists(const std::filesystem::path& path) override {
    if (::access(path.c_str(), F_OK) == 0) return true;
    if (errno != ENOENT) fail(path, "looked for");
    return false;
  }
  std::string read_file(const std::filesystem::path& path, std::size_t limit) override {
    const Descriptor file(uninterrupted([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC); }));
    if (file.number() < 0) fail(path, "opened");
    std::string bytes(limit, '\0');
    std::size_t size = 0;
    while (size < limit) {
      const ssize_t got = uninterrupted([&] { return ::read(file.number(), bytes.data() + size, limit - size); });
      if (got < 0) fail(path, "read");
      if (got == 0) break;
      size += static_cast<std::size_t>(got);
    }
    bytes.resize(size);
    return bytes;
  }
};

}  // namespace

FileSystem& operating_system() {
  static OperatingSystem system;
  return system;
}

}  // namespace jomun::glass
