// Jomun: the text inside a paragraph of Markdown.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/markdown_inline.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <map>
#include <optional>

#include "corpus/formats/markdown_emphasis.h"
#include "corpus/layout.h"
#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr std::string_view blanks = " \t\n\r\f\v";
// A destination, tag or label is no longer, so that what is never closed costs little.
constexpr std::size_t longest_markup = 2000;
constexpr std::size_t longest_label = 200;
constexpr int deepest_brackets = 32;  // in a destination

bool is_ascii_punctuation(char c) { return c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }
bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_alphanumeric(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

bool is_east_asian(char32_t c) { return is_ideographic(c) || character(c).kind == CharacterClass::hangul; }
bool is_punctuation(char32_t c) { return character(c).kind == CharacterClass::separator; }

// An end of line between these is a space.
bool parts_words(char32_t before, char32_t after) {
  const bool dash = before == U'-' || before == U'\u2010' || before == U'—' || after == U'—';
  return !dash && !is_ideographic(before) && !is_ideographic(after) && !is_blank(before) && !is_blank(after);
}

bool is_kana(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    if (character(next.value).kind != CharacterClass::kana && next.value != U'ー' && next.value != U'・') return false;
    i += next.bytes;
  }
  return !text.empty();
}

// Tags that end a line on the page.
bool breaks_line(std::string_view tag) {
  constexpr std::string_view tags[] = {"br", "p",       "div",    "li",      "ul",      "ol",      "tr",      "table",
                                       "h1", "h2",      "h3",     "h4",      "h5",      "h6",      "hr",      "dt",
                                       "dd", "section", "center", "article", "details", "summary", "caption", "blockquote"};
  return std::find(std::begin(tags), std::end(tags), tag) != std::end(tags);
}

// Elements nobody sees, or that are marked as deleted. <rp> is for what cannot show ruby.
bool is_left_out(std::string_view tag) { return tag == "script" || tag == "style" || tag == "template" || tag == "del" || tag == "rp"; }

class InlineReader {
 public:
  InlineReader(std::string_view raw, MarkdownReferences& references) : raw_(raw), references_(references) { find_code_marks(); }

  std::string read() {
    while (next_ < raw_.size()) step();
    if (ruby_) close_ruby();
    for (const Span& matched : match_emphasis(delimiters_)) removed_.push_back(matched);
    return without_removed();
  }

 private:
  struct Bracket {
    std::size_t raw, out, delimiters, removed;
    bool image;
  };
  struct Ruby {
    std::size_t bar;                      // in out_, before the base
    std::optional<std::size_t> brackets;  // before the reading
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  char at(std::size_t i) const { return i < raw_.size() ? raw_[i] : '\0'; }

  void step() {
    switch (at(next_)) {
      case '\\': return read_escape();
      case '`': return read_code();
      case '*':
      case '_':
      case '~': return read_delimiter();
      case '!':
        if (at(next_ + 1) == '[') return open_bracket(true);
        break;
      case '[': return read_note_mark() ? void() : open_bracket(false);
      case ']': return close_bracket();
      case '<': return read_angle();
      case '&': return read_entity();
      case '\n': return end_line();
      default: break;
    }
    if (raw_.substr(next_).starts_with(markdown_break)) {
      next_ += markdown_break.size();
      return break_line();
    }
    // Up to what may be another mark; its first byte is E2 for the separator of lines.
    const std::size_t end = std::min(raw_.find_first_of("\\`*_~![]<&\n\xE2", next_ + 1), raw_.size());
    show(raw_.substr(next_, end - next_));
    next_ = end;
  }

  void show(std::string_view text) {
    if (text.empty()) return;
    if (joins_ && last_ != 0 && parts_words(last_, decode(text, 0).value)) out_ += ' ';
    joins_ = false;
    for (const char c : text) out_ += c == '\t' ? ' ' : c;
    last_ = decode_before(out_, out_.size()).value;
  }

  void trim_end() {
    while (!out_.empty() && (out_.back() == ' ' || out_.back() == '\t')) out_.pop_back();
  }

  void break_line() {
    trim_end();
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
    joins_ = false;
    last_ = 0;
    next_ = std::min(raw_.find_first_not_of(blanks, next_), raw_.size());
  }

  void end_line() {
    const bool hard = out_.size() >= 2 && out_.ends_with("  ");
    ++next_;
    if (hard) return break_line();
    trim_end();
    joins_ = true;
    next_ = std::min(raw_.find_first_not_of(" \t\r", next_), raw_.size());
  }

