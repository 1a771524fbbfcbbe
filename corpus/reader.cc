// Jomun: from a published file to its versions.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/reader.h"

#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/bilingual.h"
#include "corpus/composition.h"
#include "corpus/excerpts.h"
#include "corpus/formats/encodings.h"
#include "corpus/formats/extract.h"
#include "corpus/formats/format.h"
#include "corpus/front_matter.h"
#include "corpus/input_bytes.h"
#include "corpus/lines.h"
#include "corpus/page.h"
#include "corpus/paragraphs.h"
#include "corpus/provenance.h"
#include "corpus/splitter.h"
#include "tokenizers/language.h"

namespace jomun {
namespace {

// The language of the paragraphs taken together; `otherwise` where they do not tell.
std::string language_of(const Paragraphs& paragraphs, const std::string& otherwise) {
  // Enough to tell, and bounded. Line ends count.
  constexpr std::size_t sample = 1 << 15;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < paragraphs.size() && bytes + i <= sample; ++i) bytes += paragraphs[i].text.size();
  const std::string_view language = detect_language(paragraphs.text().substr(0, bytes));
  if (!language.empty()) return std::string(language);
  return otherwise.empty() ? "und" : otherwise;
}

// A version per language, in order of first appearance.
std::vector<Version> by_language(std::vector<Clause> clauses, const Metadata& metadata) {
  std::vector<Version> versions;
  std::unordered_map<std::string, std::size_t> index;
  for (Clause& clause : clauses) {
    const auto [found, added] = index.emplace(clause.language, versions.size());
    if (added) {
      versions.push_back({metadata, {}});
      versions.back().metadata.language = clause.language;
    }
    versions[found->second].clauses.push_back(std::move(clause));
  }
  return versions;
}

// Text as the pipeline takes it, composed.
struct Text {
  std::string_view utf8;
  std::size_t begin = 0;     // behind a byte order mark
  bool wrapped = true;       // see ExtractedText
  bool may_be_page = false;  // pasted from a browser with all its menus
  Granularity granularity = Granularity::article;
};

void fill(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

// A text in one language. What the text says of itself is nearer to it than what a program has noted in the file.
Version read_version(const Paragraphs& paragraphs, Metadata metadata, const Metadata& found, Granularity granularity) {
  const FrontMatter front = read_front_matter(paragraphs);
  const auto signature = find_signature(paragraphs);
  fill(metadata.language, language_of(paragraphs, found.language));
  fill(metadata.title, front.title);
  fill(metadata.title, found.title);
  fill(metadata.issuer, front.issuer);
  if (signature) fill(metadata.issuer, signature->issuer);
  fill(metadata.issuer, found.issuer);
  fill(metadata.date, front.date);
  fill(metadata.date, found.date);
  if (signature) fill(metadata.date, signature->date);
  fill(metadata.source_url, found.source_url);
  fill(metadata.source_url, front.source_url);
  fill(metadata.status, front.status);
  // Notes below the text.
  constexpr std::size_t last = 3, longest_note = 400;
  for (std::size_t i = std::max(front.paragraphs, paragraphs.size() - std::min(last, paragraphs.size())); i < paragraphs.size(); ++i) {
    const std::string_view line = paragraphs[i].text;
    if (line.size() > longest_note) continue;
    const Provenance note = read_provenance(line);
    fill(metadata.source_url, note.source_url);
    if (note.translation) fill(metadata.status, "unofficial translation");
  }
  Version version{std::move(metadata), split_clauses(paragraphs, front.paragraphs, granularity)};
  for (Clause& clause : version.clauses) clause.language = version.metadata.language;
  return version;
}

std::vector<Line> lines_of(const Text& text, PageHead& head) {
  std::vector<Line> lines = split_lines(text.utf8, text.begin);
  return text.may_be_page ? body_of_page(text.utf8, std::move(lines), head) : lines;
}

std::vector<Version> read_composed(const Text& text, std::string_view name, const Metadata& given, const Metadata& found) {
  PageHead head;
  const Paragraphs paragraphs(text.utf8, lines_of(text, head), text.wrapped);
  Metadata metadata = given;
  if (metadata.work.empty()) metadata.work = work_from_name(std::filesystem::path(name).stem().string());
  if (is_page_of_excerpts(paragraphs)) {
    fill(metadata.issuer, found.issuer);
    fill(metadata.source_url, found.source_url);
    std::vector<Clause> clauses = split_excerpts(paragraphs);
    const std::string fallback = language_of(paragraphs, found.language);
    for (Clause& clause : clauses) {
      if (!given.language.empty()) clause.language = given.language;
      if (clause.language.empty()) clause.language = fallback;
    }
    return by_language(std::move(clauses), metadata);
  }
  Metadata noted = found;
  fill(noted.title, head.title);
  fill(noted.date, head.date);
  std::vector<Version> versions;
  if (given.language.empty())
    for (const std::vector<std::size_t>& part : part_by_language(paragraphs))
      versions.push_back(read_version(Paragraphs(paragraphs, part), metadata, noted, text.granularity));
  if (versions.empty()) versions.push_back(read_version(paragraphs, metadata, noted, text.granularity));
  // What does not depend on the language is often printed once.
  for (Version& version : versions)
    for (const Version& other : versions) {
      fill(version.metadata.date, other.metadata.date);
      fill(version.metadata.source_url, other.metadata.source_url);
    }
  return versions;
}

std::vector<Version> read_any(const Text& text, std::string_view name, const Metadata& given, const Metadata& found) {
  if (!may_be_decomposed(text.utf8)) return read_composed(text, name, given, found);
  const MappedText composed = compose(text.utf8);
  Text whole = text;
  whole.utf8 = composed.text();
  std::vector<Version> versions = read_composed(whole, name, given, found);
  for (Version& version : versions)
    for (Clause& clause : version.clauses) map_to_original(clause, composed);
  return versions;
}

}  // namespace

std::vector<Version> read_text(std::string_view utf8, std::string_view name, const Metadata& given, Granularity granularity) {
  return read_any({utf8, check_text(utf8), true, true, granularity}, name, given, {});
}

std::vector<Version> read_document(std::string_view bytes, std::string_view name, const Metadata& given, Granularity granularity) {
  const Format format = detect_format(bytes, std::filesystem::path(name).extension().string());
  if (format == Format::json_lines) return read_json_lines(to_utf8(bytes, "").text, name, given);
  if (format == Format::text) return read_text(to_utf8(bytes, "").text, name, given, granularity);
  const ExtractedText extracted = extract_text(bytes, format);
  return read_any({extracted.text, check_text(extracted.text), extracted.wrapped, false, granularity}, name, given, extracted.found);
}

std::vector<Version> read_file(const std::filesystem::path& file, const Metadata& given, Granularity granularity) {
  return read_document(read_bytes(file), file.filename().string(), given, granularity);
}

}  // namespace jomun
