// Jomun: where a hit matched, and why it ranks as it does.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/highlighter.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

struct Mark {
  const Occurrence* occurrence;
  const Group* group;
};

}  // namespace

std::vector<Highlight> highlight(const QueryPlan& plan, const Matches& matches, const MappedText& text) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    if (plan.groups[i].character) continue;  // 国 alone tells a reader nothing
    for (const Occurrence& occurrence : matches[i]) marks.push_back({&occurrence, &plan.groups[i]});
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
    const std::size_t a_size = a.occurrence->end - a.occurrence->begin, b_size = b.occurrence->end - b.occurrence->begin;
    return a_size != b_size ? a_size > b_size : a.occurrence->begin < b.occurrence->begin;
  });
  std::vector<Mark> kept;
  for (const Mark& mark : marks) {
    const bool overlaps = std::any_of(kept.begin(), kept.end(), [&](const Mark& other) {
      return mark.occurrence->begin < other.occurrence->end && other.occurrence->begin < mark.occurrence->end;
    });
    if (!overlaps) kept.push_back(mark);
  }
  std::sort(kept.begin(), kept.end(), [](const Mark& a, const Mark& b) { return a.occurrence->begin < b.occurrence->begin; });

  std::vector<Highlight> highlights;
  const std::string& clean = text.text();
  std::size_t bytes = 0, code_points = 0;  // code points before `bytes`
  const auto code_point_at = [&](std::size_t offset) {
    code_points += count_code_points(std::string_view(clean).substr(bytes, offset - bytes));
    bytes = offset;
    return code_points;
  };
  for (const Mark& mark : kept) {
    const Occurrence& at = *mark.occurrence;
    Highlight result;
    result.begin = code_point_at(at.begin);
    result.end = code_point_at(at.end);
    result.published = text.original({at.begin, at.end});
    result.matched = clean.substr(at.begin, at.end - at.begin);
    result.via = mark.group->forms[at.form].via;
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
      if (times > 0) what += fmt::format(": {} x {}, {}", times, group.forms[form].text, group.forms[form].via);
    }
    if (evidence.in_heading[i]) what += ": in title or heading";
    parts.push_back({std::move(what), score.by_group[i]});
  }
  std::stable_sort(parts.begin(), parts.end(), [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
  return parts;
}

}  // namespace jomun
