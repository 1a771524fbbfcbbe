// Jomun: the version file of a glass database, iamglass.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/bulk/table_writer.h"

namespace jomun::glass {

// In the order of the version file.
enum Table : unsigned { postlist, docdata, termlist, position, spelling, synonym };
inline constexpr std::array<std::string_view, 6> table_names{"postlist", "docdata", "termlist", "position", "spelling", "synonym"};
inline constexpr std::string_view table_suffix = ".glass";  // of their files
// What Xapian gives a new table as TableRoot::compress_min.
inline constexpr std::array<std::uint32_t, 6> usual_compress_min{0, 18, 18, 0, 18, 18};

using Uuid = std::array<unsigned char, 16>;

struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t least_length = 0;  // of a document that is not empty; 0: all are
  std::uint32_t most_wdf = 0;
  std::uint32_t most_length = 0;
  std::uint32_t oldest_changeset = 0;
  std::uint64_t total_length = 0;
  std::uint32_t most_spelling_frequency = 0;

  bool operator==(const Statistics&) const = default;
};

// The one file that makes a folder a database, and says which state of its tables counts.
struct VersionFile {
  Uuid uuid{};
  std::uint32_t revision = 0;
  std::array<TableRoot, 6> roots;
  Statistics statistics;

  bool operator==(const VersionFile&) const = default;
};

inline constexpr std::string_view version_file_name = "iamglass";
inline constexpr std::string_view temporary_version_file_name = "v.tmp";  // what it is called until it is whole

// The bytes of the file. Throws LimitExceeded for more than readers take, 256.
std::string encode(const VersionFile& version);
// Throws InvalidFile, which names `file`.
VersionFile decode_version_file(std::string_view bytes, std::string_view file = version_file_name);

// That of the database in `folder`. Throws InvalidFile, FileError.
VersionFile read_version_file(FileSystem& files, const std::filesystem::path& folder);
// Puts it in the place of the one there, if any: readers see either. Durable when it returns. Throws LimitExceeded, FileError.
void write_version_file(FileSystem& files, const std::filesystem::path& folder, const VersionFile& version);

}  // namespace jomun::glass
