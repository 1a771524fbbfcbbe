// Jomun tests: whatever bytes are stripped of annotations, the rest maps to the bytes it came from, and has the same tokens.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <vector>

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/tokens.h"
#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/registry.h"

namespace jomun::testing {
namespace {

// A bar puts a reading also on words of letters, ｜AI《エーアイ》s: there a word ends.
bool may_read_a_word(std::string_view text) {
  if (text.find("｜") == text.npos) return false;
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded next = decode(text, offset);
    const CharacterClass kind = character(next.value).kind;
    if (kind == CharacterClass::word || kind == CharacterClass::compound) return true;
    offset += next.bytes;
  }
  return false;
}

std::ptrdiff_t count_glosses(const std::vector<KeptToken>& tokens) {
  return std::count_if(tokens.begin(), tokens.end(), [](const KeptToken& token) { return token.gloss; });
}

}  // namespace

void fuzz(std::string_view text) {
  const MappedText stripped = strip_annotations(text);
  std::size_t end = 0;
  for (std::size_t i = 0; i < stripped.text().size(); ++i) {
    const Span source = stripped.original({i, i + 1});
    require(source.end == source.begin + 1 && source.begin >= end, "bytes do not map one to one and in order");
    require(text[source.begin] == stripped.text()[i], "a byte differs from its original");
    end = source.end;
  }
  const MappedText twice = strip_annotations(stripped);
  require(twice.original({0, twice.text().size()}).end <= text.size(), "a span leaves the original");
  require(MappedText::from_pieces(twice.text(), twice.pieces()).pieces() == twice.pieces(), "stored pieces differ");
  if (twice.text() == stripped.text() && !may_read_a_word(text)) {
    static const auto tokenizer = make_tokenizer();
    const std::vector<KeptToken> before = tokens_of(*tokenizer, text), after = tokens_of(*tokenizer, stripped.text());
    // A bracket that stood behind an annotation may have become a gloss: 的(de)(적).
    if (count_glosses(before) == count_glosses(after)) require(line(before) == line(after), "tokens of the stripped text differ");
  }
}

}  // namespace jomun::testing
