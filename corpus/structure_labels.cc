// Jomun: the labels of articles, divisions and annexes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>

#include "corpus/labels.h"
#include "corpus/layout.h"
#include "corpus/numerals.h"
#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// Headings are short. In columns.
constexpr std::size_t longest_heading = 240;

char32_t at(std::string_view line, std::size_t offset) { return offset < line.size() ? decode(line, offset).value : 0; }
bool is_one_of(char32_t c, std::u32string_view set) { return c != 0 && set.find(c) != std::u32string_view::npos; }
bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_latin(char32_t c) { return is_lower(c) || is_upper(c); }

template <std::size_t size>
bool starts_with_any(std::string_view text, const std::array<std::string_view, size>& words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) { return text.starts_with(word); });
}

// 第 or 제, a number and a unit, with the numbers inserted later (の二, 之一, 의2, -1): 第七百三十条の二, 第 8-1 條, 제839조의2.
struct Ordinal {
  std::string number;
  char32_t unit;    // 条 條 조 章 장 …
  std::size_t end;  // after the last number
};

std::optional<Ordinal> read_ordinal(std::string_view line, std::size_t begin) {
  const char32_t first = at(line, begin);
  if (first != U'第' && first != U'제') return std::nullopt;
  const auto numeral = read_numeral(line, skip_blanks(line, begin + 3));
  if (!numeral) return std::nullopt;
  std::string number = std::to_string(numeral->value);
  std::size_t end = numeral->end;
  const auto read_inserted = [&](std::u32string_view marks) {
    while (is_one_of(at(line, end), marks)) {
      const auto inserted = read_numeral(line, end + decode(line, end).bytes);
      if (!inserted) break;
      number += "-" + std::to_string(inserted->value);
      end = inserted->end;
    }
  };
  read_inserted(U"-－‑之");
  end = skip_blanks(line, end);
  if (end == line.size()) return std::nullopt;
  Decoded unit = decode(line, end);
  end += unit.bytes;
  if (unit.value == U'分' || unit.value == U'部') {  // 第一分编, 第一部分
    const Decoded second = end < line.size() ? decode(line, end) : Decoded{};
    if (unit.value == U'部' && second.value != U'分') return std::nullopt;
    if (unit.value == U'分' && !is_one_of(second.value, U"编編")) return std::nullopt;
    end += second.bytes;
  }
  read_inserted(U"のノ之의-－");
  return Ordinal{std::move(number), unit.value, end};
}

bool is_article_unit(char32_t unit) { return is_one_of(unit, U"条條조"); }

// How deep a division of this unit stands, 0: it is none.
unsigned division_level(char32_t unit) {
  if (is_one_of(unit, U"编編篇편部")) return 1;
  if (unit == U'分') return 2;
  if (is_one_of(unit, U"章장")) return 3;
  if (is_one_of(unit, U"节節절")) return 4;
  if (is_one_of(unit, U"款관")) return 5;
  if (unit == U'目') return 6;
  return 0;
}

// What follows the number of an article that is only referred to.
bool begins_reference(std::string_view rest) {
  static constexpr std::array<std::string_view, 14> words = {"제",   "중 ",  "중\"",  "및",   "또는", "부터", "내지",
                                                             "본문", "단서", "각 호", "전단", "후단", "から", "各号"};
  return is_one_of(at(rest, 0), U"第及和或至到所中之的のにをはがともでへや与與以並并又但、，,;；。)）]」』・－―-〜～~前款項项号號規规") ||
         starts_with_any(rest, words);
}

// What says of a range of articles that nothing stands there.
bool begins_omission(std::string_view rest) {
  static constexpr std::array<std::string_view, 2> korean = {"삭제", "생략"};
  return starts_with_any(rest, korean);
}

// 第三条から第五条まで, 第十條至第十二條, 第四条及び第五条, 제2조부터 제6조까지: the end of a range or list that begins with an article
// ending at `end`, and its last number. A Korean one has to be followed by 생략 or 삭제, since references look the same.
struct Range {
  std::size_t end;
  std::string last;
};

