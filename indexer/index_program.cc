// Jomun: the command line of jomun-index.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_program.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <iostream>
#include <iterator>
#include <system_error>
#include <thread>

#include "corpus/lexicon.h"
#include "indexer/index_commands.h"
#include "indexer/index_reader.h"
#include "indexer/schema.h"
#include "indexer/sharded_writer.h"
#include "indexer/shards.h"
#include "tokenizers/plugin_loader.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

namespace po = boost::program_options;

struct Command {
  std::string_view name, arguments, summary;
  int (*run)(const IndexOptions& options, IndexStreams streams);
};

constexpr std::size_t most_jobs = 256;

// "500M". Throws po::error.
std::size_t read_size(const std::string& text) {
  std::size_t value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  constexpr std::string_view units[] = {"", "K", "M", "G"};
  const auto found = std::find(std::begin(units), std::end(units), unit);
  constexpr std::size_t least = 1 << 20, most = std::size_t{1} << 40;
  std::size_t bytes = value;
  for (auto i = std::begin(units); found != std::end(units) && i != found; ++i) bytes = bytes > most ? bytes : bytes * 1024;
  if (failure != std::errc{} || found == std::end(units) || bytes < least || bytes > most)
    throw po::error(fmt::format("--memory {} is no size from 1M to 1024G; write it like 500M or 2G", text));
  return bytes;
}

std::size_t default_memory() {
  const long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
  constexpr std::size_t most = std::size_t{2} << 30, unknown = std::size_t{512} << 20;
  return pages <= 0 || size <= 0 ? unknown : std::min(most, static_cast<std::size_t>(pages) * static_cast<std::size_t>(size) / 4);
}

int remove(const IndexOptions& options, IndexStreams streams) {
  ShardedWriter writer(options.index, "", 0, writing(options, streams));
  std::size_t removed = 0, unknown = 0;
  for (const std::string& name : options.arguments) {
    const std::size_t clauses = writer.remove(name);
    if (clauses == 0) {
      report(streams.error, name, "is not in the index; see jomun-index list");
      ++unknown;
    }
    removed += clauses;
  }
  writer.commit();
  if (!options.quiet) fmt::print(streams.error, "jomun-index: {} removed\n", counted(removed, "clause"));
  return unknown == 0 ? 0 : unknown == options.arguments.size() ? 2 : 1;
}

int list(const IndexOptions& options, IndexStreams streams) {
  const std::vector<ListedVersion> versions = list_versions(options.index);
  std::size_t widest = 0;
  for (const ListedVersion& version : versions) widest = std::max(widest, display_width(printable(version.name)));
  for (const ListedVersion& version : versions) {
    const std::string name = printable(version.name);
    fmt::print(streams.out, "{}{}  {:>6}  {:<10}  {}\n", name, std::string(widest - display_width(name), ' '), version.record.clauses,
               printable(version.record.date), printable(version.record.title));
  }
  return 0;
}

int stats(const IndexOptions& options, IndexStreams streams) {
  const IndexStatistics statistics = index_statistics(options.index);
  fmt::print(streams.out, "works             {}\nversions          {}\nclauses           {}\n", statistics.works, statistics.versions,
             statistics.clauses);
  for (const auto& [language, clauses] : statistics.clauses_by_language) fmt::print(streams.out, "  {:<16}{}\n", language, clauses);
  if (statistics.databases > 1) fmt::print(streams.out, "databases         {}\n", statistics.databases);
  fmt::print(streams.out, "terms             {}\nterms per clause  {:.1f}\nsize on disk      {:.1f} MB\n", statistics.terms,
             statistics.terms_per_clause, static_cast<double>(statistics.bytes) / 1e6);
  for (const auto& [table, bytes] : statistics.bytes_by_table)
    fmt::print(streams.out, "  {:<16}{:.1f} MB\n", table, static_cast<double>(bytes) / 1e6);
  fmt::print(streams.out, "term lists        {}\n", statistics.term_lists ? "yes" : "no");
  std::vector<LexiconProblem> ignored;  // of the shipped lexicon there are none
  fmt::print(streams.out, "schema            {}\ntokenizer         {}\nlexicon           shipped, {} concepts\n", statistics.schema,
             statistics.tokenizer, parse_lexicon(shipped_lexicon(), ignored).size());
  return 0;
}

int compact(const IndexOptions& options, IndexStreams streams) {
  const std::size_t before = index_statistics(options.index).bytes;
  ShardedWriter(options.index, "", 0, writing(options, streams)).compact();
  if (!options.quiet)
    fmt::print(streams.error, "jomun-index: {:.1f} MB before, {:.1f} MB now\n", static_cast<double>(before) / 1e6,
               static_cast<double>(index_statistics(options.index).bytes) / 1e6);
  return 0;
}

