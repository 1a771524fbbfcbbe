// Jomun: from the lines of pages to text with one paragraph per line.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_paragraphs.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "corpus/formats/pdf_hyphens.h"
#include "corpus/formats/pdf_notes.h"
#include "corpus/labels.h"
#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// Lengths in the size of the line.
constexpr double same_edge = 0.6;
constexpr double same_size = 1.12;                        // ratio
constexpr double new_block = 1.45, new_paragraph = 1.18;  // in usual distances of lines
constexpr double full_slack = 1.05;                       // rules for the ends of lines leave one ideograph over
constexpr std::size_t around = 8;                         // lines that tell whether text is wrapped
constexpr double outer_share = 0.2;                       // of the lines end at the edge

char32_t first_of(std::string_view text) { return decode(text, 0).value; }
char32_t last_of(std::string_view text) { return decode_before(text, text.size()).value; }

// The edges lines are set to in one column of one page.
struct Column {
  std::size_t begin = 0, end = 0;  // lines
  double left = 0, right = 0;
  double distance = 0;  // from line to line
  double size = 0;
};

enum class Join : unsigned char { goes_on, paragraph, block };

// The greatest value near which the share of all values lies; the greatest one at all if there is none. Sorts.
double outer_edge(std::vector<double>& values, double reach) {
  std::sort(values.begin(), values.end(), std::greater<>());
  const auto needed = std::max<std::size_t>(2, static_cast<std::size_t>(static_cast<double>(values.size()) * outer_share));
  for (std::size_t i = 0; i + needed <= values.size(); ++i)
    if (values[i] - values[i + needed - 1] <= reach) return values[i];
  return values.front();
}

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Whether a space stands between two lines of one paragraph. Typesetting breaks lines in Latin script between words only, or behind marks.
bool has_space_between(std::string_view line, std::string_view next) {
  const char32_t last = last_of(line), first = first_of(next);
  if (is_ideographic(last) || is_ideographic(first)) return false;
  return last != U'-' && last != U'\u2010' && last != U'/' && last != U'—' && first != U'—';
}

// Makes `text` ready to go on with `line`.
void put_between(std::string& text, std::string_view line, const Hyphens& hyphens) {
  if (text.empty() || line.empty()) return;
  if (Hyphens::joins(text, line)) {
    text.resize(text.size() - hyphens.removable(text, line));
  } else if (has_space_between(text, line)) {
    text += ' ';
  }
}

class Writer {
 public:
  // `pages` are those of the lines, `usual` is the size of most text.
  Writer(std::vector<PlacedLine> lines, std::vector<std::size_t> pages, double usual)
      : lines_(std::move(lines)), pages_(std::move(pages)), usual_(usual) {
    find_columns();
    count_wrapped();
  }

