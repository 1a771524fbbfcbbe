// Jomun: a searcher with somewhere to write to.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/session.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ostream>
#include <utility>

#include "searcher/why_not.h"
#include "tokenizers/ascii.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

constexpr std::size_t query_columns = 60;  // of a query that is named in a message

std::string shortened(std::string_view query) {
  const std::string text = one_line(query);
  const std::size_t fitting = fit_columns(text, query_columns);
  return fitting == text.size() ? text : text.substr(0, fitting) + "…";
}

std::string alternatives(const std::vector<std::string>& names, std::string_view last) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) result += fmt::format("{}{}", i == 0 ? "" : i + 1 == names.size() ? last : ", ", names[i]);
  return result;
}

// did you mean: 안전 or 안정?
std::string describe_suggestions(const std::vector<Suggestion>& suggestions) {
  std::vector<std::string> queries;
  for (const Suggestion& suggestion : suggestions) queries.push_back(suggestion.query);
  return fmt::format("did you mean: {}?", alternatives(queries, " or "));
}

std::vector<std::string> restrictions(const Filters& filters) {
  std::vector<std::string> result;
  if (!filters.languages.empty()) result.push_back("language");
  if (!filters.works.empty()) result.push_back("work");
  if (!filters.issuers.empty()) result.push_back("issuer");
  if (!filters.modalities.empty()) result.push_back("modality");
  if (!filters.from.empty() || !filters.to.empty()) result.push_back("date");
  return result;
}

bool same_tag(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](char a, char b) { return lower_ascii(a) == lower_ascii(b); });
}

}  // namespace

void report(std::ostream& error, std::string_view where, std::string_view what) {
  fmt::print(error, "jomun-search: {}{}{}\n", one_line(where), where.empty() ? "" : ": ", one_line(what));
}

OutputFailed::OutputFailed(int code)
    : std::runtime_error(
          fmt::format("cannot be written ({}); write it to another place", code == 0 ? "unknown reason" : std::strerror(code))),
      reader_left_(code == EPIPE) {}

Session::Session(Searcher& searcher, const OutputOptions& output, std::ostream& out, std::ostream& error)
    : searcher_(&searcher), output_(output), out_(out), error_(error) {}

Result Session::ask(const Request& request, const QueryId& id, const OutputOptions& output) {
  Result result = searcher_->search(request);
  // With --limit 0 one asks only how many there are.
  found_ |= !result.hits.empty() || (request.limit == 0 && result.total > 0);
  errno = 0;
  if (output.format == output_.format && !std::exchange(heading_written_, true)) write_heading(out_, id.given, output);
  write_result(out_, result, id, output);
  flush();
  say_missing();
  for (const std::string& note : result.notes) report(error_, id.given ? id.text : "", note);
  const std::string asked = (id.given ? id.text + ": " : "") + shortened(request.query);
  if (!result.suggestions.empty()) report(error_, asked, describe_suggestions(result.suggestions));
  if (output.format != Format::text && output.format != Format::markdown) return result;
  if (result.hits.empty()) say_nothing_found(request, result, asked);
  const auto is_unmarked = [](const Hit& hit) { return hit.highlights.empty(); };
  if (output.kwic && !result.hits.empty() && std::all_of(result.hits.begin(), result.hits.end(), is_unmarked))
    report(error_, asked, "nothing matched in the text of the clauses found; leave out --kwic to see them");
  return result;
}

// Once, and again when others are missing.
void Session::say_missing() {
  std::vector<std::string> missing = searcher_->missing();
  incomplete_ |= !missing.empty();
  if (missing == missing_) return;
  missing_ = std::move(missing);
  if (missing_.empty()) return report(error_, "", "all indexes answer again");
  for (const std::string& name : missing_) report(error_, name, "does not answer; what it has is left out");
}

