// Jomun: the tokenizer: annotations out, folded, CJK bigrams, Korean and English stems, in one pass over the bytes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tokenizers/characters.h"
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
//  - A Korean word with particles, if it keeps two syllables without them, has a stem at the position of its first syllable.
//  - An English word has a stem always, also where it is the word itself.
//  - The next token is one position on; two after a blank line and punctuation that ends a sentence or part of one or a bracket, so
//    that no phrase matches across it, and none more after a hyphen, quotation mark, middle dot, slash or space: risk-based is risk based.
//  - Memory is bounded and time linear whatever the text: nothing is kept longer than two characters or a word, and a "word" of more
//    than max_word_bytes (max_hangul_word syllables) is parted.
class ComposedTokenizer final : public Tokenizer {
 public:
  // `name` must outlive the tokenizer.
  ComposedTokenizer(std::string_view name, Scripts scripts) : name_(name), scripts_(scripts) {}

  std::string_view name() const override { return name_; }
  void tokenize(std::string_view utf8, TokenSink& sink) override;

 private:
  struct Unit {  // a folded character of a run
    char32_t folded;
    std::size_t begin, end;
  };
  enum class Run { none, han_and_kana, hangul };

  void emit(TokenKind kind, std::string_view text, std::size_t begin, std::size_t end, std::uint32_t position);
  void add_to_run(Run run, Unit unit);
  void end_run();
  void separate();

  // Each reads what starts at `offset` and returns where it ends, always further on.
  std::size_t read_separator(std::size_t offset, char32_t code_point, std::uint32_t bytes);
  std::size_t read_han_or_kana(std::size_t offset);
  std::size_t read_hangul(std::size_t offset);
  std::size_t read_compound(std::size_t offset);
  std::size_t read_word(std::size_t offset);
  std::size_t read_foreign_words(std::size_t offset);

  std::size_t compose_cluster(std::size_t offset);
  void end_hangul_word();
  void emit_word(std::string_view folded, std::size_t begin, std::size_t end);

  static constexpr std::size_t max_word_bytes = 4096;
  static constexpr std::size_t max_hangul_word = 32;

  std::string_view name_;
  Scripts scripts_;
  EnglishStemmer stemmer_;
  WordBreaker breaker_;

  // Of the text being read.
  std::string_view text_;
  TokenSink* sink_ = nullptr;
  bool stopped_ = false;
  std::uint32_t position_ = 0;  // of the next character or word
  bool gap_ = false;            // punctuation since the last token
  Run run_ = Run::none;
  Unit last_{};           // of the run, not yet in a token
  char last_bytes_[8]{};  // its folded UTF-8, with room for the next one's
  std::size_t last_size_ = 0;
  std::vector<Unit> hangul_;  // the Korean word being read
  std::u32string syllables_;  // of that word
  std::string composed_;      // the cluster being read
  std::string buffer_;
};

}  // namespace jomun
