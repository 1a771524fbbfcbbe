// Jomun: queries and commands, one after the other.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/shell.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>

#include "searcher/output_text.h"
#include "searcher/search_options.h"

namespace jomun {
namespace {

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return "";
  return std::string(text.substr(begin, text.find_last_not_of(" \t") + 1 - begin));
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = text.find_first_not_of(" \t"); begin != std::string_view::npos; begin = text.find_first_not_of(" \t", begin)) {
    const std::size_t end = std::min(text.find_first_of(" \t", begin), text.size());
    words.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return words;
}

// Leaves of texts with spaces what can follow ":command words ", of those that begin with the words.
void take_typed(std::vector<std::string>& texts, std::string_view line) {
  const std::string_view command_and_words = line.substr(std::min(line.find_first_of(" \t"), line.size()));
  const std::string_view words = command_and_words.substr(std::min(command_and_words.find_first_not_of(" \t"), command_and_words.size()));
  std::erase_if(texts, [&](const std::string& text) { return !text.starts_with(words); });
  for (std::string& text : texts) text.erase(0, words.size());
}

bool is_number(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

const Shell::Command Shell::commands[] = {
    {"help", "", "print this", Completion::nothing, &Shell::help},
    {"show", "N|CITATION", "print the clause with rank N of the last result, or any other", Completion::citations, &Shell::show},
    {"parallel", "N|CITATION", "print it with its counterparts in other languages", Completion::citations, &Shell::parallel},
    {"why-not", "CITATION [QUERY]", "say why the query, or else the last one, does not find this clause", Completion::nothing,
     &Shell::why_not},
    {"explain", "N", "say what the score of rank N is made of", Completion::nothing, &Shell::explain},
    {"kwic", "[QUERY]", "print a line for each match of a query, or of the last result", Completion::nothing, &Shell::kwic},
    {"language", "[TAG]...", "search only these languages; without a tag, all", Completion::languages, &Shell::language},
    {"work", "[ID]...", "search only these declarations; without an id, all", Completion::works, &Shell::work},
    {"limit", "N", "show so many hits", Completion::nothing, &Shell::limit},
    {"expand", "MODE", "what a word also finds: none, lexicon, bridge or all", Completion::modes, &Shell::expand},
    {"without", "[FORM]", "leave out what words also find, or take it in again; without one, take in all", Completion::forms,
     &Shell::without},
    {"matrix", "A; B; C", "print which works answer which of the queries", Completion::nothing, &Shell::matrix},
    {"quit", "", "end; so does Ctrl-D", Completion::nothing, &Shell::quit},
};

Shell::Shell(Session& session, Request request, Audience audience) : session_(session), request_(std::move(request)), audience_(audience) {}

void Shell::run(LineSource& lines) {
  if (audience_ == Audience::person) {
    const std::size_t clauses = session_.searcher().clauses();
    fmt::print(session_.out(), "{} clause{}. Write a query, or :help.\n", clauses, clauses == 1 ? "" : "s");
    session_.flush();
  }
  while (!quit_) {
    const std::optional<std::string> line = lines.next();
    if (!line) return;
    if (const std::size_t columns = lines.columns(); columns > 0) session_.output().width = columns;
    const std::string text = trimmed(*line);
    if (text.empty()) continue;
    try {
      if (text.starts_with(':'))
        obey(text);
      else
        ask(text, session_.output());
    } catch (const OutputFailed&) {
      throw;
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
  throw UsageError(fmt::format("is no command; there are {}", names));
}

void Shell::obey(const std::string& line) {
  const std::size_t name_end = std::min(line.find_first_of(" \t"), line.size());
  const Command& command = find(std::string_view(line).substr(1, name_end - 1));
  const std::string argument = trimmed(std::string_view(line).substr(name_end));
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
  for (const Command& command : commands)
    fmt::print(session_.out(), "  :{:<9} {:<16} {}\n", command.name, command.argument, command.summary);
  session_.out() << "Anything else is a query: words, \"strict phrase\", +must, -not, language:ko. More: jomun-search --help\n";
}

void Shell::show(const std::string& argument) { session_.show(citation(argument)); }

void Shell::parallel(const std::string& argument) { session_.show_parallel(citation(argument)); }

void Shell::why_not(const std::string& argument) {
  const std::size_t end = std::min(argument.find_first_of(" \t"), argument.size());
  Request request = request_;
  request.query = trimmed(std::string_view(argument).substr(end));
  if (request.query.empty() && last_) request.query = last_->query;
  if (request.query.empty()) throw UsageError("there is no query yet; write one behind the citation");
  session_.say_why_not(request, citation(argument.substr(0, end)));
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

void Shell::language(const std::string& argument) {
  std::vector<std::string> languages;
  for (const std::string& tag : words_of(argument)) languages.push_back(checked_language(session_.searcher(), "the language", tag));
  request_.filters.languages = languages;
  confirm("language", languages.empty() ? "all" : fmt::format("{}", fmt::join(languages, ", ")));
}

void Shell::work(const std::string& argument) {
  const std::vector<std::string> works = words_of(argument), known = works.empty() ? works : session_.searcher().works();
  for (const std::string& work : works)
    if (std::find(known.begin(), known.end(), work) == known.end())
      throw UsageError(fmt::format("{} is not in the index; press Tab for the works there are, or see jomun-index list", work));
  request_.filters.works = works;
  confirm("work", works.empty() ? "all" : fmt::format("{}", fmt::join(works, ", ")));
}

void Shell::limit(const std::string& argument) {
  request_.limit = parse_count("the limit", argument);
  confirm("limit", argument);
}

void Shell::expand(const std::string& argument) {
  request_.expand = choose(expand_modes, "the mode", argument);
  confirm("expand", argument);
}

void Shell::without(const std::string& argument) {
  std::vector<std::string>& left_out = request_.without;
  if (argument.empty())
    left_out.clear();
  else if (std::erase(left_out, argument) == 0)
    left_out.push_back(argument);
  confirm("without", left_out.empty() ? "none" : fmt::format("{}", fmt::join(left_out, ", ")));
}

void Shell::matrix(const std::string& argument) {
  std::vector<std::string> concepts = split_concepts(argument);
  if (concepts.empty()) throw UsageError("has no query; write some with ; between them");
  session_.show_matrix(request_, std::move(concepts), session_.output().format == Format::json ? MatrixFormat::json : MatrixFormat::text);
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

std::vector<std::string> Shell::complete(std::string_view line) {
  if (!line.starts_with(':')) return {};
  const std::size_t space = line.find_last_of(" \t");
  const std::string_view typed = space == std::string_view::npos ? line : line.substr(space + 1);
  std::vector<std::string> candidates;
  if (space == std::string_view::npos) {
    for (const Command& command : commands) candidates.push_back(fmt::format(":{}", command.name));
  } else {
    try {
      switch (find(line.substr(1, line.find_first_of(" \t") - 1)).completion) {
        case Completion::nothing: break;
        case Completion::citations:
          if (last_)
            for (const Hit& found : last_->hits) candidates.push_back(found.clause.citation);
          break;
        case Completion::languages: candidates = session_.searcher().languages(); break;
        case Completion::works: candidates = session_.searcher().works(); break;
        case Completion::modes:
          for (const auto& mode : expand_modes) candidates.emplace_back(mode.name);
          break;
        case Completion::forms:
          candidates = request_.without;
          // A form may have spaces: what is before the last of them has been typed.
          if (last_)
            for (const Expansion& expansion : last_->expansions)
              for (const ExpandedForm& form : expansion.forms)
                if (form.via != "query") candidates.push_back(form.text);
          take_typed(candidates, line.substr(0, line.size() - typed.size()));
      }
    } catch (const std::exception&) {
      // The command itself will say what is wrong.
    }
  }
  std::erase_if(candidates, [&](const std::string& candidate) { return !candidate.starts_with(typed); });
  return candidates;
}

}  // namespace jomun
