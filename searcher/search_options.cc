// Jomun: the command line of jomun-search, read and checked.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/search_options.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <ostream>
#include <stdexcept>

#include "corpus/modality.h"
#include "indexer/schema.h"
#include "searcher/weight_options.h"

namespace jomun {
namespace {

namespace po = boost::program_options;

constexpr std::size_t largest_count = 1'000'000;

constexpr std::string_view query_help = R"(Query language:
  AI safety            clauses with the words, best first      "risk based"       strictly this phrase
  +must -not           with, without a word                    AND OR NOT ( )     NEAR/5   prefix*
  language:ko work:ID issuer:oecd title:WORD label:2.4 date:2023..2024 modality:must
  The shell takes quotes away: write '"risk based" -military'. Write -- before a query that begins with -.

Without --index: $JOMUN_INDEX, else $XDG_DATA_HOME/jomun/index, else ~/.local/share/jomun/index.
Exit code: 0 hits, 1 none, 2 error, 3 an index was left out (--partial).
)";

// What the shell can change, and what it says of an option that was not given: what is left out has the default of Raw.
struct SettingName {
  std::string_view name, unset;
};
constexpr SettingName setting_names[] = {
    {"language", "all"}, {"work", "all"},           {"issuer", "all"},     {"from", "any"},     {"to", "any"},      {"modality", "all"},
    {"limit", "10"},     {"offset", "0"},           {"sort", "relevance"}, {"group", "none"},   {"facets", "none"}, {"format", "text"},
    {"kwic", "off"},     {"context", "full width"}, {"expand", "all"},     {"lexicon", "none"}, {"explain", "off"}, {"paging", "on"},
};
const SettingName* find_setting(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(setting_names), std::end(setting_names), [&](const SettingName& row) { return row.name == name; });
  return found == std::end(setting_names) ? nullptr : found;
}

// Options that would say nothing: they go with a result, which these print none of.
struct Unused {
  const char* option;
  std::vector<const char*> beside;
};
const Unused unused_options[] = {
    {"matrix", {"kwic", "context", "explain", "facets", "sort", "group", "limit", "offset"}},
    {"why-not", {"kwic", "context", "explain", "facets"}},
    {"show",
     {"kwic", "context", "explain", "facets", "sort", "group", "limit", "offset", "language", "work", "issuer", "from", "to", "modality",
      "expand", "without", "weights"}},
    {"parallel",
     {"kwic", "context", "explain", "facets", "sort", "group", "limit", "offset", "language", "work", "issuer", "from", "to", "modality",
      "expand", "without", "weights"}},
};

// As they are written, before any check.
struct Raw {
  std::vector<std::string> indexes, plugins, lexicons, without, words;
  Filters filters;
  std::string limit = "10", offset = "0", format = "text", expand = "all", paging = "on", batch, show, parallel, check_lexicon, matrix,
              why_not;
  std::string sort = "relevance", group = "none", facets = "none", context, weights, timeout = "10";
  bool explain = false, kwic = false, partial = false;
};

// "text|json".
template <typename Value, std::size_t n>
std::string alternatives(const Choice<Value> (&choices)[n]) {
  std::string result;
  for (const Choice<Value>& choice : choices) result += fmt::format("{}{}", result.empty() ? "" : "|", choice.name);
  return result;
}

template <typename Value, std::size_t n>
std::string described(const Choice<Value> (&choices)[n], std::string_view intro) {
  std::string result(intro);
  for (const Choice<Value>& choice : choices) result += fmt::format("\n{}: {}", choice.name, choice.summary);
  return result;
}

std::string weights_help() {
  std::string result = "rank by other weights; each with what it is by itself";
  const RankingWeights usual;
  for (const NamedWeight& weight : named_weights()) result += fmt::format("\n{}={}: {}", weight.name, usual.*weight.value, weight.what);
  return result;
}

