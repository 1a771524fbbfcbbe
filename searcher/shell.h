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

namespace jomun {

// A line is a query, or a command when it begins with ":". An error in either ends nothing but itself.
//
//   AI safety
//   :parallel 1
//   :language ko
class Shell {
 public:
  // To somebody, it says what a command has done; to a program, only what was asked for.
  enum class Audience { program, person };

  // `request` is what every query starts from. The session must outlive the shell.
  Shell(Session& session, Request request, Audience audience);

  // Until the lines end or one is ":quit". Throws OutputFailed.
  void run(LineSource& lines);

  // What the last word of `line` may become: commands, and what is in the index.
  std::vector<std::string> complete(std::string_view line);

 private:
  enum class Completion { nothing, citations, languages, works, modes, forms };
  // One row per command drives dispatch, help, errors and completion.
  struct Command {
    std::string_view name, argument, summary;
    Completion completion;
    void (Shell::*run)(const std::string& argument);
  };
  static const Command commands[];
  static const Command& find(std::string_view name);

  void obey(const std::string& line);
  void ask(const std::string& query, const OutputOptions& output);

  void help(const std::string&);
  void show(const std::string& argument);
  void parallel(const std::string& argument);
  void why_not(const std::string& argument);
  void explain(const std::string& argument);
  void kwic(const std::string& argument);
  void language(const std::string& argument);
  void work(const std::string& argument);
  void limit(const std::string& argument);
  void expand(const std::string& argument);
  void without(const std::string& argument);
  void matrix(const std::string& argument);
  void quit(const std::string&);

  // The hit with this rank in the last result. Throws UsageError.
  const Hit& hit(const std::string& rank) const;
  std::string citation(const std::string& rank_or_citation) const;
  void confirm(std::string_view setting, std::string_view value);

  Session& session_;
  Request request_;
  Audience audience_;
  std::optional<Result> last_;
  std::size_t queries_ = 0;
  bool quit_ = false;
};

}  // namespace jomun
