// Jomun: a page as a tree of what counts for its text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What no reader sees is not in it: comments, scripts, styles, templates, frames, pictures and drawings, deleted text, and elements hidden
// by `hidden`, `aria-hidden`, display:none or visibility:hidden. Of a form's control only stands that there is one. Elements that only set
// a face, such as b and span, are left out too, their text is not.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jomun {

enum class HtmlTag : std::uint8_t {
  text,      // characters
  mark,      // an element of no meaning but with an id, and `wbr`
  anchor,    // <a>
  raised,    // <sup>
  line_end,  // <br>
  control,   // button, input, select, textarea; empty
  time,
  ruby,
  ruby_base,     // <rb>
  ruby_text,     // <rt>
  ruby_texts,    // <rtc>
  ruby_bracket,  // <rp>
  // Of the head
  meta,
  link,
  title,
  // Blocks
  page,  // <html>, <body>
  block,
  rule,  // <hr>
  heading,
  preformatted,
  ordered_list,
  unordered_list,
  list_item,
  definitions,  // <dl>
  definition,   // <dd>, <dt>
  table,
  table_caption,
  table_rows,  // thead, tbody, tfoot
  table_row,
  table_cell,
  table_head_cell,
  // Blocks that say what part of the page they are, by name or role
  navigation,  // also search, menus, dialogs
  page_header,
  page_footer,
  aside,
  article,  // also main
};

constexpr bool is_block(HtmlTag tag) { return tag >= HtmlTag::page; }

enum class HtmlAttribute : std::uint8_t {
  id,
  name,
  href,
  role,
  style,
  start,
  type,
  reversed,
  value,
  lang,
  property,
  content,
  datetime,
  rel
};

struct HtmlNode {
  std::uint32_t parent = 0;  // of the root: itself
  std::uint32_t end = 0;     // the nodes inside are those from the next one to before this
  std::uint32_t first = 0;   // of a text: its first byte; else its first attribute
  std::uint32_t count = 0;   // of bytes, or of attributes
  HtmlTag tag = HtmlTag::text;
  std::uint8_t level = 0;  // of a heading: 1 to 6
};

class HtmlTree {
 public:
  // Any bytes that are well-formed UTF-8 give a tree, as broken as they are. Time and memory are proportional to the size. Throws
  // UnreadableFile for more elements than any page has, or elements closed wrongly so often that they would cost more than linear time.
  explicit HtmlTree(std::string_view utf8);
  HtmlTree(const HtmlTree&) = delete;  // targets_ looks into text_
  HtmlTree& operator=(const HtmlTree&) = delete;

  // In the order of the page, each before what is in it. The first is a block around all.
  const std::vector<HtmlNode>& nodes() const { return nodes_; }
  // REQUIRES: nodes()[node].tag is text. Valid as long as the tree.
  std::string_view text(std::size_t node) const { return std::string_view(text_).substr(nodes_[node].first, nodes_[node].count); }
  // The value, empty for an attribute without; nothing where the element has no such attribute. Valid as long as the tree.
  std::optional<std::string_view> attribute(std::size_t node, HtmlAttribute name) const;
  // The node in this page that a link leads to, if any. Browsers save links with the whole address, so only what is behind the # counts.
  std::optional<std::size_t> target(std::string_view href) const;

 private:
  friend class HtmlTreeBuilder;

  struct Attribute {
    HtmlAttribute name;
    std::uint32_t begin, size;  // in text_
  };

  std::vector<HtmlNode> nodes_;
  std::vector<Attribute> attributes_;
  std::string text_;
  std::unordered_map<std::string_view, std::size_t> targets_;  // views into text_
};

// The value of a property of an inline style, in lower case without white space: "none" for "display" of "color:red; DISPLAY : None".
// Empty: not set.
std::string style_property(std::string_view style, std::string_view property);

}  // namespace jomun
