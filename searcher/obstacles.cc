// Jomun: what in a request a clause does not meet, and how the request could be changed.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/obstacles.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tokenizers/initial_consonants.h"

namespace jomun {
namespace {

using Kind = QueryNode::Kind;
using Occurs = QueryNode::Occurs;

// Words of a query that are named.
constexpr std::size_t most_named = 8;
constexpr std::size_t distances[] = {1, 2, 3, 5, 10, 20, 50, 100, 1000};

// A node of the query by the children that lead to it.
using Path = std::vector<std::size_t>;

QueryNode& at(QueryNode& root, const Path& path) {
  QueryNode* node = &root;
  for (const std::size_t child : path) node = &node->children[child];
  return *node;
}

void erase(QueryNode& node) {
  node = QueryNode();  // words without a word
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = text.find_first_not_of(' '); begin != std::string_view::npos; begin = text.find_first_not_of(' ', begin)) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    words.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

std::string joined(const std::vector<std::string>& texts, std::string_view by) { return fmt::format("{}", fmt::join(texts, by)); }

// "隐私 (concept privacy, 12 forms)"
std::string described(const Expansion& expansion) {
  std::string inside = expansion.concept_id.empty() ? "" : "concept " + expansion.concept_id;
  if (expansion.forms.size() > 1) inside += fmt::format("{}{} forms", inside.empty() ? "" : ", ", expansion.forms.size());
  return inside.empty() ? expansion.text : fmt::format("{} ({})", expansion.text, inside);
}

std::string listed(const std::vector<Expansion>& words) {
  std::string result;
  for (std::size_t i = 0; i < std::min(words.size(), most_named); ++i) result += (i == 0 ? "" : ", ") + described(words[i]);
  return words.size() > most_named ? result + ", …" : result;
}

std::string beginning(std::vector<std::string> words) {
  const bool all = words.size() <= most_named;
  if (!all) words.resize(most_named);
  return joined(words, ", ") + (all ? "" : ", …");
}

class ObstacleFinder {
 public:
  ObstacleFinder(ClauseProbe& probe, const Request& request, QueryNode query)
      : probe_(probe), request_(request), query_(std::move(query)) {}

  std::vector<Cause> run() {
    find_filters();
    if (probe_.meets(request_.query)) {
      // Only the filters are in the way, or others that fit better.
      if (causes_.empty()) add_candidates();
      return std::move(causes_);
    }
    if (find_forms()) return std::move(causes_);
    examine({}, true);
    if (causes_.empty()) add({Obstacle::Kind::missing, "the query asks for nothing"}, {});
    return std::move(causes_);
  }

 private:
  void find_filters() {
    const Filters& filters = request_.filters;
    const auto excludes = [&](const Filters& only) {
      Request request;
      request.query = fmt::format("work:\"{}\"", probe_.clause().work);
      request.filters = only;
      return !probe_.meets(request);
    };
    const auto check = [&](std::string name, const std::string& value, const std::string& own, auto member) {
      Filters only;
      only.*member = filters.*member;
      if (value.empty() || !excludes(only)) return;
      Edit without{fmt::format("without {}:{}", name, value),
                   [member](Request& request, QueryNode&) { request.filters.*member = Filters().*member; }};
      add(Obstacle::Kind::filter, exclusion(fmt::format("{}:{}", name, value), own), std::move(without));
    };
    check("language", joined(filters.languages, ", "), probe_.clause().language, &Filters::languages);
    check("work", joined(filters.works, ", "), probe_.clause().work, &Filters::works);
    check("issuer", joined(filters.issuers, ", "), probe_.clause().issuer, &Filters::issuers);
    check("modality", joined(filters.modalities, ", "), joined(probe_.clause().modalities, ", "), &Filters::modalities);
    check("from", filters.from, probe_.clause().date, &Filters::from);
    check("to", filters.to, probe_.clause().date, &Filters::to);
  }

  static std::string exclusion(std::string_view condition, std::string_view own) {
    if (own.empty()) return fmt::format("{} excludes it (it has none)", condition);
    return fmt::format("{} excludes it (it is {})", condition, own);
  }
  // What the clause has in a field of the query.
  std::string own(std::string_view field) const {
    if (field == "language") return probe_.clause().language;
    if (field == "work") return probe_.clause().work;
    if (field == "issuer") return probe_.clause().issuer;
    if (field == "title") return probe_.clause().title;
    if (field == "label") return probe_.clause().label;
    if (field == "modality") return joined(probe_.clause().modalities, ", ");
    return probe_.clause().date;
  }

