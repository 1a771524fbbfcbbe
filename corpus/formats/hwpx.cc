// Jomun: HWPX, the documents of Hangul as XML (OWPML, KS X 6101).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Elements are told by their names alone: the namespaces carry the year of the format's edition.

#include "corpus/formats/hwpx.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/formats/hangul_numbering.h"
#include "corpus/formats/package_encryption.h"
#include "corpus/formats/symbol_fonts.h"
#include "corpus/formats/text_builder.h"
#include "corpus/formats/xml.h"
#include "corpus/formats/zip_archive.h"

namespace jomun {
namespace {

constexpr std::size_t longest_label = 200;
// Identifiers are numbers.
constexpr std::size_t longest_identifier = 64;
// Definitions behind this many are not read.
constexpr std::size_t most_definitions = 65536;

std::string identifier(const XmlReader& xml, std::string_view attribute) {
  return std::string(shortened(xml.attribute_or(attribute, {}), longest_identifier));
}

NumberFormat number_format(std::string_view name) {
  static const std::unordered_map<std::string_view, NumberFormat> formats{
      {"DIGIT", NumberFormat::decimal},
      {"CIRCLED_DIGIT", NumberFormat::circled_decimal},
      {"ROMAN_CAPITAL", NumberFormat::upper_roman},
      {"ROMAN_SMALL", NumberFormat::lower_roman},
      {"LATIN_CAPITAL", NumberFormat::upper_letter},
      {"LATIN_SMALL", NumberFormat::lower_letter},
      {"CIRCLED_LATIN_CAPITAL", NumberFormat::circled_upper_letter},
      {"CIRCLED_LATIN_SMALL", NumberFormat::circled_lower_letter},
      {"HANGUL_SYLLABLE", NumberFormat::hangul_syllable},
      {"CIRCLED_HANGUL_SYLLABLE", NumberFormat::circled_hangul_syllable},
      {"HANGUL_JAMO", NumberFormat::hangul_consonant},
      {"CIRCLED_HANGUL_JAMO", NumberFormat::circled_hangul_consonant},
      {"HANGUL_PHONETIC", NumberFormat::hangul_counting},
      {"IDEOGRAPH", NumberFormat::han_counting_japanese},
      {"CIRCLED_IDEOGRAPH", NumberFormat::circled_han},
      {"DECAGON_CIRCLE", NumberFormat::hangul_stem},
      {"DECAGON_CIRCLE_HANJA", NumberFormat::han_stem},
      {"NONE", NumberFormat::none},
  };
  const auto found = formats.find(name);
  return found == formats.end() ? NumberFormat::decimal : found->second;
}

// What stands before a paragraph.
struct Heading {
  enum class Kind : std::uint8_t { none, number, bullet, outline };
  Kind kind = Kind::none;
  std::string definition;
  std::size_t level = 0;
};

// What Contents/header.xml says about the paragraphs of all sections, and how far they are counted.
class Headings {
 public:
  void read(XmlReader& xml) {
    std::string paragraph, numbering;
    while (xml.next()) {
      if (xml.kind() != XmlReader::Kind::start) continue;
      if (xml.name() == "paraPr") {
        paragraph = identifier(xml, "id");
      } else if (xml.name() == "heading") {
        headings_[paragraph] = heading(xml);
      } else if (xml.name() == "numbering") {
        numbering = identifier(xml, "id");
        if (definitions_.size() < most_definitions) definitions_[numbering] = {};
      } else if (xml.name() == "bullet") {
        bullets_[identifier(xml, "id")] = plain_bullet(shortened(xml.attribute_or("char", {}), longest_label));
        xml.skip();
      } else if (xml.name() == "paraHead") {
        const auto definition = definitions_.find(numbering);
        HangulNumbering::Levels ignored;
        read_level(xml, definition == definitions_.end() ? ignored : definition->second);
      }
    }
  }

  void set_outline(std::string_view definition) { outline_ = definition; }

  // What stands before the next paragraph with these properties, or empty. Counts it.
  std::string label(const std::string& paragraph, bool paragraph_is_blank) {
    const auto found = headings_.find(paragraph);
    if (found == headings_.end()) return {};
    const Heading& heading = found->second;
    switch (heading.kind) {
      case Heading::Kind::none: return {};
      case Heading::Kind::bullet: {
        const auto bullet = bullets_.find(heading.definition);
        return paragraph_is_blank || bullet == bullets_.end() || bullet->second.empty() ? std::string() : bullet->second + " ";
      }
      case Heading::Kind::number: return number(numbers_, heading.definition, heading.level);
      case Heading::Kind::outline: return number(outlines_, outline_, heading.level);
    }
    return {};
  }

 private:
  using Numberings = std::unordered_map<std::string, HangulNumbering>;

