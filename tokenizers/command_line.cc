// Jomun: what a program's command line is, for its help, its manual page and the completion in shells.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/command_line.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <ostream>

namespace jomun {
namespace {

// "text|json" is a choice; "YYYY[-MM]" and "FILE" are not.
std::vector<std::string> alternatives(const std::string& argument) {
  std::vector<std::string> values;
  if (argument.find('|') == std::string::npos || argument.find('[') != std::string::npos) return values;
  for (std::size_t begin = 0; begin <= argument.size();) {
    const std::size_t end = std::min(argument.find('|', begin), argument.size());
    values.push_back(argument.substr(begin, end - begin));
    begin = end + 1;
  }
  return values;
}

}  // namespace

bool CommandOption::takes_file() const { return argument == "FILE" || argument == "PATH" || argument == "DIR" || argument == "INDEX"; }

bool CommandLine::takes_files() const {
  const auto names_files = [](const std::string& text) {
    return text.find("FILE]") != std::string::npos || text.find("PATH...") != std::string::npos;
  };
  return std::any_of(usage.begin(), usage.end(), names_files) ||
         std::any_of(commands.begin(), commands.end(), [&](const Command& command) { return names_files(command.arguments); });
}

std::vector<CommandOption> options_of(const boost::program_options::options_description& described) {
  std::vector<CommandOption> options;
  for (const auto& option : described.options()) {
    const auto& semantic = *option->semantic();
    CommandOption& added = options.emplace_back();
    added.name = option->long_name();
    if (semantic.max_tokens() > 0) added.argument = semantic.name();
    added.summary = option->description();
    added.repeatable = semantic.is_composing();
    added.values = alternatives(added.argument);
  }
  return options;
}

void print_help(std::ostream& out, const CommandLine& line, const boost::program_options::options_description& described) {
  for (std::size_t i = 0; i < line.usage.size(); ++i) fmt::print(out, "{} {} {}\n", i == 0 ? "usage:" : "      ", line.name, line.usage[i]);
  out << line.purpose << "\n\n";
  if (!line.commands.empty()) out << "Commands:\n";
  for (const CommandLine::Command& command : line.commands)
    fmt::print(out, "  {:<8}{:<16}{}\n", command.name, command.arguments, command.summary);
  if (!line.commands.empty()) out << '\n';
  out << described;
  if (!line.notes.empty()) out << '\n' << line.notes;
}

}  // namespace jomun