Range read_range(std::string_view line, std::size_t end) {
  static constexpr std::array<std::string_view, 19> joints = {"から", "及び", "、", "・",   "至",   "～", "〜",   "－", "―", "–",
                                                              "-",    "及",   "和", "乃至", "부터", "및", "내지", "ㆍ", ","};
  static constexpr std::array<std::string_view, 2> ends = {"まで", "까지"};
  Range range{end, ""};
  bool korean = false;
  for (bool found = true; found;) {
    found = false;
    const std::size_t begin = skip_blanks(line, range.end);
    for (const std::string_view joint : joints) {
      if (!line.substr(begin).starts_with(joint)) continue;
      auto last = read_ordinal(line, skip_blanks(line, begin + joint.size()));
      if (!last || !is_article_unit(last->unit)) continue;
      korean = last->unit == U'조';
      range = {last->end, std::move(last->number)};
      for (const std::string_view word : ends)
        if (const std::size_t at_word = skip_blanks(line, range.end); line.substr(at_word).starts_with(word))
          range.end = at_word + word.size();
      found = true;
      break;
    }
  }
  const std::size_t after = skip_blanks(line, range.end);
  const bool complete = korean ? begins_omission(line.substr(after)) : after == line.size() || after != range.end;
  return complete ? range : Range{end, ""};
}

std::optional<Label> read_ideographic_article(std::string_view line, const Ordinal& ordinal) {
  Label label{LabelKind::article, false, 0, ordinal.number, ordinal.end, ordinal.end};
  Range range = read_range(line, ordinal.end);
  label.printed_end = range.end;
  label.last_number = std::move(range.last);
  label.text = skip_blanks(line, label.printed_end);
  if (label.text == line.size() || label.printed_end != ordinal.end) return label;
  const std::string_view rest = line.substr(label.text);
  const char32_t next = at(rest, 0);
  const bool apart = label.text != label.printed_end;
  if (next == U'(' || next == U'（') {
    const std::size_t closed = bracket_end(rest, 0);
    if (closed == 0) {
      label.doubtful = true;
      return label;
    }
    if (closed == rest.size() || is_blank(at(rest, closed)) || read_enclosed(rest, closed)) return label;
    if (ordinal.unit == U'조' || begins_reference(rest.substr(closed))) return std::nullopt;  // 第三条（第二項を除く。）の規定
    label.doubtful = true;
    return label;
  }
  if (next == U'：' || next == U':') {
    label.text = skip_blanks(line, label.text + decode(rest, 0).bytes);
    return label;
  }
  if (ordinal.unit == U'조') {
    if (!apart || begins_reference(rest)) return std::nullopt;
    label.doubtful = !begins_omission(rest) && !read_enclosed(rest, 0);
    return label;
  }
  if (apart) {
    // 第三条 第二款; but 第一条 第一审案件
    const auto ordinal_behind = read_ordinal(rest, 0);
    const bool reference = ordinal_behind ? is_one_of(ordinal_behind->unit, U"条條款項项号號目") : is_one_of(next, U"及和或、，の");
    return reference ? std::nullopt : std::optional(label);
  }
  if (begins_reference(rest)) return std::nullopt;
  label.doubtful = true;
  return label;
}

// Arabic or Roman digits with inserted numbers: 14-1, IV. Returns the end, `begin` when there are none.
std::size_t skip_english_number(std::string_view line, std::size_t begin, std::string* number) {
  std::size_t end = begin;
  const auto is_part = [&](char32_t c) { return (c >= U'0' && c <= U'9') || is_one_of(c, U"IVXLCⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"); };
  while (is_part(at(line, end))) end += decode(line, end).bytes;
  if (end == begin) return begin;
  if (number != nullptr) *number = line.substr(begin, end - begin);
  while (end + 1 < line.size() && line[end] == '-' && is_part(at(line, end + 1))) {
    const std::size_t from = end++;
    while (is_part(at(line, end))) end += decode(line, end).bytes;
    if (number != nullptr) *number += line.substr(from, end - from);
  }
  // 12A, 3a: numbers inserted later.
  if (is_latin(at(line, end)) && !is_latin(at(line, end + 1)) && line[end - 1] >= '0' && line[end - 1] <= '9') {
    if (number != nullptr) *number += {'-', static_cast<char>(line[end] | 0x20)};
    ++end;
  }
  return is_latin(at(line, end)) ? begin : end;
}

