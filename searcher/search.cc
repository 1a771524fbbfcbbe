// Jomun: what can be asked of an index, and what it answers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/search.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <optional>
#include <unordered_map>
#include <utility>

#include "corpus/address.h"
#include "corpus/lexicon.h"
#include "indexer/schema.h"
#include "searcher/bridge_expander.h"
#include "searcher/candidate_query.h"
#include "searcher/clause_matcher.h"
#include "searcher/duplicates.h"
#include "searcher/highlighter.h"
#include "searcher/lexicon_index.h"
#include "searcher/long_query.h"
#include "searcher/query_parser.h"
#include "searcher/query_plan.h"
#include "searcher/ranker.h"
#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// Candidates that are looked at closely: ten for each hit asked for, and enough that the best are among them; few enough for some
// milliseconds. A strict condition that only the text can decide needs more of them.
constexpr std::size_t candidates_per_hit = 10, candidates_to_rank = 300, candidates_to_verify = 3000;
// Below this an index is so small that the loose net costs nothing.
constexpr Xapian::doccount small_index = 20000;
constexpr int reopen_tries = 10;

// "HOST:PORT", the port in digits.
bool is_remote(const std::string& location, std::string& host, unsigned& port) {
  const std::size_t colon = location.rfind(':');
  if (colon == std::string::npos || colon + 1 == location.size() || location.find('/') != std::string::npos) return false;
  const char* last = location.data() + location.size();
  const auto [end, error] = std::from_chars(location.data() + colon + 1, last, port);
  host = location.substr(0, colon);
  return error == std::errc() && end == last;
}

Xapian::Database open(const std::string& location) {
  std::string host;
  unsigned port = 0;
  if (is_remote(location, host, port)) return Xapian::Remote::open(host, port);
  if (!std::filesystem::exists(location))
    throw SearchError(fmt::format("{}: there is no index; make one with: jomun-index --index {} add FILES", location, location));
  return Xapian::Database(location);
}

FoundClause found(schema::StoredClause stored) {
  return {std::move(stored.citation), std::move(stored.work), std::move(stored.language), std::move(stored.title),
          std::move(stored.issuer),   std::move(stored.date), std::move(stored.status),   std::move(stored.label),
          std::move(stored.address),  std::move(stored.path), std::move(stored.text)};
}

bool has_strict_condition(const PlanNode& node) {
  using Kind = QueryNode::Kind;
  if (node.kind == Kind::phrase || node.kind == Kind::near || node.occurs == QueryNode::Occurs::must_not) return true;
  return std::any_of(node.children.begin(), node.children.end(), has_strict_condition);
}

// What is left of a query's conditions when they cannot be met together: the same words, asked for but not demanded.
QueryNode loosened(QueryNode node) {
  using Kind = QueryNode::Kind;
  using Occurs = QueryNode::Occurs;
  if (node.kind == Kind::phrase) node.kind = Kind::words;
  if (node.kind == Kind::near || node.kind == Kind::all) node.kind = Kind::sequence;
  if (node.kind != Kind::field && node.occurs == Occurs::must) node.occurs = Occurs::should;
  for (QueryNode& child : node.children) child = loosened(std::move(child));
  return node;
}

struct Candidate {
  Xapian::docid document = 0;
  schema::StoredClause clause;
  Evidence evidence;
  Score score;
  std::optional<std::uint64_t> likeness;  // if it was asked for
};

// Places in the list of candidates.
struct Listed {
  std::size_t candidate;
  std::vector<std::size_t> same_text;
  std::optional<std::size_t> nearly;
};

// By group: the weight of the best form found, or 0.
std::vector<double> best_weights(const QueryPlan& plan, const Matches& matches) {
  std::vector<double> weights(matches.size(), 0);
  for (std::size_t i = 0; i < matches.size(); ++i)
    for (const Occurrence& occurrence : matches[i]) weights[i] = std::max(weights[i], plan.groups[i].forms[occurrence.form].weight);
  return weights;
}

