// Jomun: the text of a page as a browser lays it out, in lines.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html_text.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "corpus/formats/html_lists.h"
#include "corpus/formats/html_ruby.h"
#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

struct TextLine {
  std::string text;
  bool gap = false;  // an empty line stands before it
  bool row = false;  // of a table, with tabs
};

struct Cell {
  std::size_t first_line, end_line;
};

struct Row {
  std::size_t node;
  std::vector<Cell> cells;
};

// A block is left when the walk comes to its end.
struct OpenBlock {
  std::size_t node;
  std::size_t first_line;
};

class Layout {
 public:
  Layout(const HtmlTree& tree, const std::vector<bool>& dropped) : tree_(tree), nodes_(tree.nodes()), dropped_(dropped) {}

  // Lays out a node with what is in it; `number` stands before its first text.
  std::vector<TextLine> lay_out(std::size_t root, std::string number) {
    marker_ = std::move(number);
    for (std::size_t i = root; i < nodes_[root].end;) {
      while (!open_.empty() && nodes_[open_.back().node].end <= i) leave();
      i = dropped_[i] ? pass(i) : enter(i, root);
    }
    while (!open_.empty()) leave();
    end_line();
    return std::move(lines_);
  }

  std::size_t preformatted_bytes() const { return preformatted_bytes_; }

 private:
  enum class Gap : std::uint8_t { none, space, line_end };

  // What is dropped still counts in its list.
  std::size_t pass(std::size_t i) {
    if (nodes_[i].tag == HtmlTag::list_item && !lists_.empty()) lists_.back().next_marker(i);
    return nodes_[i].end;
  }

  std::size_t enter(std::size_t i, std::size_t root) {
    const HtmlNode& node = nodes_[i];
    switch (node.tag) {
      case HtmlTag::text: {
        if (preformatted_ > 0) {
          preformatted(tree_.text(i));
        } else {
          flow(tree_.text(i));
        }
        return i + 1;
      }
      case HtmlTag::ruby: word(html_ruby(tree_, i)); return node.end;
      case HtmlTag::line_end:
        // Heads of columns are broken to be narrow.
        if (!rows_.empty() && head_cells_ > 0) {
          gap_ = Gap::line_end;
        } else {
          end_line();
        }
        return i + 1;
      case HtmlTag::title: return node.end;
      default: break;
    }
    if (is_block(node.tag)) enter_block(i, root);
    return i + 1;
  }

  void enter_block(std::size_t i, std::size_t root) {
    end_line();
    open_.push_back({i, lines_.size()});
    switch (nodes_[i].tag) {
      case HtmlTag::heading: gap_before_ = true; break;
      case HtmlTag::ordered_list:
      case HtmlTag::unordered_list: lists_.emplace_back(tree_, i); break;
      case HtmlTag::list_item:
        if (i != root) marker_ += lists_.empty() ? "• " : lists_.back().next_marker(i);
        break;
      case HtmlTag::table_row: rows_.push_back({i, {}}); break;
      case HtmlTag::table_head_cell: ++head_cells_; break;
      default: break;
    }
    if (is_preformatted(i)) {
      ++preformatted_;
      fresh_ = true;
    }
  }

  void leave() {
    const OpenBlock block = open_.back();
    end_line();
    open_.pop_back();
    switch (nodes_[block.node].tag) {
      case HtmlTag::ordered_list:
      case HtmlTag::unordered_list: lists_.pop_back(); break;
      case HtmlTag::list_item: marker_.clear(); break;
      case HtmlTag::table_head_cell: --head_cells_; [[fallthrough]];
      case HtmlTag::table_cell:
        if (!rows_.empty()) rows_.back().cells.push_back({block.first_line, lines_.size()});
        break;
      case HtmlTag::table_row: join_row(block.first_line); break;
      case HtmlTag::table:
        if (std::none_of(begin_of(block), lines_.end(), [](const TextLine& line) { return line.row; })) break;
        begin_of(block)->gap = true;
        gap_before_ = true;
        break;
      default: break;
    }
    if (is_preformatted(block.node)) --preformatted_;
  }

  std::vector<TextLine>::iterator begin_of(const OpenBlock& block) {
    return lines_.begin() + static_cast<std::ptrdiff_t>(block.first_line);
  }

