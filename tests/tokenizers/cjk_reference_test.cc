// Jomun tests: bigrams of Han and kana against the simplest program that makes them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "tests/support/texts.h"
#include "tests/support/tokens.h"
#include "tokenizers/characters.h"
#include "tokenizers/tokenizer.h"

namespace jomun {
namespace {

using testing::KeptToken;

// For text of Han, precomposed kana, white space and punctuation that leaves a gap: split into runs, then each run into bigrams.
std::vector<KeptToken> reference_tokens(const std::string& text) {
  struct Piece {
    std::string folded;
    std::size_t begin, end;
  };
  std::vector<std::vector<Piece>> runs(1);
  std::vector<bool> gap_before = {false};
  std::size_t line_ends = 0;
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    const Character found = character(next.value);
    const std::size_t end = i + next.bytes;
    if (is_cjk(found.kind)) {
      char bytes[4];
      if (runs.back().empty()) gap_before.back() = gap;
      runs.back().push_back({std::string(bytes, encode(found.folded, bytes)), i, end});
      line_ends = 0;
      gap = false;
    } else if (found.kind != CharacterClass::ignorable) {
      if (!runs.back().empty()) {
        runs.emplace_back();
        gap_before.push_back(false);
      }
      const bool quotes = next.value == U'《' || next.value == U'·';
      line_ends += next.value == '\n';
      if (found.kind == CharacterClass::separator) line_ends = 0;
      gap |= (found.kind == CharacterClass::separator && !quotes) || line_ends > 1;
    }
    i = end;
  }
  std::vector<KeptToken> tokens;
  std::uint32_t position = 0;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    if (gap_before[r] && position > 0) ++position;
    for (std::size_t i = 0; i < runs[r].size(); ++i, ++position) {
      const Piece& piece = runs[r][i];
      if (i + 1 < runs[r].size())
        tokens.push_back({piece.folded + runs[r][i + 1].folded, piece.begin, runs[r][i + 1].end, position, TokenKind::bigram});
      else
        tokens.push_back({piece.folded, piece.begin, piece.end, position, TokenKind::unigram});
    }
  }
  return tokens;
}

RC_GTEST_PROP(CjkReference, Agrees, ()) {
  const std::string text = *testing::cjk_text();
  for (std::string_view name : {"jomun-1", "cjk-bigram-1"}) {
    const auto tokenizer = make_tokenizer(name);
    RC_ASSERT(testing::tokens_of(*tokenizer, text) == reference_tokens(text));
  }
}

}  // namespace
}  // namespace jomun
