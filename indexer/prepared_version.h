// Jomun: a version ready to be written, whoever writes it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "corpus/declaration.h"
#include "corpus/json_lines_file.h"
#include "indexer/document_builder.h"
#include "indexer/index_document.h"
#include "indexer/ordered_reader.h"
#include "indexer/profile.h"
#include "indexer/schema.h"

namespace jomun {

// The documents of a version in the order of its clauses, some at a time: of a long one only those of some megabytes exist at once.
// For one thread.
class DocumentSource {
 public:
  virtual ~DocumentSource() = default;
  // Puts the next documents in the place of `documents`, one or more; false: there are no more. Throws what building them does.
  virtual bool next(std::vector<IndexDocument>& documents) = 0;
};

struct PreparedVersion {
  std::string name;              // "WORK/LANG"
  schema::VersionRecord record;  // without `file`, which the writer knows
  std::vector<std::string> ids;  // citations of its clauses that were given, and could be those of others
  std::size_t text_bytes = 0;    // of all clauses
  std::unique_ptr<DocumentSource> documents;
};

// Document builders for as many threads as ask at the same time. Thread-safe.
class DocumentBuilders {
 public:
  // `make` is called when there is no free one; it throws for good where there is none to be had. `profile` may be null.
  explicit DocumentBuilders(std::function<std::unique_ptr<Tokenizer>()> make, Profile* profile = nullptr)
      : make_(std::move(make)), profile_(profile) {}

  std::vector<IndexDocument> build(const Version& version, std::size_t first_clause, std::size_t last_clause);
  Profile* profile() const { return profile_; }

 private:
  std::function<std::unique_ptr<Tokenizer>()> make_;
  Profile* profile_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<DocumentBuilder>> free_;
};

// Versions [0, file->versions()) of a file in `order`, whose documents are built, a few megabytes ahead, when they are asked for: of one
// version after the other, in this order. Asking throws what JsonLinesFile::read() does. `builders` must outlive the result. Thread-safe.
std::vector<PreparedVersion> prepare(std::shared_ptr<const JsonLinesFile> file, const std::vector<std::size_t>& order,
                                     DocumentBuilders& builders, std::size_t threads);

// Builds the documents of a short version now, on this thread, those of a long one when they are asked for, on `threads` threads.
// `builders` must outlive the result. Thread-safe.
PreparedVersion prepare(Version version, DocumentBuilders& builders, std::size_t threads);

}  // namespace jomun
