// Jomun: ODT, the texts of OpenDocument (ODF 1.2 and 1.3).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/odt.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/formats/odt_styles.h"
#include "corpus/formats/package_encryption.h"
#include "corpus/formats/text_builder.h"
#include "corpus/formats/xml.h"
#include "corpus/formats/zip_archive.h"

namespace jomun {
namespace {

// office:text into text.
class BodyReader {
 public:
  BodyReader(const OdtStyles& styles, TextBuilder& text) : styles_(styles), text_(text) {}

  // From behind the start of office:body.
  void read(XmlReader& xml) {
    while (xml.next()) {
      switch (xml.kind()) {
        case XmlReader::Kind::start: start(xml); break;
        case XmlReader::Kind::end: end(xml.name()); break;
        case XmlReader::Kind::text:
          if (!contexts_.empty() && contexts_.back().takes_text) append(xml.text());
          break;
      }
    }
  }

 private:
  // What text stands in: a paragraph, or something in one with paragraphs of its own.
  struct Context {
    bool takes_text = false;
    bool behind_space = true;  // more white space would be the same as none
    bool hidden = false;       // a paragraph, by a field in it
    OdtLabel label;
  };
  struct List {
    std::string style;
    std::size_t counts;        // in counts_
    std::size_t level;         // from 0
    bool label_due = false;    // by the open item: its first paragraph has the number
    std::optional<int> start;  // of that number
  };

  void start(XmlReader& xml) {
    const std::string_view name = xml.name();
    if (name == "p" || name == "h") {
      begin_paragraph(xml);
    } else if (name == "span") {
      if (styles_.hides_text(odt_name(xml, "style-name"))) xml.skip();
    } else if (name == "s") {
      append_spaces(parse_integer(xml.attribute_or("c", {})).value_or(1));
    } else if (name == "tab") {
      text_.append_tab();
    } else if (name == "line-break") {
      text_.append_line_break();
    } else if (name == "list") {
      begin_list(xml);
    } else if (name == "list-item" || name == "list-header") {
      if (lists_.empty()) return;
      lists_.back().label_due = name == "list-item";
      lists_.back().start = parse_integer(xml.attribute_or("start-value", {}));
    } else if (name == "numbered-paragraph") {
      begin_numbered_paragraph(xml);
    } else if (name == "table") {
      text_.begin_table();
      contexts_.emplace_back();
    } else if (name == "table-row") {
      const std::string_view visibility = xml.attribute_or("visibility", "visible");
      if (visibility != "visible") return xml.skip();
      text_.begin_row();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      text_.begin_cell();
      begin_lists();
    } else if (is_box(name)) {
      text_.begin_box();
      begin_lists();
      contexts_.emplace_back();
    } else if (name == "note") {
      text_.begin_note(text_.add_note());
      begin_lists();
      contexts_.emplace_back();
    } else if (name == "ruby-base" || name == "ruby-text") {
      text_.begin_capture();
    } else if (name == "hidden-paragraph") {
      if (xml.attribute_or("is-hidden", {}) == "true" && !contexts_.empty()) contexts_.back().hidden = true;
      xml.skip();
    } else if (name == "section" || name == "hidden-text") {
      const std::string_view display = xml.attribute_or("display", {});
      if (display == "none" || xml.attribute_or("is-hidden", {}) == "true") xml.skip();
    } else if (is_left_out(name) || is_description(xml)) {
      xml.skip();
    }
  }

  void end(std::string_view name) {
    if (name == "p" || name == "h") {
      end_paragraph(name == "h");
    } else if (name == "list" || name == "numbered-paragraph") {
      lists_.pop_back();
    } else if (name == "table") {
      text_.end_table();
      contexts_.pop_back();
    } else if (name == "table-row") {
      text_.end_row();
    } else if (name == "table-cell" || name == "covered-table-cell") {
      text_.end_cell(name == "covered-table-cell");
      end_lists();
    } else if (is_box(name)) {
      text_.end_box();
      end_lists();
      contexts_.pop_back();
    } else if (name == "note") {
      text_.end_note();
      end_lists();
      contexts_.pop_back();
    } else if (name == "ruby-base") {
      ruby_base_ = text_.end_capture();
    } else if (name == "ruby-text") {
      ruby_reading_ = text_.end_capture();
    } else if (name == "ruby") {
      text_.append(ruby_text(std::exchange(ruby_base_, {}), std::exchange(ruby_reading_, {})));
    }
  }

  static bool is_box(std::string_view name) {
    static constexpr std::array<std::string_view, 13> boxes{"text-box", "custom-shape", "rect",   "ellipse", "circle",
                                                            "polygon",  "polyline",     "path",   "caption", "regular-polygon",
                                                            "line",     "connector",    "measure"};
    return std::find(boxes.begin(), boxes.end(), name) != boxes.end();
  }

  // Deleted text, comments, generated indexes, numbers of pages, the mark of a note, and numbers as programs that know no lists show them.
  static bool is_left_out(std::string_view name) {
    static constexpr std::array<std::string_view, 20> left_out{
        "tracked-changes", "annotation",    "forms",       "table-of-content",   "illustration-index",
        "table-index",     "object-index",  "user-index",  "alphabetical-index", "bibliography",
        "object",          "object-ole",    "image",       "event-listeners",    "script",
        "number",          "note-citation", "page-number", "page-count",         "page-continuation"};
    return std::find(left_out.begin(), left_out.end(), name) != left_out.end();
  }
  // For readers who do not see the picture; not text:title, which is a field.
  static bool is_description(const XmlReader& xml) {
    return (xml.name() == "title" || xml.name() == "desc") && !xml.name_space().ends_with(":text:1.0");
  }

