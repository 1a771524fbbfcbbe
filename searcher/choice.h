// Jomun: a choice among names on the command line and in the shell.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace jomun {

// What the user wrote cannot be done. what() is "what is wrong; what to do".
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A row of the table that parsing, help and error messages of one vocabulary share.
template <typename Value>
struct Choice {
  Value value;
  std::string_view name, summary;
};

// "text, json, tsv or trec".
template <typename Value, std::size_t n>
std::string names_of(const Choice<Value> (&choices)[n]) {
  std::string result;
  for (std::size_t i = 0; i < n; ++i) result += fmt::format("{}{}", i == 0 ? "" : i + 1 == n ? " or " : ", ", choices[i].name);
  return result;
}

// The value called `name`. Throws UsageError with all names; `option` is what to call the choice: "--format".
template <typename Value, std::size_t n>
Value choose(const Choice<Value> (&choices)[n], std::string_view option, std::string_view name) {
  for (const Choice<Value>& choice : choices)
    if (choice.name == name) return choice.value;
  throw UsageError(fmt::format("{} {} is not known; it is {}", option, name, names_of(choices)));
}

}  // namespace jomun
