// Jomun tests: small indexes in folders of their own.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/indexer/small_index.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

#include "indexer/index_writer.h"
#include "indexer/schema.h"

namespace jomun::testing {

Folder::Folder() : path_(::testing::TempDir() + "jomun-XXXXXX") {
  if (mkdtemp(path_.data()) == nullptr) throw std::runtime_error(path_ + ": cannot be made");
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(std::string_view name, std::string_view content) const {
  const std::filesystem::path file = *this / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << content;
  return file.string();
}

Version make_version(std::string_view name, const std::vector<std::string>& texts) {
  Version version;
  version.metadata.work = name.substr(0, name.find('/'));
  version.metadata.language = name.substr(name.find('/') + 1);
  version.metadata.title = "Declaration";
  for (const std::string& text : texts) {
    Clause clause;
    clause.label = clause.address = std::to_string(version.clauses.size() + 1);
    clause.language = version.metadata.language;
    clause.text = MappedText::identity(text);
    clause.source = {0, text.size()};
    version.clauses.push_back(std::move(clause));
  }
  return version;
}

void add_versions(const std::string& path, const std::vector<Version>& versions, std::string_view tokenizer) {
  IndexWriter writer(path, tokenizer);
  for (const Version& version : versions) writer.replace(version, "a file");
  writer.commit();
}

void pretend_tokenizer(const std::string& path, std::string_view tokenizer) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN);
  database.set_metadata(std::string(schema::tokenizer_key), std::string(tokenizer));
  database.commit();
}

}  // namespace jomun::testing
