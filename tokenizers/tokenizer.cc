// Jomun: the tokenizers there are, by name.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/tokenizer.h"

#include <array>
#include <string>

#include "tokenizers/composed_tokenizer.h"

namespace jomun {
namespace {

constexpr std::string_view cjk_name = "cjk-bigram-1", hangul_name = "hangul-syllable-1", word_name = "latin-word-1";

template <const std::string_view& name, Scripts scripts>
std::unique_ptr<Tokenizer> make() {
  return std::make_unique<ComposedTokenizer>(name, scripts);
}

constexpr std::array<TokenizerEntry, 4> entries = {{
    {default_tokenizer_name, "all of the below together: what index, query and highlights use", make<default_tokenizer_name, Scripts{}>},
    {cjk_name, "Han and kana: bigrams and the last character, folded, pinyin annotations out", make<cjk_name, Scripts{true, false, false}>},
    {hangul_name, "Hangul: bigrams across spaces, words without their particles", make<hangul_name, Scripts{false, true, false}>},
    {word_name, "words of all other scripts, folded, with English stems", make<word_name, Scripts{false, false, true}>},
}};

}  // namespace

std::span<const TokenizerEntry> tokenizers() { return entries; }

std::unique_ptr<Tokenizer> make_tokenizer(std::string_view name) {
  std::string known;
  for (const TokenizerEntry& entry : entries) {
    if (entry.name == name) return entry.make();
    known += (known.empty() ? "" : ", ") + std::string(entry.name);
  }
  throw UnknownTokenizer("no tokenizer is named \"" + std::string(name) + "\"; there are " + known);
}

}  // namespace jomun
