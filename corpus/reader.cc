// Jomun: from a published file to its versions.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/reader.h"

#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/composition.h"
#include "corpus/excerpts.h"
#include "corpus/front_matter.h"
#include "corpus/input_bytes.h"
#include "corpus/lines.h"
#include "corpus/page.h"
#include "corpus/paragraphs.h"
#include "corpus/splitter.h"
#include "tokenizers/language.h"

namespace jomun {
namespace {

// The language of the paragraphs taken together.
std::string language_of(const std::vector<Paragraph>& paragraphs) {
  // Enough to tell, and bounded.
  constexpr std::size_t sample = 1 << 15;
  std::string text;
  for (const Paragraph& paragraph : paragraphs) {
    text += paragraph.text.text();
    text += '\n';
    if (text.size() > sample) break;
  }
  const std::string_view language = detect_language(text);
  return language.empty() ? "und" : std::string(language);
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

std::vector<Version> read_composed(std::string_view utf8, std::size_t begin, std::string_view name, const Metadata& given) {
  const std::vector<Paragraph> paragraphs = join_lines(utf8, body_of_page(utf8, split_lines(utf8, begin)));
  Metadata metadata = given;
  if (metadata.work.empty()) metadata.work = work_from_name(std::filesystem::path(name).stem().string());
  if (is_page_of_excerpts(paragraphs)) {
    std::vector<Clause> clauses = split_excerpts(paragraphs);
    const std::string fallback = language_of(paragraphs);
    for (Clause& clause : clauses) {
      if (!given.language.empty()) clause.language = given.language;
      if (clause.language.empty()) clause.language = fallback;
    }
    return by_language(std::move(clauses), metadata);
  }
  const FrontMatter front = read_front_matter(paragraphs);
  if (metadata.language.empty()) metadata.language = language_of(paragraphs);
  if (metadata.title.empty()) metadata.title = front.title;
  if (metadata.date.empty()) metadata.date = front.date;
  if (metadata.status.empty()) metadata.status = front.status;
  Version version{std::move(metadata), split_clauses(paragraphs, front.paragraphs)};
  for (Clause& clause : version.clauses) clause.language = version.metadata.language;
  std::vector<Version> versions;
  versions.push_back(std::move(version));
  return versions;
}

}  // namespace

std::vector<Version> read_text(std::string_view utf8, std::string_view name, const Metadata& given) {
  const std::size_t begin = check_text(utf8);
  if (!may_be_decomposed(utf8)) return read_composed(utf8, begin, name, given);
  const MappedText composed = compose(utf8);
  std::vector<Version> versions = read_composed(composed.text(), begin, name, given);
  for (Version& version : versions)
    for (Clause& clause : version.clauses) map_to_original(clause, composed);
  return versions;
}

std::vector<Version> read_file(const std::filesystem::path& file, const Metadata& given) {
  const std::string bytes = read_bytes(file);
  const std::string name = file.filename().string();
  return file.extension() == ".jsonl" ? read_json_lines(bytes, name, given) : read_text(bytes, name, given);
}

}  // namespace jomun