  // Makes one line of cells that are a line each.
  void join_row(std::size_t first_line) {
    const std::vector<Cell> cells = std::move(rows_.back().cells);
    rows_.pop_back();
    const auto filled = std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.end_line > cell.first_line; });
    const bool flows = std::any_of(cells.begin(), cells.end(), [&](const Cell& cell) {
      return cell.end_line > cell.first_line + 1 || (cell.end_line > cell.first_line && lines_[cell.first_line].row);
    });
    // A line outside of any cell is none of the row.
    const bool stray = lines_.size() - first_line != static_cast<std::size_t>(filled);
    if (filled < 2 || flows || stray) return;
    TextLine row{"", lines_[first_line].gap, true};
    for (const Cell& cell : cells) {
      if (&cell != &cells.front()) row.text += '\t';
      if (cell.end_line > cell.first_line) row.text += lines_[cell.first_line].text;
    }
    while (row.text.back() == '\t') row.text.pop_back();
    lines_.resize(first_line);
    lines_.push_back(std::move(row));
  }

  bool is_preformatted(std::size_t i) const {
    if (nodes_[i].tag == HtmlTag::preformatted) return true;
    const auto style = tree_.attribute(i, HtmlAttribute::style);
    return style && style_property(*style, "white-space").starts_with("pre");
  }

  void flow(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const char c = text[i];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
        gap_ = c == '\n' || c == '\r' ? Gap::line_end : std::max(gap_, Gap::space);
        ++i;
        continue;
      }
      const Decoded next = decode(text, i);
      put(next.value, text.substr(i, next.bytes));
      i += next.bytes;
    }
  }

  void word(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const Decoded next = decode(text, i);
      put(next.value, text.substr(i, next.bytes));
      i += next.bytes;
    }
  }

  void put(char32_t c, std::string_view bytes) {
    const bool blank = c == U'\u00A0' || c == U'\u3000';
    if (line_.empty()) {
      if (blank) return;  // an indent
      begin_text();
    } else if (gap_ == Gap::space || (gap_ == Gap::line_end && !joins(before_, c))) {
      line_ += ' ';
    }
    gap_ = Gap::none;
    before_ = c;
    if (c == U'\u00A0') {
      line_ += ' ';
    } else {
      line_ += bytes;
    }
  }

  void begin_text() { line_ = std::exchange(marker_, {}); }

  // CSS: a line end in the source is nothing where both sides are ideographs or one is their punctuation, else a space.
  static bool joins(char32_t before, char32_t after) {
    const auto is_mark = [](char32_t c) { return is_ideographic(c) && character(c).kind == CharacterClass::separator; };
    return (is_ideographic(before) && is_ideographic(after)) || is_mark(before) || is_mark(after);
  }

  void preformatted(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      char c = text[i];
      if (c == '\xC2' && i + 1 < text.size() && text[i + 1] == '\xA0') {
        c = ' ';
        ++i;
      }
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      const bool line_end = c == '\n' || c == '\r';
      if (line_end && !fresh_) {
        if (line_.empty()) gap_before_ = !lines_.empty();
        end_line();
      } else if (!line_end) {
        const bool blank = c == ' ' || c == '\t';
        if (line_.empty() && blank) {
          indent_ += ' ';
        } else {
          if (line_.empty()) begin_text_with_indent();
          line_ += blank ? ' ' : c;
        }
      }
      fresh_ = false;
    }
  }

  void begin_text_with_indent() {
    begin_text();
    line_ = std::exchange(indent_, {}) + line_;
    in_preformatted_ = true;
  }

  void end_line() {
    gap_ = Gap::none;
    indent_.clear();
    std::string line = std::exchange(line_, {});
    const std::size_t size = trimmed_size(line);
    line.resize(size);
    if (std::exchange(in_preformatted_, false)) preformatted_bytes_ += size;
    if (trim(line).empty()) return;
    lines_.push_back({std::move(line), std::exchange(gap_before_, false)});
  }

  static std::size_t trimmed_size(std::string_view line) {
    constexpr std::string_view ideographic_space = "\u3000";
    while (line.ends_with(' ') || line.ends_with(ideographic_space)) line.remove_suffix(line.ends_with(' ') ? 1 : ideographic_space.size());
    return line.size();
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  const std::vector<bool>& dropped_;

  std::vector<TextLine> lines_;
  std::vector<OpenBlock> open_;
  std::vector<HtmlList> lists_;
  std::vector<Row> rows_;
  std::size_t head_cells_ = 0, preformatted_ = 0, preformatted_bytes_ = 0;

  std::string line_;    // the one being written
  std::string indent_;  // of a preformatted one
  std::string marker_;  // number to stand before the next text
  Gap gap_ = Gap::none;
  char32_t before_ = 0;
  bool gap_before_ = false;       // the next line has an empty one before it
  bool in_preformatted_ = false;  // the line began there
  bool fresh_ = false;            // at the begin of a preformatted element, where a line end means nothing
};

// The note's text without the number it begins with itself, where that is `label`.
std::string_view without_label(std::string_view text, std::string_view label) {
  constexpr std::u32string_view around = U" \u00A0\u3000[]()（）［］【】〔〕〈〉註注주.。:：、^";
  const auto skip = [&](std::size_t i) {
    while (i < text.size()) {
      const Decoded next = decode(text, i);
      if (around.find(next.value) == around.npos) break;
      i += next.bytes;
    }
    return i;
  };
  const std::size_t begin = skip(0);
  if (!text.substr(begin).starts_with(label)) return trim(text);
  const std::size_t after = begin + label.size();
  const std::size_t end = skip(after);
  return end == after && begin == 0 && character(decode(label, 0).value).kind == CharacterClass::word && end < text.size()
             ? trim(text)  // "1990年" does not begin with the number 1
             : text.substr(end);
}

}  // namespace

HtmlText html_text(const HtmlTree& tree, std::vector<bool> dropped, const std::vector<HtmlNote>& notes) {
  for (const HtmlNote& note : notes) dropped[note.node] = true;
  Layout layout(tree, dropped);
  std::vector<TextLine> lines = layout.lay_out(0, {});
  bool first = true;
  for (const HtmlNote& note : notes) {
    dropped[note.node] = false;
    std::vector<TextLine> own = Layout(tree, dropped).lay_out(note.node, {});
    if (own.empty()) continue;
    own.front().text = "[" + note.label + "] " + std::string(without_label(own.front().text, note.label));
    own.front().gap = std::exchange(first, false);
    std::move(own.begin(), own.end(), std::back_inserter(lines));
  }
  HtmlText result;
  for (const TextLine& line : lines) {
    if (line.gap && !result.text.empty()) result.text += '\n';
    result.text += line.text;
    result.text += '\n';
  }
  result.preformatted = layout.preformatted_bytes() * 2 > result.text.size();
  return result;
}

}  // namespace jomun
