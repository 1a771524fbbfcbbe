// Jomun: the styles of an ODT file: lists, numbers of headings, hidden text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/formats/numbering.h"
#include "corpus/formats/xml.h"

namespace jomun {

inline constexpr std::size_t most_odt_levels = 10;

// The name of a style or list that is element's attribute, cut where no name reaches.
std::string odt_name(const XmlReader& xml, std::string_view attribute);

// The numbers of a list's levels; none where the level has not begun.
using OdtCounts = std::array<std::optional<int>, most_odt_levels>;

struct OdtLevel {
  int start = 1;
  NumberFormat format = NumberFormat::none;
  std::size_t shown_levels = 1;
  std::string prefix, suffix;
  std::string pattern;  // "%1%.%2%": in the place of prefix, numbers and suffix
  std::string bullet;   // in the place of a number
};

struct OdtLabel {
  std::string text;  // its space included; at most some hundred bytes
  bool is_bullet = false;
};

class OdtListStyle {
 public:
  std::array<OdtLevel, most_odt_levels> levels;

  // Counts a paragraph on `level`, from `start` if that is given. Deeper levels begin again behind it.
  OdtLabel next(OdtCounts& counts, std::size_t level, std::optional<int> start) const;
};

// styles.xml and the automatic styles of content.xml. Empty until read. Thread-safe but for read().
class OdtStyles {
 public:
  // Reads all styles up to the start of office:body, or the end of the part.
  void read(XmlReader& xml);

  const OdtListStyle& outline() const { return outline_; }
  // A style without levels for a name that is not known.
  const OdtListStyle& list(const std::string& name) const;
  bool hides_text(std::string_view name) const;       // a style of characters
  bool hides_paragraph(std::string_view name) const;  // a style of paragraphs

 private:
  struct Style {
    std::string parent;
    std::optional<bool> hidden;
  };
  using Family = std::unordered_map<std::string, Style>;
  static bool hides(const Family& family, std::string_view name);

  OdtListStyle outline_, unknown_;
  std::unordered_map<std::string, OdtListStyle> lists_;
  Family texts_, paragraphs_;
};

}  // namespace jomun
