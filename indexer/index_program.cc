// Jomun: the command line of jomun-index.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "indexer/index_program.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>
#include <thread>

#include "corpus/catalogue.h"
#include "corpus/reader.h"
#include "indexer/index_reader.h"
#include "indexer/ordered_reader.h"
#include "indexer/progress.h"
#include "indexer/schema.h"
#include "indexer/sharded_writer.h"
#include "indexer/shards.h"
#include "tokenizers/plugin_loader.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

namespace po = boost::program_options;

struct Options {
  std::string index;
  std::string tokenizer;  // empty: the index's own, of a new one the default
  std::vector<std::string> plugins;
  Metadata given;
  Granularity granularity = Granularity::article;
  std::size_t shards = 0;  // of a new index; 0: not given
  std::size_t jobs = 0;    // threads that read files; 0: one for each processor
  bool quiet = false;
  std::vector<std::string> arguments;  // after the command
};

struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& error;
  bool error_is_terminal;
};

struct Command {
  std::string_view name, arguments, summary;
  int (*run)(const Options& options, Streams streams);
};

Metadata merged(const Metadata& given, const Metadata& otherwise) {
  Metadata result = given;
  const auto fill = [](std::string& field, const std::string& value) {
    if (field.empty()) field = value;
  };
  fill(result.work, otherwise.work);
  fill(result.language, otherwise.language);
  fill(result.title, otherwise.title);
  fill(result.issuer, otherwise.issuer);
  fill(result.date, otherwise.date);
  fill(result.source_url, otherwise.source_url);
  fill(result.status, otherwise.status);
  return result;
}

constexpr std::size_t most_jobs = 256;

void report(std::ostream& error, std::string_view file, std::string_view what) {
  fmt::print(error, "jomun-index: {}: {}\n", printable(file), printable(what));
}

// The files that the arguments name.
class Inputs {
 public:
  Inputs(const Options& options, Streams streams) : options_(options), streams_(streams) {
    for (const std::string& argument : options_.arguments) {
      if (argument == "-") {
        tasks_.push_back({{argument, {}}, 0, ""});
        continue;
      }
      try {
        for (Input& input : find_inputs(argument)) {
          std::error_code error;
          const std::uintmax_t size = std::filesystem::file_size(input.file, error);
          tasks_.push_back({std::move(input), error ? 0 : static_cast<std::size_t>(size), ""});
        }
      } catch (const UnreadableFile& problem) {
        tasks_.push_back({{argument, {}}, 0, problem.what()});
      }
    }
  }

  // Calls `use` with each file's name and versions, in the order of the arguments; false: they were no good, and fail() has said why.
  // Files that cannot be read are reported and counted.
  template <typename Function>
  void for_each(Function use) {
    std::size_t bytes = 0;
    for (const Task& task : tasks_) bytes += task.bytes;
    const bool shown = streams_.error_is_terminal && !options_.quiet;
    progress_.emplace(shown ? &streams_.error : nullptr, tasks_.size(), bytes);
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    OrderedReader reader(tasks_.size(), options_.jobs > 0 ? options_.jobs : processors, [this](std::size_t i) { return read(tasks_[i]); });
    for (const Task& task : tasks_) {
      const std::string file = task.input.file.string();
      const ReadFile outcome = reader.next();
      try {
        if (!outcome.problem.empty())
          fail(file, outcome.problem);
        else if (use(file, outcome.versions))
          ++read_;
      } catch (const RejectedVersion& problem) {
        fail(file, problem.what());
      }
      progress_->advance(task.bytes);
    }
    progress_.reset();
  }
  void fail(std::string_view file, std::string_view what) {
    if (progress_) progress_->clear();
    report(streams_.error, file, what);
    ++failed_;
  }
  std::size_t read() const { return read_; }
  int exit_code() const { return failed_ == 0 ? 0 : read_ == 0 ? 2 : 1; }

 private:
  struct Task {
    Input input;  // file "-": standard input
    std::size_t bytes;
    std::string problem;  // it was not found
  };

  std::vector<Version> read(const Task& task) const {
    if (!task.problem.empty()) throw UnreadableFile(task.problem);
    const Metadata metadata = merged(options_.given, task.input.metadata);
    return task.input.file == "-" ? read_standard_input(metadata) : read_file(task.input.file, metadata, options_.granularity);
  }
  std::vector<Version> read_standard_input(const Metadata& metadata) const {
    return read_document(std::string(std::istreambuf_iterator<char>(streams_.in), {}), "standard-input", metadata, options_.granularity);
  }

  const Options& options_;
  Streams streams_;
  std::vector<Task> tasks_;
  std::optional<Progress> progress_;
  std::size_t read_ = 0, failed_ = 0;
};

std::string count(std::size_t number, std::string_view singular) {
  return fmt::format("{} {}{}", number, singular, number == 1 ? "" : "s");
}

