// Jomun: asks a searcher about one clause.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/clause_probe.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace jomun {

ClauseProbe::Standing ClauseProbe::standing_in(const Request& request) {
  for (const Hit& hit : searcher_.search(request).hits) {
    if (hit.clause.citation == clause_.citation) return {hit.rank, "", ""};
    if (std::find(hit.same_text.begin(), hit.same_text.end(), clause_.citation) != hit.same_text.end())
      return {hit.rank, hit.clause.citation, ""};
    if (request.group == GroupBy::work && hit.clause.work == clause_.work && meets(request)) return {hit.rank, "", hit.clause.citation};
  }
  return {};
}

Request ClauseProbe::about_clause(Request request) const {
  request.filters.citations = {clause_.citation};
  request.offset = 0;
  request.limit = 1;
  request.degrade = false;
  return request;
}

bool ClauseProbe::meets(const Request& request) { return searcher_.search(about_clause(request)).total > 0; }

bool ClauseProbe::meets(const std::string& query) {
  Request request = request_;
  request.filters = {};
  request.query = query;
  return meets(request);
}

bool ClauseProbe::meets(QueryNode node, bool demanded) {
  using Occurs = QueryNode::Occurs;
  QueryNode root;
  root.kind = QueryNode::Kind::sequence;
  node.occurs = demanded ? Occurs::must : Occurs::should;
  root.children.push_back(std::move(node));
  return meets(query_text(root));
}

ClauseProbe::Words ClauseProbe::words_in(const std::string& text) {
  Request request = request_;
  request.filters = {};
  request.query = text;
  const std::vector<Expansion> all = searcher_.search(about_clause(request)).expansions;
  Words words;
  for (const Expansion& expansion : all) {
    const bool is_part = std::any_of(all.begin(), all.end(), [&](const Expansion& other) {
      return other.text.size() > expansion.text.size() && other.text.find(expansion.text) != std::string::npos;
    });
    if (!is_part) (meets(fmt::format("+({})", expansion.text)) ? words.met : words.missing).push_back(expansion);
  }
  return words;
}

}  // namespace jomun
