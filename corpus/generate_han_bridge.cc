// Jomun: compiles the data of the Han bridge.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: jomun-generate-han-bridge HANJA EDICT OPENCC_FOLDER OUT
//   HANJA           libhangul's hanja.txt: lines `hangul:hanja:comment`
//   EDICT           the Japanese-English dictionary in EUC-JP: lines `word [kana] /gloss/gloss/(P)/`
//   OPENCC_FOLDER   holds STPhrases.ocd2, TSPhrases.ocd2 and TWPhrases.ocd2
//
// Of EDICT, words of Han only and words of katakana only are read, with glosses of up to four words, cleaned of brackets, articles and
// "to". Words are folded and English is stemmed by the tokenizer itself.
//
// A stem may be that of several words, information and informal; where it is, each of them is a key of its own too, its plural endings
// cut off, with '=' before it: "=information ".
//
// The weight of an alternative says how likely it is meant, by what dictionaries tell:
//   commonness    of the word: EDICT marks the entry (P), Korean has it too, Chinese has it too; or EDICT calls it archaic, slang or such
//   specificity   the gloss stands early in the entry, and the entry has few
//   order         hanja.txt has the words of one reading in order, the more usual ones first
// The weights of a list are relative to its largest.
//
// How Koreans read a character is voted on by the words of hanja.txt, at places where the initial-sound law does not apply; Unihan
// (tokenizers/readings.h) decides where no word does.

#include <marisa.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <opencc/DictEntry.hpp>
#include <opencc/Lexicon.hpp>
#include <opencc/MarisaDict.hpp>
#include <set>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "corpus/han_bridge.h"
#include "corpus/han_bridge_data.h"
#include "tokenizers/characters.h"
#include "tokenizers/initial_sound.h"
#include "tokenizers/readings.h"
#include "tokenizers/registry.h"

namespace {

using jomun::CharacterClass;
using jomun::bridge::Header;

// How much more likely a word is when it is common, and when another language has it too.
constexpr double japanese_factor = 2, common_factor = 4, korean_factor = 2, chinese_factor = 1.5, odd_factor = 0.25;
constexpr std::size_t most_printed = 6;                                     // English glosses of a word
constexpr std::size_t most_words = jomun::max_bridge_forms, most_kana = 5;  // Han and katakana words of an English phrase

std::u32string code_points_of(std::string_view utf8) {
  std::u32string result;
  for (std::size_t offset = 0; offset < utf8.size();) {
    const jomun::Decoded next = jomun::decode(utf8, offset);
    result += next.value;
    offset += next.bytes;
  }
  return result;
}

std::string utf8_of(std::u32string_view code_points) {
  std::string result;
  char bytes[4];
  for (const char32_t c : code_points) result.append(bytes, jomun::encode(c, bytes));
  return result;
}

// The folded word, or empty where a character is of another kind or the word is too long.
std::u32string folded_word(std::string_view utf8, CharacterClass kind) {
  std::u32string result;
  for (const char32_t c : code_points_of(utf8)) {
    const jomun::Character entry = jomun::character(c);
    if (entry.kind != kind) return {};
    result += entry.folded;
  }
  return result.size() > jomun::longest_bridge_word ? std::u32string() : result;
}

bool is_katakana(std::u32string_view word) {
  return std::all_of(word.begin(), word.end(), [](char32_t c) { return c >= 0x30A0 && c <= 0x30FF; });
}

std::ifstream opened(const std::string& file) {
  std::ifstream stream(file);
  if (!stream) throw std::runtime_error(file + ": cannot be read");
  return stream;
}

// The words of an English text, as the tokenizer folds and stems them.
class EnglishWords final : public jomun::TokenSink {
 public:
  // The keys of all words' stems, and of the words.
  struct Keys {
    std::size_t words = 0;
    std::string stems, exact;
  };
  Keys keys_of(std::string_view text) {
    keys_ = {};
    stem_.clear();
    tokenizer_->tokenize(text, *this);
    keys_.stems += stem_;
    return std::move(keys_);
  }
  bool accept(std::span<const jomun::Token> tokens) override {
    for (const jomun::Token& token : tokens) {
      if (token.kind == jomun::TokenKind::stem) {
        stem_.assign(token.text).append(" ");
        continue;
      }
      ++keys_.words;
      keys_.stems += stem_;
      stem_.assign(token.text).append(" ");
      keys_.exact.append(jomun::without_plural(token.text)).append(" ");
    }
    return true;
  }

