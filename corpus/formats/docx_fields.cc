// Jomun: the fields of a DOCX file: which of their text is seen.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/docx_fields.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "corpus/formats/text_builder.h"
#include "corpus/layout.h"

namespace jomun {
namespace {

std::string keyword(std::string_view instruction) {
  instruction = trim(instruction);
  std::string word(instruction.substr(0, instruction.find_first_of(" \t\\\"")));
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return word;
}

bool is_furniture(std::string_view instruction) {
  static constexpr std::array<std::string_view, 7> furniture{"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "TOC", "TOA", "INDEX"};
  return std::find(furniture.begin(), furniture.end(), keyword(instruction)) != furniture.end();
}

// The arguments in the brackets that open at `open`.
std::vector<std::string_view> arguments(std::string_view text, std::size_t open) {
  std::vector<std::string_view> found;
  std::size_t begin = open + 1;
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    const bool closes = text[i] == ')' && --depth == 0;
    if (closes || (depth == 1 && (text[i] == ',' || text[i] == ';'))) {
      found.push_back(text.substr(begin, i - begin));
      begin = i + 1;
    }
    if (closes) return found;
  }
  return {};
}

// EQ \o\ad(\s\up 9(かんじ),漢字) is ruby; EQ \o\ac(○,秘) a character in a circle.
std::string overlaid(std::string_view instruction) {
  const std::size_t overlay = std::min(instruction.find("\\o"), instruction.find("\\O"));
  if (overlay == std::string_view::npos) return {};
  const std::size_t open = instruction.find('(', overlay);
  if (open == std::string_view::npos) return {};
  const std::vector<std::string_view> parts = arguments(instruction, open);
  if (parts.size() < 2) return {};
  const std::string_view base = trim(parts.back());
  const std::string_view over = trim(parts.front());
  const std::size_t inner = over.find('(');
  if (over.substr(0, 2) != "\\s" || inner == std::string_view::npos) return std::string(base);
  const std::vector<std::string_view> reading = arguments(over, inner);
  return reading.size() == 1 ? ruby_text(base, reading.front()) : std::string(base);
}

}  // namespace

void DocxFields::set_hides(Field& field, bool hides) {
  if (field.hides == hides) return;
  field.hides = hides;
  hides ? ++hiding_ : --hiding_;
}

void DocxFields::begin() {
  fields_.emplace_back();
  ++hiding_;
}

void DocxFields::add_instruction(std::string_view text) {
  constexpr std::size_t longest = 1000;
  if (fields_.empty() || fields_.back().has_result) return;
  std::string& instruction = fields_.back().instruction;
  if (instruction.size() < longest) instruction += text.substr(0, longest);
}

void DocxFields::separate() {
  if (fields_.empty()) return;
  Field& field = fields_.back();
  field.has_result = true;
  set_hides(field, is_furniture(field.instruction));
}

std::string DocxFields::end() {
  if (fields_.empty()) return {};
  const Field& field = fields_.back();
  const std::string computed = !field.has_result && keyword(field.instruction) == "EQ" ? overlaid(field.instruction) : std::string();
  pop();
  return computed;
}

void DocxFields::end_paragraph() {
  while (!fields_.empty() && !fields_.back().has_result) pop();
}

void DocxFields::pop() {
  set_hides(fields_.back(), false);
  fields_.pop_back();
}

}  // namespace jomun
