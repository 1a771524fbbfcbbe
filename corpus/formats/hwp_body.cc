// Jomun: the text of the sections of an HWP 5 document.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/hwp_body.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/formats/extracted_text.h"
#include "corpus/formats/hwp_inline_controls.h"
#include "corpus/formats/hwp_records.h"
#include "corpus/formats/little_endian.h"
#include "corpus/formats/text_builder.h"

namespace jomun {
namespace {

// Tables in tables take two levels each, and text is moved outwards once for each of them: so both are limited, the depth and the bytes
// moved. Real documents stay below 30 levels.
constexpr int most_levels = 100;
constexpr std::size_t most_moved_bytes = std::size_t{1} << 30;

// A record whose parts are being read: these are the branch of the tree that ends at the current record.
struct Frame {
  enum class Kind : std::uint8_t { paragraph, control, cell, note, box };
  Kind kind = Kind::paragraph;
  int level = 0;

  // Of a paragraph: its text comes before what its controls are, which have places in it.
  std::string head, text;
  std::vector<std::size_t> places;
  std::size_t controls = 0;  // so far
  std::size_t written = 0;   // of the text

  // Of a control
  std::uint32_t id = 0;
  bool table_begun = false, row_begun = false;
  unsigned row = 0;

  bool is_list() const { return kind != Kind::paragraph && kind != Kind::control; }
};

// The section's outline numbering, which its first paragraph may have already.
std::optional<unsigned> find_outline(std::string_view records) {
  constexpr std::size_t offset = 18;
  HwpRecords all(records);
  HwpRecord record;
  for (int paragraphs = 0; all.next(record) && paragraphs < 2;) {
    if (record.tag == HwpTag::paragraph_header && record.level == 0) ++paragraphs;
    const bool has_outline = record.tag == HwpTag::control_header && record.data.size() >= offset + 2;
    if (has_outline && little_endian_32(record.data, 0) == hwp_control_id("secd")) return little_endian_16(record.data, offset);
  }
  return {};
}

}  // namespace

class HwpBody::Builder {
 public:
  explicit Builder(const HwpDocumentInfo& info) : numbering_(info) {}

  void add_section(std::string_view records);
  std::string take_text() { return text_.finish(); }

 private:
  void begin_paragraph(const HwpRecord& record);
  void begin_control(const HwpRecord& record);
  void begin_list(const HwpRecord& record);
  void begin_table();
  void add_text(std::string_view record);
  void add_equation(std::string_view record);

  void close_before(const HwpRecord& record);
  void close_last();

  void write(Frame& paragraph, std::size_t end);
  Frame* last(Frame::Kind kind) { return !open_.empty() && open_.back().kind == kind ? &open_.back() : nullptr; }

