// Jomun: the notes of a page: marks in the text that link to a note, and the notes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html_notes.h"

#include <algorithm>
#include <map>
#include <optional>

#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr std::size_t longest_mark = 8;                                 // code points
constexpr std::size_t most_note_bytes = 12'000, most_note_nodes = 512;  // what is longer is a part of the page

// The text inside a node, or nothing when it is longer than `most` bytes.
std::optional<std::string> text_inside(const HtmlTree& tree, std::size_t node, std::size_t most) {
  std::string result;
  const auto& nodes = tree.nodes();
  for (std::size_t i = node + 1; i < nodes[node].end; ++i) {
    if (nodes[i].tag != HtmlTag::text) continue;
    result += tree.text(i);
    if (result.size() > most) return std::nullopt;
  }
  return result;
}

// The number or sign a mark shows, without brackets and "注": "1" for "[注1]". Empty: it shows something else.
std::string mark_label(std::string_view text) {
  constexpr std::u32string_view dropped = U" \t\n\r\u00A0\u3000[]()（）［］【】〔〕〈〉註注주.。:：^";
  constexpr std::u32string_view signs = U"*†‡§¶＊※";
  std::string label;
  bool number = false, other = false;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    if (dropped.find(next.value) == dropped.npos) {
      const char32_t c = next.value;
      const bool digit = (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９') || (c >= U'①' && c <= U'⑳');
      const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
      if (digit || signs.find(c) != signs.npos) {
        number = true;
      } else if (!letter || label.size() > 1) {
        other = true;
      }
      label += text.substr(i, next.bytes);
    }
    i += next.bytes;
  }
  const bool one_letter = label.size() == 1;
  return other || !(number || one_letter) ? std::string() : label;
}

bool is_inside(const HtmlTree& tree, std::size_t node, HtmlTag tag) {
  for (int up = 0; up < 4 && node != 0; ++up, node = tree.nodes()[node].parent)
    if (tree.nodes()[node].tag == tag) return true;
  return false;
}

bool contains(const HtmlTree& tree, std::size_t node, HtmlTag tag) {
  for (std::size_t i = node + 1; i < tree.nodes()[node].end; ++i)
    if (tree.nodes()[i].tag == tag) return true;
  return false;
}

std::size_t block_of(const HtmlTree& tree, std::size_t node) {
  while (!is_block(tree.nodes()[node].tag)) node = tree.nodes()[node].parent;
  return node;
}

// The row rather than the cell with the number.
std::size_t note_of(const HtmlTree& tree, std::size_t target) {
  const std::size_t block = block_of(tree, target);
  const bool cell = tree.nodes()[block].tag == HtmlTag::table_cell || tree.nodes()[block].tag == HtmlTag::table_head_cell;
  return cell ? tree.nodes()[block].parent : block;
}

// The link in `note` that leads back to `mark` or what is directly around it.
std::optional<std::size_t> link_back(const HtmlTree& tree, std::size_t note, std::size_t mark) {
  const auto& nodes = tree.nodes();
  for (std::size_t i = note + 1; i < nodes[note].end; ++i) {
    if (nodes[i].tag != HtmlTag::anchor) continue;
    const auto href = tree.attribute(i, HtmlAttribute::href);
    const auto target = href ? tree.target(*href) : std::nullopt;
    if (!target || *target >= note) continue;
    if (*target == mark || (*target < mark && mark - *target < 4) || (*target > mark && *target < nodes[mark].end)) return i;
  }
  return std::nullopt;
}

// A note is a paragraph or item, not a heading or a part with headings.
bool may_be_note(const HtmlTree& tree, std::size_t note) {
  const HtmlTag tag = tree.nodes()[note].tag;
  if (tag == HtmlTag::heading || tag == HtmlTag::page || tag == HtmlTag::article || tag == HtmlTag::table) return false;
  if (tree.nodes()[note].end - note > most_note_nodes) return false;
  const auto text = text_inside(tree, note, most_note_bytes);
  return text && !trim(*text).empty() && !contains(tree, note, HtmlTag::heading);
}

}  // namespace

HtmlNotes find_html_notes(const HtmlTree& tree) {
  const auto& nodes = tree.nodes();
  HtmlNotes result;
  std::map<std::size_t, std::string> notes;  // by block
  std::map<std::size_t, bool> usable;
  for (std::size_t i = 1; i < nodes.size(); ++i) {
    if (nodes[i].tag != HtmlTag::anchor || nodes[i].end - i > 8) continue;
    const auto href = tree.attribute(i, HtmlAttribute::href);
    const auto target = href ? tree.target(*href) : std::nullopt;
    if (!target || *target <= i || (*target < nodes[i].end)) continue;
    const auto text = text_inside(tree, i, 4 * longest_mark);
    const std::string label = text ? mark_label(*text) : std::string();
    if (label.empty() || count_code_points(*text) > longest_mark) continue;
    const std::size_t note = note_of(tree, *target);
    if (note <= i || note == block_of(tree, i)) continue;
    const auto [known, is_new] = usable.try_emplace(note, false);
    if (is_new) known->second = may_be_note(tree, note);
    if (!known->second) continue;
    const auto role = tree.attribute(i, HtmlAttribute::role);
    const bool marked =
        is_inside(tree, i, HtmlTag::raised) || contains(tree, i, HtmlTag::raised) || (role && role->find("noteref") != role->npos);
    const auto back = link_back(tree, note, i);
    if (!marked && !back) continue;
    notes.try_emplace(note, label);
    result.dropped.push_back(i);
    if (back) result.dropped.push_back(*back);
  }
  std::size_t end = 0;
  for (auto& [node, label] : notes) {
    if (node < end) continue;
    result.notes.push_back({std::move(label), node});
    end = nodes[node].end;
  }
  return result;
}

}  // namespace jomun
