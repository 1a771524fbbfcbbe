// Jomun: the stored records of documents, wherever they are.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "searcher/locations.h"
#include "searcher/server_records.h"

namespace jomun {

// `locations` must outlive it. Not thread-safe.
class RecordReader {
 public:
  explicit RecordReader(const Locations& locations) : locations_(locations) {}

  // To be called when the databases of the locations have been opened again.
  void reconnect() { servers_.clear(); }

  // In the order of their numbers; or those of one server after those of another, each in the order of their numbers. The latter is
  // faster: while the answers of one are used, those of the next come in, and the program need not wake up for each of them.
  enum class Order { ascending, by_server };

  // Calls use(document, record) for each of `documents`, numbers of the joined database. Those of a database are read in ascending order:
  // neighbours share the blocks that Xapian reads, and has to read again when another was read between. What servers have is asked for
  // together. Throws Xapian::Error and what `use` throws.
  template <typename Use>
  void for_each(std::vector<Xapian::docid> documents, Order order, Use use) {
    std::sort(documents.begin(), documents.end());
    const std::span<Xapian::docid> all(documents);
    try {
      for (std::size_t first = 0; first < all.size(); first += ServerRecords::most) {
        const auto some = all.subspan(first, std::min(ServerRecords::most, all.size() - first));
        if (order == Order::by_server) sort_by_server(some);
        ask(some);
        for (const Xapian::docid document : some) use(document, take(document));
      }
    } catch (...) {
      servers_.clear();  // answers that nobody has read would be taken for the next ones
      throw;
    }
  }

 private:
  struct Server {
    std::unique_ptr<ServerRecords> records;  // null: not a server, or one that is asked in Xapian's own way
    std::vector<Xapian::docid> asked;        // its own numbers
  };
  void sort_by_server(std::span<Xapian::docid> documents) const;
  void ask(std::span<const Xapian::docid> documents);
  std::string take(Xapian::docid document);

  const Locations& locations_;
  std::vector<Server> servers_;  // by the number of the open location
};

}  // namespace jomun
