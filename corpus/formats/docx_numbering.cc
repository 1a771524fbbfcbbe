// Jomun: the styles and lists of a DOCX file, and the numbers its paragraphs get from them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/docx_numbering.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "corpus/formats/symbol_fonts.h"

namespace jomun {
namespace {

NumberFormat number_format(std::string_view name) {
  static const std::unordered_map<std::string_view, NumberFormat> formats{
      {"none", NumberFormat::none},
      {"decimalZero", NumberFormat::decimal_two_digits},
      {"decimalFullWidth", NumberFormat::decimal_full_width},
      {"decimalFullWidth2", NumberFormat::decimal_full_width},
      {"numberInDash", NumberFormat::decimal_in_dashes},
      {"decimalEnclosedCircle", NumberFormat::circled_decimal_20},
      {"decimalEnclosedCircleChinese", NumberFormat::circled_decimal_10},
      {"decimalEnclosedParen", NumberFormat::parenthesized},
      {"decimalEnclosedFullstop", NumberFormat::full_stop},
      {"ordinal", NumberFormat::ordinal},
      {"cardinalText", NumberFormat::cardinal_words},
      {"ordinalText", NumberFormat::ordinal_words},
      {"upperRoman", NumberFormat::upper_roman},
      {"lowerRoman", NumberFormat::lower_roman},
      {"upperLetter", NumberFormat::upper_letter},
      {"lowerLetter", NumberFormat::lower_letter},
      {"ganada", NumberFormat::hangul_syllable_14},
      {"chosung", NumberFormat::hangul_consonant},
      {"koreanCounting", NumberFormat::hangul_counting},
      {"koreanDigital", NumberFormat::hangul_digits},
      {"koreanDigital2", NumberFormat::han_digits_korean},
      {"koreanLegal", NumberFormat::hangul_native},
      {"aiueo", NumberFormat::kana_aiueo_half_width},
      {"aiueoFullWidth", NumberFormat::kana_aiueo},
      {"iroha", NumberFormat::kana_iroha_half_width},
      {"irohaFullWidth", NumberFormat::kana_iroha},
      {"japaneseCounting", NumberFormat::han_counting_japanese},
      {"japaneseDigitalTenThousand", NumberFormat::han_digits},
      {"japaneseLegal", NumberFormat::legal_japanese},
      {"ideographDigital", NumberFormat::han_digits},
      {"chineseCounting", NumberFormat::han_counting_99},
      {"chineseCountingThousand", NumberFormat::han_counting_simplified},
      {"chineseLegalSimplified", NumberFormat::legal_simplified},
      {"taiwaneseCounting", NumberFormat::han_counting_99},
      {"taiwaneseCountingThousand", NumberFormat::han_counting_traditional},
      {"taiwaneseDigital", NumberFormat::han_digits},
      {"ideographLegalTraditional", NumberFormat::legal_traditional},
      // Word puts brackets where the standard has circles.
      {"ideographEnclosedCircle", NumberFormat::parenthesized_han},
      {"ideographTraditional", NumberFormat::han_stem},
      {"ideographZodiac", NumberFormat::han_branch},
      {"ideographZodiacTraditional", NumberFormat::han_stem_and_branch},
  };
  const auto found = formats.find(name);
  return found == formats.end() ? NumberFormat::decimal : found->second;
}

std::optional<std::size_t> level_number(std::string_view text) {
  const auto number = parse_integer(text);
  if (!number || *number < 0 || *number >= static_cast<int>(DocxLists::most_levels)) return std::nullopt;
  return static_cast<std::size_t>(*number);
}

std::string name_of(const XmlReader& xml, std::string_view attribute) {
  return std::string(shortened(xml.attribute_or(attribute, {}), longest_docx_name));
}

void read_level(XmlReader& xml, DocxLists::Level& level) {
  constexpr std::size_t longest_text = 100;
  level = {};
  for (const std::size_t depth = xml.depth(); xml.next_inside(depth);) {
    if (xml.kind() != XmlReader::Kind::start) continue;
    const std::string_view value = xml.attribute_or("val", {});
    if (xml.name() == "start") {
      level.start = std::max(0, parse_integer(value).value_or(1));
    } else if (xml.name() == "numFmt") {
      // Word 2010 writes formats with zeros before a number as a choice, and behind it what is here.
      level.is_bullet = value == "bullet";
      level.format = number_format(value);
    } else if (xml.name() == "lvlText") {
      level.text = shortened(value, longest_text);
    } else if (xml.name() == "lvlRestart") {
      level.restart_after = parse_integer(value);
    } else if (xml.name() == "isLgl") {
      level.is_legal = docx_is_on(xml);
    } else if (xml.name() == "suff") {
      level.has_space = value != "nothing";
    } else if (xml.name() == "pStyle") {
      level.style = shortened(value, longest_docx_name);
    }
  }
}

std::string number_text(const DocxLists::List& list, std::size_t level,
                        const std::array<std::optional<int>, DocxLists::most_levels>& counts) {
  const DocxLists::Level& own = list.levels[level];
  std::string text;
  constexpr std::size_t longest_label = 200;
  for (std::size_t i = 0; i < own.text.size() && text.size() < longest_label; ++i) {
    const char next = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
    if (own.text[i] != '%' || next < '1' || next > '9') {
      text += own.text[i];
      continue;
    }
    const auto of = static_cast<std::size_t>(next - '1');
    // A deeper level has no number yet.
    if (of <= level) {
      const int number = counts[of].value_or(list.start_overrides[of].value_or(list.levels[of].start));
      const NumberFormat format = list.levels[of].format;
      text += format_number(own.is_legal && format != NumberFormat::none ? NumberFormat::decimal : format, number);
    }
    ++i;
  }
  return text;
}

}  // namespace

bool docx_is_on(const XmlReader& xml) {
  const std::string_view value = xml.attribute_or("val", "true");
  return value != "false" && value != "0" && value != "off";
}

void DocxStyles::read(XmlReader& xml) {
  Style* style = nullptr;
  while (xml.next()) {
    if (xml.kind() != XmlReader::Kind::start) continue;
    const std::string_view value = xml.attribute_or("val", {});
    if (xml.name() == "docDefaults" || xml.name() == "latentStyles" || xml.name() == "tblStylePr") {
      xml.skip();
    } else if (xml.name() == "style") {
      const std::string id(shortened(xml.attribute_or("styleId", {}), longest_docx_name));
      const std::string_view is_default = xml.attribute_or("default", "0");
      if (xml.attribute_or("type", {}) == "paragraph" && (is_default == "1" || is_default == "true")) default_paragraph_ = id;
      style = &styles_[id];
      *style = {};
    } else if (style == nullptr) {
      continue;
    } else if (xml.name() == "basedOn") {
      style->based_on = shortened(value, longest_docx_name);
    } else if (xml.name() == "numId") {
      style->properties.list = shortened(value, longest_docx_name);
    } else if (xml.name() == "ilvl") {
      style->properties.level = level_number(value);
    } else if (xml.name() == "outlineLvl") {
      style->properties.outline_level = parse_integer(value);
    } else if (xml.name() == "vanish") {
      style->properties.hidden = docx_is_on(xml);
    } else if (xml.name().ends_with("Change")) {
      xml.skip();
    } else if (xml.name() == "name" && (value == "Title" || value == "title")) {
      style->properties.outline_level = 0;
    }
  }
}

DocxStyles::Resolved DocxStyles::resolve(const std::optional<std::string>& style) const {
  constexpr int most_bases = 20;
  Resolved resolved;
  auto found = styles_.find(style.value_or(default_paragraph_));
  for (int i = 0; i < most_bases && found != styles_.end(); ++i) {
    const DocxProperties& own = found->second.properties;
    DocxProperties& all = resolved.properties;
    if (!all.list && own.list) {
      all.list = own.list;
      resolved.list_style = found->first;
    }
    if (!all.level) all.level = own.level;
    if (!all.outline_level) all.outline_level = own.outline_level;
    if (!all.hidden) all.hidden = own.hidden;
    found = styles_.find(found->second.based_on);
  }
  return resolved;
}

void DocxLists::read(XmlReader& xml, const DocxStyles& styles) {
  struct Definition {
    std::array<Level, most_levels> levels;
    std::string by_style;  // a style whose list has the levels
  };
  std::unordered_map<std::string, Definition> definitions;
  struct Override {
    std::optional<int> start;
    std::optional<Level> level;
  };
  struct Raw {
    std::string definition;
    std::array<Override, most_levels> overrides;
  };
  std::unordered_map<std::string, Raw> raw;

  Definition* definition = nullptr;
  Raw* list = nullptr;
  Override* override_of = nullptr;
  while (xml.next()) {
    if (xml.ends("lvlOverride")) override_of = nullptr;
    if (xml.kind() != XmlReader::Kind::start) continue;
    const std::string_view value = xml.attribute_or("val", {});
    if (xml.name() == "abstractNum") {
      definition = definitions.size() < most_docx_lists ? &definitions[name_of(xml, "abstractNumId")] : nullptr;
      list = nullptr;
    } else if (xml.name() == "num") {
      list = raw.size() < most_docx_lists ? &raw[name_of(xml, "numId")] : nullptr;
      definition = nullptr;
    } else if (xml.name() == "numStyleLink" && definition != nullptr) {
      definition->by_style = shortened(value, longest_docx_name);
    } else if (xml.name() == "abstractNumId" && list != nullptr) {
      list->definition = shortened(value, longest_docx_name);
    } else if (xml.name() == "lvlOverride" && list != nullptr) {
      const auto level = level_number(xml.attribute_or("ilvl", {}));
      override_of = level ? &list->overrides[*level] : nullptr;
    } else if (xml.name() == "startOverride" && override_of != nullptr) {
      override_of->start = parse_integer(value);
    } else if (xml.name() == "lvl") {
      const auto level = level_number(xml.attribute_or("ilvl", {}));
      Level ignored;
      Level* const into = override_of != nullptr           ? &override_of->level.emplace()
                          : level && definition != nullptr ? &definition->levels[*level]
                                                           : &ignored;
      read_level(xml, *into);
    }
  }

  for (const auto& [id, own] : raw) {
    std::string name = own.definition;
    // A definition may point to a style, whose list points to the definition meant.
    constexpr int most_links = 5;
    for (int i = 0; i < most_links; ++i) {
      const auto found = definitions.find(name);
      if (found == definitions.end() || found->second.by_style.empty()) break;
      const auto linked = raw.find(styles.resolve(found->second.by_style).properties.list.value_or(""));
      if (linked == raw.end()) break;
      name = linked->second.definition;
    }
    const auto found = definitions.find(name);
    if (found == definitions.end()) continue;
    List& made = lists_[id];
    made.definition = name;
    made.levels = found->second.levels;
    for (std::size_t i = 0; i < most_levels; ++i) {
      if (own.overrides[i].level) made.levels[i] = *own.overrides[i].level;
      made.start_overrides[i] = own.overrides[i].start;
    }
  }
}

const DocxLists::List* DocxLists::find(const std::string& id) const {
  const auto found = lists_.find(id);
  return found == lists_.end() ? nullptr : &found->second;
}

DocxCounter::Label DocxCounter::next(const DocxProperties& paragraph) {
  const DocxStyles::Resolved style = styles_.resolve(paragraph.style);
  const std::string id = paragraph.list ? *paragraph.list : style.properties.list.value_or("0");
  const DocxLists::List* const list = id == "0" ? nullptr : lists_.find(id);
  if (list == nullptr) return {};

  std::size_t level = paragraph.level.value_or(paragraph.list ? 0 : style.properties.level.value_or(0));
  if (!paragraph.list && !paragraph.level) {
    // A list that comes with a style: its levels say which styles they are for.
    for (const std::string& name : {paragraph.style.value_or(""), style.list_style}) {
      const auto own = std::find_if(list->levels.begin(), list->levels.end(),
                                    [&](const DocxLists::Level& each) { return !name.empty() && each.style == name; });
      if (own == list->levels.end()) continue;
      level = static_cast<std::size_t>(own - list->levels.begin());
      break;
    }
  }

  Counts& counts = counts_[list->definition];
  const std::optional<int> start_override = list->start_overrides[level];
  const bool begins = start_override && begun_.emplace(id, level).second;
  counts[level] = begins || !counts[level] ? start_override.value_or(list->levels[level].start) : *counts[level] + 1;
  for (std::size_t deeper = level + 1; deeper < counts.size(); ++deeper) {
    const int restart_after = list->levels[deeper].restart_after.value_or(static_cast<int>(deeper));
    if (static_cast<int>(level) < restart_after) counts[deeper].reset();
  }

  const DocxLists::Level& own = list->levels[level];
  Label label{own.is_bullet ? plain_bullet(own.text) : number_text(*list, level, counts), own.is_bullet};
  while (!label.text.empty() && label.text.back() == ' ') label.text.pop_back();
  if (!label.text.empty() && own.has_space) label.text += ' ';
  return label;
}

}  // namespace jomun
