// Jomun: queries and commands, one after the other.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/line_source.h"
#include "searcher/session.h"
#include "searcher/settings.h"

namespace jomun {

// A line is a query, or a command when it begins with ":". An error in either ends nothing but itself.
//
//   AI safety
//   :parallel 1
//   :set language ko
class Shell {
 public:
  // To somebody, it says what a command has done; to a program, only what was asked for.
  enum class Audience { program, person };

  // `options`: what every query starts from, and what has been opened. The session must outlive the shell.
  Shell(Session& session, const SearchOptions& options, Audience audience);

  // Until the lines end or one is ":quit". Throws OutputFailed.
  void run(LineSource& lines);

  // What the last word of `line` may become: commands and what they take; in a query fields, their values, forms of the lexicon and words
  // of the index, which need not begin as typed: ㅇㄱㅈㄴ becomes 인공지능. In the order they are to be shown.
  std::vector<std::string> complete(std::string_view line);

 private:
  enum class Completion { nothing, citations, citation_and_query, query, folders, settings, forms };
  // One row per command drives dispatch, help, errors and completion.
  struct Command {
    std::string_view name, argument, summary;
    Completion completion;
    void (Shell::*run)(const std::string& argument);
  };
  static const Command commands[13];
  static const Command& find(std::string_view name);

  void obey(const std::string& line);
  void ask(const std::string& query, const OutputOptions& output);

  void help(const std::string&);
  void show(const std::string& argument);
  void parallel(const std::string& argument);
  void why_not(const std::string& argument);
  void explain(const std::string& argument);
  void kwic(const std::string& argument);
  void open(const std::string& argument);
  void lexicon(const std::string& argument);
  void set(const std::string& argument);
  void unset(const std::string& argument);
  void without(const std::string& argument);
  void matrix(const std::string& argument);
  void quit(const std::string&);

  // The hit with this rank in the last result. Throws UsageError.
  const Hit& hit(const std::string& rank) const;
  std::string citation(const std::string& rank_or_citation) const;
  // Takes settings over, and what hangs on the index or the lexicons with them. Throws without a change.
  void change(Settings settings);
  void show_setting(const CommandOption& option);
  void say_size();
  void confirm(std::string_view setting, std::string_view value);

  std::vector<std::string> complete_query(std::string_view line, std::string_view typed);
  std::vector<std::string> values_of_field(std::string_view field);

  Session& session_;
  Settings settings_;
  std::vector<std::string> indexes_;
  OpenOptions open_;
  std::vector<std::string> without_;
  Request request_;  // without what it asks for
  std::optional<std::size_t> usual_context_;
  Audience audience_;
  std::optional<Result> last_;
  std::size_t queries_ = 0;
  bool quit_ = false;
};

}  // namespace jomun
