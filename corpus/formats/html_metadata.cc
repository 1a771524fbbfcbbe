// Jomun: what a page says of itself in its head.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html_metadata.h"

#include <algorithm>
#include <optional>

#include "corpus/dates.h"
#include "corpus/layout.h"
#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"
#include "tokenizers/language.h"

namespace jomun {
namespace {

constexpr std::size_t most_title_bytes = 300;
constexpr std::size_t lines_of_head = 10;

// In lower case, the best first: Open Graph, the metas of Chinese government sites, Highwire, Dublin Core.
constexpr std::string_view title_names[] = {"og:title", "articletitle", "citation_title", "dc.title", "dcterms.title"};
constexpr std::string_view date_names[] = {
    "article:published_time", "pubdate",        "publishdate",    "publish_date",  "citation_publication_date",
    "citation_date",          "dc.date.issued", "dcterms.issued", "datepublished", "dc.date",
    "dcterms.date",           "date",
};
constexpr std::string_view issuer_names[] = {"citation_publisher", "dc.publisher", "dcterms.publisher", "dcterms.creator"};
constexpr std::string_view address_names[] = {"og:url"};

// White space as one space, none at the edges.
std::string one_line(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    const bool space = next.value <= U' ' || next.value == U'\u00A0';
    if (!space) {
      result += text.substr(i, next.bytes);
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
    i += next.bytes;
  }
  return std::string(trim(result));
}

class Head {
 public:
  explicit Head(const HtmlTree& tree) : tree_(tree) {
    for (std::size_t i = 0; i < tree.nodes().size(); ++i)
      if (tree.nodes()[i].tag == HtmlTag::meta) metas_.push_back(i);
  }

  // The value of the first meta of the first of these names that has one.
  std::string find(const auto& names) const {
    for (const std::string_view name : names)
      for (const std::size_t meta : metas_) {
        const auto property = tree_.attribute(meta, HtmlAttribute::property);
        const auto own_name = property ? property : tree_.attribute(meta, HtmlAttribute::name);
        const auto content = tree_.attribute(meta, HtmlAttribute::content);
        if (!own_name || !content || lower_ascii(trim(*own_name)) != name) continue;
        if (std::string value = one_line(*content); !value.empty()) return value;
      }
    return {};
  }