  void write(std::string& text) {
    std::vector<std::string_view> printed;
    printed.reserve(lines_.size());
    for (const PlacedLine& line : lines_) printed.emplace_back(line.text);
    const Hyphens hyphens(printed);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string& line = lines_[i].text;
      switch (i == 0 ? Join::paragraph : join(i)) {
        case Join::goes_on:
          ++paragraph_lines_;
          put_between(text, line, hyphens);
          break;
        case Join::block:
          if (!text.empty()) text += '\n';
          [[fallthrough]];
        case Join::paragraph:
          if (!text.empty()) text += '\n';
          paragraph_lines_ = 1;
          first_ = i;
          break;
      }
      text += line;
    }
    if (!text.empty()) text += '\n';
  }

 private:
  void find_columns() {
    column_of_.resize(lines_.size());
    for (std::size_t begin = 0; begin < lines_.size();) {
      Column column;
      column.begin = begin;
      std::size_t end = begin;
      std::vector<double> lefts, rights, distances;
      for (; end < lines_.size() && pages_[end] == pages_[begin] && lines_[end].column == lines_[begin].column; ++end) {
        const PlacedLine& line = lines_[end];
        column_of_[end] = columns_.size();
        lefts.push_back(-line.box.left);
        rights.push_back(line.box.right);
        column.size = std::max(column.size, line.size);
        if (line.row) continue;
        if (end > begin && !lines_[end - 1].row && alike(lines_[end - 1], line) && line.box.bottom > lines_[end - 1].box.bottom)
          distances.push_back(line.box.bottom - lines_[end - 1].box.bottom);
      }
      column.end = end;
      column.left = -outer_edge(lefts, same_edge * column.size);
      column.right = outer_edge(rights, 2 * column.size);
      column.distance = distances.empty() ? 0 : median(distances);
      columns_.push_back(column);
      begin = end;
    }
    // A column of few lines has the edges of one like it.
    constexpr std::size_t few = 4, nearest_columns = 20;
    const std::vector<Column> found = columns_;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (found[i].end - found[i].begin >= few || found.size() == 1) continue;
      // Without one nothing tells what is full.
      columns_[i].right = HUGE_VAL;
      for (std::size_t away = 1; away <= nearest_columns; ++away) {
        const Column* other = i >= away && is_like(found[i - away], found[i], few)                 ? &found[i - away]
                              : i + away < found.size() && is_like(found[i + away], found[i], few) ? &found[i + away]
                                                                                                   : nullptr;
        if (other == nullptr) continue;
        columns_[i].right = std::max(found[i].right, other->right);
        columns_[i].left = std::min(found[i].left, other->left);
        if (columns_[i].distance == 0) columns_[i].distance = other->distance;
        break;
      }
    }
  }

  static bool is_labelled(const PlacedLine& line) {
    const auto label = read_label(line.text);
    return label && !label->doubtful;
  }

  // Even a doubtful label is one where the paragraph before has its like at the same place.
  bool is_sibling(std::size_t i) const {
    const auto label = read_label(lines_[i].text), first = read_label(lines_[first_].text);
    return label && first && label->kind == first->kind && label->style == first->style && std::abs(indent(i) - indent(first_)) < same_edge;
  }

  // Nothing but the length of the line before tells whether this one goes on from it.
  bool may_go_on(std::size_t i) const {
    const PlacedLine &last = lines_[i - 1], &line = lines_[i];
    if (last.row || line.row || last.turn != line.turn || !alike(last, line)) return false;
    if (column_of_[i] != column_of_[i - 1]) return true;
    // Larger type stands farther apart.
    const double usual = column_of(i).distance > 0 ? column_of(i).distance : 1.6 * line.size;
    return line.box.bottom - last.box.bottom <= new_block * std::max(usual, 1.25 * line.size);
  }

  // Counts the lines that do not end a sentence, and those of them that are full.
  void count_wrapped() {
    unfinished_.assign(lines_.size() + 1, 0);
    wrapped_.assign(lines_.size() + 1, 0);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool counts = i + 1 < lines_.size() && column_of_[i] == column_of_[i + 1] && !ends_sentence(lines_[i].text) &&
                          may_go_on(i + 1) && !is_labelled(lines_[i + 1]);
      unfinished_[i + 1] = unfinished_[i] + (counts ? 1 : 0);
      wrapped_[i + 1] = wrapped_[i] + (counts && is_full(i, lines_[i + 1]) ? 1 : 0);
    }
  }

  // Not verse or a list: sentences that go on in the next line fill theirs.
  bool is_wrapped_around(std::size_t i) const {
    const Column& column = column_of(i);
    const std::size_t begin = std::max(column.begin, i < around ? 0 : i - around), end = std::min(column.end, i + around);
    return (wrapped_[end] - wrapped_[begin]) * 2 >= unfinished_[end] - unfinished_[begin];
  }

  bool is_like(const Column& model, const Column& column, std::size_t few) const {
    return model.end - model.begin >= few && lines_[model.begin].turn == lines_[column.begin].turn &&
           std::abs(model.left - column.left) < 3 * std::max(model.size, column.size) && model.right > column.right - 2 * model.size;
  }

  static bool alike(const PlacedLine& a, const PlacedLine& b) { return a.size < b.size * same_size && b.size < a.size * same_size; }

  const Column& column_of(std::size_t line) const { return columns_[column_of_[line]]; }
  double indent(std::size_t line) const { return (lines_[line].box.left - column_of(line).left) / lines_[line].size; }

  bool is_full(std::size_t i, const PlacedLine& next) const {
    const PlacedLine& line = lines_[i];
    const double space = has_space_between(line.text, next.text) ? 0.25 * line.size : full_slack * line.size;
    return line.box.right + space + std::min(next.first_unit, next.box.width()) > column_of(i).right - 0.1 * line.size;
  }

  // White that parts paragraphs, where a sentence has ended.
  bool is_farther(std::size_t i) const {
    return column_of(i).distance > 0 && lines_[i].box.bottom - lines_[i - 1].box.bottom > new_paragraph * column_of(i).distance;
  }

  // A dash in a sentence, where it begins a line.
  bool continues_with_dash(std::size_t i) const {
    const std::string& last = lines_[i - 1].text;
    return first_of(lines_[i].text) == U'—' && !ends_sentence(last) && !ends_in_comma(last) &&
           std::abs(indent(i) - indent(i - 1)) < same_edge;
  }

  // The lines of a long heading in the middle of the column.
  bool continues_title(std::size_t i) const {
    const PlacedLine &last = lines_[i - 1], &line = lines_[i];
    const Column& column = column_of(i);
    const auto centre = [](const PlacedLine& l) { return l.box.left + l.box.right; };
    const auto centred = [&](const PlacedLine& l) {
      return std::abs(centre(l) - column.left - column.right) < 2 * l.size && l.box.left > column.left + 2 * l.size;
    };
    return centred(line) && std::abs(centre(last) - centre(line)) < 2 * line.size && last.size > 1.15 * usual_ &&
           last.box.width() > 0.5 * (column.right - column.left) && !ends_sentence(last.text);
  }

  Join join(std::size_t i) const {
    const PlacedLine &last = lines_[i - 1], &line = lines_[i];
    if (last.row && line.row) return Join::paragraph;
    if (!may_go_on(i)) return Join::block;
    const bool same_column = column_of_[i] == column_of_[i - 1];
    const bool labelled = is_sibling(i) || (is_labelled(line) && !continues_with_dash(i));
    const bool final = ends_sentence(last.text);
    if (same_column && !labelled && continues_title(i)) return Join::goes_on;
    if (same_column && final && is_farther(i)) return Join::paragraph;
    const bool within_sentence = !final && line.text.front() >= 'a' && line.text.front() <= 'z';
    if (!is_full(i - 1, line) || !(within_sentence || is_wrapped_around(i - 1))) return Join::paragraph;
    const double here = indent(i), before = indent(i - 1), begin = indent(first_);
    if (labelled) {
      // A reference that was wrapped stands at the edge, below the begin of a sentence that has not ended.
      const bool wrapped =
          !final && !ends_in_comma(last.text) && here < begin - same_edge && (paragraph_lines_ == 1 || std::abs(here - before) < same_edge);
      return wrapped ? Join::goes_on : Join::paragraph;
    }
    if (paragraph_lines_ > 1) {
      // The second line says where the others stand.
      if (std::abs(here - before) < same_edge) return Join::goes_on;
      return final || here < before ? Join::paragraph : Join::goes_on;
    }
    // What stands left of a label belongs to no item.
    if (final && here < before - same_edge && read_label(last.text)) return Join::paragraph;
    if (here < before + same_edge) return here > before - same_edge && final && here > same_edge ? Join::paragraph : Join::goes_on;
    // Hangs behind its begin, or is a paragraph of its own.
    return final ? Join::paragraph : Join::goes_on;
  }

  std::vector<PlacedLine> lines_;
  std::vector<std::size_t> pages_;  // of the lines
  double usual_;
  std::vector<Column> columns_;
  std::vector<std::size_t> column_of_;             // the lines
  std::vector<std::size_t> unfinished_, wrapped_;  // how many of them are before each line
  std::size_t paragraph_lines_ = 0, first_ = 0;    // of the current paragraph
};

