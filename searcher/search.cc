// Jomun: what can be asked of an index, and what it answers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/search.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "corpus/lexicon.h"
#include "indexer/schema.h"
#include "searcher/bridge_expander.h"
#include "searcher/candidate_query.h"
#include "searcher/candidates.h"
#include "searcher/clause_lookup.h"
#include "searcher/clause_matcher.h"
#include "searcher/completion.h"
#include "searcher/counterparts.h"
#include "searcher/coverage.h"
#include "searcher/document_frequencies.h"
#include "searcher/highlighter.h"
#include "searcher/lexicon_index.h"
#include "searcher/listing.h"
#include "searcher/locations.h"
#include "searcher/long_query.h"
#include "searcher/query_parser.h"
#include "searcher/query_plan.h"
#include "searcher/ranker.h"
#include "searcher/records.h"
#include "searcher/suggestions.h"
#include "tokenizers/characters.h"
#include "tokenizers/initial_consonants.h"

namespace jomun {
namespace {

// Candidates that are looked at closely: ten for each hit asked for, and enough that the best are among them; few enough for some
// milliseconds. A strict condition that only the text can decide needs more of them.
constexpr std::size_t candidates_per_hit = 10, candidates_to_rank = 150, candidates_to_verify = 3000;
// Where words may be met by others, in any language, Xapian tells less well which clauses are the best.
constexpr std::size_t expanded_candidates_to_rank = 300;
// Below this an index is so small that the loose net costs nothing.
constexpr Xapian::doccount small_index = 20000;
// The strict net is not tried where it would have to catch more than so many times what chance lets expect: of 1,100 queries, none did.
constexpr double unlikely_multiple = 30;
// Of candidates as good as the last one; and what two sums of the same weights may differ by, against the whole.
constexpr Xapian::doccount most_equals = 100;
constexpr double rounding = 1e-9;
constexpr int reopen_tries = 10, connect_tries = 3;

FoundClause found(schema::StoredClause stored) {
  return {std::move(stored.citation),  std::move(stored.work),
          std::move(stored.language),  std::move(stored.title),
          std::move(stored.issuer),    std::move(stored.date),
          std::move(stored.status),    std::move(stored.label),
          std::move(stored.address),   "",
          std::move(stored.path),      std::move(stored.text),
          std::move(stored.modalities)};
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

}  // namespace

struct Searcher::Implementation {
  Implementation(const std::vector<std::string>& names, std::vector<Concept> own, const OpenOptions& options)
      : locations(names, options), own_concepts(std::move(own)) {}

  void database_changed() {
    records.reconnect();
    frequencies.database_changed();
    lookup.database_changed();
    known_scripts.reset();
    if (suggester) suggester->database_changed();
    if (completer) completer->database_changed();
  }

  // Readers survive writers, and servers that were started again: runs `function` on the newest state, and again when a writer has
  // overtaken it or a connection was lost meanwhile.
  template <typename Function>
  auto reading(Function function) {
    const auto cannot_be_read = [this](const Xapian::Error& error) {
      return SearchError(fmt::format("{}: cannot be read ({}); run jomun-index check, and if it is damaged make it again", locations.name(),
                                     error.get_msg()));
    };
    try {
      for (int overtaken = 0, lost = 0;;) {
        try {
          if (locations.reopen()) database_changed();
          return function();
        } catch (const Xapian::DatabaseModifiedError&) {
          if (++overtaken == reopen_tries) throw;
          database_changed();
        } catch (const Xapian::NetworkError& error) {
          if (++lost == connect_tries)
            throw SearchError(fmt::format("{}: the connection was lost ({}); try again", locations.name(), describe(error)));
          locations.connect();
          database_changed();
        }
      }
    } catch (const Xapian::Error& error) {
      throw cannot_be_read(error);
    } catch (const schema::CorruptRecord& error) {
      throw SearchError(fmt::format("{}: is damaged ({}); make it again", locations.name(), error.what()));
    }
  }

  std::optional<BridgeExpander> bridge_for(Expand expand) {
    if (expand != Expand::bridge && expand != Expand::all) return std::nullopt;
    // A form in a script that no clause is written in need not be looked for. A text of another language may be in any.
    BridgeExpander::Wanted wanted{false, false, false, false, [this](const Pattern& pattern) {
                                    return frequencies.of(pattern) / std::max<double>(1, database.get_doccount());
                                  }};
    if (!known_scripts) {
      Scripts& scripts = known_scripts.emplace();
      const auto has = [&](const char* language) { return database.term_exists(schema::language_term(language)); };
      scripts.latin = has("en");
      scripts.hangul = has("ko");
      scripts.kana = has("ja");
      scripts.han = scripts.kana || scripts.hangul || has("zh") || has("zh-Hans") || has("zh-Hant");
      if (!scripts.latin && !scripts.han) scripts = {true, true, true, true};
    }
    wanted.latin = known_scripts->latin;
    wanted.hangul = known_scripts->hangul;
    wanted.kana = known_scripts->kana;
    wanted.han = known_scripts->han;
    return std::optional<BridgeExpander>(std::in_place, tokenizer, std::move(wanted));
  }

