// Jomun: what can be asked of an index, and what it answers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/search.h"

#include <fmt/format.h>
#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <deque>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "corpus/address.h"
#include "corpus/lexicon.h"
#include "indexer/schema.h"
#include "searcher/bridge_expander.h"
#include "searcher/candidate_query.h"
#include "searcher/candidates.h"
#include "searcher/clause_matcher.h"
#include "searcher/completion.h"
#include "searcher/counterparts.h"
#include "searcher/coverage.h"
#include "searcher/document_frequencies.h"
#include "searcher/highlighter.h"
#include "searcher/lexicon_index.h"
#include "searcher/listing.h"
#include "searcher/long_query.h"
#include "searcher/query_parser.h"
#include "searcher/query_plan.h"
#include "searcher/ranker.h"
#include "searcher/suggestions.h"
#include "tokenizers/characters.h"
#include "tokenizers/initial_consonants.h"
#include "tokenizers/registry.h"

namespace jomun {
namespace {

// Candidates that are looked at closely: ten for each hit asked for, and enough that the best are among them; few enough for some
// milliseconds. A strict condition that only the text can decide needs more of them.
constexpr std::size_t candidates_per_hit = 10, candidates_to_rank = 300, candidates_to_verify = 3000;
// Below this an index is so small that the loose net costs nothing.
constexpr Xapian::doccount small_index = 20000;
// The strict net is not tried where it would have to catch more than so many times what chance lets expect: of 1,100 queries, none did.
constexpr double unlikely_multiple = 30;
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
  Implementation(const std::vector<std::string>& places, std::vector<Concept> own) : locations(places), own_concepts(std::move(own)) {
    for (const std::string& location : locations) {
      try {
        Xapian::Database part;
        std::string name;  // of its tokenizer
        // A writer may commit twice before anything has been read.
        for (int attempt = 1;; ++attempt) {
          try {
            part = open(location);
            schema::check_schema(part);
            name = schema::tokenizer_name(part);
            if (!tokenizer) tokenizer = schema::make_tokenizer_of(part);
            break;
          } catch (const Xapian::DatabaseModifiedError&) {
            if (attempt == reopen_tries) throw;
          }
        }
        if (name != tokenizer->name())
          throw SearchError(fmt::format("{}: made with the tokenizer \"{}\", but {} with \"{}\"; search them one at a time", location, name,
                                        locations.front(), tokenizer->name()));
        database.add_database(part);
        parts.push_back(part);
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
          if (database.reopen()) {
            frequencies.database_changed();
            if (suggester) suggester->database_changed();
            if (completer) completer->database_changed();
          }
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
    BridgeExpander::Wanted wanted{false, false, false, false, [this](const Pattern& pattern) {
                                    return frequencies.of(pattern) / std::max<double>(1, database.get_doccount());
                                  }};
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

  void stop_if_asked() const {
    if (stop != nullptr && stop->load(std::memory_order_relaxed)) throw SearchStopped();
  }

  Xapian::MSet run(const Xapian::Query& query, Xapian::doccount wanted) {
    stop_if_asked();
    Xapian::Enquire enquire(database);
    // k1, k2, k3, b, the least normalised length. Only who becomes a candidate depends on it; b of the ranker gave no better ones.
    enquire.set_weighting_scheme(Xapian::BM25Weight(1.2, 0, 1, 0.75, 0.5));
    enquire.set_query(query);
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    return enquire.get_mset(0, wanted, wanted);
  }

  Result search(const Request& request);
  Coverage cover(const Request& request);
  void search(const Request& request, const QueryNode& query, Demand demand, Result& result);
  void explain_nothing(const QueryNode& node, std::vector<std::string>& notes) const;
  std::vector<Suggestion> suggest(const ParsedQuery& parsed, const Result& result);
  std::vector<std::string> counterparts(const schema::StoredClause& clause);
  std::string source_url(const schema::StoredClause& clause);
  FoundClause found_with_source(schema::StoredClause clause);
  ParallelClauses parallel(std::string_view citation);
  std::optional<schema::StoredClause> find_citation(std::string_view citation);
  schema::StoredClause by_citation(std::string_view citation);

  std::vector<std::string> locations;
  std::vector<Concept> own_concepts;
  Xapian::Database database;
  std::vector<Xapian::Database> parts;  // of `database`, which gives the metadata of its first part only
  std::unique_ptr<Tokenizer> tokenizer;
  std::optional<LexiconIndex> lexicon;
  DocumentFrequencies frequencies{database};
  std::optional<SpellingSuggester> suggester;
  std::optional<WordCompleter> completer;
  const std::atomic<bool>* stop = nullptr;
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
  if (!suggester) suggester.emplace(database, *tokenizer, *lexicon_for(Expand::all));
  return suggester->suggest(result.query, parsed.words, outcome);
}

void Searcher::Implementation::search(const Request& request, const QueryNode& query, Demand demand, Result& result) {
  frequencies.begin_query();
  const std::optional<BridgeExpander> bridge = bridge_for(request.expand);
  QueryPlan plan = plan_query(query, *tokenizer, lexicon_for(request.expand), bridge ? &*bridge : nullptr, request.weights);
  leave_out(plan, request.without, *tokenizer);
  result.expansions.clear();
  const auto note = [&](std::string text) {
    if (std::find(result.notes.begin(), result.notes.end(), text) == result.notes.end()) result.notes.push_back(std::move(text));
  };
  if (plan.cut) note(fmt::format("the query is long; its first {} characters or words are used", max_query_cells));

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

  // By date, a clause need not be among the best to come first.
  const bool look_further = has_strict_condition(plan.root) || request.sort == Sort::date || request.group == GroupBy::work;
  const auto wanted = request.exact ? std::max<Xapian::doccount>(1, database.get_doccount())
                                    : static_cast<Xapian::doccount>(std::max(look_further ? candidates_to_verify : candidates_to_rank,
                                                                             candidates_per_hit * (request.limit + request.offset)));
  Xapian::MSet matches;
  const bool may_be_enough =
      unlikely_multiple * expected_catch(plan, document_frequencies, database.get_doccount()) >= static_cast<double>(wanted);
  if (database.get_doccount() > small_index && may_be_enough && !request.exact)
    matches = run(filtered(candidate_query(plan, *tokenizer, Net::strict), request.filters, *tokenizer), wanted);
  if (matches.size() < wanted) matches = run(filtered(candidate_query(plan, *tokenizer, Net::loose), request.filters, *tokenizer), wanted);

  CandidateReader reader(database, plan, ranker, *tokenizer);
  reader.stop_when(stop);
  std::vector<Xapian::docid> documents;
  for (auto match = matches.begin(); match != matches.end(); ++match) documents.push_back(*match);
  std::deque<Candidate> unordered = reader.read(std::move(documents));
  add_context(unordered, request.weights.context);
  std::vector<const Candidate*> candidates;
  for (const Candidate& candidate : unordered) candidates.push_back(&candidate);
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate* a, const Candidate* b) { return a->score > b->score; });

  if (parts.size() > 1) keep_first_of_citations(candidates);
  result.total = candidates.size();
  result.total_is_lower_bound = matches.size() == wanted && matches.get_matches_upper_bound() > wanted;
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
                                                                    : without_duplicates(candidates, most, reader, *tokenizer);
  result.listed = listed.size();
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
    hit.parallel = counterparts(clause);
    hit.clause = found_with_source(std::move(clause));
    result.hits.push_back(std::move(hit));
  }
}

Coverage Searcher::Implementation::cover(const Request& request) {
  frequencies.begin_query();
  ParsedQuery parsed = parse_query(request.query);
  const std::optional<BridgeExpander> bridge = bridge_for(request.expand);
  QueryPlan plan = plan_query(parsed.root, *tokenizer, lexicon_for(request.expand), bridge ? &*bridge : nullptr, request.weights);
  leave_out(plan, request.without, *tokenizer);
  std::vector<double> document_frequencies;
  for (Group& group : plan.groups) {
    stop_if_asked();
    document_frequencies.push_back(frequencies.of(group));
  }
  const bool shortened = keep_informative(plan, document_frequencies, database.get_doccount()) || plan.cut;
  const Ranker ranker(plan, document_frequencies, database.get_doccount(), Demand::enough);
  CandidateReader reader(database, plan, ranker, *tokenizer);
  reader.stop_when(stop);
  Coverage coverage = count_by_work(database, filtered(candidate_query(plan, *tokenizer, Net::loose), request.filters, *tokenizer), reader);
  coverage.notes = std::move(parsed.notes);
  if (shortened) coverage.notes.push_back("the query is long; a part of it is used");
  return coverage;
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
  // Two indexes may have the same version.
  citations.erase(std::unique(citations.begin(), citations.end()), citations.end());
  return citations;
}

// Clauses of a version may be in a language of their own, so its name is rather in the citation; unless that was given with the clause.
std::string Searcher::Implementation::source_url(const schema::StoredClause& clause) {
  for (const std::string& version : {clause.citation.substr(0, clause.citation.find('#')), clause.work + "/" + clause.language}) {
    if (!version.starts_with(clause.work + "/")) continue;
    for (const Xapian::Database& part : parts)
      if (const std::string record = part.get_metadata(std::string(schema::version_key) + version); !record.empty())
        return schema::decode_version(record).source_url;
  }
  return "";
}

FoundClause Searcher::Implementation::found_with_source(schema::StoredClause clause) {
  std::string source = source_url(clause);
  FoundClause result = found(std::move(clause));
  result.source_url = std::move(source);
  return result;
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

ParallelClauses Searcher::Implementation::parallel(std::string_view citation) {
  const schema::StoredClause asked = by_citation(citation);
  // Documents of a version stand in the order of its text.
  std::map<std::string, std::vector<schema::StoredClause>> versions;
  const std::string term = schema::bounded_term(schema::work_prefix, asked.work);
  std::set<std::string> citations;  // two indexes may have the same version
  for (auto posting = database.postlist_begin(term), end = database.postlist_end(term); posting != end; ++posting) {
    schema::StoredClause clause = schema::decode_clause(database.get_document(*posting).get_data());
    if (citations.insert(clause.citation).second) versions[clause.language].push_back(std::move(clause));
  }
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
    for (const Counterparts& pair : find_counterparts(compared(own), compared(version), *tokenizer, lexicon_for(Expand::all)))
      if (own[pair.left].citation == asked.citation)
        result.counterparts.push_back(
            {found(version[pair.right]), pair.confidence, pair.same_address ? FoundBy::address : FoundBy::similarity});
  }
  return result;
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
  return implementation_->reading([&] { return implementation_->found_with_source(implementation_->by_citation(citation)); });
}

ParallelClauses Searcher::parallel(std::string_view citation) {
  return implementation_->reading([&] { return implementation_->parallel(citation); });
}

Coverage Searcher::cover(const Request& request) {
  return implementation_->reading([&] { return implementation_->cover(request); });
}

std::vector<ListedWork> Searcher::list_works(const Filters& filters) {
  return implementation_->reading([&] {
    return jomun::list_works(implementation_->database, filtered(Xapian::Query::MatchAll, filters, *implementation_->tokenizer));
  });
}

void Searcher::stop_when(const std::atomic<bool>* requested) { implementation_->stop = requested; }

std::vector<Concept> Searcher::look_up(std::string_view text) {
  const LexiconIndex& lexicon = *implementation_->lexicon_for(Expand::all);
  std::vector<Concept> concepts;
  const std::vector<std::uint32_t> found =
      is_initial_consonants(text) ? lexicon.find_initial_consonants(text) : lexicon.find(analyse(*implementation_->tokenizer, text));
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

std::size_t Searcher::clauses() {
  return implementation_->reading([&] { return std::size_t{implementation_->database.get_doccount()}; });
}

}  // namespace jomun
