// Jomun: DOCX, the documents of Word (ECMA-376, transitional and strict).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/docx.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/formats/docx_fields.h"
#include "corpus/formats/docx_numbering.h"
#include "corpus/formats/symbol_fonts.h"
#include "corpus/formats/text_builder.h"
#include "corpus/formats/xml.h"
#include "corpus/formats/zip_archive.h"

namespace jomun {
namespace {

// The last part of the names is the same in the transitional and the strict edition.
bool is_word(std::string_view name_space) {
  return name_space == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
         name_space == "http://purl.oclc.org/ooxml/wordprocessingml/main";
}
bool is_math(std::string_view name_space) {
  return name_space == "http://schemas.openxmlformats.org/officeDocument/2006/math" ||
         name_space == "http://purl.oclc.org/ooxml/officeDocument/math";
}
bool is_compatibility(std::string_view name_space) { return name_space == "http://schemas.openxmlformats.org/markup-compatibility/2006"; }

using Parts = std::map<std::string, std::string, std::less<>>;

// "word/document.xml" and "../customXml/item1.xml" give "customXml/item1.xml".
std::string resolve(std::string_view from, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string_view folder = from.substr(0, from.rfind('/') + 1);
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    if (!folder.empty()) folder.remove_suffix(1);
    folder = folder.substr(0, folder.rfind('/') + 1);
  }
  while (target.starts_with("./")) target.remove_prefix(2);
  return std::string(folder) + std::string(target);
}

// The parts that `part` (empty: the package) refers to, by the last word of their relation's type: "styles", "numbering".
Parts related_parts(ZipArchive& archive, const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;
  const std::string relations = part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
  Parts parts;
  std::unique_ptr<ByteSource> source = archive.open(relations);
  if (!source) return parts;
  XmlReader xml(std::move(source), relations);
  while (xml.next()) {
    if (!xml.starts("Relationship") || xml.attribute_or("TargetMode", {}) == "External") continue;
    const std::string_view type = xml.attribute_or("Type", {});
    parts.emplace(type.substr(type.rfind('/') + 1), resolve(part, xml.attribute_or("Target", {})));
  }
  return parts;
}

// The main part or one of notes into text.
class StoryReader {
 public:
  // By kind ("footnote", "endnote") and identifier.
  using Notes = std::map<std::pair<std::string, std::string>, std::size_t>;

  StoryReader(const DocxStyles& styles, const DocxLists& lists, Notes& notes, TextBuilder& text)
      : styles_(styles), counter_(styles, lists), notes_(notes), text_(text) {}

  void read(XmlReader& xml) {
    while (xml.next()) {
      switch (xml.kind()) {
        case XmlReader::Kind::start: start(xml); break;
        case XmlReader::Kind::end: end(xml); break;
        case XmlReader::Kind::text:
          if (takes_instruction_) fields_.add_instruction(xml.text());
          if (takes_text_ && is_seen()) text_.append(xml.text());
          break;
      }
    }
  }

 private:
  struct Paragraph {
    DocxProperties properties;
    bool goes_on = false;  // its mark is deleted or hidden, or it is an initial: the next paragraph is one with it
  };
  struct Run {
    bool hidden = false;
  };
  struct Control {
    bool left_out = false;
  };

  bool is_seen() const { return fields_.show() && (runs_.empty() || !runs_.back().hidden); }

  void start(XmlReader& xml) {
    const std::string_view name_space = xml.name_space();
    if (is_word(name_space)) {
      start_word(xml);
    } else if (is_math(name_space)) {
      if (xml.name() == "t") takes_text_ = true;
    } else if (is_compatibility(name_space)) {
      start_compatibility(xml);
    }
  }

