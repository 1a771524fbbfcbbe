// Jomun: results as quotations in Markdown, for papers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/output_markdown.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output_highlights.h"
#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// REQUIRES: printable text.
std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>&|~$^@#").find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

// What only at the beginning of a line is markup: lists, rules, underlines of headings; indented code.
std::string escaped_beginning(std::string_view line) {
  if (line.empty()) return "";
  if (std::string_view("-+=:").find(line.front()) != std::string_view::npos) return fmt::format("\\{}", line);
  const std::size_t digits = static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_digit) - line.begin());
  if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')'))
    return fmt::format("{}\\{}", line.substr(0, digits), line.substr(digits));
  return std::string(line);
}

// Asterisks beside punctuation need not begin or end anything: the element always does.
std::string bold(std::string_view text) {
  const auto is_letter = [](char32_t c) {
    const CharacterClass kind = character(c).kind;
    return is_cjk(kind) || kind == CharacterClass::word;
  };
  if (is_letter(decode(text, 0).value) && is_letter(decode_before(text, text.size()).value)) return fmt::format("**{}**", escaped(text));
  return fmt::format("<strong>{}</strong>", escaped(text));
}

// Two that touch are one: four asterisks between them would be no markup.
std::vector<Span> joined(const std::vector<Span>& spans) {
  std::vector<Span> result;
  for (const Span& span : spans) {
    if (!result.empty() && span.begin <= result.back().end)
      result.back().end = std::max(result.back().end, span.end);
    else
      result.push_back(span);
  }
  return result;
}

// Bytes [begin, end) of `text`, what is in `matches` bold.
std::string with_matches(std::string_view text, Span line, const std::vector<Span>& matches) {
  std::string result;
  std::size_t written = line.begin;
  for (const Span& match : matches) {
    const std::size_t begin = std::max(match.begin, line.begin), end = std::min(match.end, line.end);
    if (begin >= end) continue;
    result += escaped(text.substr(written, begin - written));
    result += bold(text.substr(begin, end - begin));
    written = end;
  }
  return result + escaped(text.substr(written, line.end - written));
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// A paragraph of the quotation for each line of the clause.
void write_quotation(std::ostream& out, const Hit& hit) {
  std::string text = printable(hit.clause.text.text());
  const std::vector<Span> matches = joined(highlight_spans(hit.highlights, text));
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Span line{begin, end};
    while (line.begin < line.end && is_blank(text[line.begin])) ++line.begin;
    while (line.begin < line.end && is_blank(text[line.end - 1])) --line.end;
    if (line.begin < line.end) fmt::print(out, "> {}\n>\n", escaped_beginning(with_matches(text, line, matches)));
    begin = end + 1;
  }
}

// One that a browser opens, and in which nothing ends the link.
bool is_link(std::string_view url) {
  const std::string lower = lower_ascii(url);
  if (!lower.starts_with("https://") && !lower.starts_with("http://")) return false;
  return std::none_of(url.begin(), url.end(),
                      [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '\\'; }) &&
         printable(url) == url;
}

// An ampersand may begin the name of a character.
std::string link_target(std::string_view url) {
  std::string result;
  for (const char c : url) result += (c == '&' ? "\\" : "") + std::string(1, c);
  return result;
}

// A code span, whatever is in it.
std::string code(std::string_view text) {
  std::size_t longest = 0, run = 0;
  for (const char c : text) longest = std::max(longest, run = c == '`' ? run + 1 : 0);
  const std::string fence(longest + 1, '`');
  const std::string_view space = longest > 0 ? " " : "";
  return fmt::format("{}{}{}{}{}", fence, space, text, space, fence);
}

std::string source_of(const FoundClause& clause) {
  std::string source = escaped(one_line(clause.title));
  if (!source.empty() && is_link(clause.source_url)) source = fmt::format("[{}](<{}>)", source, link_target(clause.source_url));
  const auto add = [&](std::string_view separator, const std::string& part) {
    if (!part.empty()) source += fmt::format("{}{}", source.empty() ? "" : separator, escaped(one_line(part)));
  };
  for (const std::string& heading : clause.path) add(", ", heading);
  add(", ", clause.label);
  std::string_view separator = "; ";
  for (const std::string& part : {clause.issuer, clause.date, clause.status}) {
    add(separator, part);
    if (!part.empty()) separator = ", ";
  }
  if (!source.empty()) source += source.ends_with('.') ? " " : ". ";
  if (clause.title.empty() && is_link(clause.source_url)) source += fmt::format("<{}> ", clause.source_url);
  return source + code(one_line(clause.citation));
}

}  // namespace

void write_markdown(std::ostream& out, const Result& result, const QueryId& id) {
  if (result.hits.empty()) return;
  const std::string asked = id.given ? escaped(one_line(id.text)) + " " : "";
  fmt::print(out, "## {}{}\n\n", asked, escaped(one_line(result.query)));
  for (const Hit& hit : result.hits) {
    write_quotation(out, hit);
    fmt::print(out, "> — {}\n\n", source_of(hit.clause));
  }
}

}  // namespace jomun
