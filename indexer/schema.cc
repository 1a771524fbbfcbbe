// Jomun: the index on disk: terms, values, stored record, metadata.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/schema.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "indexer/likeness.h"
#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun::schema {
namespace {

// Numbers as base-128 digits, low first; strings as their length and bytes.
class Writer {
 public:
  explicit Writer(std::size_t expected = 0) { bytes_.reserve(expected); }
  void number(std::size_t value) {
    for (; value > 0x7F; value >>= 7) bytes_ += static_cast<char>(0x80 | (value & 0x7F));
    bytes_ += static_cast<char>(value);
  }
  void string(std::string_view value) {
    number(value.size());
    bytes_ += value;
  }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}
  std::size_t number() {
    std::size_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      if (bytes_.empty()) break;
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::size_t>(byte & 0x7F) << shift;
      if (byte < 0x80) return value;
    }
    throw CorruptRecord("a stored record ends too early");
  }
  std::string_view view() {
    const std::size_t size = number();
    if (size > bytes_.size()) throw CorruptRecord("a stored record ends too early");
    const std::string_view value = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return value;
  }
  std::string string() { return std::string(view()); }
  // How many elements of at least one byte may follow: bounds what a damaged count can allocate.
  std::size_t count() {
    const std::size_t value = number();
    if (value > bytes_.size()) throw CorruptRecord("a stored record ends too early");
    return value;
  }
  void end() const {
    if (!bytes_.empty()) throw CorruptRecord("a stored record is longer than it should be");
  }

 private:
  std::string_view bytes_;
};

// "jomun-" of "jomun-2".
std::string_view family(std::string_view tokenizer) {
  const std::size_t last = tokenizer.find_last_not_of("0123456789");
  return last == std::string_view::npos ? tokenizer : tokenizer.substr(0, last + 1);
}

// The command that makes an index again, in a new folder. `tokenizer` empty: with the default one.
std::string rebuild(std::string_view tokenizer = "") {
  const std::string option = tokenizer.empty() || tokenizer == default_tokenizer_name ? "" : fmt::format(" --tokenizer {}", tokenizer);
  return fmt::format("jomun-index --index NEW-FOLDER add{} FILES", option);
}

std::string little_endian(std::uint64_t number) {
  std::string bytes(sizeof number, '\0');
  for (char& byte : bytes) {
    byte = static_cast<char>(number & 0xFF);
    number >>= 8;
  }
  return bytes;
}

// Nearly every citation is WORK/LANGUAGE#ADDRESS: then it says the three, and the record only how long they are. In front of that is 1 +
// the size of the work; 0: the three follow by themselves.
void write_names(Writer& out, std::string_view citation, std::string_view work, std::string_view language, std::string_view address) {
  out.string(citation);
  const std::size_t slash = work.size(), hash = slash + 1 + language.size();
  const bool told = citation.size() == hash + 1 + address.size() && citation.starts_with(work) && citation[slash] == '/' &&
                    citation.substr(slash + 1, language.size()) == language && citation[hash] == '#' && citation.ends_with(address);
  out.number(told ? 1 + slash : 0);
  if (told) return out.number(language.size());
  for (const std::string_view name : {work, language, address}) out.string(name);
}

struct Names {
  std::string_view citation, work, language, address;
};
Names read_names(Reader& in) {
  Names names;
  names.citation = in.view();
  if (const std::size_t told = in.number(); told > 0) {
    const std::size_t slash = told - 1, language = in.number(), size = names.citation.size();
    if (slash >= size || language >= size - slash - 1) throw CorruptRecord("a stored record has a citation that is too short");
    names.work = names.citation.substr(0, slash);
    names.language = names.citation.substr(slash + 1, language);
    names.address = names.citation.substr(slash + 1 + language + 1);
    return names;
  }
  for (std::string_view* name : {&names.work, &names.language, &names.address}) *name = in.view();
  return names;
}

// Whether the document has a term.
bool has_term(const Xapian::Database& database, Xapian::docid document, const std::string& term) {
  auto posting = database.postlist_begin(term);
  posting.skip_to(document);
  return posting != database.postlist_end(term) && *posting == document;
}

// A clause may be in another language than its version, and have a citation that does not name it: then it is looked for in all versions of
// its work.
std::string version_term_of(const Xapian::Database& database, Xapian::docid document, const ClauseView& clause) {
  const std::string of_work = std::string(clause.work) + "/";
  std::string term = bounded_term(version_prefix, of_work + std::string(clause.language));
  if (has_term(database, document, term)) return term;
  const std::string prefix = std::string(version_key) + of_work;
  for (auto key = database.metadata_keys_begin(prefix), end = database.metadata_keys_end(prefix); key != end; ++key) {
    term = bounded_term(version_prefix, (*key).substr(version_key.size()));
    if (has_term(database, document, term)) return term;
  }
  return "";
}

}  // namespace