// The word at the begin of `line`, in title case or capitals.
bool starts_with_word(std::string_view line, std::string_view word) {
  if (line.size() < word.size() || !is_upper(at(line, 0))) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if ((line[i] | 0x20) != (word[i] | 0x20)) return false;
  return true;
}

// IV, ⅳ and V as 4, 4 and 5; what is neither stays, in lower case.
std::string in_arabic_digits(std::string number) {
  if (number[0] >= '0' && number[0] <= '9') return number;
  std::string lower = number;
  for (char& c : lower) c = is_upper(static_cast<unsigned char>(c)) ? static_cast<char>(c | 0x20) : c;
  static constexpr std::string_view singles = "ivxlc";
  static constexpr std::array<std::string_view, 5> values = {"1", "5", "10", "50", "100"};
  if (const auto enclosed = read_enclosed(number, 0)) return std::to_string(enclosed->value);
  if (lower.size() == 1 && singles.find(lower[0]) != std::string_view::npos) return std::string(values[singles.find(lower[0])]);
  if (const auto roman = read_letter(lower, 0); roman && roman->script == Script::roman) return std::to_string(roman->value);
  return lower;
}

// What stands behind the number of an English article, and whether it is one; `label` has its number and its printed end.
std::optional<Label> read_behind_english_number(std::string_view line, Label label) {
  const std::size_t end = label.printed_end;
  label.text = skip_blanks(line, end);
  if (label.text == line.size()) return label;
  const char32_t next = at(line, label.text);
  if (is_one_of(next, U".:：。–—－-")) {
    const std::size_t after = label.text + decode(line, label.text).bytes;
    if (next == U'.') label.printed_end = after;
    label.text = skip_blanks(line, after);
    if (is_lower(at(line, label.text))) return std::nullopt;
    return label;
  }
  if (label.text == end) return std::nullopt;  // Article 8; Article 3(2)
  if (next == U'(' || next == U'（') {
    const std::size_t closed = skip_blanks(line, bracket_end(line, label.text));
    if (closed != label.text && is_lower(at(line, closed))) return std::nullopt;
    return label;
  }
  if (is_lower(next) || is_one_of(next, U",;")) return std::nullopt;
  label.doubtful = true;
  return label;
}

std::optional<Label> read_english_article(std::string_view line) {
  if (!starts_with_word(line, "Article") || !is_blank(at(line, 7))) return std::nullopt;
  std::string number;
  const std::size_t begin = skip_blanks(line, 7);
  const std::size_t end = skip_english_number(line, begin, &number);
  if (end == begin) return std::nullopt;
  number = in_arabic_digits(std::move(number));
  return read_behind_english_number(line, {LabelKind::article, false, 0, std::move(number), end, end});
}

// One, Two, … Twenty: chapters are also counted in words. Returns the end, `begin` when there is none.
std::size_t skip_number_word(std::string_view line, std::size_t begin) {
  static constexpr std::array<std::string_view, 20> words = {
      "One",    "Two",    "Three",    "Four",     "Five",    "Six",     "Seven",     "Eight",    "Nine",     "Ten",
      "Eleven", "Twelve", "Thirteen", "Fourteen", "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"};
  for (const std::string_view word : words) {
    const std::size_t end = begin + word.size();
    if (starts_with_word(line.substr(begin), word) && !is_lower(at(line, end)) && !is_upper(at(line, end))) return end;
  }
  return begin;
}

bool is_heading_text(std::string_view rest) {
  return display_width(rest) <= longest_heading && !ends_sentence(rest) && !ends_in_comma(rest);
}