  static Heading heading(const XmlReader& xml) {
    const std::string_view type = xml.attribute_or("type", {});
    Heading heading;
    heading.kind = type == "NUMBER"    ? Heading::Kind::number
                   : type == "BULLET"  ? Heading::Kind::bullet
                   : type == "OUTLINE" ? Heading::Kind::outline
                                       : Heading::Kind::none;
    heading.definition = identifier(xml, "idRef");
    heading.level = static_cast<std::size_t>(std::max(0, parse_integer(xml.attribute_or("level", {})).value_or(0)));
    return heading;
  }

  static void read_level(XmlReader& xml, HangulNumbering::Levels& levels) {
    const int number = parse_integer(xml.attribute_or("level", {})).value_or(0);
    HangulNumbering::Level level;
    level.start = std::max(0, parse_integer(xml.attribute_or("start", {})).value_or(1));
    level.format = number_format(xml.attribute_or("numFormat", {}));
    for (const std::size_t depth = xml.depth(); xml.next_inside(depth);) {
      if (xml.kind() == XmlReader::Kind::text)
        level.text += shortened(xml.text(), longest_label - std::min(longest_label, level.text.size()));
    }
    if (number >= 1 && number <= static_cast<int>(levels.size())) levels[static_cast<std::size_t>(number - 1)] = std::move(level);
  }

  std::string number(Numberings& numberings, const std::string& definition, std::size_t level) const {
    const auto levels = definitions_.find(definition);
    if (levels == definitions_.end()) return {};
    const std::string label = numberings.try_emplace(definition, levels->second).first->second.next(level);
    return label.empty() ? label : label + " ";
  }

  std::unordered_map<std::string, Heading> headings_;
  std::unordered_map<std::string, HangulNumbering::Levels> definitions_;
  std::unordered_map<std::string, std::string> bullets_;
  Numberings numbers_, outlines_;
  std::string outline_;
};

// Sections into text.
class SectionReader {
 public:
  SectionReader(Headings& headings, TextBuilder& text) : headings_(headings), text_(text) {}

  void read(XmlReader& xml) {
    while (xml.next()) {
      switch (xml.kind()) {
        case XmlReader::Kind::start: start(xml); break;
        case XmlReader::Kind::end: end(xml.name()); break;
        case XmlReader::Kind::text:
          if (takes_text_ && !deleted_) text_.append(xml.text());
          break;
      }
    }
  }

 private:
  struct Paragraph {
    std::string properties;
    bool has_object = false;
  };

  void start(XmlReader& xml) {
    const std::string_view name = xml.name();
    if (name == "p") {
      paragraphs_.push_back({identifier(xml, "paraPrIDRef"), false});
      deleted_ = false;
      text_.begin_paragraph();
    } else if (name == "t" || name == "script") {
      takes_text_ = true;
      if (name == "script") text_.append(" ");
    } else if (name == "lineBreak") {
      if (!deleted_) text_.append_line_break();
    } else if (name == "tab") {
      if (!deleted_) text_.append_tab();
    } else if (name == "nbSpace" || name == "fwSpace") {
      if (!deleted_) text_.append(" ");
    } else if (name == "hyphen") {
      if (!deleted_) text_.append("-");
    } else if (name == "deleteBegin") {
      deleted_ = true;
    } else if (name == "deleteEnd") {
      deleted_ = false;
    } else if (name == "secPr") {
      headings_.set_outline(identifier(xml, "outlineShapeIDRef"));
      xml.skip();
    } else if (name == "tbl") {
      begin_object();
      text_.begin_table();
    } else if (name == "tr") {
      text_.begin_row();
    } else if (name == "tc") {
      text_.begin_cell();
    } else if (name == "drawText" || name == "caption") {
      begin_object();
      text_.begin_box();
    } else if (name == "footNote" || name == "endNote") {
      text_.begin_note(text_.add_note());
    } else if (name == "autoNum") {
      append_number(xml);
    } else if (name == "compose") {
      text_.append(xml.attribute_or("composeText", {}));
    } else if (name == "textart") {
      text_.append(xml.attribute_or("text", {}));
    } else if (name == "mainText" || name == "subText") {
      text_.begin_capture();
      takes_text_ = true;
    } else if (name == "switch") {
      switches_.push_back(false);
    } else if (name == "case" || name == "default") {
      // Ways to say the same: the first is taken.
      if (switches_.empty()) return;
      if (switches_.back()) xml.skip();
      switches_.back() = true;
    } else if (is_unseen(name)) {
      xml.skip();
    }
  }

  void end(std::string_view name) {
    if (name == "p") {
      end_paragraph();
    } else if (name == "t" || name == "script") {
      takes_text_ = false;
      if (name == "script") text_.append(" ");
    } else if (name == "tbl") {
      text_.end_table();
    } else if (name == "tr") {
      text_.end_row();
    } else if (name == "tc") {
      text_.end_cell();
    } else if (name == "drawText" || name == "caption") {
      text_.end_box();
    } else if (name == "footNote" || name == "endNote") {
      text_.end_note();
    } else if (name == "mainText" || name == "subText") {
      takes_text_ = false;
      (name == "mainText" ? ruby_base_ : ruby_reading_) = text_.end_capture();
    } else if (name == "dutmal") {
      text_.append(ruby_text(std::exchange(ruby_base_, {}), std::exchange(ruby_reading_, {})));
    } else if (name == "switch") {
      switches_.pop_back();
    }
  }

