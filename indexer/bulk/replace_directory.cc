// Jomun: puts a new database in the place of one that is in use.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/replace_directory.h"

#include "indexer/bulk/errors.h"

namespace jomun::glass {
namespace {

// Of an absolute path that may end in a slash.
std::filesystem::path real_path(const std::filesystem::path& path) {
  std::error_code error;
  std::filesystem::path real = std::filesystem::canonical(path, error);
  if (error) throw FileError(path.string(), "opened", error);
  return real;
}

}  // namespace

void replace_directory(const std::filesystem::path& old, const std::filesystem::path& fresh, FileSystem& files) {
  const std::filesystem::path place = real_path(old), source = real_path(fresh);
  if (files.exists(place / lock_file_name)) files.link(place / lock_file_name, source / lock_file_name);
  files.sync_folder(source);
  std::filesystem::path replaced = source;
  if (!files.exchange(source, place)) {
    replaced = place;
    replaced += replaced_suffix;
    files.remove_folder(replaced);
    files.rename(place, replaced);
    try {
      files.rename(source, place);
    } catch (const FileError&) {
      files.rename(replaced, place);
      throw;
    }
  }
  files.sync_folder(place.parent_path());
  if (source.parent_path() != place.parent_path()) files.sync_folder(source.parent_path());
  files.remove_folder(replaced);
}

}  // namespace jomun::glass
