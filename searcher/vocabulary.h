// Jomun: the words that the lexicon and an index know, to be found by how they are spelled.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/lexicon_index.h"
#include "searcher/spelling_distance.h"

namespace jomun {

// A word spelled nearly as what was typed.
struct NearWord {
  std::string text;
  double distance = 0;  // spelling_distance()
  double score = 0;     // the lower, the likelier it is meant: words of the lexicon and frequent ones rather than others
};

// Latin words and Hangul. Of an index these are its words and stems: Korean words that stand somewhere with an ending. `database` and
// `lexicon` must outlive it. Throws Xapian::Error.
class Vocabulary {
 public:
  Vocabulary(const Xapian::Database& database, const LexiconIndex& lexicon) : database_(database), lexicon_(lexicon) {}

  // Words at most `most` away from `typed` (lower case; for Korean its keys), the likeliest first, a few. The first call for each kind of
  // typing reads all terms of the index that may be meant.
  std::vector<NearWord> near(std::string_view typed, Typing typing, double most);

  // A form of the lexicon in Chinese or Japanese: `folded` character by character, to be compared.
  struct HanForm {
    std::u32string folded, text;
  };
  // Those of three characters or more, by length.
  std::span<const HanForm> han_forms(std::size_t length);

  void database_changed() { words_ = {}; }

 private:
  struct Word {
    std::string text, spelling;
    std::uint32_t letters;  // a bit for each there is, whatever its case
    bool in_lexicon;
  };
  static std::uint32_t letters_of(std::string_view spelling);
  const std::vector<Word>& words(Typing typing);

  const Xapian::Database& database_;
  const LexiconIndex& lexicon_;
  std::array<std::optional<std::vector<Word>>, 2> words_;  // by Typing
  std::map<std::size_t, std::vector<HanForm>> han_forms_;  // by length
};

}  // namespace jomun
