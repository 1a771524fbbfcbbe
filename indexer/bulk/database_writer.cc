// Jomun: writes a whole glass database at once.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/database_writer.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <random>
#include <stdexcept>
#include <utility>

#include "indexer/bulk/encoding.h"
#include "indexer/bulk/errors.h"
#include "indexer/bulk/replace_directory.h"
#include "indexer/bulk/term_list_writer.h"

namespace jomun::glass {
namespace {

constexpr std::string_view postings_scratch = "postings.tmp", values_scratch = "values.tmp", lengths_scratch = "lengths.tmp";

Uuid random_uuid() {
  std::random_device random;
  Uuid uuid;
  for (unsigned char& byte : uuid) byte = static_cast<unsigned char>(random());
  uuid[6] = static_cast<unsigned char>(0x40 | (uuid[6] & 0x0F));  // version 4: random
  uuid[8] = static_cast<unsigned char>(0x80 | (uuid[8] & 0x3F));
  return uuid;
}

}  // namespace

bool may_be_of_database(std::string_view name) {
  constexpr std::string_view others[] = {version_file_name, temporary_version_file_name, lock_file_name, postings_scratch, values_scratch,
                                         lengths_scratch,   term_lists_scratch};
  if (std::find(std::begin(others), std::end(others), name) != std::end(others)) return true;
  // "changes12", and "changestmp" while it is written: what Xapian keeps for copies of revision 12. Where it is not there, they are sent
  // the whole database.
  if (constexpr std::string_view changes = "changes"; name.starts_with(changes) && name.size() > changes.size())
    return name.substr(changes.size()) == "tmp" || name.find_first_not_of("0123456789", changes.size()) == std::string_view::npos;
  return name.ends_with(table_suffix) &&
         std::find(table_names.begin(), table_names.end(), name.substr(0, name.size() - table_suffix.size())) != table_names.end();
}

DocumentEncoder DatabaseWriter::encoder() const { return DocumentEncoder(options_.instead_of_terms); }

DatabaseWriter::DatabaseWriter(std::filesystem::path folder, DatabaseOptions options)
    : folder_(std::move(folder)),
      options_(std::move(options)),
      files_(options_.files ? *options_.files : operating_system()),
      encoder_(encoder()),
      postlist_(files_, table_path(folder_, postlist), options_.revision, usual_compress_min[postlist], true),
      docdata_(files_, table_path(folder_, docdata), options_.revision, usual_compress_min[docdata], false),
      termlist_(files_, table_path(folder_, termlist), options_.revision, usual_compress_min[termlist], true),
      inverter_(files_, folder_ / postings_scratch, options_.memory),
      values_(files_, folder_ / values_scratch),
      lengths_(files_, folder_ / lengths_scratch),
      length_list_([this](std::string_view key, std::string_view tag) { lengths_.add(key, tag); }),
      next_docid_(options_.first_docid) {
  if (options_.first_docid == 0) throw std::invalid_argument("docids begin with 1");
  // Xapian's check calls one of revision 0 that has documents damaged, and empties its termlist.
  if (options_.revision == 0) throw std::invalid_argument("revisions begin with 1");
  files_.create_folder(folder_);
  if (files_.exists(folder_ / version_file_name))
    throw InvalidFile(folder_.string() + ": a database is there already; give another folder");
  length_list_.begin(document_lengths_key, document_lengths_key, 0, 0);
}

DatabaseWriter::~DatabaseWriter() {
  if (finished_) return;
  // The version file first: from then on nothing here is a database.
  for (const std::filesystem::path& path : {folder_ / version_file_name, folder_ / temporary_version_file_name,
                                            table_path(folder_, postlist), table_path(folder_, docdata), table_path(folder_, termlist)})
    try {
      files_.remove(path);
    } catch (const FileError&) {
      break;  // whoever stopped has a reason of his own to tell
    }
}

std::uint32_t DatabaseWriter::add(const EncodedDocument& encoded) {
  if (next_docid_ > std::numeric_limits<std::uint32_t>::max())
    throw LimitExceeded("a database has at most 4,294,967,295 documents; index less at once");
  const auto docid = static_cast<std::uint32_t>(next_docid_++);
  add_to_termlist(termlist_, docid, encoded);
  if (!encoded.data.empty()) {
    key_.clear();
    append_sortint(key_, docid);
    docdata_.add(key_, encoded.data);
  }
  for (const auto& [slot, value] : encoded.document.values) values_.add(docid, slot, value);
  length_list_.add(docid, encoded.length);
  inverter_.add(docid, encoded.document.terms);

  ++statistics_.documents;
  statistics_.last_docid = docid;
  statistics_.total_length += encoded.length;
  statistics_.most_length = std::max(statistics_.most_length, encoded.length);
  if (encoded.length > 0 && (statistics_.least_length == 0 || encoded.length < statistics_.least_length))
    statistics_.least_length = encoded.length;
  for (const auto& [term, wdf] : encoded.document.terms) statistics_.most_wdf = std::max(statistics_.most_wdf, wdf);
  return docid;
}

void DatabaseWriter::set_metadata(std::string_view key, std::string_view value) {
  if (key.empty()) throw std::invalid_argument("a key of metadata is empty");
  if (metadata_key.size() + key.size() > longest_key)
    throw LimitExceeded("a key of metadata is longer than " + std::to_string(longest_key - metadata_key.size()) + " bytes; shorten it");
  if (value.empty()) {
    if (const auto found = metadata_.find(key); found != metadata_.end()) metadata_.erase(found);
    return;
  }
  metadata_.insert_or_assign(std::string(key), value);
}

// In order of the keys.
void DatabaseWriter::write_postlist() {
  for (const auto& [key, value] : metadata_) postlist_.add(std::string(metadata_key) + key, value);
  values_.finish(postlist_);
  if (statistics_.documents > 0) length_list_.end();
  const auto add = [this](std::string_view key, std::string_view tag) { postlist_.add(key, tag); };
  lengths_.for_each_sorted(add);
  PostingList terms(add);
  inverter_.finish(terms);
}

void DatabaseWriter::finish() {
  write_postlist();
  VersionFile version;
  version.uuid = options_.uuid ? *options_.uuid : random_uuid();
  version.revision = options_.revision;
  version.statistics = statistics_;
  for (const Table table : {position, spelling, synonym}) version.roots[table].compress_min = usual_compress_min[table];
  version.roots[postlist] = postlist_.finish();
  version.roots[docdata] = docdata_.finish();
  version.roots[termlist] = termlist_.finish();
  table_bytes_ = {postlist_.bytes(), docdata_.bytes(), termlist_.bytes()};
  write_version_file(files_, folder_, version);
  finished_ = true;
}

}  // namespace jomun::glass
