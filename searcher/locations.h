// Jomun: the databases that are searched as one, and what happens when one of them does not answer.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/shards.h"
#include "searcher/search.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// Not thread-safe.
class Locations {
 public:
  // Opens what `names` stand for (see Searcher). Throws SearchError.
  Locations(const std::vector<std::string>& names, const OpenOptions& options);

  // All as one: the same object as long as *this lives, whichever databases are behind it.
  const Xapian::Database& database() const { return database_; }
  // Those that answer, in the order in which Xapian interleaves their documents: document d is document (d - 1) / n + 1 of number (d - 1) %
  // n.
  struct Open {
    const IndexPart* part;
    Xapian::Database database;
  };
  const std::vector<Open>& open() const { return open_; }
  Tokenizer& tokenizer() { return *tokenizer_; }
  // Names of those that do not answer; empty unless OpenOptions::partial.
  const std::vector<std::string>& missing() const { return missing_; }
  // What to call the whole in a message.
  std::string name() const { return names_.size() == 1 ? names_.front() : names_.empty() ? "" : names_.front() + " and others"; }
  // Whether one of them is on another machine, or may be.
  bool is_remote() const { return is_remote_; }
  double timeout() const { return options_.timeout; }

  // Goes to the newest state, and now and then asks again those that did not answer. Whether anything is different, then. Throws
  // Xapian::Error.
  bool reopen();
  // After a Xapian::NetworkError: opens all again. Throws SearchError: one does not answer, and partial
  // answers are not wanted; or none does.
  void connect();

 private:
  Xapian::Database open_checked(const IndexPart& part);
  void check(const std::string& name, const Xapian::Database& database);

  std::vector<std::string> names_;
  OpenOptions options_;
  std::vector<IndexPart> parts_;
  std::vector<Open> open_;
  std::vector<std::string> missing_;
  std::chrono::steady_clock::time_point connected_;
  bool is_remote_ = false;
  Xapian::Database database_;
  std::unique_ptr<Tokenizer> tokenizer_;
  std::string tokenizer_of_;  // the first database that was opened, for messages
};

}  // namespace jomun
