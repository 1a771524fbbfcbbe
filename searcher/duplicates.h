// Jomun: the same text in several places.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tokenizers/tokenizer.h"

namespace jomun {

// Texts are compared as the tokenizer sees them: variants, width, spacing, punctuation and printed readings make no difference, the order
// of words does. Versions of a text in two languages are never the same, not even in two scripts of Chinese. Not thread-safe.
class DuplicateFinder {
 public:
  struct Match {
    std::size_t index;  // of the text, in the order they were added
    bool same;          // else nearly: nine tenths of all terms, which may be all but a "not"
  };

  // `tokenizer`: that of the index; must outlive the finder.
  explicit DuplicateFinder(Tokenizer& tokenizer) : tokenizer_(tokenizer) {}

  // The first text that is the same, else the first that is nearly. `likeness`: that of the clause's record. Texts whose likeness
  // differs much are not looked at.
  std::optional<Match> find(std::uint64_t likeness, std::string_view language, std::string_view text);
  // `language` and `text` must outlive the finder.
  void add(std::uint64_t likeness, std::string_view language, std::string_view text) { texts_.push_back({likeness, language, text, {}}); }

 private:
  struct Text {
    std::uint64_t likeness;
    std::string_view language, text;
    std::optional<std::vector<std::uint64_t>> terms;  // hashes of them in order, once they were needed
  };
  std::vector<std::uint64_t> terms_of(std::string_view text);

  Tokenizer& tokenizer_;
  std::vector<Text> texts_;
};

}  // namespace jomun
