// Jomun: queries and commands, one after the other.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/shell.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <ostream>
#include <system_error>
#include <utility>

#include "searcher/output_lexicon.h"
#include "searcher/output_lines.h"
#include "searcher/output_text.h"
#include "searcher/own_lexicons.h"
#include "searcher/search_options.h"

namespace jomun {
namespace {

constexpr std::string_view wide_colon = "：";  // of East Asian input methods

// "~/lexicons" as other shells read it.
std::string at_home(const std::string& path) {
  const char* home = std::getenv("HOME");
  return home != nullptr && path.starts_with("~/") ? home + path.substr(1) : path;
}

// What stands before the first white space, and what behind it.
std::pair<std::string, std::string> first_word(const std::string& text) {
  const std::vector<std::string> words = words_of(text);
  if (words.empty()) return {};
  return {words.front(), trimmed(std::string_view(text).substr(text.find(words.front()) + words.front().size()))};
}

bool is_number(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

const Shell::Command Shell::commands[13] = {
    {"help", "", "print this", Completion::nothing, &Shell::help},
    {"show", "N|CITATION", "print the clause with rank N of the last result, or any other", Completion::citations, &Shell::show},
    {"parallel", "N|CITATION", "print it with its counterparts in other languages", Completion::citations, &Shell::parallel},
    {"why-not", "CITATION [QUERY]", "say why the query, or else the last one, does not find this clause", Completion::citation_and_query,
     &Shell::why_not},
    {"explain", "N", "say what the score of rank N is made of", Completion::nothing, &Shell::explain},
    {"kwic", "[QUERY]", "print a line for each match of a query, or of the last result", Completion::query, &Shell::kwic},
    {"open", "INDEX...", "search another index, or several as one", Completion::folders, &Shell::open},
    {"lexicon", "[WORD]", "say what a word means and how else it is said; or which lexicons there are", Completion::query, &Shell::lexicon},
    {"set", "[NAME [VALUE]]", "set an option of the command line, show it, or show all", Completion::settings, &Shell::set},
    {"unset", "NAME", "set it back to what it is by itself", Completion::settings, &Shell::unset},
    {"without", "[FORM]", "leave out what words also find, or take it in again; or take in all", Completion::forms, &Shell::without},
    {"matrix", "A; B; C", "print which works answer which of the queries", Completion::query, &Shell::matrix},
    {"quit", "", "end; so does Ctrl-D", Completion::nothing, &Shell::quit},
};

Shell::Shell(Session& session, const SearchOptions& options, Audience audience)
    : session_(session),
      settings_(options.settings),
      indexes_(options.indexes),
      open_(options.open),
      without_(options.request.without),
      request_(options.request),
      usual_context_(options.output.context ? std::nullopt : session.output().context),
      audience_(audience) {}

void Shell::run(LineSource& lines) {
  if (audience_ == Audience::person) {
    say_size();
    session_.out() << " Write a query, or :help.\n";
    session_.flush();
  }
  while (!quit_) {
    const std::optional<std::string> line = lines.next();
    if (!line) return;
    if (const std::size_t columns = lines.columns(); columns > 0) session_.output().width = columns;
    std::string text = trimmed(*line);
    if (text.empty()) continue;
    if (text.starts_with(wide_colon)) text.replace(0, wide_colon.size(), ":");
    try {
      if (text.starts_with(':'))
        obey(text);
      else
        ask(text, session_.output());
    } catch (const OutputFailed&) {
      throw;
    } catch (const SearchStopped&) {
      report(session_.error(), text.starts_with(':') ? words_of(text).front() : text, "stopped");
    } catch (const std::exception& problem) {
      session_.fail(text.starts_with(':') ? words_of(text).front() : "", problem.what());
    }
    session_.flush();
  }
}

const Shell::Command& Shell::find(std::string_view name) {
  const Command* found = nullptr;
  std::string names;
  for (const Command& command : commands) {
    if (command.name == name) return command;
    // Any beginning that only one command has.
    if (command.name.starts_with(name)) {
      found = found == nullptr ? &command : std::end(commands);
    }
    names += fmt::format("{}:{}", names.empty() ? "" : ", ", command.name);
  }
  if (found != nullptr && found != std::end(commands) && !name.empty()) return *found;
  if (is_setting(name)) throw UsageError(fmt::format("is a setting; write :set {} and a value", name));
  throw UsageError(fmt::format("is no command; there are {}", names));
}

void Shell::obey(const std::string& line) {
  const auto [name, argument] = first_word(line);
  const Command& command = find(std::string_view(name).substr(1));
  if (command.argument.empty() && !argument.empty()) throw UsageError("takes no argument; leave it out");
  if (argument.empty() && !command.argument.empty() && !command.argument.starts_with('['))
    throw UsageError(fmt::format("needs an argument; write :{} {}", command.name, command.argument));
  (this->*command.run)(argument);
}

void Shell::ask(const std::string& query, const OutputOptions& output) {
  Request request = request_;
  request.query = query;
  last_ = session_.ask(request, {std::to_string(++queries_), false}, output);
}

void Shell::help(const std::string&) {
  const std::size_t width = session_.output().width;
  for (const Command& command : commands)
    write_beside(session_.out(), fmt::format("  :{:<9} {}", command.name, command.argument), command.summary, 30, width);
  write_beside(session_.out(), "",
               "Anything else is a query: words, \"strict phrase\", +must, -not, language:ko. More: jomun-search --help", 0, width);
}

void Shell::show(const std::string& argument) { session_.show(citation(argument)); }

void Shell::parallel(const std::string& argument) { session_.show_parallel(citation(argument)); }

void Shell::why_not(const std::string& argument) {
  const auto [clause, query] = first_word(argument);
  Request request = request_;
  request.query = query;
  if (request.query.empty() && last_) request.query = last_->query;
  if (request.query.empty()) throw UsageError("there is no query yet; write one behind the citation");
  session_.say_why_not(request, citation(clause));
}

void Shell::explain(const std::string& argument) { write_explanation_text(session_.out(), hit(argument), session_.output()); }

void Shell::kwic(const std::string& argument) {
  OutputOptions output = session_.output();
  output.format = Format::text;
  output.kwic = true;
  if (argument.empty()) {
    if (!last_ || last_->hits.empty()) throw UsageError("there is no result yet to take matches from; search first");
    return write_result(session_.out(), *last_, {}, output);
  }
  ask(argument, output);
}

void Shell::open(const std::string& argument) {
  // A folder's name may have spaces.
  std::vector<std::string> indexes = {at_home(argument)};
  if (std::error_code unknown; !std::filesystem::exists(indexes.front(), unknown)) {
    indexes.clear();
    for (const std::string& index : words_of(argument)) indexes.push_back(at_home(index));
  }
  session_.use(std::make_unique<Searcher>(indexes, read_own_lexicons(settings_.parsed().lexicons, session_.error()), open_));
  indexes_ = std::move(indexes);
  last_.reset();  // its ranks are those of another index
  if (audience_ != Audience::person) return;
  say_size();
  session_.out() << '\n';
}

void Shell::lexicon(const std::string& argument) {
  if (argument.empty()) {
    for (const LoadedLexicon& lexicon : list_lexicons(settings_.parsed().lexicons))
      fmt::print(session_.out(), "{:>6} concepts  {}\n", lexicon.concepts, lexicon.file.empty() ? "of Jomun" : one_line(lexicon.file));
    return;
  }
  const std::vector<Concept> concepts = session_.searcher().look_up(argument);
  write_concepts(session_.out(), argument, concepts, session_.output());
  if (!concepts.empty()) return;
  constexpr std::size_t most = 8;
  const std::vector<std::string> like = session_.searcher().complete(argument, most);
  const std::string_view advice = like.empty() ? "try another form of it" : "words that begin so: ";
  report(session_.error(), argument, fmt::format("is in no lexicon; {}{}", advice, fmt::join(like, ", ")));
}

void Shell::show_setting(const CommandOption& option) {
  const std::string taken = option.argument.empty() ? "on|off" : option.argument;
  write_beside(session_.out(), fmt::format("  {:<9} {}", option.name, one_line(settings_.value(option))), taken, 28,
               session_.output().width);
}

void Shell::set(const std::string& argument) {
  if (argument.empty()) {
    for (const CommandOption& option : settings_.options()) show_setting(option);
    return;
  }
  const auto [name, value] = first_word(argument);
  const CommandOption option = settings_.find(name);
  if (value.empty()) return show_setting(option);
  std::vector<std::string> values;
  for (const std::string& word : words_of(value)) {
    if (option.name == "language") values.push_back(checked_language(session_.searcher(), "the language", word));
    if (option.name == "lexicon") values.push_back(at_home(word));
  }
  if (option.name == "work") {
    const std::vector<std::string> known = session_.searcher().works();
    for (const std::string& work : words_of(value))
      if (std::find(known.begin(), known.end(), work) == known.end())
        throw UsageError(fmt::format("{} is not in the index; press Tab for the works there are, or see jomun-index list", work));
  }
  change(values.empty() ? settings_.with(option, value) : settings_.with(option, std::move(values)));
  confirm(option.name, settings_.value(option));
}

void Shell::unset(const std::string& argument) {
  const CommandOption option = settings_.find(argument);
  change(settings_.with(option, ""));
  confirm(option.name, settings_.value(option));
}

void Shell::change(Settings settings) {
  const SearchOptions& options = settings.parsed();
  if (options.lexicons != settings_.parsed().lexicons)
    session_.use(std::make_unique<Searcher>(indexes_, read_own_lexicons(options.lexicons, session_.error()), open_));
  request_ = options.request;
  request_.without = without_;
  OutputOptions output = options.output;
  output.width = session_.output().width;
  output.colour = session_.output().colour;
  if (!output.context) output.context = usual_context_;
  session_.output() = output;
  settings_ = std::move(settings);
}

void Shell::without(const std::string& argument) {
  std::vector<std::string>& left_out = without_;
  if (argument.empty())
    left_out.clear();
  else if (std::erase(left_out, argument) == 0)
    left_out.push_back(argument);
  request_.without = left_out;
  confirm("without", left_out.empty() ? "none" : fmt::format("{}", fmt::join(left_out, ", ")));
}

void Shell::matrix(const std::string& argument) {
  std::vector<std::string> concepts = split_concepts(argument);
  if (concepts.empty()) throw UsageError("has no query; write some with ; between them");
  // The formats that a matrix does not have are for hits.
  const Format format = session_.output().format;
  session_.show_matrix(request_, std::move(concepts),
                       format == Format::json  ? MatrixFormat::json
                       : format == Format::csv ? MatrixFormat::csv
                                               : MatrixFormat::text);
}

void Shell::quit(const std::string&) { quit_ = true; }

const Hit& Shell::hit(const std::string& rank) const {
  if (!last_ || last_->hits.empty()) throw UsageError("there is no result yet to take a rank from; search first");
  for (const Hit& candidate : last_->hits)
    if (std::to_string(candidate.rank) == rank) return candidate;
  throw UsageError(
      fmt::format("{} is no rank of the last result; it has {} to {}", rank, last_->hits.front().rank, last_->hits.back().rank));
}

std::string Shell::citation(const std::string& rank_or_citation) const {
  return is_number(rank_or_citation) ? hit(rank_or_citation).clause.citation : rank_or_citation;
}

void Shell::confirm(std::string_view setting, std::string_view value) {
  if (audience_ == Audience::person) fmt::print(session_.out(), "{}: {}\n", setting, value);
}

void Shell::say_size() {
  const std::size_t clauses = session_.searcher().clauses();
  fmt::print(session_.out(), "{} clause{}.", clauses, clauses == 1 ? "" : "s");
}

}  // namespace jomun
