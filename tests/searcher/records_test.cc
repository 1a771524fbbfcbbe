// Jomun tests: records come from their servers in the order that was asked for.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/records.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "indexer/schema.h"
#include "searcher/locations.h"
#include "tests/indexer/small_index.h"
#include "tests/searcher/xapian_server.h"

namespace jomun {
namespace {

using Order = RecordReader::Order;
using testing::make_version;

// The numbers are those of the joined database: a/en#1, b/en#1, a/en#2, …
TEST(RecordReader, Order) {
  const testing::Folder folder;
  testing::add_versions(folder / "a", {make_version("a/en", {"One.", "Two.", "Three."})});
  testing::add_versions(folder / "b", {make_version("b/en", {"One.", "Two."})});
  const testing::XapianServer a(folder / "a"), b(folder / "b");
  const std::vector<std::string> here = {folder / "a", folder / "b"}, there = {a.location(), b.location()}, mixed = {here[0], there[1]};
  const struct {
    std::vector<Xapian::docid> documents;
    Order order;
    std::string read;
  } table[] = {
      {{5, 2, 1, 4, 3}, Order::ascending, "1 a/en#1, 2 b/en#1, 3 a/en#2, 4 b/en#2, 5 a/en#3, "},
      {{5, 2, 1, 4, 3}, Order::by_server, "1 a/en#1, 3 a/en#2, 5 a/en#3, 2 b/en#1, 4 b/en#2, "},
      {{4, 2}, Order::by_server, "2 b/en#1, 4 b/en#2, "},
      {{}, Order::by_server, ""},
  };
  for (const std::vector<std::string>& names : {here, there, mixed}) {
    const Locations locations(names, {});
    RecordReader reader(locations);
    for (const auto& [documents, order, expected] : table) {
      std::string read;
      reader.for_each(documents, order, [&](Xapian::docid document, const std::string& record) {
        read += std::to_string(document) + " " + schema::decode_clause(record).citation + ", ";
      });
      EXPECT_EQ(read, expected) << names[0] << " " << names[1];
    }
  }
}

}  // namespace
}  // namespace jomun