  void start_word(XmlReader& xml) {
    const std::string_view name = xml.name();
    if (name == "t") {
      takes_text_ = true;
    } else if (name == "r") {
      runs_.push_back({!paragraphs_.empty() && paragraphs_.back().properties.hidden.value_or(false)});
    } else if (name == "rPr") {
      read_run_properties(xml);
    } else if (name == "p") {
      begin_paragraph();
    } else if (name == "pPr") {
      read_paragraph_properties(xml);
    } else if (name == "tab" || name == "ptab") {
      if (is_seen()) text_.append_tab();
    } else if (name == "br" || name == "cr") {
      if (is_seen()) text_.append_line_break();
    } else if (name == "noBreakHyphen") {
      if (is_seen()) text_.append("-");
    } else if (name == "sym") {
      append_symbol(xml);
    } else if (name == "instrText") {
      takes_instruction_ = true;
    } else if (name == "fldChar") {
      read_field_mark(xml);
    } else if (name == "fldSimple") {
      fields_.begin();
      fields_.add_instruction(xml.attribute_or("instr", {}));
      fields_.separate();
    } else if (name == "footnoteReference" || name == "endnoteReference") {
      refer_to_note(xml);
    } else if (name == "footnote" || name == "endnote") {
      begin_note(xml);
    } else if (name == "tbl") {
      text_.begin_paragraph();
      text_.begin_table();
    } else if (name == "tr") {
      text_.begin_row();
    } else if (name == "tc") {
      text_.begin_cell();
      covered_.push_back(false);
    } else if (name == "tcPr") {
      read_cell_properties(xml);
    } else if (name == "txbxContent") {
      text_.begin_box();
    } else if (name == "rt" || name == "rubyBase") {
      text_.begin_capture();
    } else if (name == "sdt") {
      controls_.emplace_back();
    } else if (name == "sdtPr") {
      read_control_properties(xml);
    } else if (name == "sdtContent") {
      if (!controls_.empty() && controls_.back().left_out) xml.skip();
    } else if ((name == "drawing" || name == "pict" || name == "object") && !is_seen()) {
      xml.skip();
    } else if (is_left_out(name)) {
      xml.skip();
    }
  }

  void end(XmlReader& xml) {
    const std::string_view name_space = xml.name_space();
    const std::string_view name = xml.name();
    if (is_compatibility(name_space) && name == "AlternateContent") choices_.pop_back();
    if (is_math(name_space) && name == "t") takes_text_ = false;
    if (!is_word(name_space)) return;
    if (name == "t") {
      takes_text_ = false;
    } else if (name == "r") {
      runs_.pop_back();
    } else if (name == "p") {
      end_paragraph();
    } else if (name == "instrText") {
      takes_instruction_ = false;
    } else if (name == "fldSimple") {
      fields_.end();
    } else if (name == "footnote" || name == "endnote") {
      text_.end_note();
    } else if (name == "tbl") {
      text_.end_table();
    } else if (name == "tr") {
      text_.end_row();
    } else if (name == "tc") {
      text_.end_cell(covered_.back());
      covered_.pop_back();
    } else if (name == "txbxContent") {
      text_.end_box();
    } else if (name == "rt") {
      ruby_reading_ = text_.end_capture();
    } else if (name == "rubyBase") {
      ruby_base_ = text_.end_capture();
    } else if (name == "ruby") {
      text_.append(ruby_text(std::exchange(ruby_base_, {}), std::exchange(ruby_reading_, {})));
    } else if (name == "sdt") {
      controls_.pop_back();
    }
  }

  // Of the ways to draw the same the first is taken; the fallback behind it is for programs that know less.
  void start_compatibility(XmlReader& xml) {
    if (xml.name() == "AlternateContent") {
      choices_.push_back(false);
    } else if (xml.name() == "Choice" || xml.name() == "Fallback") {
      if (choices_.empty()) return;
      if (choices_.back()) xml.skip();
      choices_.back() = true;
    }
  }

  // Deleted text, properties with names of their own in them, comments' and changes' older properties.
  static bool is_left_out(std::string_view name) {
    static constexpr std::array<std::string_view, 13> unseen{"del",         "moveFrom", "sectPr", "tblPr",    "tblGrid",
                                                             "trPr",        "tblPrEx",  "rubyPr", "sdtEndPr", "smartTagPr",
                                                             "customXmlPr", "ffData",   "delText"};
    return name.ends_with("Change") || std::find(unseen.begin(), unseen.end(), name) != unseen.end();
  }

  void begin_paragraph() {
    if (!goes_on_) text_.begin_paragraph();
    goes_on_ = false;
    Paragraph paragraph;
    paragraph.properties.hidden = styles_.resolve({}).properties.hidden;
    paragraphs_.push_back(std::move(paragraph));
  }

