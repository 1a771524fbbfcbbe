// Jomun: what Xapian makes of clauses by itself, for scripts/compare.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: stock_index DIR FILE
//
// Makes the database DIR of the clauses in FILE, each a document: terms and positions by TermGenerator with FLAG_CJK_NGRAM and the English
// stemmer, the citation and the text as its data. All is as Xapian has it by default. FILE: CITATION \x1F TEXT \x1E, as often as there are
// clauses. Prints how many these were.

#include <xapian.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

void index(const std::string& folder, const std::string& file) {
  std::ifstream clauses(file, std::ios::binary);
  if (!clauses) throw std::runtime_error(file + " cannot be opened");
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE);
  Xapian::TermGenerator generator;
  generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  generator.set_stemmer(Xapian::Stem("en"));
  for (std::string clause; std::getline(clauses, clause, '\x1E');) {
    const std::size_t end = clause.find('\x1F');
    if (end == std::string::npos) throw std::runtime_error(file + " has a clause without a citation");
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(Xapian::Utf8Iterator(clause.data() + end + 1, clause.size() - end - 1));
    document.set_data(clause);
    database.add_document(document);
  }
  database.commit();
  std::cout << database.get_doccount() << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc != 3) throw std::runtime_error("usage: stock_index DIR FILE");
  index(argv[1], argv[2]);
  return 0;
} catch (const Xapian::Error& error) {
  std::cerr << "stock_index: " << error.get_description() << '\n';
  return 2;
} catch (const std::exception& error) {
  std::cerr << "stock_index: " << error.what() << '\n';
  return 2;
}