int add(const Options& options, Streams streams) {
  // What a kill may cost: the text read since the last commit.
  constexpr std::size_t bytes_per_commit = 64 << 20;
  const auto start = std::chrono::steady_clock::now();
  ShardedWriter writer(options.index, options.tokenizer, options.shards);
  Inputs inputs(options, streams);
  std::map<std::string, std::string> file_of_version;
  std::size_t versions = 0, clauses = 0, uncommitted = 0;
  inputs.for_each([&](const std::string& file, const std::vector<Version>& read) {
    for (const Version& version : read) {
      const auto [first, is_new] = file_of_version.emplace(version.name(), file);
      if (is_new) continue;
      inputs.fail(file, fmt::format("is {} like {}; give one of the two another --work or --language", version.name(), first->second));
      return false;
    }
    for (const Version& version : read) {
      writer.replace(version, file);
      ++versions;
      clauses += version.clauses.size();
      for (const Clause& clause : version.clauses) uncommitted += clause.text.text().size();
    }
    if (uncommitted > bytes_per_commit) {
      writer.commit();
      uncommitted = 0;
    }
    return true;
  });
  writer.commit();
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  if (!options.quiet)
    fmt::print(streams.error, "jomun-index: {}, {}, {} indexed in {:.2f} s\n", count(inputs.read(), "file"), count(versions, "version"),
               count(clauses, "clause"), elapsed.count());
  return inputs.exit_code();
}

int preview(const Options& options, Streams streams) {
  Inputs inputs(options, streams);
  inputs.for_each([&](const std::string&, const std::vector<Version>& versions) {
    for (const Version& version : versions)
      for (const Clause& clause : version.clauses) {
        const Metadata& metadata = version.metadata;
        const auto own = [](const std::string& value, const std::string& inherited) { return value.empty() ? inherited : value; };
        const nlohmann::ordered_json line = {{"citation", version.citation(clause)},
                                             {"work", metadata.work},
                                             {"language", own(clause.language, metadata.language)},
                                             {"title", own(clause.title, metadata.title)},
                                             {"issuer", own(clause.issuer, metadata.issuer)},
                                             {"date", own(clause.date, metadata.date)},
                                             {"status", metadata.status},
                                             {"source_url", metadata.source_url},
                                             {"label", clause.label},
                                             {"path", clause.path},
                                             {"text", clause.text.text()},
                                             {"source", {{"begin", clause.source.begin}, {"end", clause.source.end}}}};
        streams.out << line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
      }
    return true;
  });
  return inputs.exit_code();
}

int remove(const Options& options, Streams streams) {
  ShardedWriter writer(options.index);
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
  if (!options.quiet) fmt::print(streams.error, "jomun-index: {} removed\n", count(removed, "clause"));
  return unknown == 0 ? 0 : unknown == options.arguments.size() ? 2 : 1;
}

int list(const Options& options, Streams streams) {
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

int stats(const Options& options, Streams streams) {
  const IndexStatistics statistics = index_statistics(options.index);
  fmt::print(streams.out, "works             {}\nversions          {}\nclauses           {}\n", statistics.works, statistics.versions,
             statistics.clauses);
  for (const auto& [language, clauses] : statistics.clauses_by_language) fmt::print(streams.out, "  {:<16}{}\n", language, clauses);
  if (statistics.databases > 1) fmt::print(streams.out, "databases         {}\n", statistics.databases);
  fmt::print(streams.out, "terms per clause  {:.1f}\nsize on disk      {:.1f} MB\nschema            {}\ntokenizer         {}\n",
             statistics.terms_per_clause, static_cast<double>(statistics.bytes) / 1e6, statistics.schema, statistics.tokenizer);
  return 0;
}

int check(const Options& options, Streams streams) {
  const std::vector<std::string> problems = check_index(options.index);
  for (const std::string& problem : problems) report(streams.error, options.index, problem + "; make the index again");
  if (problems.empty() && !options.quiet) fmt::print(streams.out, "{}: sound\n", printable(options.index));
  return problems.empty() ? 0 : 1;
}

constexpr Command commands[] = {
    {"add", "PATH...", "index files, all files of folders, or '-' (standard input); .jsonl is one clause per line", add},
    {"preview", "PATH...", "print the clauses as JSON Lines and index nothing", preview},
    {"remove", "WORK[/LANG]...", "take works or versions out of the index", remove},
    {"list", "", "print the versions in the index: name, clauses, date, title", list},
    {"stats", "", "print how much is in the index", stats},
    {"check", "", "look whether the index is sound", check},
};

po::options_description describe(Options& options) {
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

CommandLine index_command_line() {
  Options options;
  return command_line(describe(options));
}

int run_index(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error,
              bool error_is_terminal) try {
  Options options;
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
