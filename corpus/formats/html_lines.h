// Jomun: the lines of a page, measured to tell its body from its furniture.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "corpus/formats/html_tree.h"

namespace jomun {

// Lengths are in half widths: two for an ideograph, kana or Hangul syllable, one for any other letter or digit; other characters count
// nothing.
struct HtmlMeasure {
  std::uint32_t length = 0;
  std::uint32_t linked = 0;    // of it in links that leave the page or do something
  std::uint32_t jumping = 0;   // of it in links inside the page
  std::uint32_t weight = 0;    // of it in lines that are surely of the body: sentences, labelled clauses, data
  std::uint32_t links = 0;     // such links
  std::uint32_t actions = 0;   // of them those that lead nowhere: javascript:, #
  std::uint32_t returns = 0;   // links to an earlier place of the page: ▲ top
  std::uint32_t controls = 0;  // buttons, fields
  std::uint32_t rights = 0;    // lines that state copyright
  std::uint32_t contacts = 0;  // lines with telephone numbers, post codes and the like
  std::uint32_t cookies = 0;   // lines that ask to accept cookies, or say what is needed to view the page
  std::uint32_t labels = 0;    // lines that begin with the label of a clause
  std::uint32_t headings = 0;
  std::uint32_t articles = 0;         // lines that begin with the label of an article, chapter or annex, linked or not
  std::uint32_t items = 0;            // the same of an item
  std::uint32_t titles = 0;           // lines that are the title of the page, or its only h1; notes
  std::uint32_t linked_headings = 0;  // headings that are a link

  void add(const HtmlMeasure& other);
  // At least `tenths` of the length are linked.
  bool is_linked(std::uint32_t tenths) const { return links > 0 && std::uint64_t{linked} * 10 >= std::uint64_t{length} * tenths; }
};

// A line as a browser would begin it, not as it would wrap it.
struct HtmlLine {
  std::uint32_t block = 0;           // the innermost block around it
  std::uint32_t first = 0, end = 0;  // nodes; its texts are directly in the block or in elements of no width
  HtmlMeasure measure;
  bool note = false;         // of a note
  bool breadcrumbs = false;  // says where in the site the page is: a > b > c
  bool more = false;         // names related pages, or has the rest elsewhere
  bool advertises = false;   // says no more than that it is an advertisement
};

// The link runs a script or leads nowhere. REQUIRES: nodes()[anchor].tag is anchor.
bool html_link_acts(const HtmlTree& tree, std::size_t anchor);

// In the order of the page. `titles` are what the page calls itself, squeezed as by squeeze(); `notes` are nodes of notes. Linear.
std::vector<HtmlLine> measure_html_lines(const HtmlTree& tree, const std::vector<std::string>& titles,
                                         const std::vector<std::size_t>& notes);

}  // namespace jomun