  const LexiconIndex* lexicon_for(Expand expand) {
    if (expand != Expand::lexicon && expand != Expand::all) return nullptr;
    if (!lexicon) lexicon.emplace(shipped_lexicon_index(own_concepts, tokenizer));
    return &*lexicon;
  }

  void stop_if_asked() const {
    if (stop != nullptr && stop->load(std::memory_order_relaxed)) throw SearchStopped();
  }

  // Documents that Xapian proposes.
  struct Catch {
    std::vector<Xapian::docid> documents;
    bool more = false;  // there may be others
  };

  // The `wanted` best, and those that are as good as the last of them: which of several equals come first is a question of how many
  // databases there are. Of very many equals just as many as are wanted.
  Catch run(const Xapian::Query& query, const RankingWeights& weights, Xapian::doccount wanted) {
    stop_if_asked();
    Xapian::Enquire enquire(database);
    // k1, k2, k3, b, the least normalised length: as the ranker counts. Of the ten best of 300,000 clauses 150 candidates so chosen have
    // nine; by b = .75 and Xapian's least length of .5, to which all short clauses are alike, 300 had eight.
    enquire.set_weighting_scheme(Xapian::BM25Weight(weights.k1, 0, 1, weights.b, 0));
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::doccount most = wanted + most_equals;
    const Xapian::MSet matches = enquire.get_mset(0, most, most);
    Xapian::doccount taken = std::min(wanted, matches.size());
    if (matches.size() > wanted) {
      const double least = matches[wanted - 1].get_weight() * (1 - rounding);
      while (taken < matches.size() && matches[taken].get_weight() >= least) ++taken;
      if (taken == most) taken = wanted;
    }
    Catch caught;
    for (auto match = matches.begin(); caught.documents.size() < taken; ++match) caught.documents.push_back(*match);
    caught.more = taken < matches.size();
    return caught;
  }

  // First those that have much of the query; where they are too few, those that have anything of it.
  Catch propose(const Request& request, const QueryPlan& plan, const std::vector<double>& document_frequencies, Xapian::doccount wanted) {
    const auto net = [&](Net kind) { return filtered(candidate_query(plan, tokenizer, kind), request.filters, tokenizer); };
    const auto catch_with = [&](const Xapian::Query& query) { return run(query, plan.weights, wanted); };
    const bool may_be_enough =
        unlikely_multiple * expected_catch(plan, document_frequencies, database.get_doccount()) >= static_cast<double>(wanted);
    if (database.get_doccount() <= small_index || !may_be_enough || request.exact) return catch_with(net(Net::loose));
    const Xapian::Query strict = net(Net::strict);
    Catch caught = catch_with(strict);
    if (caught.documents.size() >= wanted) return caught;
    const Xapian::Query loose = net(Net::loose);
    const bool is_the_same = loose.serialise() == strict.serialise();  // a phrase, one word
    return is_the_same ? caught : catch_with(loose);
  }

  Result search(const Request& request);
  Coverage cover(const Request& request);
  void search(const Request& request, const QueryNode& query, Demand demand, Result& result);
  void explain_nothing(const QueryNode& node, std::vector<std::string>& notes) const;
  std::vector<Suggestion> suggest(const ParsedQuery& parsed, const Result& result);
  FoundClause found_with_source(schema::StoredClause clause);
  ParallelClauses parallel(std::string_view citation);

