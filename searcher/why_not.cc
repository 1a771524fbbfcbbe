// Jomun: why a query does not find a clause, and the smallest change by which it would.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/why_not.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/clause_probe.h"
#include "searcher/obstacles.h"
#include "searcher/query_parser.h"

namespace jomun {
namespace {

// Hits among which a clause is looked for: what a larger limit shows.
constexpr std::size_t deep = 1000;

class Investigation {
 public:
  Investigation(Searcher& searcher, const Request& request, FoundClause clause)
      : request_(request), query_(parse_query(request.query).root), probe_(searcher, request, std::move(clause)) {}

  WhyNot run() {
    WhyNot result;
    result.citation = probe_.clause().citation;
    Request all = request_;
    all.offset = 0;
    all.limit = request_.offset + request_.limit;
    ClauseProbe::Standing standing = probe_.standing_in(all);
    if (standing.rank == 0 && all.limit < deep) {
      all.limit = deep;
      standing = probe_.standing_in(all);
    }
    result.found = standing.rank > 0;
    result.rank = standing.rank;
    if (result.found) {
      explain_place(standing, result);
      return result;
    }
    causes_ = find_causes(probe_, request_, query_);
    std::transform(causes_.begin(), causes_.end(), std::back_inserter(result.obstacles), [](const Cause& cause) { return cause.obstacle; });
    result.suggestion = smallest_change();
    return result;
  }

 private:
  // It is found, but perhaps not shown.
  void explain_place(const ClauseProbe::Standing& standing, WhyNot& result) {
    if (!standing.same_as.empty())
      result.obstacles.push_back({Obstacle::Kind::same_text, fmt::format("the same text as {}, shown below that", standing.same_as)});
    std::vector<Edit> edits;
    if (!standing.better.empty()) {
      result.obstacles.push_back({Obstacle::Kind::group, fmt::format("of its work the best clause is shown, {}", standing.better)});
      edits.push_back(ungrouped());
    }
    const bool behind = standing.rank > request_.offset + request_.limit;
    if (standing.rank <= request_.offset) {
      result.obstacles.push_back({Obstacle::Kind::offset, fmt::format("the first {} are passed over", request_.offset)});
      edits.push_back({"without --offset", [](Request& request, QueryNode&) { request.offset = 0; }});
    } else if (behind) {
      result.obstacles.push_back({Obstacle::Kind::limit, fmt::format("{} are shown", request_.limit)});
    }
    if (behind || !edits.empty()) result.suggestion = tried(edits);
  }

  static Edit ungrouped() {
    return {"without --group work", [](Request& request, QueryNode&) { request.group = GroupBy::none; }};
  }

  // The request after changes.
  Request changed(const std::vector<Edit>& edits) const {
    Request request = request_;
    QueryNode query = query_;
    for (const Edit& edit : edits) edit.apply(request, query);
    // As the user wrote it where only filters were changed.
    if (const std::string text = query_text(query); text != query_text(query_)) request.query = text;
    return request;
  }

  // The changes as a suggestion, if the clause is found with them; with as large a limit as that takes.
  std::optional<SuggestedChange> tried(const std::vector<Edit>& edits) {
    SuggestedChange suggestion{"", changed(edits), 0};
    std::vector<std::string> what;
    for (const Edit& edit : edits) what.push_back(edit.what);
    Request& request = suggestion.request;
    if (request.query.empty()) return std::nullopt;
    ClauseProbe::Standing standing = probe_.standing_in(request);
    if (!standing.better.empty()) {
      QueryNode unused;
      ungrouped().apply(request, unused);
      what.push_back(ungrouped().what);
      standing = probe_.standing_in(request);
    }
    suggestion.rank = standing.rank;
    if (suggestion.rank == 0) {
      Request wide = request;
      wide.limit = deep;
      wide.offset = 0;
      const std::size_t rank = probe_.standing_in(wide).rank;
      if (rank == 0) return std::nullopt;
      constexpr std::size_t step = 10;
      // A larger limit looks at more candidates, which may move it by some ranks.
      request.offset = 0;
      for (std::size_t limit = (rank + step - 1) / step * step; suggestion.rank == 0 && limit <= deep; limit *= 2) {
        request.limit = limit;
        suggestion.rank = probe_.standing_in(request).rank;
      }
      if (suggestion.rank == 0) return std::nullopt;
      what.push_back(fmt::format("with --limit {}", request.limit));
    }
    suggestion.what = fmt::format("{}", fmt::join(what, ", "));
    return suggestion;
  }

  std::optional<SuggestedChange> smallest_change() {
    std::vector<Edit> edits;  // one for each cause
    const auto take = [&](bool last) {
      edits.clear();
      for (const Cause& cause : causes_)
        if (!cause.edits.empty()) edits.push_back(last ? cause.edits.back() : cause.edits.front());
      return !edits.empty() && probe_.meets(changed(edits));
    };
    bool last = false;
    if (!take(false) && !(last = take(true))) return std::nullopt;
    std::vector<std::size_t> needed;  // causes
    for (std::size_t i = 0; i < causes_.size(); ++i)
      if (!causes_[i].edits.empty()) needed.push_back(i);
    for (std::size_t i = edits.size(); i-- > 0 && edits.size() > 1;) {
      std::vector<Edit> fewer = edits;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (!probe_.meets(changed(fewer))) continue;
      edits = std::move(fewer);
      needed.erase(needed.begin() + static_cast<std::ptrdiff_t>(i));
    }
    // The smallest that shows it without a larger limit, else the one with which it stands best.
    std::optional<SuggestedChange> best = tried(edits);
    for (std::size_t i = 0; i < edits.size(); ++i) {
      for (const Edit& other : causes_[needed[i]].edits) {
        if (best && best->request.limit == request_.limit) return best;
        std::vector<Edit> varied = edits;
        varied[i] = other;
        std::optional<SuggestedChange> next = tried(varied);
        if (next && (!best || next->rank < best->rank)) best = std::move(next);
      }
    }
    return best;
  }

  const Request& request_;
  const QueryNode query_;
  ClauseProbe probe_;
  std::vector<Cause> causes_;
};

}  // namespace

std::string_view name_of(Obstacle::Kind kind) {
  using enum Obstacle::Kind;
  switch (kind) {
    case limit: return "limit";
    case offset: return "offset";
    case same_text: return "same_text";
    case group: return "group";
    case filter: return "filter";
    case excluded: return "excluded";
    case phrase: return "phrase";
    case near: return "near";
    case prefix: return "prefix";
    case missing: return "missing";
    case too_little: return "too_little";
    case form: return "form";
    case candidates: return "candidates";
  }
  return "";
}

WhyNot why_not(Searcher& searcher, const Request& request, std::string_view citation) {
  return Investigation(searcher, request, searcher.show(citation)).run();
}

}  // namespace jomun
