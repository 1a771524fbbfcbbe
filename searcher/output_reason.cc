// Jomun: why a clause was found, in words.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_reason.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "searcher/output.h"
#include "tokenizers/ascii.h"

namespace jomun {
namespace {

constexpr std::size_t matches_shown = 3, forms_shown = 5;

// Puts `text` behind the others unless one of them differs by ASCII case at most.
void add_new(std::vector<std::string>& texts, std::string text) {
  const auto same = [&](const std::string& other) { return lower_ascii(other) == lower_ascii(text); };
  if (!text.empty() && std::none_of(texts.begin(), texts.end(), same)) texts.push_back(std::move(text));
}

// What was matched in one way.
struct Match {
  std::string via;
  std::vector<std::string> texts;
};

// "lexicon:ai-safety" as "ai-safety (lexicon) ← AI safety"; empty for the user's own words.
std::string origin(std::string_view via, const std::vector<Expansion>& expansions) {
  if (via.empty() || via == "query") return "";
  const std::size_t colon = via.find(':');
  if (colon == std::string_view::npos) return fmt::format("({})", one_line(via));
  const std::string_view source = via.substr(0, colon), concept_id = via.substr(colon + 1);
  std::string result = fmt::format("= {} ({})", one_line(concept_id), one_line(source));
  for (const Expansion& expansion : expansions)
    if (std::any_of(expansion.forms.begin(), expansion.forms.end(), [&](const ExpandedForm& form) { return form.via == via; }))
      return result + " ← " + one_line(expansion.text);
  return result;
}

// The first form of every language, then the others; without the text it stands for.
std::vector<std::string> other_forms(const Expansion& expansion) {
  std::vector<std::string> result{one_line(expansion.text)};
  std::set<std::string_view> languages;
  for (const ExpandedForm& form : expansion.forms)
    if (lower_ascii(form.text) != lower_ascii(expansion.text) && languages.insert(form.language).second)
      add_new(result, one_line(form.text));
  for (const ExpandedForm& form : expansion.forms) add_new(result, one_line(form.text));
  result.erase(result.begin());
  return result;
}

}  // namespace

std::string reason_of(const Hit& hit, const std::vector<Expansion>& expansions) {
  std::vector<Match> matches;
  for (const Highlight& highlight : hit.highlights) {
    auto match = std::find_if(matches.begin(), matches.end(), [&](const Match& m) { return m.via == highlight.via; });
    if (match == matches.end()) match = matches.insert(match, {highlight.via, {}});
    add_new(match->texts, one_line(highlight.matched));
  }
  std::string result;
  for (const Match& match : matches) {
    if (!result.empty()) result += "; ";
    const std::size_t shown = std::min(match.texts.size(), matches_shown);
    for (std::size_t i = 0; i < shown; ++i) result += (i == 0 ? "" : ", ") + match.texts[i];
    if (shown < match.texts.size()) result += ", …";
    if (const std::string why = origin(match.via, expansions); !why.empty()) result += " " + why;
  }
  return result;
}

std::string describe_expansions(const std::vector<Expansion>& expansions, Forms shown_forms) {
  std::string result;
  for (const Expansion& expansion : expansions) {
    const std::vector<std::string> forms = other_forms(expansion);
    if (forms.empty()) continue;
    if (!result.empty()) result += "; ";
    result += one_line(expansion.text) + " = ";
    const std::size_t shown = shown_forms == Forms::all ? forms.size() : std::min(forms.size(), forms_shown);
    for (std::size_t i = 0; i < shown; ++i) result += (i == 0 ? "" : ", ") + forms[i];
    if (shown < forms.size()) result += fmt::format(", … ({} forms)", forms.size());
  }
  return result;
}

std::string describe_ambiguities(const std::vector<Expansion>& expansions) {
  std::string result;
  for (const Expansion& expansion : expansions) {
    const std::vector<std::string>& ids = expansion.not_equal;
    if (ids.empty()) continue;
    result += (result.empty() ? "" : "; ") + one_line(expansion.text) + " is ";
    for (std::size_t i = 0; i < ids.size(); ++i) result += (i == 0 ? "" : i + 1 == ids.size() ? " or " : ", ") + one_line(ids[i]);
  }
  return result;
}

}  // namespace jomun
