// Jomun: the body of a saved page, told from menus, headers, footers and boxes by their links, sentences and places.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html_body.h"

#include <algorithm>

#include "corpus/formats/html_lines.h"
#include "corpus/layout.h"

namespace jomun {
namespace {

// Parts of the whole weight, in percent.
constexpr std::uint64_t container_share = 85;
constexpr std::uint64_t little = 5, some = 10, much = 20;

// Half widths.
constexpr std::uint32_t longest_tool_box = 160, longest_leftover = 150, longest_viewing_box = 1500, longest_return = 40;

// Links.
constexpr std::size_t least_menu = 4, least_list = 3, least_buttons = 3;

bool is_part_of_page(HtmlTag tag) {
  return tag == HtmlTag::navigation || tag == HtmlTag::page_header || tag == HtmlTag::page_footer || tag == HtmlTag::aside;
}

class Judge {
 public:
  Judge(const HtmlTree& tree, std::vector<HtmlLine> lines)
      : tree_(tree), nodes_(tree.nodes()), lines_(std::move(lines)), measures_(nodes_.size()), furniture_(nodes_.size(), false) {
    find_container();
    find_ends();
    find_title();
    for (const HtmlLine& line : lines_) measures_[line.block].add(line.measure);
    for (std::size_t i = nodes_.size(); i-- > 1;) measures_[nodes_[i].parent].add(measures_[i]);
  }

  std::vector<bool> judge() {
    for (std::size_t i = 1; i < nodes_.size();) {
      if (!is_block(nodes_[i].tag) || holds_container(i)) {
        ++i;
        continue;
      }
      if (is_furniture(i)) {
        furniture_[i] = true;
        furniture_after_ = furniture_after_ || i >= landmark_end();
        i = nodes_[i].end;
      } else {
        // A list of definitions is one thing.
        const bool whole = nodes_[i].tag == HtmlTag::definitions && !is_inside(i);
        if (whole) std::fill_n(spared_.begin() + static_cast<std::ptrdiff_t>(i), nodes_[i].end - i, true);
        i = whole ? nodes_[i].end : i + 1;
      }
    }
    judge_lines();
    judge_top();
    if (nothing_left()) furniture_.assign(nodes_.size(), false);
    return std::move(furniture_);
  }

 private:
  // The weight that counts for the container: not that of parts named as furniture, unless there is no other.
  std::vector<std::uint32_t> weights() const {
    std::vector<bool> named(nodes_.size(), false);
    for (std::size_t i = 1; i < nodes_.size(); ++i) named[i] = named[nodes_[i].parent] || is_part_of_page(nodes_[i].tag);
    std::vector<std::uint32_t> result = weights_without(named);
    return result[0] > 0 ? result : weights_without(std::vector<bool>(nodes_.size(), false));
  }

  std::vector<std::uint32_t> weights_without(const std::vector<bool>& left_out) const {
    std::vector<std::uint32_t> result(nodes_.size());
    for (const HtmlLine& line : lines_)
      if (!left_out[line.block]) result[line.block] += line.measure.weight;
    for (std::size_t i = nodes_.size(); i-- > 1;) result[nodes_[i].parent] += result[i];
    return result;
  }

  void find_container() {
    const std::vector<std::uint32_t> weight = weights();
    whole_ = weight[0];
    if (whole_ == 0) return;
    for (std::size_t inner = 0; inner != nodes_.size();) {
      container_ = inner;
      inner = nodes_.size();
      for (std::size_t child = container_ + 1; child < nodes_[container_].end; child = nodes_[child].end)
        if (std::uint64_t{weight[child]} * 100 >= whole_ * container_share) inner = child;
    }
    // A paragraph alone holds nothing.
    while (container_ != 0 && !holds_blocks(container_)) container_ = nodes_[container_].parent;
    for (std::size_t i = container_;; i = nodes_[i].parent) {
      if (nodes_[i].tag == HtmlTag::article) {
        landmark_ = i;
        return;
      }
      if (i == 0) break;
    }
    landmark_ = container_;
  }

  // Of the lines that are names of the page the longest is the title; the others are the site's name. What repeats the title behind the
  // body is a signature.
  void find_title() {
    std::uint32_t longest = 0;
    for (const HtmlLine& line : lines_)
      if (line.measure.titles > 0 && !line.note && line.first < first_weight_) longest = std::max(longest, line.measure.length);
    titled_ = longest > 0;
    for (HtmlLine& line : lines_)
      if (!line.note && (line.first >= nodes_[container_].end || line.measure.length < longest)) line.measure.titles = 0;
  }

  bool holds_blocks(std::size_t i) const {
    if (!is_block(nodes_[i].tag)) return false;
    for (std::size_t child = i + 1; child < nodes_[i].end; child = nodes_[child].end)
      if (is_block(nodes_[child].tag)) return true;
    return false;
  }

