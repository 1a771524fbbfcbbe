// Jomun: paragraphs put together from lines that were wrapped.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/paragraphs.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "corpus/labels.h"
#include "corpus/layout.h"
#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// What is known of a line when deciding whether it goes on from the one before. Brackets are those of the line alone.
struct Shape {
  std::uint32_t width = 0;  // where it ends, in columns, if it may_go_on()
  bool labelled = false;    // begins with a label that is no matter of doubt
  bool labelled_doubtfully = false;
  bool article_alone = false;  // nothing but 第一条
  bool table = false;
  bool final = false;  // ends a sentence or something else that is complete

  // Only then its width is asked for.
  bool may_go_on() const { return !final && !table; }
};

constexpr std::size_t widest = 240;

// The columns of `content`, or some number above `widest`.
std::size_t bounded_width(std::string_view content) {
  std::size_t columns = 0;
  for (std::size_t i = 0; i < content.size() && columns <= widest;) {
    const Decoded next = decode(content, i);
    columns += display_width(next.value);
    i += next.bytes;
  }
  return columns;
}

Shape shape_of(std::string_view content) {
  Shape shape;
  if (const auto label = read_label(content)) {
    shape.labelled = !label->doubtful;
    shape.labelled_doubtfully = label->doubtful;
    shape.article_alone = label->kind == LabelKind::article && label->text == content.size();
  }
  shape.table = is_table_row(content);
  const char last = content.back();
  shape.final = ends_sentence(content) || last == '>' || last == ']';
  if (shape.may_go_on()) shape.width = static_cast<std::uint32_t>(bounded_width(content));
  return shape;
}

// The columns lines were wrapped at: the width at which most lines that end inside a sentence end, or 0.
std::size_t find_wrap(const std::vector<Shape>& shapes, const std::vector<Line>& lines) {
  std::array<std::uint32_t, widest + 2> count{};
  std::size_t candidates = 0;
  for (std::size_t i = 0; i + 1 < shapes.size(); ++i) {
    const Shape& shape = shapes[i];
    if (lines[i + 1].before != Break::line || shape.final || shape.table || shapes[i + 1].labelled) continue;
    if (shape.width < 30 || shape.width > widest) continue;
    ++count[shape.width];
    ++candidates;
  }
  std::size_t best = 0;
  std::size_t most = 3;
  for (std::size_t width = 33; width <= widest; ++width) {
    const std::size_t here = count[width] + count[width - 1] + count[width - 2] + count[width - 3];
    if (here >= most && here * 3 >= candidates) {
      most = here + 1;
      best = width;
    }
  }
  return best;
}

char32_t first_of(std::string_view text) { return decode(text, 0).value; }
char32_t last_of(std::string_view text) { return decode_before(text, text.size()).value; }
bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }

// The width of what could not be divided at the begin of a line.
std::size_t first_unit(std::string_view content) {
  if (is_ideographic(first_of(content))) return display_width(first_of(content));
  return display_width(content.substr(0, std::min(content.find(' '), content.size())));
}

class Joiner {
 public:
  Joiner(std::string_view text, const std::vector<Line>& lines, bool wrapped) : text_(text), lines_(lines), wrapped_(wrapped) {}

