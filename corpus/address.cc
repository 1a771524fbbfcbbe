// Jomun: the address in a citation as people write it.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/address.h"

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "corpus/layout.h"
#include "corpus/numerals.h"
#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view annexes[] = {"annex", "appendix", "schedule", "附件",   "附錄", "附录", "附表", "別表",
                                        "别表",  "別紙",     "别纸",     "부속서", "별표", "별지", "부록"};
constexpr std::string_view supplements[] = {"supplementary provisions", "supplement", "附則", "附则", "부칙"};
// What may stand before a number and says no more than it does itself.
constexpr std::string_view before_number[] = {"第", "제",        "§",    "article",      "articles", "art",   "section", "sec",
                                              "s.", "paragraph", "para", "subparagraph", "item",     "point", "no",      "number"};
// Chapters and the like: before an article they do not count, behind one 款 and 目 are parts of it.
constexpr std::string_view divisions[] = {"编", "編", "篇", "章", "節", "节", "款", "目", "편", "장", "절", "관"};
constexpr std::string_view division_words[] = {"part", "chapter", "title", "division"};
constexpr std::string_view articles[] = {"条", "條", "조"};
constexpr std::string_view units[] = {"項", "项", "항", "号", "號", "호", "目", "목", "款"};
constexpr std::string_view branches[] = {"の", "의", "之", "-", "－", "‐"};

bool is_latin(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Reader {
 public:
  explicit Reader(std::string_view typed) : text_(typed) {}

  std::optional<std::string> read() {
    for (skip_separators(); at_ < text_.size(); skip_separators())
      if (!read_component()) return std::nullopt;
    if (components_.empty()) return std::nullopt;
    std::string address;
    for (const std::string& component : components_) address += (address.empty() ? "" : ".") + component;
    return address;
  }

 private:
  bool read_component() {
    if (take(annexes)) return add_named("annex");
    if (take(supplements)) return add_named("supplement");
    if (read_own_name()) return true;
    const bool division = take(division_words);
    if (!division) take(before_number);
    skip_separators();
    std::optional<std::string> number = read_number();
    if (!number) return false;
    // 12A: inserted behind 12.
    if (at_ < text_.size() && text_[at_] >= 'A' && text_[at_] <= 'Z' && (at_ + 1 == text_.size() || !is_latin(text_[at_ + 1])) &&
        number->back() >= '0' && number->back() <= '9')
      *number += {'-', lower_ascii(text_[at_++])};
    const std::size_t after_number = at_;
    skip_separators();
    bool chapter = division, has_unit = true;
    if (!division && !has_article_ && take(divisions))
      chapter = true;
    else if (take(articles))
      has_article_ = true;
    else
      has_unit = take(units);
    if (!has_unit) at_ = after_number;
    while (take(branches)) {
      const std::optional<std::string> branch = read_number();
      if (!branch) return false;
      *number += "-" + *branch;
    }
    read_repetition(*number);
    skip_separators();
    // A chapter alone may be what is asked for; what stands in it makes it superfluous.
    if (chapter && at_ < text_.size()) return true;
    components_.push_back(std::move(*number));
    return true;
  }

  // annex, annex2: the second one.
  bool add_named(std::string name) {
    const std::size_t before = at_;
    at_ = skip_blanks(text_, at_);
    take(before_number);
    at_ = skip_blanks(text_, at_);
    if (const std::optional<std::string> number = read_number(); number && !is_latin(number->front())) {
      // 附件第三条: an article of the only one.
      if (take(articles)) {
        at_ = before;
      } else if (*number != "1") {
        name += *number;
      }
    } else {
      at_ = before;
    }
    components_.push_back(std::move(name));
    return true;
  }

  // p1, i2, e3, l4, list2, part2: only addresses are written so.
  bool read_own_name() {
    static constexpr std::string_view names[] = {"list", "part", "p", "i", "e", "l"};
    for (const std::string_view name : names) {
      std::size_t end = at_ + name.size();
      if (text_.substr(at_, name.size()) != name || end == text_.size() || !is_digit(end)) continue;
      while (end < text_.size() && is_digit(end)) ++end;
      components_.emplace_back(text_.substr(at_, end - at_));
      at_ = end;
      read_repetition(components_.back());
      return true;
    }
    return false;
  }

  // 4~2: the second one that would be called 4.
  void read_repetition(std::string& component) {
    std::size_t end = at_ + 1;
    if (at_ == text_.size() || text_[at_] != '~') return;
    while (end < text_.size() && is_digit(end)) ++end;
    if (end == at_ + 1) return;
    component += text_.substr(at_, end - at_);
    at_ = end;
  }

  std::optional<std::string> read_number() {
    if (at_ == text_.size()) return std::nullopt;
    if (const auto enclosed = read_enclosed(text_, at_)) return take_numeral(*enclosed);
    if (const auto numeral = read_numeral(text_, at_)) return take_numeral(*numeral);
    const auto letter = read_letter(text_, at_);
    if (!letter || (letter->end < text_.size() && is_latin(text_[letter->end]))) return std::nullopt;
    if (letter->script != Script::latin) return take_numeral(*letter);
    std::string result(1, lower_ascii(text_[at_]));
    at_ = letter->end;
    return result;
  }
  std::string take_numeral(const Numeral& numeral) {
    at_ = numeral.end;
    return std::to_string(numeral.value);
  }

  // One of `words`, in any case; a word of letters ends where letters end.
  bool take(Words words) {
    for (const std::string_view word : words) {
      if (text_.size() - at_ < word.size()) continue;
      bool same = true;
      for (std::size_t i = 0; i < word.size() && same; ++i) same = lower_ascii(text_[at_ + i]) == word[i];
      const std::size_t end = at_ + word.size();
      if (!same || (is_latin(word.back()) && end < text_.size() && is_latin(text_[end]))) continue;
      at_ = end;
      return true;
    }
    return false;
  }

  void skip_separators() {
    constexpr std::u32string_view separators = U".．,，、·・ㆍ()（）[]［］〔〕";
    while (at_ < text_.size()) {
      const Decoded next = decode(text_, at_);
      if (!is_blank(next.value) && separators.find(next.value) == separators.npos) return;
      at_ += next.bytes;
    }
  }

  bool is_digit(std::size_t offset) const { return text_[offset] >= '0' && text_[offset] <= '9'; }

  std::string_view text_;
  std::size_t at_ = 0;
  bool has_article_ = false;
  std::vector<std::string> components_;
};

}  // namespace

std::optional<std::string> read_address(std::string_view typed) { return Reader(typed).read(); }

}  // namespace jomun
