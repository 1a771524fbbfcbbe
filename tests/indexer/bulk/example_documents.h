// Jomun tests: documents for either writer.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "indexer/bulk/database_writer.h"
#include "indexer/index_document.h"

namespace jomun::testing {

struct ExampleDocument {
  std::map<std::string, std::uint32_t> terms{};  // with wdf
  std::map<unsigned, std::string> values{};
  std::string data{};
};

struct ExampleDatabase {
  std::vector<ExampleDocument> documents{};
  std::map<std::string, std::string> metadata{};
  std::uint32_t first_docid = 1;
};

IndexDocument index_document(const ExampleDocument& document);
Xapian::Document xapian_document(const ExampleDocument& document);

// Writes the database to folder `path`: ours, and Xapian's own. Neither syncs, unless `options` have a file system: that takes time.
void write_bulk(const ExampleDatabase& database, const std::string& path, glass::DatabaseOptions options = {});
void write_api(const ExampleDatabase& database, const std::string& path);

}  // namespace jomun::testing
