// Jomun: the text of a document, put together from its paragraphs, tables and notes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/text_builder.h"

#include <algorithm>
#include <utility>

#include "corpus/formats/extracted_text.h"
#include "corpus/layout.h"
#include "corpus/lines.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// Inside cells it is not known yet whether a break or tab will be one or a space. XML has none of these characters.
constexpr char cell_break = '\v';
constexpr char cell_tab = '\f';

bool is_space(char c) { return c == ' ' || c == '\t' || c == cell_break || c == cell_tab; }

std::string_view without_trailing_spaces(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// The one paragraph of a cell as part of a row.
std::string in_row(std::string_view cell) {
  std::string text;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    if (cell[i] == cell_tab || cell[i] == '\n') {
      text += ' ';
    } else if (cell[i] != cell_break) {
      text += cell[i];
    } else if (!text.empty() && i + 1 < cell.size() && needs_space(decode_before(text, text.size()).value, decode(cell, i + 1).value)) {
      text += ' ';
    }
  }
  return std::string(trim(text));
}

std::string in_lines(std::string_view cell) {
  std::string text(cell);
  std::replace(text.begin(), text.end(), cell_break, '\n');
  std::replace(text.begin(), text.end(), cell_tab, '\t');
  return text;
}

bool is_kana(char32_t c) { return (c >= U'ぁ' && c <= U'ヿ') || (c >= U'ㇰ' && c <= U'ㇿ') || (c >= U'ｦ' && c <= U'ﾟ'); }

}  // namespace

TextBuilder::TextBuilder() { push(Kind::flow, true); }

void TextBuilder::push(Kind kind, bool new_flow) {
  Frame frame;
  frame.kind = kind;
  frame.flow = new_flow ? frames_.size() : frames_.back().flow;
  frames_.push_back(std::move(frame));
}

TextBuilder::Frame TextBuilder::pop() {
  if (frames_.back().flow == frames_.size() - 1) flush(frames_.back(), {}, false);
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  return frame;
}

void TextBuilder::count_bytes(std::size_t bytes) {
  bytes_ += bytes;
  if (bytes_ > most_extracted_bytes) throw UnreadableFile("the file has more text than can be read at once; split it");
}

void TextBuilder::begin_paragraph() { flush(flow(), {}, false); }

void TextBuilder::append(std::string_view text) {
  count_bytes(text.size());
  Frame& into = frames_.back().kind == Kind::capture ? frames_.back() : flow();
  if (into.blank) into.blank = trim(text).empty();
  std::string& paragraph = into.paragraph;
  const std::size_t begin = paragraph.size();
  paragraph += text;
  std::replace_if(
      paragraph.begin() + static_cast<std::ptrdiff_t>(begin), paragraph.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; },
      ' ');
}

void TextBuilder::append_tab() {
  if (frames_.back().kind == Kind::capture) return append(" ");
  flow().paragraph += flow().kind == Kind::cell ? cell_tab : '\t';
}

void TextBuilder::append_line_break() {
  if (frames_.back().kind == Kind::capture) return;
  flow().paragraph += flow().kind == Kind::cell ? cell_break : '\n';
}

bool TextBuilder::paragraph_is_blank() const { return frames_[frames_.back().flow].blank; }

void TextBuilder::drop_paragraph() {
  flow().paragraph.clear();
  flow().blank = true;
}

void TextBuilder::end_paragraph(std::string_view label, bool heading) {
  Frame& around = flow();
  const bool empty = around.paragraph.empty() && label.empty() && !around.has_block;
  flush(around, label, heading);
  around.blank_due = around.blank_due || empty;
  around.has_block = false;
}

void TextBuilder::flush(Frame& flow, std::string_view label, bool heading) {
  if (!flow.paragraph.empty() || !label.empty()) {
    count_bytes(label.size() + 1);
    flow.paragraph.insert(0, label);
    const std::string paragraph = std::exchange(flow.paragraph, {});
    flow.blank = true;
    for (std::size_t begin = 0; begin <= paragraph.size();) {
      const std::size_t end = std::min(paragraph.find('\n', begin), paragraph.size());
      add_line(flow, std::string_view(paragraph).substr(begin, end - begin), heading && begin == 0);
      begin = end + 1;
    }
  }
  for (Block& block : std::exchange(flow.behind, {})) add_block(flow, std::move(block));
}

void TextBuilder::add_line(Frame& flow, std::string_view line, bool heading) {
  line = without_trailing_spaces(line);
  if (trim(line).empty()) {
    flow.blank_due = true;
    return;
  }
  if ((flow.blank_due || heading) && !flow.lines.empty()) flow.lines += '\n';
  flow.blank_due = false;
  (flow.lines += line) += '\n';
  ++flow.count;
}

