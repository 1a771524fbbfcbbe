// Jomun: the numbers a browser shows before the items of a list.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/html_lists.h"

#include <charconv>
#include <optional>

namespace jomun {
namespace {

// Leading blanks and a plus sign are allowed, as in HTML.
std::optional<long long> read_integer(std::optional<std::string_view> text) {
  if (!text) return std::nullopt;
  while (!text->empty() && (text->front() == ' ' || text->front() == '+')) text->remove_prefix(1);
  int value = 0;
  if (std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc()) return std::nullopt;
  return value;
}

std::string style_of(const HtmlTree& tree, std::size_t node) {
  if (const auto style = tree.attribute(node, HtmlAttribute::style)) {
    for (const std::string_view property : {"list-style-type", "list-style"})
      if (std::string value = style_property(*style, property); !value.empty()) return value;
  }
  const std::string_view type = tree.attribute(node, HtmlAttribute::type).value_or("");
  if (type == "a") return "lower-alpha";
  if (type == "A") return "upper-alpha";
  if (type == "i") return "lower-roman";
  if (type == "I") return "upper-roman";
  return {};
}

std::string alphabetic(long long number, char first) {
  std::string result;
  for (; number > 0; number = (number - 1) / 26) result.insert(result.begin(), static_cast<char>(first + (number - 1) % 26));
  return result;
}

std::string roman(long long number, bool upper) {
  struct Digit {
    int value;
    std::string_view lower, upper;
  };
  static constexpr Digit digits[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
                                     {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
                                     {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"}};
  std::string result;
  for (const Digit& digit : digits)
    for (; number >= digit.value; number -= digit.value) result += upper ? digit.upper : digit.lower;
  return result;
}

std::string marker(long long number, const std::string& style, bool ordered) {
  const auto is = [&](std::string_view name) { return style.find(name) != style.npos; };
  std::string printed;
  if (is("none")) return "";
  if (is("alpha") || is("latin")) {
    if (number > 0) printed = alphabetic(number, is("upper") ? 'A' : 'a');
  } else if (is("roman")) {
    if (number > 0 && number < 4000) printed = roman(number, is("upper"));
  } else if (is("disc") || is("circle") || is("square") || (!ordered && !is("decimal"))) {
    return "• ";
  }
  return (printed.empty() ? std::to_string(number) : printed) + ". ";
}

}  // namespace

HtmlList::HtmlList(const HtmlTree& tree, std::size_t list)
    : tree_(tree), ordered_(tree.nodes()[list].tag == HtmlTag::ordered_list), style_(style_of(tree, list)) {
  if (!ordered_) return;
  if (tree.attribute(list, HtmlAttribute::reversed)) {
    step_ = -1;
    next_ = 0;
    for (std::size_t i = list + 1; i < tree.nodes()[list].end; i = tree.nodes()[i].end) next_ += tree.nodes()[i].tag == HtmlTag::list_item;
  }
  if (const auto start = read_integer(tree.attribute(list, HtmlAttribute::start))) next_ = *start;
}

std::string HtmlList::next_marker(std::size_t item) {
  if (const auto value = read_integer(tree_.attribute(item, HtmlAttribute::value))) next_ = *value;
  const std::string own = style_of(tree_, item);
  std::string result = marker(next_, own.empty() ? style_ : own, ordered_);
  next_ += step_;
  return result;
}

}  // namespace jomun
