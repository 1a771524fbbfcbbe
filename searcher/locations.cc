// Jomun: the databases that are searched as one, and what happens when one of them does not answer.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/locations.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "indexer/schema.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// Where one is missing, so long are the others searched without a look whether it is back: a look may take as long as the time-out.
constexpr std::chrono::seconds ask_again(10);
constexpr int open_tries = 5;

}  // namespace

Locations::Locations(const std::vector<std::string>& names, const OpenOptions& options) : names_(names), options_(options) {
  for (const std::string& name : names_) {
    std::vector<IndexPart> parts = parts_of(name);
    if (parts.empty()) throw SearchError(fmt::format("{}: lists no database; write lines like: auto FOLDER", name));
    for (IndexPart& part : parts) {
      is_remote_ |= part.kind != IndexPart::Kind::folder;
      parts_.push_back(std::move(part));
    }
  }
  connect();
  if (!tokenizer_) tokenizer_ = make_tokenizer();
}

void Locations::check(const std::string& name, const Xapian::Database& database) {
  schema::check_schema(database);
  if (!tokenizer_) {
    tokenizer_ = schema::make_tokenizer_of(database);
    tokenizer_of_ = name;
  }
  if (const std::string other = schema::tokenizer_name(database); other != tokenizer_->name())
    throw SearchError(fmt::format("{}: made with the tokenizer \"{}\", but {} with \"{}\"; search them one at a time", name, other,
                                  tokenizer_of_, tokenizer_->name()));
}

// A writer may commit twice before anything has been read.
Xapian::Database Locations::open_checked(const IndexPart& part) {
  for (int attempt = 1;; ++attempt) {
    try {
      Xapian::Database database = open_part(part, options_.timeout);
      check(part.name, database);
      return database;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == open_tries) throw;
    }
  }
}

void Locations::connect() {
  std::vector<Open> open;
  std::vector<std::string> missing;
  for (const IndexPart& part : parts_) {
    try {
      if (part.kind == IndexPart::Kind::folder && !std::filesystem::exists(part.name))
        throw SearchError(fmt::format("{}: there is no index; make one with: jomun-index --index {} add FILES", part.name, part.name));
      open.push_back({&part, open_checked(part)});
    } catch (const Xapian::NetworkError& error) {
      const std::string problem = fmt::format("{}: does not answer ({})", part.name, describe(error));
      if (!options_.partial)
        throw SearchError(fmt::format("{}; start {} there, or leave it out with --partial", problem,
                                      part.kind == IndexPart::Kind::program ? "xapian-progsrv" : "xapian-tcpsrv"));
      missing.push_back(part.name);
      if (missing.size() == parts_.size()) throw SearchError(problem + ", and there is no other; start xapian-tcpsrv there");
    } catch (const Xapian::Error& error) {
      throw SearchError(
          fmt::format("{}: cannot be opened ({}); run jomun-index check, and if it is damaged make it again", part.name, error.get_msg()));
    } catch (const schema::IncompatibleIndex& error) {
      throw SearchError(fmt::format("{}: {}", part.name, error.what()));
    } catch (const BrokenTokenizer& error) {
      throw SearchError(fmt::format("{}: {}", part.name, error.what()));
    }
  }
  open_ = std::move(open);
  missing_ = std::move(missing);
  connected_ = std::chrono::steady_clock::now();
  database_ = Xapian::Database();
  for (const Open& one : open_) database_.add_database(one.database);
}

bool Locations::reopen() {
  if (!missing_.empty() && std::chrono::steady_clock::now() - connected_ > ask_again) {
    connect();
    return true;
  }
  try {
    return database_.reopen();
  } catch (const Xapian::DatabaseCorruptError&) {
    // As it looks where another database takes the place of this one meanwhile: open_part() tells.
    connect();
    return true;
  }
}

}  // namespace jomun
