// Jomun: whether a word stands negated: 安全 in 不安全, 급여 in 비급여, disclosed in "not disclosed".
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/polarity.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "tokenizers/ascii.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using namespace std::string_view_literals;

// Directly before a word, or with one of the auxiliaries between: 不公开, 不得公开.
constexpr std::string_view han_negations[] = {"不"sv, "非"sv, "无"sv, "無"sv, "未"sv};
constexpr std::string_view han_auxiliaries[] = {"得"sv, "能"sv, "予"sv, "应"sv, "應"sv, "可"sv, "会"sv, "會"sv,
                                                "再"sv, "准"sv, "经"sv, "經"sv, "须"sv, "須"sv, "必"sv};
constexpr std::string_view hangul_prefixes[] = {"비"sv, "불"sv, "부"sv, "무"sv, "미"sv};
// What makes a verb of a noun, and then its negation: 공개 하지 아니한다, 공개 할 수 없다, 안전 하지 못한.
constexpr std::string_view korean_verbs[] = {"하지"sv, "되지"sv, "시키지"sv,   "을 하지"sv, "를 하지"sv,  "이 되지"sv, "가 되지"sv,
                                             "이"sv,   "가"sv,   "하여서는"sv, "해서는"sv,  "되어서는"sv, "할 수"sv,   "될 수"sv};
constexpr std::string_view korean_negations[] = {"아니"sv, "않"sv, "못"sv, "말"sv, "없"sv, "안 "sv, "안된"sv};
constexpr std::string_view japanese_verbs[] = {"し"sv,
                                               "され"sv,
                                               "せ"sv,
                                               "さ"sv,
                                               "でき"sv,
                                               "で"sv,
                                               "では"sv,
                                               "してはなら"sv,
                                               "されてはなら"sv,
                                               "をし"sv,
                                               "をしてはなら"sv,
                                               "することができ"sv,
                                               "することはでき"sv};
constexpr std::string_view japanese_negations[] = {"ない"sv, "なく"sv, "なかった"sv, "ず"sv};
constexpr std::string_view english_before[] = {"not", "no", "non", "never", "without", "cannot", "nor"};

template <typename Table>
bool any_of(const Table& table, auto predicate) {
  return std::any_of(std::begin(table), std::end(table), predicate);
}

bool is_hangul(const Decoded& decoded) { return character(decoded.value).kind == CharacterClass::hangul; }

bool is_latin(char c) { return lower_ascii(c) >= 'a' && lower_ascii(c) <= 'z'; }

bool has_han_negation(std::string_view before) {
  const auto ends = [&](std::string_view negation) { return before.ends_with(negation); };
  if (any_of(han_negations, ends)) return true;
  return any_of(han_auxiliaries, [&](std::string_view auxiliary) {
    if (!before.ends_with(auxiliary)) return false;
    const std::string_view rest = before.substr(0, before.size() - auxiliary.size());
    return any_of(han_negations, [&](std::string_view negation) { return rest.ends_with(negation); });
  });
}

// 비 of 비급여, not that of 소비 급여 or 정비급여.
bool has_hangul_prefix(std::string_view before) {
  return any_of(hangul_prefixes, [&](std::string_view prefix) {
    if (!before.ends_with(prefix)) return false;
    const std::size_t begin = before.size() - prefix.size();
    return begin == 0 || !is_hangul(decode_before(before, begin));
  });
}

// A verb and its negation directly behind it, over a space.
template <typename Verbs, typename Negations>
bool has_negated_verb(std::string_view behind, const Verbs& verbs, const Negations& negations) {
  return any_of(verbs, [&](std::string_view verb) {
    if (!behind.starts_with(verb)) return false;
    std::string_view rest = behind.substr(verb.size());
    if (rest.starts_with(' ')) rest.remove_prefix(1);
    return any_of(negations, [&](std::string_view negation) { return rest.starts_with(negation); });
  });
}

// "shall not be disclosed", "non-discrimination": the word before, over forms of to be.
bool has_english_negation(std::string_view before) {
  for (int words = 0; words < 2; ++words) {
    while (!before.empty() && (before.back() == ' ' || before.back() == '-')) before.remove_suffix(1);
    std::size_t begin = before.size();
    while (begin > 0 && is_latin(before[begin - 1])) --begin;
    std::string word;
    for (const char c : before.substr(begin)) word += lower_ascii(c);
    if (any_of(english_before, [&](std::string_view negation) { return negation == word; })) return true;
    if (word != "be" && word != "been" && word != "being" && word != "is" && word != "a" && word != "the") return false;
    before = before.substr(0, begin);
  }
  return false;
}

}  // namespace

bool is_negated(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin >= end) return false;
  const std::string_view before = text.substr(0, begin), behind = text.substr(end);
  if (is_latin(text[begin])) return has_english_negation(before);
  if (is_hangul(decode(text, begin))) return has_hangul_prefix(before) || has_negated_verb(behind, korean_verbs, korean_negations);
  return has_han_negation(before) || has_negated_verb(behind, japanese_verbs, japanese_negations);
}

}  // namespace jomun
