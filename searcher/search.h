// Jomun: what can be asked of an index, and what it answers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/lexicon.h"
#include "searcher/ranking_weights.h"
#include "tokenizers/mapped_text.h"

namespace jomun {

enum class Expand { none, lexicon, bridge, all };
enum class Sort { relevance, date };  // date: the newest first, those of no known date last; what is equal by relevance
enum class GroupBy { none, work };    // work: a hit is the best clause of its work, in the order that `sort` says

// Restricts the hits; an empty list or string restricts nothing. Alternatives of one list are joined by "or".
struct Filters {
  std::vector<std::string> languages;  // "zh-Hans"; "zh" stands for both
  std::vector<std::string> works;
  std::vector<std::string> issuers;          // words of the issuer's name
  std::string from, to;                      // dates "2023", "2023-05" or "2023-05-21", both included
  std::vector<std::string> modalities = {};  // names of corpus/modality.h
  std::vector<std::string> citations = {};   // as they are stored
};

struct Request {
  std::string query;  // query language: see query_parser.h
  Filters filters;
  std::size_t limit = 10;
  std::size_t offset = 0;
  Expand expand = Expand::all;
  std::vector<std::string> without;  // forms that no word of the query stands for, though the lexicon or the bridge says so
  bool every_clause = false;         // a text that stands in several places is a hit for each; else one, see Hit::same_text
  Sort sort = Sort::relevance;
  GroupBy group = GroupBy::none;  // by work, what stands in several works is a hit for each
  // Looks at every clause that has anything of the query: total and facets are exact, and so is the order by date. Takes time and memory
  // for each of them; else the likeliest are looked at, some hundreds or thousands.
  bool exact = false;
  RankingWeights weights = {};
  bool degrade = true;  // where no clause meets the query, those that meet a part of it, with a note
};

// One way to say a query word, and where it comes from.
struct ExpandedForm {
  std::string text;
  std::string language;  // empty: the user's own; "mul-Hani": Han characters, whatever the language
  std::string via;       // "query", "lexicon:CONCEPT", "bridge"
  double weight = 1;     // of a match by it, against the user's own word
};

struct Expansion {
  std::string text;        // the part of the query it stands for
  std::string concept_id;  // ids joined by ',' where the word has several meanings; empty: it has no entry in the lexicon
  std::vector<ExpandedForm> forms;
  double weight = 0;  // what a clause gains by it at most
  // Of these ids those that the lexicon says are not the same as another of them, in their order: 安全 is safety or security.
  std::vector<std::string> not_equal = {};
};

// A place in a clause that made it a hit.
struct Highlight {
  std::size_t begin = 0, end = 0;  // code points of StoredClause::text
  Span published;                  // bytes of the extracted text as published
  std::string matched;             // these characters of the clean text
  std::string via;                 // "query", "lexicon:CONCEPT", "bridge"
};

// What the index keeps of a clause.
struct FoundClause {
  std::string citation, work, language, title, issuer, date, status, label, address;
  std::string source_url;         // where its version was published, if that is known
  std::vector<std::string> path;  // headings, outermost first
  MappedText text;
  std::vector<std::string> modalities = {};  // names of corpus/modality.h: whether it obliges, forbids, permits, recommends
};

// One line of --explain.
struct ScorePart {
  std::string what;  // "lexicon:ai-safety matched 안전 (ko) 2 times"
  double score = 0;
};

struct Hit {
  std::size_t rank = 0;  // from 1, counting from the first hit whatever the offset
  double score = 0;
  FoundClause clause;
  std::vector<Highlight> highlights;  // ascending, not overlapping
  std::vector<std::string> parallel;  // citations of the same clause in other languages
  // Citations of clauses with the same text in the same language, which are no hits of their own, best first. Only those among the
  // candidates are known.
  std::vector<std::string> same_text;
  std::size_t more_in_work = 0;  // clauses of its work that satisfy the query too; GroupBy::work only
  std::string nearly;            // the citation of a better hit on this page or before with nearly the same text; look for a "not"
  std::vector<ScorePart> explanation;
};

// How a counterpart was told: it has the same address and nothing speaks against it, or what it says fits best.
enum class FoundBy { address, similarity };

struct Counterpart {
  FoundClause clause;
  double confidence = 1;  // how likely it is the same clause: in (0, 1]; see counterparts.h
  FoundBy by = FoundBy::address;
};

// A clause and the same clause in other languages, by language and then in the order of the text.
struct ParallelClauses {
  FoundClause clause;
  std::vector<Counterpart> counterparts;
};

// How many clauses have which value, of all that were looked at and satisfy the query, whichever are shown: with total_is_lower_bound at
// least so many. A clause without a value is counted in none.
struct Facets {
  std::map<std::string, std::size_t> languages, works, issuers, years;
};

// A query that was perhaps meant, where a word of it is in no clause and in no lexicon. It has not been searched for.
struct Suggestion {
  struct Replaced {
    std::string typed, meant;
  };
  std::string query;
  std::vector<Replaced> replaced;  // in the order of the query
};

struct Result {
  std::string query;
  std::size_t total = 0;
  bool total_is_lower_bound = false;
  // Hits there are up to the last one asked for, from the first whatever the offset: fewer than `total` where clauses are shown below
  // others, which have the same text or are the best of their work.
  std::size_t listed = 0;
  double elapsed_ms = 0;
  std::vector<Expansion> expansions;
  std::vector<Hit> hits;
  Facets facets;
  GroupBy group = GroupBy::none;        // as requested
  std::vector<std::string> notes;       // what the user should know: syntax taken as words, degraded steps
  std::vector<Suggestion> suggestions;  // the likeliest first
  std::vector<std::string> missing;     // indexes that did not answer and are left out: OpenOptions::partial
};

// How a work answers a query.
struct WorkCoverage {
  std::size_t clauses = 0;  // by address: versions of a clause in several languages are one
  std::string best;         // citation of the clause that scores best
};
struct Coverage {
  std::map<std::string, WorkCoverage> works;  // those with a clause
  std::vector<std::string> notes;
};

struct ListedWork {
  std::string work, title;  // the title of its first version
  std::vector<std::string> languages;
};

// An index that cannot be searched or a citation that does not exist. what() is "WHERE: what is wrong; what to do". No other
// exception of the libraries beneath leaves a Searcher.
class SearchError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Somebody asked for it: see Searcher::stop_when().
class SearchStopped : public SearchError {
 public:
  SearchStopped() : SearchError("stopped") {}
};

struct OpenOptions {
  bool partial = false;  // leaves out what is on another machine and does not answer, see Searcher::missing()
  double timeout = 10;   // seconds that a server may take to accept a connection, and then for each answer; 0: as long as it likes
};

// Searches one or more indexes as one. Sees the state of the last commit; a writer may work at the same time. Not thread-safe: one per
// thread.
class Searcher {
 public:
  // Each location: a folder with an index of one or several databases, HOST:PORT of a server, or a stub
  // file (indexer/shards.h). All made with the same tokenizer, which is here
  // (tokenizers/registry.h). `own`: concepts of the user beside those of the shipped lexicon; one with the id of a shipped concept adds
  // its forms to that. Throws SearchError.
  explicit Searcher(const std::vector<std::string>& locations, std::vector<Concept> own = {}, const OpenOptions& options = {});
  ~Searcher();
  Searcher(const Searcher&) = delete;
  Searcher& operator=(const Searcher&) = delete;