  // Whether it has a form that the request does not look for.
  bool find_forms() {
    std::vector<std::string> needed;
    for (const std::string& form : request_.without) {
      Request request = request_;
      request.filters = {};
      std::erase(request.without, form);
      if (probe_.meets(request)) needed.push_back(form);
    }
    for (const std::string& form : needed) {
      Edit taken_in{fmt::format("without --without {}", form), [form](Request& request, QueryNode&) { std::erase(request.without, form); }};
      add(Obstacle::Kind::form, fmt::format("it has {}, which --without leaves out", form), std::move(taken_in));
    }
    if (!needed.empty()) return true;
    Request request = request_;
    request.filters = {};
    request.expand = Expand::all;
    if (request_.expand == Expand::all || !probe_.meets(request)) return false;
    Edit expanded{"with --expand all", [](Request& changed, QueryNode&) { changed.expand = Expand::all; }};
    add(Obstacle::Kind::form, "it says it in words that --expand does not look for", std::move(expanded));
    return true;
  }

  // It meets the query; of what it has, what would bring it nearer is demanded.
  void add_candidates() {
    Request request = request_;
    request.offset = 0;
    Cause cause{{Obstacle::Kind::candidates, ""}, {}};
    cause.obstacle.what = fmt::format("it is not among the {} clauses looked at", probe_.total_of(request));
    for (const Expansion& expansion : probe_.words_in(request_.query).met) {
      const std::string word = expansion.text.find(' ') == std::string::npos ? expansion.text : fmt::format("({})", expansion.text);
      cause.edits.push_back({fmt::format("with +{}", word), [word](Request&, QueryNode& query) {
                               QueryNode demanded;
                               demanded.text = word;
                               demanded.occurs = Occurs::must;
                               query.children.push_back(std::move(demanded));
                             }});
    }
    cause.edits.push_back({fmt::format("with work:{}", probe_.clause().work),
                           [work = probe_.clause().work](Request& changed, QueryNode&) { changed.filters.works = {work}; }});
    causes_.push_back(std::move(cause));
  }

  // Says why the clause does not meet the node, which is demanded or not.
  void examine(const Path& path, bool demanded) {
    const QueryNode node = at(query_, path);
    const Edit without = {fmt::format("without {}", query_text(node)), [path](Request&, QueryNode& query) { erase(at(query, path)); }};
    switch (node.kind) {
      case Kind::field: return add(Obstacle::Kind::filter, exclusion(query_text(node), own(node.field)), without);
      case Kind::prefix: return add(Obstacle::Kind::prefix, fmt::format("no word of it begins with {}", node.text), without);
      case Kind::phrase: return examine_phrase(node, path, without);
      case Kind::near: return examine_near(node, path, without);
      case Kind::words: return examine_words(node, path, demanded, without);
      case Kind::all:
      case Kind::any:
        // Of alternatives one would do: the smallest change leaves out the others.
        for (std::size_t i = 0; i < node.children.size(); ++i) examine_child(path, i, node.kind == Kind::all || demanded);
        return;
      case Kind::sequence: return examine_sequence(node, path, demanded);
    }
  }

  void examine_child(Path path, std::size_t child, bool demanded) {
    path.push_back(child);
    if (!probe_.meets(at(query_, path), demanded)) examine(path, demanded);
  }

  void examine_sequence(const QueryNode& node, const Path& path, bool demanded) {
    const bool inside = demanded && !path.empty();  // of the root, what is not demanded is not
    bool any_demanded = false;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const QueryNode& child = node.children[i];
      if (child.occurs == Occurs::must_not) {
        if (!probe_.meets(child, true)) continue;
        Path excluded = path;
        excluded.push_back(i);
        const std::string text = query_text(child);
        QueryNode wanted = child;
        wanted.occurs = Occurs::should;
        const bool is_field = child.kind == Kind::field;
        Edit without{fmt::format("without {}", text), [excluded](Request&, QueryNode& query) { erase(at(query, excluded)); }};
        if (is_field)
          add(Obstacle::Kind::filter, exclusion(text, own(child.field)), std::move(without));
        else
          add(Obstacle::Kind::excluded, fmt::format("it has {}", query_text(wanted)), std::move(without));
      } else if (child.occurs == Occurs::must || inside) {
        any_demanded = true;
        examine_child(path, i, true);
      }
    }
    if (any_demanded) return;
    // One would do.
    const bool one_met = std::any_of(node.children.begin(), node.children.end(),
                                     [&](const QueryNode& child) { return child.occurs == Occurs::should && probe_.meets(child, false); });
    for (std::size_t i = 0; i < node.children.size() && !one_met; ++i)
      if (node.children[i].occurs == Occurs::should) examine_child(path, i, false);
  }

