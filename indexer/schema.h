// Jomun: the index on disk: terms, values, stored record, metadata. The only description of them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One Xapian document is one clause. Nothing has positions: phrases are checked on the stored text.
//
//   term         what
//   安全 safety   a word, bigram or unigram of the text, or of the title and headings, as the tokenizer gives it. Lower case only,
//                so that no prefix below can be met
//   Zsafeti      a stem of the same
//   S安全         a word, bigram or unigram of title or headings                                        title:安全
//   A…           the same of the issuer                                                              issuer:oecd
//   Lzh-hans     the language, lower case                                                            language:zh-Hans
//   XW:work      the work                                                                            work:seoul-declaration-2024
//   XV:work/lang the version; all documents of one are replaced together
//   XP:…         a hash of "work#path", the path within its work, whatever the language: finds counterparts
//   XN:label     the label as printed, without white space and final full stop, lower case           label:第十九条
//   XM:must      a modality of the text (corpus/modality.h)                                          modality:must
//   Q…           a hash of the citation
//
//   value        what
//   0 date       YYYYMMDD, "20230000" where only the year is known; empty: unknown
//   1 work, 2 language                                                                               for counting by facet
//
//   metadata                 what
//   jomun:schema             schema_version
//   jomun:tokenizer          Tokenizer::name(); nothing but that tokenizer fits the index
//   jomun:version:WORK/LANG  VersionRecord
//   jomun:file:PATH          FileRecord of a file that was added; only the indexer looks at it. PATH is absolute
//
// A term, and the key of a file, is at most max_index_term bytes; what would be longer is cut and given a hash of the whole
// (bounded_term()). What nearly every document has of its own is eight bytes of hash (hashed_term()): as they stand, citations and paths
// would be a quarter of the postings. Two of them may have the same hash, so whoever looks one up compares the stored record.
//
// Searching never asks which terms a document has. An index that was written as a whole has no lists of them, which would be as large as
// the rest, but `no_terms` as the only one in each: they are made when a document is to be removed for the first time
// (indexer/term_lists.h). What Xapian adds has its list.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/modality.h"
#include "tokenizers/mapped_text.h"
#include "tokenizers/tokenizer.h"

namespace Xapian {
class Database;
}

namespace jomun::schema {

inline constexpr std::string_view version = "4";
inline constexpr std::size_t max_index_term = 245;  // bytes; glass's limit

inline constexpr std::string_view stem_prefix = "Z", title_prefix = "S", issuer_prefix = "A", language_prefix = "L",
                                  work_prefix = "XW:", version_prefix = "XV:", path_prefix = "XP:", label_prefix = "XN:",
                                  modality_prefix = "XM:", citation_prefix = "Q";
inline constexpr std::string_view no_terms = "X";  // without postings
enum Slot : unsigned { date_slot = 0, work_slot = 1, language_slot = 2 };
inline constexpr std::string_view schema_key = "jomun:schema", tokenizer_key = "jomun:tokenizer",
                                  version_key = "jomun:version:", file_key = "jomun:file:";

// The index term of a token: its text, with the stem prefix for a stem.
std::string index_term(TokenKind kind, std::string_view text);
// prefix + value, at most max_index_term bytes, different for different values.
std::string bounded_term(std::string_view prefix, std::string_view value);
// prefix + stable_hash(value) (indexer/likeness.h) as eight bytes of any kind.
std::string hashed_term(std::string_view prefix, std::string_view value);
std::string language_term(std::string_view language);
// Alike for "4.", "4" and for "第 19 條", "第19條".
std::string label_term(std::string_view label);
// "2024-05-21", "2024-05", "2024" as the value of date_slot; "" for anything else.
std::string date_value(std::string_view date);

// The stored record of a document.
struct StoredClause {
  std::string citation, work, language, title, issuer, date, status, label, address;
  std::vector<std::string> path;        // headings, outermost first
  std::vector<std::string> modalities;  // names of corpus/modality.h, in its order
  std::uint64_t length = 0;             // of the document, in terms: Xapian has it too, but not near
  std::uint64_t likeness = 0;           // of the text, Likeness::bits() (indexer/likeness.h): the same text elsewhere
  Span source;                          // bytes of the extracted text
  MappedText text;
};
std::string encode(const StoredClause& clause);

// The same for writing: views of what must live as long.
struct ClauseFields {
  std::string_view citation, work, language, title, issuer, date, status, label, address;
  std::span<const std::string> path;
  std::span<const std::string_view> modalities;
  std::uint64_t length, likeness;
  Span source;
  const MappedText* text;  // never null
};
std::string encode(const ClauseFields& clause);
// Throws CorruptRecord.
StoredClause decode_clause(std::string_view record);

// What ranking, sorting and counting need of the same: views into `record`, which must outlive it. What is behind them is not looked at:
// damage there is found when the whole is decoded.
struct ClauseView {
  std::string_view citation, work, language, title, issuer, date, address, text;
  std::vector<std::string_view> path;
  Modalities modalities;
  std::uint64_t length = 0, likeness = 0;
};
// Throws CorruptRecord.
void view_clause(std::string_view record, ClauseView& clause);

// What is known of a version as a whole.
struct VersionRecord {
  std::string title, issuer, date, status, source_url;
  std::string file;  // it was read from, its absolute path; "-": standard input
  std::size_t clauses = 0;
};
std::string encode(const VersionRecord& record);
VersionRecord decode_version(std::string_view record);

// What a file was when it was read. While it stays so it need not be read again. Every version it gave names the file in turn: where one
// of them is removed, or replaced by that of another file, the record goes too.
struct FileRecord {
  std::string path;  // the whole of it
  std::uint64_t size = 0;
  std::uint64_t modified = 0;  // nanoseconds since 1970; 0: so recent that it may have been written to once more without a trace
  std::uint64_t content = 0;   // stable_hash() of its bytes
  std::uint64_t circumstances =
      0;  // stable_hash() of all else that decides what comes of it: options, the catalogue, this program's version
  std::vector<std::string> versions;  // names
};
std::string encode(const FileRecord& record);
// Throws CorruptRecord.
FileRecord decode_file(std::string_view record);

class CorruptRecord : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// An index made by another schema or tokenizer. what() is "what is wrong; what to do": the command that rebuilds it, or --plugin.
class IncompatibleIndex : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
// Throws IncompatibleIndex unless `database` was written by this schema.
void check_schema(const Xapian::Database& database);

// The name of the tokenizer an index was made with.
std::string tokenizer_name(const Xapian::Database& database);
// That tokenizer. Throws IncompatibleIndex where there is none of that name (tokenizers/registry.h); BrokenTokenizer.
std::unique_ptr<Tokenizer> make_tokenizer_of(const Xapian::Database& database);
// Throws IncompatibleIndex unless the index was made with `tokenizer`, which somebody asks for.
void check_tokenizer(const Xapian::Database& database, std::string_view tokenizer);

// The version_prefix term of the document with this citation; "": it is of no version that is listed; nothing: there is no such document.
// Throws Xapian::Error, CorruptRecord.
std::optional<std::string> version_term_of(const Xapian::Database& database, std::string_view citation);

// Where programs look for an index: $JOMUN_INDEX, else $XDG_DATA_HOME/jomun/index, else ~/.local/share/jomun/index.
std::string default_index();

}  // namespace jomun::schema