  // The first and the last line in the container that weigh.
  void find_ends() {
    spared_.assign(nodes_.size(), false);
    first_weight_ = nodes_.size();
    std::vector<std::size_t> inside;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (lines_[i].block >= container_ && lines_[i].block < nodes_[container_].end) inside.push_back(i);
    if (const std::size_t i = find_end(inside); i < lines_.size()) first_weight_ = lines_[i].first;
    std::reverse(inside.begin(), inside.end());
    if (const std::size_t i = find_end(inside); i < lines_.size()) last_weight_ = lines_[i].end;
  }

  // The first of these lines that weighs; but what a list of links parts from the rest and is light and without labels does not count.
  std::size_t find_end(const std::vector<std::size_t>& order) const {
    std::size_t found = lines_.size();
    std::uint64_t passed = 0;
    std::uint32_t links = 0;
    bool parted = true;
    for (const std::size_t i : order) {
      const HtmlMeasure& measure = lines_[i].measure;
      if (measure.weight > 0) {
        if (parted) found = i;
        parted = false;
        passed += measure.weight;
        links = 0;
        if (measure.labels > 0 || passed * 100 > whole_ * some) return found;
      } else {
        links = measure.is_linked(5) ? links + measure.links : 0;
        parted = parted || links >= least_list;
      }
    }
    return found;
  }

  std::size_t landmark_end() const { return nodes_[landmark_].end; }
  bool holds_container(std::size_t i) const { return i <= container_ && container_ < nodes_[i].end; }
  bool is_inside(std::size_t i) const { return i > container_ && i < nodes_[container_].end; }
  bool is_in_landmark(std::size_t i) const { return i >= landmark_ && i < landmark_end(); }
  bool weighs_at_most(const HtmlMeasure& measure, std::uint64_t percent) const {
    return std::uint64_t{measure.weight} * 100 <= whole_ * percent;
  }

  // Between the first and the last text that weighs.
  bool is_in_midst(std::size_t begin, std::size_t end) const { return begin < last_weight_ && end > first_weight_; }

  // Buttons; in the midst of the text one or two may be references that open in a box. And links back to the top.
  bool is_tool(const HtmlMeasure& measure, std::size_t begin, std::size_t end) const {
    if (measure.weight > 0 || measure.titles > 0 || measure.headings + measure.articles + measure.items > 0) return false;
    if (measure.length > longest_tool_box) return false;
    if (measure.actions >= (is_in_midst(begin, end) ? least_buttons : 1) && measure.is_linked(4)) return true;
    return measure.returns > 0 && measure.links == 0 && measure.jumping == measure.length && measure.length <= longest_return;
  }

  bool is_furniture(std::size_t i) const {
    const HtmlMeasure& measure = measures_[i];
    if (measure.length == 0) return false;
    if (is_tool(measure, i, nodes_[i].end)) return true;
    const HtmlTag tag = nodes_[i].tag;
    if (tag == HtmlTag::navigation) return measure.titles == 0 && (weighs_at_most(measure, much) || measure.is_linked(5));
    if (measure.titles > 0 && tag != HtmlTag::page_footer) return false;
    if (is_part_of_page(tag) && is_named_furniture(i)) return true;
    if (whole_ == 0) return false;
    return is_inside(i) ? is_furniture_inside(i) : is_furniture_outside(i);
  }

  bool is_named_furniture(std::size_t i) const {
    const HtmlMeasure& measure = measures_[i];
    if (measure.titles > 0 && measure.rights == 0) return false;
    if (is_in_landmark(i) && landmark_ != container_) return measure.weight == 0 && measure.is_linked(4);
    if (is_inside(i)) return measure.weight == 0 && (measure.is_linked(4) || measure.rights > 0);
    return weighs_at_most(measure, nodes_[i].tag == HtmlTag::page_header ? some : much);
  }

  bool is_furniture_inside(std::size_t i) const {
    const HtmlMeasure& measure = measures_[i];
    const bool at_end = i >= last_weight_ || nodes_[i].end <= first_weight_;
    if (measure.weight + measure.articles > 0 || !at_end) return false;
    if (measure.links >= 2 && measure.is_linked(6)) return true;
    return measure.controls >= 2 && measure.length <= 2 * longest_tool_box;
  }

  bool is_furniture_outside(std::size_t i) const {
    const HtmlMeasure& measure = measures_[i];
    const bool after = i >= nodes_[container_].end;
    const bool light = weighs_at_most(measure, little);
    if (light && measure.links >= 2 && measure.is_linked(4)) return true;
    if (measure.weight + measure.articles == 0 && measure.links == 1 && measure.is_linked(8) && !is_in_landmark(i)) return true;
    if (light && measure.controls >= 1 && (measure.controls >= 2 || measure.length <= longest_tool_box)) return true;
    if (measure.controls >= 2 && weighs_at_most(measure, some)) return true;
    if (measure.cookies > 0 && measure.controls + measure.links > 0 && measure.length <= longest_viewing_box &&
        weighs_at_most(measure, much))
      return true;
    if (measure.linked_headings > 0 && weighs_at_most(measure, little * (measure.linked_headings + 1))) return true;
    if (!after) return false;
    if (measure.labels == 0 && weighs_at_most(measure, much) && (measure.rights > 0 || (measure.contacts > 0 && !is_in_landmark(i))))
      return true;
    return furniture_after_ && measure.weight + measure.articles == 0 && measure.length <= longest_leftover && i >= landmark_end();
  }