// The first `most` candidates, those with the text of an earlier one with that.
std::vector<Listed> without_duplicates(const std::vector<Candidate>& candidates, std::size_t most, Tokenizer& tokenizer) {
  DuplicateFinder finder(tokenizer);
  std::vector<Listed> listed;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Candidate& candidate = candidates[i];
    std::optional<DuplicateFinder::Match> match;
    if (candidate.likeness) match = finder.find(*candidate.likeness, candidate.clause.language, candidate.clause.text.text());
    if (match && match->same) {
      listed[match->index].same_text.push_back(i);
    } else if (listed.size() < most) {
      listed.push_back({i, {}, match ? std::optional(match->index) : std::nullopt});
      finder.add(candidate.likeness.value_or(0), candidate.clause.language, candidate.clause.text.text());
    }
  }
  return listed;
}

}  // namespace

struct Searcher::Implementation {
  Implementation(const std::vector<std::string>& places, std::vector<Concept> own) : locations(places), own_concepts(std::move(own)) {
    for (const std::string& location : locations) {
      try {
        const Xapian::Database part = open(location);
        schema::check_schema(part);
        if (!tokenizer) tokenizer = schema::make_tokenizer_of(part);
        if (const std::string name = schema::tokenizer_name(part); name != tokenizer->name())
          throw SearchError(fmt::format("{}: made with the tokenizer \"{}\", but {} with \"{}\"; search them one at a time", location, name,
                                        locations.front(), tokenizer->name()));
        database.add_database(part);
      } catch (const Xapian::Error& error) {
        throw SearchError(
            fmt::format("{}: cannot be opened ({}); run jomun-index check, and if it is damaged make it again", location, error.get_msg()));
      } catch (const schema::IncompatibleIndex& error) {
        throw SearchError(fmt::format("{}: {}", location, error.what()));
      } catch (const BrokenTokenizer& error) {
        throw SearchError(fmt::format("{}: {}", location, error.what()));
      }
    }
    if (!tokenizer) tokenizer = make_tokenizer();
  }

  // Readers survive writers: runs `function` on the newest state, and again when a writer has overtaken it meanwhile.
  template <typename Function>
  auto reading(Function function) {
    const std::string place = locations.empty() ? "" : locations.front();
    try {
      for (int attempt = 1;; ++attempt) {
        try {
          if (database.reopen()) beginnings.clear();
          return function();
        } catch (const Xapian::DatabaseModifiedError&) {
          if (attempt == reopen_tries) throw;
        }
      }
    } catch (const Xapian::Error& error) {
      throw SearchError(
          fmt::format("{}: cannot be read ({}); run jomun-index check, and if it is damaged make it again", place, error.get_msg()));
    } catch (const schema::CorruptRecord& error) {
      throw SearchError(fmt::format("{}: is damaged ({}); make it again", place, error.what()));
    }
  }

  std::optional<BridgeExpander> bridge_for(Expand expand) {
    if (expand != Expand::bridge && expand != Expand::all) return std::nullopt;
    // A form in a script that no clause is written in need not be looked for. A text of another language may be in any.
    BridgeExpander::Wanted wanted{false, false, false, false, [this](const Pattern& pattern) { return frequency_of(pattern) > 0; }};
    const auto has = [&](const char* language) { return database.term_exists(schema::language_term(language)); };
    wanted.latin = has("en");
    wanted.hangul = has("ko");
    wanted.kana = has("ja");
    wanted.han = wanted.kana || wanted.hangul || has("zh") || has("zh-Hans") || has("zh-Hant");
    if (!wanted.latin && !wanted.han) wanted.latin = wanted.hangul = wanted.kana = wanted.han = true;
    return std::optional<BridgeExpander>(std::in_place, *tokenizer, std::move(wanted));
  }

  const LexiconIndex* lexicon_for(Expand expand) {
    if (expand != Expand::lexicon && expand != Expand::all) return nullptr;
    if (!lexicon) lexicon.emplace(shipped_lexicon_index(own_concepts, *tokenizer));
    return &*lexicon;
  }