int check(const IndexOptions& options, IndexStreams streams) {
  const std::vector<std::string> problems = check_index(options.index);
  for (const std::string& problem : problems) report(streams.error, options.index, problem + "; make the index again");
  if (problems.empty() && !options.quiet) fmt::print(streams.out, "{}: sound\n", printable(options.index));
  return problems.empty() ? 0 : 1;
}

struct WriterName {
  std::string_view name;
  Writer writer;
};
constexpr WriterName writers[] = {{"auto", Writer::automatic}, {"api", Writer::api}, {"bulk", Writer::bulk}};

constexpr Command commands[] = {
    {"add", "PATH...",
     "index files, all files of folders, or '-' (standard input); .jsonl is one clause per line. What has not changed is left",
     add_command},
    {"preview", "PATH...", "print the clauses as JSON Lines and index nothing", preview_command},
    {"watch", "DIR...", "index what is in the folders, and again what changes in them, until it is stopped", watch_command},
    {"remove", "WORK[/LANG]...", "take works or versions out of the index", remove},
    {"list", "", "print the versions in the index: name, clauses, date, title", list},
    {"export", "", "print all clauses as JSON Lines, of which add makes the same index again", export_command},
    {"stats", "", "print how much is in the index", stats},
    {"compact", "", "write the index anew, as small as it can be without making searches slower: without gaps and lists of terms", compact},
    {"check", "", "look whether the index is sound", check},
};

po::options_description describe(IndexOptions& options) {
  po::options_description described("Options");
  po::options_description_easy_init add = described.add_options();
  add("index", po::value(&options.index)->value_name("DIR"),
      "the index; else $JOMUN_INDEX, else $XDG_DATA_HOME/jomun/index, else ~/.local/share/jomun/index");
  add("tokenizer", po::value(&options.tokenizer)->value_name("NAME"),
      "for add: what a new index is made with; jomun-tokenize --help has the names. An index keeps its own");
  add("plugin", po::value(&options.plugins)->value_name("FILE")->composing(), "add the tokenizers of a shared library; may be repeated");
  add("work", po::value(&options.given.work)->value_name("ID"),
      "for add and preview: the id of the work, whatever the text or catalogue.toml says");
  add("title", po::value(&options.given.title)->value_name("TEXT"), "the title, likewise");
  add("language", po::value(&options.given.language)->value_name("en|zh-Hans|zh-Hant|ko|ja"), "the language, likewise");
  add("issuer", po::value(&options.given.issuer)->value_name("TEXT"), "the issuer, likewise");
  add("date", po::value(&options.given.date)->value_name("YYYY[-MM[-DD]]"), "the date, likewise");
  add("source-url", po::value(&options.given.source_url)->value_name("URL"), "where the text comes from, likewise");
  add("status", po::value(&options.given.status)->value_name("TEXT"), "the status, likewise: unofficial translation");
  add("split", po::value<std::string>()->value_name("article|paragraph"), "for add and preview: what is a clause; article");
  add("shards", po::value(&options.shards)->value_name("N"),
      "for add: make a new index of N databases, each with works of its own, which may be moved to other machines. An index keeps its "
      "number");
  add("jobs", po::value(&options.jobs)->value_name("N"),
      "for add and preview: how many files are read at once; else one for each processor");
  add("memory", po::value<std::string>()->value_name("SIZE"),
      "for add, watch and preview: about how much texts may take while they wait, such as 500M or 2G; else a quarter of the machine's, 2G "
      "at most. Where the index is written anew, by compact too, or lists of terms are made, half of it is for what is sorted");
  add("writer", po::value<std::string>()->value_name("auto|api|bulk"),
      "for add and watch: who writes the index. api: Xapian, which leaves alone what stays; bulk: the index is written anew as a whole, "
      "some five "
      "times as fast for many texts, half as large, and visible at the end only; auto: bulk where there is at least half as much to add as "
      "there is, and 1 MB");
  add("again", po::bool_switch(&options.again), "for add: read files again that have not changed since they were added");
  add("profile", po::bool_switch(&options.profile), "for add: print where the time went");
  add("quiet", po::bool_switch(&options.quiet), "say nothing but errors");
  add("help", "print this");
  return described;
}

CommandLine command_line(const po::options_description& described) {
  CommandLine line;
  line.name = "jomun-index";
  line.usage = {"[--index DIR] COMMAND [OPTION]... [ARGUMENT]..."};
  line.purpose = "Puts the clauses of governance texts into an index.";
  for (const Command& command : commands)
    line.commands.push_back({std::string(command.name), std::string(command.arguments), std::string(command.summary)});
  line.options = options_of(described);
  return line;
}

}  // namespace

void report(std::ostream& error, std::string_view file, std::string_view what) {
  fmt::print(error, "jomun-index: {}: {}\n", printable(file), printable(what));
}

