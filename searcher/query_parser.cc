// Jomun: the query language.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>

#include "searcher/query_lexer.h"

namespace jomun {
namespace {

using Kind = QueryNode::Kind;
using Occurs = QueryNode::Occurs;

// Nobody types more, and each is looked for by itself, however long the query is.
constexpr std::ptrdiff_t max_strict = 200;
// Deeper brackets are words: nobody types them, and recursion must end.
constexpr int max_depth = 32;

// Fields restrict, alone as well as in brackets: (language:ko OR language:en)
bool only_fields(const QueryNode& node) {
  return node.kind == Kind::field || (!node.children.empty() && std::all_of(node.children.begin(), node.children.end(), only_fields));
}

// Recursive descent; nullopt where the lexemes do not fit the grammar:
//   any := all (OR all)*     all := sequence (AND sequence)*     sequence := item+     item := [NOT] operand (NEAR operand)*
class Parser {
 public:
  explicit Parser(const std::vector<Lexeme>& lexemes) : lexemes_(lexemes) {}

  std::optional<QueryNode> parse() {
    std::optional<QueryNode> node = any(0);
    return node && next_ == lexemes_.size() ? node : std::nullopt;
  }

 private:
  using LexemeKind = Lexeme::Kind;
  bool at(LexemeKind kind) const { return next_ < lexemes_.size() && lexemes_[next_].kind == kind; }

  std::optional<QueryNode> joined(Kind kind, LexemeKind by, std::optional<QueryNode> (Parser::*part)(int), int depth) {
    std::vector<QueryNode> parts;
    do {
      if (!parts.empty()) ++next_;
      std::optional<QueryNode> node = (this->*part)(depth);
      if (!node) return std::nullopt;
      parts.push_back(std::move(*node));
    } while (at(by));
    if (parts.size() == 1) return std::move(parts.front());
    QueryNode node;
    node.kind = kind;
    node.children = std::move(parts);
    return node;
  }
  std::optional<QueryNode> any(int depth) { return joined(Kind::any, LexemeKind::disjunction, &Parser::all, depth); }
  std::optional<QueryNode> all(int depth) { return joined(Kind::all, LexemeKind::conjunction, &Parser::sequence, depth); }

  std::optional<QueryNode> sequence(int depth) {
    QueryNode node;
    node.kind = Kind::sequence;
    while (at(LexemeKind::word) || at(LexemeKind::phrase) || at(LexemeKind::open) || at(LexemeKind::negation)) {
      std::optional<QueryNode> child = item(depth);
      if (!child) return std::nullopt;
      // Words side by side are one text, so that the lexicon sees the words of a concept together.
      const bool plain = child->kind == Kind::words && child->occurs == Occurs::should;
      if (plain && !node.children.empty() && node.children.back().kind == Kind::words && node.children.back().occurs == Occurs::should)
        node.children.back().text += " " + child->text;
      else
        node.children.push_back(std::move(*child));
    }
    if (node.children.empty()) return std::nullopt;
    return node;
  }

  std::optional<QueryNode> item(int depth) {
    if (at(LexemeKind::negation)) {
      ++next_;
      std::optional<QueryNode> node = operand(depth);
      if (node) node->occurs = Occurs::must_not;
      return node;
    }
    std::optional<QueryNode> first = operand(depth);
    if (!first || !at(LexemeKind::near)) return first;
    QueryNode node;
    node.kind = Kind::near;
    node.occurs = Occurs::must;
    node.children.push_back(std::move(*first));
    while (at(LexemeKind::near)) {
      node.distance = std::max(node.distance, lexemes_[next_++].distance);
      std::optional<QueryNode> other = operand(depth);
      if (!other) return std::nullopt;
      node.children.push_back(std::move(*other));
    }
    const bool simple = std::all_of(node.children.begin(), node.children.end(),
                                    [](const QueryNode& child) { return child.kind == Kind::words || child.kind == Kind::phrase; });
    if (!simple) return std::nullopt;
    return node;
  }

  std::optional<QueryNode> operand(int depth) {
    if (next_ == lexemes_.size()) return std::nullopt;
    const Lexeme& lexeme = lexemes_[next_];
    if (lexeme.kind == LexemeKind::open) {
      if (depth == max_depth) return std::nullopt;
      ++next_;
      std::optional<QueryNode> node = any(depth + 1);
      if (!node || !at(LexemeKind::close)) return std::nullopt;
      ++next_;
      node->occurs = lexeme.occurs == Occurs::should && only_fields(*node) ? Occurs::must : lexeme.occurs;
      return node;
    }
    if (lexeme.kind != LexemeKind::word && lexeme.kind != LexemeKind::phrase) return std::nullopt;
    ++next_;
    QueryNode node;
    node.occurs = lexeme.occurs;
    node.text = lexeme.text;
    node.field = lexeme.field;
    if (!lexeme.field.empty()) {
      node.kind = Kind::field;
      if (node.occurs == Occurs::should) node.occurs = Occurs::must;
    } else if (lexeme.kind == LexemeKind::phrase) {
      node.kind = Kind::phrase;
      if (node.occurs == Occurs::should) node.occurs = Occurs::must;
    } else if (lexeme.star) {
      node.kind = Kind::prefix;
      if (node.occurs == Occurs::should) node.occurs = Occurs::must;
    }
    return node;
  }