 private:
  const HtmlTree& tree_;
  std::vector<std::size_t> metas_;
};

std::string text_of(const HtmlTree& tree, std::size_t node, const std::vector<bool>& left_out) {
  std::string text;
  for (std::size_t i = node; i < tree.nodes()[node].end && text.size() <= 4 * most_title_bytes; ++i)
    if (tree.nodes()[i].tag == HtmlTag::text && (left_out.empty() || !left_out[i])) text += tree.text(i);
  return one_line(text);
}

std::string title_element(const HtmlTree& tree) {
  for (std::size_t i = 0; i < tree.nodes().size(); ++i)
    if (tree.nodes()[i].tag == HtmlTag::title) return text_of(tree, i, {});
  return {};
}

// "A_B", "A | B", "A - B": A, B, and what stands together of more than two.
std::vector<std::string> parts_of(std::string_view title) {
  constexpr std::u32string_view always = U"_|｜＿»›＜＞<>«";
  constexpr std::u32string_view between_spaces = U"-–—―‐·・:：/";
  constexpr std::size_t most_parts = 8;
  std::vector<std::pair<std::size_t, std::size_t>> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < title.size();) {
    const Decoded next = decode(title, i);
    const std::size_t end = i + next.bytes;
    const bool spaced = i > 0 && title[i - 1] == ' ' && end < title.size() && title[end] == ' ';
    // A dash without spaces parts a name of the site from ideographs: 條例-查詢系統.
    const bool dash = next.value == U'-' || next.value == U'—' || next.value == U'–';
    const bool ideographs = dash && i > 0 && end < title.size() && is_ideographic(decode_before(title, i).value);
    if (parts.size() + 1 < most_parts &&
        (always.find(next.value) != always.npos || ideographs || (spaced && between_spaces.find(next.value) != between_spaces.npos))) {
      parts.emplace_back(begin, i);
      begin = end;
    }
    i = end;
  }
  parts.emplace_back(begin, title.size());
  std::vector<std::string> result;
  for (std::size_t first = 0; first < parts.size(); ++first)
    for (std::size_t last = first; last < parts.size(); ++last)
      if (const auto part = trim(title.substr(parts[first].first, parts[last].second - parts[first].first)); !part.empty())
        result.emplace_back(part);
  std::stable_sort(result.begin(), result.end(), [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  return result;
}

std::string title_of(const HtmlTree& tree, const Head& head, const std::vector<bool>& furniture, std::string_view text) {
  if (std::string title = head.find(title_names); !title.empty()) return title;
  const auto& nodes = tree.nodes();
  for (std::size_t i = 1; i < nodes.size(); i = furniture[i] ? nodes[i].end : i + 1) {
    if (furniture[i] || nodes[i].tag != HtmlTag::heading || nodes[i].level != 1) continue;
    const std::string title = text_of(tree, i, furniture);
    if (!title.empty() && title.size() <= most_title_bytes) return title;
  }
  const std::string whole = title_element(tree);
  if (whole.size() > most_title_bytes) return whole;
  // Further down stands the site's name, as a signature.
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < lines_of_head) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.push_back(squeeze(text.substr(0, std::min(end, 2 * most_title_bytes))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  for (const std::string& part : parts_of(whole))
    if (std::find(lines.begin(), lines.end(), squeeze(part)) != lines.end()) return part;
  // A page that does not name its text may still have a heading over it.
  for (std::size_t i = 1; i < nodes.size() && !lines.empty(); i = furniture[i] ? nodes[i].end : i + 1)
    if (!furniture[i] && nodes[i].tag == HtmlTag::heading)
      if (const std::string heading = text_of(tree, i, furniture); squeeze(heading) == lines.front()) return heading;
  return whole;
}

// Empty where the tag does not say which script Chinese is in.
std::string language_tag(std::string_view declared) {
  std::string tag = lower_ascii(trim(declared));
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::string primary = tag.substr(0, tag.find('-'));
  const auto has = [&](std::string_view subtag) { return ("-" + tag + "-").find("-" + std::string(subtag) + "-") != std::string::npos; };
  if (primary == "zh" || primary == "cmn" || primary == "yue") {
    if (has("hant") || (!has("hans") && (has("tw") || has("hk") || has("mo")))) return "zh-Hant";
    if (has("hans") || has("cn") || has("sg") || has("my")) return "zh-Hans";
    return {};
  }
  const bool letters = std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (primary.size() == 2 || primary.size() == 3) ? primary : std::string();
}

std::string language_of(const HtmlTree& tree, const Head& head, std::string_view text) {
  std::string language;
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size() && language.empty(); ++i)
    if (nodes[i].tag == HtmlTag::page)
      if (const auto lang = tree.attribute(i, HtmlAttribute::lang)) language = language_tag(*lang);
  constexpr std::string_view names[] = {"content-language", "og:locale"};
  if (language.empty()) language = language_tag(head.find(names));
  // Templates are copied with their lang="en"; the text knows better.
  const std::string_view seen = detect_language(text);
  const bool chinese = language.starts_with("zh") && (seen.starts_with("zh") || seen == "en");
  const bool cjk = language.starts_with("zh") || language == "ko" || language == "ja";
  const bool foreign = !cjk && language != "en" && seen == "en";
  return language == seen || chinese || foreign ? language : std::string();
}

std::string date_in(std::string_view text) {
  const auto date = read_date(text, 0);
  return date ? date->iso : std::string();
}

std::string date_of(const HtmlTree& tree, const Head& head, const std::vector<bool>& furniture) {
  for (const std::string_view name : date_names) {
    const std::string_view one[] = {name};
    if (std::string date = date_in(head.find(one)); !date.empty()) return date;
  }
  const auto& nodes = tree.nodes();
  for (std::size_t i = 1; i < nodes.size(); i = furniture[i] ? nodes[i].end : i + 1) {
    if (furniture[i] || nodes[i].tag != HtmlTag::time) continue;
    if (const auto value = tree.attribute(i, HtmlAttribute::datetime))
      if (std::string date = date_in(trim(*value)); !date.empty()) return date;
  }
  return {};
}

bool is_whole_address(std::string_view address) { return address.starts_with("http://") || address.starts_with("https://"); }

std::string source_of(const HtmlTree& tree, const Head& head) {
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tag != HtmlTag::link) continue;
    const auto rel = tree.attribute(i, HtmlAttribute::rel), href = tree.attribute(i, HtmlAttribute::href);
    if (rel && href && lower_ascii(trim(*rel)) == "canonical" && is_whole_address(trim(*href))) return std::string(trim(*href));
  }
  const std::string address = head.find(address_names);
  return is_whole_address(address) ? address : std::string();
}

}  // namespace

std::vector<std::string> html_titles(const HtmlTree& tree) {
  std::vector<std::string> result;
  if (std::string title = Head(tree).find(title_names); !title.empty()) result.push_back(std::move(title));
  for (std::string& part : parts_of(title_element(tree))) result.push_back(std::move(part));
  std::erase_if(result, [](const std::string& title) { return title.size() > most_title_bytes; });
  return result;
}

Metadata html_metadata(const HtmlTree& tree, const std::vector<bool>& furniture, std::string_view text) {
  const Head head(tree);
  Metadata found;
  found.title = title_of(tree, head, furniture, text);
  found.language = language_of(tree, head, text);
  found.source_url = source_of(tree, head);
  found.date = date_of(tree, head, furniture);
  found.issuer = head.find(issuer_names);
  return found;
}

}  // namespace jomun
