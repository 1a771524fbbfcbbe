// Jomun: what a word that is being typed may become.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   interop   interoperability, interoperable
//   人工智     人工智能, 人工智慧, 人工智能安全, …      whatever the script, as the index folds it
//   인공ㅈ     인공지능, 인공지능 안전, …              the last syllable may be unfinished,
//   ㅇㄱㅈㄴ   인공지능, …                            or initial consonants stand for syllables

#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/lexicon_index.h"

namespace jomun {

// Forms of the lexicon, and words that stand in the clauses of an index: Latin ones, and Korean ones without their endings. Of Chinese and
// Japanese an index has pairs of characters, which are no words. `database` and `lexicon` must outlive it. Throws Xapian::Error.
class WordCompleter {
 public:
  WordCompleter(const Xapian::Database& database, const LexiconIndex& lexicon) : database_(database), lexicon_(lexicon) {}

  // At most `most`: forms, the shortest first; then words, the most frequent first, which have a third of the places at least. Nothing
  // for a text without a letter. The first call reads the lexicon, the first one in Korean the Korean words of the index.
  std::vector<std::string> complete(std::string_view typed, std::size_t most);

  void database_changed() { korean_.reset(); }

 private:
  struct Word {
    std::u32string compared;  // comparable_text()
    std::string text;
    double frequency = 0;  // clauses
  };
  const std::vector<Word>& forms();
  const std::vector<Word>& korean();
  std::vector<Word> latin(std::u32string_view beginning) const;

  const Xapian::Database& database_;
  const LexiconIndex& lexicon_;
  std::optional<std::vector<Word>> forms_, korean_;
};

}  // namespace jomun