  // Clauses that may have a pattern: no more than its rarest term has.
  double frequency_of(const Pattern& pattern) {
    double least = database.get_doccount();
    for (const Pattern::Term& term : pattern.terms)
      least = std::min(least, term.starts ? frequency_of_beginning(term.term) : static_cast<double>(database.get_termfreq(term.term)));
    return least;
  }

  // The union of all terms that begin so, taken as independent of each other. Remembered: a common character begins thousands.
  double frequency_of_beginning(const std::string& beginning) {
    const auto [known, is_new] = beginnings.try_emplace(beginning, 0);
    if (is_new) {
      const double documents = std::max<double>(1, database.get_doccount());
      double without = 1;
      for (auto term = database.allterms_begin(beginning), end = database.allterms_end(beginning); term != end; ++term)
        without *= 1 - term.get_termfreq() / documents;
      known->second = documents * (1 - without);
    }
    return known->second;
  }

  // The union of the forms' clauses, taken as independent of each other, each as far as the form counts: guesses that are frequent do not
  // make the user's own word a common one.
  double frequency_of(const Group& group) {
    const double documents = std::max<double>(1, database.get_doccount());
    double without = 1;
    for (const Form& form : group.forms) without *= 1 - form.weight * frequency_of(form.pattern) / documents;
    return documents * (1 - without);
  }

  Xapian::MSet run(const Xapian::Query& query, Xapian::doccount wanted) {
    Xapian::Enquire enquire(database);
    // k1, k2, k3, b, the least normalised length. Only who becomes a candidate depends on it; b of the ranker gave no better ones.
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    return enquire.get_mset(0, wanted, wanted);
  }

  Result search(const Request& request);
  void search(const Request& request, const QueryNode& query, Demand demand, Result& result);
  std::vector<std::string> counterparts(const schema::StoredClause& clause);
  std::optional<schema::StoredClause> find_citation(std::string_view citation);
  schema::StoredClause by_citation(std::string_view citation);

  std::vector<std::string> locations;
  std::vector<Concept> own_concepts;
  Xapian::Database database;
  std::unique_ptr<Tokenizer> tokenizer;
  std::optional<LexiconIndex> lexicon;
  std::unordered_map<std::string, double> beginnings;  // of the state of the database that is open
};

Result Searcher::Implementation::search(const Request& request) {
  Result result;
  result.query = request.query;
  ParsedQuery parsed = parse_query(request.query);
  result.notes = std::move(parsed.notes);
  search(request, parsed.root, Demand::enough, result);
  // A lone phrase is meant strictly. Among other words a condition that cannot be met is not worth an empty page.
  const bool mixed =
      parsed.root.children.size() > 1 && std::any_of(parsed.root.children.begin(), parsed.root.children.end(), [](const QueryNode& child) {
        return child.kind != QueryNode::Kind::field && child.occurs == QueryNode::Occurs::must;
      });
  if (result.total == 0 && mixed) {
    search(request, loosened(parsed.root), Demand::enough, result);
    if (result.total > 0) result.notes.push_back("no clause meets all of the query; these meet parts of it");
  }
  if (result.total == 0) {
    search(request, parsed.root, Demand::one_word, result);
    if (result.total > 0) result.notes.push_back("no clause has most of the query; these have one of its words");
  }
  return result;
}

