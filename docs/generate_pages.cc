// Jomun: writes the manual page of each program, and how bash, zsh and fish complete its arguments.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: jomun-generate-pages VERSION FOLDER

#include <fmt/ostream.h>

#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index_program.h"
#include "searcher/search_options.h"
#include "tokenizers/command_line.h"
#include "tokenizers/tokenize_program.h"

namespace jomun {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
  return text;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// "jomun-search" as part of the name of a function.
std::string identifier(const CommandLine& line) { return "_" + replaced(line.name, "-", "_"); }

std::string joined(const std::vector<std::string>& texts) { return fmt::format("{}", fmt::join(texts, " ")); }

// Text as roff prints it as it is.
std::string roff(const std::string& text) {
  std::string escaped = replaced(replaced(replaced(text, "\\", "\\e"), "-", "\\-"), "\n.", "\n\\&.");
  escaped = replaced(replaced(replaced(escaped, "'", "\\(aq"), "~", "\\(ti"), "^", "\\(ha");
  return escaped.starts_with('.') ? "\\&" + escaped : escaped;
}

void write_manual(std::ostream& out, const CommandLine& line, const std::vector<CommandLine>& all, std::string_view version) {
  std::string title = line.name;
  for (char& c : title) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  std::string purpose = line.purpose.substr(0, line.purpose.size() - 1);
  purpose.front() = static_cast<char>(purpose.front() - 'A' + 'a');
  fmt::print(out, "'\\\" -*- coding: utf-8 -*-\n.TH {} 1 \"\" \"jomun {}\" \"User Commands\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n.nf\n",
             roff(title), version, roff(line.name), roff(purpose));
  for (const std::string& usage : line.usage) fmt::print(out, "\\fB{}\\fR {}\n", roff(line.name), roff(usage));
  fmt::print(out, ".fi\n.SH DESCRIPTION\n{}\n", roff(line.purpose));
  if (!line.commands.empty()) out << ".SH COMMANDS\n";
  for (const CommandLine::Command& command : line.commands)
    fmt::print(out, ".TP\n\\fB{}\\fR {}\n{}\n", roff(command.name), roff(command.arguments), roff(command.summary));
  out << ".SH OPTIONS\n";
  for (const CommandOption& option : line.options) {
    fmt::print(out, ".TP\n\\fB\\-\\-{}\\fR {}\n", roff(option.name), roff(option.argument));
    fmt::print(out, "{}\n", option.summary.empty() ? "\\&" : replaced(roff(option.summary), "\n", "\n.br\n"));
  }
  if (!line.notes.empty()) fmt::print(out, ".SH NOTES\n.nf\n{}.fi\n", roff(line.notes));
  out << ".SH SEE ALSO\n";
  std::string others;
  for (const CommandLine& other : all)
    if (other.name != line.name) others += fmt::format("{}\\fB{}\\fR(1)", others.empty() ? "" : ",\n", roff(other.name));
  out << others << '\n';
}

void write_bash(std::ostream& out, const CommandLine& line) {
  std::vector<std::string> options, commands;
  for (const CommandOption& option : line.options) options.push_back("--" + option.name);
  for (const CommandLine::Command& command : line.commands) commands.push_back(command.name);
  const auto complete = [](std::string_view from) { return fmt::format("mapfile -t COMPREPLY < <(compgen {} -- \"$word\")", from); };
  const std::string files = "compopt -o filenames 2>/dev/null; " + complete("-f");
  fmt::print(out,
             "# bash completion of {}: generated.\n# shellcheck shell=bash disable=SC2207\n{}() {{\n"
             "  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}}\n  COMPREPLY=()\n"
             "  # --option=value is three words.\n"
             "  if [[ $word == '=' ]]; then word=''; elif [[ $before == '=' ]]; then before=${{COMP_WORDS[COMP_CWORD - 2]}}; fi\n"
             "  case $before in\n",
             line.name, identifier(line));
  std::vector<std::string> others;  // of whose arguments nothing is known
  for (const CommandOption& option : line.options) {
    if (option.argument.empty()) continue;
    if (!option.values.empty())
      fmt::print(out, "    --{}) {}; return ;;\n", option.name, complete(fmt::format("-W '{}'", joined(option.values))));
    else if (option.takes_file())
      fmt::print(out, "    --{}) {}; return ;;\n", option.name, files);
    else
      others.push_back("--" + option.name);
  }
  if (!others.empty()) fmt::print(out, "    {}) return ;;\n", fmt::join(others, " | "));
  fmt::print(out, "  esac\n  if [[ $word == -* ]]; then\n    {}\n    return\n  fi\n", complete(fmt::format("-W '{}'", joined(options))));
  if (!commands.empty())
    fmt::print(out,
               "  local known\n  for known in \"${{COMP_WORDS[@]:1:COMP_CWORD - 1}}\"; do\n    case $known in {}) known=''; break ;; esac\n"
               "  done\n  if [[ -n ${{known-x}} ]]; then\n    {}\n    return\n  fi\n",
               fmt::join(commands, " | "), complete(fmt::format("-W '{}'", joined(commands))));
  if (line.takes_files()) fmt::print(out, "  {}\n", files);
  fmt::print(out, "}}\ncomplete -F {} {}\n", identifier(line), line.name);
}

void write_zsh(std::ostream& out, const CommandLine& line) {
  const auto quoted = [](const std::string& text) {
    return replaced(replaced(replaced(replaced(replaced(text, "\\", "\\\\"), "'", "'\\''"), "[", "\\["), "]", "\\]"), ":", "\\:");
  };
  fmt::print(out, "#compdef {}\n# zsh completion: generated.\n_arguments \\\n", line.name);
  for (const CommandOption& option : line.options) {
    std::string action;
    if (!option.values.empty())
      action = fmt::format("({})", joined(option.values));
    else if (option.takes_file())
      action = "_files";
    const std::string argument = option.argument.empty() ? "" : fmt::format(":{}:{}", quoted(option.argument), action);
    fmt::print(out, "  '{}--{}{}[{}]{}' \\\n", option.repeatable ? "*" : "", option.name, option.argument.empty() ? "" : "=",
               quoted(first_line(option.summary)), argument);
  }
  if (!line.commands.empty()) {
    std::string commands;
    for (const CommandLine::Command& command : line.commands)
      commands += fmt::format("{}{}\\:\"{}\"", commands.empty() ? "" : " ", command.name, quoted(command.summary));
    fmt::print(out, "  '1:command:(({}))' \\\n", commands);
  }
  fmt::print(out, "  '*:argument:{}'\n", line.takes_files() ? "_files" : "");
}

void write_fish(std::ostream& out, const CommandLine& line) {
  const auto quoted = [](const std::string& text) { return replaced(replaced(text, "\\", "\\\\"), "'", "\\'"); };
  fmt::print(out, "# fish completion of {}: generated.\n", line.name);
  if (!line.takes_files()) fmt::print(out, "complete -c {} -f\n", line.name);
  for (const CommandLine::Command& command : line.commands)
    fmt::print(out, "complete -c {} -n __fish_use_subcommand -f -a {} -d '{}'\n", line.name, command.name, quoted(command.summary));
  for (const CommandOption& option : line.options) {
    std::string argument;
    if (!option.values.empty())
      argument = fmt::format(" -x -a '{}'", joined(option.values));
    else if (!option.argument.empty())
      argument = option.takes_file() ? " -r -F" : " -x";
    fmt::print(out, "complete -c {} -l {}{} -d '{}'\n", line.name, option.name, argument, quoted(first_line(option.summary)));
  }
}

void write(const std::string& version, const std::string& folder) {
  const std::vector<CommandLine> all = {tokenize_command_line(), index_command_line(), search_command_line()};
  const auto file = [&](const std::string& name, auto write_one) {
    std::ofstream out(folder + "/" + name, std::ios::binary);
    write_one(out);
    if (!out.flush()) throw std::runtime_error(folder + "/" + name + ": cannot be written; look for a full disk");
  };
  for (const CommandLine& line : all) {
    file(line.name + ".1", [&](std::ostream& out) { write_manual(out, line, all, version); });
    file(line.name + ".bash", [&](std::ostream& out) { write_bash(out, line); });
    file("_" + line.name, [&](std::ostream& out) { write_zsh(out, line); });
    file(line.name + ".fish", [&](std::ostream& out) { write_fish(out, line); });
  }
}

}  // namespace
}  // namespace jomun

int main(int argc, char** argv) try {
  if (argc != 3) throw std::runtime_error("usage: jomun-generate-pages VERSION FOLDER");
  jomun::write(argv[1], argv[2]);
  return 0;
} catch (const std::exception& problem) {
  std::fprintf(stderr, "jomun-generate-pages: %s\n", problem.what());
  return 1;
}
