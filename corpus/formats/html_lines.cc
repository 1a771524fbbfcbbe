// Jomun: the lines of a page, measured to tell its body from its furniture.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html_lines.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "corpus/labels.h"
#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// Of a long line so much is looked at for words.
constexpr std::size_t most_bytes_of_line = 2000;

// Half widths from which a line without links is a sentence, has clauses, or is a paragraph whatever stands in it.
constexpr std::uint32_t least_sentence = 24, least_clauses = 50, least_paragraph = 120;
constexpr std::ptrdiff_t most_lines_with_word = 4;
constexpr std::uint32_t least_title = 8, longest_breadcrumbs = 160;
// A label weighs as much as a short sentence, so that a list of short items is body too.
constexpr std::uint32_t label_weight = 20;

std::vector<std::string> squeezed(const auto& words) {
  std::vector<std::string> result;
  for (const std::string_view word : words) result.push_back(squeeze(word));
  return result;
}

// Words that say what a line is for. Weak evidence: none of them counts alone.
const std::vector<std::string>& rights_words() {
  static const std::vector<std::string> words = squeezed(std::initializer_list<std::string_view>{
      "版权所有",
      "版權所有",
      "未经授权",
      "创作共用",
      "創用cc",
      "creativecommons",
      "공공누리",
      "無断転載",
      "저작권자",
      "무단전재",
      "allrightsreserved",
      "icp备",
      "icp證",
      "icp证",
      "公网安备",
  });
  return words;
}
const std::vector<std::string>& contact_words() {
  static const std::vector<std::string> words = squeezed(std::initializer_list<std::string_view>{
      "电话",         "電話",       "传真",     "傳真",     "邮编",     "郵編", "郵遞區號", "邮政编码", "电子邮箱", "热线",       "地址",
      "ファクシミリ", "ファックス", "우편번호", "대표전화", "전화번호", "팩스", "등록번호", "主办单位", "承办单位", "网站标识码", "fax",
  });
  return words;
}
const std::vector<std::string>& viewing_words() {
  static const std::vector<std::string> words = squeezed(std::initializer_list<std::string_view>{
      "cookie",
      "クッキー",
      "쿠키",
      "adobereader",
      "acrobatreader",
      "扫一扫",
      "최적화된",
      "最佳浏览",
      "最佳瀏覽",
  });
  return words;
}
const std::vector<std::string>& more_words() {
  static const std::vector<std::string> words = squeezed(std::initializer_list<std::string_view>{
      "相关新闻",
      "相关链接",
      "相关阅读",
      "延伸阅读",
      "阅读全文",
      "相關新聞",
      "延伸閱讀",
      "閱讀全文",
      "関連記事",
      "関連リンク",
      "続きを読む",
      "もっと見る",
      "관련기사",
      "관련뉴스",
      "더보기",
      "readmore",
      "seealso",
      "related",
  });
  return words;
}
const std::vector<std::string>& advertisements() {
  static const std::vector<std::string> words = squeezed(
      std::initializer_list<std::string_view>{"广告", "廣告", "広告", "광고", "pr", "ad", "advertisement", "advertisements", "sponsored"});
  return words;
}

bool has_word(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != text.npos; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Eight or more digits in groups from 0 or + on, as in 025-55550123, (089)555-123, +99 1 555 0100, or a Japanese post code; dates begin
// with other digits.
bool has_telephone_number(std::string_view text) {
  if (text.find("〒") != text.npos) return true;
  std::size_t digits = 0, groups = 0;
  char before = ' ';
  for (const char c : text) {
    if (is_digit(c)) {
      if (digits == 0 && c != '0' && before != '+') {
        before = c;
        continue;
      }
      if (digits == 0 && is_digit(before)) continue;
      groups += !is_digit(before);
      if (++digits >= 8 && groups >= 2) return true;
    } else if (c != '-' && c != '(' && c != ')' && c != ' ') {
      digits = groups = 0;
    }
    before = c;
  }
  return false;
}

// © or copyright with its year; the word alone is also in laws about it.
bool states_copyright(std::string_view text) {
  constexpr std::string_view word = "copyright";
  if (text.find("©") != text.npos || text.find("ⓒ") != text.npos) return true;
  const auto begin = std::search(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) { return (a | 0x20) == b; });
  if (begin == text.end()) return false;
  const std::string_view after = trim(text.substr(static_cast<std::size_t>(begin - text.begin()) + word.size()));
  return after.starts_with("(c)") || after.starts_with("(C)") || (!after.empty() && is_digit(after[0]));
}