  // Calls found(text, paragraph) for each, whose text is still empty.
  template <typename Found>
  void join(Found found) {
    shapes_.reserve(lines_.size());
    for (const Line& line : lines_) {
      shapes_.push_back(shape_of(line.in(text_)));
      if (line.indented && shapes_.back().may_go_on())
        shapes_.back().width = static_cast<std::uint32_t>(shapes_.back().width + indentation(line));
    }
    wrap_ = find_wrap(shapes_, lines_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i > 0 && wrapped_ && continues(i)) {
        extend(i);
      } else {
        finish(found);
        begin(i);
      }
    }
    finish(found);
  }

 private:
  std::string_view content(std::size_t i) const { return lines_[i].in(text_); }

  // The columns of white space before a line: lines are wrapped at the right edge, wherever they begin.
  std::size_t indentation(const Line& line) const {
    const std::string_view before = text_.substr(0, line.begin);
    const std::size_t begin = std::max(skip_blanks_back(before, before.size()), line.begin - std::min(line.begin, std::size_t{widest}));
    const std::size_t line_begin = before.find_last_of("\n\r\v\f");
    return display_width(before.substr(line_begin == std::string_view::npos || line_begin < begin ? begin : line_begin + 1));
  }

  bool continues(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.before == Break::paragraph) return false;
    if (line.before == Break::wrap || line.before == Break::space) return true;
    const Shape& last = shapes_[i - 1];
    const Shape& next = shapes_[i];
    if (last.table || next.table || last.article_alone) return false;
    if (next.labelled) {
      // 第六条 alone on a line may be a reference that was set on a line of its own.
      return next.article_alone && line.before == Break::line && !line.indented && breaks_reference(i);
    }
    return line.before == Break::blank ? crosses_page(i) : is_wrapped(i);
  }

  // Whether the bare article label on line `i` is the middle of a sentence: the text goes on directly under it and has not ended above.
  bool breaks_reference(std::size_t i) const {
    const Shape& last = shapes_[i - 1];
    if (last.final || last.labelled || !inside_brackets(content(i - 1)).empty()) return false;
    return i + 1 < lines_.size() && lines_[i + 1].before == Break::line && !lines_[i + 1].indented;
  }

  bool is_wrapped(std::size_t i) const {
    const Line& line = lines_[i];
    const Shape& last = shapes_[i - 1];
    const Shape& next = shapes_[i];
    const char32_t first = first_of(content(i));
    if (is_closing(first) && first != U'・' && first != U'·' && first != U'"' && first != U'\'') return true;
    if (brackets_.open > 0 && paragraph_lines_ < 40 && !last.final) return true;
    if (heads_article(i) || (i == 1 && first == U'（' && !indented_)) return false;
    if (last.final || (line.ideographic && !hangs(i))) return false;
    if (is_lower(first) && !next.labelled_doubtfully) return true;
    // A paragraph that begins with an indent goes on without one.
    if (!next.labelled_doubtfully && indented_ && !line.indented && is_ideographic(last_of(content(i - 1))) && is_ideographic(first))
      return true;
    if (!next.labelled_doubtfully && last.width >= 40 && ends_in_comma(content(i - 1))) return true;
    // Rules for the ends of lines leave a line one ideograph short now and then.
    if (wrap_ != 0) return last.width + first_unit(content(i)) + 2 > wrap_ && last.width <= wrap_ + 4;
    return last.width >= 56 && last.width <= 120 && is_ideographic(last_of(content(i - 1))) &&
           (is_ideographic(first) || (first >= U'0' && first <= U'9'));
  }

  // Under a label, text that goes on is set as deep as what it goes on with: below a full line, by two ideographic spaces or more.
  bool hangs(std::size_t i) const {
    return wrap_ != 0 && begins_labelled_ && shapes_[i - 1].width + 4 > wrap_ && indentation(lines_[i]) >= 4;
  }

  // A line in brackets directly above a label is the heading of what is labelled: （定義） above 第二条.
  bool heads_article(std::size_t i) const {
    return !inside_brackets(content(i)).empty() && i + 1 < lines_.size() && shapes_[i + 1].labelled;
  }

  // A sentence that was cut by the end of a page: it has no end, and what follows the empty line has one and no begin of its own.
  bool crosses_page(std::size_t i) const {
    const Line& line = lines_[i];
    const Shape& last = shapes_[i - 1];
    const Shape& next = shapes_[i];
    if (last.final || next.labelled_doubtfully || line.indented || last.width < 40) return false;
    const char32_t before = last_of(content(i - 1));
    const char32_t first = first_of(content(i));
    if (is_closing(first) && first != U'"' && first != U'\'') return true;
    if (ends_in_comma(content(i - 1))) return true;
    if (is_lower(first)) return character(before).kind == CharacterClass::word;
    // Without letters in two cases only punctuation can tell: the upper part has some inside, the lower one ends a sentence.
    if (!is_ideographic(before) || !is_ideographic(first) || character(first).kind != CharacterClass::han) return false;
    return character(before).kind == CharacterClass::han && next.final && begins_labelled_ &&
           (content(i - 1).find("，") != std::string_view::npos || content(i - 1).find("。") != std::string_view::npos ||
            content(i - 1).find(',') != std::string_view::npos);
  }

  void begin(std::size_t i) {
    const Line& line = lines_[i];
    current_.source = {line.begin, line.end};
    current_.after_blank = line.before == Break::blank;
    current_.indented = line.ideographic;
    current_.unlabelled = !shapes_[i].labelled && !shapes_[i].labelled_doubtfully;
    text_of_current_.append(text_, line.begin, line.end);
    indented_ = line.indented;
    begins_labelled_ = shapes_[i].labelled;
    paragraph_lines_ = 1;
    brackets_ = {};
    brackets_.read(content(i));
  }

  void extend(std::size_t i) {
    const Line& line = lines_[i];
    const std::size_t end = lines_[i - 1].end;
    if (line.before == Break::space) {
      text_of_current_.append(text_, end, line.begin);
    } else if (needs_space(last_of(content(i - 1)), first_of(content(i)))) {
      text_of_current_.insert(" ");
    }
    text_of_current_.append(text_, line.begin, line.end);
    current_.source.end = line.end;
    current_.unlabelled = false;  // joined it may read otherwise
    ++paragraph_lines_;
    brackets_.read(content(i));
  }

  template <typename Found>
  void finish(Found found) {
    if (text_of_current_.empty()) return;
    if (brackets_.may_annotate && has_annotations(text_of_current_.text())) {
      text_of_current_ = strip_annotations(text_of_current_);
      current_.unlabelled = false;
    }
    if (!text_of_current_.empty()) found(text_of_current_, current_);
    text_of_current_.clear();
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  const bool wrapped_;
  std::vector<Shape> shapes_;
  std::size_t wrap_ = 0;
  Paragraph current_;
  MappedText text_of_current_;
  bool indented_ = false;         // the current paragraph begins with an indent
  bool begins_labelled_ = false;  // or with a label
  std::size_t paragraph_lines_ = 0;
  Brackets brackets_;  // in it
};

}  // namespace

Paragraphs::Paragraphs(std::string_view text, const std::vector<Line>& lines, bool wrapped) {
  // What is put in between two lines is no longer than what stood there.
  clean_.reserve(text.size());
  Joiner(text, lines, wrapped).join([this](const MappedText& clean, const Paragraph& paragraph) { add(clean, paragraph); });
}

Paragraphs::Paragraphs(const Paragraphs& all, const std::vector<std::size_t>& chosen) {
  clean_.reserve(all.text().size());
  for (const std::size_t i : chosen) {
    MappedText text;
    all.append_to(text, all[i]);
    add(text, all[i]);
  }
}

void Paragraphs::add(const MappedText& text, Paragraph paragraph) {
  const std::size_t begin = clean_.text().size();
  clean_.append(text, 0, text.text().size());
  paragraph.text = std::string_view(clean_.text()).substr(begin);
  paragraphs_.push_back(paragraph);
}

}  // namespace jomun
