// Jomun: the labels printed before clauses and headings.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Labels are recognised by their form, in every script, at the begin of a line. What the form alone cannot tell is `doubtful`
// and counts only where its number continues a list ("2.1 우리는" after 2., "第三条为了" after 第二条).
//
//   line                        kind        number    text after the label
//   第十九条 国家保护…           article     19        国家保护…
//   第七百三十条の二             article     730-2
//   제839조의2 (재산분할)        article     839-2     (재산분할)
//   Article 14-1                article     14-1
//   제2조부터 제6조까지 생략      article     2 to 6    생략
//   第二条第一項の規定により      none: a reference
//   Section 12. It shall        article     12
//   § 12a Scope                 article     12-a      Scope        (doubtful)
//   第一章　総則                 division              (the whole line is the heading)
//   附　則（平成五年…）　抄       supplement
//   附件：《…》                  annex
//   2.4 이러한                  item        2.4       이러한      (doubtful)
//   （一）申请…                  item        1         申请…
//   ——发展                      dash                  发展
//   2024.5.21. AI 서울          none: a date
//
// Everything here is thread-safe. REQUIRES everywhere: well-formed UTF-8 without white space at its edges.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jomun {

enum class LabelKind : std::uint8_t { article, division, annex, supplement, item, dash };

struct Label {
  LabelKind kind;
  bool doubtful = false;
  // Two items of one style are siblings in a list; for divisions the level, the outermost (编, Part) least.
  unsigned style = 0;
  std::string number;           // in Arabic digits, components joined by '.' and '-'; a Latin letter stays one; empty for dashes
  std::size_t printed_end = 0;  // the label as printed is [0, printed_end) of the line
  std::size_t text = 0;         // where the text after the label begins; the size of the line when there is none
  std::string last_number{};    // of a range: 5 in 第三条から第五条まで; else empty

  // The number a list goes on from.
  const std::string& end_of_numbers() const { return last_number.empty() ? number : last_number; }

  std::string_view printed(std::string_view line) const { return line.substr(0, printed_end); }
};

// The style of 1. and of 2.4, one list whose numbers say how deep they are.
inline constexpr unsigned decimal_style = 1;
// That of Section 12 and § 12, which are articles in texts that have no others (corpus/sections.h), and of other articles 0.
inline constexpr unsigned section_style = 2;

std::optional<Label> read_label(std::string_view line);

// The parts of it.
std::optional<Label> read_article(std::string_view line);
std::optional<Label> read_division(std::string_view line);
std::optional<Label> read_section(std::string_view line);  // as an article
std::optional<Label> read_annex(std::string_view line);    // annex or supplement
std::optional<Label> read_item(std::string_view line);
std::optional<Label> read_dash(std::string_view line);

// The number of the article that stands at `offset`, be it a label or a reference: "839-2" for 제839조의2제1항을.
std::optional<std::string> read_article_number(std::string_view text, std::size_t offset);

// ①, ○２, ２ and (2) count paragraphs of an article rather than items, where they are the first to count in it.
bool counts_paragraphs(const Label& label);

// (i), (v) and (x), which form alone takes for letters; and the style they have as Roman numerals.
bool may_be_roman(const Label& label);
unsigned roman_style(unsigned latin_style);

// `number` comes directly after `previous` in one list: 3 after 2, 3-2 after 3, 2.1 after 2, 3 after 2.5, v after iv and after u. An empty
// `previous`: `number` is a first one.
bool continues_list(std::string_view previous, std::string_view number);

}  // namespace jomun