  void read_paragraph_properties(XmlReader& xml) {
    if (paragraphs_.empty()) return xml.skip();
    Paragraph& paragraph = paragraphs_.back();
    for (const std::size_t depth = xml.depth(); xml.next_inside(depth);) {
      if (xml.kind() != XmlReader::Kind::start) continue;
      const std::string_view name = xml.name();
      const std::string_view value = xml.attribute_or("val", {});
      if (name == "sectPr" || name.ends_with("Change")) {
        xml.skip();
      } else if (name == "pStyle") {
        paragraph.properties.style = shortened(value, longest_docx_name);
      } else if (name == "numId") {
        paragraph.properties.list = shortened(value, longest_docx_name);
      } else if (name == "ilvl") {
        const int level = parse_integer(value).value_or(0);
        paragraph.properties.level = static_cast<std::size_t>(std::clamp(level, 0, static_cast<int>(DocxLists::most_levels) - 1));
      } else if (name == "outlineLvl") {
        paragraph.properties.outline_level = parse_integer(value);
      } else if (name == "del" || name == "moveFrom") {
        paragraph.goes_on = true;
      } else if (name == "vanish") {
        paragraph.goes_on = paragraph.goes_on || docx_is_on(xml);
      } else if (name == "framePr") {
        const std::string_view initial = xml.attribute_or("dropCap", "none");
        paragraph.goes_on = paragraph.goes_on || initial != "none";
      }
    }
    const DocxProperties style = styles_.resolve(paragraph.properties.style).properties;
    paragraph.properties.hidden = style.hidden;
    if (!paragraph.properties.outline_level) paragraph.properties.outline_level = style.outline_level;
    paragraph.goes_on = paragraph.goes_on || style.hidden.value_or(false);
  }

  void end_paragraph() {
    fields_.end_paragraph();
    const Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    goes_on_ = paragraph.goes_on;
    if (goes_on_) return;
    constexpr int body_text = 9;
    DocxCounter::Label label = fields_.show() ? counter_.next(paragraph.properties) : DocxCounter::Label();
    if (label.is_bullet && text_.paragraph_is_blank()) label.text.clear();
    text_.end_paragraph(label.text, paragraph.properties.outline_level.value_or(body_text) < body_text);
  }

  void read_run_properties(XmlReader& xml) {
    std::optional<bool> hidden;
    std::optional<std::string> style;
    for (const std::size_t depth = xml.depth(); xml.next_inside(depth);) {
      if (xml.kind() != XmlReader::Kind::start) continue;
      if (xml.name().ends_with("Change")) {
        xml.skip();
      } else if (xml.name() == "vanish") {
        hidden = docx_is_on(xml);
      } else if (xml.name() == "rStyle") {
        style = shortened(xml.attribute_or("val", {}), longest_docx_name);
      }
    }
    if (!hidden && style) hidden = styles_.resolve(style).properties.hidden;
    if (hidden && !runs_.empty()) runs_.back().hidden = *hidden;
  }

  void append_symbol(const XmlReader& xml) {
    const std::string_view place = xml.attribute_or("char", {});
    std::uint32_t value = 0;
    std::from_chars(place.data(), place.data() + place.size(), value, 16);
    if (is_seen()) text_.append(symbol_character(xml.attribute_or("font", {}), static_cast<char32_t>(value)));
  }

  void read_field_mark(const XmlReader& xml) {
    const std::string_view type = xml.attribute_or("fldCharType", {});
    if (type == "begin") {
      fields_.begin();
    } else if (type == "separate") {
      fields_.separate();
    } else if (type == "end") {
      const std::string computed = fields_.end();
      if (is_seen()) text_.append(computed);
    }
  }

  void refer_to_note(const XmlReader& xml) {
    if (!is_seen()) return;
    const std::string kind = xml.name() == "footnoteReference" ? "footnote" : "endnote";
    const auto [note, added] = notes_.try_emplace({kind, std::string(xml.attribute_or("id", {}))}, 0);
    if (added) note->second = text_.add_note();
    // The author's own mark behind it.
    if (xml.attribute_or("customMarkFollows", "0") != "0" && !runs_.empty()) runs_.back().hidden = true;
  }