 private:
  std::unique_ptr<jomun::Tokenizer> tokenizer_ = jomun::make_tokenizer();
  std::string stem_;
  Keys keys_;
};

// Whether EDICT says of an entry that it is not what one would say today: "(arch)", "(n,sl)".
bool is_odd(std::string_view entry) {
  static constexpr std::string_view marks[] = {"arch", "obs", "obsc", "sl", "m-sl", "net-sl", "vulg", "X", "derog", "joc", "chn", "rare"};
  for (std::size_t begin = entry.find('('); begin != entry.npos; begin = entry.find('(', begin + 1)) {
    const std::string_view bracket = entry.substr(begin + 1, entry.find(')', begin) - begin - 1);
    for (std::size_t from = 0; from <= bracket.size();) {
      const std::size_t to = std::min(bracket.find(',', from), bracket.size());
      if (std::find(std::begin(marks), std::end(marks), bracket.substr(from, to - from)) != std::end(marks)) return true;
      from = to + 1;
    }
  }
  return false;
}

// "(n,vs) (1) (the) torture {comp}" as "torture".
std::string clean(std::string_view gloss) {
  std::string text;
  int depth = 0;
  for (const char c : gloss) {
    if (c == '(' || c == '{') ++depth;
    if (depth == 0) text += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if ((c == ')' || c == '}') && depth > 0) --depth;
  }
  std::istringstream words(text);
  std::string result;
  for (std::string word; words >> word;) {
    const bool empty = word == "a" || word == "an" || word == "the" || word == "to" || word == "be";
    if (result.empty() && empty) continue;
    if (word == "etc.") continue;
    result += (result.empty() ? "" : " ") + word;
  }
  return result;
}

// Everything that dictionaries say, as it is read.
class Dictionaries {
 public:
  void read_hanja(const std::string& file) {
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
    for (char32_t c = 0x3400; c < jomun::tables::reading_code_points; ++c) {
      if (jomun::character(c).kind != CharacterClass::han) continue;
      double weight = little;
      for (const std::uint16_t reading : jomun::korean_readings(c)) readings_[jomun::fold(c)][0xAC00U + reading] += weight /= 2;
    }
  }