std::string index_term(TokenKind kind, std::string_view text) {
  return kind == TokenKind::stem ? std::string(stem_prefix).append(text) : std::string(text);
}

std::string bounded_term(std::string_view prefix, std::string_view value) {
  std::string term = std::string(prefix).append(value);
  if (term.size() > max_index_term) {
    const std::string suffix = fmt::format("#{:016x}", stable_hash(term));
    term.resize(max_index_term - suffix.size());
    term += suffix;
  }
  return term;
}

std::string hashed_term(std::string_view prefix, std::string_view value) {
  return std::string(prefix).append(little_endian(stable_hash(value)));
}

std::string language_term(std::string_view language) { return bounded_term(language_prefix, lower_ascii(language)); }

std::string label_term(std::string_view label) {
  std::string compact;
  char bytes[4];
  for (std::size_t offset = 0; offset < label.size();) {
    const Decoded next = decode(label, offset);
    const Character found = character(next.value);
    offset += next.bytes;
    if (found.kind == CharacterClass::space) continue;
    compact.append(bytes, jomun::encode(found.folded != 0 ? found.folded : next.value, bytes));
  }
  for (const std::string_view stop : {".", "．", "。"})
    if (compact.size() > stop.size() && compact.ends_with(stop)) compact.resize(compact.size() - stop.size());
  return bounded_term(label_prefix, compact);
}

std::string date_value(std::string_view date) {
  std::string digits;
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return "";
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') return "";
    if (!dash) digits += date[i];
  }
  digits.resize(8, '0');
  const std::string_view month = std::string_view(digits).substr(4, 2), day = std::string_view(digits).substr(6, 2);
  const bool exists = (month <= "12" && day <= "31") && (date.size() == 4 || month != "00") && (date.size() < 10 || day != "00");
  return exists ? digits : "";
}

namespace {

std::uint64_t read_likeness(std::string_view bytes) {
  if (bytes.size() != sizeof(std::uint64_t)) throw CorruptRecord("a stored record has no likeness");
  std::uint64_t likeness = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) likeness = likeness << 8 | static_cast<unsigned char>(bytes[i]);
  return likeness;
}

}  // namespace

std::string encode(const ClauseFields& clause) {
  constexpr std::size_t usual = 200;  // bytes besides the text
  Writer out(clause.text->text().size() + usual);
  write_names(out, clause.citation, clause.work, clause.language, clause.address);
  for (const std::string_view field :
       {clause.title, clause.issuer, clause.date, clause.status, clause.label, std::string_view(clause.text->text())})
    out.string(field);
  out.number(clause.path.size());
  for (const std::string& heading : clause.path) out.string(heading);
  out.number(clause.modalities.size());
  for (const std::string_view modality : clause.modalities) out.string(modality);
  out.number(clause.length);
  out.string(little_endian(clause.likeness));
  out.number(clause.source.begin);
  out.number(clause.source.end - clause.source.begin);
  out.number(clause.text->pieces().size());
  std::size_t begin = 0, original = 0;  // of the piece before: both ascend, so differences are small
  for (const MappedText::Piece& piece : clause.text->pieces()) {
    out.number(piece.begin - begin);
    out.number(piece.original == MappedText::inserted ? 0 : 1 + piece.original - original);
    begin = piece.begin;
    if (piece.original != MappedText::inserted) original = piece.original;
  }
  return out.take();
}

std::string encode(const StoredClause& clause) {
  const std::vector<std::string_view> modalities(clause.modalities.begin(), clause.modalities.end());
  return encode(ClauseFields{clause.citation, clause.work, clause.language, clause.title, clause.issuer, clause.date, clause.status,
                             clause.label, clause.address, clause.path, modalities, clause.length, clause.likeness, clause.source,
                             &clause.text});
}

StoredClause decode_clause(std::string_view record) {
  Reader in(record);
  StoredClause clause;
  std::string text;
  const Names names = read_names(in);
  clause.citation = names.citation;
  clause.work = names.work;
  clause.language = names.language;
  clause.address = names.address;
  for (std::string* field : {&clause.title, &clause.issuer, &clause.date, &clause.status, &clause.label, &text}) *field = in.string();
  clause.path.resize(in.count());
  for (std::string& heading : clause.path) heading = in.string();
  clause.modalities.resize(in.count());
  for (std::string& modality : clause.modalities) modality = in.string();
  clause.length = in.number();
  clause.likeness = read_likeness(in.view());
  clause.source.begin = in.number();
  clause.source.end = clause.source.begin + in.number();
  std::vector<MappedText::Piece> pieces(in.count());
  std::size_t begin = 0, original = 0;
  for (MappedText::Piece& piece : pieces) {
    begin += in.number();
    const std::size_t step = in.number();
    if (step > 0) original += step - 1;
    piece = {begin, step == 0 ? MappedText::inserted : original};
  }
  in.end();
  try {
    clause.text = MappedText::from_pieces(std::move(text), std::move(pieces));
  } catch (const std::invalid_argument& error) {
    throw CorruptRecord(error.what());
  }
  return clause;
}

