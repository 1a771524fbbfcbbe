// Jomun: the words, phrases, brackets and operators of a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/query_lexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "corpus/modality.h"
#include "indexer/schema.h"
#include "searcher/query_fields.h"
#include "searcher/quotation_marks.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using Occurs = QueryNode::Occurs;

constexpr std::size_t default_near = 10;
constexpr std::size_t max_near = 1000;
constexpr std::size_t longest_quoted = 1000;  // bytes in 「」: what is longer is a text

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

  // Brackets count only where they stand apart.
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
        classify(lexeme, Notes::none);
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
      if (is_query_field(name) && lexeme.field.empty()) {
        lexeme.field = name;
        if (offset_ < query_.size() && opens_phrase(offset_)) {
          lexeme.kind = Lexeme::Kind::phrase;
          read_phrase(lexeme);
          if (blank(lexeme.text) || (lexeme.field == "modality" && !is_modality(lexeme.text))) {
            note_misfit(name, blank(lexeme.text) ? "" : lexeme.text);
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
        note_misfit(lexeme.field, lexeme.text);
        lexeme.field.clear();
        break;
      }
    }
    set_text(lexeme, begin, offset_);
    if (start == begin) classify(lexeme, Notes::given);
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
    if (value.empty()) return notes_.push_back(fmt::format("{}: has no value behind it; it is taken as a word", field));
    notes_.push_back(
        fmt::format("{}:{} has no {}; it is taken as words", field, value,
                    field == "date" ? "date like 2024-05-21, 2024-05, 2024 or 2023..2024" : "modality, which is " + all_modality_names()));
  }

  char32_t decode_or_space(std::size_t offset) const { return offset < query_.size() ? decode(query_, offset).value : U' '; }

  // Of a bracket of the text, that is tried only, nothing is said.
  enum class Notes { none, given };
  void classify(Lexeme& lexeme, Notes notes) const {
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
      if (error == std::errc() && end == last && lexeme.distance > 0 && lexeme.distance <= max_near)
        lexeme.kind = Lexeme::Kind::near;
      else if (notes == Notes::given && error != std::errc::invalid_argument && end == last)
        notes_.push_back(fmt::format("{} has no distance from 1 to {}; it is taken as a word", text, max_near));
    }
  }

  std::string_view query_;
  std::size_t offset_ = 0;
  std::vector<std::string>& notes_;
};

}  // namespace

bool is_query_field(std::string_view name) {
  return std::find(std::begin(query_fields), std::end(query_fields), name) != std::end(query_fields);
}

std::vector<Lexeme> read_lexemes(std::string_view query, std::vector<std::string>& notes) { return Lexer(query, notes).read(); }

}  // namespace jomun