  void read_escape() {
    const char escaped = at(next_ + 1);
    next_ += 2;
    if (escaped == '\n') return break_line();
    if (is_ascii_punctuation(escaped)) return show(raw_.substr(next_ - 1, 1));
    --next_;
    show("\\");
  }

  // --- code

  void find_code_marks() {
    for (std::size_t i = raw_.find('`'); i != std::string_view::npos; i = raw_.find('`', i)) {
      const std::size_t begin = i;
      while (at(i) == '`') ++i;
      code_marks_[i - begin].push_back(begin);
    }
  }

  void read_code() {
    const std::size_t begin = next_;
    while (at(next_) == '`') ++next_;
    const std::size_t count = next_ - begin;
    // An escaped backquote before may have shortened this run.
    const auto marks = code_marks_.find(count);
    if (marks == code_marks_.end()) return show(raw_.substr(begin, count));
    const auto end = std::lower_bound(marks->second.begin(), marks->second.end(), next_);
    if (end == marks->second.end()) return show(raw_.substr(begin, count));
    std::string code(raw_.substr(next_, *end - next_));
    std::replace(code.begin(), code.end(), '\n', ' ');
    if (code.size() > 2 && code.front() == ' ' && code.back() == ' ') code = code.substr(1, code.size() - 2);
    show(code);
    next_ = *end + count;
  }

  // --- emphasis

  void read_delimiter() {
    const std::size_t begin = next_;
    const char mark = at(begin);
    while (at(next_) == mark) ++next_;
    const std::size_t count = next_ - begin;
    if (mark == '~' && count != 2) return show(raw_.substr(begin, count));

    const char32_t before = begin == 0 ? U' ' : decode_before(raw_, begin).value;
    const char32_t after = next_ == raw_.size() ? U' ' : decode(raw_, next_).value;
    const bool left = !is_blank(after) && (!is_punctuation(after) || is_blank(before) || is_punctuation(before) || is_east_asian(before));
    const bool right = !is_blank(before) && (!is_punctuation(before) || is_blank(after) || is_punctuation(after) || is_east_asian(after));
    const bool inside_word = mark == '_';
    const bool can_open = left && (!inside_word || !right || is_punctuation(before));
    const bool can_close = right && (!inside_word || !left || is_punctuation(after));
    if (!can_open && !can_close) return show(raw_.substr(begin, count));
    delimiters_.push_back({mark, {out_.size(), out_.size() + count}, can_open, can_close});
    out_.append(count, mark);
  }

  // --- links, images, notes

  bool read_note_mark() {
    if (at(next_ + 1) != '^') return false;
    const std::size_t begin = next_ + 2, end = raw_.substr(0, begin + longest_label).find_first_of("] \n[", begin);
    if (end == std::string_view::npos || at(end) != ']') return false;
    const std::string label = label_of_reference(raw_.substr(begin, end - begin));
    if (!references_.notes.contains(label)) return false;
    references_.cite(label);
    next_ = end + 1;
    return true;
  }

  void open_bracket(bool image) {
    brackets_.push_back({next_, out_.size(), delimiters_.size(), removed_.size(), image});
    const std::size_t count = image ? 2 : 1;
    out_ += raw_.substr(next_, count);
    next_ += count;
  }

  void close_bracket() {
    if (brackets_.empty()) {
      ++next_;
      return show("]");
    }
    const Bracket open = brackets_.back();
    brackets_.pop_back();
    std::size_t end = end_of_destination(next_ + 1);
    if (end == none) end = end_of_reference(open);
    if (end == none) {
      ++next_;
      return show("]");
    }
    next_ = end;
    if (open.image) {
      out_.resize(open.out);
      delimiters_.resize(open.delimiters);
      removed_.resize(open.removed);
      if (ruby_ && ruby_->brackets && *ruby_->brackets >= open.out) ruby_->brackets.reset();
      if (ruby_ && ruby_->bar >= open.out) ruby_.reset();
    } else {
      remove(open.out, open.out + 1);
    }
  }

