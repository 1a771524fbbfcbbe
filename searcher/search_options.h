// Jomun: the command line of jomun-search, read and checked.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "searcher/choice.h"
#include "searcher/output.h"
#include "searcher/search.h"
#include "tokenizers/command_line.h"

namespace jomun {

inline constexpr Choice<Expand> expand_modes[] = {
    {Expand::none, "none", "only the words of the query"},
    {Expand::lexicon, "lexicon", "also what the lexicon knows for them, in every language"},
    {Expand::bridge, "bridge", "also what words may be in other languages, by the Han characters they share"},
    {Expand::all, "all", "lexicon, and bridge for what it does not know"},
};

struct SearchOptions {
  std::vector<std::string> indexes;   // never empty
  std::vector<std::string> plugins;   // to be loaded before an index is opened
  std::vector<std::string> lexicons;  // files of the user's
  Request request;                    // without the query
  std::optional<std::string> query;
  std::optional<std::string> batch, show, parallel, check_lexicon;  // at most one of these and `query`
  std::optional<std::string> why_not;                               // only with `query`
  OutputOptions output;                                             // format and explain
  bool help = false;                                                // then the others are not checked
};

// Throws UsageError.
SearchOptions parse_search_options(const std::vector<std::string>& arguments);

CommandLine search_command_line();
void print_search_help(std::ostream& out);

// "10" as a number that can be a limit. Throws UsageError; `option` is what to call it: "--limit".
std::size_t parse_count(std::string_view option, std::string_view text);

}  // namespace jomun
