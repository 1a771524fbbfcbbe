// Jomun: the command line of jomun-search, read and checked.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "searcher/choice.h"
#include "searcher/output.h"
#include "searcher/output_matrix.h"
#include "searcher/search.h"
#include "tokenizers/command_line.h"

namespace jomun {

inline constexpr Choice<Expand> expand_modes[] = {
    {Expand::none, "none", "only the words of the query"},
    {Expand::lexicon, "lexicon", "also what the lexicon knows for them, in every language"},
    {Expand::bridge, "bridge", "also what words may be in other languages, by the Han characters they share"},
    {Expand::all, "all", "lexicon, and bridge for what it does not know"},
};

inline constexpr Choice<Sort> sort_orders[] = {
    {Sort::relevance, "relevance", "the best first"},
    {Sort::date, "date", "the newest first, those of no known date last"},
};

inline constexpr Choice<GroupBy> groupings[] = {
    {GroupBy::none, "none", "every clause"},
    {GroupBy::work, "work", "the best clause of each declaration, and how many more it has"},
};

// What --facets asks for.
enum class FacetCount { none, found, exact };
inline constexpr Choice<FacetCount> facet_counts[] = {
    {FacetCount::none, "none", "not in text, in json as found"},
    {FacetCount::found, "found", "among the clauses that were looked at"},
    {FacetCount::exact, "exact", "among all clauses, as is the total; takes longer"},
};

// Values as they were written, by name of option; of a switch "on".
using SettingValues = std::map<std::string, std::vector<std::string>, std::less<>>;

struct SearchOptions {
  std::vector<std::string> indexes;   // never empty
  OpenOptions open;                   // how `indexes` are
  std::vector<std::string> plugins;   // to be loaded before an index is opened
  std::vector<std::string> lexicons;  // files of the user's
  Request request;                    // without the query
  std::optional<std::string> query;
  std::optional<std::string> batch, show, parallel, check_lexicon;  // at most one of these and `query`
  std::optional<std::string> why_not;                               // only with `query`
  OutputOptions output;                                             // but what the terminal is like
  std::vector<std::string> matrix;                                  // concepts; if any, none of the above is given
  MatrixFormat matrix_format = MatrixFormat::text;
  SettingValues settings;  // the options that were given of those that is_setting()
  bool help = false;       // then the others are not checked
};

// Throws UsageError.
SearchOptions parse_search_options(const std::vector<std::string>& arguments);

// Whether the shell can change the option; and what it is called where it has not been given: "all", "10".
bool is_setting(std::string_view name);
std::string_view unset_value(std::string_view name);
// The same options on a command line without a query. Throws UsageError.
SearchOptions parse_settings(const SettingValues& values);

CommandLine search_command_line();
void print_search_help(std::ostream& out);

// "10" as a number that can be a limit. Throws UsageError; `option` is what to call it: "--limit".
std::size_t parse_count(std::string_view option, std::string_view text);

}  // namespace jomun
