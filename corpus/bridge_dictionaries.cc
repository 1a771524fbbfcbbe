// Jomun: what dictionaries say about words across languages, for the Han bridge.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/bridge_dictionaries.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <opencc/DictEntry.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "corpus/han_bridge.h"
#include "corpus/han_respellings.h"
#include "tokenizers/characters.h"
#include "tokenizers/initial_sound.h"
#include "tokenizers/readings.h"

namespace jomun::bridge {
namespace {

// How much more likely a word is when it is common, and when another language has it too.
constexpr double japanese_factor = 2, common_factor = 4, korean_factor = 2, chinese_factor = 1.5, odd_factor = 0.25;
constexpr double respelled_weight = 0.9;  // of the same word, written with another character

std::u32string code_points_of(std::string_view utf8) {
  std::u32string result;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const Decoded next = decode(utf8, offset);
    result += next.value;
    offset += next.bytes;
  }
  return result;
}

std::string utf8_of(std::u32string_view code_points) {
  std::string result;
  char bytes[4];
  for (const char32_t c : code_points) result.append(bytes, encode(c, bytes));
  return result;
}

// The folded word, or empty where a character is of another kind or the word is too long.
std::u32string folded_word(std::string_view utf8, CharacterClass kind) {
  std::u32string result;
  for (const char32_t c : code_points_of(utf8)) {
    const Character entry = character(c);
    if (entry.kind != kind) return {};
    result += entry.folded;
  }
  return result.size() > longest_bridge_word ? std::u32string() : result;
}

bool is_katakana(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) { return c >= 0x30A0 && c <= 0x30FF; });
}

std::ifstream opened(const std::string& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file + ": cannot be read");
  return stream;
}

template <typename Function>
void for_each_phrase(const std::string& folder, const std::string& name, Function function) {
  const std::string file = folder + "/" + name + ".ocd2";
  std::FILE* stream = std::fopen(file.c_str(), "rb");
  if (stream == nullptr) throw std::runtime_error(file + ": cannot be read");
  const opencc::MarisaDictPtr dictionary = opencc::MarisaDict::NewFromFile(stream);
  std::fclose(stream);
  for (const auto& entry : *dictionary->GetLexicon()) function(entry->Key(), entry->Values());
}

}  // namespace

void BridgeDictionaries::read_hanja(const std::string& file) {
  std::ifstream lines = opened(file);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find(':'), second = line.find(':', first + 1);
    if (second == std::string::npos) continue;
    const std::u32string hangul = folded_word(line.substr(0, first), CharacterClass::hangul);
    const std::u32string han = folded_word(line.substr(first + 1, second - first - 1), CharacterClass::han);
    if (hangul.empty() || hangul.size() != han.size()) continue;
    // A word begins with the form that the initial-sound law makes.
    for (std::size_t i = han.size() > 1 ? 1 : 0; i < han.size(); ++i) readings_[han[i]][hangul[i]] += 1;
    if (han.size() < 2) continue;
    std::vector<std::string>& words = korean_[utf8_of(hangul)];
    const std::string word = utf8_of(han);
    printed_.try_emplace(word, line.substr(first + 1, second - first - 1));
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
    in_korean_.insert(word);
  }
  constexpr double little = 1e-3;  // less than one word
  for (char32_t c = 0x3400; c < tables::reading_code_points; ++c) {
    if (character(c).kind != CharacterClass::han) continue;
    double weight = little;
    for (const std::uint16_t reading : korean_readings(c)) readings_[fold(c)][0xAC00U + reading] += weight /= 2;
  }
}

void BridgeDictionaries::read_phrases(const std::string& folder) {
  for (const char* name : {"STPhrases", "TSPhrases"})
    for_each_phrase(folder, name, [&](const std::string& phrase, const std::vector<std::string>&) {
      in_chinese_.insert(utf8_of(folded_word(phrase, CharacterClass::han)));
    });
  for_each_phrase(folder, "TWPhrases", [&](const std::string& phrase, const std::vector<std::string>& others) {
    const std::string from = utf8_of(folded_word(phrase, CharacterClass::han));
    in_chinese_.insert(from);
    printed_.try_emplace(from, phrase);
    double weight = 1;
    for (const std::string& other : others) {
      const std::string to = utf8_of(folded_word(other, CharacterClass::han));
      in_chinese_.insert(to);
      printed_.try_emplace(to, other);
      if (from.empty() || to.empty() || from == to) continue;
      same_words_.push_back({from, to, weight});
      weight /= 2;
    }
  });
}

