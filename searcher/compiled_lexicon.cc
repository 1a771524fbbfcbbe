// Jomun: a lexicon whose forms were analysed beforehand, to be searched as it lies in memory.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/compiled_lexicon.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <numeric>

namespace jomun {
namespace {

constexpr std::size_t header_words = 4;

std::string_view line_at(std::string_view text, std::size_t begin) { return text.substr(begin, text.find('\n', begin) - begin); }

void append(std::string& data, const std::vector<std::uint32_t>& words) {
  data.append(reinterpret_cast<const char*>(words.data()), words.size() * sizeof(std::uint32_t));
}

}  // namespace

std::string lexicon_key(std::span<const Cell> cells) {
  std::string key;
  for (const Cell& cell : cells) {
    key += cell.key;
    if (!cell.is_character()) key += ' ';
  }
  return key;
}

CompiledLexicon::CompiledLexicon(std::string_view tsv, std::string_view data) : tsv_(tsv) {
  std::uint32_t header[header_words];
  std::memcpy(header, data.data(), sizeof header);
  const auto* words = reinterpret_cast<const std::uint32_t*>(data.data()) + header_words;
  const auto take = [&](std::size_t count) {
    const std::span<const std::uint32_t> taken(words, count);
    words += count;
    return taken;
  };
  rows_ = take(header[0]);
  key_ends_ = take(header[1]);
  list_ends_ = take(header[1]);
  lists_ = take(header[2]);
  longest_ = header[3];
  keys_ = {reinterpret_cast<const char*>(words), key_ends_.empty() ? 0 : key_ends_.back()};
  for (std::size_t begin = 0; begin < tsv.size() && header_.empty(); begin += line_at(tsv, begin).size() + 1)
    if (const std::string_view line = line_at(tsv, begin); !line.empty() && line.front() != '#') header_ = line;
}

std::string_view CompiledLexicon::key_at(std::size_t i) const {
  const std::size_t begin = i == 0 ? 0 : key_ends_[i - 1];
  return keys_.substr(begin, key_ends_[i] - begin);
}

std::size_t CompiledLexicon::first_not_before(std::string_view key) const {
  std::size_t low = 0, high = key_ends_.size();
  while (low < high) {
    const std::size_t middle = std::midpoint(low, high);
    if (key_at(middle) < key)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

std::span<const std::uint32_t> CompiledLexicon::find(std::string_view key) const {
  const std::size_t at = first_not_before(key);
  if (at == key_ends_.size() || key_at(at) != key) return {};
  const std::size_t begin = at == 0 ? 0 : list_ends_[at - 1];
  return lists_.subspan(begin, list_ends_[at] - begin);
}

bool CompiledLexicon::begins(std::string_view key) const {
  const std::size_t at = first_not_before(key);
  return at < key_ends_.size() && key_at(at).starts_with(key);
}

std::string_view CompiledLexicon::row(std::size_t number) const { return line_at(tsv_, rows_[number]); }

Concept CompiledLexicon::at(std::size_t number) const {
  std::vector<LexiconProblem> none;
  std::string tsv(header_);
  tsv += '\n';
  tsv += row(number);
  return parse_lexicon(tsv, none).front();
}

void CompiledLexicon::for_each_form(const std::function<void(std::string_view text, std::string_view language)>& function) const {
  const auto next = [](std::string_view& rest, char separator) {
    const std::size_t end = rest.find(separator);
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    return part;
  };
  for (std::size_t number = 0; number < size(); ++number) {
    std::string_view languages = header_, cells = row(number);
    next(languages, '\t');
    next(cells, '\t');
    while (!cells.empty() && !languages.empty()) {
      const std::string_view language = next(languages, '\t');
      std::string_view forms = next(cells, '\t');
      if (language == "not-equal") continue;
      while (!forms.empty()) function(next(forms, '|'), language);
    }
  }
}

std::size_t CompiledLexicon::find_id(std::string_view id) const {
  std::size_t number = 0;
  while (number < size() && line_at(tsv_, rows_[number]).substr(0, row(number).find('\t')) != id) ++number;
  return number;
}

std::string compile_lexicon(std::string_view tsv, Tokenizer& tokenizer) {
  std::vector<LexiconProblem> none;
  const std::vector<Concept> concepts = parse_lexicon(tsv, none);
  std::vector<std::uint32_t> rows, key_ends, list_ends, lists;
  std::size_t line = 1, at = 0;
  for (const Concept& entry : concepts) {
    for (; line < entry.line; ++line) at = tsv.find('\n', at) + 1;
    rows.push_back(static_cast<std::uint32_t>(at));
  }
  std::map<std::string, std::vector<std::uint32_t>> by_key;
  std::size_t longest = 0;
  for (std::uint32_t number = 0; number < concepts.size(); ++number) {
    for (const LexiconForm& form : concepts[number].forms) {
      const std::vector<Cell> cells = analyse(tokenizer, form.text);
      if (cells.empty()) continue;
      longest = std::max(longest, cells.size());
      std::vector<std::uint32_t>& found = by_key[lexicon_key(cells)];
      if (found.empty() || found.back() != number) found.push_back(number);
    }
  }
  std::string keys;
  for (const auto& [key, numbers] : by_key) {
    keys += key;
    lists.insert(lists.end(), numbers.begin(), numbers.end());
    key_ends.push_back(static_cast<std::uint32_t>(keys.size()));
    list_ends.push_back(static_cast<std::uint32_t>(lists.size()));
  }
  std::string data;
  append(data, {static_cast<std::uint32_t>(rows.size()), static_cast<std::uint32_t>(key_ends.size()),
                static_cast<std::uint32_t>(lists.size()), static_cast<std::uint32_t>(longest)});
  for (const auto* words : {&rows, &key_ends, &list_ends, &lists}) append(data, *words);
  return data + keys;
}

}  // namespace jomun
