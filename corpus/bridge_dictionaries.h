// Jomun: what dictionaries say about words across languages, for the Han bridge.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Of EDICT, words of Han only and words of katakana only are read, with glosses of up to four words, cleaned of brackets, articles and
// "to". Words are folded and English is stemmed by the tokenizer itself.
//
// A stem may be that of several words, information and informal; where it is, each of them is a key of its own too, its plural endings
// cut off, with '=' before it: "=information ".
//
// The weight of an alternative says how likely it is meant, by what dictionaries tell:
//   commonness    of the word: EDICT marks the entry (P), Korean has it too, Chinese has it too; or EDICT calls it archaic, slang or such;
//                 of a character: how many words have it
//   specificity   the gloss stands early in the entry, and the entry has few
//   order         hanja.txt has the words of one reading in order, the more usual ones first
//
// How Koreans read a character is voted on by the words of hanja.txt, at places where the initial-sound law does not apply; Unihan
// (tokenizers/readings.h) decides where no word does.
//
// Encoding: UTF-8 but for EDICT, which is EUC-JP. Everything that reads throws std::runtime_error with the file's name. Not thread-safe.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "corpus/english_gloss.h"

namespace jomun::bridge {

class BridgeDictionaries {
 public:
  // libhangul's hanja.txt: lines `hangul:hanja:comment`.
  void read_hanja(const std::string& file);
  // A folder with STPhrases.ocd2, TSPhrases.ocd2 and TWPhrases.ocd2 of OpenCC.
  void read_phrases(const std::string& folder);
  // Lines `word [kana] /gloss/gloss/(P)/`.
  void read_edict(const std::string& file);
  // Unihan_Readings.txt, what single characters mean: lines `U+94FE kDefinition chain, wire, cable; chain, shack`.
  void read_definitions(const std::string& file);

  // To be called when all has been read.
  void weigh();

  struct Alternatives {
    std::map<std::string, double> words;    // keys themselves
    std::map<std::string, double> english;  // as it is printed
  };
  // By key (corpus/han_bridge.h).
  const std::unordered_map<std::string, Alternatives>& alternatives() const { return alternatives_; }
  // As a dictionary prints it.
  const std::string& printed(const std::string& key) const;

 private:
  struct Definition {
    std::string character, stems;
    double weight;
  };
  struct SameWord {
    std::string one, other;
    double weight;
  };
  struct Gloss {
    std::string word, printed;
    EnglishWords::Keys keys;
    double weight;
  };

  void read_entry(std::string_view line);
  void join_katakana();
  void add_characters();
  void add_respellings();
  void share_alternatives(const std::string& from, const std::string& to, double weight);
  void add(const std::string& from, const std::string& to, double weight);
  double commonness(const std::string& word) const;

  EnglishWords english_;
  std::unordered_map<std::string, std::vector<std::string>> korean_;  // Han words, by how they are read, in the order of the dictionary
  std::map<char32_t, std::map<char32_t, double>> readings_;           // votes for each syllable, by folded character
  std::unordered_set<std::string> in_korean_, in_chinese_, in_japanese_, common_;
  std::vector<SameWord> same_words_;
  std::vector<Definition> definitions_;
  std::vector<Gloss> glosses_;
  std::unordered_map<std::string, Alternatives> alternatives_;
  std::unordered_map<std::string, std::set<std::string>> words_of_stems_;
  std::unordered_map<std::string, std::string> printed_;
};

}  // namespace jomun::bridge
