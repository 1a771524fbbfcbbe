// Jomun: the table "termlist" of a glass database.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/term_list_writer.h"

#include <utility>

#include "indexer/bulk/encoding.h"

namespace jomun::glass {
namespace {

VersionFile following(VersionFile version) {
  ++version.revision;
  return version;
}

}  // namespace

std::filesystem::path table_path(const std::filesystem::path& folder, Table table) {
  return folder / std::string(table_names[table]).append(table_suffix);
}

void add_to_termlist(TableWriter& table, std::uint32_t docid, const EncodedDocument& document) {
  std::string key;
  append_sortint(key, docid);
  table.add(key, document.terms);
  if (document.slots.empty()) return;
  key += '\0';
  table.add(key, document.slots);
}

TermListWriter::TermListWriter(std::filesystem::path old, std::filesystem::path fresh, FileSystem& files)
    : old_(std::move(old)),
      fresh_(std::move(fresh)),
      files_(files),
      version_(following(read_version_file(files_, old_))),
      table_(files_, table_path(fresh_, termlist), version_.revision, usual_compress_min[termlist], true) {
  files_.create_folder(fresh_);
}

void TermListWriter::add(std::uint32_t docid, IndexDocument document) {
  add_to_termlist(table_, docid, encoder_.encode(std::move(document)));
}

void TermListWriter::finish() {
  version_.roots[termlist] = table_.finish();
  for (const Table table : {postlist, docdata, position, spelling, synonym})
    if (const std::filesystem::path file = table_path(old_, table); files_.exists(file)) files_.link(file, table_path(fresh_, table));
  write_version_file(files_, fresh_, version_);
}

}  // namespace jomun::glass
