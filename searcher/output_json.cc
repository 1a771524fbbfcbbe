// Jomun: results and clauses as JSON, for programs.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_json.h"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

using Json = nlohmann::ordered_json;

// JSON escapes control characters below U+0020 only; beyond ASCII they occur in strings alone, where \uXXXX says the same.
std::string harmless(std::string json) {
  if (printable(json) == json) return json;
  std::string result;
  for (std::size_t offset = 0; offset < json.size();) {
    const Decoded next = decode(json, offset);
    const std::string_view bytes = std::string_view(json).substr(offset, next.bytes);
    if (printable(bytes) == bytes)
      result += bytes;
    else
      result += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(next.value));
    offset += next.bytes;
  }
  return result;
}

void write_line(std::ostream& out, const Json& json) { out << harmless(json.dump(-1, ' ', false, Json::error_handler_t::replace)) << '\n'; }

// As people read it; the last digits of a product say nothing.
double rounded(double weight) { return std::round(weight * 1000) / 1000; }

Json expansion_json(const Expansion& expansion) {
  Json forms = Json::array();
  for (const ExpandedForm& form : expansion.forms)
    forms.push_back({{"text", form.text}, {"language", form.language}, {"via", form.via}, {"weight", rounded(form.weight)}});
  Json json = {{"text", expansion.text}, {"concept", expansion.concept_id}, {"forms", std::move(forms)}};
  if (!expansion.not_equal.empty()) json["not_equal"] = expansion.not_equal;
  return json;
}

// Where code points of a text stand in other encodings of it.
class TextOffsets {
 public:
  struct At {
    std::size_t bytes = 0, utf16 = 0;  // bytes of UTF-8, code units of UTF-16
  };
  explicit TextOffsets(std::string_view text) : text_(text) {}
  // The end of the text where it has fewer code points. REQUIRES: not less than the last time.
  At at(std::size_t code_point) {
    for (; code_points_ < code_point && at_.bytes < text_.size(); ++code_points_) {
      const Decoded next = decode(text_, at_.bytes);
      at_.bytes += next.bytes;
      at_.utf16 += next.value > 0xFFFF ? 2 : 1;
    }
    return at_;
  }

 private:
  std::string_view text_;
  std::size_t code_points_ = 0;
  At at_;
};

// The keys that a hit and a clause of its own share.
Json clause_json(const FoundClause& clause) {
  Json json = {{"citation", clause.citation}, {"work", clause.work},       {"language", clause.language}, {"title", clause.title},
               {"issuer", clause.issuer},     {"date", clause.date},       {"status", clause.status},     {"label", clause.label},
               {"path", clause.path},         {"text", clause.text.text()}};
  if (!clause.source_url.empty()) json["source_url"] = clause.source_url;
  return json;
}

Json hit_json(const Hit& hit, GroupBy group, bool explain) {
  Json json = {{"rank", hit.rank}, {"score", hit.score}};
  json.update(clause_json(hit.clause));
  Json& highlights = json["highlights"] = Json::array();
  TextOffsets offsets(hit.clause.text.text());
  for (const Highlight& highlight : hit.highlights) {
    const TextOffsets::At begin = offsets.at(highlight.begin), end = offsets.at(highlight.end);
    highlights.push_back({{"begin", highlight.begin},
                          {"end", highlight.end},
                          {"bytes", {{"begin", begin.bytes}, {"end", end.bytes}}},
                          {"utf16", {{"begin", begin.utf16}, {"end", end.utf16}}},
                          {"published", {{"begin", highlight.published.begin}, {"end", highlight.published.end}}},
                          {"matched", highlight.matched},
                          {"via", highlight.via}});
  }
  json["modality"] = hit.clause.modalities;
  json["parallel"] = hit.parallel;
  if (group == GroupBy::work) json["more_in_work"] = hit.more_in_work;
  if (!hit.same_text.empty()) json["same_text"] = hit.same_text;
  if (!hit.nearly.empty()) json["nearly"] = hit.nearly;
  if (!explain) return json;
  Json& explanation = json["explanation"] = Json::array();
  for (const ScorePart& part : hit.explanation) explanation.push_back({{"what", part.what}, {"score", part.score}});
  return json;
}

Json whole_clause_json(const FoundClause& clause) {
  Json json = clause_json(clause);
  json["modality"] = clause.modalities;
  const Span source = clause.text.original({0, clause.text.text().size()});
  json["source"] = {{"begin", source.begin}, {"end", source.end}};
  return json;
}

}  // namespace

void write_json(std::ostream& out, const Result& result, const QueryId& id, const OutputOptions& options) {
  Json json = Json::object();
  if (id.given) json["id"] = id.text;
  json["query"] = result.query;
  if (!result.missing.empty()) json["missing"] = result.missing;
  json["total"] = result.total;
  json["total_is_lower_bound"] = result.total_is_lower_bound;
  json["elapsed_ms"] = result.elapsed_ms;
  Json& expansions = json["expansions"] = Json::array();
  for (const Expansion& expansion : result.expansions) expansions.push_back(expansion_json(expansion));
  Json& hits = json["hits"] = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(hit_json(hit, result.group, options.explain));
  json["facets"] = {{"language", result.facets.languages},
                    {"work", result.facets.works},
                    {"issuer", result.facets.issuers},
                    {"year", result.facets.years}};
  if (!result.suggestions.empty()) {
    Json& suggestions = json["suggestions"] = Json::array();
    for (const Suggestion& suggestion : result.suggestions) suggestions.push_back(suggestion.query);
  }
  write_line(out, json);
}

void write_clause_json(std::ostream& out, const FoundClause& clause) { write_line(out, whole_clause_json(clause)); }

void write_why_not_json(std::ostream& out, const WhyNot& answer) {
  Json json = {
      {"citation", answer.citation}, {"found", answer.found}, {"rank", nullptr}, {"reasons", Json::array()}, {"suggestion", nullptr}};
  if (answer.found) json["rank"] = answer.rank;
  for (const Obstacle& obstacle : answer.obstacles) json["reasons"].push_back({{"kind", name_of(obstacle.kind)}, {"what", obstacle.what}});
  if (const std::optional<SuggestedChange>& suggestion = answer.suggestion)
    json["suggestion"] = {
        {"what", suggestion->what}, {"query", suggestion->request.query}, {"limit", suggestion->request.limit}, {"rank", suggestion->rank}};
  write_line(out, json);
}

void write_parallel_json(std::ostream& out, const ParallelClauses& clauses) {
  Json json = Json::array({whole_clause_json(clauses.clause)});
  for (const Counterpart& counterpart : clauses.counterparts) {
    json.push_back(whole_clause_json(counterpart.clause));
    json.back()["confidence"] = counterpart.confidence;
    json.back()["by"] = counterpart.by == FoundBy::address ? "address" : "similarity";
  }
  write_line(out, json);
}

std::string harmless_json(std::string json) { return harmless(std::move(json)); }

}  // namespace jomun
