// Jomun: the stored records of documents, wherever they are.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/records.h"

#include <utility>

namespace jomun {

void RecordReader::sort_by_server(std::span<Xapian::docid> documents) const {
  const auto count = static_cast<Xapian::docid>(locations_.open().size());
  std::sort(documents.begin(), documents.end(),
            [&](Xapian::docid a, Xapian::docid b) { return std::pair((a - 1) % count, a) < std::pair((b - 1) % count, b); });
}

void RecordReader::ask(std::span<const Xapian::docid> documents) {
  const std::vector<Locations::Open>& open = locations_.open();
  if (servers_.empty()) {
    servers_.resize(open.size());
    for (std::size_t i = 0; i < open.size(); ++i) {
      const IndexPart& part = *open[i].part;
      if (part.kind != IndexPart::Kind::server) continue;
      auto records = std::make_unique<ServerRecords>(part.host, part.port, locations_.timeout());
      if (records->is_understood()) servers_[i].records = std::move(records);
    }
  }
  const auto count = static_cast<Xapian::docid>(open.size());
  for (Server& server : servers_) server.asked.clear();
  for (const Xapian::docid document : documents) {
    Server& server = servers_[(document - 1) % count];
    if (server.records) server.asked.push_back((document - 1) / count + 1);
  }
  for (Server& server : servers_)
    if (!server.asked.empty()) server.records->ask(server.asked);
}

std::string RecordReader::take(Xapian::docid document) {
  const Server& server = servers_[(document - 1) % servers_.size()];
  if (!server.records) return locations_.database().get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
  return server.records->next();
}

}  // namespace jomun
