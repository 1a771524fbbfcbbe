// Jomun: the ways of splitting a text that are measured against each other.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benchmarks/contenders.h"

#include <sqlite3.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <xapian.h>

#include <array>
#include <stdexcept>

#include "tokenizers/characters.h"
#include "tokenizers/mecab/mecab_tokenizer.h"
#include "tokenizers/registry.h"

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

  Output read(std::string_view utf8) override {
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

std::unique_ptr<icu::BreakIterator> word_breaks() {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU has no word breaks: ") + u_errorName(status));
  return words;
}

// Tells `sink` the words of `text`, the bytes that `words` has been set to, as code units of `unit` bytes each.
void push_words(icu::BreakIterator& words, std::string_view text, std::size_t unit, TokenSink& sink) {
  auto begin = static_cast<std::size_t>(words.first());
  std::uint32_t position = 0;
  Batch batch(sink);
  for (std::int32_t next = words.next(); next != icu::BreakIterator::DONE; next = words.next()) {
    const auto end = static_cast<std::size_t>(next);
    const bool word = words.getRuleStatus() >= UBRK_WORD_NONE_LIMIT;
    if (word && !batch.add({text.substr(begin * unit, (end - begin) * unit), begin, end, position++, TokenKind::word})) return;
    begin = end;
  }
  batch.flush();
}

class IcuWordsOfUtf8 final : public Tokenizer {
 public:
  IcuWordsOfUtf8() = default;
  IcuWordsOfUtf8(const IcuWordsOfUtf8&) = delete;
  IcuWordsOfUtf8& operator=(const IcuWordsOfUtf8&) = delete;
  ~IcuWordsOfUtf8() override { utext_close(&text_); }

  std::string_view name() const override { return "icu-utext"; }

  void tokenize(std::string_view utf8, TokenSink& sink) override {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    words_->setText(&text_, status);
    if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU cannot read a text: ") + u_errorName(status));
    push_words(*words_, utf8, 1, sink);
  }

 private:
  std::unique_ptr<icu::BreakIterator> words_ = word_breaks();
  UText text_ = UTEXT_INITIALIZER;
};

// Its tokens are not quite as the contract of Tokenizer has them: texts and offsets are UTF-16.
class IcuWordsOfUtf16 final : public Tokenizer {
 public:
  std::string_view name() const override { return "icu-utf16"; }

  void tokenize(std::string_view utf8, TokenSink& sink) override {
    text_ = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
    words_->setText(text_);
    const auto size = static_cast<std::size_t>(text_.length()) * sizeof(char16_t);
    push_words(*words_, {reinterpret_cast<const char*>(text_.getBuffer()), size}, sizeof(char16_t), sink);
  }

 private:
  std::unique_ptr<icu::BreakIterator> words_ = word_breaks();
  icu::UnicodeString text_;
};

// What SQLite calls for each row of an FTS5 table, without the table.
class SqliteTrigrams final : public Contender {
 public:
  SqliteTrigrams() {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(":memory:", &opened);
    database_.reset(opened);
    fts5_api* fts5 = status == SQLITE_OK ? find_fts5(opened) : nullptr;
    void* context = nullptr;
    Fts5Tokenizer* made = nullptr;
    if (fts5 == nullptr || fts5->xFindTokenizer(fts5, "trigram", &context, &functions_) != SQLITE_OK ||
        functions_.xCreate(context, nullptr, 0, &made) != SQLITE_OK)
      throw std::runtime_error("SQLite has no trigram tokenizer; it comes with FTS5 since 3.34");
    tokenizer_ = {made, functions_.xDelete};
  }

  Output read(std::string_view utf8) override {
    Output output;
    const int status =
        functions_.xTokenize(tokenizer_.get(), &output, FTS5_TOKENIZE_DOCUMENT, utf8.data(), static_cast<int>(utf8.size()), count);
    if (status != SQLITE_OK) throw std::runtime_error(std::string("SQLite cannot read a text: ") + sqlite3_errstr(status));
    return output;
  }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };

  static fts5_api* find_fts5(sqlite3* database) {
    sqlite3_stmt* prepared = nullptr;
    if (sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &prepared, nullptr) != SQLITE_OK) return nullptr;
    const std::unique_ptr<sqlite3_stmt, Close> statement(prepared);
    fts5_api* found = nullptr;
    sqlite3_bind_pointer(prepared, 1, &found, "fts5_api_ptr", nullptr);
    sqlite3_step(prepared);
    return found;
  }

  static int count(void* output, int, const char*, int bytes, int, int) {
    *static_cast<Output*>(output) += {1, static_cast<std::uint64_t>(bytes)};
    return SQLITE_OK;
  }

  std::unique_ptr<sqlite3, Close> database_;
  fts5_tokenizer functions_{};
  std::unique_ptr<Fts5Tokenizer, void (*)(Fts5Tokenizer*)> tokenizer_{nullptr, nullptr};
};

class XapianNgrams final : public Contender {
 public:
  XapianNgrams() {
    generator_.set_stemmer(Xapian::Stem("en"));
    generator_.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  }

  Output read(std::string_view utf8) override {
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
  Output read(std::string_view utf8) override {
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

template <typename Other>
std::unique_ptr<Contender> make_with_sink() {
  return std::make_unique<TokenizerContender>(std::make_unique<Other>());
}

}  // namespace

std::vector<ContenderEntry> contenders() {
  std::vector<ContenderEntry> all;
  for (const TokenizerEntry& entry : tokenizers())
    all.push_back({"tokenize", std::string(entry.name), [&entry] { return std::make_unique<TokenizerContender>(entry.make()); }});
  all.push_back({"tokenize", std::string(mecab_tokenizer_name), make_with_sink<MecabTokenizer>});
  all.push_back({"tokenize", "naive-bigram", make_with_sink<NaiveBigrams>});
  all.push_back({"tokenize", "icu-utext", make_with_sink<IcuWordsOfUtf8>});
  all.push_back({"tokenize", "icu-utf16", make_with_sink<IcuWordsOfUtf16>});
  all.push_back({"tokenize", "fts5-trigram", [] { return std::make_unique<SqliteTrigrams>(); }});
  all.push_back({"document", std::string(default_tokenizer_name) + "+xapian", [] { return std::make_unique<JomunIntoXapian>(); }});
  all.push_back({"document", "xapian-ngram", [] { return std::make_unique<XapianNgrams>(); }});
  return all;
}

}  // namespace jomun
