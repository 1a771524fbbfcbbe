// Jomun: the folder of an index, and what is beside it while a new one is being written.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <stdexcept>

namespace jomun {

// A folder cannot be replaced without harm. what() is "what is wrong; what to do".
class IrreplaceableFolder : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Where the new database that will replace the one in `folder` is written. No slash at the end.
std::filesystem::path building_folder(const std::filesystem::path& folder);

// Replacing a folder deletes all that is in the old one, and all that is where the new one is written. Throws IrreplaceableFolder where
// that is more than a database, or than what a killed program has left of one; where `folder` is the current directory, which would be a
// folder that is deleted then; std::filesystem::filesystem_error.
void require_replaceable(const std::filesystem::path& folder);

// Shares the lock of the index in `folder` with the new database that is being made in `building`. Early: a file system that has no second
// names for files, or another one, would make replacing the folder impossible. And what is in `building` is from now on for those eyes only
// that may see the index. Throws glass::FileError and as give_rights_of().
void share_lock(const std::filesystem::path& folder, const std::filesystem::path& building);

// Removes what a killed program has left beside the index in `folder`, whose lock the caller has. What else has such a name stays.
void remove_leftovers(const std::filesystem::path& folder) noexcept;

// Where a program was killed while the index had another name, see replace_directory() (indexer/bulk/replace_directory.h), gives it its
// name back.
void restore_index(const std::filesystem::path& folder) noexcept;

// Gives a folder and the files in it the owner of another folder, as far as this user can, and the folder its permissions. Throws
// std::filesystem::filesystem_error where those cannot be given.
void give_rights_of(const std::filesystem::path& other, const std::filesystem::path& folder);

}  // namespace jomun
