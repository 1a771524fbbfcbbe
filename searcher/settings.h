// Jomun: the options of jomun-search that the shell can change.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/search_options.h"
#include "tokenizers/command_line.h"

namespace jomun {

// What an option may be is read from the table of the command line, and what it was set to is read by its parser: :set limit 5 is
// --limit 5.
class Settings {
 public:
  explicit Settings(SettingValues given = {});

  // In the order of the command line.
  const std::vector<CommandOption>& options() const { return options_; }
  // By its name, or by a beginning that only one has. Throws UsageError.
  const CommandOption& find(std::string_view name) const;
  // As a person reads it: "zh-Hans, ko", "all", "10".
  std::string value(const CommandOption& option) const;

  // A copy with another value: words, where the option may be repeated; empty: as if it had not been given. Throws UsageError where the
  // command line would not take it.
  Settings with(const CommandOption& option, std::string_view value) const;
  // The same with values that are checked already.
  Settings with(const CommandOption& option, std::vector<std::string> values) const;

  // What they say together.
  const SearchOptions& parsed() const { return parsed_; }

 private:
  std::vector<CommandOption> options_;
  SettingValues values_;
  SearchOptions parsed_;
};

// Without white space at either end, full-width or not; and its words.
std::string trimmed(std::string_view text);
std::vector<std::string> words_of(std::string_view text);

}  // namespace jomun
