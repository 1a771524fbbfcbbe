// Jomun: the tokenizer: annotations out, folded, CJK bigrams, Korean and English stems, in one pass over the bytes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tokenizers/token_batch.h"
#include "tokenizers/tokenizer.h"
#include "tokenizers/words.h"

namespace jomun {

// The scripts a tokenizer makes tokens of; the others separate like punctuation.
struct Scripts {
  bool han_and_kana = true;
  bool hangul = true;
  bool words = true;  // everything written with spaces
};

// What follows what, and how positions run:
//  - A run of Han and kana, or of Hangul, gives a bigram for each two neighbours and a unigram for the last character. A space
//    does not end a run of Hangul (Korean is spaced freely: 인공 지능), it ends one of Han and kana. A blank line ends both.
//  - A Korean word with endings, if it keeps two syllables without them, has a stem at the position of its first syllable.
//  - An English word has a stem always, also where it is the word itself.
//  - The next token is one position on; two after a blank line and punctuation that ends a sentence or part of one or a bracket, so
//    that no phrase matches across it, and none more after a hyphen, quotation mark, middle dot, slash or space: risk-based is risk based.
//  - Memory is bounded and time linear whatever the text: a word of more than max_word_bytes is parted, before what joins it to the next,
//    and a Korean one of more than max_hangul_word characters, or with one that is no syllable, has no stem.
//  - Characters compose only with what stands directly behind them; between a kana and its voicing mark other marks may stand.
//  - A bracket that is an annotation or a gloss does not end a run, but a word of letters. A gloss in a script that is off is left out.
class ComposedTokenizer final : public Tokenizer {
 public:
  // `name` must outlive the tokenizer.
  ComposedTokenizer(std::string_view name, Scripts scripts) : name_(name), scripts_(scripts) {}

  std::string_view name() const override { return name_; }
  void tokenize(std::string_view utf8, TokenSink& sink) override;

 private:
  enum class Run { none, han_and_kana, hangul };
  struct Last {        // character of the run, not yet the first of a token
    const char* text;  // folded
    std::size_t size;  // bytes of it
    std::size_t begin, end;
  };
  static constexpr std::size_t max_word_bytes = 4096;
  static constexpr std::size_t max_character_bytes = 4;
  static constexpr std::size_t min_block = 8;  // bytes that are worth the loops for characters of three
  static constexpr std::size_t max_hangul_word = 32;
  struct HangulWord {
    explicit HangulWord(std::size_t offset) : begin(offset) {}
    void add(char32_t character, std::size_t end);
    void replace_last(char32_t character, std::size_t end);

    std::size_t begin;
    std::size_t size = 0;        // in characters, also beyond max_hangul_word
    bool syllables_only = true;  // composed if need be
    std::array<char32_t, max_hangul_word> syllables;
    std::array<std::size_t, max_hangul_word> ends;  // where each ends
  };

  void make_room(std::size_t tokens, std::size_t text_bytes);
  void move_last();
  void add_to_run(Run run, char32_t folded, std::size_t begin, std::size_t end);
  void replace_last(char32_t folded, std::size_t end);
  void end_run();
  void separate();

  // Of what a compound folds to.
  static bool is_hangul_letter(char32_t folded);

  // Each reads what starts at `offset` and returns where it ends, always further on unless it says otherwise.
  std::size_t read_separator(std::size_t offset, char32_t code_point, std::uint32_t bytes);
  std::size_t read_gloss(std::size_t bracket);
  std::size_t read_han_or_kana(std::size_t offset);
  void read_mark(std::size_t offset, char32_t mark, std::uint32_t bytes);
  std::size_t read_hangul(std::size_t offset);
  std::size_t read_plain_hangul(std::size_t offset);
  std::size_t read_any_hangul(std::size_t offset);
  std::size_t read_hangul_character(std::size_t offset, HangulWord& word);
  std::size_t read_compound(std::size_t offset);
  std::size_t read_word(std::size_t offset);
  std::size_t read_any_word(std::size_t offset);
  std::size_t read_foreign_words(std::size_t offset);

  void end_hangul_word(const HangulWord& word);
  bool word_ends(std::size_t offset) const;
  void emit_buffer(std::size_t begin, std::size_t end);
  void emit_word(std::string_view folded, bool letters, std::size_t begin, std::size_t end);

  std::string_view name_;
  Scripts scripts_;
  EnglishStemmer stemmer_;
  WordBreaker breaker_;
  TokenBatch batch_;
  std::string buffer_;  // a word or composition on its way

  // Of the text being read.
  std::string_view text_;
  std::uint32_t position_ = 0;   // of the next character or word
  bool gap_ = false;             // punctuation since the last token
  std::uint32_t line_ends_ = 0;  // since the last character that is not white space
  Run run_ = Run::none;
  std::uint32_t run_position_ = 0;  // of the run's first character
  Last last_{};
  std::size_t marks_end_ = 0;  // of the marks directly behind it
};

}  // namespace jomun
