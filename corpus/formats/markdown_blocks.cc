// Jomun: the paragraphs, items and rows of Markdown.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/markdown_blocks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/labels.h"
#include "corpus/layout.h"
#include "tokenizers/ascii.h"

namespace jomun {
namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view ideographic_space = "\u3000";
constexpr std::size_t none = static_cast<std::size_t>(-1);

std::string_view trim_spaces(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\r\f\v"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r\f\v") + 1 - begin);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What is left of a line behind the marks of its containers.
struct Content {
  std::string_view text;   // without indent
  std::size_t indent = 0;  // in columns
};

Content content_of(std::string_view line) {
  Content content{line, 0};
  for (; !content.text.empty() && blanks.find(content.text.front()) != std::string_view::npos; content.text.remove_prefix(1))
    content.indent = content.text.front() == '\t' ? content.indent / 4 * 4 + 4 : content.indent + 1;
  return content;
}

std::size_t count_of(std::string_view text, char c) { return std::min(text.find_first_not_of(c), text.size()); }

// The level of an ATX heading, or 0.
std::size_t heading_level(std::string_view text) {
  const std::size_t level = count_of(text, '#');
  return level <= 6 && (level == text.size() || blanks.find(text[level]) != std::string_view::npos) ? level : 0;
}

std::string_view heading_text(std::string_view text) {
  text = trim_spaces(text.substr(count_of(text, '#')));
  const std::size_t end = text.find_last_not_of('#') + 1;
  const bool closed = end == 0 || blanks.find(text[end - 1]) != std::string_view::npos;
  return closed ? trim_spaces(text.substr(0, end)) : text;
}

// ***, - - -, ___
bool is_thematic_break(std::string_view text) {
  const char mark = text.empty() ? ' ' : text.front();
  if (mark != '*' && mark != '-' && mark != '_') return false;
  std::size_t count = 0;
  for (const char c : text) {
    if (c == mark)
      ++count;
    else if (c != ' ' && c != '\t')
      return false;
  }
  return count >= 3;
}

bool underlines_heading(std::string_view text) {
  text = trim_spaces(text);
  return !text.empty() && (text.front() == '=' || text.front() == '-') && count_of(text, text.front()) == text.size();
}

// How many marks open a fence here, or 0.
std::size_t fence_length(std::string_view text) {
  if (text.empty() || (text.front() != '`' && text.front() != '~')) return 0;
  const std::size_t count = count_of(text, text.front());
  const bool is_code = text.front() == '`' && text.find('`', count) != std::string_view::npos;
  return count >= 3 && !is_code ? count : 0;
}

// "-" or "12." and how wide it is; 0 if none. A number comes back as written.
struct Marker {
  std::size_t width = 0;
  std::string shown;
  bool begins_list = false;  // may stand directly under a paragraph
};

Marker read_marker(std::string_view text) {
  std::size_t width = 0;
  while (width < text.size() && width <= 9 && is_digit(text[width])) ++width;
  const bool number = width > 0;
  if (number ? width > 9 || width == text.size() || (text[width] != '.' && text[width] != ')')
             : text.empty() || (text[0] != '-' && text[0] != '*' && text[0] != '+'))
    return {};
  ++width;
  if (width < text.size() && blanks.find(text[width]) == std::string_view::npos) return {};
  const bool empty = trim_spaces(text.substr(width)).empty();
  const std::string_view printed = text.substr(0, width);
  return {width, number ? std::string(printed) + ' ' : "• ", !empty && (!number || printed == "1." || printed == "1)")};
}

// "[ ] " and "[x] " of lists of tasks.
std::size_t task_box(std::string_view text) {
  return text.size() > 3 && text[0] == '[' && (text[1] == ' ' || lower_ascii(text[1]) == 'x') && text[2] == ']' && text[3] == ' ' ? 4 : 0;
}