std::optional<Label> read_english_division(std::string_view line) {
  struct Unit {
    std::string_view word;
    unsigned level;
  };
  static constexpr Unit units[] = {{"Book", 1}, {"Part", 1}, {"Title", 2}, {"Chapter", 3}, {"Section", 4}, {"Subsection", 5}};
  for (const auto& [word, level] : units) {
    if (!starts_with_word(line, word)) continue;
    const char32_t behind = at(line, word.size());
    if (!is_blank(behind) && !(behind >= U'0' && behind <= U'9')) continue;
    const std::size_t begin = skip_blanks(line, word.size());
    std::size_t end = skip_english_number(line, begin, nullptr);
    if (end == begin) end = skip_number_word(line, begin);
    if (end == begin) return std::nullopt;
    const Label label{LabelKind::division, false, level, "", line.size(), line.size()};
    std::size_t rest = skip_blanks(line, end);
    if (rest == line.size()) return label;
    const bool punctuated = is_one_of(at(line, rest), U".:：–—－-　");
    if (punctuated) rest = skip_blanks(line, rest + decode(line, rest).bytes);
    if (!punctuated && rest == end) return std::nullopt;
    const std::string_view title = line.substr(rest);
    if (!punctuated && is_lower(at(title, 0))) return std::nullopt;  // Section 2 of the Act
    if (is_one_of(at(title, 0), U",;(") && !punctuated) return std::nullopt;
    // A title may end in a full stop only when it is too short for a sentence.
    return is_heading_text(title) || display_width(title) <= 60 ? std::optional(label) : std::nullopt;
  }
  return std::nullopt;
}

struct AnnexWord {
  std::string_view word;
  LabelKind kind;
};
constexpr AnnexWord annex_words[] = {
    {"부칙", LabelKind::supplement}, {"附則", LabelKind::supplement},
    {"附则", LabelKind::supplement}, {"Supplementary Provision", LabelKind::supplement},
    {"부속서", LabelKind::annex},    {"별표", LabelKind::annex},
    {"별지", LabelKind::annex},      {"附件", LabelKind::annex},
    {"附錄", LabelKind::annex},      {"附录", LabelKind::annex},
    {"附表", LabelKind::annex},      {"別表", LabelKind::annex},
    {"別紙", LabelKind::annex},      {"別記", LabelKind::annex},
    {"付録", LabelKind::annex},      {"Annex", LabelKind::annex},
    {"Appendix", LabelKind::annex},  {"Attachment", LabelKind::annex},
    {"Schedule", LabelKind::annex},
};

// The end of `word` at the begin of `line`, blanks between its ideographs passed over (附　則); 0: it does not begin so.
std::size_t match_annex_word(std::string_view line, std::string_view word) {
  if (static_cast<unsigned char>(word[0]) < 0x80) return starts_with_word(line, word) ? word.size() : 0;
  std::size_t i = 0;
  for (std::size_t j = 0; j < word.size();) {
    const Decoded wanted = decode(word, j);
    if (j > 0) i = skip_blanks(line, i);
    if (at(line, i) != wanted.value) return 0;
    i += wanted.bytes;
    j += wanted.bytes;
  }
  return i;
}

