// Jomun: lexicons of other makers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/lexicon_import.h"

#include <algorithm>
#include <string>
#include <utility>

#include "corpus/formats/encodings.h"
#include "corpus/formats/extracted_text.h"
#include "corpus/layout.h"
#include "corpus/lexicon_formats.h"
#include "tokenizers/ascii.h"
#include "tokenizers/language.h"

namespace jomun {
namespace {

// The tag of the index for a tag of the file: by script, then by region, then by the characters of the form.
std::string language_of(std::string_view tag, std::string_view form) {
  std::string lower = lower_ascii(tag);
  std::replace(lower.begin(), lower.end(), '_', '-');
  const auto has = [&](std::string_view part) { return ("-" + lower + "-").find("-" + std::string(part) + "-") != std::string::npos; };
  const std::string primary = lower.substr(0, lower.find('-'));
  if (primary == "zh" || primary == "cmn") {
    if (has("hant") || (!has("hans") && (has("tw") || has("hk") || has("mo")))) return "zh-Hant";
    if (has("hans") || has("cn") || has("sg")) return "zh-Hans";
    const std::string_view seen = detect_language(form);
    return seen.starts_with("zh") ? std::string(seen) : "zh-Hans";
  }
  if (!primary.empty() && primary != "und") return primary;
  const std::string_view seen = detect_language(form);
  return seen.empty() ? "und" : std::string(seen);
}

}  // namespace

void ConceptList::add(const std::string& id, std::size_t line, std::string_view form, std::string_view tag) {
  form = trim(form);
  if (form.empty()) return;
  const auto [found, is_new] = by_id_.emplace(id, concepts_.size());
  if (is_new) concepts_.push_back({id, {}, {}, line});
  std::vector<LexiconForm>& forms = concepts_[found->second].forms;
  LexiconForm added{std::string(form), language_of(tag, form)};
  const bool known = std::any_of(forms.begin(), forms.end(),
                                 [&](const LexiconForm& other) { return other.text == added.text && other.language == added.language; });
  if (!known) forms.push_back(std::move(added));
}

// Commas part forms; a backslash takes the meaning from a comma; # begins a comment line.
std::vector<Concept> read_solr_synonyms(std::string_view text, std::vector<LexiconProblem>& problems) {
  ConceptList concepts;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    ++number;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> forms(1);
    std::size_t arrows = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] == '\\' && i + 1 < line.size()) {
        forms.back() += line[++i];
      } else if (line[i] == ',') {
        forms.emplace_back();
      } else if (line.substr(i).starts_with("=>")) {
        forms.emplace_back();
        ++arrows;
        ++i;
      } else {
        forms.back() += line[i];
      }
    }
    std::erase_if(forms, [](const std::string& form) { return trim(form).empty(); });
    if (arrows > 1) {
      problems.push_back({number, "two arrows; write one => in a line"});
    } else if (forms.size() < 2) {
      problems.push_back({number, "one form alone; write others behind it, parted by commas"});
    } else {
      const std::string id(trim(forms.front()));
      for (const std::string& form : forms) concepts.add(id, number, form, "");
    }
  }
  return concepts.take();
}

std::vector<Concept> import_lexicon(std::string_view bytes, std::vector<LexiconProblem>& problems) {
  const std::string text = to_utf8(bytes, "").text;
  const std::string_view content = trim(text);
  if (content.empty()) throw UnreadableFile("empty; give a lexicon in TSV, SKOS, TBX or Solr's format");
  const auto has = [&](std::string_view part) { return content.find(part) != std::string_view::npos; };
  if (content.front() == '<' && (content.starts_with("<?") || content.starts_with("<!"))) {
    if (has("<martif") || has("<tbx") || has(":tbx")) return read_tbx(text, problems);
    return read_skos(text, "rdfxml", problems);
  }
  if (content.starts_with("<martif") || content.starts_with("<tbx")) return read_tbx(text, problems);
  if (content.starts_with("<rdf:") || content.starts_with("<RDF")) return read_skos(text, "rdfxml", problems);
  if (has("http://www.w3.org/2004/02/skos/core#")) return read_skos(text, "turtle", problems);
  // The first line that is no comment.
  for (std::size_t begin = 0; begin < content.size();) {
    const std::size_t end = std::min(content.find('\n', begin), content.size());
    const std::string_view line = trim(content.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("id\t")) return parse_lexicon(text, problems);
    if (line.front() == '{' || line.front() == '[' || line.front() == '<') break;
    if (line.find(',') != std::string_view::npos || line.find("=>") != std::string_view::npos) return read_solr_synonyms(text, problems);
    break;
  }
  throw UnreadableFile("is no lexicon in TSV (its first line is id and languages), SKOS, TBX or Solr's format; save it as one of these");
}

}  // namespace jomun
