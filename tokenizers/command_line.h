// Jomun: what a program's command line is, for its help, its manual page and the completion in shells.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace boost::program_options {
class options_description;
}

namespace jomun {

struct CommandOption {
  std::string name;      // "format", without the dashes
  std::string argument;  // "text|json", "FILE"; empty: it takes none
  std::string summary;   // one or more lines
  bool repeatable = false;
  std::vector<std::string> values;  // that are known: the argument's own where it is alternatives

  // FILE, PATH, or anything that is a folder.
  bool takes_file() const;
};

struct CommandLine {
  struct Command {
    std::string name, arguments, summary;
  };

  std::string name;                // "jomun-search"
  std::vector<std::string> usage;  // without the name
  std::string purpose;             // a sentence
  std::vector<Command> commands;   // none: it has no commands
  std::vector<CommandOption> options;
  std::string notes;  // lines, preformatted

  // Whether its arguments besides options name files.
  bool takes_files() const;
};

// The options as Boost knows them: there is no second list.
std::vector<CommandOption> options_of(const boost::program_options::options_description& described);

// What --help prints; `described` is where `line.options` come from.
void print_help(std::ostream& out, const CommandLine& line, const boost::program_options::options_description& described);

}  // namespace jomun
