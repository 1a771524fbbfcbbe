// Jomun: catalogue.toml, what a folder says of its files.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "corpus/declaration.h"

namespace jomun {

// One file to read and what is known of it.
struct Input {
  std::filesystem::path file;  // as the user would type it
  Metadata metadata;
};

// catalogue.toml is an array of tables, one per file:
//
//   [[version]]
//   file = "002_1c1405d0b061914c.txt"
//   work = "seoul-declaration-2024"
//   language = "ko"
//   title = "…"   issuer = "…"   date = "2024-05-21"   source = "https://…"   status = "unofficial translation"
//
// Throws UnreadableFile (corpus/reader.h) naming the line, also for a key that is not one of these.
std::map<std::string, Metadata> read_catalogue(const std::filesystem::path& catalogue);

// The regular files of `path`: itself, or all below a folder in sorted order, hidden ones and catalogues left out, with the
// metadata of the catalogue beside each. Follows no symbolic links to folders below `path`, and keeps links to nothing, so that they
// are named when they are read. Throws UnreadableFile.
std::vector<Input> find_inputs(const std::filesystem::path& path);

}  // namespace jomun