  // Behind (destination "title") at `begin`, or none.
  std::size_t end_of_destination(std::size_t begin) const {
    if (at(begin) != '(') return none;
    const std::string_view raw = raw_.substr(0, begin + longest_markup);
    std::size_t i = std::min(raw.find_first_not_of(blanks, begin + 1), raw.size());
    if (i < raw.size() && raw[i] == '<') {
      i = raw.find_first_of(">\n", i);
      if (i == std::string_view::npos || raw[i] == '\n') return none;
      ++i;
    } else {
      for (int depth = 0; i < raw.size() && blanks.find(raw[i]) == std::string_view::npos; ++i) {
        if (raw[i] == '\\' && i + 1 < raw.size()) {
          ++i;
        } else if (raw[i] == '(') {
          if (++depth > deepest_brackets) return none;
        } else if (raw[i] == ')' && depth-- == 0) {
          break;
        }
      }
    }
    i = std::min(raw.find_first_not_of(blanks, i), raw.size());
    if (i < raw.size() && (raw[i] == '"' || raw[i] == '\'' || raw[i] == '(')) {
      const char close = raw[i] == '(' ? ')' : raw[i];
      i = raw.find(close, i + 1);
      if (i == std::string_view::npos) return none;
      i = std::min(raw.find_first_not_of(blanks, i + 1), raw.size());
    }
    return i < raw.size() && raw[i] == ')' ? i + 1 : none;
  }

  // Behind a reference that ends at next_ or in the brackets after it, or none.
  std::size_t end_of_reference(const Bracket& open) const {
    if (references_.links.empty()) return none;
    std::size_t end = next_ + 1;
    const std::size_t begin = open.raw + (open.image ? 2 : 1);
    std::string_view label = raw_.substr(begin, next_ - begin);
    if (at(end) == '[') {
      const std::size_t close = raw_.substr(0, end + longest_label).find(']', end);
      if (close == std::string_view::npos) return none;
      if (close > end + 1) label = raw_.substr(end + 1, close - end - 1);
      end = close + 1;
    }
    return label.size() <= longest_label && references_.links.contains(label_of_reference(label)) ? end : none;
  }

  // --- what stands in angle brackets

  void read_angle() {
    if (raw_.substr(next_).starts_with("<!--")) {
      const std::size_t end = comment_unclosed_ ? std::string_view::npos : raw_.find("-->", next_ + 4);
      if (end != std::string_view::npos) {
        next_ = end + 3;
        return;
      }
      comment_unclosed_ = true;
    } else if (const std::size_t end = end_of_tag(next_); end != none) {
      return read_tag(end);
    } else if (const std::size_t close = raw_.substr(0, next_ + longest_markup).find_first_of("> \n<", next_ + 1);
               close != std::string_view::npos && raw_[close] == '>' && is_ascii_letter(at(next_ + 1)) &&
               raw_.substr(next_, close - next_).find_first_of(":@") != std::string_view::npos) {
      show(raw_.substr(next_ + 1, close - next_ - 1));
      next_ = close + 1;
      return;
    }
    ++next_;
    show("<");
  }

  // Of <name attributes> or </name>, at `begin`, the offset of its '>'; or none.
  std::size_t end_of_tag(std::size_t begin) const {
    std::size_t i = begin + (at(begin + 1) == '/' ? 2 : 1);
    if (!is_ascii_letter(at(i))) return none;
    while (is_alphanumeric(at(i)) || at(i) == '-') ++i;
    if (at(i) != '>' && at(i) != '/' && blanks.find(at(i)) == std::string_view::npos) return none;
    const std::size_t limit = std::min(raw_.size(), begin + longest_markup);
    for (char quote = 0; i < limit; ++i) {
      const char c = raw_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i;
      } else if (c == '<') {
        return none;
      }
    }
    return none;
  }

  void read_tag(std::size_t end) {
    const bool closing = at(next_ + 1) == '/';
    std::size_t i = next_ + (closing ? 2 : 1);
    std::string name;
    while (is_alphanumeric(at(i)) && name.size() < 20) name += lower_ascii(at(i++));
    next_ = end + 1;
    if (!closing && is_left_out(name)) return skip_element(name);
    if (breaks_line(name)) return break_line();
    if ((name == "td" || name == "th") && !closing && !out_.empty() && out_.back() != '\n') {
      trim_end();
      out_ += '\t';
      last_ = U'\t';
      joins_ = false;
    }
    if (name == "ruby") {
      if (ruby_) close_ruby();
      if (!closing) open_ruby();
    }
    if (name == "rt" && ruby_) {
      if (!closing && !ruby_->brackets) {
        ruby_->brackets = out_.size();
        out_ += "《(";
      } else if (closing && ruby_->brackets) {
        close_ruby();
        open_ruby();
      }
    }
  }

