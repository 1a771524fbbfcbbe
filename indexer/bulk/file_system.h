// Jomun: the few things a database's writer asks of the system.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace jomun::glass {

// A file that was made, written at its end, and can be read back. Closed by its destructor, which loses nothing that sync() has kept.
class File {
 public:
  virtual ~File() = default;
  // Appends. Where it throws FileError, any first part of `bytes` may have been written.
  virtual void write(std::string_view bytes) = 0;
  // Fills `bytes` from `offset`. Throws FileError where the file ends before.
  virtual void read(std::uint64_t offset, std::span<char> bytes) = 0;
  // Returns when what was written would survive a loss of power.
  virtual void sync() = 0;
};

// Every change a writer makes to the disk is one call of these: tests stop between any two. All throw FileError.
class FileSystem {
 public:
  virtual ~FileSystem() = default;
  // Does nothing where the folder exists.
  virtual void create_folder(const std::filesystem::path& path) = 0;
  // Empties a file that exists.
  virtual std::unique_ptr<File> create(const std::filesystem::path& path) = 0;
  virtual void rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  // Gives the file `to` as a second name. Another file of that name is removed.
  virtual void link(const std::filesystem::path& file, const std::filesystem::path& to) = 0;
  // Makes each the other, at no moment neither. False, and nothing has changed: the file system cannot.
  virtual bool exchange(const std::filesystem::path& one, const std::filesystem::path& other) = 0;
  // With all in it. Does nothing where there is none.
  virtual void remove_folder(const std::filesystem::path& path) = 0;
  // Does nothing where there is none.
  virtual void remove(const std::filesystem::path& path) = 0;
  virtual void sync_folder(const std::filesystem::path& path) = 0;
  virtual bool exists(const std::filesystem::path& path) = 0;
  // At most `limit` bytes of it.
  virtual std::string read_file(const std::filesystem::path& path, std::size_t limit) = 0;
};

// That of the operating system. Stateless, thread-safe.
FileSystem& operating_system();

}  // namespace jomun::glass