  Result search(const Request& request);

  // The clause with this citation; its address may be written as people do (corpus/address.h), and name a part of the clause:
  // #第十九条第二款. Throws SearchError.
  FoundClause show(std::string_view citation);
  // The clause and its counterparts in the versions of its work in other languages, also where those number their clauses differently: the
  // versions are compared as a whole (counterparts.h), so this takes longer than Hit::parallel, which knows addresses only. A clause has
  // none in a language, one, or two that it was divided into. Throws SearchError.
  ParallelClauses parallel(std::string_view citation);

  // Every clause of the index that satisfies the query, counted by work: not only the candidates, and without what search() falls back on
  // where there is none. Takes as long as it takes to look at all clauses with one of the words. Throws SearchError.
  Coverage cover(const Request& request);
  // The works that have a clause which the filters leave, by name. Throws SearchError.
  std::vector<ListedWork> list_works(const Filters& filters);

  // From now on everything but show() and the lists of names throws SearchStopped as soon as it sees *requested, which anybody may set at
  // any time, a signal handler too. It looks before each clause and between steps; the longest of them are one look-up in Xapian and the
  // comparison of two versions of a work. Null: never. The flag must live as long as it is looked at.
  void stop_when(const std::atomic<bool>* requested);

  // The concepts of the lexicon that `text` is a form of, however it is spelled; several where it has several meanings.
  std::vector<Concept> look_up(std::string_view text);
  // What `typed` may become, at most `most`: see completion.h. Throws SearchError.
  std::vector<std::string> complete(std::string_view typed, std::size_t most);

  // For completion in the shell, sorted.
  std::vector<std::string> works();
  std::vector<std::string> languages();
  std::size_t clauses();

  // Of the last answer: which indexes are not in it, by name. Empty without OpenOptions::partial.
  std::vector<std::string> missing() const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace jomun
