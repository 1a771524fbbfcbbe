// Jomun: the styles of an ODT file: lists, numbers of headings, hidden text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/odt_styles.h"

#include <algorithm>

#include "corpus/formats/symbol_fonts.h"
#include "corpus/layout.h"

namespace jomun {
namespace {

constexpr std::size_t longest_affix = 100;
constexpr std::size_t longest_label = 200;
// Lists behind this many have no numbers.
constexpr std::size_t most_lists = 65536;

// style:num-format is what the first number looks like; behind a comma programs say how it goes on: "一, 二, 三, ...".
NumberFormat number_format(std::string_view name, bool letters_repeat) {
  static const std::unordered_map<std::string_view, NumberFormat> formats{
      {"", NumberFormat::none},
      {"i", NumberFormat::lower_roman},
      {"I", NumberFormat::upper_roman},
      {"01", NumberFormat::decimal_two_digits},
      {"１", NumberFormat::decimal_full_width},
      {"①", NumberFormat::circled_decimal},
      {"⑴", NumberFormat::parenthesized},
      {"⒈", NumberFormat::full_stop},
      {"1st", NumberFormat::ordinal},
      {"One", NumberFormat::cardinal_words},
      {"First", NumberFormat::ordinal_words},
      {"Ⓐ", NumberFormat::circled_upper_letter},
      {"ⓐ", NumberFormat::circled_lower_letter},
      {"가", NumberFormat::hangul_syllable},
      {"ㄱ", NumberFormat::hangul_consonant},
      {"㉮", NumberFormat::circled_hangul_syllable},
      {"㉠", NumberFormat::circled_hangul_consonant},
      {"일", NumberFormat::hangul_counting},
      {"하나", NumberFormat::hangul_native},
      {"갑", NumberFormat::hangul_stem},
      {"ア", NumberFormat::kana_aiueo},
      {"ｱ", NumberFormat::kana_aiueo_half_width},
      {"イ", NumberFormat::kana_iroha},
      {"ｲ", NumberFormat::kana_iroha_half_width},
      {"一", NumberFormat::han_counting_simplified},
      {"壹", NumberFormat::legal_simplified},
      {"壱", NumberFormat::legal_japanese},
      {"㊀", NumberFormat::circled_han},
      {"㈠", NumberFormat::parenthesized_han},
      {"甲", NumberFormat::han_stem},
      {"子", NumberFormat::han_branch},
  };
  const std::string_view first = trim(name.substr(0, name.find(',')));
  if (first == "a") return letters_repeat ? NumberFormat::lower_letter : NumberFormat::lower_letter_series;
  if (first == "A") return letters_repeat ? NumberFormat::upper_letter : NumberFormat::upper_letter_series;
  if (first == "壹" && name.find("參") != std::string_view::npos) return NumberFormat::legal_traditional;
  const auto found = formats.find(first);
  return found == formats.end() ? NumberFormat::decimal : found->second;
}

OdtLevel read_level(const XmlReader& xml) {
  OdtLevel level;
  level.prefix = shortened(xml.attribute_or("num-prefix", {}), longest_affix);
  level.suffix = shortened(xml.attribute_or("num-suffix", {}), longest_affix);
  if (xml.name() == "list-level-style-bullet") {
    level.bullet = plain_bullet(shortened(xml.attribute_or("bullet-char", "•"), longest_affix));
  } else if (xml.name() == "list-level-style-image") {
    level.bullet = "•";
  } else {
    level.format = number_format(xml.attribute_or("num-format", {}), xml.attribute_or("num-letter-sync", {}) == "true");
    level.pattern = shortened(xml.attribute_or("num-list-format", {}), longest_affix);
    level.start = std::max(0, parse_integer(xml.attribute_or("start-value", {})).value_or(1));
    const int shown = parse_integer(xml.attribute_or("display-levels", {})).value_or(1);
    level.shown_levels = static_cast<std::size_t>(std::clamp(shown, 1, static_cast<int>(most_odt_levels)));
  }
  return level;
}

}  // namespace

std::string odt_name(const XmlReader& xml, std::string_view attribute) {
  constexpr std::size_t longest = 256;
  return std::string(shortened(xml.attribute_or(attribute, {}), longest));
}

OdtLabel OdtListStyle::next(OdtCounts& counts, std::size_t level, std::optional<int> start) const {
  level = std::min(level, most_odt_levels - 1);
  const OdtLevel& own = levels[level];
  if (start) {
    counts[level] = start;
  } else {
    counts[level] = counts[level] ? *counts[level] + 1 : own.start;
  }
  std::fill(counts.begin() + static_cast<std::ptrdiff_t>(level) + 1, counts.end(), std::nullopt);

  OdtLabel label;
  const auto number = [&](std::size_t of) { return format_number(levels[of].format, counts[of].value_or(levels[of].start)); };
  if (!own.bullet.empty()) {
    // Bullets have suffixes left over from numbers, which no program shows.
    label.text = own.bullet;
    label.is_bullet = true;
  } else if (!own.pattern.empty()) {
    const std::string& pattern = own.pattern;
    for (std::size_t i = 0; i < pattern.size() && label.text.size() < longest_label; ++i) {
      const std::size_t end = pattern[i] == '%' ? pattern.find('%', i + 1) : std::string::npos;
      const auto of = end == std::string::npos ? std::nullopt : parse_integer(std::string_view(pattern).substr(i + 1, end - i - 1));
      if (!of || *of < 1 || static_cast<std::size_t>(*of) > level + 1) {
        label.text += pattern[i];
        continue;
      }
      label.text += number(static_cast<std::size_t>(*of - 1));
      i = end;
    }
  } else {
    label.text = own.prefix;
    std::string numbers;
    for (std::size_t of = level + 1 - std::min(own.shown_levels, level + 1); of <= level; ++of) {
      const std::string each = number(of);
      if (!each.empty() && !numbers.empty()) numbers += '.';
      numbers += each;
    }
    label.text += numbers + own.suffix;
  }
  label.text = trim(label.text);
  if (!label.text.empty()) label.text += ' ';
  return label;
}

void OdtStyles::read(XmlReader& xml) {
  OdtListStyle* list = nullptr;
  Style* style = nullptr;
  while (xml.next()) {
    if (xml.kind() != XmlReader::Kind::start) continue;
    const std::string_view name = xml.name();
    if (name == "body") return;
    if (name == "master-styles" || name == "font-face-decls" || name == "scripts") {
      xml.skip();
    } else if (name == "list-style" || name == "outline-style") {
      if (lists_.size() >= most_lists) continue;
      list = name == "outline-style" ? &outline_ : &lists_[odt_name(xml, "name")];
      *list = {};
      style = nullptr;
    } else if (name == "list-level-style-number" || name == "list-level-style-bullet" || name == "list-level-style-image" ||
               name == "outline-level-style") {
      const int level = parse_integer(xml.attribute_or("level", {})).value_or(0);
      if (list != nullptr && level >= 1 && level <= static_cast<int>(most_odt_levels))
        list->levels[static_cast<std::size_t>(level - 1)] = read_level(xml);
    } else if (name == "style" || name == "default-style") {
      const std::string_view family = xml.attribute_or("family", {});
      Family* const styles = family == "text" ? &texts_ : family == "paragraph" ? &paragraphs_ : nullptr;
      style = styles == nullptr ? nullptr : &(*styles)[odt_name(xml, "name")];
      if (style != nullptr) *style = {odt_name(xml, "parent-style-name"), std::nullopt};
    } else if (name == "text-properties" && style != nullptr) {
      if (const auto display = xml.attribute("display")) style->hidden = *display == "none";
    }
  }
}

const OdtListStyle& OdtStyles::list(const std::string& name) const {
  const auto found = lists_.find(name);
  return found == lists_.end() ? unknown_ : found->second;
}

bool OdtStyles::hides(const Family& family, std::string_view name) {
  constexpr int most_parents = 20;
  auto found = family.find(std::string(name));
  for (int i = 0; i < most_parents && found != family.end(); ++i) {
    if (found->second.hidden) return *found->second.hidden;
    found = family.find(found->second.parent);
  }
  return false;
}

bool OdtStyles::hides_text(std::string_view name) const { return hides(texts_, name); }
bool OdtStyles::hides_paragraph(std::string_view name) const { return hides(paragraphs_, name); }

}  // namespace jomun