po::options_description describe(Raw& raw) {
  po::options_description result("Options", 100, 50);
  po::options_description_easy_init add = result.add_options();
  const auto one = [](std::string& value, const char* name) { return po::value(&value)->value_name(name); };
  const auto many = [](std::vector<std::string>& values, const char* name) { return po::value(&values)->value_name(name)->composing(); };
  add("index", many(raw.indexes, "INDEX"), "a folder, HOST:PORT or stub file; may be repeated: all as one");
  add("partial", po::bool_switch(&raw.partial), "leave out indexes on other machines that do not answer; then the exit code is 3");
  add("timeout", one(raw.timeout, "N"), "how many seconds a server may take to answer, 0: as long as it likes; 10");
  add("plugin", many(raw.plugins, "FILE"), "load the tokenizers of a shared library, for an index made with one; may be repeated");
  add("language", many(raw.filters.languages, "zh|zh-Hans|zh-Hant|ko|ja|en"), "only this language; may be repeated");
  add("work", many(raw.filters.works, "ID"), "only this declaration; may be repeated");
  add("issuer", many(raw.filters.issuers, "TEXT"), "only issuers with these words in their name; may be repeated");
  add("from", one(raw.filters.from, "YYYY[-MM[-DD]]"), "not before this date");
  add("to", one(raw.filters.to, "YYYY[-MM[-DD]]"), "not after this date");
  add("modality", many(raw.filters.modalities, "must|must-not|may|recommend"),
      "only clauses that oblige, forbid, permit or recommend; may be repeated");
  add("limit", one(raw.limit, "N"), "how many hits; 10");
  add("offset", one(raw.offset, "N"), "how many to pass over; 0");
  const std::string format = described(formats, ""), expand = described(expand_modes, "what a word also finds; all");
  const std::string sort = described(sort_orders, "in which order; relevance"), group = described(groupings, "what is a hit; none"),
                    facets = described(facet_counts, "count hits by language, work, issuer and year; none");
  add("sort", one(raw.sort, alternatives(sort_orders).c_str()), sort.c_str());
  add("group", one(raw.group, alternatives(groupings).c_str()), group.c_str());
  add("facets", one(raw.facets, alternatives(facet_counts).c_str()), facets.c_str());
  add("format", one(raw.format, alternatives(formats).c_str()), format.substr(1).c_str());
  add("kwic", po::bool_switch(&raw.kwic),
      "a concordance: a line for each match in the clauses found, with what stands before and behind it");
  const std::string context =
      fmt::format("so many columns on either side of a match; what the terminal has room for, else {}", usual_context);
  add("context", one(raw.context, "N"), context.c_str());
  add("expand", one(raw.expand, alternatives(expand_modes).c_str()), expand.c_str());
  add("without", many(raw.without, "FORM"), "leave out what words also find, for example 安保 for 安全; may be repeated");
  add("lexicon", many(raw.lexicons, "FILE"),
      "add the concepts of a file: TSV, SKOS, TBX or Solr synonyms; may be repeated. Files in $XDG_CONFIG_HOME/jomun/lexicons "
      "(~/.config/jomun/lexicons) are added always");
  add("paging", one(raw.paging, "on|off"), "whether the shell stops at the end of each screen; on");
  add("explain", po::bool_switch(&raw.explain), "say what each score is made of");
  const std::string weights = weights_help();
  add("weights", one(raw.weights, "NAME=VALUE[,NAME=VALUE]..."), weights.c_str());
  add("batch", one(raw.batch, "FILE"), "run the queries of a file, '-' for standard input: id, tab, query");
  add("show", one(raw.show, "CITATION"), "print a clause");
  add("parallel", one(raw.parallel, "CITATION"), "print a clause and its counterparts in other languages, whatever their numbers");
  const std::string matrix = "print which works answer which of the queries 'A; B; C', and which none; --format text, csv, html or json";
  add("matrix", one(raw.matrix, "QUERIES"), matrix.c_str());
  add("why-not", one(raw.why_not, "CITATION"), "say why the query does not find or show this clause, and what change would; text or json");
  add("check-lexicon", one(raw.check_lexicon, "FILE"), "print what is wrong or ambiguous in a lexicon, by line");
  add("help", "print this");
  return result;
}

CommandLine command_line(const po::options_description& described) {
  CommandLine line;
  line.name = "jomun-search";
  line.usage = {"[OPTION]... QUERY...", "[OPTION]... --batch FILE | --show CITATION | --parallel CITATION | --why-not CITATION QUERY...",
                "[OPTION]... --matrix 'QUERY; QUERY...'",
                "[OPTION]...      a shell on a terminal, else a query or :command per line of standard input"};
  line.purpose = "Finds clauses of governance texts, in every language of the index.";
  line.options = options_of(described);
  line.notes = query_help;
  return line;
}

void check_date(std::string_view option, const std::string& date) {
  if (!date.empty() && schema::date_value(date).empty())
    throw UsageError(fmt::format("{} {} is no date; write it like 2024-05-21, 2024-05 or 2024", option, date));
}

