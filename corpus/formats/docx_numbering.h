// Jomun: the styles and lists of a DOCX file, and the numbers its paragraphs get from them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "corpus/formats/numbering.h"
#include "corpus/formats/xml.h"

namespace jomun {

// Names of styles and lists are no longer than this; more of a name is not looked at.
inline constexpr std::size_t longest_docx_name = 256;
// Definitions and lists behind this many are not read.
inline constexpr std::size_t most_docx_lists = 65536;

// What w:pPr, and the w:rPr of a style, say; nothing where they say nothing.
struct DocxProperties {
  std::optional<std::string> style;  // w:pStyle
  std::optional<std::string> list;   // w:numId; "0" takes a paragraph out of the list of its style
  std::optional<std::size_t> level;  // w:ilvl, from 0
  std::optional<int> outline_level;  // from 0; 9 is body text
  std::optional<bool> hidden;        // w:vanish
};

// The value of an on-off element such as w:vanish.
bool docx_is_on(const XmlReader& xml);

// word/styles.xml. Empty until read. Thread-safe but for read().
class DocxStyles {
 public:
  void read(XmlReader& xml);

  // What holds for a paragraph or run with this style; a style not known says nothing. No name: the default paragraph style.
  struct Resolved {
    DocxProperties properties;
    std::string list_style;  // the style among its bases that has the list
  };
  Resolved resolve(const std::optional<std::string>& style) const;

 private:
  struct Style {
    std::string based_on;
    DocxProperties properties;
  };
  std::unordered_map<std::string, Style> styles_;
  std::string default_paragraph_;
};

// word/numbering.xml. Empty until read. Thread-safe but for read().
class DocxLists {
 public:
  static constexpr std::size_t most_levels = 9;

  struct Level {
    int start = 1;
    NumberFormat format = NumberFormat::decimal;
    bool is_bullet = false;
    bool is_legal = false;             // the numbers of all levels in decimal digits
    bool has_space = true;             // something stands between number and text
    std::optional<int> restart_after;  // w:lvlRestart: 0 never; n behind levels up to n, from 1. Else behind any higher one
    std::string text;                  // "%1.%2"
    std::string style;                 // w:pStyle
  };
  struct List {
    std::string definition;  // lists of one definition count together
    std::array<Level, most_levels> levels;
    std::array<std::optional<int>, most_levels> start_overrides;
  };

  void read(XmlReader& xml, const DocxStyles& styles);
  const List* find(const std::string& id) const;

 private:
  std::unordered_map<std::string, List> lists_;
};

// Counts the paragraphs of one part of a document: its body, or its notes. `styles` and `lists` have to outlive it. One object belongs
// to one thread.
class DocxCounter {
 public:
  DocxCounter(const DocxStyles& styles, const DocxLists& lists) : styles_(styles), lists_(lists) {}

  struct Label {
    std::string text;  // its space included; at most some hundred bytes
    bool is_bullet = false;
  };
  // Counts a paragraph.
  Label next(const DocxProperties& paragraph);

 private:
  using Counts = std::array<std::optional<int>, DocxLists::most_levels>;

  const DocxStyles& styles_;
  const DocxLists& lists_;
  std::unordered_map<std::string, Counts> counts_;       // by definition
  std::set<std::pair<std::string, std::size_t>> begun_;  // lists and levels whose start override is used up
};

}  // namespace jomun
