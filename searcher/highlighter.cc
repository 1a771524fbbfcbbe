// Jomun: where a hit matched, and why it ranks as it does.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/highlighter.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

struct Mark {
  std::size_t begin, end;  // bytes
  const std::string* via;
};

bool by_begin(const Mark& a, const Mark& b) { return a.begin < b.begin; }

// The user's own words are found bigram by bigram; what overlaps or touches is one word to a reader.
std::vector<Mark> joined(std::vector<Mark> own) {
  std::sort(own.begin(), own.end(), by_begin);
  std::vector<Mark> words;
  for (const Mark& mark : own) {
    if (!words.empty() && mark.begin <= words.back().end)
      words.back().end = std::max(words.back().end, mark.end);
    else
      words.push_back(mark);
  }
  return words;
}

}  // namespace

std::vector<Highlight> highlight(const QueryPlan& plan, const Matches& matches, const MappedText& text) {
  std::vector<Mark> own, marks;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const Group& group = plan.groups[i];
    if (group.evidence || group.excluded) continue;  // 国 alone tells a reader nothing
    for (const Occurrence& at : matches[i]) {
      const Form& form = group.forms[at.form];
      (group.concepts.empty() && form.via == "query" ? own : marks).push_back({at.begin, at.end, &form.via});
    }
  }
  const auto longer = [](const Mark& a, const Mark& b) {
    return a.end - a.begin != b.end - b.begin ? a.end - a.begin > b.end - b.begin : a.begin < b.begin;
  };
  std::map<std::size_t, Mark> kept;  // by begin
  const auto is_free = [&](const Mark& mark) {
    const auto after = kept.lower_bound(mark.begin);
    return (after == kept.end() || after->first >= mark.end) && (after == kept.begin() || std::prev(after)->second.end <= mark.begin);
  };
  // Concepts first: a bigram of the user's words that crosses one would hide which concept it was.
  std::sort(marks.begin(), marks.end(), longer);
  for (const Mark& mark : marks)
    if (is_free(mark)) kept.emplace(mark.begin, mark);
  std::erase_if(own, [&](const Mark& mark) { return !is_free(mark); });
  for (const Mark& mark : joined(std::move(own))) kept.emplace(mark.begin, mark);

  std::vector<Highlight> highlights;
  const std::string& clean = text.text();
  std::size_t bytes = 0, code_points = 0;  // code points before `bytes`
  const auto code_point_at = [&](std::size_t offset) {
    code_points += count_code_points(std::string_view(clean).substr(bytes, offset - bytes));
    bytes = offset;
    return code_points;
  };
  for (const auto& [begin, mark] : kept) {
    Highlight result;
    result.begin = code_point_at(mark.begin);
    result.end = code_point_at(mark.end);
    result.published = text.original({mark.begin, mark.end});
    result.matched = clean.substr(mark.begin, mark.end - mark.begin);
    result.via = *mark.via;
    highlights.push_back(std::move(result));
  }
  return highlights;
}

std::vector<ScorePart> explain(const QueryPlan& plan, const Evidence& evidence, const Score& score) {
  std::vector<ScorePart> parts;
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    if (score.by_group[i] == 0) continue;
    const Group& group = plan.groups[i];
    std::string what = group.text;
    if (!group.concepts.empty()) what += " (" + group.concepts + ")";
    for (std::uint32_t form = 0; form < group.forms.size(); ++form) {
      const auto times =
          std::count_if(evidence.text[i].begin(), evidence.text[i].end(), [&](const Occurrence& o) { return o.form == form; });
      if (times == 0) continue;
      const Form& met = group.forms[form];
      what += fmt::format(": {} x {}, {}", times, met.text, met.via);
      if (met.via == "bridge") what += fmt::format(" ({}) of weight {:.2f}", met.language, met.weight);
    }
    if (evidence.in_heading[i]) what += ": in title or heading";
    parts.push_back({std::move(what), score.by_group[i]});
  }
  if (score.modality > 0) {
    std::string what = "modality:";
    for (const std::string& name : (plan.modalities & evidence.modalities).names()) what += " " + name;
    parts.push_back({std::move(what), score.modality});
  }
  std::stable_sort(parts.begin(), parts.end(), [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
  return parts;
}

}  // namespace jomun