// Nothing but brackets, 抄, and blanks: what may follow the word in a heading without a separator.
bool is_annex_remark(std::string_view rest) {
  for (std::size_t i = skip_blanks(rest, 0); i < rest.size(); i = skip_blanks(rest, i)) {
    const char32_t next = at(rest, i);
    if (next == U'(' || next == U'（') {
      const std::size_t closed = bracket_end(rest, i);
      if (closed == i) return false;
      i = closed;
    } else if (next == U'<' || next == U'〈' || next == U'[' || next == U'【') {
      const std::size_t closed = rest.find_first_of(">]", i);
      if (closed == std::string_view::npos) return next == U'〈' || next == U'【';
      i = closed + 1;
    } else if (next == U'抄') {
      i += 3;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

std::optional<Label> read_article(std::string_view line) {
  if (const auto ordinal = read_ordinal(line, 0))
    return is_article_unit(ordinal->unit) ? read_ideographic_article(line, *ordinal) : std::nullopt;
  return read_english_article(line);
}

std::optional<Label> read_section(std::string_view line) {
  std::size_t begin = 0;
  if (line.starts_with("§")) {
    begin = std::string_view("§").size();
  } else {
    for (const std::string_view word : {"Section", "Sec."})
      if (begin == 0 && starts_with_word(line, word) && (word.back() == '.' || is_blank(at(line, word.size())))) begin = word.size();
    if (begin == 0) return std::nullopt;
  }
  begin = skip_blanks(line, begin);
  std::string number;
  const std::size_t end = skip_english_number(line, begin, &number);
  if (end == begin) return std::nullopt;
  return read_behind_english_number(line, {LabelKind::article, false, section_style, in_arabic_digits(std::move(number)), end, end});
}

std::optional<std::string> read_article_number(std::string_view text, std::size_t offset) {
  auto ordinal = read_ordinal(text, offset);
  if (!ordinal || !is_article_unit(ordinal->unit)) return std::nullopt;
  return std::move(ordinal->number);
}

std::optional<Label> read_division(std::string_view line) {
  const auto ordinal = read_ordinal(line, 0);
  if (!ordinal) return read_english_division(line);
  const unsigned level = division_level(ordinal->unit);
  if (level == 0) return std::nullopt;
  const Label label{LabelKind::division, false, level, "", line.size(), line.size()};
  const std::size_t begin = skip_blanks(line, ordinal->end);
  if (begin == line.size()) return label;
  const std::string_view rest = line.substr(begin);
  if (!is_heading_text(rest)) return std::nullopt;
  if (begin != ordinal->end || at(rest, 0) == U'：' || at(rest, 0) == U':')
    return begins_reference(rest) && level >= 5 ? std::nullopt : std::optional(label);
  // 第一章总则. A title set directly to the number is a short one, and a Korean one never is.
  if (level >= 5 || at(line, 0) == U'제' || begins_reference(rest) || display_width(rest) > 60 || rest.find("，") != std::string_view::npos)
    return std::nullopt;
  return label;
}

std::optional<Label> read_annex(std::string_view line) {
  static constexpr std::u32string_view first_characters = U"부附별別付SA";
  if (!is_one_of(at(line, 0), first_characters)) return std::nullopt;
  for (const auto& [word, kind] : annex_words) {
    std::size_t end = match_annex_word(line, word);
    if (end == 0) continue;
    const Label label{kind, false, 0, "", line.size(), line.size()};
    if (line.substr(end).starts_with("s")) ++end;  // Supplementary Provisions
    if (line.substr(end).starts_with("様式")) end += std::string_view("様式").size();
    // The number of the annex: 第一, 1, I, A.
    std::size_t i = skip_blanks(line, end);
    if (const char32_t first = at(line, i); first == U'第' || first == U'제') i += 3;
    if (const auto numeral = read_numeral(line, i)) {
      end = numeral->end;
      if (is_one_of(at(line, end), U"号號호")) end += 3;
      while (is_one_of(at(line, end), U"の의-之")) {
        const auto inserted = read_numeral(line, end + decode(line, end).bytes);
        if (!inserted) break;
        end = inserted->end;
      }
    } else if (static_cast<unsigned char>(word[0]) < 0x80) {
      const std::size_t roman = skip_english_number(line, i, nullptr);
      if (roman != i) {
        end = roman;
      } else if (is_upper(at(line, i)) && (i + 1 == line.size() || !(is_lower(at(line, i + 1)) || is_upper(at(line, i + 1))))) {
        end = i + 1;
      }
    }
    const std::string_view rest = line.substr(end);
    if (is_annex_remark(rest)) return display_width(line) <= longest_heading ? std::optional(label) : std::nullopt;
    const char32_t next = at(rest, 0);
    const bool separated = is_blank(next) || is_one_of(next, U":：.．、—–-");
    const std::size_t title = skip_blanks(rest, is_blank(next) ? 0 : decode(rest, 0).bytes);
    if (!separated || !is_heading_text(rest) || is_lower(at(rest, title))) return std::nullopt;
    // 부칙 제2조제1항, 別表 第一の項: a reference goes on.
    if (is_one_of(at(rest, title), U"第제")) return std::nullopt;
    return label;
  }
  return std::nullopt;
}

std::optional<Label> read_label(std::string_view line) {
  if (line.empty()) return std::nullopt;
  if (auto label = read_article(line)) return label;
  if (auto label = read_division(line)) return label;
  if (auto label = read_section(line)) return label;
  if (auto label = read_annex(line)) return label;
  if (auto label = read_item(line)) return label;
  return read_dash(line);
}

}  // namespace jomun