void Searcher::Implementation::search(const Request& request, const QueryNode& query, Demand demand, Result& result) {
  const std::optional<BridgeExpander> bridge = bridge_for(request.expand);
  QueryPlan plan = plan_query(query, *tokenizer, lexicon_for(request.expand), bridge ? &*bridge : nullptr);
  result.expansions.clear();
  const auto note = [&](std::string text) {
    if (std::find(result.notes.begin(), result.notes.end(), text) == result.notes.end()) result.notes.push_back(std::move(text));
  };
  if (plan.cut) note(fmt::format("the query is long; its first {} characters or words are used", max_query_cells));

  std::vector<double> frequencies;
  for (const Group& group : plan.groups) frequencies.push_back(frequency_of(group));
  if (keep_informative(plan, frequencies, database.get_doccount()))
    note(fmt::format("the query is long; the {} words that tell most are used", max_groups));
  const Ranker ranker(plan, frequencies, database.get_doccount(), demand);
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    const Group& group = plan.groups[i];
    if (group.excluded || (group.concepts.empty() && !is_required(group))) continue;  // bits of words that are listed whole
    if (!group.bridged.empty() && !result.expansions.empty() && i > 0 && plan.groups[i - 1].bridged == group.bridged) {
      result.expansions.back().weight += group.weight * ranker.idf(i);  // another part of the same word
      continue;
    }
    Expansion expansion{
        group.bridged.empty() ? group.text : group.bridged, group.concepts, {}, group.weight * ranker.idf(i), group.not_equal};
    for (const Form& form : group.forms) expansion.forms.push_back({form.text, form.language, form.via, form.weight});
    if (!group.bridged.empty()) expansion.forms.front().text = group.bridged;
    result.expansions.push_back(std::move(expansion));
  }

  const auto wanted = static_cast<Xapian::doccount>(std::max(has_strict_condition(plan.root) ? candidates_to_verify : candidates_to_rank,
                                                             candidates_per_hit * (request.limit + request.offset)));
  Xapian::MSet matches;
  if (database.get_doccount() > small_index)
    matches = run(filtered(candidate_query(plan, *tokenizer, Net::strict), request.filters, *tokenizer), wanted);
  if (matches.size() < wanted) matches = run(filtered(candidate_query(plan, *tokenizer, Net::loose), request.filters, *tokenizer), wanted);

  ClauseMatcher matcher(plan, *tokenizer);
  std::unordered_map<std::string, std::vector<double>> headings;  // by title and headings, which many clauses share
  std::vector<Candidate> candidates;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    Candidate candidate;
    candidate.document = *match;
    candidate.clause = schema::decode_clause(match.get_document().get_data());
    std::string heading = candidate.clause.title;
    for (const std::string& part : candidate.clause.path) heading += "\n\n" + part;
    const auto [known, is_new] = headings.try_emplace(heading);
    if (is_new) known->second = best_weights(plan, matcher.match(heading));
    candidate.evidence.in_heading = known->second;
    candidate.evidence.text = matcher.match(candidate.clause.text.text());
    candidate.evidence.length = database.get_doclength(*match);
    if (!request.every_clause) candidate.likeness = schema::read_likeness(match.get_document().get_value(schema::likeness_slot));
    if (ranker.satisfies(candidate.evidence)) candidates.push_back(std::move(candidate));
  }
  const double average = std::max(1.0, database.get_avlength());
  for (Candidate& candidate : candidates) candidate.score = ranker.score(candidate.evidence, average);
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.score.total != b.score.total ? a.score.total > b.score.total : a.document < b.document;
  });

  result.total = candidates.size();
  result.total_is_lower_bound = matches.size() == wanted && matches.get_matches_upper_bound() > wanted;
  for (const Candidate& candidate : candidates) {
    ++result.languages[candidate.clause.language];
    ++result.works[candidate.clause.work];
  }
  const std::vector<Listed> listed = without_duplicates(candidates, request.offset + request.limit, *tokenizer);
  for (std::size_t i = request.offset; i < listed.size(); ++i) {
    const Candidate& candidate = candidates[listed[i].candidate];
    Hit hit;
    for (const std::size_t same : listed[i].same_text) hit.same_text.push_back(candidates[same].clause.citation);
    if (listed[i].nearly) hit.nearly = candidates[listed[*listed[i].nearly].candidate].clause.citation;
    hit.rank = i + 1;
    hit.score = candidate.score.total;
    hit.highlights = highlight(plan, candidate.evidence.text, candidate.clause.text);
    hit.explanation = explain(plan, candidate.evidence, candidate.score);
    hit.parallel = counterparts(candidate.clause);
    hit.clause = found(candidate.clause);
    result.hits.push_back(std::move(hit));
  }
}

