// Jomun: the query language.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "corpus/modality.h"
#include "indexer/schema.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using Kind = QueryNode::Kind;
using Occurs = QueryNode::Occurs;

constexpr std::array<std::string_view, 7> fields = {"language", "work", "issuer", "title", "label", "date", "modality"};
constexpr std::size_t default_near = 10;
constexpr std::size_t max_near = 1000;
constexpr std::size_t longest_quoted = 1000;  // bytes in 「」: what is longer is a text
// Deeper brackets are words: nobody types them, and recursion must end.
constexpr int max_depth = 32;

struct Lexeme {
  enum class Kind { word, phrase, open, close, conjunction, disjunction, negation, near } kind;
  std::string text;
  std::string field;  // of field:word and field:"phrase"
  Occurs occurs = Occurs::should;
  bool star = false;
  std::size_t distance = 0;
  Span place = {};  // bytes of the query that `text` is
};

// "2024", "2023..2024-05", "2023..", "..2024"
bool is_date_range(std::string_view text) {
  const auto is_date = [](std::string_view date) { return !schema::date_value(date).empty(); };
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return is_date(text);
  const std::string_view from = text.substr(0, dots), to = text.substr(dots + 2);
  return (from.empty() || is_date(from)) && (to.empty() || is_date(to)) && !(from.empty() && to.empty());
}

// Operators are typed in either width: （a ＯＲ b）.
constexpr char32_t narrow(char32_t c) { return c > 0xFF00 && c < 0xFF5F ? c - 0xFEE0 : c; }

std::string narrow(std::string_view text) {
  std::string result;
  char bytes[4];
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    const char32_t c = narrow(next.value);
    if (c == next.value)
      result += text.substr(i, next.bytes);
    else
      result.append(bytes, encode(c, bytes));
    i += next.bytes;
  }
  return result;
}

bool is_space(char32_t c) { return character(c).kind == CharacterClass::space; }
bool is_comma(char32_t c) { return c == U'，' || c == U'、'; }
bool is_sign(char32_t c) { return narrow(c) == '+' || narrow(c) == '-'; }
bool is_bracket(char32_t c) { return narrow(c) == '(' || narrow(c) == ')'; }

// What closes what `c` opens; empty: it opens no phrase. Apostrophes do not. Whatever direction a country gives its quotation marks.
std::u32string_view closing_quotes(char32_t c) {
  for (const std::u32string_view family : {U"\"“”„‟＂", U"«»", U"‹›"})
    if (family.find(c) != family.npos) return family;
  return {};
}

// The same for brackets that quote or that titles stand in. Running text has them too, where they are none of the query's: they count
// only where they stand apart.
char32_t closing_quote_bracket(char32_t c) {
  constexpr std::u32string_view pairs = U"「」『』｢｣《》〈〉";
  const std::size_t found = pairs.find(c);
  return found != pairs.npos && found % 2 == 0 ? pairs[found + 1] : 0;
}

// Splits a query into words, phrases, brackets and operators.
class Lexer {
 public:
  Lexer(std::string_view query, std::vector<std::string>& notes) : query_(query), notes_(notes) {}

  std::vector<Lexeme> read() {
    std::vector<Lexeme> lexemes;
    while (skip_space()) {
      Lexeme lexeme{Lexeme::Kind::word, {}, {}, Occurs::should, false, 0};
      const std::size_t start = offset_;
      if (is_sign(peek().value) && stands_apart_before(offset_)) {
        const std::size_t next = offset_ + peek().bytes;
        const bool operand = next < query_.size() && !is_space(decode(query_, next).value);
        if (operand) lexeme.occurs = narrow(peek().value) == '+' ? Occurs::must : Occurs::must_not;
        offset_ = next;
        if (!operand) continue;  // a dash between words
      }
      const char32_t c = peek().value;
      if (is_bracket(c) && (start != offset_ || !is_wide_text_bracket(offset_))) {
        lexeme.kind = narrow(c) == '(' ? Lexeme::Kind::open : Lexeme::Kind::close;
        offset_ += peek().bytes;
      } else if (narrow(c) == '|') {
        lexeme.kind = Lexeme::Kind::disjunction;
        while (offset_ < query_.size() && narrow(peek().value) == '|') offset_ += peek().bytes;
      } else if (opens_phrase(offset_)) {
        lexeme.kind = Lexeme::Kind::phrase;
        read_phrase(lexeme);
      } else {
        read_word(lexeme, start);
      }
      if (lexeme.kind == Lexeme::Kind::phrase && blank(lexeme.text)) continue;
      lexemes.push_back(std::move(lexeme));
    }
    return lexemes;
  }

