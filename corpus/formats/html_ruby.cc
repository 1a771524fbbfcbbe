// Jomun: the readings of <ruby> as annotations in the text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html_ruby.h"

#include <string_view>
#include <vector>

#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// White space as one space, none at the edges.
std::string collapsed(std::string_view text) {
  std::string result;
  bool gap = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      gap = !result.empty();
      continue;
    }
    if (gap) result += ' ';
    gap = false;
    result += c;
  }
  return result;
}

bool consists_of(std::string_view text, bool (*belongs)(char32_t)) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    if (!belongs(next.value)) return false;
    i += next.bytes;
  }
  return true;
}

bool is_kana(char32_t c) {
  return character(c).kind == CharacterClass::kana || c == U'ー' || c == U'・' || c == U' ' || c == U'　' || c == U'゛' || c == U'゜';
}

bool is_emphasis(char32_t c) { return std::u32string_view(U"・﹅﹆●○◉◎▲△•◦.,･ ").find(c) != std::u32string_view::npos; }

std::string annotated(std::string_view base, std::string_view reading) {
  std::string result(base);
  if (base.empty() || reading.empty() || consists_of(reading, is_emphasis)) return result;
  if (consists_of(reading, is_kana)) return "｜" + result + "《" + std::string(reading) + "》";
  return result + "(" + std::string(reading) + ")";
}

// Bases and what is read over them, until the next base.
class Group {
 public:
  void add_base(std::string_view text, bool own_element) {
    if (own_element || bases_.empty()) bases_.emplace_back();
    bases_.back() += text;
  }
  void begin_reading() { readings_.emplace_back(); }
  void add_reading(std::string_view text) { readings_.back() += text; }
  void add_second(std::string_view text) { second_ += text; }
  bool read() const { return !readings_.empty() || !second_.empty(); }

  std::string flush() {
    std::string result;
    if (bases_.size() == readings_.size()) {
      for (std::size_t i = 0; i < bases_.size(); ++i) result += annotated(collapsed(bases_[i]), collapsed(readings_[i]));
    } else {
      std::string base, reading;
      for (const std::string& part : bases_) base += collapsed(part);
      for (const std::string& part : readings_) reading += collapsed(part);
      result = annotated(base, reading);
    }
    result = annotated(result, collapsed(second_));
    *this = {};
    return result;
  }

 private:
  std::vector<std::string> bases_, readings_;
  std::string second_;  // a second row of readings, over all bases
};

}  // namespace

std::string html_ruby(const HtmlTree& tree, std::size_t ruby) {
  const auto& nodes = tree.nodes();
  const auto is_space = [](std::string_view text) { return trim(text).empty(); };
  std::string result;
  Group group;
  // Where the innermost part of each kind that is open ends.
  std::size_t base_end = 0, reading_end = 0, second_end = 0, bracket_end = 0;
  bool new_base = false;
  for (std::size_t i = ruby + 1; i < nodes[ruby].end; ++i) {
    switch (nodes[i].tag) {
      case HtmlTag::ruby_base:
        base_end = nodes[i].end;
        new_base = true;
        break;
      case HtmlTag::ruby_text:
        if (i < second_end) break;
        reading_end = nodes[i].end;
        group.begin_reading();
        break;
      case HtmlTag::ruby_texts: second_end = nodes[i].end; break;
      case HtmlTag::ruby_bracket: bracket_end = nodes[i].end; break;
      case HtmlTag::text: {
        const std::string_view text = tree.text(i);
        if (i < bracket_end) break;
        if (i < second_end) {
          group.add_second(text);
        } else if (i < reading_end) {
          group.add_reading(text);
        } else if (!is_space(text)) {
          if (group.read()) result += group.flush();
          group.add_base(text, new_base || i >= base_end);
          new_base = false;
        }
        break;
      }
      default: break;
    }
  }
  return result + group.flush();
}

}  // namespace jomun
