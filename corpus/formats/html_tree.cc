// Jomun: a page as a tree of what counts for its text.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <unordered_map>

#include "corpus/formats/extracted_text.h"
#include "tokenizers/ascii.h"

namespace jomun {
namespace {

// Pages have thousands of elements, a whole code of laws some hundred thousand.
constexpr std::size_t most_elements = std::size_t{1} << 22;

// libxml2 looks through all open elements for each end tag without a begin, and through all attributes of a tag for each more of them.
constexpr std::uint64_t most_comparisons = std::uint64_t{1} << 28;
constexpr std::size_t most_words_in_tag = 4096;

enum class Treatment : std::uint8_t { keep, skip, empty };

struct Element {
  std::string_view name;
  HtmlTag tag;
  Treatment treatment = Treatment::keep;
  std::uint8_t level = 0;
};

// What is not here is text inside a line.
constexpr Element elements[] = {
    {"a", HtmlTag::anchor},
    {"address", HtmlTag::block},
    {"applet", HtmlTag::mark, Treatment::skip},
    {"article", HtmlTag::article},
    {"aside", HtmlTag::aside},
    {"audio", HtmlTag::mark, Treatment::skip},
    {"blockquote", HtmlTag::block},
    {"body", HtmlTag::page},
    {"br", HtmlTag::line_end, Treatment::empty},
    {"button", HtmlTag::control, Treatment::skip},
    {"canvas", HtmlTag::mark, Treatment::skip},
    {"caption", HtmlTag::table_caption},
    {"center", HtmlTag::block},
    {"datalist", HtmlTag::mark, Treatment::skip},
    {"dd", HtmlTag::definition},
    {"del", HtmlTag::mark, Treatment::skip},
    {"details", HtmlTag::block},
    {"dialog", HtmlTag::navigation},
    {"dir", HtmlTag::unordered_list},
    {"div", HtmlTag::block},
    {"dl", HtmlTag::definitions},
    {"dt", HtmlTag::definition},
    {"embed", HtmlTag::mark, Treatment::skip},
    {"fieldset", HtmlTag::block},
    {"figcaption", HtmlTag::block},
    {"figure", HtmlTag::block},
    {"footer", HtmlTag::page_footer},
    {"form", HtmlTag::block},
    {"frameset", HtmlTag::mark, Treatment::skip},
    {"h1", HtmlTag::heading, Treatment::keep, 1},
    {"h2", HtmlTag::heading, Treatment::keep, 2},
    {"h3", HtmlTag::heading, Treatment::keep, 3},
    {"h4", HtmlTag::heading, Treatment::keep, 4},
    {"h5", HtmlTag::heading, Treatment::keep, 5},
    {"h6", HtmlTag::heading, Treatment::keep, 6},
    {"header", HtmlTag::page_header},
    {"hgroup", HtmlTag::block},
    {"hr", HtmlTag::rule, Treatment::empty},
    {"html", HtmlTag::page},
    {"iframe", HtmlTag::mark, Treatment::skip},
    {"input", HtmlTag::control, Treatment::empty},
    {"legend", HtmlTag::block},
    {"li", HtmlTag::list_item},
    {"link", HtmlTag::link, Treatment::empty},
    {"listing", HtmlTag::preformatted},
    {"main", HtmlTag::article},
    {"map", HtmlTag::mark, Treatment::skip},
    {"menu", HtmlTag::unordered_list},
    {"meta", HtmlTag::meta, Treatment::empty},
    {"nav", HtmlTag::navigation},
    {"noframes", HtmlTag::mark, Treatment::skip},
    {"noscript", HtmlTag::mark, Treatment::skip},
    {"object", HtmlTag::mark, Treatment::skip},
    {"ol", HtmlTag::ordered_list},
    {"optgroup", HtmlTag::mark, Treatment::skip},
    {"option", HtmlTag::mark, Treatment::skip},
    {"p", HtmlTag::block},
    {"plaintext", HtmlTag::preformatted},
    {"pre", HtmlTag::preformatted},
    {"rb", HtmlTag::ruby_base},
    {"rp", HtmlTag::ruby_bracket},
    {"rt", HtmlTag::ruby_text},
    {"rtc", HtmlTag::ruby_texts},
    {"ruby", HtmlTag::ruby},
    {"script", HtmlTag::mark, Treatment::skip},
    {"search", HtmlTag::navigation},
    {"section", HtmlTag::block},
    {"select", HtmlTag::control, Treatment::skip},
    {"style", HtmlTag::mark, Treatment::skip},
    {"summary", HtmlTag::block},
    {"sup", HtmlTag::raised},
    {"svg", HtmlTag::mark, Treatment::skip},
    {"table", HtmlTag::table},
    {"tbody", HtmlTag::table_rows},
    {"td", HtmlTag::table_cell},
    {"template", HtmlTag::mark, Treatment::skip},
    {"textarea", HtmlTag::control, Treatment::skip},
    {"tfoot", HtmlTag::table_rows},
    {"th", HtmlTag::table_head_cell},
    {"thead", HtmlTag::table_rows},
    {"time", HtmlTag::time},
    {"title", HtmlTag::title},
    {"tr", HtmlTag::table_row},
    {"ul", HtmlTag::unordered_list},
    {"video", HtmlTag::mark, Treatment::skip},
    {"xmp", HtmlTag::preformatted},
};

const Element& find_element(std::string_view name) {
  static constexpr Element unknown = {"", HtmlTag::mark};
  static const auto table = [] {
    std::unordered_map<std::string_view, const Element*> result;
    for (const Element& element : elements) result[element.name] = &element;
    return result;
  }();
  const auto found = table.find(name);
  return found == table.end() ? unknown : *found->second;
}

struct AttributeName {
  std::string_view name;
  HtmlAttribute attribute;
};

// itemprop says of a time what property says of a meta element.
constexpr AttributeName attribute_names[] = {
    {"id", HtmlAttribute::id},          {"name", HtmlAttribute::name},         {"href", HtmlAttribute::href},
    {"role", HtmlAttribute::role},      {"style", HtmlAttribute::style},       {"start", HtmlAttribute::start},
    {"type", HtmlAttribute::type},      {"reversed", HtmlAttribute::reversed}, {"value", HtmlAttribute::value},
    {"lang", HtmlAttribute::lang},      {"xml:lang", HtmlAttribute::lang},     {"property", HtmlAttribute::property},
    {"rel", HtmlAttribute::rel},        {"itemprop", HtmlAttribute::property}, {"content", HtmlAttribute::content},
    {"epub:type", HtmlAttribute::role}, {"datetime", HtmlAttribute::datetime},
};

struct RoleTag {
  std::string_view role;
  HtmlTag tag;
};

constexpr RoleTag roles[] = {
    {"alertdialog", HtmlTag::navigation}, {"article", HtmlTag::article},         {"banner", HtmlTag::page_header},
    {"complementary", HtmlTag::aside},    {"contentinfo", HtmlTag::page_footer}, {"dialog", HtmlTag::navigation},
    {"main", HtmlTag::article},           {"menu", HtmlTag::navigation},         {"menubar", HtmlTag::navigation},
    {"navigation", HtmlTag::navigation},  {"search", HtmlTag::navigation},       {"toolbar", HtmlTag::navigation},
};

std::string_view view(const xmlChar* text) { return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text); }

bool is_letter(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool begins_with(std::string_view text, std::size_t offset, std::string_view word) {
  if (text.size() - offset < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (lower_ascii(text[offset + i]) != word[i]) return false;
  return true;
}

// Where the text of a script or style that begins at `offset` ends.
std::size_t raw_text_end(std::string_view html, std::size_t offset, std::string_view end_tag) {
  while (offset < html.size()) {
    offset = html.find("</", offset);
    if (offset == html.npos) return html.size();
    if (begins_with(html, offset, end_tag)) return offset;
    offset += 2;
  }
  return html.size();
}

// `html` without NUL, and without what stands in a tag after more words than any tag has.
std::string bound_tags(std::string_view html) {
  std::string result;
  result.reserve(html.size());
  const auto copy = [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) result += html[i] == '\0' ? ' ' : html[i];
  };
  std::size_t i = 0;
  while (i < html.size()) {
    const std::size_t tag = std::min(html.find('<', i), html.size());
    copy(i, tag);
    i = tag;
    if (i == html.size()) break;
    if (begins_with(html, i, "<!--")) {
      const std::size_t end = html.find("-->", i);
      copy(i, end == html.npos ? html.size() : end);
      i = end == html.npos ? html.size() : end;
      continue;
    }
    result += html[i++];
    if (i == html.size() || !is_letter(html[i])) continue;
    const std::size_t name = i;
    std::size_t words = 0;
    for (; i < html.size() && html[i] != '>'; ++i) {
      if (is_space(html[i]) || html[i] == '/' || html[i] == '"' || html[i] == '\'') ++words;
      if (words <= most_words_in_tag) result += html[i] == '\0' ? ' ' : html[i];
    }
    for (const std::string_view raw : {"script", "style"}) {
      if (!begins_with(html, name, raw) || is_letter(name + raw.size() < html.size() ? html[name + raw.size()] : ' ')) continue;
      const std::size_t end = raw_text_end(html, i, std::string("</") + std::string(raw));
      copy(i, end);
      i = end;
    }
  }
  return result;
}

// References to U+0080..U+009F mean what Windows has there, as browsers read them.
constexpr char16_t windows_1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                       0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                       0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

void append_characters(std::string& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if (text[i] != '\xC2' || next < 0x80 || next > 0x9F) {
      out += text[i];
      continue;
    }
    const char16_t c = windows_1252[next - 0x80];
    if (c < 0x800) {
      out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    } else {
      out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
    }
    ++i;
  }
}

}  // namespace