  // White space is as in ODF 1.2, 6.1.2: runs of it are one space, and none at the begin of a paragraph.
  void append(std::string_view text) {
    bool& behind_space = contexts_.back().behind_space;
    std::string collapsed;
    for (const char c : text) {
      const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
      if (space && behind_space) continue;
      collapsed += space ? ' ' : c;
      behind_space = space;
    }
    text_.append(collapsed);
  }

  void append_spaces(int count) {
    constexpr int most = 200;
    text_.append(std::string(static_cast<std::size_t>(std::clamp(count, 0, most)), ' '));
  }

  void begin_paragraph(XmlReader& xml) {
    if (styles_.hides_paragraph(odt_name(xml, "style-name"))) return xml.skip();
    text_.begin_paragraph();
    Context context;
    context.takes_text = true;
    if (!lists_.empty()) {
      List& list = lists_.back();
      if (std::exchange(list.label_due, false)) context.label = styles_.list(list.style).next(counts_[list.counts], list.level, list.start);
    } else if (xml.name() == "h" && xml.attribute_or("is-list-header", {}) != "true") {
      const int level = std::max(1, parse_integer(xml.attribute_or("outline-level", {})).value_or(1));
      std::optional<int> start = parse_integer(xml.attribute_or("start-value", {}));
      if (!start && xml.attribute_or("restart-numbering", {}) == "true") start = 1;
      context.label = styles_.outline().next(outline_counts_, static_cast<std::size_t>(level - 1), start);
    }
    contexts_.push_back(std::move(context));
  }

  void end_paragraph(bool heading) {
    Context context = std::move(contexts_.back());
    contexts_.pop_back();
    if (context.hidden) text_.drop_paragraph();
    if (context.hidden || (context.label.is_bullet && text_.paragraph_is_blank())) context.label.text.clear();
    text_.end_paragraph(context.label.text, heading);
  }

  void begin_list(const XmlReader& xml) {
    const bool nested = !lists_.empty();
    const bool goes_on = xml.attribute_or("continue-numbering", {}) == "true";
    List list;
    list.style = nested && !xml.attribute("style-name") ? lists_.back().style : odt_name(xml, "style-name");
    list.level = nested ? std::min(lists_.back().level + 1, most_odt_levels - 1) : 0;
    if (nested) {
      list.counts = lists_.back().counts;
      if (!goes_on) counts_[list.counts][list.level].reset();
    } else {
      const auto named = lists_by_id_.find(std::string(xml.attribute_or("continue-list", {})));
      const auto last = lists_by_style_.find(list.style);
      if (named != lists_by_id_.end()) {
        list.counts = named->second;
      } else if (goes_on && last != lists_by_style_.end()) {
        list.counts = last->second;
      } else {
        list.counts = counts_.size();
        counts_.emplace_back();
      }
      lists_by_style_[list.style] = list.counts;
    }
    if (const auto id = xml.attribute("id")) lists_by_id_[std::string(*id)] = list.counts;
    lists_.push_back(std::move(list));
  }

  // A list of one item, told to be part of a list by an identifier.
  void begin_numbered_paragraph(const XmlReader& xml) {
    List list;
    list.style = odt_name(xml, "style-name");
    const int level = parse_integer(xml.attribute_or("level", {})).value_or(1);
    list.level = static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(most_odt_levels)) - 1);
    const auto [known, added] = lists_by_id_.try_emplace(std::string(xml.attribute_or("list-id", {})), counts_.size());
    if (added) counts_.emplace_back();
    list.counts = known->second;
    list.label_due = true;
    list.start = parse_integer(xml.attribute_or("start-value", {}));
    lists_.push_back(std::move(list));
  }

  // Paragraphs in cells, boxes and notes are not part of the list around them.
  void begin_lists() { outer_lists_.push_back(std::exchange(lists_, {})); }
  void end_lists() {
    lists_ = std::move(outer_lists_.back());
    outer_lists_.pop_back();
  }

  const OdtStyles& styles_;
  TextBuilder& text_;
  // Open, outermost first.
  std::vector<Context> contexts_;
  std::vector<List> lists_;
  std::vector<std::vector<List>> outer_lists_;
  // Of all lists there were.
  std::vector<OdtCounts> counts_;
  std::unordered_map<std::string, std::size_t> lists_by_id_, lists_by_style_;
  OdtCounts outline_counts_;
  std::string ruby_base_, ruby_reading_;
};

// To behind the start of office:text.
void find_text(XmlReader& xml) {
  while (xml.next()) {
    if (xml.starts("text")) return;
    if (xml.kind() == XmlReader::Kind::start) break;
  }
  throw UnreadableFile(
      "the file is of another kind than an OpenDocument text, such as a spreadsheet or a presentation; "
      "save its text as ODT or PDF");
}

}  // namespace

ExtractedText read_odt(std::string_view bytes) {
  ZipArchive archive(bytes);
  refuse_encrypted_package(archive);
  const std::string content = "content.xml";
  std::unique_ptr<ByteSource> source = archive.open(content);
  if (!source) throw UnreadableFile("the archive has no content.xml and is no ODT file; give the document itself");

  OdtStyles styles;
  const std::string common = "styles.xml";
  if (std::unique_ptr<ByteSource> part = archive.open(common)) {
    XmlReader xml(std::move(part), common);
    styles.read(xml);
  }
  TextBuilder text;
  XmlReader xml(std::move(source), content);
  styles.read(xml);
  find_text(xml);
  BodyReader(styles, text).read(xml);
  ExtractedText extracted;
  extracted.text = text.finish();
  extracted.found.title = confirmed_title(text_of_elements(archive.open("meta.xml"), "meta.xml", "title"), extracted.text);
  return extracted;
}

}  // namespace jomun
