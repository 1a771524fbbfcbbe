// Jomun: what a line of the shell may go on with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iterator>

#include "searcher/query_fields.h"
#include "searcher/shell.h"
#include "tokenizers/ascii.h"

namespace jomun {
namespace {

constexpr std::string_view white_space = " \t";  // where readline parts words
constexpr std::size_t most_words = 30, words_before = 2;

// Leaves of texts with spaces what can follow `words`, of those that begin with the words.
void leave_what_follows(std::vector<std::string>& texts, std::string_view words) {
  const auto begins = [&](const std::string& text) {
    return text.size() > words.size() && std::equal(words.begin(), words.end(), text.begin(),
                                                    [](char typed, char there) { return lower_ascii(typed) == lower_ascii(there); });
  };
  std::erase_if(texts, [&](const std::string& text) { return !begins(text); });
  for (std::string& text : texts) text.erase(0, words.size());
}

void leave_beginning_with(std::string_view typed, std::vector<std::string>& candidates) {
  std::erase_if(candidates, [&](const std::string& candidate) { return !candidate.starts_with(typed); });
}

// Where the last word begins.
std::size_t last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(white_space);
  return space == text.npos ? 0 : space + 1;
}

// Where the last words begin, this many and the last one; npos: there are fewer.
std::size_t words_back(std::string_view text, std::size_t words) {
  std::size_t begin = last_word(text);
  for (; words > 0; --words) {
    const std::size_t end = text.substr(0, begin).find_last_not_of(white_space);
    if (end == text.npos) return text.npos;
    begin = last_word(text.substr(0, end + 1));
  }
  return begin;
}

// Folders that begin so, with a slash behind: an index is one.
std::vector<std::string> folders(std::string_view typed) {
  const std::size_t slash = typed.rfind('/');
  const std::string above(slash == typed.npos ? "" : typed.substr(0, slash + 1));
  std::vector<std::string> found;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(above.empty() ? "." : above, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    const std::string name = entry->path().filename().string();
    if (entry->is_directory(unknown) && (!name.starts_with('.') || typed.substr(above.size()).starts_with('.')))
      found.push_back(above + name + '/');
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<std::string> Shell::values_of_field(std::string_view field) {
  if (field == "work") return session_.searcher().works();
  if (field == "modality") return settings_.find("modality").values;
  if (field != "language") return {};
  std::vector<std::string> languages = session_.searcher().languages();
  if (std::any_of(languages.begin(), languages.end(), [](const std::string& tag) { return tag.starts_with("zh-"); }))
    languages.insert(std::lower_bound(languages.begin(), languages.end(), "zh"), "zh");
  return languages;
}

std::vector<std::string> Shell::complete_query(std::string_view line, std::string_view typed) {
  // Signs, brackets and quotation marks before a word stay.
  const std::string sign(typed.substr(0, std::min(typed.find_first_not_of("+-(\""), typed.size())));
  const std::string_view word = typed.substr(sign.size());
  std::vector<std::string> candidates;
  if (const std::size_t colon = word.find(':'); colon != word.npos) {
    for (const std::string& value : values_of_field(word.substr(0, colon)))
      candidates.push_back(fmt::format("{}{}:{}", sign, word.substr(0, colon), value));
    leave_beginning_with(typed, candidates);
    return candidates;
  }
  if (word.empty()) return {};
  for (const std::string_view field : query_fields)
    if (field.starts_with(word)) candidates.push_back(fmt::format("{}{}:", sign, field));
  // A form may be of several words: what stands before the last one may be its beginning.
  for (std::size_t before = words_before + 1; before-- > 0;) {
    const std::size_t begin = words_back(line, before);
    if (begin == line.npos) continue;
    const std::string_view words = before == 0 ? word : line.substr(begin);
    std::vector<std::string> found = session_.searcher().complete(words, most_words);
    leave_what_follows(found, before == 0 ? "" : words.substr(0, words.size() - typed.size()));
    for (const std::string& text : found)
      if (const std::string candidate = sign + text; std::find(candidates.begin(), candidates.end(), candidate) == candidates.end())
        candidates.push_back(candidate);
  }
  if (candidates.size() > most_words) candidates.resize(most_words);
  return candidates;
}

std::vector<std::string> Shell::complete(std::string_view line) try {
  const std::string_view typed = line.substr(last_word(line));
  if (!line.starts_with(':')) return complete_query(line, typed);
  std::vector<std::string> candidates;
  const std::size_t name_end = line.find_first_of(white_space);
  if (name_end == line.npos) {
    for (const Command& command : commands) candidates.push_back(fmt::format(":{}", command.name));
    leave_beginning_with(typed, candidates);
    return candidates;
  }
  const std::string_view argument = line.substr(std::min(line.find_first_not_of(white_space, name_end), line.size()));
  const bool first = last_word(argument) == 0;
  switch (const Command& command = find(line.substr(1, name_end - 1)); command.completion) {
    case Completion::nothing: return {};
    case Completion::query: return complete_query(argument, typed);
    case Completion::citation_and_query:
      if (!first) return complete_query(argument, typed);
      [[fallthrough]];
    case Completion::citations:
      if (last_)
        for (const Hit& found : last_->hits) candidates.push_back(found.clause.citation);
      break;
    case Completion::folders: candidates = folders(typed); break;
    case Completion::settings:
      if (first) {
        for (const CommandOption& option : settings_.options()) candidates.push_back(option.name);
      } else if (command.name == "set") {
        const CommandOption& option = settings_.find(argument.substr(0, argument.find_first_of(white_space)));
        candidates = option.argument.empty() ? std::vector<std::string>{"on", "off"} : option.values;
        if (option.name == "language" || option.name == "work") candidates = values_of_field(option.name);
      }
      break;
    case Completion::forms:
      candidates = without_;
      if (last_)
        for (const Expansion& expansion : last_->expansions)
          for (const ExpandedForm& form : expansion.forms)
            if (form.via != "query") candidates.push_back(form.text);
      leave_what_follows(candidates, argument.substr(0, argument.size() - typed.size()));
  }
  leave_beginning_with(typed, candidates);
  return candidates;
} catch (const std::exception&) {
  return {};  // the command itself will say what is wrong
}

}  // namespace jomun
