// Jomun tests: databases written at once beside the same written by Xapian.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/bulk/database_writer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "tests/indexer/bulk/compare_databases.h"
#include "tests/indexer/bulk/example_documents.h"
#include "tests/indexer/small_index.h"

namespace jomun {
namespace {

using namespace std::string_literals;
using glass::DatabaseOptions;
using testing::differences;
using testing::ExampleDatabase;
using testing::ExampleDocument;
using testing::Folder;
using testing::problems;
using testing::write_api;
using testing::write_bulk;

constexpr DatabaseOptions many_runs{.memory = 2000};

// Bytes that do not compress, always the same.
std::string noise(std::size_t size, std::uint32_t seed = 1) {
  std::string bytes(size, '\0');
  for (char& byte : bytes) {
    seed = seed * 1664525 + 1013904223;
    byte = static_cast<char>(seed >> 24);
  }
  return bytes;
}

ExampleDocument with_data(std::string data) { return {.terms = {{"a", 1}}, .data = std::move(data)}; }

// `count` documents with some terms of a few, so that lists differ in length.
std::vector<ExampleDocument> plain_documents(std::size_t count) {
  std::vector<ExampleDocument> documents(count);
  for (std::size_t i = 0; i < count; ++i) {
    ExampleDocument& document = documents[i];
    for (std::size_t step = 1; step < 200; step = step * 3 + 1)
      if (i % step == 0) document.terms["every " + std::to_string(step)] = static_cast<std::uint32_t>(1 + i % 5);
    document.terms["Q" + std::to_string(i)] = 0;
    document.values = {{0, std::to_string(20200000 + i % 366)}, {3, noise(8, static_cast<std::uint32_t>(i))}};
    document.data = "document " + std::to_string(i);
  }
  return documents;
}

// Documents whose one entry, of either table, is of each of some sizes.
std::vector<ExampleDocument> sized_data(std::size_t from, std::size_t to) {
  std::vector<ExampleDocument> documents;
  for (std::size_t size = from; size <= to; ++size) documents.push_back(with_data(noise(size, static_cast<std::uint32_t>(size))));
  return documents;
}

std::vector<ExampleDocument> long_termlists() {
  std::vector<ExampleDocument> documents;
  for (std::size_t count = 0; count < 2000; count = count * 4 / 3 + 1) {
    ExampleDocument document;
    for (std::size_t i = 0; i < count; ++i)
      document.terms[noise(7, static_cast<std::uint32_t>(i + 1))] = static_cast<std::uint32_t>(i % 300);
    documents.push_back(document);
  }
  return documents;
}

std::vector<ExampleDocument> repeated(std::size_t count, const ExampleDocument& document) {
  return std::vector<ExampleDocument>(count, document);
}

struct Case {
  const char* name;
  ExampleDatabase database;
};

std::vector<Case> cases() {
  const std::string long_term(245, 'x');
  std::vector<Case> all;
  all.push_back({"nothing at all", {}});
  all.push_back({"metadata only", {.metadata = {{"key", "value"}}}});
  all.push_back({"one empty document", {.documents = {{}}}});
  all.push_back({"empty among others", {.documents = {{}, {.terms = {{"a", 1}}}, {}, {.data = "data only"}, {.values = {{7, "v"}}}, {}}}});
  all.push_back({"boolean terms only", {.documents = {{.terms = {{"Qa", 0}, {"Qb", 0}}}}}});
  all.push_back({"plain", {.documents = plain_documents(1000), .metadata = {{"a", "1"}, {"b", noise(10000)}}}});
  all.push_back(
      {"terms with zero bytes",
       {.documents = {{.terms = {{"\0"s, 1}, {"\0\0"s, 2}, {"a", 1}, {"a\0"s, 1}, {"a\0\0b"s, 3}, {"a\0b"s, 1}, {"a\xFF", 1}, {"b", 1}}},
                      {.terms = {{"\0a"s, 1}, {"a\0"s, 2}, {"a\1", 1}}}}}});
  all.push_back({"a term whose chunks stand before one with a zero byte",
                 {.documents = repeated(5000, {.terms = {{"a", 1}, {"a\0"s, 1}, {"a\0\xFF"s, 1}, {"a\1", 1}}})}});
  all.push_back({"terms of 245 bytes",
                 {.documents = repeated(1500, {.terms = {{long_term, 1}, {long_term.substr(1) + "y", 300}, {long_term.substr(1), 126}}})}});
  all.push_back({"245 bytes, of them 10 zeros", {.documents = {{.terms = {{std::string(10, '\0') + std::string(235, 'x'), 1}}}}}});
  all.push_back({"wdf of every size",
                 {.documents = {{.terms = {{"a", 0}, {"b", 1}, {"c", 125}, {"d", 126}, {"e", 127}, {"f", 128}, {"g", 1u << 31}}},
                                {.terms = {{"aaaaaaaaaaaa", 20}, {"aaaaaaaaaaab", 19}, {"aaaaaaaaaaac", 18}}}}}});
  all.push_back({"data around one component", {.documents = sized_data(2000, 2100)}});
  all.push_back({"data around two components", {.documents = sized_data(4040, 4100)}});
  all.push_back(
      {"data of many components", {.documents = {with_data(noise(100000)), with_data("x"), with_data(std::string(1000000, 'y'))}}});
  all.push_back({"termlists of every size", {.documents = long_termlists()}});
  all.push_back({"bytes 2000 of one and of two a posting",
                 {.documents = repeated(2500, {.terms = {{"one", 1}, {"two", 128}, {"three", 1u << 14}}})}});
  all.push_back({"docids around 2^15", {.documents = plain_documents(2000), .first_docid = 0x8000 - 1000}});
  all.push_back({"docids around 2^22", {.documents = plain_documents(1000), .first_docid = 0x400000 - 500}});
  all.push_back({"values over chunks",
                 {.documents = repeated(700, {.values = {{0, "equal"},
                                                         {1, noise(100)},
                                                         {127, "b"},
                                                         {128, "c"},
                                                         {255, "d"},
                                                         {256, "e"},
                                                         {65536, "f"},
                                                         {std::numeric_limits<unsigned>::max() - 1, "g"}}})}});
  all.push_back(
      {"long values", {.documents = {{.values = {{0, noise(1999)}}}, {.values = {{0, noise(2000)}}}, {.values = {{0, noise(9000)}}}}}});
  all.push_back({"metadata with long and odd keys",
                 {.metadata = {{std::string(253, 'k'), noise(50000)}, {"\0"s, "zero"}, {"\xFF", "last"}, {"a\0b"s, "x"}}}});
  return all;
}

void expect_same(const ExampleDatabase& database, const DatabaseOptions& options) {
  const Folder folder;
  write_bulk(database, folder / "bulk", options);
  write_api(database, folder / "api");
  EXPECT_EQ(problems(folder / "bulk"), "");
  EXPECT_EQ(differences(Xapian::Database(folder / "bulk"), Xapian::Database(folder / "api")), "");
}

TEST(DatabaseWriter, SaysTheSameAsXapian) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    expect_same(one.database, {});
  }
}

