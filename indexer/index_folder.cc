// Jomun: the folder of an index, and what is beside it while a new one is being written.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <system_error>

#include "indexer/bulk/database_writer.h"
#include "indexer/bulk/replace_directory.h"
#include "indexer/bulk/version_file.h"

namespace jomun {
namespace {

namespace fs = std::filesystem;

fs::path replaced_folder(const fs::path& folder) { return folder.string() + std::string(glass::replaced_suffix); }

// Something in `folder`, or itself, that is not a database's.
std::optional<fs::path> foreign_in(const fs::path& folder) {
  if (!fs::is_directory(fs::symlink_status(folder))) return folder;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (!fs::is_regular_file(entry.symlink_status()) || !glass::may_be_of_database(entry.path().filename().string())) return entry.path();
  return std::nullopt;
}

bool have_one_lock(const fs::path& one, const fs::path& other) {
  std::error_code none;
  return fs::equivalent(one / glass::lock_file_name, other / glass::lock_file_name, none);
}

// Whether `beside` is what a writer of the index in `folder` has left: no database yet, or one that shares its lock.
bool is_left_by(const fs::path& folder, const fs::path& beside) {
  return !foreign_in(beside) && (!fs::exists(beside / glass::version_file_name) || have_one_lock(folder, beside));
}

}  // namespace

fs::path building_folder(const fs::path& folder) { return folder.string() + ".building"; }

void require_replaceable(const fs::path& folder) {
  const auto refuse = [](const fs::path& file) {
    throw IrreplaceableFolder(
        fmt::format("cannot be written anew: {} is no part of it, and would be lost; move it elsewhere", file.string()));
  };
  if (const auto foreign = foreign_in(folder)) refuse(*foreign);
  const fs::path building = building_folder(folder);
  if (fs::exists(fs::symlink_status(building)) && !is_left_by(folder, building)) refuse(foreign_in(building).value_or(building));
  std::error_code gone;  // then it is not this one
  if (fs::equivalent(fs::current_path(gone), folder, gone))
    throw IrreplaceableFolder("is the current directory, and cannot be written anew; change to another one");
}

void share_lock(const fs::path& folder, const fs::path& building) {
  glass::operating_system().link(folder / glass::lock_file_name, building / glass::lock_file_name);
  give_rights_of(folder, building);
}

void remove_leftovers(const fs::path& folder) noexcept try {
  for (const fs::path& beside : {building_folder(folder), replaced_folder(folder)})
    if (fs::exists(fs::symlink_status(beside)) && is_left_by(folder, beside)) fs::remove_all(beside);
} catch (const std::exception&) {
  // What cannot be removed takes up room, and is in nobody's way.
}

void restore_index(const fs::path& folder) noexcept try {
  const fs::path replaced = replaced_folder(folder);
  if (!fs::exists(folder) && fs::exists(replaced / glass::version_file_name) && have_one_lock(replaced, building_folder(folder)))
    fs::rename(replaced, folder);
} catch (const std::exception&) {
  // Opening the index tells what is wrong.
}

void give_rights_of(const fs::path& other, const fs::path& folder) {
  struct stat wanted {};
  if (::stat(other.c_str(), &wanted) != 0)
    throw fs::filesystem_error("cannot be looked at", other, std::error_code(errno, std::generic_category()));
  const auto give = [&](const fs::path& path) {
    struct stat present {};
    if (::lstat(path.c_str(), &present) == 0 && present.st_uid == wanted.st_uid && present.st_gid == wanted.st_gid) return;
    if (::lchown(path.c_str(), wanted.st_uid, wanted.st_gid) == 0) return;
    [[maybe_unused]] const int ignored = ::lchown(path.c_str(), static_cast<uid_t>(-1), wanted.st_gid);
  };
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) give(entry.path());
  give(folder);
  // Last: another owner takes bits away.
  if (const fs::perms permissions = fs::status(other).permissions(); permissions != fs::status(folder).permissions())
    fs::permissions(folder, permissions);
}

}  // namespace jomun