void BridgeDictionaries::read_edict(const std::string& file) {
  std::ifstream lines = opened(file);
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("EUC-JP", &error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU has no converter for EUC-JP");
  for (std::string line; std::getline(lines, line);) {
    error = U_ZERO_ERROR;
    const icu::UnicodeString text(line.data(), static_cast<std::int32_t>(line.size()), converter, error);
    std::string utf8;
    if (U_SUCCESS(error)) read_entry(text.toUTF8String(utf8));
  }
  ucnv_close(converter);
}

void BridgeDictionaries::read_definitions(const std::string& file) {
  std::ifstream lines = opened(file);
  constexpr std::string_view field = "\tkDefinition\t";
  for (std::string line; std::getline(lines, line);) {
    const std::size_t at = line.find(field);
    if (at == std::string::npos) continue;
    const auto c = static_cast<char32_t>(std::stoul(line.substr(2, at - 2), nullptr, 16));
    if (character(c).kind != CharacterClass::han) continue;
    std::string text = line.substr(at + field.size());
    std::replace(text.begin(), text.end(), ',', ';');
    std::istringstream parts(text);
    double place = 0;
    for (std::string part; std::getline(parts, part, ';');) {
      const std::string gloss = clean_gloss(part);
      if (gloss.empty()) continue;
      ++place;
      const EnglishWords::Keys keys = english_.keys_of(gloss);
      if (keys.words == 1) definitions_.push_back({utf8_of(std::u32string(1, fold(c))), keys.stems, 1 / std::sqrt(place)});
    }
  }
}

void BridgeDictionaries::weigh() {
  for (const auto& [hangul, words] : korean_) {
    double rank = 0;
    for (const std::string& word : words) {
      add(hangul, word, commonness(word) * (common_.contains(word) ? common_factor : 1) / std::sqrt(++rank));
      add(word, hangul, 1);
    }
  }
  for (const Gloss& gloss : glosses_) words_of_stems_[gloss.keys.stems].insert(gloss.keys.exact);
  for (const Gloss& gloss : glosses_) {
    const double weight = gloss.weight * commonness(gloss.word);
    add(gloss.keys.stems, gloss.word, weight);
    if (words_of_stems_.at(gloss.keys.stems).size() > 1) add("=" + gloss.keys.exact, gloss.word, weight);
    double& known = alternatives_[gloss.word].english[gloss.printed];
    known = std::max(known, gloss.weight);
  }
  add_characters();
  join_katakana();
  add_respellings();
  // Twice, for a word that is respelled and has another one in Taiwan: 人工知能, 人工智能, 人工智慧.
  for (int times = 0; times < 2; ++times)
    for (const SameWord& same : same_words_) {
      share_alternatives(same.one, same.other, same.weight);
      share_alternatives(same.other, same.one, same.weight);
    }
  for (auto& [c, readings] : readings_)
    for (auto& [syllable, votes] : readings) {
      // 율 in 규율 is 률, too.
      const char32_t other = with_initial_sound_law(syllable);
      if (other != syllable && readings.contains(other)) votes += readings.at(other);
    }
  for (const auto& [c, readings] : readings_)
    for (const auto& [syllable, votes] : readings) add(utf8_of(std::u32string(1, c)), utf8_of(std::u32string(1, syllable)), votes);
}

const std::string& BridgeDictionaries::printed(const std::string& key) const {
  const auto found = printed_.find(key);
  return found == printed_.end() ? key : found->second;
}

// Katakana and Han words that mean the same: コンピュータ, 電子計算機.
void BridgeDictionaries::join_katakana() {
  std::map<std::pair<std::string, std::string>, double> pairs;
  for (const auto& [key, all] : alternatives_) {
    if (!key.ends_with(' ') || key.starts_with('=')) continue;
    std::vector<std::pair<std::string, double>> kana, han;
    double most_kana_weight = 0, most_han_weight = 0;
    for (const auto& [word, weight] : all.words) {
      const bool is_kana = character(decode(word, 0).value).kind == CharacterClass::kana;
      (is_kana ? kana : han).emplace_back(word, weight);
      double& most = is_kana ? most_kana_weight : most_han_weight;
      most = std::max(most, weight);
    }
    for (const auto& [k, k_weight] : kana)
      for (const auto& [h, h_weight] : han) {
        const double weight = k_weight / most_kana_weight * h_weight / most_han_weight;
        if (weight < 0.2) continue;
        double& known = pairs[{k, h}];
        known = std::max(known, weight);
      }
  }
  for (const auto& [pair, weight] : pairs) {
    add(pair.first, pair.second, weight);
    add(pair.second, pair.first, weight);
  }
}

// Characters count by how many words they are in.
void BridgeDictionaries::add_characters() {
  std::unordered_map<std::string, double> words;
  for (const auto* dictionary : {&in_korean_, &in_japanese_, &in_chinese_})
    for (const std::string& word : *dictionary)
      for (const char32_t c : code_points_of(word)) words[utf8_of(std::u32string(1, c))] += 1;
  for (const Definition& one : definitions_) add(one.stems, one.character, one.weight * std::log1p(words[one.character]));
}

// Words that are the same, written otherwise, where a dictionary has both.
void BridgeDictionaries::add_respellings() {
  std::unordered_map<char32_t, std::u32string> others;
  for (const HanRespelling& pair : han_respellings) {
    const char32_t before = fold(pair.before.front()), after = fold(pair.after.front());
    if (before == after) continue;
    others[before] += after;
    others[after] += before;
  }
  std::set<std::string> words(in_korean_.begin(), in_korean_.end());
  words.insert(in_chinese_.begin(), in_chinese_.end());
  words.insert(in_japanese_.begin(), in_japanese_.end());
  for (const std::string& word : words) {
    std::u32string characters = code_points_of(word);
    for (char32_t& c : characters) {
      const auto found = others.find(c);
      if (found == others.end()) continue;
      const char32_t own = c;
      for (const char32_t other : found->second) {
        c = other;
        // Each pair is met from both sides.
        if (const std::string respelled = utf8_of(characters); word < respelled && words.contains(respelled))
          same_words_.push_back({word, respelled, respelled_weight});
      }
      c = own;
    }
  }
}

// `to` is what `from` is, and what that is besides.
void BridgeDictionaries::share_alternatives(const std::string& from, const std::string& to, double weight) {
  add(to, from, weight);
  const Alternatives shared = alternatives_[from];
  for (const auto& [text, likely] : shared.words)
    if (text != to) add(to, text, weight * likely);
  for (const auto& [text, likely] : shared.english) {
    double& known = alternatives_[to].english[text];
    known = std::max(known, weight * likely);
  }
}

void BridgeDictionaries::add(const std::string& from, const std::string& to, double weight) {
  double& known = alternatives_[from].words[to];
  known = std::max(known, weight);
}

// But for what EDICT says of one entry.
double BridgeDictionaries::commonness(const std::string& word) const {
  return (in_japanese_.contains(word) ? japanese_factor : 1) * (in_korean_.contains(word) ? korean_factor : 1) *
         (in_chinese_.contains(word) ? chinese_factor : 1);
}

void BridgeDictionaries::read_entry(std::string_view line) {
  const std::size_t end = line.find(' '), glosses = line.find('/');
  if (glosses == line.npos || end > glosses) return;
  std::u32string folded = folded_word(line.substr(0, end), CharacterClass::han);
  if (folded.empty()) folded = folded_word(line.substr(0, end), CharacterClass::kana);
  if (folded.empty() || (character(folded.front()).kind == CharacterClass::kana && (!is_katakana(folded) || folded.size() < 2))) return;
  const std::string word = utf8_of(folded);
  const bool common = line.find("/(P)/") != line.npos;
  if (in_japanese_.insert(word).second || (common && !common_.contains(word)))
    printed_.insert_or_assign(word, std::string(line.substr(0, end)));
  if (common) common_.insert(word);
  const double entry_weight = (common ? common_factor : 1) * (is_odd(line.substr(glosses)) ? odd_factor : 1);

  std::vector<std::string> texts;
  for (std::size_t begin = glosses + 1; begin < line.size();) {
    const std::size_t slash = std::min(line.find('/', begin), line.size());
    if (std::string text = clean_gloss(line.substr(begin, slash - begin)); !text.empty()) texts.push_back(std::move(text));
    begin = slash + 1;
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    EnglishWords::Keys keys = english_.keys_of(texts[i]);
    if (keys.words == 0 || keys.words > longest_bridge_phrase) continue;
    const double weight = entry_weight / std::sqrt(static_cast<double>((i + 1) * texts.size()));
    glosses_.push_back({word, std::move(texts[i]), std::move(keys), weight});
  }
}

}  // namespace jomun::bridge