std::vector<std::string> Searcher::Implementation::counterparts(const schema::StoredClause& clause) {
  std::vector<std::string> citations;
  if (clause.address.empty()) return citations;
  const std::string term = schema::bounded_term(schema::path_prefix, clause.work + "#" + clause.address);
  for (auto posting = database.postlist_begin(term), end = database.postlist_end(term); posting != end; ++posting) {
    const schema::StoredClause other = schema::decode_clause(database.get_document(*posting).get_data());
    if (other.language != clause.language) citations.push_back(other.citation);
  }
  std::sort(citations.begin(), citations.end());
  return citations;
}

std::optional<schema::StoredClause> Searcher::Implementation::find_citation(std::string_view citation) {
  const std::string term = schema::bounded_term(schema::citation_prefix, citation);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return schema::decode_clause(database.get_document(*posting).get_data());
}

// As it is stored; else with its address read as people write them; else the clause that what it names is part of: 19 for 第十九条第二款.
schema::StoredClause Searcher::Implementation::by_citation(std::string_view citation) {
  if (auto clause = find_citation(citation)) return std::move(*clause);
  const std::size_t hash = citation.find('#');
  if (hash != citation.npos && find_ill_formed(citation) == citation.npos) {
    const std::string version(citation.substr(0, hash + 1));
    std::string address = read_address(citation.substr(hash + 1)).value_or("");
    while (!address.empty()) {
      if (auto clause = find_citation(version + address)) return std::move(*clause);
      const std::size_t last = address.rfind('.');
      address.resize(last == address.npos ? 0 : last);
    }
  }
  throw SearchError(fmt::format(
      "{}: there is no clause with this citation; they look like WORK/LANGUAGE#4, see jomun-index list for the works", citation));
}

Searcher::Searcher(const std::vector<std::string>& locations, std::vector<Concept> own)
    : implementation_(std::make_unique<Implementation>(locations, std::move(own))) {}
Searcher::~Searcher() = default;

Result Searcher::search(const Request& request) {
  const auto start = std::chrono::steady_clock::now();
  Result result = implementation_->reading([&] { return implementation_->search(request); });
  result.elapsed_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return result;
}

FoundClause Searcher::show(std::string_view citation) {
  return implementation_->reading([&] { return found(implementation_->by_citation(citation)); });
}

std::vector<FoundClause> Searcher::parallel(std::string_view citation) {
  return implementation_->reading([&] {
    schema::StoredClause clause = implementation_->by_citation(citation);
    std::vector<FoundClause> clauses;
    for (const std::string& other : implementation_->counterparts(clause)) clauses.push_back(found(implementation_->by_citation(other)));
    clauses.insert(clauses.begin(), found(std::move(clause)));
    return clauses;
  });
}

std::vector<std::string> Searcher::works() {
  return implementation_->reading([&] {
    std::vector<std::string> names;
    const Xapian::Database& database = implementation_->database;
    const std::string prefix(schema::work_prefix);
    for (auto term = database.allterms_begin(prefix), end = database.allterms_end(prefix); term != end; ++term)
      names.push_back((*term).substr(prefix.size()));
    return names;
  });
}

std::vector<std::string> Searcher::languages() {
  return implementation_->reading([&] {
    // Terms are in lower case; the spelling is in the clauses.
    std::vector<std::string> names;
    const Xapian::Database& database = implementation_->database;
    const std::string prefix(schema::language_prefix);
    for (auto term = database.allterms_begin(prefix), end = database.allterms_end(prefix); term != end; ++term) {
      const auto posting = database.postlist_begin(*term);
      if (posting != database.postlist_end(*term)) names.push_back(database.get_document(*posting).get_value(schema::language_slot));
    }
    return names;
  });
}

std::size_t Searcher::clauses() {
  return implementation_->reading([&] { return std::size_t{implementation_->database.get_doccount()}; });
}

}  // namespace jomun