// The cells of a row: parted by '|' that is not escaped, one at each end aside.
std::vector<std::string> cells_of(std::string_view line) {
  line = trim_spaces(line);
  if (line.starts_with('|')) line.remove_prefix(1);
  std::vector<std::string> cells(1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size()) {
      if (line[i + 1] != '|') cells.back() += '\\';
      cells.back() += line[++i];
    } else if (line[i] == '|') {
      if (i + 1 < line.size()) cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

// The line under the heads of a table: |---|:--:|
bool is_delimiter_row(std::string_view text) {
  if (text.find('|') == std::string_view::npos || text.find('-') == std::string_view::npos ||
      text.find_first_not_of("|-: \t\r") != std::string_view::npos)
    return false;
  for (const std::string& cell : cells_of(text)) {
    std::string_view marks = trim_spaces(cell);
    if (marks.starts_with(':')) marks.remove_prefix(1);
    if (marks.ends_with(':')) marks.remove_suffix(1);
    if (marks.empty() || marks.find_first_not_of('-') != std::string_view::npos) return false;
  }
  return true;
}

// [label]: destination, or [^label]: text
struct Definition {
  std::string label;
  bool note = false;
  std::string_view text;
};

std::optional<Definition> read_definition(std::string_view text) {
  constexpr std::size_t longest = 200;
  if (!text.starts_with('[')) return std::nullopt;
  const std::size_t end = text.substr(0, longest).find("]:");
  if (end == std::string_view::npos || text.substr(1, end - 1).find_first_of("[]") != std::string_view::npos) return std::nullopt;
  const bool note = text.starts_with("[^");
  Definition definition{label_of_reference(text.substr(note ? 2 : 1, end - (note ? 2 : 1))), note, trim_spaces(text.substr(end + 2))};
  const bool complete = !definition.label.empty() && (note || !definition.text.empty());
  return complete ? std::optional(std::move(definition)) : std::nullopt;
}

// An element whose content is no text, at the begin of a block.
std::string_view hidden_element(std::string_view text) {
  for (const std::string_view name : {"script", "style"}) {
    if (text.size() <= name.size() + 1 || text.front() != '<') continue;
    const std::string_view found = text.substr(1, name.size());
    const bool same = std::equal(found.begin(), found.end(), name.begin(), name.end(), [](char a, char b) { return lower_ascii(a) == b; });
    if (same && (text[name.size() + 1] == '>' || text[name.size() + 1] == ' ')) return name;
  }
  return {};
}

// Lists in lists beyond this are text.
constexpr std::size_t deepest = 100;

class BlockReader {
 public:
  explicit BlockReader(std::string_view text) : text_(text) {}

  void read() {
    while (next_ < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', next_), text_.size());
      std::string_view line = text_.substr(next_, end - next_);
      next_ = end + 1;
      if (line.ends_with('\r')) line.remove_suffix(1);
      read_line(line);
    }
    close();
  }

  MarkdownBlocks read_so_far;

 private:
  // --- containers

  void read_line(std::string_view line) {
    if (!hidden_until_.empty()) return read_hidden(line);
    std::size_t quotes = 0;
    Content content = content_of(line);
    while (content.text.starts_with('>') && content.indent < 4 + (items_.empty() ? 0 : items_.back())) {
      ++quotes;
      content = content_of(content.text.substr(content.text.starts_with("> ") ? 2 : 1));
    }
    if (fence_ != 0) {
      if (quotes >= quotes_) return read_code(content, line);
      fence_ = 0;
    }
    if (content.text.empty()) return read_blank(quotes);
    const bool lazy = open_ && quotes < quotes_;
    if (quotes > quotes_ || (quotes < quotes_ && !open_)) {
      close();
      items_.clear();
      note_.clear();
    }
    if (!lazy) quotes_ = quotes;
    leave_items(content);
    read_content(content);
  }

  void read_blank(std::size_t quotes) {
    close();
    if (quotes < quotes_) {
      items_.clear();
      quotes_ = quotes;
    }
    prefix_.clear();
    in_table_ = false;
    blank_ = true;
  }

  // Out of the items the line is not indented enough for; one that only goes on with a paragraph stays in them.
  void leave_items(const Content& content) {
    if (items_.empty()) {
      if (!note_.empty() && blank_ && content.indent < 2) note_.clear();
      return;
    }
    if (open_ && content.indent < items_.back() && !begins_block(content.text)) return;
    while (!items_.empty() && content.indent < items_.back()) items_.pop_back();
    if (items_.empty() && !content.text.empty()) was_item_ = read_marker(content.text).width > 0;
  }

  std::size_t indent_in_item(const Content& content) const {
    return content.indent - std::min(content.indent, items_.empty() ? 0 : items_.back());
  }

  bool begins_block(std::string_view text) const {
    return heading_level(text) > 0 || is_thematic_break(text) || fence_length(text) > 0 || read_marker(text).width > 0;
  }

  // --- lines

  void read_content(Content content) {
    // Items may begin with items.
    while (true) {
      const bool deep = indent_in_item(content) >= 4;
      if (deep && !open_ && note_.empty()) return add(MarkdownBlockKind::code, std::string(content.text));
      if (deep && open_) return extend(content.text);
      if (underlines_heading(content.text) && open_ && prefix_of_open_.empty() && !in_table_) return make_heading();
      if (is_thematic_break(content.text)) return read_thematic_break();
      const Marker marker = read_marker(content.text);
      if (marker.width == 0 || items_.size() >= deepest) break;
      if (open_ && items_.empty() && !was_item_ && !marker.begins_list) break;
      content = begin_item(content, marker);
      if (content.text.empty()) return;
    }
    was_item_ = false;
    if (heading_level(content.text) > 0) return add(MarkdownBlockKind::heading, std::string(heading_text(content.text)));
    if (const std::size_t length = fence_length(content.text); length > 0) {
      close();
      fence_ = length;
      fence_mark_ = content.text.front();
      fence_indent_ = content.indent;
      return;
    }
    if (content.text.starts_with("<!--")) {
      hidden_until_ = "-->";
      return read_hidden(content.text.substr(4));
    }
    if (const std::string_view name = hidden_element(content.text); !name.empty()) {
      hidden_until_ = fmt::format("</{}", name);
      return read_hidden(content.text);
    }
    if (in_table_) return read_row(content.text);
    if (open_ && is_delimiter_row(content.text) && begin_table(content.text)) return;
    if (const std::optional<Definition> definition = read_definition(content.text); definition && (!open_ || definition->note))
      return read_definition_block(*definition);
    extend(content.text);
  }

  void read_thematic_break() {
    close();
    in_table_ = false;
    blank_ = true;
  }

  Content begin_item(const Content& content, const Marker& marker) {
    close();
    in_table_ = false;
    Content inner = content_of(content.text.substr(marker.width));
    const bool code = inner.indent > 4;
    const std::size_t column = content.indent + marker.width + (inner.text.empty() || code ? 1 : std::max<std::size_t>(inner.indent, 1));
    items_.push_back(column);
    inner.text.remove_prefix(task_box(inner.text));
    inner.indent = code ? column + inner.indent - 1 : column;
    prefix_ += marker.shown;
    return inner;
  }

  void read_code(const Content& content, std::string_view line) {
    if (content.indent < fence_indent_ + 4 && content.text.starts_with(fence_mark_) && count_of(content.text, fence_mark_) >= fence_ &&
        trim_spaces(content.text).find_first_not_of(fence_mark_) == std::string_view::npos) {
      fence_ = 0;
      return;
    }
    const std::string_view code = quotes_ > 0 ? content.text : trim_spaces(line);
    if (code.empty())
      blank_ = true;
    else
      add(MarkdownBlockKind::code, std::string(code));
  }

  void read_hidden(std::string_view line) {
    std::string_view rest = line;
    std::size_t end = none;
    // The end tag in any case of letters.
    for (std::size_t i = 0; i + hidden_until_.size() <= rest.size() && end == none; ++i)
      if (std::equal(hidden_until_.begin(), hidden_until_.end(), rest.begin() + static_cast<std::ptrdiff_t>(i),
                     [](char a, char b) { return a == lower_ascii(b); }))
        end = i;
    if (end == none) return;
    rest.remove_prefix(end + hidden_until_.size());
    if (hidden_until_ != "-->") {
      const std::size_t close = rest.find('>');
      rest = close == std::string_view::npos ? std::string_view() : rest.substr(close + 1);
    }
    hidden_until_.clear();
    if (!trim_spaces(rest).empty()) extend(trim_spaces(rest));
  }

  // --- tables

  bool begin_table(std::string_view delimiters) {
    std::string& raw = read_so_far.blocks.back().raw;
    const std::size_t end_of_line = raw.rfind('\n');
    const std::string head = end_of_line == std::string::npos ? raw : raw.substr(end_of_line + 1);
    if (cells_of(head).size() != cells_of(delimiters).size()) return false;
    std::string prefix;
    if (end_of_line == std::string::npos) {
      prefix = std::move(read_so_far.blocks.back().prefix);
      read_so_far.blocks.pop_back();
    } else {
      raw.resize(end_of_line);
    }
    close();
    prefix_ = std::move(prefix);
    in_table_ = true;
    read_row(head);
    return true;
  }

  void read_row(std::string_view line) {
    std::string row;
    for (std::string& cell : cells_of(line)) {
      std::replace(cell.begin(), cell.end(), '\t', ' ');
      row += cell;
      row += '\t';
    }
    row.pop_back();
    add(MarkdownBlockKind::row, std::move(row));
  }

  // --- definitions

  void read_definition_block(const Definition& definition) {
    close();
    if (!definition.note) {
      read_so_far.references.links.insert(definition.label);
      return;
    }
    read_so_far.references.notes.insert(definition.label);
    note_ = definition.label;
    if (!definition.text.empty()) extend(definition.text);
  }

  // --- blocks

  void add(MarkdownBlockKind kind, std::string raw) {
    close();
    if (kind != MarkdownBlockKind::row) in_table_ = false;
    if (kind == MarkdownBlockKind::heading) note_.clear();
    read_so_far.blocks.push_back({kind, std::exchange(prefix_, {}), std::move(raw), std::exchange(blank_, false), note_});
  }

  // Begins a paragraph or goes on with it.
  void extend(std::string_view line) {
    const std::string_view text = trim_spaces(line);
    if (!open_) {
      add(MarkdownBlockKind::paragraph, std::string(line));
      open_ = true;
      prefix_of_open_ = read_so_far.blocks.back().prefix;
      label_ = label_of(text);
    } else {
      const std::optional<Label> label = label_of(text);
      const bool own_line = begins_line(text, label);
      std::string& raw = read_so_far.blocks.back().raw;
      raw += own_line ? markdown_break : std::string_view();
      raw += '\n';
      raw += line;
      if (own_line) label_ = label;
    }
    last_line_ = text;
  }

  // The label of a line, whatever marks it is set in.
  static std::optional<Label> label_of(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of("*_"), line.size()));
    line = trim(line);
    return line.empty() ? std::nullopt : read_label(line);
  }

  bool begins_line(std::string_view text, const std::optional<Label>& label) const {
    if (text.starts_with(ideographic_space)) return true;
    if (!label) return false;
    std::string_view last = last_line_;
    last.remove_suffix(last.size() - (last.find_last_not_of("*_") + 1));
    last = trim(last);
    if (last.empty() || ends_sentence(last) || ends_in_colon(last)) return true;
    return label_ && label_->kind == label->kind && label_->style == label->style && continues_list(label_->number, label->number);
  }

  void make_heading() {
    MarkdownBlock& block = read_so_far.blocks.back();
    block.kind = MarkdownBlockKind::heading;
    close();
  }

  void close() {
    open_ = false;
    label_.reset();
    last_line_ = {};
    prefix_of_open_.clear();
  }

  std::string_view text_;
  std::size_t next_ = 0;
  std::size_t quotes_ = 0;
  std::vector<std::size_t> items_;  // the columns their content begins at
  bool was_item_ = false;
  std::string prefix_;          // of items that have no text yet
  std::string prefix_of_open_;  // of the open paragraph
  bool open_ = false;           // the last block is a paragraph that may go on
  bool blank_ = false;          // an empty line stands before what comes
  std::optional<Label> label_;  // the last one that began a line of it
  std::string_view last_line_;  // of it
  bool in_table_ = false;
  std::size_t fence_ = 0, fence_indent_ = 0;
  char fence_mark_ = '`';
  std::string hidden_until_;
  std::string note_;  // the footnote we are in
};

}  // namespace

MarkdownBlocks read_markdown_blocks(std::string_view utf8) {
  BlockReader reader(utf8);
  reader.read();
  return std::move(reader.read_so_far);
}

}  // namespace jomun
