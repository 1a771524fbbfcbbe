// Jomun: many stored records from a Xapian server in one round trip.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <memory>
#include <span>
#include <string>

namespace jomun {

// Xapian's own client asks for a document and waits; for the hundreds that are ranked for a query that is
// most of the time it takes, and nearly all of it where the server is far. This asks for many and then reads the answers, over a connection
// of its own, in Xapian's remote protocol (net/remote_protocol.rst of its source). Not thread-safe.
class ServerRecords {
 public:
  // Throws Xapian::NetworkError: it does not answer within `timeout` seconds (0: as long as it likes).
  ServerRecords(const std::string& host, unsigned port, double timeout);
  ~ServerRecords();
  ServerRecords(const ServerRecords&) = delete;
  ServerRecords& operator=(const ServerRecords&) = delete;

  // Whether the server speaks the version of the protocol that this knows, that of Xapian 1.4. If not, nothing below can be used.
  bool is_understood() const;

  static constexpr std::size_t most = 500;  // documents at once: their requests fit into what the system buffers

  // Asks for at most that many, of the newest state. Then next() gives the record of each, in that order, as the answers come in: in
  // between, other servers can be asked, and records be used. All must be taken before more are asked for. Both throw Xapian::NetworkError;
  // next() also Xapian::DatabaseModifiedError where the document is no longer there. After an exception *this is of no use.
  void ask(std::span<const Xapian::docid> documents);
  std::string next();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace jomun