std::string style_property(std::string_view style, std::string_view property) {
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string_view declaration = style.substr(0, end);
    style.remove_prefix(std::min(end + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == declaration.npos) continue;
    const auto squeezed = [](std::string_view text) {
      std::string result = lower_ascii(text);
      std::erase_if(result, is_space);
      return result;
    };
    if (squeezed(declaration.substr(0, colon)) != property) continue;
    std::string value = squeezed(declaration.substr(colon + 1));
    return value.substr(0, value.find('!'));
  }
  return {};
}

// Listens to libxml2's parser rather than taking its tree, which ends the page at 256 open elements.
class HtmlTreeBuilder {
 public:
  HtmlTreeBuilder(HtmlTree& tree, std::string_view utf8) : tree_(tree) {
    tree_.nodes_.push_back({.tag = HtmlTag::page});
    parse(bound_tags(utf8));
    if (failure_) std::rethrow_exception(failure_);
    while (!open_.empty()) close();
    tree_.nodes_[0].end = static_cast<std::uint32_t>(tree_.nodes_.size());
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  void parse(const std::string& html) {
    if (html.size() > most_extracted_bytes) throw UnreadableFile("the page is too large; split it");
    const std::unique_ptr<htmlParserCtxt, decltype(&htmlFreeParserCtxt)> context(htmlNewParserCtxt(), htmlFreeParserCtxt);
    if (context == nullptr) throw std::bad_alloc();
    context_ = context.get();
    htmlSAXHandler& sax = *context->sax;
    sax = {};
    sax.startElement = [](void* self, const xmlChar* name, const xmlChar** attributes) {
      of(self).guard([&](HtmlTreeBuilder& builder) { builder.start(view(name), attributes); });
    };
    sax.endElement = [](void* self, const xmlChar*) { of(self).guard([](HtmlTreeBuilder& builder) { builder.end(); }); };
    sax.characters = [](void* self, const xmlChar* text, int size) {
      of(self).guard([&](HtmlTreeBuilder& builder) {
        builder.characters({reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)});
      });
    };
    sax.ignorableWhitespace = sax.characters;
    sax.cdataBlock = sax.characters;
    sax.initialized = XML_SAX2_MAGIC;
    sax.serror = [](void* self, xmlErrorPtr error) { of(self).guard([&](HtmlTreeBuilder& builder) { builder.problem(error->code); }); };
    context->_private = this;
    // The options make it deaf to what the page says of its encoding; the last flag lifts limits that would end the text early.
    context->options |= XML_PARSE_HUGE;
    htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD | XML_PARSE_HUGE);
    context_ = nullptr;
  }

  static HtmlTreeBuilder& of(void* context) { return *static_cast<HtmlTreeBuilder*>(static_cast<htmlParserCtxtPtr>(context)->_private); }

  // No exception may pass through libxml2.
  template <typename Action>
  void guard(Action action) {
    if (failure_) return;
    try {
      action(*this);
    } catch (...) {
      failure_ = std::current_exception();
      xmlStopParser(context_);
    }
  }

  void problem(int code) {
    if (code == XML_ERR_TAG_NAME_MISMATCH) comparisons_ += static_cast<std::uint64_t>(context_->nameNr);
    if (comparisons_ > most_comparisons)
      throw UnreadableFile("the page's elements are nested too deeply and closed wrongly; save it as plain text in a browser");
  }

  std::uint32_t parent() const { return open_.empty() ? 0 : parents_.back(); }

  std::uint32_t add(HtmlNode node) {
    tree_.nodes_.push_back(node);
    return static_cast<std::uint32_t>(tree_.nodes_.size() - 1);
  }

  void start(std::string_view name, const xmlChar** attributes) {
    if (++elements_ > most_elements) throw UnreadableFile("the page has more elements than can be read; split it");
    if (skipping_ > 0) {
      ++skipping_;
      return;
    }
    const Element& element = find_element(name);
    if (element.tag != HtmlTag::page && is_hidden(attributes)) {
      ++skipping_;
      return;
    }
    const bool skip = element.treatment == Treatment::skip;
    if (element.tag == HtmlTag::control && is_hidden_input(attributes)) return push(none);
    HtmlNode node{.parent = ruby_parent(element.tag), .tag = element.tag, .level = element.level};
    node.first = static_cast<std::uint32_t>(tree_.attributes_.size());
    if (!skip) read_attributes(attributes, node.tag);
    node.count = static_cast<std::uint32_t>(tree_.attributes_.size() - node.first);
    if (is_block(node.tag)) apply_role(node);
    const bool wanted = node.tag != HtmlTag::mark || node.count > 0;
    if (skip) {
      node.end = static_cast<std::uint32_t>(tree_.nodes_.size() + 1);
      if (node.tag == HtmlTag::control) add(node);
      ++skipping_;
      return;
    }
    if (!wanted) return push(none);
    push(add(node));
  }

  void push(std::uint32_t node) {
    parents_.push_back(node == none ? parent() : node);
    open_.push_back(node);
  }

  void end() {
    if (skipping_ > 0) {
      --skipping_;
      return;
    }
    if (!open_.empty()) close();
  }

  void close() {
    const std::uint32_t node = open_.back();
    open_.pop_back();
    parents_.pop_back();
    if (node != none && tree_.nodes_[node].end == 0) tree_.nodes_[node].end = static_cast<std::uint32_t>(tree_.nodes_.size());
  }

  void characters(std::string_view text) {
    if (skipping_ > 0 || text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(tree_.text_.size());
    append_characters(tree_.text_, text);
    const auto size = static_cast<std::uint32_t>(tree_.text_.size() - begin);
    HtmlNode& last = tree_.nodes_.back();
    const auto nodes = static_cast<std::uint32_t>(tree_.nodes_.size());
    // libxml2 gives long texts in pieces.
    if (last.tag == HtmlTag::text && last.parent == parent() && last.first + last.count == begin && last.end == nodes) {
      last.count += size;
      return;
    }
    add({.parent = parent(), .end = nodes + 1, .first = begin, .count = size, .tag = HtmlTag::text});
  }

  // The parts of a ruby need no end tags; libxml2 does not know.
  std::uint32_t ruby_parent(HtmlTag tag) {
    std::uint32_t above = parent();
    if (tag < HtmlTag::ruby_base || tag > HtmlTag::ruby_bracket) return above;
    const auto is_part = [&](std::uint32_t node) {
      const HtmlTag part = tree_.nodes_[node].tag;
      return part >= HtmlTag::ruby_base && part <= HtmlTag::ruby_bracket && !(part == HtmlTag::ruby_texts && tag == HtmlTag::ruby_text);
    };
    while (is_part(above)) {
      tree_.nodes_[above].end = static_cast<std::uint32_t>(tree_.nodes_.size());
      above = tree_.nodes_[above].parent;
    }
    for (std::size_t i = parents_.size(); i-- > 0 && is_part(parents_[i]);) parents_[i] = above;
    return above;
  }

  static bool is_hidden(const xmlChar** attributes) {
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      const std::string_view name = view(attributes[0]), value = view(attributes[1]);
      if (name == "hidden" || (name == "aria-hidden" && lower_ascii(value) == "true")) return true;
      if (name == "style" && (style_property(value, "display") == "none" || style_property(value, "visibility") == "hidden")) return true;
    }
    return false;
  }

  static bool is_hidden_input(const xmlChar** attributes) {
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
      if (view(attributes[0]) == "type" && lower_ascii(view(attributes[1])) == "hidden") return true;
    return false;
  }

  void read_attributes(const xmlChar** attributes, HtmlTag tag) {
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      const auto* known = std::find_if(std::begin(attribute_names), std::end(attribute_names),
                                       [&](const AttributeName& entry) { return entry.name == view(attributes[0]); });
      if (known == std::end(attribute_names)) continue;
      if (tag == HtmlTag::mark && known->attribute != HtmlAttribute::id) continue;
      const std::string_view value = view(attributes[1]);
      tree_.attributes_.push_back(
          {known->attribute, static_cast<std::uint32_t>(tree_.text_.size()), static_cast<std::uint32_t>(value.size())});
      tree_.text_ += value;
    }
  }

  void apply_role(HtmlNode& node) {
    for (std::uint32_t i = node.first; i < node.first + node.count; ++i) {
      const HtmlTree::Attribute& attribute = tree_.attributes_[i];
      if (attribute.name != HtmlAttribute::role) continue;
      const std::string value = lower_ascii(std::string_view(tree_.text_).substr(attribute.begin, attribute.size));
      for (const RoleTag& role : roles)
        if (role.role == value && (node.tag == HtmlTag::block || node.tag > HtmlTag::table_head_cell)) node.tag = role.tag;
    }
  }

  HtmlTree& tree_;
  htmlParserCtxtPtr context_ = nullptr;
  std::exception_ptr failure_;
  std::vector<std::uint32_t> open_;     // the parser's open elements; none: without a node
  std::vector<std::uint32_t> parents_;  // for each of them, where what comes next belongs
  std::size_t skipping_ = 0;            // open elements from one that is not wanted on
  std::size_t elements_ = 0;
  std::uint64_t comparisons_ = 0;
};

HtmlTree::HtmlTree(std::string_view utf8) {
  HtmlTreeBuilder(*this, utf8);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (const auto id = attribute(i, HtmlAttribute::id)) targets_.try_emplace(*id, i);
    if (nodes_[i].tag == HtmlTag::anchor)
      if (const auto name = attribute(i, HtmlAttribute::name)) targets_.try_emplace(*name, i);
  }
}

std::optional<std::size_t> HtmlTree::target(std::string_view href) const {
  const std::size_t hash = href.find('#');
  if (hash == href.npos) return std::nullopt;
  const auto found = targets_.find(href.substr(hash + 1));
  return found == targets_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string_view> HtmlTree::attribute(std::size_t node, HtmlAttribute name) const {
  const HtmlNode& element = nodes_[node];
  if (element.tag == HtmlTag::text) return std::nullopt;
  for (std::uint32_t i = element.first; i < element.first + element.count; ++i)
    if (attributes_[i].name == name) return std::string_view(text_).substr(attributes_[i].begin, attributes_[i].size);
  return std::nullopt;
}

}  // namespace jomun