  const std::vector<Lexeme>& lexemes_;
  std::size_t next_ = 0;
};

QueryNode sequence_of(QueryNode node) {
  if (node.kind == Kind::sequence) return node;
  QueryNode root;
  root.kind = Kind::sequence;
  node.occurs = Occurs::must;
  root.children.push_back(std::move(node));
  return root;
}

}  // namespace

ParsedQuery parse_query(std::string_view query) {
  ParsedQuery result;
  const std::vector<Lexeme> lexemes = read_lexemes(query, result.notes);
  result.root.kind = Kind::sequence;
  if (lexemes.empty()) return result;
  bool goes_on = false;  // words side by side are one text
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    const Lexeme& lexeme = lexemes[i];
    const bool word = lexeme.kind == Lexeme::Kind::word && !lexeme.star;
    const bool excluded = lexeme.occurs == Occurs::must_not || (i > 0 && lexemes[i - 1].kind == Lexeme::Kind::negation);
    const bool wanted = (word || lexeme.kind == Lexeme::Kind::phrase) && lexeme.field.empty() && !excluded;
    const bool plain = wanted && word && lexeme.occurs == Occurs::should;
    if (plain && goes_on)
      result.words.back().end = lexeme.place.end;
    else if (wanted)
      result.words.push_back(lexeme.place);
    goes_on = plain;
  }
  const auto strict = std::count_if(lexemes.begin(), lexemes.end(),
                                    [](const Lexeme& lexeme) { return lexeme.kind == Lexeme::Kind::phrase || lexeme.star; });
  std::optional<QueryNode> root;
  if (strict <= max_strict) root = Parser(lexemes).parse();
  if (root) {
    result.root = sequence_of(std::move(*root));
    return result;
  }
  result.notes.push_back(strict <= max_strict
                             ? "the operators do not fit together; the query is taken as words"
                             : fmt::format("the query has more than {} phrases and prefixes; it is taken as words", max_strict));
  QueryNode words;
  for (const Lexeme& lexeme : lexemes)
    if (lexeme.kind == Lexeme::Kind::word || lexeme.kind == Lexeme::Kind::phrase)
      words.text += (words.text.empty() ? "" : " ") + lexeme.text;
  if (!words.text.empty()) result.root.children.push_back(std::move(words));
  return result;
}

namespace {

std::string inside_text(const QueryNode& node);

// With its sign, in brackets where it needs them.
std::string signed_text(const QueryNode& node) {
  const std::string inside = inside_text(node);
  if (inside.empty()) return "";
  const std::string_view sign = node.occurs == Occurs::must ? "+" : node.occurs == Occurs::must_not ? "-" : "";
  switch (node.kind) {
    case Kind::words: return fmt::format("{}{}", sign, inside);
    case Kind::phrase:
    case Kind::prefix:
    case Kind::field: return node.occurs == Occurs::must_not ? "-" + inside : inside;  // demanded without a sign
    case Kind::near:
      if (node.occurs == Occurs::must) return inside;
      break;
    case Kind::sequence:
    case Kind::all:
    case Kind::any: break;
  }
  return fmt::format("{}({})", sign, inside);
}

std::string inside_text(const QueryNode& node) {
  const bool is_list = node.kind == Kind::sequence || node.kind == Kind::near;
  std::string by = " ";
  if (node.kind == Kind::near) by = fmt::format(" NEAR/{} ", node.distance);
  if (node.kind == Kind::all) by = " AND ";
  if (node.kind == Kind::any) by = " OR ";
  switch (node.kind) {
    case Kind::words: return node.text;
    case Kind::phrase: return fmt::format("\"{}\"", node.text);
    case Kind::prefix: return node.text + "*";
    case Kind::field: {
      const std::string_view quote = node.text.find_first_of(" )") == std::string::npos ? "" : "\"";
      return fmt::format("{}:{}{}{}", node.field, quote, node.text, quote);
    }
    case Kind::near:
    case Kind::sequence:
    case Kind::all:
    case Kind::any: {
      std::string result;
      for (const QueryNode& child : node.children) {
        // AND binds closer than OR, and both part sequences.
        const bool bare = child.kind == Kind::sequence || (child.kind == Kind::all && node.kind == Kind::any);
        const std::string text = !is_list && bare ? inside_text(child) : signed_text(child);
        if (!text.empty()) result += (result.empty() ? "" : by) + text;
      }
      return result;
    }
  }
  return "";
}

}  // namespace

std::string query_text(const QueryNode& node) {
  // A query that is one thing needs no brackets.
  const bool lone = node.kind == Kind::sequence && node.children.size() == 1 && node.children.front().occurs == Occurs::must &&
                    (node.children.front().kind == Kind::all || node.children.front().kind == Kind::any);
  if (node.kind != Kind::sequence) return signed_text(node);
  return inside_text(lone ? node.children.front() : node);
}

std::string to_string(const QueryNode& node) {
  const std::string_view sign = node.occurs == Occurs::must ? "+" : node.occurs == Occurs::must_not ? "-" : "";
  std::string inside;
  for (const QueryNode& child : node.children) inside += " " + to_string(child);
  switch (node.kind) {
    case Kind::words: return fmt::format("{}\"{}\"", sign, node.text);
    case Kind::phrase: return fmt::format("{}(phrase \"{}\")", sign, node.text);
    case Kind::prefix: return fmt::format("{}(prefix \"{}\")", sign, node.text);
    case Kind::field: return fmt::format("{}({} \"{}\")", sign, node.field, node.text);
    case Kind::near: return fmt::format("{}(near/{}{})", sign, node.distance, inside);
    case Kind::sequence: return fmt::format("{}(seq{})", sign, inside);
    case Kind::all: return fmt::format("{}(and{})", sign, inside);
    case Kind::any: return fmt::format("{}(or{})", sign, inside);
  }
  return inside;
}

}  // namespace jomun