  void begin_note(XmlReader& xml) {
    const auto note = notes_.find({std::string(xml.name()), std::string(xml.attribute_or("id", {}))});
    if (note == notes_.end()) return xml.skip();
    text_.begin_note(note->second);
  }

  void read_cell_properties(XmlReader& xml) {
    for (const std::size_t depth = xml.depth(); xml.next_inside(depth);) {
      if (xml.kind() != XmlReader::Kind::start) continue;
      if (xml.name().ends_with("Change")) {
        xml.skip();
      } else if ((xml.name() == "vMerge" || xml.name() == "hMerge") && !covered_.empty()) {
        covered_.back() = xml.attribute_or("val", "continue") == "continue";
      }
    }
  }

  void read_control_properties(XmlReader& xml) {
    for (const std::size_t depth = xml.depth(); xml.next_inside(depth);) {
      if (xml.kind() != XmlReader::Kind::start || controls_.empty()) continue;
      const bool prompt = xml.name() == "showingPlcHdr" && docx_is_on(xml);
      const bool contents = xml.name() == "docPartGallery" && xml.attribute_or("val", {}) == "Table of Contents";
      if (prompt || contents) controls_.back().left_out = true;
    }
  }

  const DocxStyles& styles_;
  DocxCounter counter_;
  Notes& notes_;
  TextBuilder& text_;
  DocxFields fields_;
  // Open, outermost first; paragraphs and runs stand in each other because of text boxes.
  std::vector<Paragraph> paragraphs_;
  std::vector<Run> runs_;
  std::vector<Control> controls_;
  std::vector<bool> choices_;  // whether one was taken
  std::vector<bool> covered_;  // cells
  std::string ruby_base_, ruby_reading_;
  bool goes_on_ = false;  // the last paragraph
  bool takes_text_ = false;
  bool takes_instruction_ = false;
};

// Reads a part, if there is one, that the main part refers to.
template <typename Read>
void with_part(ZipArchive& archive, const Parts& parts, std::string_view type, Read read) {
  const auto found = parts.find(type);
  if (found == parts.end()) return;
  std::unique_ptr<ByteSource> source = archive.open(found->second);
  if (!source) return;
  XmlReader xml(std::move(source), found->second);
  read(xml);
}

// Checks that the main part is a document of Word: its root element, which is left to be read.
void check_root(XmlReader& xml) {
  if (!xml.next() || !xml.starts("document") || !is_word(xml.name_space())) {
    throw UnreadableFile(
        "the file is of another kind than a Word document, such as a workbook or a presentation; "
        "save its text as DOCX or PDF");
  }
}

}  // namespace

ExtractedText read_docx(std::string_view bytes) {
  ZipArchive archive(bytes);
  const Parts package = related_parts(archive, "");
  const auto main = package.find("officeDocument");
  const std::string name = main == package.end() ? "word/document.xml" : main->second;
  std::unique_ptr<ByteSource> source = archive.open(name);
  if (!source) throw UnreadableFile("the archive has no word/document.xml and is no DOCX file; give the document itself");

  const Parts parts = related_parts(archive, name);
  DocxStyles styles;
  with_part(archive, parts, "styles", [&](XmlReader& xml) { styles.read(xml); });
  DocxLists lists;
  with_part(archive, parts, "numbering", [&](XmlReader& xml) { lists.read(xml, styles); });

  TextBuilder text;
  StoryReader::Notes notes;
  {
    XmlReader xml(std::move(source), name);
    check_root(xml);
    StoryReader(styles, lists, notes, text).read(xml);
  }
  for (const std::string_view type : {"footnotes", "endnotes"}) {
    with_part(archive, parts, type, [&](XmlReader& xml) { StoryReader(styles, lists, notes, text).read(xml); });
  }
  ExtractedText extracted;
  extracted.text = text.finish();
  const auto properties = package.find("core-properties");
  const std::string entry = properties == package.end() ? "docProps/core.xml" : properties->second;
  extracted.found.title = confirmed_title(text_of_elements(archive.open(entry), entry, "title"), extracted.text);
  return extracted;
}

}  // namespace jomun
