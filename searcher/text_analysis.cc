// Jomun: a query or a form of the lexicon as the index sees it: cells, and patterns of terms.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "searcher/text_analysis.h"

#include "indexer/schema.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

class CellBuilder final : public TokenSink {
 public:
  explicit CellBuilder(std::vector<Cell>& cells) : cells_(cells) {}

  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens)
      if (!token.gloss) add(token);  // a query means the word, written twice
    return true;
  }

  const std::vector<Span>& stems() const { return stems_; }

 private:
  void add(const Token& token) {
    if (cells_.empty() || cells_.back().position != token.position) {
      cells_.emplace_back();
      cells_.back().position = token.position;
      cells_.back().begin = token.begin;
      cells_.back().end = token.end;
    }
    Cell& cell = cells_.back();
    switch (token.kind) {
      case TokenKind::word:
        cell.word = token.text;
        if (!cell.stemmed) cell.key = token.text;
        break;
      case TokenKind::stem:
        // A Korean stem comes before its first bigram and is longer than a cell: it only tells where the particles begin.
        if (cell.word.empty()) {
          stems_.push_back({token.begin, token.end});
        } else {
          cell.key = token.text;
          cell.stemmed = true;
        }
        break;
      case TokenKind::bigram:
      case TokenKind::unigram: {
        const std::size_t first = decode(token.text, 0).bytes;
        cell.key = token.text.substr(0, first);
        if (token.kind == TokenKind::bigram) cell.bigram = token.text;
        cell.begin = token.begin;
        cell.end = token.end;
        break;
      }
    }
  }

  std::vector<Cell>& cells_;
  std::vector<Span> stems_;
};

// Notes what stands between the cell and the next, which begins at `next`.
void note_gap(std::string_view utf8, std::size_t next, Cell& cell) {
  for (std::size_t offset = cell.end; offset < next;) {
    const Decoded between = decode(utf8, offset);
    const CharacterClass kind = character(between.value).kind;
    cell.spaced |= kind != CharacterClass::ignorable;
    cell.apart |= kind == CharacterClass::space;
    offset += between.bytes;
  }
}

}  // namespace

std::vector<Cell> analyse(Tokenizer& tokenizer, std::string_view utf8) {
  std::vector<Cell> cells;
  CellBuilder builder(cells);
  tokenizer.tokenize(utf8, builder);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Cell& cell = cells[i];
    // A bigram's bytes go to the end of the second character; the first one's end where it is read again.
    if (!cell.bigram.empty()) cell.end = cell.begin + decode(utf8, cell.begin).bytes;
    if (i + 1 < cells.size()) note_gap(utf8, cells[i + 1].begin, cell);
  }
  std::size_t i = 0;
  for (const Span& stem : builder.stems()) {
    while (i < cells.size() && cells[i].begin < stem.end) ++i;
    for (std::size_t particle = i; particle < cells.size() && particle > 0 && !cells[particle - 1].spaced && cells[particle].is_character();
         ++particle)
      cells[particle].particle = true;
  }
  return cells;
}

Pattern make_pattern(std::span<const Cell> cells, Wording wording) {
  Pattern pattern;
  const auto joins_next = [&](std::size_t i) { return !cells[i].bigram.empty() && i + 1 < cells.size(); };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Cell& cell = cells[i];
    const std::uint32_t offset = cell.position - cells.front().position;
    if (!cell.is_character()) {
      const bool stem = wording == Wording::stems && cell.stemmed;
      pattern.terms.push_back({stem ? schema::index_term(TokenKind::stem, cell.key) : cell.word, offset, false});
    } else if (joins_next(i)) {
      pattern.terms.push_back({cell.bigram, offset, false});
    } else if (i == 0 || !joins_next(i - 1)) {
      pattern.terms.push_back({cell.key, offset, true});
    }
  }
  return pattern;
}

}  // namespace jomun