void view_clause(std::string_view record, ClauseView& clause) {
  Reader in(record);
  const Names names = read_names(in);
  clause.citation = names.citation;
  clause.work = names.work;
  clause.language = names.language;
  clause.address = names.address;
  std::string_view skipped;
  for (std::string_view* field : {&clause.title, &clause.issuer, &clause.date, &skipped, &skipped, &clause.text}) *field = in.view();
  clause.path.resize(in.count());
  for (std::string_view& heading : clause.path) heading = in.view();
  clause.modalities = {};
  for (std::size_t left = in.count(); left > 0; --left) clause.modalities = clause.modalities | Modalities::of(in.view());
  clause.length = in.number();
  clause.likeness = read_likeness(in.view());
}

std::string encode(const VersionRecord& record) {
  Writer out;
  for (const std::string* field : {&record.title, &record.issuer, &record.date, &record.status, &record.source_url, &record.file})
    out.string(*field);
  out.number(record.clauses);
  return out.take();
}

VersionRecord decode_version(std::string_view bytes) {
  Reader in(bytes);
  VersionRecord record;
  for (std::string* field : {&record.title, &record.issuer, &record.date, &record.status, &record.source_url, &record.file})
    *field = in.string();
  record.clauses = in.number();
  in.end();
  return record;
}

std::string encode(const FileRecord& record) {
  Writer out;
  out.string(record.path);
  for (const std::uint64_t number : {record.size, record.modified, record.content, record.circumstances}) out.number(number);
  out.number(record.versions.size());
  for (const std::string& name : record.versions) out.string(name);
  return out.take();
}

FileRecord decode_file(std::string_view bytes) {
  Reader in(bytes);
  FileRecord record;
  record.path = in.string();
  for (std::uint64_t* number : {&record.size, &record.modified, &record.content, &record.circumstances}) *number = in.number();
  record.versions.resize(in.count());
  for (std::string& name : record.versions) name = in.string();
  in.end();
  return record;
}

void check_schema(const Xapian::Database& database) {
  const std::string schema = database.get_metadata(std::string(schema_key));
  if (schema.empty()) throw IncompatibleIndex("it is a Xapian database, but no index of Jomun; make it again: " + rebuild());
  if (schema != version)
    throw IncompatibleIndex(fmt::format("it has schema {}, this program reads schema {}; make it again: {}", schema, version, rebuild()));
}

std::string tokenizer_name(const Xapian::Database& database) { return database.get_metadata(std::string(tokenizer_key)); }

std::unique_ptr<Tokenizer> make_tokenizer_of(const Xapian::Database& database) {
  const std::string name = tokenizer_name(database);
  const std::span<const TokenizerEntry> all = tokenizers();
  const auto find = [&](auto matches) { return std::find_if(all.begin(), all.end(), matches); };
  if (find([&](const TokenizerEntry& entry) { return entry.name == name; }) != all.end()) return make_tokenizer(name);
  if (name.empty()) throw IncompatibleIndex("it does not say which tokenizer made it; make it again: " + rebuild());
  const auto relative = find([&](const TokenizerEntry& entry) { return family(entry.name) == family(name); });
  if (relative != all.end())
    throw IncompatibleIndex(fmt::format("made with the tokenizer \"{}\", this program has \"{}\"; make it again: {}", name, relative->name,
                                        rebuild(relative->name)));
  throw IncompatibleIndex(
      fmt::format("made with the tokenizer \"{}\", which is not here; load the plug-in that has it with --plugin FILE", name));
}

void check_tokenizer(const Xapian::Database& database, std::string_view tokenizer) {
  if (const std::string name = tokenizer_name(database); name != tokenizer)
    throw IncompatibleIndex(fmt::format("made with the tokenizer \"{}\" and not \"{}\"; leave out --tokenizer, or make another index: {}",
                                        name, tokenizer, rebuild(tokenizer)));
}

std::optional<std::string> version_term_of(const Xapian::Database& database, std::string_view citation) {
  const std::string term = hashed_term(citation_prefix, citation);
  ClauseView clause;
  for (auto posting = database.postlist_begin(term), end = database.postlist_end(term); posting != end; ++posting) {
    const std::string record = database.get_document(*posting, Xapian::DOC_ASSUME_VALID).get_data();
    view_clause(record, clause);
    if (clause.citation == citation) return version_term_of(database, *posting, clause);
  }
  return std::nullopt;
}

std::string default_index() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  if (std::string index = variable("JOMUN_INDEX"); !index.empty()) return index;
  if (std::string data = variable("XDG_DATA_HOME"); !data.empty()) return data + "/jomun/index";
  return variable("HOME") + "/.local/share/jomun/index";
}

}  // namespace jomun::schema