void Session::say_nothing_found(const Request& request, const Result& result, const std::string& asked) {
  const std::string total = fmt::format("{}{}", result.total_is_lower_bound ? "at least " : "", result.total);
  if (result.total > 0 && request.limit == 0)
    return report(error_, asked, fmt::format("{} clauses, none shown because of --limit 0", total));
  if (result.total > 0) {
    const bool below = result.listed < result.total && !request.every_clause;
    const std::string_view why = request.group == GroupBy::work ? "one of each work" : "each text once";
    return report(error_, asked,
                  fmt::format("no clause after --offset {}; there are {}{}", request.offset,
                              below ? fmt::format("{}", result.listed) : total, below ? fmt::format(", {} of {}", why, total) : ""));
  }
  for (const std::string& work : request.filters.works) {
    const std::vector<std::string> works = searcher_->works();
    if (!std::binary_search(works.begin(), works.end(), work))
      return report(error_, asked, fmt::format("no clause found, because the work {} is not in the index; see jomun-index list", work));
  }
  const std::vector<std::string> filters = restrictions(request.filters);
  std::string advice = "try other or fewer words";
  if (!filters.empty()) advice += fmt::format(", or do not restrict the {}", alternatives(filters, " or the "));
  if (request.expand == Expand::none) advice += ", or search other languages too with the lexicon";
  report(error_, asked, "no clause found; " + advice);
}

void Session::show(std::string_view citation) {
  const FoundClause clause = searcher_->show(citation);
  found_ = true;
  errno = 0;
  write_clause(out_, clause, output_);
  flush();
  say_missing();
}

void Session::show_parallel(std::string_view citation) {
  const ParallelClauses clauses = searcher_->parallel(citation);
  found_ = true;
  errno = 0;
  write_parallel(out_, clauses, output_);
  flush();
  say_missing();
  if (clauses.counterparts.empty() && output_.format != Format::json) report(error_, citation, "has no counterpart in another language");
}

void Session::show_matrix(const Request& request, std::vector<std::string> concepts, MatrixFormat format) {
  const Matrix matrix = make_matrix(*searcher_, request, std::move(concepts));
  found_ |= !matrix.empty();
  errno = 0;
  write_matrix(out_, matrix, format, output_);
  flush();
  say_missing();
  for (const std::string& note : matrix.notes) report(error_, "", note);
  if (matrix.rows.empty()) report(error_, "", "no work has a clause that the filters leave; do not restrict so much");
}

void Session::say_why_not(const Request& request, std::string_view citation) {
  const WhyNot answer = why_not(*searcher_, request, citation);
  found_ |= answer.found;
  errno = 0;
  write_why_not(out_, answer, request, output_);
  flush();
  say_missing();
}

void Session::use(std::unique_ptr<Searcher> searcher) {
  searcher->stop_when(stop_);
  searcher_ = searcher.get();
  own_ = std::move(searcher);
}

void Session::stop_when(const std::atomic<bool>* requested) {
  stop_ = requested;
  searcher_->stop_when(requested);
}

void Session::fail(std::string_view where, std::string_view what) {
  report(error_, where, what);
  failed_ = true;
}

void Session::flush() {
  if (!out_.flush()) throw OutputFailed(errno);
}

int Session::exit_code() const { return failed_ ? 2 : incomplete_ ? 3 : found_ ? 0 : 1; }

std::string checked_language(Searcher& searcher, std::string_view option, std::string_view language) {
  std::vector<std::string> known = {"zh", "zh-Hans", "zh-Hant", "ko", "ja", "en"};
  const auto find = [&] {
    return std::find_if(known.begin(), known.end(), [&](const std::string& tag) { return same_tag(tag, language); });
  };
  if (const auto tag = find(); tag != known.end()) return *tag;
  for (std::string& tag : searcher.languages())
    if (std::find(known.begin(), known.end(), tag) == known.end()) known.push_back(std::move(tag));
  if (const auto tag = find(); tag != known.end()) return *tag;
  throw UsageError(fmt::format("{} {} is not known; it is {}", option, language, alternatives(known, " or ")));
}

}  // namespace jomun
