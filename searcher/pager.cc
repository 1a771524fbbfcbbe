// Jomun: stops what is written to a terminal at the end of each screen.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/pager.h"

#include <algorithm>

#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

constexpr std::size_t tab_stop = 8;

// Of "\x1b[1;31m" at `offset`; 0: there is none.
std::size_t escape_sequence(std::string_view line, std::size_t offset) {
  if (!line.substr(offset).starts_with("\x1b[")) return 0;
  const std::size_t end = line.find_first_not_of("0123456789;", offset + 2);
  return end == line.npos ? line.size() - offset : end + 1 - offset;
}

// The last escape sequence of `text` if it sets a colour; empty: there is none, or it ends them all.
std::string_view colour_at_end(std::string_view text) {
  const std::size_t begin = text.rfind("\x1b[");
  if (begin == text.npos) return "";
  const std::string_view sequence = text.substr(begin, escape_sequence(text, begin));
  return sequence == "\x1b[0m" || sequence == "\x1b[m" ? "" : sequence;
}

}  // namespace

std::vector<std::size_t> rows_of_line(std::string_view line, std::size_t columns) {
  std::vector<std::size_t> rows{0};
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (const std::size_t bytes = escape_sequence(line, i); bytes > 0) {
      i += bytes;
      continue;
    }
    const Decoded next = decode(line, i);
    const std::size_t width = next.value == U'\t' ? tab_stop - column % tab_stop : display_width(next.value);
    if (column + width > columns) {
      rows.push_back(i);
      column = 0;
    }
    column += width;
    i += next.bytes;
  }
  return rows;
}

void Pager::restart(bool stops_at_screens) {
  asks_ = stops_at_screens;
  drops_ = false;
  rows_ = 0;
}

bool Pager::write(std::string_view text) {
  return drops_ || out_.sputn(text.data(), static_cast<std::streamsize>(text.size())) == static_cast<std::streamsize>(text.size());
}

// Where `rows` more do not fit into the `room` of a screen.
void Pager::ask(std::size_t room, std::size_t rows) {
  out_.pubsync();
  switch (ask_()) {
    case More::screen: rows_ = 0; break;
    case More::line: rows_ = room - rows; break;
    case More::rest: asks_ = false; break;
    case More::nothing: drops_ = true; break;
  }
}

bool Pager::cut_at_screens(ScreenSize size) {
  const std::vector<std::size_t> rows = rows_of_line(line_, size.columns);
  const std::size_t room = size.rows - 1;  // a row for the question
  std::size_t row = 0;
  if (rows_ > 0 && rows_ + rows.size() > room) ask(room, rows.size() > room ? 1 : rows.size());
  while (asks_ && !drops_ && rows.size() - row > room - rows_) {
    row += room - rows_;
    const std::size_t end = std::max(rows[row], written_);
    const std::string_view colour = colour_at_end(std::string_view(line_).substr(0, end));
    if (!write(std::string_view(line_).substr(written_, end - written_)) || !write(colour.empty() ? "\n" : "\x1b[0m\n")) return false;
    written_ = end;
    ask(room, 1);
    if (!write(colour)) return false;
  }
  rows_ += rows.size() - row;
  return true;
}

bool Pager::end_line() {
  drops_ |= stop_.load(std::memory_order_relaxed);
  const ScreenSize size = size_();
  const bool cuts = asks_ && !drops_ && size.rows > 1 && size.columns > 0;
  const bool well = (!cuts || cut_at_screens(size)) && write(std::string_view(line_).substr(written_)) && write("\n");
  line_.clear();
  written_ = 0;
  return well;
}

Pager::int_type Pager::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char text = traits_type::to_char_type(c);
  return xsputn(&text, 1) == 1 ? c : traits_type::eof();
}

std::streamsize Pager::xsputn(const char* text, std::streamsize size) {
  std::string_view left(text, static_cast<std::size_t>(size));
  while (!left.empty()) {
    const std::size_t end = std::min(left.find('\n'), left.size());
    line_ += left.substr(0, end);
    if (end == left.size()) break;
    if (!end_line()) return size - static_cast<std::streamsize>(left.size());
    left.remove_prefix(end + 1);
  }
  return size;
}

int Pager::sync() {
  const bool well = write(std::string_view(line_).substr(written_));
  written_ = line_.size();
  return well && out_.pubsync() == 0 ? 0 : -1;
}

}  // namespace jomun