void check_period(const Filters& filters) {
  check_date("--from", filters.from);
  check_date("--to", filters.to);
  // "2024-05" to "2024" is well: compare what both say.
  const std::size_t common = std::min(filters.from.size(), filters.to.size());
  if (filters.from.substr(0, common) > filters.to.substr(0, common))
    throw UsageError(fmt::format("--from {} is after --to {}; exchange them", filters.from, filters.to));
}

// No option is short, so "-word" may stand in a query; at its beginning it is rather a slip.
void parse_into(const po::options_description& described, const std::vector<std::string>& arguments, Raw& raw, po::variables_map& given) {
  const auto terminator = std::find(arguments.begin(), arguments.end(), "--");
  po::options_description all;
  all.add(described).add_options()("word", po::value(&raw.words));
  po::positional_options_description positional;
  positional.add("word", -1);
  using namespace po::command_line_style;
  po::store(po::command_line_parser(std::vector<std::string>(arguments.begin(), terminator))
                .options(all)
                .positional(positional)
                .style(allow_long | long_allow_next | long_allow_adjacent)
                .run(),
            given);
  if (given.contains("help")) return;
  po::notify(given);
  if (!raw.words.empty() && raw.words.front().size() > 1 && raw.words.front().starts_with('-'))
    throw UsageError(
        fmt::format("{} is no option; write -- before a query that begins with -, and see jomun-search --help", raw.words.front()));
  if (terminator != arguments.end()) raw.words.insert(raw.words.end(), std::next(terminator), arguments.end());
}

}  // namespace

namespace {

void check_together(const po::variables_map& given, const Raw& raw) {
  const auto is_given = [&](const char* name) {
    if (!given.contains(name)) return false;
    const auto* on = boost::any_cast<bool>(&given[name].value());
    return on == nullptr || *on;
  };
  const auto refuse = [](std::string_view one, std::string_view other) {
    throw UsageError(fmt::format("--{} and --{} cannot be had at once; leave one out", one, other));
  };
  for (const Unused& row : unused_options)
    if (is_given(row.option))
      for (const char* option : row.beside)
        if (is_given(option)) refuse(option, row.option);
  const std::string format = fmt::format("format {}", raw.format);
  if (raw.kwic && raw.format != "text") refuse("kwic", format);
  if (raw.kwic && raw.explain) refuse("kwic", "explain");
  if (raw.explain && raw.format != "text" && raw.format != "json") refuse("explain", format);
  if (is_given("context") && !raw.kwic && (!raw.words.empty() || is_given("batch")))
    throw UsageError("--context is for --kwic; give both or none");
}

SettingValues settings_of(const po::variables_map& given) {
  SettingValues values;
  for (const auto& [name, value] : given) {
    if (find_setting(name) == nullptr) continue;
    if (const auto* one = boost::any_cast<std::string>(&value.value())) values[name] = {*one};
    if (const auto* many = boost::any_cast<std::vector<std::string>>(&value.value())) values[name] = *many;
    if (const auto* on = boost::any_cast<bool>(&value.value()); on != nullptr && *on) values[name] = {"on"};
  }
  return values;
}

}  // namespace

bool is_setting(std::string_view name) { return find_setting(name) != nullptr; }

std::string_view unset_value(std::string_view name) {
  const SettingName* setting = find_setting(name);
  return setting == nullptr ? "" : setting->unset;
}

SearchOptions parse_settings(const SettingValues& values) {
  Raw raw;
  const po::options_description table = describe(raw);
  std::vector<std::string> arguments;
  for (const auto& [name, all] : values)
    for (const std::string& value : all) {
      const bool is_switch = table.find(name, false).semantic()->max_tokens() == 0;
      arguments.push_back(is_switch ? fmt::format("--{}", name) : fmt::format("--{}={}", name, value));
    }
  return parse_search_options(arguments);
}

std::size_t parse_count(std::string_view option, std::string_view text) {
  std::size_t value = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failed != std::errc() || end != text.data() + text.size() || value > largest_count)
    throw UsageError(fmt::format("{} {} is not known; it is a number from 0 to {}", option, text, largest_count));
  return value;
}