  void judge_lines() {
    for (const HtmlLine& line : lines_) {
      if (spared_[line.block]) continue;
      if (is_furniture_line(line)) {
        drop(line);
      } else if (line.measure.actions >= 2 && line.measure.weight + line.measure.titles + line.measure.articles + line.measure.items == 0 &&
                 !is_in_midst(line.first, line.end)) {
        for (std::size_t i = line.first; i < line.end; ++i)
          if (nodes_[i].tag == HtmlTag::anchor && html_link_acts(tree_, i)) furniture_[i] = true;
      }
    }
  }

  void drop(const HtmlLine& line) {
    for (std::size_t i = line.first; i < line.end; ++i)
      if (nodes_[i].tag == HtmlTag::text || nodes_[i].tag == HtmlTag::ruby) furniture_[i] = true;
  }

  // What stands before a menu that stands before the title, or else the first heading, of the body is the top of the site, whatever it
  // says.
  void judge_top() {
    if (whole_ == 0) return;
    const std::vector<bool> gone = with_inside();
    std::size_t menu_end = 0, links = 0, top = 0;
    for (const HtmlLine& line : lines_) {
      if (line.end > first_weight_ || is_in_landmark(line.block)) break;
      const bool dropped = gone[first_text(line)];
      if (!dropped && (titled_ ? line.measure.titles > 0 : nodes_[line.block].tag == HtmlTag::heading)) break;
      links = dropped ? links + line.measure.links : 0;
      ++top;
      if (links >= least_menu) menu_end = top;
    }
    for (std::size_t i = 0; i < menu_end; ++i)
      if (weighs_at_most(lines_[i].measure, some) && lines_[i].measure.labels == 0) drop(lines_[i]);
  }

  std::size_t first_text(const HtmlLine& line) const {
    for (std::size_t i = line.first; i < line.end; ++i)
      if (nodes_[i].tag == HtmlTag::text) return i;
    return line.first;
  }

  std::vector<bool> with_inside() const {
    std::vector<bool> gone(nodes_.size(), false);
    for (std::size_t i = 1; i < nodes_.size(); ++i) gone[i] = furniture_[i] || gone[nodes_[i].parent];
    return gone;
  }

  bool is_furniture_line(const HtmlLine& line) const {
    const HtmlMeasure& measure = line.measure;
    if (line.advertises || is_tool(measure, line.first, line.end)) return true;
    if (measure.weight > 0 || measure.titles > 0 || whole_ == 0) return false;
    if (line.breadcrumbs && line.end <= first_weight_) return true;
    const bool inside = line.block >= container_ && line.block < nodes_[container_].end;
    const bool ends = line.first >= last_weight_;
    const bool at_end = ends || line.end <= first_weight_;
    if (inside && !at_end) return false;
    if (measure.links >= 2 && measure.is_linked(inside ? 5 : 4) && !(inside && measure.articles > 0)) return true;
    if (ends && line.more && measure.is_linked(8)) return true;
    if (!is_in_landmark(line.block) && nodes_[line.block].tag != HtmlTag::heading && measure.jumping == measure.length &&
        measure.length <= longest_tool_box)
      return true;
    if (inside || is_in_landmark(line.block)) return ends && (measure.rights > 0 || measure.cookies > 0);
    return ends && (measure.rights > 0 || measure.contacts > 0);
  }

  bool nothing_left() const {
    const std::vector<bool> gone = with_inside();
    return std::none_of(lines_.begin(), lines_.end(), [&](const HtmlLine& line) {
      if (line.measure.length == 0) return false;
      for (std::size_t i = line.first; i < line.end; ++i)
        if (nodes_[i].tag == HtmlTag::text && !gone[i]) return true;
      return false;
    });
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  std::vector<HtmlLine> lines_;
  std::vector<HtmlMeasure> measures_;  // of each node with all inside
  std::vector<bool> furniture_, spared_;
  std::uint64_t whole_ = 0;  // the weight of the page
  std::size_t container_ = 0, landmark_ = 0;
  std::size_t first_weight_ = 0, last_weight_ = 0;
  bool titled_ = false;           // a line is the title
  bool furniture_after_ = false;  // some furniture came after the landmark
};

}  // namespace

std::vector<bool> find_html_furniture(const HtmlTree& tree, const std::vector<std::string>& titles, const std::vector<HtmlNote>& notes) {
  std::vector<std::string> squeezed;
  for (const std::string& title : titles) squeezed.push_back(squeeze(title));
  std::vector<std::size_t> note_nodes;
  for (const HtmlNote& note : notes) note_nodes.push_back(note.node);
  return Judge(tree, measure_html_lines(tree, squeezed, note_nodes)).judge();
}

}  // namespace jomun