  Locations locations;
  const Xapian::Database& database = locations.database();
  Tokenizer& tokenizer = locations.tokenizer();
  RecordReader records{locations};
  ClauseLookup lookup{locations, records};
  std::vector<Concept> own_concepts;
  std::optional<LexiconIndex> lexicon;
  DocumentFrequencies frequencies{database};
  std::optional<SpellingSuggester> suggester;
  std::optional<WordCompleter> completer;
  const std::atomic<bool>* stop = nullptr;
  struct Scripts {
    bool latin, hangul, kana, han;
  };
  std::optional<Scripts> known_scripts;  // of the state of the database that is looked at
};

Result Searcher::Implementation::search(const Request& request) {
  Result result;
  result.query = request.query;
  result.group = request.group;
  ParsedQuery parsed = parse_query(request.query);
  result.notes = std::move(parsed.notes);
  search(request, parsed.root, Demand::enough, result);
  if (!request.degrade) return result;
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
  if (result.total == 0) explain_nothing(parsed.root, result.notes);
  result.suggestions = suggest(parsed, result);
  return result;
}

// Says which conditions of the query no clause can meet, whatever its words are.
void Searcher::Implementation::explain_nothing(const QueryNode& node, std::vector<std::string>& notes) const {
  if (node.occurs == QueryNode::Occurs::must_not) return;
  const bool chinese = node.text == "zh";  // stands for its scripts
  if (node.kind == QueryNode::Kind::field && node.field == "language" && !chinese &&
      !database.term_exists(schema::language_term(node.text)))
    notes.push_back(fmt::format("language:{} is the language of no clause; they are tags like ko, see jomun-index list", node.text));
  if (node.kind == QueryNode::Kind::field && node.field == "work" &&
      !database.term_exists(schema::bounded_term(schema::work_prefix, node.text)))
    notes.push_back(fmt::format("work:{} is not in the index; see jomun-index list", node.text));
  if (node.kind == QueryNode::Kind::phrase)
    notes.push_back(fmt::format("no clause has \"{}\" as it stands; without quotation marks its words are looked for", node.text));
  for (const QueryNode& child : node.children) explain_nothing(child, notes);
}

std::vector<Suggestion> Searcher::Implementation::suggest(const ParsedQuery& parsed, const Result& result) {
  if (parsed.words.empty() || result.query.size() > SpellingSuggester::max_bytes) return {};
  QueryOutcome outcome;
  outcome.found = result.total > 0;
  for (const Expansion& expansion : result.expansions)
    if (expansion.forms.size() > 1) outcome.understood.push_back(expansion.text);
  if (!suggester) suggester.emplace(database, frequencies, tokenizer, *lexicon_for(Expand::all));
  return suggester->suggest(result.query, parsed.words, outcome);
}

void Searcher::Implementation::search(const Request& request, const QueryNode& query, Demand demand, Result& result) {
  frequencies.begin_query();
  const std::optional<BridgeExpander> bridge = bridge_for(request.expand);
  QueryPlan plan = plan_query(query, tokenizer, lexicon_for(request.expand), bridge ? &*bridge : nullptr, request.weights);
  leave_out(plan, request.without, tokenizer);
  result.expansions.clear();
  const auto note = [&](std::string text) {
    if (std::find(result.notes.begin(), result.notes.end(), text) == result.notes.end()) result.notes.push_back(std::move(text));
  };
  if (plan.cut) note(fmt::format("the query is long; its first {} characters or words are used", max_query_cells));

  if (locations.is_remote()) frequencies.look_up(plan.groups);
  std::vector<double> document_frequencies;
  for (Group& group : plan.groups) {
    stop_if_asked();
    document_frequencies.push_back(frequencies.of(group));
  }
  if (keep_informative(plan, document_frequencies, database.get_doccount()))
    note(fmt::format("the query is long; the {} words that tell most are used", max_groups));
  const Ranker ranker(plan, document_frequencies, database.get_doccount(), demand);
  for (std::size_t i = 0; i < plan.groups.size(); ++i) {
    const Group& group = plan.groups[i];
    if (group.excluded || (group.concepts.empty() && !is_required(group))) continue;  // bits of words that are listed whole
    const bool goes_on = !group.bridged.empty() && i > 0 && plan.groups[i - 1].bridged == group.bridged && !result.expansions.empty();
    if (!goes_on) {
      result.expansions.push_back({group.bridged.empty() ? group.text : group.bridged, group.concepts, {}, 0, group.not_equal});
      result.expansions.back().forms.push_back({result.expansions.back().text, "", "query", 1});
    }
    Expansion& expansion = result.expansions.back();
    expansion.weight += group.weight * ranker.idf(i);
    for (const Form& form : group.forms) {
      const bool known = std::any_of(expansion.forms.begin(), expansion.forms.end(),
                                     [&](const ExpandedForm& other) { return other.text == form.text && other.language == form.language; });
      if (form.via != "query" && !known) expansion.forms.push_back({form.text, form.language, form.via, form.weight});
    }
  }

  CandidateReader reader(database, records, plan, ranker, tokenizer);
  reader.stop_when(stop);
  reader.restrict_to(request.filters.citations);
  Catch caught;
  std::deque<Candidate> unordered;
  const std::size_t for_page = candidates_per_hit * (request.limit + request.offset);
  const auto look_at = [&](std::size_t wanted) {
    wanted = std::max(wanted, for_page);
    caught = propose(request, plan, document_frequencies, static_cast<Xapian::doccount>(wanted));
    unordered = reader.read(std::exchange(caught.documents, {}));
    return 2 * unordered.size() >= wanted;
  };
  // By date, a clause need not be among the best to come first. Most clauses that have the words of a phrase have the phrase, else one has
  // to look further; for a phrase alone as far as it takes to find so many, as far as can be told.
  const std::size_t to_rank = std::max(for_page, is_expanded(plan) ? expanded_candidates_to_rank : candidates_to_rank);
  if (request.exact)
    look_at(std::max<std::size_t>(1, database.get_doccount()));
  else if (request.sort == Sort::date || request.group == GroupBy::work)
    look_at(candidates_to_verify);
  else if (const bool enough = look_at(to_rank);
           !enough && caught.more && for_page < candidates_to_verify && has_strict_condition(plan.root))
    look_at(is_strict(plan) && !unordered.empty() ? std::min(candidates_to_verify, to_rank * to_rank / unordered.size())
                                                  : candidates_to_verify);
  add_context(unordered, request.weights.context);
  std::vector<const Candidate*> candidates;
  for (const Candidate& candidate : unordered) candidates.push_back(&candidate);
  // What is equal by citation: the numbers of documents depend on how many databases there are. They decide between databases that have
  // the same clause.
  std::sort(candidates.begin(), candidates.end(), [](const Candidate* a, const Candidate* b) {
    if (a->score != b->score) return a->score > b->score;
    const int order = a->clause.citation.compare(b->clause.citation);
    return order != 0 ? order < 0 : a->document < b->document;
  });

  if (locations.open().size() > 1) keep_first_of_citations(candidates);
  result.total = candidates.size();
  result.total_is_lower_bound = caught.more;
  result.facets = count_facets(candidates);
  if (request.sort == Sort::date) {
    sort_newest_first(candidates);
    if (result.total > 0 && result.total_is_lower_bound)
      note(fmt::format("the newest of the {} clauses that fit best; restrict the query, or ask for exact facets to look at all",
                       result.total));
  }
  const std::size_t most = request.offset + request.limit;
  const std::vector<Listed> listed = request.group == GroupBy::work ? first_of_works(candidates, most)
                                     : request.every_clause         ? first_of(candidates, most)
                                                                    : without_duplicates(candidates, most, tokenizer);
  result.listed = listed.size();
  std::vector<schema::StoredClause> clauses;
  std::vector<Xapian::docid> documents;
  for (std::size_t i = request.offset; i < listed.size(); ++i) {
    stop_if_asked();
    const Candidate& candidate = *candidates[listed[i].candidate];
    schema::StoredClause clause = schema::decode_clause(candidate.record);
    const Evidence& evidence = reader.evidence(candidate);
    Hit hit;
    for (const std::size_t same : listed[i].same_text) hit.same_text.emplace_back(candidates[same]->clause.citation);
    if (listed[i].nearly) hit.nearly = candidates[listed[*listed[i].nearly].candidate]->clause.citation;
    hit.more_in_work = listed[i].more_in_work;
    hit.rank = i + 1;
    hit.score = candidate.score;
    hit.highlights = highlight(plan, evidence.text, clause.text);
    hit.explanation = explain(plan, evidence, reader.score(evidence));
    if (candidate.context > 0) hit.explanation.push_back({"other clauses of the same text", candidate.context});
    clauses.push_back(std::move(clause));
    documents.push_back(candidate.document);
    result.hits.push_back(std::move(hit));
  }
  std::vector<std::vector<std::string>> parallel = lookup.same_address(clauses, std::move(documents));
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    result.hits[i].parallel = std::move(parallel[i]);
    result.hits[i].clause = found_with_source(std::move(clauses[i]));
  }
}

Coverage Searcher::Implementation::cover(const Request& request) {
  frequencies.begin_query();
  ParsedQuery parsed = parse_query(request.query);
  const std::optional<BridgeExpander> bridge = bridge_for(request.expand);
  QueryPlan plan = plan_query(parsed.root, tokenizer, lexicon_for(request.expand), bridge ? &*bridge : nullptr, request.weights);
  leave_out(plan, request.without, tokenizer);
  if (locations.is_remote()) frequencies.look_up(plan.groups);
  std::vector<double> document_frequencies;
  for (Group& group : plan.groups) {
    stop_if_asked();
    document_frequencies.push_back(frequencies.of(group));
  }
  const bool shortened = keep_informative(plan, document_frequencies, database.get_doccount()) || plan.cut;
  const Ranker ranker(plan, document_frequencies, database.get_doccount(), Demand::enough);
  CandidateReader reader(database, records, plan, ranker, tokenizer);
  reader.stop_when(stop);
  reader.restrict_to(request.filters.citations);
  Coverage coverage = count_by_work(database, filtered(candidate_query(plan, tokenizer, Net::loose), request.filters, tokenizer), reader);
  coverage.notes = std::move(parsed.notes);
  if (shortened) coverage.notes.push_back("the query is long; a part of it is used");
  return coverage;
}

FoundClause Searcher::Implementation::found_with_source(schema::StoredClause clause) {
  std::string source = lookup.source_url(clause);
  FoundClause result = found(std::move(clause));
  result.source_url = std::move(source);
  return result;
}

ParallelClauses Searcher::Implementation::parallel(std::string_view citation) {
  const schema::StoredClause asked = lookup.by_citation(citation);
  std::map<std::string, std::vector<schema::StoredClause>> versions;
  std::set<std::string> citations;  // two indexes may have the same version
  for (schema::StoredClause& clause : lookup.of_work(asked.work))
    if (citations.insert(clause.citation).second) versions[clause.language].push_back(std::move(clause));
  const auto compared = [](const std::vector<schema::StoredClause>& version) {
    std::vector<VersionClause> clauses;
    for (const schema::StoredClause& clause : version) clauses.push_back({clause.text.text(), clause.address});
    return clauses;
  };
  const std::vector<schema::StoredClause>& own = versions[asked.language];
  ParallelClauses result{found(asked), {}};
  for (const auto& [language, version] : versions) {
    if (language == asked.language) continue;
    stop_if_asked();
    for (const Counterparts& pair : find_counterparts(compared(own), compared(version), tokenizer, lexicon_for(Expand::all)))
      if (own[pair.left].citation == asked.citation)
        result.counterparts.push_back(
            {found(version[pair.right]), pair.confidence, pair.same_address ? FoundBy::address : FoundBy::similarity});
  }
  return result;
}

Searcher::Searcher(const std::vector<std::string>& locations, std::vector<Concept> own, const OpenOptions& options)
    : implementation_(std::make_unique<Implementation>(locations, std::move(own), options)) {}
Searcher::~Searcher() = default;

Result Searcher::search(const Request& request) {
  const auto start = std::chrono::steady_clock::now();
  Result result = implementation_->reading([&] { return implementation_->search(request); });
  result.missing = missing();
  result.elapsed_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  return result;
}

FoundClause Searcher::show(std::string_view citation) {
  return implementation_->reading([&] { return implementation_->found_with_source(implementation_->lookup.by_citation(citation)); });
}

ParallelClauses Searcher::parallel(std::string_view citation) {
  return implementation_->reading([&] { return implementation_->parallel(citation); });
}

Coverage Searcher::cover(const Request& request) {
  return implementation_->reading([&] { return implementation_->cover(request); });
}

std::vector<ListedWork> Searcher::list_works(const Filters& filters) {
  return implementation_->reading(
      [&] { return jomun::list_works(implementation_->database, filtered(Xapian::Query::MatchAll, filters, implementation_->tokenizer)); });
}

void Searcher::stop_when(const std::atomic<bool>* requested) { implementation_->stop = requested; }

std::vector<Concept> Searcher::look_up(std::string_view text) {
  const LexiconIndex& lexicon = *implementation_->lexicon_for(Expand::all);
  std::vector<Concept> concepts;
  const std::vector<std::uint32_t> found =
      is_initial_consonants(text) ? lexicon.find_initial_consonants(text) : lexicon.find(analyse(implementation_->tokenizer, text));
  for (const std::uint32_t number : found) concepts.push_back(lexicon.at(number));
  return concepts;
}

std::vector<std::string> Searcher::complete(std::string_view typed, std::size_t most) {
  return implementation_->reading([&] {
    std::optional<WordCompleter>& completer = implementation_->completer;
    if (!completer) completer.emplace(implementation_->database, *implementation_->lexicon_for(Expand::all));
    return completer->complete(typed, most);
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

std::vector<std::string> Searcher::missing() const { return implementation_->locations.missing(); }

std::size_t Searcher::clauses() {
  return implementation_->reading([&] { return std::size_t{implementation_->database.get_doccount()}; });
}

}  // namespace jomun