std::string_view head(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while ((text[most] & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

enum class LinkKind : std::uint8_t { none, leaves, acts, jumps, returns };

LinkKind kind_of(const HtmlTree& tree, std::size_t anchor) {
  const auto href = tree.attribute(anchor, HtmlAttribute::href);
  if (!href || href->starts_with("mailto:") || href->starts_with("tel:")) return LinkKind::none;
  const std::string_view address = trim(*href);
  if (const auto target = tree.target(address)) {
    // A link to the very place it stands at is for copying.
    if (*target <= anchor && tree.nodes()[*target].end > anchor) return LinkKind::none;
    return *target < anchor ? LinkKind::returns : LinkKind::jumps;
  }
  if (address == "#top") return LinkKind::returns;
  return address.empty() || address.starts_with('#') || address.starts_with("javascript:") ? LinkKind::acts : LinkKind::leaves;
}

class LineMeasurer {
 public:
  LineMeasurer(const HtmlTree& tree, const std::vector<std::string>& titles, const std::vector<std::size_t>& notes)
      : tree_(tree), nodes_(tree.nodes()), titles_(titles), in_note_(nodes_.size(), false) {
    for (const std::size_t note : notes) std::fill_n(in_note_.begin() + static_cast<std::ptrdiff_t>(note), nodes_[note].end - note, true);
    std::size_t h1 = 0;
    for (const HtmlNode& node : nodes_) h1 += node.tag == HtmlTag::heading && node.level == 1;
    one_h1_ = h1 == 1;
    find_data();
  }

  std::vector<HtmlLine> measure() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      while (!blocks_.empty() && nodes_[blocks_.back()].end <= i) {
        end_line(i);
        blocks_.pop_back();
        line_.block = blocks_.empty() ? 0 : blocks_.back();
      }
      const HtmlNode& node = nodes_[i];
      if (node.tag == HtmlTag::title) {
        i = node.end - 1;
        continue;
      }
      if (is_block(node.tag)) {
        end_line(i);
        blocks_.push_back(static_cast<std::uint32_t>(i));
        begin_line(i + 1);
      } else if (node.tag == HtmlTag::line_end) {
        end_line(i);
        begin_line(i + 1);
      } else if (node.tag == HtmlTag::control) {
        ++line_.measure.controls;
      } else if (node.tag == HtmlTag::anchor) {
        enter_link(i);
      } else if (node.tag == HtmlTag::text) {
        add_text(i);
      }
    }
    end_line(nodes_.size());
    believe_words();
    return std::move(lines_);
  }

 private:
  // Rows with several cells of text in one table of several rows, and the pairs of a list of definitions.
  void find_data() {
    data_.assign(nodes_.size(), false);
    std::vector<std::uint32_t> filled(nodes_.size()), full_rows(nodes_.size());
    std::vector<bool> nests(nodes_.size(), false), has_text(nodes_.size(), false);
    for (std::size_t i = nodes_.size(); i-- > 1;) {
      const HtmlNode& node = nodes_[i];
      const std::size_t parent = node.parent;
      const bool text = node.tag == HtmlTag::text ? !trim(tree_.text(i)).empty() : static_cast<bool>(has_text[i]);
      if (text) has_text[parent] = true;
      if (node.tag == HtmlTag::table || nests[i]) nests[parent] = true;
      if (text && (node.tag == HtmlTag::table_cell || node.tag == HtmlTag::table_head_cell || node.tag == HtmlTag::definition))
        ++filled[parent];
      if (node.tag == HtmlTag::table_row && filled[i] >= 2) ++full_rows[parent];
      if (node.tag == HtmlTag::table_rows) full_rows[parent] += full_rows[i];
    }
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      const HtmlTag tag = nodes_[i].tag;
      // A table inside the table makes it one for layout.
      const bool table = tag == HtmlTag::table && full_rows[i] >= 2 && !nests[i];
      const bool definitions = tag == HtmlTag::definitions && filled[i] >= 6;
      data_[i] = table || definitions || (data_[nodes_[i].parent] && tag != HtmlTag::table && tag != HtmlTag::definitions);
    }
  }

  // Words that stand in many lines are what the page is about. In few, their lines are not of the body.
  void believe_words() {
    for (std::uint32_t HtmlMeasure::*word : {&HtmlMeasure::rights, &HtmlMeasure::cookies}) {
      const auto has = [&](const HtmlLine& line) { return line.measure.*word > 0; };
      const bool many = std::count_if(lines_.begin(), lines_.end(), has) > most_lines_with_word;
      for (HtmlLine& line : lines_)
        if (has(line)) (many ? line.measure.*word : line.measure.weight) = 0;
    }
  }

  void begin_line(std::size_t i) {
    line_ = {};
    line_.first = static_cast<std::uint32_t>(i);
    line_.block = blocks_.empty() ? 0 : blocks_.back();
    line_.measure.links = i < link_end_ && (link_ == LinkKind::leaves || link_ == LinkKind::acts);
    text_.clear();
    linked_text_at_end_ = false;
  }

  void enter_link(std::size_t i) {
    link_end_ = nodes_[i].end;
    link_ = kind_of(tree_, i);
    HtmlMeasure& measure = line_.measure;
    measure.links += link_ == LinkKind::leaves || link_ == LinkKind::acts;
    measure.actions += link_ == LinkKind::acts;
    measure.returns += link_ == LinkKind::returns;
  }

  void add_text(std::size_t i) {
    const std::string_view text = tree_.text(i);
    std::uint32_t length = 0;
    for (std::size_t at = 0; at < text.size();) {
      const Decoded next = decode(text, at);
      const CharacterClass kind = character(next.value).kind;
      length += is_cjk(kind) ? 2 : kind == CharacterClass::word || kind == CharacterClass::compound;
      clauses_ += std::u32string_view(U"，、；,;").find(next.value) != std::u32string_view::npos;
      crumbs_ += std::u32string_view(U">＞›»→").find(next.value) != std::u32string_view::npos;
      stops_ += std::u32string_view(U"。！？!?").find(next.value) != std::u32string_view::npos;
      slashes_ += next.value == U'/';
      at += next.bytes;
    }
    if (length == 0 && !trim(text).empty()) length = 1;
    line_.measure.length += length;
    const bool linked = i < link_end_ && link_ != LinkKind::none;
    if (linked) (link_ == LinkKind::leaves || link_ == LinkKind::acts ? line_.measure.linked : line_.measure.jumping) += length;
    if (length > 0) linked_text_at_end_ = linked;
    if (!linked && length > 0) unlinked_end_ = text_.size() + text.size();
    if (text_.size() < most_bytes_of_line) text_ += text;
  }

  void end_line(std::size_t end) {
    line_.end = static_cast<std::uint32_t>(end);
    if (line_.measure.length > 0 || line_.measure.controls > 0) {
      weigh();
      lines_.push_back(line_);
    }
    clauses_ = stops_ = crumbs_ = slashes_ = 0;
    unlinked_end_ = 0;
    begin_line(end);
  }

  void weigh() {
    HtmlMeasure& measure = line_.measure;
    const std::string_view text = trim(head(text_, most_bytes_of_line));
    const std::string bare = squeeze(text);
    const HtmlNode& block = nodes_[line_.block];
    // A line that is a link inside the page is part of a table of contents.
    const bool contents = measure.jumping * 5 >= measure.length * 3;
    const std::uint32_t own = measure.length - measure.linked - (contents ? measure.jumping : 0);
    const bool short_line = measure.length <= 300;
    // What leads back is one thing only.
    if (measure.returns > 0 && own > 4) measure.returns = 0;
    measure.rights = short_line && (states_copyright(text) || has_word(bare, rights_words()));
    measure.contacts = short_line && (has_telephone_number(text) || text.find('@') != text.npos ||
                                      (has_word(bare, contact_words()) && text.find_first_of("0123456789") != text.npos));
    measure.cookies = has_word(bare, viewing_words());
    line_.breadcrumbs = (crumbs_ >= 2 || (crumbs_ == 1 && measure.links > 0) || (slashes_ >= 2 && measure.links >= 2)) &&
                        measure.length <= longest_breadcrumbs && stops_ == 0;
    line_.more = has_word(bare, more_words());
    line_.advertises = std::find(advertisements().begin(), advertisements().end(), bare) != advertisements().end();
    const bool mostly_own = own * 3 >= measure.length * 2;
    if (mostly_own && own > 0) {
      const bool heading = block.tag == HtmlTag::heading;
      const bool title = measure.length >= least_title &&
                         std::any_of(titles_.begin(), titles_.end(), [&](const std::string& one) { return is_title(bare, one); });
      measure.titles = title || (heading && block.level == 1 && one_h1_);
    } else if (measure.is_linked(7)) {
      measure.linked_headings = block.tag == HtmlTag::heading;
    }
    const auto label = text.empty() ? std::nullopt : read_label(head(text, 200));
    measure.headings = block.tag == HtmlTag::heading;
    const bool labelled = label && !label->doubtful && label->kind != LabelKind::dash;
    measure.items = labelled && label->kind == LabelKind::item;
    measure.articles = labelled && label->kind != LabelKind::item;
    line_.note = in_note_[line_.block];
    if (line_.note) measure.titles = 1;
    if (labelled) measure.rights = measure.contacts = measure.cookies = 0;
    if (mostly_own && !line_.note) measure.weight = weight(text, label, own);
  }

  // The line is one of the names of the page, or that without the site's.
  static bool is_title(std::string_view line, std::string_view title) {
    return !line.empty() && title.find(line) != title.npos && line.size() * 5 >= title.size() * 2;
  }

  std::uint32_t weight(std::string_view text, const std::optional<Label>& label, std::uint32_t own) {
    if (label && !label->doubtful && label->kind != LabelKind::dash && own >= 4) {
      line_.measure.labels = 1;
      return std::max(own, label_weight);
    }
    // Teasers break off before their link.
    const std::string_view unlinked = linked_text_at_end_ ? trim(head(text_, std::min(unlinked_end_, most_bytes_of_line))) : text;
    if (unlinked.ends_with("…") || unlinked.ends_with("...")) return 0;
    if (data_[line_.block] && line_.measure.links == 0) return own;
    if (line_.measure.contacts > 0) return 0;
    const bool ends = stops_ > 0 || (ends_sentence(text) && !ends_in_colon(text));
    const bool sentence = own >= least_sentence && ends;
    const bool paragraph = own >= least_clauses && clauses_ + stops_ > 0;
    return sentence || paragraph || own >= least_paragraph ? own : 0;
  }

  const HtmlTree& tree_;
  const std::vector<HtmlNode>& nodes_;
  const std::vector<std::string>& titles_;
  std::vector<bool> in_note_;
  bool one_h1_ = false;
  std::vector<bool> data_;

  std::vector<HtmlLine> lines_;
  std::vector<std::uint32_t> blocks_;
  HtmlLine line_;
  std::string text_;
  std::uint32_t clauses_ = 0, stops_ = 0, crumbs_ = 0, slashes_ = 0;
  std::size_t link_end_ = 0;
  LinkKind link_ = LinkKind::none;
  std::size_t unlinked_end_ = 0;
  bool linked_text_at_end_ = false;
};

}  // namespace

void HtmlMeasure::add(const HtmlMeasure& other) {
  length += other.length;
  linked += other.linked;
  jumping += other.jumping;
  weight += other.weight;
  links += other.links;
  actions += other.actions;
  returns += other.returns;
  controls += other.controls;
  rights += other.rights;
  contacts += other.contacts;
  cookies += other.cookies;
  labels += other.labels;
  headings += other.headings;
  articles += other.articles;
  items += other.items;
  titles += other.titles;
  linked_headings += other.linked_headings;
}

bool html_link_acts(const HtmlTree& tree, std::size_t anchor) { return kind_of(tree, anchor) == LinkKind::acts; }

std::vector<HtmlLine> measure_html_lines(const HtmlTree& tree, const std::vector<std::string>& titles,
                                         const std::vector<std::size_t>& notes) {
  return LineMeasurer(tree, titles, notes).measure();
}

}  // namespace jomun