 private:
  Decoded peek() const { return decode(query_, offset_); }
  static bool blank(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); i += decode(text, i).bytes)
      if (!is_space(decode(text, i).value)) return false;
    return true;
  }
  bool skip_space() {
    while (offset_ < query_.size() && (is_space(peek().value) || is_comma(peek().value))) offset_ += peek().bytes;
    return offset_ < query_.size();
  }

  static bool parts(char32_t c) {
    return is_space(c) || is_comma(c) || is_bracket(c) || narrow(c) == '|' || !closing_quotes(c).empty() || closing_quote_bracket(c) != 0;
  }
  bool stands_apart_before(std::size_t offset) const {
    if (offset == 0) return true;
    const char32_t c = decode_before(query_, offset).value;
    return is_space(c) || is_comma(c) || narrow(c) == '(' || narrow(c) == '|';
  }
  bool stands_apart_behind(std::size_t offset) const { return offset == query_.size() || parts(decode(query_, offset).value); }

  // Where `closing` stands first from `offset` on; npos: nowhere near.
  std::size_t find(char32_t closing, std::size_t offset) const {
    const std::size_t end = std::min(query_.size(), offset + longest_quoted);
    for (; offset < end; offset += decode(query_, offset).bytes)
      if (decode(query_, offset).value == closing) return offset;
    return std::string_view::npos;
  }

  bool opens_phrase(std::size_t offset) const {
    const Decoded opening = decode(query_, offset);
    if (!closing_quotes(opening.value).empty()) return true;
    const char32_t closing = closing_quote_bracket(opening.value);
    if (closing == 0) return false;
    const char32_t before = offset == 0 ? ' ' : decode_before(query_, offset).value;
    if (!stands_apart_before(offset) && !is_sign(before) && narrow(before) != ':') return false;
    const std::size_t end = find(closing, offset + opening.bytes);
    return end != std::string_view::npos && stands_apart_behind(end + decode(query_, end).bytes);
  }

  void read_phrase(Lexeme& lexeme) {
    const Decoded opening = peek();
    const std::u32string_view family = closing_quotes(opening.value);
    const char32_t bracket = closing_quote_bracket(opening.value);
    offset_ += opening.bytes;
    const std::size_t begin = offset_;
    for (; offset_ < query_.size(); offset_ += peek().bytes) {
      const Decoded next = peek();
      if (family.find(next.value) == family.npos && next.value != bracket) continue;
      set_text(lexeme, begin, offset_);
      offset_ += next.bytes;
      return;
    }
    notes_.push_back("a quotation mark is not closed; the phrase goes to the end of the query");
    set_text(lexeme, begin, query_.size());
  }

  void set_text(Lexeme& lexeme, std::size_t begin, std::size_t end) const {
    lexeme.text = query_.substr(begin, end - begin);
    lexeme.place = {begin, end};
  }

  // The end of a bracket that is part of the text around it, 人工智能（AI）安全 or 파양(罷養): nothing inside is for the query. 0: it is
  // not.
  std::size_t end_of_text_bracket(std::size_t offset, bool with_spaces) const {
    std::size_t word = offset + decode(query_, offset).bytes;
    if (narrow(decode(query_, offset).value) != '(') return 0;
    for (std::size_t i = word; i < query_.size();) {
      const Decoded next = decode(query_, i);
      const bool ends = narrow(next.value) == ')';
      if (ends || is_space(next.value)) {
        const std::string text = narrow(query_.substr(word, i - word));
        Lexeme lexeme{Lexeme::Kind::word, text, {}, Occurs::should, false, 0};
        classify(lexeme);
        if (lexeme.kind != Lexeme::Kind::word || text.ends_with('*') || text.starts_with('+') || text.starts_with('-') ||
            is_query_field(text.substr(0, text.find(':'))))
          return 0;
        word = i + next.bytes;
      }
      if (ends) return i + next.bytes;
      if (is_bracket(next.value) || narrow(next.value) == '|' || !closing_quotes(next.value).empty()) return 0;
      if (is_space(next.value) && !with_spaces) return 0;
      i += next.bytes;
    }
    return 0;
  }
  // （二）推进 is how text is printed; (a b) is how queries are.
  bool is_wide_text_bracket(std::size_t offset) const {
    return decode(query_, offset).value == U'（' && end_of_text_bracket(offset, false) != 0;
  }

  void read_word(Lexeme& lexeme, std::size_t start) {
    const std::size_t begin = offset_;
    while (offset_ < query_.size()) {
      const Decoded next = peek();
      if (is_space(next.value) || narrow(next.value) == '|' || (offset_ > begin && opens_phrase(offset_)) ||
          !closing_quotes(next.value).empty())
        break;
      if (is_bracket(next.value)) {
        const std::size_t end = offset_ > begin ? end_of_text_bracket(offset_, true) : is_wide_text_bracket(offset_) ? offset_ + 1 : 0;
        if (end == 0) break;
        offset_ = end_of_text_bracket(offset_, true);
        continue;
      }
      if (is_comma(next.value) && is_sign(decode_or_space(offset_ + next.bytes))) break;
      offset_ += next.bytes;
      if (narrow(next.value) != ':') continue;
      const std::string name = narrow(query_.substr(begin, offset_ - next.bytes - begin));
      if (is_query_field(name) && lexeme.field.empty() && offset_ < query_.size()) {
        lexeme.field = name;
        if (opens_phrase(offset_)) {
          lexeme.kind = Lexeme::Kind::phrase;
          read_phrase(lexeme);
          if (lexeme.field == "modality" && !is_modality(lexeme.text)) {
            note_misfit(name, lexeme.text);
            lexeme.field.clear();
          }
          return;
        }
        const std::size_t value = offset_;
        while (offset_ < query_.size() && !is_space(peek().value) && !is_comma(peek().value) && narrow(peek().value) != ')')
          offset_ += peek().bytes;
        lexeme.text = query_.substr(value, offset_ - value);
        if (name != "issuer" && name != "title" && name != "label") lexeme.text = narrow(lexeme.text);
        if (fits(lexeme.field, lexeme.text)) return;
        if (!lexeme.text.empty()) note_misfit(lexeme.field, lexeme.text);
        lexeme.field.clear();
        break;
      }
    }
    set_text(lexeme, begin, offset_);
    if (start == begin) classify(lexeme);
    if (lexeme.kind != Lexeme::Kind::word) return;
    const std::size_t last = lexeme.text.ends_with("＊") ? std::string_view("＊").size() : lexeme.text.ends_with('*') ? 1 : 0;
    if (last == 0 || lexeme.text.size() == last) return;
    lexeme.text.resize(lexeme.text.size() - last);
    lexeme.star = true;
  }

  // Whether a field can have the value.
  static bool fits(std::string_view field, std::string_view value) {
    if (field == "date") return is_date_range(value);
    if (field == "modality") return is_modality(value);
    return !value.empty();
  }

  void note_misfit(std::string_view field, std::string_view value) {
    notes_.push_back(
        fmt::format("{}:{} has no {}; it is taken as words", field, value,
                    field == "date" ? "date like 2024-05-21, 2024-05, 2024 or 2023..2024" : "modality, which is " + all_modality_names()));
  }

  char32_t decode_or_space(std::size_t offset) const { return offset < query_.size() ? decode(query_, offset).value : U' '; }

  static void classify(Lexeme& lexeme) {
    const std::string text = narrow(lexeme.text);
    if (text == "AND") lexeme.kind = Lexeme::Kind::conjunction;
    if (text == "OR") lexeme.kind = Lexeme::Kind::disjunction;
    if (text == "NOT") lexeme.kind = Lexeme::Kind::negation;
    if (text == "NEAR") {
      lexeme.kind = Lexeme::Kind::near;
      lexeme.distance = default_near;
    }
    if (text.starts_with("NEAR/")) {
      const char* first = text.data() + 5;
      const char* last = text.data() + text.size();
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
