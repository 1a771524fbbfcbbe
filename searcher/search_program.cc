// Jomun: the command line of jomun-search.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/search_program.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <istream>
#include <ostream>

#include "searcher/line_source.h"
#include "searcher/own_lexicons.h"
#include "searcher/search_options.h"
#include "searcher/session.h"
#include "searcher/shell.h"
#include "tokenizers/plugin_loader.h"

namespace jomun {
namespace {

// Why a line of a batch file cannot be run; empty when it can.
std::string problem_of(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return "has no tab; write the id, a tab and the query";
  if (line.substr(0, tab).find_first_not_of(' ') == std::string_view::npos) return "has no id before the tab; write one";
  if (line.find_first_not_of(" \t", tab) == std::string_view::npos) return "has no query after the tab; write one, or leave out the line";
  return "";
}

void run_batch(Session& session, const SearchOptions& options, std::istream& in) {
  const std::string& name = *options.batch;
  std::ifstream file;
  if (name != "-") {
    errno = 0;
    file.open(name, std::ios::binary);
    if (!file) return session.fail(name, fmt::format("cannot be read ({}); check that it is a file you may read", std::strerror(errno)));
  }
  std::istream& stream = name == "-" ? in : file;
  StreamLines lines(stream);
  Request request = options.request;
  while (const std::optional<std::string> line = lines.next()) {
    if (line->empty()) continue;
    if (const std::string problem = problem_of(*line); !problem.empty()) {
      session.fail(fmt::format("{}:{}", name == "-" ? "standard input" : name, lines.number()), problem);
      continue;
    }
    const std::size_t tab = line->find('\t');
    request.query = line->substr(tab + 1);
    try {
      session.ask(request, {line->substr(0, tab), true});
    } catch (const SearchError& problem) {
      session.fail("", problem.what());
    }
  }
  if (stream.bad()) session.fail(name, "cannot be read to its end; check that it is a file you may read");
}

// What a line answers begins a new screen, and Ctrl-C before it is of no concern to it.
class PersonalLines final : public LineSource {
 public:
  PersonalLines(LineSource& lines, Interrupts& interrupts, Pager& pager, const OutputOptions& output)
      : lines_(lines), interrupts_(interrupts), pager_(pager), output_(output) {}
  std::optional<std::string> next() override {
    std::optional<std::string> line = lines_.next();
    interrupts_.reset();
    pager_.restart(output_.paging);
    return line;
  }
  std::size_t columns() const override { return lines_.columns(); }

 private:
  LineSource& lines_;
  Interrupts& interrupts_;
  Pager& pager_;
  const OutputOptions& output_;
};

// Puts a buffer in front of that of a stream while it lives.
class BufferInFront {
 public:
  BufferInFront(std::ostream& out, std::streambuf& buffer) : out_(out), before_(out.rdbuf(&buffer)) {}
  ~BufferInFront() { out_.rdbuf(before_); }
  BufferInFront(const BufferInFront&) = delete;
  BufferInFront& operator=(const BufferInFront&) = delete;

 private:
  std::ostream& out_;
  std::streambuf* before_;
};

int run_shell(Session& session, const SearchOptions& options, std::istream& in, const Terminal& terminal) {
  if (!terminal.interactive) {
    StreamLines lines(in);
    Shell(session, options, Shell::Audience::program).run(lines);
    return session.exit_code();
  }
  Interrupts interrupts;
  session.stop_when(&interrupts.flag());
  Pager pager(*session.out().rdbuf(), screen_size, ask_for_more, interrupts.flag());
  const BufferInFront front(session.out(), pager);
  Shell shell(session, options, Shell::Audience::person);
  const auto typed = make_terminal_lines("jomun> ", history_file(), [&](std::string_view line) { return shell.complete(line); });
  PersonalLines lines(*typed, interrupts, pager, session.output());
  shell.run(lines);
  session.stop_when(nullptr);
  return 0;
}

int run_with(SearchOptions options, std::istream& in, std::ostream& out, std::ostream& error, const Terminal& terminal) {
  for (const std::string& plugin : options.plugins) load_plugin(plugin);
  if (options.check_lexicon) {
    const bool sound = check_lexicon(*options.check_lexicon, out);
    out.flush();
    return sound ? 0 : 1;
  }
  Searcher searcher(options.indexes, read_own_lexicons(options.lexicons, error), options.open);
  OutputOptions output = options.output;
  output.width = terminal.width;
  output.colour = terminal.colour;
  if (!terminal.screen && !output.context) output.context = usual_context;
  Session session(searcher, output, out, error);
  try {
    for (std::string& language : options.request.filters.languages) language = checked_language(searcher, "--language", language);
    if (options.batch) {
      run_batch(session, options, in);
    } else if (options.show) {
      session.show(*options.show);
    } else if (options.parallel) {
      session.show_parallel(*options.parallel);
    } else if (!options.matrix.empty()) {
      session.show_matrix(options.request, options.matrix, options.matrix_format);
    } else if (options.query) {
      options.request.query = *options.query;
      if (options.why_not)
        session.say_why_not(options.request, *options.why_not);
      else
        session.ask(options.request, {});
    } else {
      return run_shell(session, options, in, terminal);
    }
  } catch (const SearchError& problem) {
    session.fail("", problem.what());
  } catch (const OutputFailed& problem) {
    if (problem.reader_left()) return session.exit_code();
    session.fail("standard output", problem.what());
  }
  return session.exit_code();
}

}  // namespace

int run_search(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out, std::ostream& error,
               const Terminal& terminal) try {
  const SearchOptions options = parse_search_options(arguments);
  if (!options.help) return run_with(options, in, out, error, terminal);
  print_search_help(out);
  out.flush();
  return 0;
} catch (const std::exception& problem) {
  report(error, "", problem.what());
  return 2;
}

}  // namespace jomun