double usual_size_of(const std::vector<LaidOutPage>& pages) {
  std::vector<std::pair<double, std::size_t>> sizes;
  std::size_t all = 0;
  for (const LaidOutPage& page : pages)
    for (const PlacedLine& line : page.lines) {
      sizes.emplace_back(line.size, line.text.size());
      all += line.text.size();
    }
  std::sort(sizes.begin(), sizes.end());
  std::size_t seen = 0;
  for (const auto& [size, bytes] : sizes) {
    seen += bytes;
    if (seen * 2 >= all) return size;
  }
  return 0;
}

// Lines that are one paragraph.
std::string joined(const std::vector<PlacedLine>& lines) {
  std::vector<std::string_view> printed;
  for (const PlacedLine& line : lines) printed.emplace_back(line.text);
  const Hyphens hyphens(printed);
  std::string text;
  for (const std::string_view line : printed) {
    put_between(text, line, hyphens);
    text += line;
  }
  return text;
}

}  // namespace

std::string text_of(std::vector<LaidOutPage> pages) {
  const double usual = usual_size_of(pages);
  std::vector<PlacedLine> body;
  std::vector<std::size_t> body_pages;
  std::string notes;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const Footnote& note : take_footnotes(pages[i], usual)) notes += "[" + note.mark + "] " + joined(note.lines) + "\n";
    for (PlacedLine& line : pages[i].lines) {
      if (line.text.empty()) continue;
      body.push_back(std::move(line));
      body_pages.push_back(i);
    }
  }
  std::string text;
  Writer(std::move(body), std::move(body_pages), usual).write(text);
  if (!notes.empty()) text += (text.empty() ? "" : "\n") + notes;
  return text;
}

}  // namespace jomun
