// Jomun: clauses given one a line as JSON.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

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

// What a line gives for its version and, where it differs from that of the version, for its clause.
struct Entry {
  Metadata metadata;
  Clause clause;
};

Entry read_entry(const json& object, std::size_t line, const Metadata& given, const std::string& default_work) {
  Entry entry;
  Metadata& metadata = entry.metadata;
  Clause& clause = entry.clause;
  const std::string text = take(object, "text", line);
  if (trim(text).empty()) fail(line, "no text; every line needs a field text that is not empty");
  metadata.work = first_of(given.work, take(object, "work", line));
  if (metadata.work.empty()) metadata.work = default_work;
  if (!is_work(metadata.work)) fail(line, fmt::format("work \"{}\" has '/', '#' or white space in it; use '-'", metadata.work));
  metadata.language = first_of(given.language, take(object, "language", line));
  if (metadata.language.empty()) metadata.language = detect_language(text);
  if (metadata.language.empty()) metadata.language = "und";
  if (!is_language_tag(metadata.language))
    fail(line, fmt::format("\"{}\" is no language tag; write one such as zh-Hans", metadata.language));
  metadata.title = first_of(given.title, take(object, "title", line));
  metadata.issuer = first_of(given.issuer, take(object, "issuer", line));
  metadata.date = first_of(given.date, take(object, "date", line));
  if (!metadata.date.empty() && !is_iso_date(metadata.date))
    fail(line, fmt::format("\"{}\" is no date; write it as 2024-05-21, 2024-05 or 2024", metadata.date));
  metadata.status = first_of(given.status, take(object, "status", line));
  metadata.source_url = first_of(given.source_url, take(object, "source_url", line));

  clause.id = take(object, "id", line);
  clause.label = take(object, "label", line);
  clause.language = metadata.language;
  clause.address = clause.id.empty() ? fmt::format("l{}", line) : clause.id;
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
  return entry;
}

// The clause keeps what differs from its version.
void settle(Clause& clause, const Metadata& own, const Metadata& version) {
  if (own.title != version.title) clause.title = own.title;
  if (own.issuer != version.issuer) clause.issuer = own.issuer;
  if (own.date != version.date) clause.date = own.date;
}

}  // namespace

std::vector<Version> read_json_lines(std::string_view utf8, std::string_view name, const Metadata& given) {
  const std::size_t begin = check_text(utf8);
  const std::string default_work = work_from_name(std::filesystem::path(name).stem().string());
  std::vector<Version> versions;
  std::unordered_map<std::string, std::size_t> index;        // of the versions, by name
  std::unordered_map<std::string, std::size_t> first_lines;  // of the addresses, by citation
  std::size_t line = 0;
  for (std::size_t at = begin; at < utf8.size();) {
    const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
    const std::string_view text = trim(utf8.substr(at, end - at));
    at = end + 1;
    ++line;
    if (text.empty()) continue;
    Entry entry = read_entry(parse(text, line), line, given, default_work);
    const std::string version_name = entry.metadata.work + "/" + entry.metadata.language;
    const auto [found, added] = index.emplace(version_name, versions.size());
    if (added) versions.push_back({entry.metadata, {}});
    Version& version = versions[found->second];
    settle(entry.clause, entry.metadata, version.metadata);
    const auto [earlier, is_new] = first_lines.emplace(version.citation(entry.clause), line);
    if (!is_new) fail(line, fmt::format("id \"{}\" was used on line {}; give every clause its own", entry.clause.id, earlier->second));
    version.clauses.push_back(std::move(entry.clause));
  }
  return versions;
}

}  // namespace jomun