  void examine_phrase(const QueryNode& node, const Path& path, const Edit& without) {
    const std::vector<std::string> words = words_of(node.text);
    std::vector<Edit> edits;
    std::string what = fmt::format("the strict phrase \"{}\" does not stand there", node.text);
    QueryNode near;
    near.kind = Kind::near;
    near.occurs = Occurs::must;
    for (const std::string& word : words) near.children.emplace_back().text = word;
    const std::size_t distance = words.size() > 1 ? least_distance(near) : 0;
    edits.push_back({fmt::format("without the quotes of \"{}\"", node.text), [path](Request&, QueryNode& query) {
                       QueryNode& phrase = at(query, path);
                       phrase.kind = Kind::words;
                       phrase.occurs = Occurs::should;
                     }});
    if (distance > 0) {
      near.distance = distance;
      what = fmt::format("the strict phrase \"{}\" stands there as words apart, within {} positions", node.text, distance);
      edits.push_back({fmt::format("with {}", query_text(near)), [path, near](Request&, QueryNode& query) { at(query, path) = near; }});
    } else if (const ClauseProbe::Words said = probe_.words_in(node.text); !said.met.empty() || !said.missing.empty()) {
      what += said.missing.empty() ? "; its words do, apart" : fmt::format("; it has none of: {}", listed(said.missing));
    }
    edits.push_back(without);
    add({Obstacle::Kind::phrase, std::move(what)}, std::move(edits));
  }

  // 0: not even far apart.
  std::size_t least_distance(QueryNode near) {
    for (const std::size_t distance : distances) {
      near.distance = distance;
      if (probe_.meets(near, true)) return distance;
    }
    return 0;
  }

  void examine_near(const QueryNode& node, const Path& path, const Edit& without) {
    std::vector<Edit> edits;
    std::string what;
    if (const std::size_t distance = least_distance(node); distance > 0) {
      what = fmt::format("{} stand within {} positions only", query_text(node), distance);
      edits.push_back(
          {fmt::format("with NEAR/{}", distance), [path, distance](Request&, QueryNode& query) { at(query, path).distance = distance; }});
    } else {
      std::vector<std::string> missing;
      for (const QueryNode& child : node.children)
        if (!probe_.meets(child, true)) missing.push_back(query_text(child));
      what = missing.empty() ? fmt::format("{} do not stand near each other", query_text(node))
                             : fmt::format("it has none of: {}", joined(missing, ", "));
    }
    edits.push_back({fmt::format("without NEAR/{}", node.distance), [path](Request&, QueryNode& query) {
                       QueryNode& near = at(query, path);
                       near.kind = Kind::words;
                       near.occurs = Occurs::should;
                       for (const QueryNode& child : near.children) near.text += (near.text.empty() ? "" : " ") + child.text;
                     }});
    edits.push_back(without);
    add({Obstacle::Kind::near, std::move(what)}, std::move(edits));
  }

  void examine_words(const QueryNode& node, const Path& path, bool demanded, const Edit& without) {
    const ClauseProbe::Words words = probe_.words_in(node.text);
    if (words.met.empty() && words.missing.empty()) {
      // Of a long query what no clause has is not looked for at all.
      if (!comparable_text(node.text).empty())
        add(Obstacle::Kind::missing, fmt::format("no clause has any of: {}", beginning(words_of(node.text))), without);
      return;  // else it asks for nothing
    }
    std::vector<Edit> edits;
    if (node.occurs == Occurs::must && path.size() == 1)
      edits.push_back(
          {fmt::format("without + before {}", node.text), [path](Request&, QueryNode& query) { at(query, path).occurs = Occurs::should; }});
    if (!words.met.empty()) {
      std::string left;
      for (const Expansion& expansion : words.met) left += (left.empty() ? "" : " ") + expansion.text;
      std::vector<std::string> dropped;
      for (const Expansion& expansion : words.missing) dropped.push_back(expansion.text);
      edits.push_back(
          {fmt::format("without {}", joined(dropped, ", ")), [path, left](Request&, QueryNode& query) { at(query, path).text = left; }});
    }
    edits.push_back(without);
    if (words.missing.empty() || (!words.met.empty() && !demanded))
      return add({Obstacle::Kind::too_little, fmt::format("less than 30 % of what {} asks is met (met: {}; missing: {})", query_text(node),
                                                          listed(words.met), listed(words.missing))},
                 std::move(edits));
    add({Obstacle::Kind::missing, fmt::format("it has none of: {}", listed(words.missing))}, std::move(edits));
  }

  void add(Obstacle obstacle, std::vector<Edit> edits) {
    Cause& cause = causes_.emplace_back();
    cause.obstacle = std::move(obstacle);
    cause.edits = std::move(edits);
  }
  void add(Obstacle::Kind kind, std::string what, Edit edit) {
    Cause& cause = causes_.emplace_back();
    cause.obstacle.kind = kind;
    cause.obstacle.what = std::move(what);
    cause.edits.push_back(std::move(edit));
  }

  ClauseProbe& probe_;
  const Request& request_;
  QueryNode query_;
  std::vector<Cause> causes_;
};

}  // namespace

std::vector<Cause> find_causes(ClauseProbe& probe, const Request& request, const QueryNode& query) {
  return ObstacleFinder(probe, request, query).run();
}

}  // namespace jomun
