// Jomun: puts a new database in the place of one that is in use.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <string_view>

#include "indexer/bulk/file_system.h"

namespace jomun::glass {

inline constexpr std::string_view lock_file_name = "flintlock";  // in a database's folder
inline constexpr std::string_view replaced_suffix = ".replaced";

// Puts the finished database in folder `fresh` in the place of that in folder `old`, which may be a link to one, and deletes what was
// there. REQUIRES: both are on the same file system. `fresh` has the revision of `old` + 1: readers that have `old` open go on reading it
// until they reopen() and tell by the revision that there is something new. The caller holds the lock of `old`, by a
// Xapian::WritableDatabase without changes, and closes it afterwards: as both share the file that is locked, no other writer comes in
// between. Throws FileError: `old` is as it was, or replaced. At every moment one of both is there; only where the file system cannot
// exchange folders, between two calls, `old` may be called OLD.replaced.
void replace_directory(const std::filesystem::path& old, const std::filesystem::path& fresh, FileSystem& files = operating_system());

}  // namespace jomun::glass
