// Jomun: the encoding a page or an XML file says it has.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "corpus/formats/encodings.h"
#include "tokenizers/ascii.h"

namespace jomun {
namespace {

constexpr std::string_view blanks = "\t\n\f\r ";

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }
bool is_blank_byte(char c) { return blanks.find(c) != std::string_view::npos; }

struct Attribute {
  std::string name, value;  // in lower case
};

// The part of a page that is looked at. Everything passes the end without harm.
class Head {
 public:
  explicit Head(std::string_view bytes) : bytes_(bytes) {}

  bool at_end() const { return next_ >= bytes_.size(); }
  char get() const { return at_end() ? '\0' : bytes_[next_]; }
  void advance() { ++next_; }
  void skip(std::string_view any_of) { next_ = std::min(bytes_.find_first_not_of(any_of, next_), bytes_.size()); }
  void skip_until(std::string_view any_of) { next_ = std::min(bytes_.find_first_of(any_of, next_), bytes_.size()); }
  // Behind the next `text`, or at the end.
  void skip_behind(std::string_view text, std::size_t already = 0) {
    const std::size_t found = bytes_.find(text, next_ + already);
    next_ = found == std::string_view::npos ? bytes_.size() : found + text.size();
  }
  bool begins(std::string_view text_in_lower_case) const {
    const std::string_view rest = bytes_.substr(std::min(next_, bytes_.size()), text_in_lower_case.size());
    return std::equal(rest.begin(), rest.end(), text_in_lower_case.begin(), text_in_lower_case.end(),
                      [](char a, char b) { return lower_ascii(a) == b; });
  }

  // "Get an attribute" of the standard. Its name is empty at the end of the tag.
  Attribute read_attribute() {
    skip("\t\n\f\r /");
    Attribute attribute;
    if (at_end() || get() == '>') return attribute;
    for (; !at_end() && get() != '/' && get() != '>' && !is_blank_byte(get()) && (get() != '=' || attribute.name.empty()); advance())
      attribute.name += lower_ascii(get());
    skip(blanks);
    if (get() != '=') return attribute;
    advance();
    skip(blanks);
    if (const char quote = get(); quote == '"' || quote == '\'') {
      advance();
      for (; !at_end() && get() != quote; advance()) attribute.value += lower_ascii(get());
      advance();
    } else {
      for (; !at_end() && !is_blank_byte(get()) && get() != '>'; advance()) attribute.value += lower_ascii(get());
    }
    return attribute;
  }

 private:
  std::string_view bytes_;
  std::size_t next_ = 0;
};

// What stands behind "charset=" in the content of a meta element.
std::string charset_of_content(std::string_view content) {
  for (std::size_t found = content.find("charset"); found != std::string_view::npos; found = content.find("charset", found)) {
    found += std::string_view("charset").size();
    std::size_t begin = std::min(content.find_first_not_of(blanks, found), content.size());
    if (begin == content.size() || content[begin] != '=') continue;
    begin = content.find_first_not_of(blanks, begin + 1);
    if (begin == std::string_view::npos) return {};
    if (const char quote = content[begin]; quote == '"' || quote == '\'') {
      const std::size_t end = content.find(quote, begin + 1);
      return end == std::string_view::npos ? std::string() : std::string(content.substr(begin + 1, end - begin - 1));
    }
    return std::string(content.substr(begin, content.find_first_of("\t\n\f\r ;", begin) - begin));
  }
  return {};
}

// Of a meta element whose name has been read; empty if it says nothing.
std::string charset_of_meta(Head& head) {
  std::string charset, content;
  bool is_content_type = false;
  for (Attribute attribute = head.read_attribute(); !attribute.name.empty(); attribute = head.read_attribute()) {
    if (attribute.name == "charset" && charset.empty()) charset = attribute.value;
    if (attribute.name == "content" && content.empty()) content = attribute.value;
    if (attribute.name == "http-equiv" && attribute.value == "content-type") is_content_type = true;
  }
  if (charset.empty() && is_content_type) charset = charset_of_content(content);
  return charset;
}

std::string_view without_mark(std::string_view bytes) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  return bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
}

}  // namespace

std::string declared_xml_encoding(std::string_view bytes) {
  bytes = without_mark(bytes);
  constexpr std::string_view begin = "<?xml";
  if (!bytes.starts_with(begin) || bytes.size() == begin.size() || !is_blank_byte(bytes[begin.size()])) return {};
  constexpr std::size_t longest = 1024;
  const std::size_t end = bytes.substr(0, longest).find("?>");
  if (end == std::string_view::npos) return {};
  Head head(bytes.substr(begin.size(), end - begin.size()));
  for (Attribute attribute = head.read_attribute(); !attribute.name.empty(); attribute = head.read_attribute())
    if (attribute.name == "encoding") return attribute.value;
  return {};
}

std::string declared_html_encoding(std::string_view bytes) {
  constexpr std::size_t looked_at = 1024;
  Head head(without_mark(bytes).substr(0, looked_at));
  while (!head.at_end()) {
    head.skip_until("<");
    if (head.begins("<!--")) {
      // The two hyphens may be those that end it: <!-->.
      head.skip_behind("-->", 2);
    } else if (head.begins("<meta")) {
      for (int i = 0; i < 5; ++i) head.advance();
      if (!is_blank_byte(head.get()) && head.get() != '/') continue;
      if (std::string charset = charset_of_meta(head); !charset.empty()) return charset;
    } else if (head.begins("<!") || head.begins("<?")) {
      head.skip_behind(">");
    } else {
      head.advance();
      if (head.get() == '/') head.advance();
      if (!is_letter(head.get())) continue;
      head.skip_until("\t\n\f\r >");
      while (!head.read_attribute().name.empty()) {
      }
    }
  }
  return declared_xml_encoding(bytes);
}

}  // namespace jomun
