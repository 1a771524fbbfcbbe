// Jomun: the Han bridge: what a word may be in the other languages, found through the Han characters they share.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The vocabulary of law and government in Korean and Japanese is mostly Sino-Xenic, so Han characters are a pivot:
//
//   Korean -> Han     고문 -> 拷问, 顾问     dictionary of libhangul
//   Han -> Korean     拷问 -> 고문           the same, else character by character with the initial-sound law
//   English -> Han    torture -> 拷问        glosses of EDICT, inverted
//   Han -> English    拷问 -> torture
//   English <-> katakana, where EDICT has the word
//   regional Chinese  软件 <-> 软体          phrases of OpenCC
//
// Korean and English meet through Han. Japanese and Chinese words of the same characters need no bridge: the tokenizer folds them.
// The data are compiled at build time by generate_han_bridge.cc, which documents the weights, and are part of the program: the kernel
// maps what is used.
//
// Thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {

// What a word is written in.
enum class BridgeScript { han, hangul, kana, latin };

// One thing a word may be elsewhere.
struct BridgeForm {
  std::string text;  // as a dictionary prints it; Han not folded, English in lower case
  BridgeScript script = BridgeScript::han;
  double weight = 0;  // how likely it is, against the likeliest one of its script: in (0, 1]
  friend bool operator==(const BridgeForm&, const BridgeForm&) = default;
};

// How a word is looked up: folded Han, Hangul or kana characters one behind the other; English as stems, each with a space behind it.
// "人权", "인권", "human right ".
using BridgeKey = std::string_view;

inline constexpr std::size_t longest_bridge_phrase = 4;  // English words
inline constexpr std::size_t longest_bridge_word = 12;   // characters
inline constexpr std::size_t max_bridge_forms = 15;      // of one script

// Whether a dictionary has the word.
bool is_bridge_word(BridgeKey key);

// The forms of a word in every other script, and regional Han ones of a Han word: for each script the likeliest first, no more than
// max_bridge_forms, none twice, never the word itself. Empty where no dictionary has the word. `words`: English words as they stand,
// folded, each with a space behind it, because information and informal have one stem; what only other words with the stem mean is less
// likely.
std::vector<BridgeForm> bridge_forms(BridgeKey key, std::string_view words = {});

// How Koreans read a word of folded Han characters, or empty where a character has no reading: 劳动 gives 노동.
std::string hangul_reading(std::string_view han);

// Bytes of the compiled data.
std::size_t bridge_data_size();

}  // namespace jomun
