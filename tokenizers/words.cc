// Jomun: words of the scripts written with spaces: where they end, how they are folded, what their English stem is.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/words.h"

#include <libstemmer.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <array>
#include <functional>
#include <new>
#include <stdexcept>
#include <vector>

namespace jomun {
namespace {

void check(UErrorCode error, const char* what) {
  if (error == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU cannot ") + what + ": " + u_errorName(error));
}

const icu::Normalizer2& normalizer(const char* name, UNormalization2Mode mode) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getInstance(nullptr, name, mode, error);
  check(error, "load its normalisation data");
  return *instance;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeString result = form.normalize(text, error);
  check(error, "normalise");
  return result;
}

icu::UnicodeString from_utf8(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

}  // namespace

struct EnglishStemmer::Implementation {
  struct Remembered {
    std::string word, stem;
  };
  static constexpr std::size_t remembered = 4096;  // half a megabyte; English text finds nine words of ten here

  Implementation() : stemmer(sb_stemmer_new("english", "UTF_8")), memory(remembered) {
    if (stemmer == nullptr) throw std::bad_alloc();
  }
  ~Implementation() { sb_stemmer_delete(stemmer); }

  sb_stemmer* stemmer;
  std::vector<Remembered> memory;
};

EnglishStemmer::EnglishStemmer() : implementation_(std::make_unique<Implementation>()) {}
EnglishStemmer::~EnglishStemmer() = default;

std::string_view EnglishStemmer::stem(std::string_view word) {
  auto& slot = implementation_->memory[std::hash<std::string_view>()(word) % Implementation::remembered];
  if (slot.word != word) {
    const sb_symbol* stem =
        sb_stemmer_stem(implementation_->stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (stem == nullptr) throw std::bad_alloc();
    slot.stem.assign(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(implementation_->stemmer)));
    slot.word = word;
  }
  return slot.stem;
}

struct WordBreaker::Implementation {
  ~Implementation() { utext_close(text); }

  std::unique_ptr<icu::BreakIterator> breaks;  // made when first needed
  UText* text = nullptr;
};

WordBreaker::WordBreaker() : implementation_(std::make_unique<Implementation>()) {}
WordBreaker::~WordBreaker() = default;

void WordBreaker::reset(std::string_view utf8) {
  UErrorCode error = U_ZERO_ERROR;
  if (!implementation_->breaks) {  // most texts never need it
    implementation_->breaks.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
    check(error, "load its word break rules");
  }
  implementation_->text = utext_openUTF8(implementation_->text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &error);
  implementation_->breaks->setText(implementation_->text, error);
  check(error, "read text");
  implementation_->breaks->first();
}

bool WordBreaker::next(std::size_t& begin, std::size_t& end) {
  icu::BreakIterator& breaks = *implementation_->breaks;
  for (std::int32_t from = breaks.current(), to = breaks.next(); to != icu::BreakIterator::DONE; from = to, to = breaks.next()) {
    if (breaks.getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    begin = static_cast<std::size_t>(from);
    end = static_cast<std::size_t>(to);
    return true;
  }
  return false;
}

void fold_word(std::string_view utf8, std::string& folded) {
  static const icu::Normalizer2& fold_case = normalizer("nfkc_cf", UNORM2_COMPOSE);
  static const icu::Normalizer2& decompose = normalizer("nfc", UNORM2_DECOMPOSE);
  static const icu::Normalizer2& recompose = normalizer("nfc", UNORM2_COMPOSE);
  const icu::UnicodeString parts = normalized(decompose, normalized(fold_case, from_utf8(utf8)));
  icu::UnicodeString kept;
  bool after_latin = false;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 part = parts.char32At(i);
    if (u_charType(part) == U_NON_SPACING_MARK) {
      if (!after_latin) kept.append(part);
      continue;
    }
    if (part == u',') continue;
    UErrorCode error = U_ZERO_ERROR;
    after_latin = uscript_getScript(part, &error) == USCRIPT_LATIN;
    kept.append(part == u'’' ? UChar32{'\''} : part);
  }
  normalized(recompose, kept).toUTF8String(folded);
}

void compose(std::string_view utf8, std::string& composed) {
  static const icu::Normalizer2& form = normalizer("nfkc", UNORM2_COMPOSE);
  normalized(form, from_utf8(utf8)).toUTF8String(composed);
}

}  // namespace jomun