  HwpNumbering numbering_;
  TextBuilder text_;
  std::vector<Frame> open_;
  std::optional<int> left_out_;  // records below this level are not wanted
  std::size_t heads_bytes_ = 0;  // printed or not: making them takes time
  std::size_t moved_bytes_ = 0;  // out of tables
};

void HwpBody::Builder::add_section(std::string_view records) {
  if (const auto outline = find_outline(records)) numbering_.set_outline(*outline);
  left_out_.reset();
  HwpRecords all(records);
  HwpRecord record;
  while (all.next(record)) {
    if (left_out_ && record.level > *left_out_) continue;
    left_out_.reset();
    if (record.level > most_levels) throw UnreadableFile("has tables in tables in tables without end; check where the file comes from");
    close_before(record);
    switch (record.tag) {
      case HwpTag::paragraph_header: begin_paragraph(record); break;
      case HwpTag::paragraph_text: add_text(record.data); break;
      case HwpTag::control_header: begin_control(record); break;
      case HwpTag::list_header: begin_list(record); break;
      case HwpTag::table: begin_table(); break;
      case HwpTag::equation: add_equation(record.data); break;
      case HwpTag::memo_list: left_out_ = record.level - 1; break;
      default: break;
    }
  }
  while (!open_.empty()) close_last();
}

// Ends what the record is no part of. The paragraphs of a list are on its own level.
void HwpBody::Builder::close_before(const HwpRecord& record) {
  while (!open_.empty()) {
    const Frame& frame = open_.back();
    if (frame.level < record.level) return;
    if (frame.level == record.level && frame.is_list() && record.tag == HwpTag::paragraph_header) return;
    close_last();
  }
}

void HwpBody::Builder::close_last() {
  Frame frame = std::move(open_.back());
  open_.pop_back();
  switch (frame.kind) {
    case Frame::Kind::paragraph:
      write(frame, frame.text.size());
      text_.end_paragraph(text_.paragraph_is_blank() ? std::string_view() : frame.head);
      break;
    case Frame::Kind::control:
      if (frame.row_begun) text_.end_row();
      if (frame.table_begun) text_.end_table();
      break;
    case Frame::Kind::cell: text_.end_cell(); break;
    case Frame::Kind::note: text_.end_note(); break;
    case Frame::Kind::box: text_.end_box(); break;
  }
}

void HwpBody::Builder::begin_paragraph(const HwpRecord& record) {
  constexpr std::size_t bytes_before_shape = 8;
  if (!open_.empty() && !open_.back().is_list()) {  // only a list has paragraphs
    left_out_ = record.level - 1;
    return;
  }
  LittleEndianReader reader(record.data);
  reader.read(bytes_before_shape);
  Frame paragraph;
  paragraph.level = record.level;
  paragraph.head = numbering_.next(reader.read_16());
  heads_bytes_ += paragraph.head.size();
  if (heads_bytes_ > most_extracted_bytes)
    throw UnreadableFile("has more numbers before its paragraphs than can be read at once; split it");
  open_.push_back(std::move(paragraph));
  text_.begin_paragraph();
}

void HwpBody::Builder::add_text(std::string_view record) {
  if (Frame* paragraph = last(Frame::Kind::paragraph)) append_hwp_text(paragraph->text, paragraph->places, record);
}

// What the paragraph has up to there.
void HwpBody::Builder::write(Frame& paragraph, std::size_t end) {
  constexpr std::size_t frames_per_table = 3;
  moved_bytes_ += (end - paragraph.written) * (open_.size() / frames_per_table);
  if (moved_bytes_ > most_moved_bytes) throw UnreadableFile("has more text in tables in tables than can be read at once; split it");
  const std::string_view text = std::string_view(paragraph.text).substr(0, end);
  while (paragraph.written < end) {
    const std::size_t special = std::min(text.find_first_of("\t\n", paragraph.written), end);
    text_.append(text.substr(paragraph.written, special - paragraph.written));
    paragraph.written = special;
    if (special == end) return;
    if (text[special] == '\t')
      text_.append_tab();
    else
      text_.append_line_break();
    ++paragraph.written;
  }
}

void HwpBody::Builder::begin_control(const HwpRecord& record) {
  Frame* paragraph = last(Frame::Kind::paragraph);
  LittleEndianReader reader(record.data);
  const std::uint32_t id = reader.read_32();
  left_out_ = record.level;
  if (paragraph == nullptr) return;
  const std::size_t number = paragraph->controls++;
  if (is_left_out_hwp_control(id)) return;
  write(*paragraph, number < paragraph->places.size() ? paragraph->places[number] : paragraph->text.size());
  if (const auto text = hwp_inline_control(id, reader)) return text_.append(*text);
  left_out_.reset();
  Frame control;
  control.kind = Frame::Kind::control;
  control.level = record.level;
  control.id = id;
  open_.push_back(std::move(control));
}

void HwpBody::Builder::begin_table() {
  Frame* control = last(Frame::Kind::control);
  if (control == nullptr || control->table_begun) return;
  control->table_begun = true;
  text_.begin_table();
}

void HwpBody::Builder::add_equation(std::string_view record) {
  if (last(Frame::Kind::control) != nullptr) text_.append(" " + hwp_equation(record) + " ");
}

void HwpBody::Builder::begin_list(const HwpRecord& record) {
  Frame* control = last(Frame::Kind::control);
  if (control == nullptr) {  // pages that lie behind those of the section
    left_out_ = record.level - 1;
    return;
  }
  Frame list;
  list.level = record.level;
  if (control->table_begun) {
    constexpr std::size_t bytes_before_row = 10;
    LittleEndianReader reader(record.data);
    reader.read(bytes_before_row);
    const unsigned row = reader.read_16();
    if (control->row_begun && row != control->row) text_.end_row();
    if (!control->row_begun || row != control->row) text_.begin_row();
    control->row_begun = true;
    control->row = row;
    list.kind = Frame::Kind::cell;
    text_.begin_cell();
  } else if (control->id == hwp_control_id("fn  ") || control->id == hwp_control_id("en  ")) {
    list.kind = Frame::Kind::note;
    text_.begin_note(text_.add_note());
  } else {  // a caption comes before its table
    list.kind = Frame::Kind::box;
    text_.begin_box();
  }
  open_.push_back(std::move(list));
}

HwpBody::HwpBody(const HwpDocumentInfo& info) : builder_(std::make_unique<Builder>(info)) {}
HwpBody::~HwpBody() = default;
void HwpBody::add_section(std::string_view records) { builder_->add_section(records); }
std::string HwpBody::take_text() { return builder_->take_text(); }

}  // namespace jomun
