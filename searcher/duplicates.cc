// Jomun: the same text in several places.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/duplicates.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "indexer/likeness.h"

namespace jomun {
namespace {

// Texts that share nine tenths of their terms differ in 6 of 64 bits on average, unrelated ones in 32.
constexpr int most_different = 12;

class TermHashes final : public TokenSink {
 public:
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens)
      if (token.kind != TokenKind::stem && !token.gloss) hashes.push_back(stable_hash(token.text));
    return true;
  }
  std::vector<std::uint64_t> hashes;
};

// Jaccard's index of the two as multisets is at least nine tenths.
bool nearly_same(std::vector<std::uint64_t> one, std::vector<std::uint64_t> other) {
  std::sort(one.begin(), one.end());
  std::sort(other.begin(), other.end());
  std::vector<std::uint64_t> common;
  std::set_intersection(one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(common));
  return 10 * common.size() >= 9 * (one.size() + other.size() - common.size());
}

}  // namespace

std::vector<std::uint64_t> DuplicateFinder::terms_of(std::string_view text) {
  TermHashes sink;
  tokenizer_.tokenize(text, sink);
  return std::move(sink.hashes);
}

std::optional<DuplicateFinder::Match> DuplicateFinder::find(std::uint64_t likeness, std::string_view language, std::string_view text) {
  std::optional<std::vector<std::uint64_t>> terms;
  std::optional<Match> nearly;
  for (std::size_t i = 0; i < texts_.size(); ++i) {
    Text& other = texts_[i];
    if (difference(likeness, other.likeness) > most_different || language != other.language) continue;
    if (!terms) terms = terms_of(text);
    if (!other.terms) other.terms = terms_of(other.text);
    if (*terms == *other.terms) return Match{i, true};
    if (!nearly && nearly_same(*terms, *other.terms)) nearly = Match{i, false};
  }
  return nearly;
}

}  // namespace jomun
