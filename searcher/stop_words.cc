// Jomun: words that carry no meaning of their own in a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/stop_words.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr std::array<std::string_view, 84> english = {
    "a",       "about", "all",  "also",  "am",    "an",    "and",   "any",   "are",   "as",   "at",     "be",   "been",  "being",
    "between", "but",   "by",   "can",   "could", "did",   "do",    "does",  "each",  "etc",  "for",    "from", "had",   "has",
    "have",    "he",    "her",  "his",   "how",   "i",     "if",    "in",    "into",  "is",   "it",     "its",  "may",   "more",
    "must",    "no",    "not",  "of",    "on",    "or",    "other", "our",   "shall", "she",  "should", "so",   "some",  "such",
    "than",    "that",  "the",  "their", "them",  "then",  "there", "these", "they",  "this", "those",  "to",   "under", "upon",
    "was",     "we",    "were", "what",  "when",  "where", "which", "who",   "whose", "why",  "will",   "with", "would", "you",
};
static_assert(std::is_sorted(english.begin(), english.end()));

// As a tokenizer of Japanese words gives them, but not yet folded; the most frequent ones of statutes.
constexpr std::array<std::string_view, 103> japanese = {
    // clang-format off
    "あっ", "あり", "ある", "あれ", "い", "いう", "いっ", "いる", "う", "および", "か", "かつ", "から", "が", "こと", "この", "これ",
    "これら", "さ", "させ", "させる", "し", "しか", "しよ", "する", "すれ", "ず", "せ", "せる", "そして", "その", "それ", "それら",
    "た", "ただし", "ため", "だ", "だけ", "て", "ても", "で", "でし", "でしょ", "です", "でも", "と", "という", "とき", "ところ",
    "として", "とともに", "どう", "どの", "な", "ない", "なお", "なかっ", "ながら", "なく", "なけれ", "なっ", "など", "なら", "なり",
    "なる", "に", "において", "における", "について", "につき", "にて", "によって", "により", "による", "の", "ので", "のに", "のみ",
    "は", "ば", "へ", "べき", "まし", "ます", "また", "または", "まで", "も", "もの", "や", "よう", "より", "られ", "られる", "れ",
    "れる", "を", "をもって", "ん", "並びに", "又は", "及び", "若しくは",
    // clang-format on
};

// Folded.
constexpr std::u32string_view function_characters =
    U"个为之了于什从他以们但你其到吗呢哪和啊在地如对就并很怎或所把是有来此某没的着给而与被要让谁还这那都";

constexpr auto han_and_hangul = std::to_array<std::string_view>({
    // clang-format off
    "以及", "或者", "因此", "如果", "但是", "并且", "关于", "对于", "按照", "依照", "根据", "应当", "可以", "不得", "必须", "其他", "其它",
    "以上", "以下", "之一", "其中", "及其", "所有", "任何", "前款", "下列", "上述", "有关", "相关", "的话", "自己", "我们", "他们", "什么",
    "怎么", "如何", "何者", "此等", "於是", "關於", "對於", "應該", "當該",
    "대한", "관한", "위한", "의한", "통한", "따른", "또는", "혹은", "있는", "없는", "하는", "되는", "같은", "모든", "이러한", "그러한", "어떤",
    "다만", "기타", "각각", "이를", "그밖", "해당", "경우", "대해", "위해", "의해", "통해", "관해", "따라", "있다", "한다", "된다",
    // clang-format on
});

using Words = std::set<std::string, std::less<>>;

template <std::size_t n>
Words folded_words(const std::array<std::string_view, n>& words) {
  Words folded;
  for (const std::string_view word : words) {
    std::string to;
    char bytes[4];
    for (std::size_t offset = 0; offset < word.size();) {
      const Decoded next = decode(word, offset);
      to.append(bytes, encode(fold(next.value), bytes));
      offset += next.bytes;
    }
    folded.insert(std::move(to));
  }
  return folded;
}

}  // namespace

bool is_stop_word(std::string_view folded_word) {
  static const Words folded_japanese = folded_words(japanese);
  return std::binary_search(english.begin(), english.end(), folded_word) || folded_japanese.contains(folded_word);
}

bool is_function_word(std::string_view folded_word) {
  static const Words words = folded_words(han_and_hangul);
  return words.contains(folded_word);
}

bool is_function_character(std::string_view folded_character) {
  const char32_t c = decode(folded_character, 0).value;
  if (c >= 0x3041 && c < 0x3097) return true;
  return function_characters.find(c) != std::u32string_view::npos;
}

}  // namespace jomun