Writing writing(const IndexOptions& options, IndexStreams streams, Profile* profile) {
  Writing how{options.writer, options.memory / 2};
  if (!options.quiet)
    how.making_term_lists = [streams] {
      // Over the line of progress, which comes back.
      fmt::print(streams.error, "{}jomun-index: making the lists of terms that removing needs; once, until the index is written anew\n",
                 streams.error_is_terminal ? "\r\x1b[K" : "");
      streams.error.flush();
    };
  how.profile = profile;
  return how;
}

std::string counted(std::size_t number, std::string_view singular) {
  return fmt::format("{} {}{}", number, singular, number == 1 ? "" : "s");
}

CommandLine index_command_line() {
  IndexOptions options;
  return command_line(describe(options));
}

int run_index(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error,
              bool error_is_terminal) try {
  IndexOptions options;
  const po::options_description described = describe(options);
  po::options_description all;
  all.add(described).add_options()("argument", po::value(&options.arguments));
  po::positional_options_description positional;
  positional.add("argument", -1);
  po::variables_map given;
  po::store(po::command_line_parser(arguments).options(all).positional(positional).run(), given);
  if (given.contains("help")) return print_help(out, command_line(described), described), 0;
  po::notify(given);
  if (options.arguments.empty()) throw po::error("no command is given");
  const auto* command =
      std::find_if(std::begin(commands), std::end(commands), [&](const Command& c) { return c.name == options.arguments.front(); });
  if (command == std::end(commands)) throw po::error("there is no command " + options.arguments.front());
  options.arguments.erase(options.arguments.begin());
  if (command->arguments.empty() != options.arguments.empty())
    throw po::error(fmt::format("{} takes {}", command->name, command->arguments.empty() ? "no argument" : command->arguments));
  if (given.contains("tokenizer") && command->name != "add") throw po::error("--tokenizer is for add only; leave it out");
  if (given.contains("tokenizer") && options.tokenizer.empty())
    throw po::error("--tokenizer has an empty name; jomun-tokenize --help has the names");
  // Names go into citations, WORK/LANGUAGE#PATH.
  for (const std::string* name : {&options.given.work, &options.given.language})
    if (std::any_of(name->begin(), name->end(),
                    [](char c) { return c == '/' || c == '#' || static_cast<unsigned char>(c) <= ' ' || c == 0x7F; }))
      throw po::error(fmt::format("{} is no name; leave out '/', '#' and white space", *name));
  if (given.contains("split")) {
    const std::string& unit = given["split"].as<std::string>();
    if (unit != "article" && unit != "paragraph") throw po::error(fmt::format("--split {} is none; it is article or paragraph", unit));
    if (unit == "paragraph") options.granularity = Granularity::paragraph;
  }
  if (given.contains("jobs") && (options.jobs == 0 || options.jobs > most_jobs))
    throw po::error(fmt::format("--jobs is not 1 to {}; leave it out for one for each processor", most_jobs));
  if (given.contains("shards") && command->name != "add") throw po::error("--shards is for add only; leave it out");
  if (given.contains("shards") && (options.shards == 0 || options.shards > most_shards))
    throw po::error(fmt::format("--shards is not 1 to {}; leave it out for one database", most_shards));
  if (options.jobs == 0) options.jobs = std::max(1U, std::thread::hardware_concurrency());
  options.memory = given.contains("memory") ? read_size(given["memory"].as<std::string>()) : default_memory();
  if (given.contains("writer")) {
    const std::string& name = given["writer"].as<std::string>();
    const auto* found = std::find_if(std::begin(writers), std::end(writers), [&](const WriterName& one) { return one.name == name; });
    if (found == std::end(writers)) throw po::error(fmt::format("--writer {} is none; it is auto, api or bulk", name));
    options.writer = found->writer;
  }
  if (options.index.empty()) options.index = schema::default_index();
  if (!options.given.date.empty() && schema::date_value(options.given.date).empty())
    throw po::error(fmt::format("{} is no date; write it like 2024-05-21, 2024-05 or 2024", options.given.date));
  for (const std::string& plugin : options.plugins) load_plugin(plugin);
  try {
    const int code = command->run(options, {in, out, error, error_is_terminal});
    if (out.flush()) return code;
    fmt::print(error, "jomun-index: standard output: cannot be written; look for a full disk\n");
    return 2;
  } catch (const IndexError& problem) {
    report(error, options.index, problem.what());
  } catch (const schema::IncompatibleIndex& problem) {
    report(error, options.index, problem.what());
  }
  return 2;
} catch (const po::error& problem) {
  fmt::print(error, "jomun-index: {}; see jomun-index --help\n", printable(problem.what()));
  return 2;
} catch (const std::exception& problem) {
  fmt::print(error, "jomun-index: {}\n", printable(problem.what()));
  return 2;
}

}  // namespace jomun
