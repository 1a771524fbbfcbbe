// Jomun: the ways of splitting a text that are measured against each other.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchmarks/contenders.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <xapian.h>

#include <array>
#include <stdexcept>

#include "tokenizers/characters.h"
#include "tokenizers/tokenizer.h"

namespace jomun {
namespace {

class CountingSink final : public TokenSink {
 public:
  bool accept(std::span<const Token> tokens) override {
    for (const Token& token : tokens) output += {1, token.text.size()};
    return true;
  }
  Output output;
};

// A tokenizer, whoever wrote it, with the sink that all of them get.
class TokenizerContender final : public Contender {
 public:
  explicit TokenizerContender(std::unique_ptr<Tokenizer> tokenizer) : tokenizer_(std::move(tokenizer)) {}

  Output split(std::string_view utf8) override {
    CountingSink sink;
    tokenizer_->tokenize(utf8, sink);
    return sink.output;
  }

 private:
  std::unique_ptr<Tokenizer> tokenizer_;
};

// Tokens whose texts stand in the text that is read, handed over by the hundred.
class Batch {
 public:
  explicit Batch(TokenSink& sink) : sink_(sink) {}
  bool add(const Token& token) {
    tokens_[size_++] = token;
    return size_ < tokens_.size() || flush();
  }
  bool flush() {
    const std::size_t size = size_;
    size_ = 0;
    return size == 0 || sink_.accept(std::span(tokens_).first(size));
  }

 private:
  TokenSink& sink_;
  std::array<Token, 128> tokens_;
  std::size_t size_ = 0;
};

class NaiveBigrams final : public Tokenizer {
 public:
  std::string_view name() const override { return "naive-bigram"; }

  void tokenize(std::string_view utf8, TokenSink& sink) override {
    if (utf8.empty()) return;
    Batch batch(sink);
    std::size_t begin = 0, middle = decode(utf8, 0).bytes;
    for (std::uint32_t position = 0; middle < utf8.size(); ++position) {
      const std::size_t end = middle + decode(utf8, middle).bytes;
      if (!batch.add({utf8.substr(begin, end - begin), begin, end, position, TokenKind::bigram})) return;
      begin = middle;
      middle = end;
    }
    batch.flush();
  }
};

class IcuWords final : public Tokenizer {
 public:
  IcuWords() {
    UErrorCode status = U_ZERO_ERROR;
    words_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no word breaks: ") + u_errorName(status));
  }
  IcuWords(const IcuWords&) = delete;
  IcuWords& operator=(const IcuWords&) = delete;
  ~IcuWords() override { utext_close(&text_); }

  std::string_view name() const override { return "icu-word"; }

  void tokenize(std::string_view utf8, TokenSink& sink) override {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    words_->setText(&text_, status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot read a text: ") + u_errorName(status));
    auto begin = static_cast<std::size_t>(words_->first());
    std::uint32_t position = 0;
    Batch batch(sink);
    for (std::int32_t next = words_->next(); next != icu::BreakIterator::DONE; next = words_->next()) {
      const auto end = static_cast<std::size_t>(next);
      const bool word = words_->getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
      if (word && !batch.add({utf8.substr(begin, end - begin), begin, end, position++, TokenKind::word})) return;
      begin = end;
    }
    batch.flush();
  }

 private:
  std::unique_ptr<icu::BreakIterator> words_;
  UText text_ = UTEXT_INITIALIZER;
};

class XapianNgrams final : public Contender {
 public:
  XapianNgrams() {
    generator_.set_stemmer(Xapian::Stem("en"));
    generator_.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  }

  Output split(std::string_view utf8) override {
    Xapian::Document document;
    generator_.set_document(document);
    generator_.set_termpos(0);
    generator_.index_text(Xapian::Utf8Iterator(utf8.data(), utf8.size()));
    return {document.termlist_count(), 0};
  }

 private:
  Xapian::TermGenerator generator_;
};

class JomunIntoXapian final : public Contender {
 public:
  Output split(std::string_view utf8) override {
    Terms terms;
    tokenizer_->tokenize(utf8, terms);
    return {terms.document.termlist_count(), 0};
  }

 private:
  class Terms final : public TokenSink {
   public:
    bool accept(std::span<const Token> tokens) override {
      for (const Token& token : tokens) {
        term_.assign(token.text);
        document.add_term(term_);
      }
      return true;
    }
    Xapian::Document document;

   private:
    std::string term_;
  };

  std::unique_ptr<Tokenizer> tokenizer_ = make_tokenizer();
};

}  // namespace

std::vector<ContenderEntry> contenders() {
  std::vector<ContenderEntry> all;
  for (const TokenizerEntry& entry : tokenizers())
    all.push_back({std::string(entry.name), [&entry] { return std::make_unique<TokenizerContender>(entry.make()); }});
  all.push_back({"icu-word", [] { return std::make_unique<TokenizerContender>(std::make_unique<IcuWords>()); }});
  all.push_back({"naive-bigram", [] { return std::make_unique<TokenizerContender>(std::make_unique<NaiveBigrams>()); }});
  all.push_back({"xapian-ngram", [] { return std::make_unique<XapianNgrams>(); }});
  all.push_back({std::string(default_tokenizer_name) + "+xapian", [] { return std::make_unique<JomunIntoXapian>(); }});
  return all;
}

}  // namespace jomun
