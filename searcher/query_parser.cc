// Jomun: the query language.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "indexer/schema.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using Kind = QueryNode::Kind;
using Occurs = QueryNode::Occurs;

constexpr std::array<std::string_view, 6> fields = {"language", "work", "issuer", "title", "label", "date"};
constexpr std::size_t default_near = 10;
constexpr std::size_t max_near = 1000;
// Deeper brackets are words: nobody types them, and recursion must end.
constexpr int max_depth = 32;

struct Lexeme {
  enum class Kind { word, phrase, open, close, conjunction, disjunction, negation, near } kind;
  std::string text;
  std::string field;  // of field:word and field:"phrase"
  Occurs occurs = Occurs::should;
  bool star = false;
  std::size_t distance = 0;
};

// "2024", "2023..2024-05", "2023..", "..2024"
bool is_date_range(std::string_view text) {
  const auto is_date = [](std::string_view date) { return !schema::date_value(date).empty(); };
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return is_date(text);
  const std::string_view from = text.substr(0, dots), to = text.substr(dots + 2);
  return (from.empty() || is_date(from)) && (to.empty() || is_date(to)) && !(from.empty() && to.empty());
}

bool is_quote(char32_t c) { return c == '"' || c == U'“' || c == U'”' || c == U'„' || c == U'＂'; }

// Splits a query into words, phrases, brackets and operators.
class Lexer {
 public:
  Lexer(std::string_view query, std::vector<std::string>& notes) : query_(query), notes_(notes) {}

  std::vector<Lexeme> read() {
    std::vector<Lexeme> lexemes;
    while (skip_space()) {
      Lexeme lexeme{Lexeme::Kind::word, {}, {}, Occurs::should, false, 0};
      const std::size_t start = offset_;
      if (peek() == '+' || peek() == '-') {
        const bool operand = offset_ + 1 < query_.size() && character(decode(query_, offset_ + 1).value).kind != CharacterClass::space;
        if (operand) lexeme.occurs = peek() == '+' ? Occurs::must : Occurs::must_not;
        ++offset_;
        if (!operand) continue;  // a dash between words
      }
      if (peek() == '(' || peek() == ')') {
        lexeme.kind = peek() == '(' ? Lexeme::Kind::open : Lexeme::Kind::close;
        ++offset_;
      } else if (is_quote(decode(query_, offset_).value)) {
        lexeme.kind = Lexeme::Kind::phrase;
        lexeme.text = read_phrase();
      } else {
        read_word(lexeme, start);
      }
      if (lexeme.kind == Lexeme::Kind::phrase && blank(lexeme.text)) continue;
      lexemes.push_back(std::move(lexeme));
    }
    return lexemes;
  }

 private:
  char peek() const { return query_[offset_]; }
  static bool blank(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); i += decode(text, i).bytes)
      if (character(decode(text, i).value).kind != CharacterClass::space) return false;
    return true;
  }
  bool skip_space() {
    while (offset_ < query_.size() && character(decode(query_, offset_).value).kind == CharacterClass::space)
      offset_ += decode(query_, offset_).bytes;
    return offset_ < query_.size();
  }

  std::string read_phrase() {
    offset_ += decode(query_, offset_).bytes;
    const std::size_t begin = offset_;
    while (offset_ < query_.size()) {
      const Decoded next = decode(query_, offset_);
      if (is_quote(next.value)) {
        std::string text(query_.substr(begin, offset_ - begin));
        offset_ += next.bytes;
        return text;
      }
      offset_ += next.bytes;
    }
    notes_.push_back("a quotation mark is not closed; the phrase goes to the end of the query");
    return std::string(query_.substr(begin));
  }

  void read_word(Lexeme& lexeme, std::size_t start) {
    const std::size_t begin = offset_;
    while (offset_ < query_.size()) {
      const Decoded next = decode(query_, offset_);
      if (character(next.value).kind == CharacterClass::space || is_quote(next.value) || next.value == ')' || next.value == '(') break;
      offset_ += next.bytes;
      if (next.value != ':') continue;
      const std::string_view name = query_.substr(begin, offset_ - 1 - begin);
      if (is_query_field(name) && lexeme.field.empty() && offset_ < query_.size()) {
        lexeme.field = name;
        if (is_quote(decode(query_, offset_).value)) {
          lexeme.kind = Lexeme::Kind::phrase;
          lexeme.text = read_phrase();
          return;
        }
        const std::size_t value = offset_;
        while (offset_ < query_.size() && character(decode(query_, offset_).value).kind != CharacterClass::space && peek() != ')')
          offset_ += decode(query_, offset_).bytes;
        lexeme.text = query_.substr(value, offset_ - value);
        if (lexeme.field != "date" ? !lexeme.text.empty() : is_date_range(lexeme.text)) return;
        if (!lexeme.text.empty())
          notes_.push_back(lexeme.field + ":" + lexeme.text +
                           " has no date like 2024-05-21, 2024-05, 2024 or 2023..2024; it is taken as words");
        lexeme.field.clear();
        break;
      }
    }
    lexeme.text = query_.substr(begin, offset_ - begin);
    if (start == begin) classify(lexeme);
    if (lexeme.kind == Lexeme::Kind::word && lexeme.text.size() > 1 && lexeme.text.ends_with('*')) {
      lexeme.text.pop_back();
      lexeme.star = true;
    }
  }

  static void classify(Lexeme& lexeme) {
    if (lexeme.text == "AND") lexeme.kind = Lexeme::Kind::conjunction;
    if (lexeme.text == "OR") lexeme.kind = Lexeme::Kind::disjunction;
    if (lexeme.text == "NOT") lexeme.kind = Lexeme::Kind::negation;
    if (lexeme.text == "NEAR") {
      lexeme.kind = Lexeme::Kind::near;
      lexeme.distance = default_near;
    }
    if (lexeme.text.starts_with("NEAR/")) {
      const char* first = lexeme.text.data() + 5;
      const char* last = lexeme.text.data() + lexeme.text.size();
      const auto [end, error] = std::from_chars(first, last, lexeme.distance);
      if (error == std::errc() && end == last && lexeme.distance > 0 && lexeme.distance <= max_near) lexeme.kind = Lexeme::Kind::near;
    }
  }

  std::string_view query_;
  std::size_t offset_ = 0;
  std::vector<std::string>& notes_;
};

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

bool is_query_field(std::string_view name) { return std::find(fields.begin(), fields.end(), name) != fields.end(); }

ParsedQuery parse_query(std::string_view query) {
  ParsedQuery result;
  const std::vector<Lexeme> lexemes = Lexer(query, result.notes).read();
  result.root.kind = Kind::sequence;
  if (lexemes.empty()) return result;
  if (std::optional<QueryNode> root = Parser(lexemes).parse()) {
    result.root = sequence_of(std::move(*root));
    return result;
  }
  result.notes.push_back("the operators do not fit together; the query is taken as words");
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
