// Jomun: Japanese by words, as MeCab finds them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/mecab/mecab_tokenizer.h"

#include <mecab.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <new>
#include <stdexcept>
#include <vector>

#include "tokenizers/characters.h"
#include "tokenizers/registry.h"
#include "tokenizers/words.h"

namespace jomun {
namespace {

constexpr std::size_t longest_run = 1024;  // characters; MeCab's lattice has a dozen nodes for each

struct Segmenter {
  std::unique_ptr<MeCab::Model> model;
  std::unique_ptr<MeCab::Tagger> tagger;
  std::unique_ptr<MeCab::Lattice> lattice;
};

Segmenter open(const std::string& dictionary) {
  // Neither the user's ~/.mecabrc nor the system's: the same text has to give the same words everywhere.
  std::string arguments[] = {"jomun", "-r", "/dev/null", "-d", dictionary};
  char* pointers[std::size(arguments)];
  std::transform(std::begin(arguments), std::end(arguments), pointers, [](std::string& argument) { return argument.data(); });
  Segmenter made;
  made.model.reset(MeCab::createModel(static_cast<int>(std::size(arguments)), pointers));
  if (made.model == nullptr) throw std::runtime_error("MeCab cannot open its dictionary in " + dictionary + "; install mecab-ipadic-utf8");
  const std::string charset = made.model->dictionary_info()->charset;
  if (charset != "UTF-8" && charset != "utf-8" && charset != "UTF8" && charset != "utf8")
    throw std::runtime_error("MeCab's dictionary in " + dictionary + " is in " + charset + " and not in UTF-8; install mecab-ipadic-utf8");
  made.tagger.reset(made.model->createTagger());
  made.lattice.reset(made.model->createLattice());
  if (made.tagger == nullptr || made.lattice == nullptr) throw std::bad_alloc();
  return made;
}

// The n-th of the fields of a line of IPADIC; fields of words have no quotation marks in them.
std::string_view field(std::string_view feature, int n) {
  for (; n > 0; --n) {
    const std::size_t comma = feature.find(',');
    if (comma == std::string_view::npos) return {};
    feature.remove_prefix(comma + 1);
  }
  return feature.substr(0, feature.find(','));
}

void append(char32_t code_point, std::string& utf8) {
  char bytes[4];
  utf8.append(bytes, encode(code_point, bytes));
}

void append_folded(std::string_view word, std::string& folded) {
  for (std::size_t offset = 0; offset < word.size();) {
    const Decoded next = decode(word, offset);
    const char32_t to = fold(next.value);
    append(to != 0 ? to : next.value, folded);
    offset += next.bytes;
  }
}

bool is_han_or_kana(char32_t code_point) {
  const CharacterClass kind = character(code_point).kind;
  return kind == CharacterClass::han || kind == CharacterClass::kana;
}

// What a dictionary has as it is printed: kana and the main block of Han and its first extension.
bool is_plain(char32_t code_point) {
  return (code_point >= 0x3041 && code_point < 0x3097) || (code_point >= 0x30A1 && code_point < 0x30FF) ||
         (code_point >= 0x3400 && code_point < 0xA000);
}

// Reads the default tokenizer's tokens of one text, hands on words in the place of bigrams.
class WordsOfRuns final : public TokenSink {
 public:
  WordsOfRuns(std::string_view text, const Segmenter& segmenter, TokenSink& sink) : text_(text), segmenter_(segmenter), sink_(sink) {}

  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens) {
      const bool han_or_kana = is_of_run(token);
      // The Hangul beside Han counts positions by characters, of which a word is more than one.
      if (token.gloss && !han_or_kana) continue;
      if (han_or_kana && !token.gloss) {
        add(token);
      } else {
        end_run();
        Token moved = token;
        moved.position = position_of(token.position);
        passed_.push_back(moved);
      }
    }
    hand_on(passed_);
    return !stopped_;
  }

  void end_run() {
    if (run_.empty()) return;
    hand_on(passed_);
    if (!stopped_) hand_on_words();
    run_.clear();
  }

 private:
  struct Unit {
    char32_t folded;
    std::size_t begin, end;        // bytes of the text
    std::size_t spelling_end = 0;  // bytes of spelling_
  };

  static bool is_of_run(const Token& token) {
    if (token.kind != TokenKind::bigram && token.kind != TokenKind::unigram) return false;
    return is_han_or_kana(decode(token.text, 0).value);
  }

  // A bigram stands for its first character, the unigram at the end of a run for the last.
  void add(const Token& token) {
    if (!run_.empty() && !reaches(run_.back(), token.begin)) end_run();
    if (run_.size() == longest_run) end_run();
    const std::uint32_t position = position_of(token.position);
    if (run_.empty()) position_of_run_ = position;
    const bool last = token.kind == TokenKind::unigram;
    run_.push_back({decode(token.text, 0).value, token.begin, last ? token.end : token.begin + decode(text_, token.begin).bytes});
    if (last) end_run();
  }

  // Whether the run goes on from `unit` to the one that begins at `next`. Takes to `unit` what belongs to it: marks, the second half of a
  // half-width kana.
  bool reaches(Unit& unit, std::size_t next) const {
    while (unit.end < next) {
      const Decoded between = decode(text_, unit.end);
      if (between.value == U'・' || between.value == U'･') return false;  // グローバル・コンパクト is two words
      const CharacterClass kind = character(between.value).kind;
      if (kind == CharacterClass::separator || kind == CharacterClass::space) return true;  // an annotation
      unit.end += between.bytes;
    }
    return true;
  }