  void skip_element(const std::string& name) {
    if (unclosed_.contains(name)) return;
    for (std::size_t i = raw_.find("</", next_); i != std::string_view::npos; i = raw_.find("</", i + 2)) {
      const std::string_view found = raw_.substr(i + 2, name.size());
      const bool same =
          std::equal(found.begin(), found.end(), name.begin(), name.end(), [](char a, char b) { return lower_ascii(a) == b; });
      if (!same || is_alphanumeric(at(i + 2 + name.size()))) continue;
      next_ = std::min(raw_.find('>', i), raw_.size() - 1) + 1;
      return;
    }
    unclosed_.insert(name);
  }

  void open_ruby() {
    ruby_ = Ruby{out_.size(), std::nullopt};
    out_ += "｜";
  }

  // Kana is ｜漢字《かんじ》, any other reading 人(rén); without a reading there is nothing to mark.
  void close_ruby() {
    constexpr std::size_t bar = std::string_view("｜").size(), bracket = std::string_view("《").size();
    if (!ruby_->brackets) {
      remove(ruby_->bar, ruby_->bar + bar);
    } else {
      const std::size_t at = *ruby_->brackets;
      const std::string reading = out_.substr(at + bracket + 1);
      if (is_kana(reading)) {
        remove(at + bracket, at + bracket + 1);
        out_ += "》";
      } else if (reading.empty()) {
        remove(ruby_->bar, ruby_->bar + bar);
        remove(at, at + bracket + 1);
      } else {
        remove(ruby_->bar, ruby_->bar + bar);
        remove(at, at + bracket);
        out_ += ')';
      }
    }
    ruby_.reset();
  }

  void read_entity() {
    constexpr std::size_t longest = 32;
    const std::size_t end = raw_.substr(0, next_ + longest).find(';', next_);
    if (end != std::string_view::npos)
      if (const char32_t value = value_of_entity(std::string(raw_.substr(next_ + 1, end - next_ - 1))); value != 0) {
        char bytes[4];
        show({bytes, encode(value, bytes)});
        next_ = end + 1;
        return;
      }
    ++next_;
    show("&");
  }

  // 0 if it is none.
  static char32_t value_of_entity(const std::string& name) {
    if (!name.starts_with('#')) {
      const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
      return entity == nullptr ? 0 : entity->value;
    }
    const bool hexadecimal = name.size() > 1 && lower_ascii(name[1]) == 'x';
    const std::string_view digits = std::string_view(name).substr(hexadecimal ? 2 : 1);
    if (digits.empty() || digits.size() > 7) return 0;
    char32_t value = 0;
    for (const char c : digits) {
      const int digit = c >= '0' && c <= '9'                                            ? c - '0'
                        : hexadecimal && lower_ascii(c) >= 'a' && lower_ascii(c) <= 'f' ? lower_ascii(c) - 'a' + 10
                                                                                        : -1;
      if (digit < 0) return 0;
      value = value * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit);
    }
    if (value < 0x20) return U' ';
    return value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF) ? replacement_character : value;
  }

  // --- the end

  void remove(std::size_t begin, std::size_t end) { removed_.push_back({begin, end}); }

  std::string without_removed() {
    std::sort(removed_.begin(), removed_.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::string result;
    std::size_t passed = 0;
    for (const Span& range : removed_) {
      if (range.begin > passed) result.append(out_, passed, range.begin - passed);
      passed = std::max(passed, range.end);
    }
    if (passed < out_.size()) result.append(out_, passed);
    return result;
  }

  std::string_view raw_;
  MarkdownReferences& references_;
  std::size_t next_ = 0;
  std::string out_;
  char32_t last_ = 0;   // shown
  bool joins_ = false;  // a line ended after it
  std::vector<EmphasisMarks> delimiters_;
  std::vector<Bracket> brackets_;
  std::vector<Span> removed_;  // of out_
  std::map<std::size_t, std::vector<std::size_t>> code_marks_;
  std::unordered_set<std::string> unclosed_;
  std::optional<Ruby> ruby_;
  bool comment_unclosed_ = false;
};

}  // namespace

std::string label_of_reference(std::string_view printed) {
  std::string label;
  for (const char c : printed) {
    const bool blank = blanks.find(c) != std::string_view::npos;
    if (!blank)
      label += lower_ascii(c);
    else if (!label.empty() && label.back() != ' ')
      label += ' ';
  }
  if (!label.empty() && label.back() == ' ') label.pop_back();
  return label;
}

std::string read_markdown_inline(std::string_view raw, MarkdownReferences& references) { return InlineReader(raw, references).read(); }

}  // namespace jomun
