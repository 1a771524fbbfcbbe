// Jomun tests: small indexes in folders of their own.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/declaration.h"

namespace jomun::testing {

// A new folder under TempDir(), removed at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  // The path of a file or folder in it.
  std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }
  // Writes a file in it, folders above it included, and returns its path.
  std::string write(std::string_view name, std::string_view content) const;

 private:
  std::string path_;
};

// The version "WORK/LANG" whose clauses are `texts` and have the addresses and labels "1", "2", …
Version make_version(std::string_view name, const std::vector<std::string>& texts);

// Puts `versions` into the index in folder `path`, a new one made with `tokenizer` or the default one, and commits.
void add_versions(const std::string& path, const std::vector<Version>& versions, std::string_view tokenizer = "");

// Writes into the index in folder `path` that this tokenizer made it.
void pretend_tokenizer(const std::string& path, std::string_view tokenizer);

}  // namespace jomun::testing