  // The position of the token that the default tokenizer gives `position`: as far from the one before as there.
  std::uint32_t position_of(std::uint32_t position) {
    position_ += position - last_;
    last_ = position;
    return position_;
  }

  // The run as a dictionary spells it: in ordinary width and form, but not folded, which would make 走った 走つた and 経済 经济.
  void spell() {
    spelling_.clear();
    for (std::size_t first = 0, last = 0; first < run_.size(); first = last) {
      while (last < run_.size() && run_[last].begin == run_[first].begin) ++last;  // more than one: ㍿
      const Decoded original = decode(text_, run_[first].begin);
      std::string_view spelling = text_.substr(run_[first].begin, run_[last - 1].end - run_[first].begin);
      if (original.bytes < spelling.size() || last - first > 1 || !is_plain(original.value)) {
        composed_.clear();
        compose(spelling, composed_);
        spelling = composed_;
      }
      std::size_t unit = first;
      for (std::size_t offset = 0; offset < spelling.size();) {
        const Decoded next = decode(spelling, offset);
        offset += next.bytes;
        if (!is_han_or_kana(next.value)) continue;  // a variation selector
        append(next.value, spelling_);
        run_[std::min(unit, last - 1)].spelling_end = spelling_.size();
        ++unit;
      }
      for (; unit < last; ++unit) {
        append(run_[unit].folded, spelling_);
        run_[unit].spelling_end = spelling_.size();
      }
    }
  }

  void hand_on(std::vector<Token>& tokens) {
    if (!tokens.empty() && !stopped_) stopped_ = !sink_.accept(tokens);
    tokens.clear();
  }

  void hand_on_words() {
    spell();
    segmenter_.lattice->set_sentence(spelling_.data(), spelling_.size());
    // MeCab fails where memory does, or where the costs of tens of thousands of words overflow, which no run has.
    if (!segmenter_.tagger->parse(segmenter_.lattice.get())) throw std::bad_alloc();
    words_.clear();
    terms_.clear();
    std::size_t first = 0;
    std::uint32_t position = position_of_run_;
    for (const MeCab::Node* node = segmenter_.lattice->bos_node()->next; node->next != nullptr; node = node->next) {
      const std::size_t spelling_end = static_cast<std::size_t>(node->surface - spelling_.data()) + node->length;
      std::size_t last = first;
      const std::size_t term = terms_.size();
      for (; last < run_.size() && run_[last].spelling_end <= spelling_end; ++last) append(run_[last].folded, terms_);
      if (last == first) continue;
      add_word({term, run_[first].begin, run_[last - 1].end, position, TokenKind::word});
      const std::string_view feature = node->feature;
      constexpr int inflection = 4, dictionary_form = 6;
      if (field(feature, inflection) != "*" && !field(feature, dictionary_form).empty()) {
        const std::size_t stem = terms_.size();
        append_folded(field(feature, dictionary_form), terms_);
        add_word({stem, run_[first].begin, run_[last - 1].end, position, TokenKind::stem});
      }
      first = last;
      ++position;
    }
    // Now that terms_ stays where it is.
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      const std::size_t end = i + 1 < words_.size() ? words_[i + 1].term : terms_.size();
      passed_.push_back({std::string_view(terms_).substr(word.term, end - word.term), word.begin, word.end, word.position, word.kind});
    }
    position_ = position - 1;
    hand_on(passed_);
  }

  struct Word {
    std::size_t term;  // where it begins in terms_; it ends where the next begins
    std::size_t begin, end;
    std::uint32_t position;
    TokenKind kind;
  };

  // Cuts what is too long.
  void add_word(const Word& word) {
    if (terms_.size() - word.term > max_term_bytes) {
      std::size_t end = word.term + max_term_bytes;
      while ((static_cast<unsigned char>(terms_[end]) & 0xC0) == 0x80) --end;
      terms_.resize(end);
    }
    words_.push_back(word);
  }

  std::string_view text_;
  const Segmenter& segmenter_;
  TokenSink& sink_;
  bool stopped_ = false;
  std::uint32_t position_ = 0, last_ = 0;  // of the last token, here and by the default tokenizer
  std::vector<Unit> run_;
  std::string spelling_, composed_;  // of the run; of a character of it
  std::uint32_t position_of_run_ = 0;
  std::string terms_;
  std::vector<Word> words_;
  std::vector<Token> passed_;
};

}  // namespace

struct MecabTokenizer::Implementation {
  explicit Implementation(const std::string& dictionary) : segmenter(open(dictionary)) {}

  Segmenter segmenter;
  std::unique_ptr<Tokenizer> runs = make_tokenizer();
};

MecabTokenizer::MecabTokenizer() : MecabTokenizer(JOMUN_MECAB_DICTIONARY) {}
MecabTokenizer::MecabTokenizer(const std::string& dictionary) : implementation_(std::make_unique<Implementation>(dictionary)) {}
MecabTokenizer::~MecabTokenizer() = default;

void MecabTokenizer::tokenize(std::string_view utf8, TokenSink& sink) {
  WordsOfRuns words(utf8, implementation_->segmenter, sink);
  implementation_->runs->tokenize(utf8, words);
  words.end_run();
}

}  // namespace jomun