  void read_phrases(const std::string& folder) {
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
        add(from, to, weight);
        add(to, from, weight);
        weight /= 2;
      }
    });
  }

  void read_edict(const std::string& file) {
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

  // To be called when all has been read.
  void weigh() {
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
    join_katakana();
    for (auto& [c, readings] : readings_)
      for (auto& [syllable, votes] : readings) {
        // 율 in 규율 is 률, too.
        const char32_t other = jomun::with_initial_sound_law(syllable);
        if (other != syllable && readings.contains(other)) votes += readings.at(other);
      }
    for (const auto& [c, readings] : readings_)
      for (const auto& [syllable, votes] : readings) add(utf8_of(std::u32string(1, c)), utf8_of(std::u32string(1, syllable)), votes);
  }

  struct Alternatives {
    std::map<std::string, double> words;    // keys themselves
    std::map<std::string, double> english;  // as it is printed
  };
  const std::unordered_map<std::string, Alternatives>& alternatives() const { return alternatives_; }
  // As a dictionary prints it.
  const std::string& printed(const std::string& key) const {
    const auto found = printed_.find(key);
    return found == printed_.end() ? key : found->second;
  }

 private:
  struct Gloss {
    std::string word, printed;
    EnglishWords::Keys keys;
    double weight;
  };

  // Katakana and Han words that mean the same: コンピュータ, 電子計算機.
  void join_katakana() {
    std::map<std::pair<std::string, std::string>, double> pairs;
    for (const auto& [key, all] : alternatives_) {
      if (!key.ends_with(' ') || key.starts_with('=')) continue;
      std::vector<std::pair<std::string, double>> kana, han;
      double most_kana_weight = 0, most_han_weight = 0;
      for (const auto& [word, weight] : all.words) {
        const bool is_kana = jomun::character(jomun::decode(word, 0).value).kind == CharacterClass::kana;
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

  template <typename Function>
  static void for_each_phrase(const std::string& folder, const std::string& name, Function function) {
    const std::string file = folder + "/" + name + ".ocd2";
    std::FILE* stream = std::fopen(file.c_str(), "rb");
    if (stream == nullptr) throw std::runtime_error(file + ": cannot be read");
    const opencc::MarisaDictPtr dictionary = opencc::MarisaDict::NewFromFile(stream);
    std::fclose(stream);
    for (const auto& entry : *dictionary->GetLexicon()) function(entry->Key(), entry->Values());
  }

  void add(const std::string& from, const std::string& to, double weight) {
    double& known = alternatives_[from].words[to];
    known = std::max(known, weight);
  }

  // But for what EDICT says of one entry.
  double commonness(const std::string& word) const {
    return (in_japanese_.contains(word) ? japanese_factor : 1) * (in_korean_.contains(word) ? korean_factor : 1) *
           (in_chinese_.contains(word) ? chinese_factor : 1);
  }

  void read_entry(std::string_view line) {
    const std::size_t end = line.find(' '), glosses = line.find('/');
    if (glosses == line.npos || end > glosses) return;
    std::u32string folded = folded_word(line.substr(0, end), CharacterClass::han);
    if (folded.empty()) folded = folded_word(line.substr(0, end), CharacterClass::kana);
    if (folded.empty() || (jomun::character(folded.front()).kind == CharacterClass::kana && (!is_katakana(folded) || folded.size() < 2)))
      return;
    const std::string word = utf8_of(folded);
    const bool common = line.find("/(P)/") != line.npos;
    if (in_japanese_.insert(word).second || (common && !common_.contains(word)))
      printed_.insert_or_assign(word, std::string(line.substr(0, end)));
    if (common) common_.insert(word);
    const double entry_weight = (common ? common_factor : 1) * (is_odd(line.substr(glosses)) ? odd_factor : 1);

    std::vector<std::string> texts;
    for (std::size_t begin = glosses + 1; begin < line.size();) {
      const std::size_t slash = std::min(line.find('/', begin), line.size());
      if (std::string text = clean(line.substr(begin, slash - begin)); !text.empty()) texts.push_back(std::move(text));
      begin = slash + 1;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      EnglishWords::Keys keys = english_.keys_of(texts[i]);
      if (keys.words == 0 || keys.words > jomun::longest_bridge_phrase) continue;
      const double weight = entry_weight / std::sqrt(static_cast<double>((i + 1) * texts.size()));
      glosses_.push_back({word, std::move(texts[i]), std::move(keys), weight});
    }
  }

  EnglishWords english_;
  std::unordered_map<std::string, std::vector<std::string>> korean_;  // Han words, by how they are read, in the order of the dictionary
  std::map<char32_t, std::map<char32_t, double>> readings_;           // votes for each syllable, by folded character
  std::unordered_set<std::string> in_korean_, in_chinese_, in_japanese_, common_;
  std::vector<Gloss> glosses_;
  std::unordered_map<std::string, Alternatives> alternatives_;
  std::unordered_map<std::string, std::set<std::string>> words_of_stems_;
  std::unordered_map<std::string, std::string> printed_;
};

struct Alternative {
  std::string_view text;
  bool printed;
  double weight;
};

// The likeliest ones of each script, weighed against the likeliest of it.
std::vector<Alternative> chosen(const Dictionaries& dictionaries, const Dictionaries::Alternatives& all) {
  std::vector<Alternative> han, kana, hangul, english, result;
  for (const auto& [text, weight] : all.words) {
    const CharacterClass kind = jomun::character(jomun::decode(text, 0).value).kind;
    const std::string& printed = dictionaries.printed(text);
    (kind == CharacterClass::han ? han : kind == CharacterClass::kana ? kana : hangul).push_back({printed, printed != text, weight});
  }
  for (const auto& [text, weight] : all.english) english.push_back({text, true, weight});
  const auto take = [&](std::vector<Alternative>& some, std::size_t most) {
    std::stable_sort(some.begin(), some.end(), [](const Alternative& a, const Alternative& b) { return a.weight > b.weight; });
    if (some.size() > most) some.resize(most);
    for (const Alternative& one : some) result.push_back({one.text, one.printed, one.weight / some.front().weight});
  };
  take(han, most_words);
  take(kana, most_kana);
  take(hangul, most_words);
  take(english, most_printed);
  return result;
}

// The numbers of strings in a trie.
std::unordered_map<std::string_view, std::size_t> build(const std::set<std::string_view>& strings, marisa::Trie& trie) {
  marisa::Keyset keyset;
  for (const std::string_view text : strings) keyset.push_back(text.data(), text.size());
  trie.build(keyset);
  std::unordered_map<std::string_view, std::size_t> numbers;
  std::size_t i = 0;
  for (const std::string_view text : strings) numbers.emplace(text, keyset[i++].id());
  return numbers;
}

void append_number(std::string& bytes, std::size_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

void write_part(std::ostream& out, std::string_view bytes) {
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  for (std::size_t i = bytes.size(); i % jomun::bridge::data_alignment != 0; ++i) out.put('\0');
}

std::string bytes_of(const marisa::Trie& trie) {
  std::ostringstream out;
  out << trie;
  return out.str();
}

void generate(const std::string& hanja, const std::string& edict, const std::string& opencc, const std::string& file) {
  Dictionaries dictionaries;
  dictionaries.read_hanja(hanja);
  dictionaries.read_phrases(opencc);
  dictionaries.read_edict(edict);
  dictionaries.weigh();

  std::map<std::string_view, std::vector<Alternative>> lists;
  std::set<std::string_view> key_strings, printed_strings;
  for (const auto& [key, all] : dictionaries.alternatives()) {
    key_strings.insert(key);
    for (const Alternative& one : lists[key] = chosen(dictionaries, all)) (one.printed ? printed_strings : key_strings).insert(one.text);
  }
  marisa::Trie keys, printed;
  const auto key_numbers = build(key_strings, keys), printed_numbers = build(printed_strings, printed);

  std::vector<std::string_view> key_of(key_numbers.size());
  for (const auto& [key, number] : key_numbers) key_of[number] = key;
  std::string bytes;
  std::vector<std::uint32_t> starts;
  for (std::size_t number = 0; number < key_of.size(); ++number) {
    if (number % jomun::bridge::keys_per_start == 0) starts.push_back(static_cast<std::uint32_t>(bytes.size()));
    const std::vector<Alternative>& list = lists[key_of[number]];
    append_number(bytes, list.size());
    for (const Alternative& one : list) {
      append_number(bytes, (one.printed ? printed_numbers : key_numbers).at(one.text) << 1 | (one.printed ? 1U : 0U));
      bytes += static_cast<char>(std::max(1L, std::lround(one.weight / jomun::bridge::weight_unit)));
    }
  }

  const std::string key_bytes = bytes_of(keys), printed_bytes = bytes_of(printed);
  const std::string_view start_bytes(reinterpret_cast<const char*>(starts.data()), starts.size() * sizeof starts[0]);
  const Header header{key_bytes.size(), printed_bytes.size(), start_bytes.size(), bytes.size()};
  std::ofstream out(file, std::ios::binary);
  write_part(out, {reinterpret_cast<const char*>(&header), sizeof header});
  for (const std::string_view part : {std::string_view(key_bytes), std::string_view(printed_bytes), start_bytes, std::string_view(bytes)})
    write_part(out, part);
  if (!out.flush()) throw std::runtime_error(file + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: jomun-generate-han-bridge HANJA EDICT OPENCC_FOLDER OUT\n";
    return 2;
  }
  try {
    generate(argv[1], argv[2], argv[3], argv[4]);
  } catch (const std::exception& error) {
    std::cerr << "jomun-generate-han-bridge: " << error.what() << '\n';
    return 1;
  }
}