SearchOptions parse_search_options(const std::vector<std::string>& arguments) try {
  Raw raw;
  po::variables_map given;
  parse_into(describe(raw), arguments, raw, given);
  SearchOptions options;
  options.help = given.contains("help");
  if (options.help) return options;

  options.indexes = raw.indexes.empty() ? std::vector{schema::default_index()} : raw.indexes;
  options.open.partial = raw.partial;
  options.open.timeout = static_cast<double>(parse_count("--timeout", raw.timeout));
  options.plugins = raw.plugins;
  options.lexicons = raw.lexicons;
  check_period(raw.filters);
  for (const std::string& modality : raw.filters.modalities)
    if (!is_modality(modality)) throw UsageError(fmt::format("--modality {} is not known; it is {}", modality, all_modality_names()));
  options.request.filters = raw.filters;
  options.request.limit = parse_count("--limit", raw.limit);
  options.request.offset = parse_count("--offset", raw.offset);
  options.request.without = raw.without;
  options.request.expand = choose(expand_modes, "--expand", raw.expand);
  if (given.contains("matrix"))
    options.matrix_format = choose(matrix_formats, "--format", raw.format);
  else
    options.output.format = choose(formats, "--format", raw.format);
  // A line per hit is for programs that count clauses.
  options.request.every_clause = options.output.format == Format::trec || options.output.format == Format::tsv;
  options.output.explain = raw.explain;
  try {
    set_weights(options.request.weights, raw.weights);
  } catch (const std::invalid_argument& problem) {
    throw UsageError(fmt::format("--weights: {}", problem.what()));
  }
  options.request.sort = choose(sort_orders, "--sort", raw.sort);
  options.request.group = choose(groupings, "--group", raw.group);
  const FacetCount facets = choose(facet_counts, "--facets", raw.facets);
  options.request.exact = facets == FacetCount::exact;
  options.output.facets = facets != FacetCount::none;
  options.output.kwic = raw.kwic;
  if (given.contains("context")) options.output.context = parse_count("--context", raw.context);
  options.output.paging = raw.paging == "on";
  if (!options.output.paging && raw.paging != "off") throw UsageError(fmt::format("--paging {} is not known; it is on or off", raw.paging));
  check_together(given, raw);
  options.settings = settings_of(given);

  std::vector<std::string_view> asked;
  const auto keep = [&](const char* name, const std::string& value, std::optional<std::string>& kept) {
    if (!given.contains(name)) return;
    kept = value;
    asked.push_back(name);
  };
  keep("batch", raw.batch, options.batch);
  keep("show", raw.show, options.show);
  keep("parallel", raw.parallel, options.parallel);
  keep("check-lexicon", raw.check_lexicon, options.check_lexicon);
  std::optional<std::string> matrix;
  keep("matrix", raw.matrix, matrix);
  if (!raw.words.empty()) {
    options.query = fmt::format("{}", fmt::join(raw.words, " "));
    asked.push_back("a query");
  }
  if (asked.size() > 1) {
    const auto option = [](std::string_view name) { return name.starts_with("a ") ? std::string(name) : fmt::format("--{}", name); };
    throw UsageError(fmt::format("{} and {} cannot be had at once; leave one out", option(asked[0]), option(asked[1])));
  }
  if (matrix) options.matrix = split_concepts(*matrix);
  if (matrix && options.matrix.empty()) throw UsageError("--matrix has no query; write some with ; between them");
  if (given.contains("why-not")) {
    if (!options.query) throw UsageError("--why-not needs a query beside the citation; write both");
    options.why_not = raw.why_not;
  }
  for (const std::string& index : options.indexes)
    if (index.empty()) throw UsageError("--index has an empty name; write a folder, HOST:PORT or a stub file");
  if (options.query && options.query->find_first_not_of(" \t\n") == std::string::npos)
    throw UsageError("the query is empty; write a word to search for");
  if ((options.show || options.parallel) && options.output.format != Format::text && options.output.format != Format::json)
    throw UsageError(fmt::format("--format {} is not for --{}; it is text or json", raw.format, asked.front()));
  if (options.why_not && options.output.format != Format::text && options.output.format != Format::json)
    throw UsageError(fmt::format("--format {} is not for --why-not; it is text or json", raw.format));
  return options;
} catch (const po::error& problem) {
  throw UsageError(fmt::format("{}; see jomun-search --help", problem.what()));
}

CommandLine search_command_line() {
  Raw raw;
  return command_line(describe(raw));
}

void print_search_help(std::ostream& out) {
  Raw raw;
  const po::options_description described = describe(raw);
  print_help(out, command_line(described), described);
}

}  // namespace jomun