  // Elements with text in them that is not the document's. A field's begin has its instruction and, for a memo, its text.
  static bool is_unseen(std::string_view name) {
    static constexpr std::array<std::string_view, 8> unseen{"header",       "footer",    "hiddenComment", "fieldBegin",
                                                            "shapeComment", "indexmark", "parameterset",  "metaTag"};
    return std::find(unseen.begin(), unseen.end(), name) != unseen.end();
  }

  void begin_object() {
    if (!paragraphs_.empty()) paragraphs_.back().has_object = true;
  }

  void end_paragraph() {
    const Paragraph paragraph = std::move(paragraphs_.back());
    paragraphs_.pop_back();
    const bool blank = text_.paragraph_is_blank();
    std::string label = headings_.label(paragraph.properties, blank);
    if (blank && paragraph.has_object) label.clear();
    text_.end_paragraph(label);
    deleted_ = false;
  }

  // The number of a table, picture or equation. Those of notes and pages are left out.
  void append_number(XmlReader& xml) {
    const std::string type(xml.attribute_or("numType", {}));
    const int number = parse_integer(xml.attribute_or("num", {})).value_or(0);
    std::string text = std::to_string(number);
    for (const std::size_t depth = xml.depth(); xml.next_inside(depth);) {
      if (!xml.starts("autoNumFormat")) continue;
      text = xml.attribute_or("prefixChar", {});
      text += format_number(number_format(xml.attribute_or("type", {})), number);
      text += xml.attribute_or("suffixChar", {});
    }
    if (type == "TABLE" || type == "PICTURE" || type == "EQUATION") text_.append(text);
  }

  Headings& headings_;
  TextBuilder& text_;
  std::vector<Paragraph> paragraphs_;  // open, outermost first
  std::vector<bool> switches_;         // whether one of the ways was taken
  std::string ruby_base_, ruby_reading_;
  bool takes_text_ = false;
  bool deleted_ = false;  // changes end with their paragraph
};

// The package's own description: the order of parts, and what the author calls the document.
struct Package {
  std::vector<std::string> sections;
  std::string title;
};

Package read_package(ZipArchive& archive) {
  const std::string name = "Contents/content.hpf";
  Package package;
  std::unique_ptr<ByteSource> source = archive.open(name);
  if (!source) return package;
  XmlReader xml(std::move(source), name);
  std::map<std::string, std::string, std::less<>> items;
  bool in_title = false;
  while (xml.next()) {
    if (xml.kind() == XmlReader::Kind::text) {
      if (in_title) package.title += xml.text();
    } else if (xml.name() == "title") {
      in_title = xml.kind() == XmlReader::Kind::start;
    } else if (xml.starts("item")) {
      items.emplace(xml.attribute_or("id", {}), xml.attribute_or("href", {}));
    } else if (xml.starts("itemref")) {
      const auto item = items.find(xml.attribute_or("idref", {}));
      if (item != items.end() && item->second.find("section") != std::string::npos) package.sections.push_back(item->second);
    }
  }
  return package;
}

// Without a description: section0.xml, section1.xml, … by number.
std::vector<std::string> sections_by_name(const ZipArchive& archive) {
  constexpr std::string_view begin = "Contents/section";
  constexpr std::string_view end = ".xml";
  std::vector<std::pair<int, std::string>> found;
  for (const std::string& name : archive.names()) {
    const std::string_view rest = std::string_view(name).substr(std::min(begin.size(), name.size()));
    if (!name.starts_with(begin) || !rest.ends_with(end)) continue;
    if (const auto number = parse_integer(rest.substr(0, rest.size() - end.size()))) found.emplace_back(*number, name);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (auto& [number, name] : found) names.push_back(std::move(name));
  return names;
}

}  // namespace

ExtractedText read_hwpx(std::string_view bytes) {
  ZipArchive archive(bytes);
  refuse_encrypted_package(archive);
  Package package = read_package(archive);
  std::erase_if(package.sections, [&](const std::string& name) { return archive.open(name) == nullptr; });
  if (package.sections.empty()) package.sections = sections_by_name(archive);
  if (package.sections.empty())
    throw UnreadableFile("the archive has no Contents/section0.xml and is no HWPX file; give the document itself");

  Headings headings;
  const std::string header = "Contents/header.xml";
  if (std::unique_ptr<ByteSource> source = archive.open(header)) {
    XmlReader xml(std::move(source), header);
    headings.read(xml);
  }
  TextBuilder text;
  SectionReader reader(headings, text);
  for (const std::string& name : package.sections) {
    XmlReader xml(archive.open(name), name);
    reader.read(xml);
  }
  ExtractedText extracted;
  extracted.text = text.finish();
  extracted.found.title = confirmed_title(package.title, extracted.text);
  return extracted;
}

}  // namespace jomun
