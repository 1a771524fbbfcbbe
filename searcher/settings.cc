// Jomun: the options of jomun-search that the shell can change.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

bool is_space(std::string_view text, std::size_t offset) { return character(decode(text, offset).value).kind == CharacterClass::space; }

// "--limit x is not known" is ":set: limit x is not known" in the shell.
std::string without_dashes(std::string text) {
  for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at)) text.erase(at, 2);
  return text;
}

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t bytes = decode(text, i).bytes;
    const bool space = is_space(text, i);
    if (!space && !inside) words.emplace_back();
    if (!space) words.back() += text.substr(i, bytes);
    inside = !space;
    i += bytes;
  }
  return words;
}

std::string trimmed(std::string_view text) {
  std::size_t begin = text.size(), end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t bytes = decode(text, i).bytes;
    if (!is_space(text, i)) {
      begin = std::min(begin, i);
      end = i + bytes;
    }
    i += bytes;
  }
  return begin < end ? std::string(text.substr(begin, end - begin)) : "";
}

Settings::Settings(SettingValues given) : values_(std::move(given)), parsed_(parse_settings(values_)) {
  for (CommandOption& option : search_command_line().options)
    if (is_setting(option.name)) options_.push_back(std::move(option));
}

const CommandOption& Settings::find(std::string_view name) const {
  const CommandOption* found = nullptr;
  std::size_t fitting = 0;
  std::string names;
  for (const CommandOption& option : options_) {
    if (option.name == name) return option;
    if (option.name.starts_with(name) && ++fitting == 1) found = &option;
    names += (names.empty() ? "" : ", ") + option.name;
  }
  if (fitting == 1 && !name.empty()) return *found;
  throw UsageError(fmt::format("{} is no setting; there are {}", name, names));
}

std::string Settings::value(const CommandOption& option) const {
  const auto given = values_.find(option.name);
  return given == values_.end() ? std::string(unset_value(option.name)) : fmt::format("{}", fmt::join(given->second, ", "));
}

Settings Settings::with(const CommandOption& option, std::string_view value) const {
  const std::string text = trimmed(value);
  // An issuer has a name of several words.
  if (option.repeatable && option.argument != "TEXT") return with(option, words_of(text));
  if (text.empty()) return with(option, std::vector<std::string>());
  if (option.argument.empty() && text != "on" && text != "off")
    throw UsageError(fmt::format("{} {} is not known; it is on or off", option.name, text));
  if (option.argument.empty() && text == "off") return with(option, std::vector<std::string>());
  return with(option, std::vector<std::string>{text});
}

Settings Settings::with(const CommandOption& option, std::vector<std::string> values) const try {
  Settings changed = *this;
  if (values.empty())
    changed.values_.erase(option.name);
  else
    changed.values_[option.name] = std::move(values);
  changed.parsed_ = parse_settings(changed.values_);
  return changed;
} catch (const UsageError& problem) {
  throw UsageError(without_dashes(problem.what()));
}

}  // namespace jomun
