// Jomun: whether a query is a question, and what it asks about.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/question_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

// 是什么 and 什么是 are function characters, which count nothing as it is: leaving them out cost lay questions .001 of MRR@10.
// Words that are also something to look for (explain, 说明, 설명) only where what is around them makes them politeness.
constexpr auto beginnings = std::to_array<std::u32string_view>({
    // clang-format off
    U"please", U"tell me about", U"tell me", U"can you explain", U"could you explain", U"please explain", U"can you", U"could you",
    U"would you", U"explain to me", U"show me", U"give me", U"i want to know", U"i would like to know", U"do you know",
    U"请问", U"我想知道", U"我想问", U"想知道", U"请告诉我", U"告诉我", U"请解释", U"请介绍",
    // clang-format on
});
constexpr auto ends = std::to_array<std::u32string_view>({
    // clang-format off
    U"please",
    U"무엇인가요", U"무엇인가", U"무엇입니까", U"무엇인지", U"무엇이며", U"무엇이다", U"무엇", U"뭐야", U"뭐예요", U"뭐에요", U"뭔가요", U"뭔지",
    U"알려주세요", U"알려줘", U"알려줘요", U"알려주십시오", U"설명해주세요", U"설명해줘", U"설명해주십시오", U"가르쳐주세요", U"가르쳐줘", U"궁금합니다",
    U"궁금해요", U"알고싶어요", U"알고싶습니다", U"있나요", U"있습니까", U"되나요", U"됩니까", U"하나요", U"합니까", U"해주세요",
    U"とは何ですか", U"とは何でしょうか", U"とは何か", U"とはなんですか", U"とはなに", U"とは何", U"とは", U"って何ですか", U"って何", U"は何ですか",
    U"について教えてください", U"について教えて", U"について知りたい", U"について", U"を教えてください", U"を教えて", U"教えてください", U"ですか", U"ますか",
    // clang-format on
});
// These, with their particle, stand behind a word without a space.
constexpr auto korean_particles =
    std::to_array<std::u32string_view>({U"에 대해", U"에 대해서", U"에 대하여", U"에 관해", U"에 관해서", U"에 관하여"});

// 任何, 何ら and the like are in statements: 何 only with what makes it ask.
constexpr auto interrogatives = std::to_array<std::u32string_view>({
    // clang-format off
    U"什么", U"甚么", U"哪", U"谁", U"怎么", U"怎样", U"怎麽", U"如何", U"为何", U"何时", U"何处", U"多少", U"是否", U"能否", U"可否", U"是不是", U"能不能", U"可不可以",
    U"무엇", U"무슨", U"누구", U"누가", U"어떤", U"어떻게", U"어느", U"언제", U"어디", U"왜", U"얼마", U"몇",
    U"何が", U"何を", U"何の", U"何か", U"何年", U"なに", U"誰", U"どの", U"どこ", U"どう", U"どれ", U"いつ", U"なぜ", U"いくら",
    // clang-format on
});
constexpr auto english_interrogatives = std::to_array<std::u32string_view>({U"what", U"who", U"whom", U"whose", U"which", U"why", U"how"});
constexpr auto question_ends = std::to_array<std::u32string_view>(
    {U"吗", U"呢", U"么", U"까", U"나요", U"가요", U"는지", U"인지", U"ですか", U"ますか", U"でしょうか", U"のか"});

struct Letter {
  char32_t folded;
  CharacterClass kind;
  bool begins_word;  // something stands between it and the one before
  Span place;
};

std::vector<Letter> letters_of(std::string_view text) {
  std::vector<Letter> letters;
  bool gap = true;
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded next = decode(text, offset);
    const Character c = character(next.value);
    if (c.kind == CharacterClass::separator || c.kind == CharacterClass::space) {
      gap = true;
    } else if (c.kind != CharacterClass::ignorable) {
      letters.push_back({c.folded, c.kind, gap, {offset, offset + next.bytes}});
      gap = false;
    }
    offset += next.bytes;
  }
  return letters;
}

// Of words with spaces only whole ones are meant.
bool is_spaced(CharacterClass kind) { return kind == CharacterClass::word || kind == CharacterClass::hangul; }

// How many of `letters` from `first` on `words` is, up to `last`; 0: it is not.
std::size_t match(const std::vector<Letter>& letters, std::size_t first, std::size_t last, std::u32string_view words) {
  std::size_t at = first;
  for (const char32_t c : words) {
    if (c == ' ') continue;
    if (at == last || letters[at].folded != fold(c)) return 0;
    ++at;
  }
  return at - first;
}

std::size_t size_of(std::u32string_view words) {
  return words.size() - static_cast<std::size_t>(std::count(words.begin(), words.end(), U' '));
}

}  // namespace

bool is_question(std::string_view text) {
  if (text.find('?') != std::string_view::npos || text.find("？") != std::string_view::npos) return true;
  const std::vector<Letter> letters = letters_of(text);
  if (letters.empty()) return false;
  const auto ends_with = [&](std::u32string_view words) {
    return size_of(words) <= letters.size() && match(letters, letters.size() - size_of(words), letters.size(), words) > 0;
  };
  const auto begins_with = [&](std::u32string_view word) {
    const std::size_t size = match(letters, 0, letters.size(), word);
    return size > 0 && (size == letters.size() || letters[size].begins_word);
  };
  const auto has = [&](std::u32string_view words) {
    for (std::size_t first = 0; first < letters.size(); ++first)
      if ((letters[first].begins_word || !is_spaced(letters[first].kind)) && match(letters, first, letters.size(), words) > 0) return true;
    return false;
  };
  return std::any_of(question_ends.begin(), question_ends.end(), ends_with) ||
         std::any_of(english_interrogatives.begin(), english_interrogatives.end(), begins_with) ||
         std::any_of(interrogatives.begin(), interrogatives.end(), has);
}

Span without_question(std::string_view text) {
  const std::vector<Letter> letters = letters_of(text);
  std::size_t first = 0, last = letters.size();
  const auto cut_beginning = [&] {
    std::size_t most = 0;
    for (const std::u32string_view words : beginnings) {
      const std::size_t size = match(letters, first, last, words);
      if (size == 0 || size == last - first) continue;
      if (!is_spaced(letters[first].kind) || letters[first + size].begins_word) most = std::max(most, size);
    }
    first += most;
    return most > 0;
  };
  const auto cut_end = [&] {
    std::size_t most = 0;
    const auto consider = [&](std::u32string_view words, bool behind_word) {
      const std::size_t size = size_of(words);
      if (size >= last - first || match(letters, last - size, last, words) == 0) return;
      const Letter& begin = letters[last - size];
      if (behind_word ? !begin.begins_word : !is_spaced(begin.kind) || begin.begins_word) most = std::max(most, size);
    };
    for (const std::u32string_view words : ends) consider(words, false);
    for (const std::u32string_view words : korean_particles) consider(words, true);
    last -= most;
    return most > 0;
  };
  while (cut_beginning()) {
  }
  while (cut_end()) {
  }
  if (first == 0 && last == letters.size()) return {0, text.size()};
  return {letters[first].place.begin, letters[last - 1].place.end};
}

}  // namespace jomun
