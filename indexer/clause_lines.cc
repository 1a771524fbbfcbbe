// Jomun: jomun-index preview and export: clauses as JSON Lines.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <nlohmann/json.hpp>
#include <ostream>

#include "corpus/modality.h"
#include "indexer/index_commands.h"
#include "indexer/index_reader.h"
#include "indexer/inputs.h"

namespace jomun {
namespace {

using nlohmann::ordered_json;

void print_line(std::ostream& out, const ordered_json& line) {
  out << line.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << '\n';
}

void preview_version(std::ostream& out, const Version& version) {
  const Metadata& metadata = version.metadata;
  const auto own = [](const std::string& value, const std::string& inherited) { return value.empty() ? inherited : value; };
  for (const Clause& clause : version.clauses) {
    const std::string language = own(clause.language, metadata.language);
    print_line(out, {{"citation", version.citation(clause)},
                     {"work", metadata.work},
                     {"language", language},
                     {"title", own(clause.title, metadata.title)},
                     {"issuer", own(clause.issuer, metadata.issuer)},
                     {"date", own(clause.date, metadata.date)},
                     {"status", metadata.status},
                     {"source_url", metadata.source_url},
                     {"label", clause.label},
                     {"path", clause.path},
                     {"text", clause.text.text()},
                     {"modality", find_modalities(clause.text.text(), language).names()},
                     {"source", {{"begin", clause.source.begin}, {"end", clause.source.end}}}});
  }
}

// What the version has as a whole.
ordered_json version_fields(const schema::VersionRecord& record) {
  return {{"title", record.title},
          {"issuer", record.issuer},
          {"date", record.date},
          {"status", record.status},
          {"source_url", record.source_url}};
}

ordered_json published(const schema::StoredClause& clause) {
  ordered_json pieces = ordered_json::array();
  for (const MappedText::Piece& piece : clause.text.pieces()) {
    ordered_json original = nullptr;
    if (piece.original != MappedText::inserted) original = piece.original;
    pieces.push_back(ordered_json::array({piece.begin, original}));
  }
  return {{"begin", clause.source.begin}, {"end", clause.source.end}, {"pieces", pieces}};
}

ordered_json exported(const std::string& version, const schema::VersionRecord& record, const schema::StoredClause& clause) {
  ordered_json line;
  if (clause.citation != version + "#" + clause.address) line["id"] = clause.citation;
  line.update(ordered_json{{"work", clause.work},
                           {"language", clause.language},
                           {"title", clause.title},
                           {"issuer", clause.issuer},
                           {"date", clause.date},
                           {"status", clause.status},
                           {"source_url", record.source_url},
                           {"label", clause.label},
                           {"address", clause.address},
                           {"path", clause.path},
                           {"text", clause.text.text()},
                           {"published", published(clause)}});
  return line;
}

}  // namespace

int preview_command(const IndexOptions& options, IndexStreams streams) {
  Inputs inputs(options, streams);
  inputs.for_each<std::vector<Version>>([&](const Inputs::Task& task) { return inputs.read(task); },
                                        [&](const std::string&, std::vector<Version>& versions) {
                                          for (const Version& version : versions) preview_version(streams.out, version);
                                          return true;
                                        });
  return inputs.exit_code();
}

int export_command(const IndexOptions& options, IndexStreams streams) {
  std::string version;  // whose clauses have begun
  for_each_clause(options.index, [&](const ListedVersion& listed, const schema::StoredClause* clause) {
    ordered_json line;
    if (clause == nullptr) {
      const std::size_t slash = listed.name.rfind('/');
      line = {{"work", listed.name.substr(0, slash)}, {"language", listed.name.substr(slash + 1)}};
    } else {
      line = exported(listed.name, listed.record, *clause);
    }
    if (version != listed.name) line["version"] = version_fields(listed.record);
    version = listed.name;
    print_line(streams.out, line);
  });
  return 0;
}

}  // namespace jomun
