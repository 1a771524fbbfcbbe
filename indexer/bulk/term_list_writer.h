// Jomun: the table "termlist" of a glass database.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Of each document it has the list of its terms, and which values it has. Only who deletes or replaces a document reads the former.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "indexer/bulk/document_encoder.h"
#include "indexer/bulk/file_system.h"
#include "indexer/bulk/table_writer.h"
#include "indexer/bulk/version_file.h"

namespace jomun::glass {

// FOLDER/termlist.glass and so on.
std::filesystem::path table_path(const std::filesystem::path& folder, Table table);

// Adds what the table has of one document: in ascending order of docids.
void add_to_termlist(TableWriter& table, std::uint32_t docid, const EncodedDocument& document);

// Makes a database of another one's tables, as second names of their files, and a termlist of its own. As replace_directory()
// (replace_directory.h) wants it: of the revision after. Not thread-safe. After an exception only the destructor may be called.
class TermListWriter {
 public:
  // `old` must stay as it is, `files` live, until finish() has returned. Makes the folder `fresh`. Throws FileError; InvalidFile where
  // `old` is no database.
  TermListWriter(std::filesystem::path old, std::filesystem::path fresh, FileSystem& files = operating_system());

  // A document of `old`, in ascending order. Its data are not looked at. Throws as DocumentEncoder::encode(); LimitExceeded, FileError.
  void add(std::uint32_t docid, IndexDocument document);

  // Makes all durable and `fresh` a database, which it is at no moment before. To be called once.
  void finish();

 private:
  std::filesystem::path old_, fresh_;
  FileSystem& files_;
  VersionFile version_;
  DocumentEncoder encoder_;
  TableWriter table_;
};

}  // namespace jomun::glass
