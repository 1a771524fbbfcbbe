// Jomun: the metadata at the begin of a Markdown file.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/markdown_front_matter.h"

#include <algorithm>
#include <optional>
#include <string>

#include "corpus/dates.h"
#include "corpus/input_bytes.h"
#include "tokenizers/ascii.h"

namespace jomun {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trim_blanks(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

struct Line {
  std::string_view text;  // without blanks behind
  std::size_t next;
};

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t end = std::min(text.find('\n', begin), text.size());
  const std::string_view line = text.substr(begin, end - begin);
  return {line.substr(0, line.find_last_not_of(blanks) + 1), std::min(end + 1, text.size())};
}

// A key is letters, digits, '_' and '-', or in another script; behind its colon there is a space or nothing.
std::optional<std::size_t> colon_of_key(std::string_view line) {
  constexpr std::size_t longest = 60;
  const std::size_t colon = line.substr(0, longest).find(':');
  if (colon == std::string_view::npos || colon == 0 || line.substr(0, colon).find_first_of(" \t\"'{}[]*#") != std::string_view::npos)
    return std::nullopt;
  if (colon + 1 < line.size() && blanks.find(line[colon + 1]) == std::string_view::npos) return std::nullopt;
  return colon;
}

bool may_stand_in_front_matter(std::string_view line) {
  return line.empty() || line.front() == ' ' || line.front() == '\t' || line.front() == '#' || line.starts_with("- ") ||
         colon_of_key(line).has_value();
}

// Without quotation marks and comment; empty for what goes on on other lines.
std::string value_of(std::string_view text) {
  text = trim_blanks(text);
  if (text.empty() || text.front() == '|' || text.front() == '>' || text.front() == '[' || text.front() == '{' || text.front() == '&')
    return {};
  const char quote = text.front();
  if (quote != '"' && quote != '\'') return std::string(trim_blanks(text.substr(0, text.find(" #"))));
  std::string value;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool doubled = quote == '\'' && text[i] == '\'' && i + 1 < text.size() && text[i + 1] == '\'';
    const bool escaped = quote == '"' && text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\');
    if (doubled || escaped)
      ++i;
    else if (text[i] == quote)
      return value;
    value += text[i];
  }
  return {};
}

// "2024-05-21T10:00:00Z" is one too.
std::string date_of(const std::string& value) {
  for (const std::size_t length : {std::size_t{10}, std::size_t{7}, std::size_t{4}})
    if (value.size() >= length && (value.size() == length || value[length] == 'T' || value[length] == ' ') &&
        is_iso_date(value.substr(0, length)))
      return value.substr(0, length);
  const std::optional<Date> date = find_date(value);
  return date ? date->iso : std::string();
}

void keep(Metadata& found, std::string key, std::string value) {
  key = lower_ascii(key);
  const auto set = [&](std::string& field) {
    if (field.empty()) field = std::move(value);
  };
  if (key == "title") set(found.title);
  if (key == "issuer" || key == "publisher") set(found.issuer);
  if (key == "source" || key == "source_url" || key == "url") set(found.source_url);
  if ((key == "language" || key == "lang") && is_language_tag(value)) set(found.language);
  if (key == "date") {
    value = date_of(value);
    set(found.date);
  }
}

}  // namespace

MarkdownFrontMatter read_markdown_front_matter(std::string_view utf8) {
  Line line = line_at(utf8, 0);
  if (line.text != "---") return {};
  MarkdownFrontMatter result;
  bool has_key = false;
  while (line.next < utf8.size()) {
    line = line_at(utf8, line.next);
    if (line.text == "---" || line.text == "...") {
      result.end = line.next;
      return has_key ? result : MarkdownFrontMatter();
    }
    if (!may_stand_in_front_matter(line.text)) return {};
    if (const auto colon = colon_of_key(line.text); colon && line.text.front() != ' ') {
      has_key = true;
      keep(result.found, std::string(line.text.substr(0, *colon)), value_of(line.text.substr(*colon + 1)));
    }
  }
  return {};
}

}  // namespace jomun