TEST(DatabaseWriter, SaysTheSameMergedFromRuns) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    expect_same(one.database, many_runs);
  }
}

TEST(DatabaseWriter, SaysTheSameAfterCompaction) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const Folder folder;
    write_bulk(one.database, folder / "bulk");
    write_api(one.database, folder / "api");
    Xapian::Database(folder / "bulk").compact(folder / "compact");
    EXPECT_EQ(problems(folder / "compact"), "");
    Xapian::Database(folder / "api").compact(folder / "api-compact");
    EXPECT_EQ(differences(Xapian::Database(folder / "compact"), Xapian::Database(folder / "api-compact")), "");
  }
}

// Replaces, deletes and adds, at both ends and in between, so that full blocks split and chunks change.
void update(const std::string& path) {
  Xapian::WritableDatabase database(path, Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  const Xapian::docid last = database.get_lastdocid();
  const Xapian::docid step = std::max<Xapian::docid>(1, static_cast<Xapian::docid>(database.get_doccount() / 330));
  std::vector<Xapian::docid> present;
  for (auto docid = database.postlist_begin(""); docid != database.postlist_end(""); ++docid) present.push_back(*docid);
  const std::vector<ExampleDocument> others = plain_documents(50);
  std::size_t other = 0;
  for (std::size_t i = 0; i < present.size(); i += step) {
    if (i / step % 2 == 0)
      database.delete_document(present[i]);
    else
      database.replace_document(present[i], xapian_document(others[other++ % others.size()]));
  }
  for (int i = 0; i < 330; ++i) database.add_document(xapian_document(others[other++ % others.size()]));
  for (int i = 1; last > 1000 && i < 330; ++i)
    database.replace_document(last / 2 + static_cast<Xapian::docid>(i), xapian_document(others[other++ % others.size()]));
  database.set_metadata("after", "update");
  database.commit();
}

TEST(DatabaseWriter, SaysTheSameAfterUpdates) {
  for (const Case& one : cases()) {
    SCOPED_TRACE(one.name);
    const Folder folder;
    write_bulk(one.database, folder / "bulk");
    write_api(one.database, folder / "api");
    update(folder / "bulk");
    update(folder / "api");
    EXPECT_EQ(problems(folder / "bulk"), "");
    EXPECT_EQ(differences(Xapian::Database(folder / "bulk"), Xapian::Database(folder / "api")), "");
  }
}

TEST(DatabaseWriter, SyncsAsTheSystemDoes) {
  const Folder folder;
  const ExampleDatabase database{.documents = plain_documents(100)};
  write_bulk(database, folder / "bulk", {.files = &glass::operating_system()});
  write_api(database, folder / "api");
  EXPECT_EQ(differences(Xapian::Database(folder / "bulk"), Xapian::Database(folder / "api")), "");
}

// What needs no list of a document's terms is there without.
TEST(DatabaseWriter, MayLeaveOutListsOfTerms) {
  const Folder folder;
  const ExampleDatabase database{.documents = plain_documents(3000), .metadata = {{"key", "value"}}};
  write_bulk(database, folder / "with");
  write_bulk(database, folder / "without", {.instead_of_terms = "X"});
  EXPECT_LT(std::filesystem::file_size(folder / "without/termlist.glass"), std::filesystem::file_size(folder / "with/termlist.glass"));
  EXPECT_EQ(problems(folder / "without"), "");
  const Xapian::Database with(folder / "with"), without(folder / "without");
  Xapian::Query query(Xapian::Query::OP_OR, Xapian::Query("every 4"), Xapian::Query("every 13"));
  query = {Xapian::Query::OP_FILTER, query, Xapian::Query(Xapian::Query::OP_VALUE_RANGE, 0, "20200010", "20200200")};
  Xapian::Enquire one(with), other(without);
  one.set_query(query);
  other.set_query(query);
  const Xapian::MSet expected = one.get_mset(0, 3000), found = other.get_mset(0, 3000);
  ASSERT_GT(expected.size(), 100u);
  ASSERT_EQ(found.size(), expected.size());
  for (Xapian::doccount i = 0; i < found.size(); ++i) {
    EXPECT_EQ(*found[i], *expected[i]);
    EXPECT_EQ(found[i].get_weight(), expected[i].get_weight());
    EXPECT_EQ(found[i].get_document().get_data(), expected[i].get_document().get_data());
    EXPECT_EQ(found[i].get_document().values_count(), expected[i].get_document().values_count());
    EXPECT_EQ(found[i].get_document().get_value(3), expected[i].get_document().get_value(3));
  }
  Xapian::Database(folder / "without").compact(folder / "compact");
  EXPECT_EQ(problems(folder / "compact"), "");
  // What Xapian adds it can delete.
  Xapian::WritableDatabase writer(folder / "without", Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
  EXPECT_EQ(writer.add_document(xapian_document(database.documents[0])), 3001u);
  writer.commit();
  EXPECT_EQ(problems(folder / "without"), "");
  EXPECT_EQ(writer.get_document(3001).termlist_count(), database.documents[0].terms.size());
  writer.delete_document(3001u);
  writer.commit();
  EXPECT_EQ(problems(folder / "without"), "");
}

TEST(DatabaseWriter, MergesWithOthers) {
  const Folder folder;
  write_bulk({.documents = plain_documents(3000)}, folder / "first");
  write_bulk({.documents = long_termlists()}, folder / "second");
  write_api({.documents = plain_documents(3000)}, folder / "first-api");
  write_api({.documents = long_termlists()}, folder / "second-api");
  for (const std::string suffix : {"", "-api"}) {
    Xapian::Database both(folder / ("first" + suffix));
    both.add_database(Xapian::Database(folder / ("second" + suffix)));
    both.compact(folder / ("both" + suffix));
  }
  EXPECT_EQ(problems(folder / "both"), "");
  EXPECT_EQ(differences(Xapian::Database(folder / "both"), Xapian::Database(folder / "both-api")), "");
}

// Random ones.

rc::Gen<std::string> short_bytes() { return rc::gen::container<std::string>(rc::gen::elementOf(std::string("\0\1a\xE5\xFF", 5))); }

rc::Gen<ExampleDocument> document() {
  const auto term = rc::gen::nonEmpty(rc::gen::scale(0.2, short_bytes()));
  const auto wdf = rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 4), rc::gen::inRange<std::uint32_t>(0, 40000));
  const auto slot = rc::gen::oneOf(rc::gen::inRange<unsigned>(0, 4), rc::gen::inRange<unsigned>(0, 70000));
  return rc::gen::build<ExampleDocument>(
      rc::gen::set(&ExampleDocument::terms, rc::gen::container<std::map<std::string, std::uint32_t>>(term, wdf)),
      rc::gen::set(&ExampleDocument::values,
                   rc::gen::scale(0.1, rc::gen::container<std::map<unsigned, std::string>>(slot, rc::gen::nonEmpty(short_bytes())))),
      rc::gen::set(&ExampleDocument::data, rc::gen::map(rc::gen::pair(rc::gen::inRange<std::size_t>(0, 3), short_bytes()),
                                                        [](const std::pair<std::size_t, std::string>& part) {
                                                          return part.second + noise(part.first * part.first * 700);
                                                        })));
}

RC_GTEST_PROP(DatabaseWriter, SaysTheSameOfAnyDocuments, ()) {
  ExampleDatabase database;
  database.documents = *rc::gen::container<std::vector<ExampleDocument>>(document());
  database.metadata = *rc::gen::scale(
      0.1, rc::gen::container<std::map<std::string, std::string>>(rc::gen::nonEmpty(short_bytes()), rc::gen::nonEmpty(short_bytes())));
  DatabaseOptions options;
  options.memory = *rc::gen::elementOf(std::vector<std::size_t>{1, 300, 2000, 20000, 1000000});
  options.revision = *rc::gen::inRange<std::uint32_t>(1, 1000);
  const Folder folder;
  write_bulk(database, folder / "bulk", options);
  write_api(database, folder / "api");
  RC_ASSERT(problems(folder / "bulk") == "");
  RC_ASSERT(differences(Xapian::Database(folder / "bulk"), Xapian::Database(folder / "api")) == "");
}

}  // namespace
}  // namespace jomun