void TextBuilder::add_block(Frame& flow, Block block) {
  if (block.lines.empty()) return;
  if ((flow.blank_due || block.spaced) && !flow.lines.empty()) flow.lines += '\n';
  flow.count += static_cast<std::size_t>(std::count(block.lines.begin(), block.lines.end(), '\n'));
  if (flow.lines.empty()) {
    flow.lines = std::move(block.lines);
  } else {
    flow.lines += block.lines;
  }
  flow.blank_due = block.spaced;
  flow.layout = flow.layout || block.spaced;
}

void TextBuilder::put(Block block) {
  Frame& around = flow();
  around.has_block = true;
  if (around.blank) return add_block(around, std::move(block));
  around.behind.push_back(std::move(block));
}

void TextBuilder::begin_table() { push(Kind::table, false); }
void TextBuilder::begin_row() { push(frames_.back().kind == Kind::table ? Kind::row : Kind::nothing, false); }
void TextBuilder::begin_cell() {
  const bool in_a_row = frames_.back().kind == Kind::row;
  push(in_a_row ? Kind::cell : Kind::nothing, in_a_row);
}

void TextBuilder::end_cell(bool covered) {
  Frame cell = pop();
  if (cell.kind != Kind::cell || (covered && cell.lines.empty())) return;
  Frame& row = frames_.back();
  row.layout = row.layout || cell.layout || cell.count > 1;
  row.cells.push_back(std::move(cell.lines));
}

void TextBuilder::end_row() {
  const Frame row = pop();
  if (row.kind != Kind::row) return;
  std::string lines;
  if (row.layout) {
    for (const std::string& cell : row.cells) lines += in_lines(cell);
  } else {
    for (const std::string& cell : row.cells) (lines += in_row(cell)) += '\t';
    count_bytes(row.cells.size());
    lines = without_trailing_spaces(lines);
    if (!lines.empty()) lines += '\n';
  }
  frames_.back().lines += lines;
}

void TextBuilder::end_table() {
  Frame table = pop();
  if (!table.lines.empty()) put({std::move(table.lines), true});
}

void TextBuilder::begin_box() { push(Kind::flow, true); }
void TextBuilder::end_box() {
  Frame box = pop();
  if (!box.lines.empty()) put({std::move(box.lines), false});
}

std::size_t TextBuilder::add_note() {
  notes_.emplace_back();
  return notes_.size();
}

void TextBuilder::begin_note(std::size_t number) {
  push(Kind::note, true);
  frames_.back().note = number;
}

void TextBuilder::end_note() {
  Frame note = pop();
  notes_[note.note - 1] = std::move(note.lines);
}

void TextBuilder::begin_capture() { push(Kind::capture, false); }
std::string TextBuilder::end_capture() { return pop().paragraph; }

std::string TextBuilder::finish() {
  std::string text = pop().lines;
  bool first = true;
  for (std::size_t i = 0; i < notes_.size(); ++i) {
    if (notes_[i].empty()) continue;
    if (first && !text.empty()) text += '\n';
    first = false;
    (text += '[') += std::to_string(i + 1);
    (text += "] ") += std::string_view(notes_[i]).substr(skip_blanks(notes_[i], 0));
  }
  *this = TextBuilder();
  return text;
}

std::string ruby_text(std::string_view base, std::string_view reading) {
  base = trim(base);
  reading = trim(reading);
  if (base.empty()) return std::string(reading);
  std::string text;
  if (reading.empty()) return text.append(base);
  bool kana = true;
  for (std::size_t i = 0; i < reading.size();) {
    const Decoded next = decode(reading, i);
    kana = kana && (is_kana(next.value) || is_blank(next.value));
    i += next.bytes;
  }
  if (kana) return text.append("｜").append(base).append("《").append(reading).append("》");
  return text.append(base).append("(").append(reading).append(")");
}

std::string confirmed_title(std::string_view field, std::string_view text) {
  constexpr std::size_t most_lines = 30;
  constexpr std::size_t head = 8192;
  const std::string_view title = trim(field);
  const std::string wanted = squeeze(title);
  if (wanted.empty() || title.size() > 600 || title.find('\n') != std::string_view::npos) return {};
  const std::vector<Line> lines = split_lines(text.substr(0, head), 0);
  for (std::size_t first = 0; first < std::min(lines.size(), most_lines); ++first) {
    std::string joined;
    for (std::size_t i = first; i < std::min(lines.size(), first + 3); ++i) {
      joined += squeeze(lines[i].in(text));
      if (joined == wanted) return std::string(title);
    }
  }
  return {};
}

}  // namespace jomun
