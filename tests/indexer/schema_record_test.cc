// Jomun tests: what is stored of a clause and of a version comes back, and damage is told.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "indexer/schema.h"

namespace jomun::schema {
namespace {

// 人工智能 published as 人(rén)工智能, and a line joined to it.
StoredClause example() {
  StoredClause clause;
  clause.citation = "work/zh-Hans#annex.2";
  clause.work = "work";
  clause.language = "zh-Hans";
  clause.title = "宣言";
  clause.issuer = "OECD";
  clause.date = "2024-05-21";
  clause.status = "unofficial translation";
  clause.label = "第二条";
  clause.address = "annex.2";
  clause.path = {"第一章", "", "总则"};
  clause.modalities = {"must", "may"};
  clause.length = 300;
  clause.likeness = 0x0123456789ABCDEF;
  clause.source = {100, 131};
  const std::string published = "人(rén)工智能\n安全";
  clause.text.append(published, 0, 3);
  clause.text.append(published, 9, 18);
  clause.text.insert(" ");
  clause.text.append(published, 19, 25);
  return clause;
}

MappedText arbitrary_text() {
  const auto original = *rc::gen::arbitrary<std::string>();
  MappedText text;
  for (std::size_t at = 0; at < original.size();) {
    const std::size_t begin = *rc::gen::inRange<std::size_t>(at, original.size());
    const std::size_t end = *rc::gen::inRange<std::size_t>(begin, original.size() + 1);
    text.append(original, begin, end);
    if (*rc::gen::arbitrary<bool>()) text.insert(*rc::gen::arbitrary<std::string>());
    at = end + 1;
  }
  return text;
}

StoredClause arbitrary_clause() {
  StoredClause clause;
  for (std::string* field : {&clause.citation, &clause.work, &clause.language, &clause.title, &clause.issuer, &clause.date, &clause.status,
                             &clause.label, &clause.address})
    *field = *rc::gen::arbitrary<std::string>();
  if (*rc::gen::arbitrary<bool>()) clause.citation = clause.work + "/" + clause.language + "#" + clause.address;
  clause.path = *rc::gen::arbitrary<std::vector<std::string>>();
  clause.modalities = *rc::gen::arbitrary<std::vector<std::string>>();
  clause.length = *rc::gen::arbitrary<std::uint32_t>();
  clause.likeness = *rc::gen::arbitrary<std::uint64_t>();
  clause.source.begin = *rc::gen::inRange<std::size_t>(0, std::size_t{1} << 40);
  clause.source.end = clause.source.begin + *rc::gen::inRange<std::size_t>(0, std::size_t{1} << 20);
  clause.text = arbitrary_text();
  return clause;
}

bool equal(const StoredClause& a, const StoredClause& b) {
  const auto fields = [](const StoredClause& c) {
    return std::tie(c.citation, c.work, c.language, c.title, c.issuer, c.date, c.status, c.label, c.address, c.path, c.modalities, c.length,
                    c.likeness, c.source, c.text.text(), c.text.pieces());
  };
  return fields(a) == fields(b);
}

bool equal(const VersionRecord& a, const VersionRecord& b) {
  const auto fields = [](const VersionRecord& r) { return std::tie(r.title, r.issuer, r.date, r.status, r.source_url, r.file, r.clauses); };
  return fields(a) == fields(b);
}

// Round trips.

TEST(StoredClause, ComesBack) {
  EXPECT_TRUE(equal(decode_clause(encode(example())), example()));
  EXPECT_TRUE(equal(decode_clause(encode(StoredClause())), StoredClause()));
}

RC_GTEST_PROP(StoredClause, AnyComesBack, ()) {
  const StoredClause clause = arbitrary_clause();
  RC_ASSERT(equal(decode_clause(encode(clause)), clause));
}

RC_GTEST_PROP(ClauseView, SeesWhatIsDecoded, ()) {
  const std::string record = encode(arbitrary_clause());
  const StoredClause clause = decode_clause(record);
  ClauseView view;
  view.path = {"of", "another", "clause"};
  view_clause(record, view);
  RC_ASSERT(std::tie(view.citation, view.work, view.language, view.title, view.issuer, view.date) ==
            std::tie(clause.citation, clause.work, clause.language, clause.title, clause.issuer, clause.date));
  RC_ASSERT(std::tie(view.length, view.likeness) == std::tie(clause.length, clause.likeness));
  RC_ASSERT(view.text == clause.text.text());
  RC_ASSERT(std::vector<std::string>(view.path.begin(), view.path.end()) == clause.path);
}

// What the citation says is not stored again.
TEST(StoredClause, IsShorterWhereItsCitationNamesIt) {
  StoredClause clause = example();
  clause.citation = clause.work + "/" + clause.language + "#" + clause.address;
  const std::string told = encode(clause);
  clause.citation.back() = '?';
  EXPECT_EQ(told.size() + clause.work.size() + clause.language.size() + clause.address.size() + 2, encode(clause).size());
}

// Views of damaged records are inside them, or there are none.
RC_GTEST_PROP(ClauseView, OfDamagedRecords, ()) {
  std::string record = encode(arbitrary_clause());
  record[*rc::gen::inRange<std::size_t>(0, record.size())] = *rc::gen::arbitrary<char>();
  record.resize(*rc::gen::inRange<std::size_t>(0, record.size() + 1));
  ClauseView view;
  try {
    view_clause(record, view);
  } catch (const CorruptRecord&) {
    return;
  }
  for (const std::string_view field : {view.citation, view.work, view.language, view.address, view.text})
    RC_ASSERT(field.data() + field.size() <= record.data() + record.size());
  for (const std::string_view heading : view.path) RC_ASSERT(heading.data() + heading.size() <= record.data() + record.size());
}

RC_GTEST_PROP(VersionRecord, AnyComesBack,
              (const std::string& title, const std::string& date, const std::string& file, std::size_t clauses)) {
  const VersionRecord record{title, "issuer", date, "", "https://example.org", file, clauses};
  RC_ASSERT(equal(decode_version(encode(record)), record));
}

// Damage. What still decodes must hold together: highlighting asks it for any span.

void decode_damaged(const std::string& record) {
  try {
    const StoredClause clause = decode_clause(record);
    const std::size_t size = clause.text.text().size();
    for (std::size_t i = 0; i <= size; ++i) RC_ASSERT(clause.text.original({i, size}).begin <= clause.text.original({i, size}).end);
  } catch (const CorruptRecord&) {
  }
}

TEST(CorruptRecord, EveryTruncation) {
  const std::string clause = encode(example());
  for (std::size_t size = 0; size < clause.size(); ++size) EXPECT_THROW(decode_clause(clause.substr(0, size)), CorruptRecord) << size;
  const std::string version = encode(VersionRecord{"title", "issuer", "2024", "", "", "file", 300});
  for (std::size_t size = 0; size < version.size(); ++size) EXPECT_THROW(decode_version(version.substr(0, size)), CorruptRecord) << size;
  const FileRecord record{"/path", 300, ~std::uint64_t{0}, 1, 2, {"a/en", "b/ko"}};
  const std::string file = encode(record);
  const FileRecord again = decode_file(file);
  EXPECT_EQ(std::tie(again.path, again.size, again.modified, again.content, again.circumstances, again.versions),
            std::tie(record.path, record.size, record.modified, record.content, record.circumstances, record.versions));
  for (std::size_t size = 0; size < file.size(); ++size) EXPECT_THROW(decode_file(file.substr(0, size)), CorruptRecord) << size;
}

TEST(CorruptRecord, BytesTooMany) {
  EXPECT_THROW(decode_clause(encode(example()) + '\0'), CorruptRecord);
  EXPECT_THROW(decode_version(encode(VersionRecord()) + '\0'), CorruptRecord);
  EXPECT_THROW(decode_file(encode(FileRecord()) + '\0'), CorruptRecord);
}

TEST(CorruptRecord, NumbersBeyondAnyMemory) {
  using namespace std::string_literals;
  const std::string huge = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01"s, endless = std::string(11, '\xFF');
  for (const std::string& number : {huge, endless}) {
    EXPECT_THROW(decode_clause(number), CorruptRecord);                                            // the length of a string
    EXPECT_THROW(decode_clause(std::string(10, '\0') + number), CorruptRecord);                    // the number of headings
    EXPECT_THROW(decode_clause(std::string(13, '\0') + number), CorruptRecord);                    // the number of pieces
    EXPECT_THROW(decode_clause("\0\0\0\0\0\0\0\0\0\1a\0\0\0\1"s + number + "\1"), CorruptRecord);  // where a piece begins
  }
}

RC_GTEST_PROP(CorruptRecord, AnyByteChanged, ()) {
  std::string record = encode(*rc::gen::arbitrary<bool>() ? example() : arbitrary_clause());
  for (int changes = *rc::gen::inRange(1, 4); changes > 0; --changes)
    record[*rc::gen::inRange<std::size_t>(0, record.size())] = *rc::gen::arbitrary<char>();
  decode_damaged(record);
}

RC_GTEST_PROP(CorruptRecord, AnyBytes, (const std::string& bytes)) {
  decode_damaged(bytes);
  try {
    decode_version(bytes);
  } catch (const CorruptRecord&) {
  }
}

}  // namespace
}  // namespace jomun::schema
