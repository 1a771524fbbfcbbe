// Jomun tests: documents for either writer.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/indexer/bulk/example_documents.h"

#include "tests/indexer/bulk/failing_file_system.h"

namespace jomun::testing {

IndexDocument index_document(const ExampleDocument& document) {
  IndexDocument made;
  std::size_t size = 0;
  for (const auto& [term, wdf] : document.terms) size += term.size();
  made.bytes.reserve(size);  // views stay valid
  for (const auto& [term, wdf] : document.terms) {
    made.bytes.insert(made.bytes.end(), term.begin(), term.end());
    made.terms.push_back({{made.bytes.data() + made.bytes.size() - term.size(), term.size()}, wdf});
  }
  made.values.assign(document.values.begin(), document.values.end());
  made.data = document.data;
  return made;
}

Xapian::Document xapian_document(const ExampleDocument& document) {
  Xapian::Document made;
  for (const auto& [term, wdf] : document.terms) made.add_term(term, wdf);
  for (const auto& [slot, value] : document.values) made.add_value(slot, value);
  made.set_data(document.data);
  return made;
}

void write_bulk(const ExampleDatabase& database, const std::string& path, glass::DatabaseOptions options) {
  options.first_docid = database.first_docid;
  FailingFileSystem without_sync({});
  if (options.files == nullptr) options.files = &without_sync;
  glass::DatabaseWriter writer(path, options);
  for (const ExampleDocument& document : database.documents) writer.add(index_document(document));
  for (const auto& [key, value] : database.metadata) writer.set_metadata(key, value);
  writer.finish();
}

void write_api(const ExampleDatabase& database, const std::string& path) {
  Xapian::WritableDatabase writer(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
  std::uint32_t docid = database.first_docid;
  for (const ExampleDocument& document : database.documents) writer.replace_document(docid++, xapian_document(document));
  for (const auto& [key, value] : database.metadata) writer.set_metadata(key, value);
  writer.commit();
}

}  // namespace jomun::testing
