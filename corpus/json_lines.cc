// Jomun: clauses given one a line as JSON.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/json_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "corpus/dates.h"
#include "corpus/input_bytes.h"
#include "corpus/layout.h"
#include "corpus/reader.h"
#include "tokenizers/characters.h"
#include "tokenizers/language.h"

namespace jomun {
namespace {

using nlohmann::json;

[[noreturn]] void fail(std::size_t line, std::string_view what) { throw UnreadableFile(fmt::format("line {}: {}", line, what)); }

json parse(std::string_view text, std::size_t line) {
  try {
    json object = json::parse(text);
    if (!object.is_object()) fail(line, "not a JSON object; write {\"text\": \"…\"} on one line");
    return object;
  } catch (const json::parse_error& error) {
    fail(line, fmt::format("not JSON at byte {} of the line; write one object a line", error.byte));
  }
}

// The string under `key`, empty when it is missing or null.
std::string take(const json& object, const char* key, std::size_t line) {
  const auto found = object.find(key);
  if (found == object.end() || found->is_null()) return {};
  if (!found->is_string()) fail(line, fmt::format("{} is not a string; put it in quotation marks", key));
  return found->get<std::string>();
}

const std::string& first_of(const std::string& a, const std::string& b) { return a.empty() ? b : a; }

std::size_t take_offset(const json& value, std::string_view name, std::size_t line) {
  if (!value.is_number_unsigned()) fail(line, fmt::format("{} is not a number from 0 on", name));
  return value.get<std::size_t>();
}

// Where a clause stood as published: {"begin": 10, "end": 53, "pieces": [[0, 10], [6, null], [7, 18]]}. A piece is where it begins in text,
// and what byte it was copied from; null: it was put in.
void take_published(const json& published, Clause& clause, std::size_t line) {
  const auto field = [&](const char* key) -> const json& {
    const auto found = published.find(key);
    if (found == published.end()) fail(line, fmt::format("published has no {}", key));
    return *found;
  };
  if (!published.is_object()) fail(line, "published is not an object with begin, end and pieces");
  clause.source = {take_offset(field("begin"), "begin of published", line), take_offset(field("end"), "end of published", line)};
  if (clause.source.end < clause.source.begin) fail(line, "published ends before it begins");
  std::vector<MappedText::Piece> pieces;
  if (!field("pieces").is_array()) fail(line, "pieces of published are not a list");
  for (const json& piece : field("pieces")) {
    if (!piece.is_array() || piece.size() != 2) fail(line, "a piece of published is not a list of two numbers");
    pieces.push_back({take_offset(piece[0], "a piece of published", line),
                      piece[1].is_null() ? MappedText::inserted : take_offset(piece[1], "a piece of published", line)});
  }
  try {
    clause.text = MappedText::from_pieces(clause.text.text(), std::move(pieces));
  } catch (const std::invalid_argument& error) {
    fail(line, fmt::format("the pieces of published do not fit the text: {}", error.what()));
  }
}

// What a line gives for its version and, where it differs from that of the version, for its clause.
struct Entry {
  Metadata metadata;
  std::optional<Metadata> version;  // what the line says of the version as a whole
  bool has_clause = true;
  Clause clause;
};

// Without work and language.
Metadata read_metadata(const json& object, std::size_t line, const Metadata& given) {
  Metadata metadata;
  metadata.title = first_of(given.title, take(object, "title", line));
  metadata.issuer = first_of(given.issuer, take(object, "issuer", line));
  metadata.date = first_of(given.date, take(object, "date", line));
  if (!metadata.date.empty() && !is_iso_date(metadata.date))
    fail(line, fmt::format("\"{}\" is no date; write it as 2024-05-21, 2024-05 or 2024", metadata.date));
  metadata.status = first_of(given.status, take(object, "status", line));
  metadata.source_url = first_of(given.source_url, take(object, "source_url", line));
  return metadata;
}

Entry read_entry(const json& object, std::size_t line, const Metadata& given, const std::string& default_work) {
  Entry entry;
  Clause& clause = entry.clause;
  Metadata& metadata = entry.metadata = read_metadata(object, line, given);
  const std::string text = take(object, "text", line);
  if (const auto version = object.find("version"); version != object.end() && version->is_object()) {
    entry.version = read_metadata(*version, line, given);
    entry.has_clause = object.contains("text");
  }
  if (entry.has_clause && trim(text).empty()) fail(line, "no text; every line needs a field text that is not empty");
  metadata.work = first_of(given.work, take(object, "work", line));
  if (metadata.work.empty()) metadata.work = default_work;
  if (!is_work(metadata.work)) fail(line, fmt::format("work \"{}\" has '/', '#' or white space in it; use '-'", metadata.work));
  metadata.language = first_of(given.language, take(object, "language", line));
  if (metadata.language.empty()) metadata.language = detect_language(text);
  if (metadata.language.empty()) metadata.language = "und";
  if (!is_language_tag(metadata.language))
    fail(line, fmt::format("\"{}\" is no language tag; write one such as zh-Hans", metadata.language));
  clause.id = take(object, "id", line);
  clause.label = take(object, "label", line);
  clause.language = metadata.language;
  clause.address = take(object, "address", line);
  if (clause.address.empty()) clause.address = clause.id.empty() ? fmt::format("l{}", line) : clause.id;
  if (const auto path = object.find("path"); path != object.end() && !path->is_null()) {
    if (!path->is_array()) fail(line, "path is not a list; write [\"heading\", …]");
    for (const json& heading : *path) {
      if (!heading.is_string()) fail(line, "a heading in path is not a string; put it in quotation marks");
      clause.path.push_back(heading.get<std::string>());
    }
  }
  if (std::string section = take(object, "section", line); !section.empty() && (clause.path.empty() || clause.path.back() != section))
    clause.path.push_back(std::move(section));
  clause.text = MappedText::identity(text);
  clause.source = {0, text.size()};
  if (const auto published = object.find("published"); published != object.end() && !published->is_null())
    take_published(*published, clause, line);
  return entry;
}

// The clause keeps what differs from its version.
void settle(Clause& clause, const Metadata& own, const Metadata& version) {
  if (own.title != version.title) clause.title = own.title;
  if (own.issuer != version.issuer) clause.issuer = own.issuer;
  if (own.date != version.date) clause.date = own.date;
}

}  // namespace

JsonLinesReader::JsonLinesReader(std::string_view name, const Metadata& given)
    : given_(given), default_work_(work_from_name(std::filesystem::path(name).stem().string())) {}

std::optional<JsonLinesReader::Line> JsonLinesReader::next(std::string_view line) {
  const std::string_view text = trim(line);
  ++lines_;
  if (text.empty()) return std::nullopt;
  Entry entry = read_entry(parse(text, lines_), lines_, given_, default_work_);
  const std::string version_name = entry.metadata.work + "/" + entry.metadata.language;
  const auto [found, added] = index_.emplace(version_name, versions_.size());
  if (added) versions_.push_back(entry.metadata);
  Metadata& version = versions_[found->second];
  if (entry.version) {
    if (!added) fail(lines_, fmt::format("{} has begun before; version goes on its first line only", version_name));
    version = *entry.version;
    version.work = entry.metadata.work;
    version.language = entry.metadata.language;
  }
  if (!entry.has_clause) return Line{found->second, std::nullopt};
  settle(entry.clause, entry.metadata, version);
  const Clause& clause = entry.clause;
  const auto [earlier, is_new] = first_lines_.emplace(clause.id.empty() ? version_name + "#" + clause.address : clause.id, lines_);
  if (!is_new)
    fail(lines_, fmt::format("{} \"{}\" was used on line {}; give every clause its own", clause.id.empty() ? "address" : "id",
                             clause.id.empty() ? clause.address : clause.id, earlier->second));
  return Line{found->second, std::move(entry.clause)};
}

Clause JsonLinesReader::again(std::string_view line, std::size_t number, std::size_t version) const {
  Entry entry = read_entry(parse(trim(line), number), number, given_, default_work_);
  settle(entry.clause, entry.metadata, versions_[version]);
  return std::move(entry.clause);
}

std::vector<Version> read_json_lines(std::string_view utf8, std::string_view name, const Metadata& given) {
  JsonLinesReader reader(name, given);
  std::vector<Version> versions;
  for (std::size_t at = check_text(utf8); at < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
    std::optional<JsonLinesReader::Line> line = reader.next(utf8.substr(at, end - at));
    at = end + 1;
    if (!line) continue;
    if (line->version == versions.size()) versions.push_back({reader.versions().back(), {}});
    if (line->clause) versions[line->version].clauses.push_back(std::move(*line->clause));
  }
  return versions;
}

}  // namespace jomun
