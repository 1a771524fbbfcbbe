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

#include <cstdint>
#include <cstring>
#include <new>
#include <stdexcept>
#include <vector>

#include "tokenizers/characters.h"

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

void normalise(const icu::Normalizer2& form, const icu::UnicodeString& text, icu::UnicodeString& result) {
  UErrorCode error = U_ZERO_ERROR;
  form.normalize(text, result, error);
  check(error, "normalise");
}

// Strings that keep their memory from word to word; ICU's own conversions would make new ones.
struct Workspace {
  icu::UnicodeString text, other, kept;

  void read(std::string_view utf8) {
    text.remove();
    for (std::size_t i = 0; i < utf8.size();) {
      const Decoded next = decode(utf8, i);
      text.append(static_cast<UChar32>(next.value));
      i += next.bytes;
    }
  }
};
void append_utf8(const icu::UnicodeString& text, std::string& utf8) {
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    char bytes[4];
    utf8.append(bytes, encode(static_cast<char32_t>(text.char32At(i)), bytes));
  }
}

Workspace& workspace() {
  thread_local Workspace instance;
  return instance;
}

}  // namespace

struct EnglishStemmer::Implementation {
  static constexpr std::size_t longest = 16;  // bytes of a word worth remembering
  struct Remembered {
    std::uint64_t first = 0, last = 0;  // eight bytes at either end of the word, or what there is: with its size they are the word
    std::uint8_t word_size = 0, stem_size = 0;
    char stem[longest + EnglishStemmer::max_added_bytes];
  };
  static constexpr unsigned memory_bits = 14;  // 640 KB; English text finds 19 words of 20 here

  Implementation() : stemmer(sb_stemmer_new("english", "UTF_8")), memory(std::size_t{1} << memory_bits) {
    if (stemmer == nullptr) throw std::bad_alloc();
  }
  ~Implementation() { sb_stemmer_delete(stemmer); }

  std::string_view compute(std::string_view word) {
    const sb_symbol* stem = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (stem == nullptr) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
  }

  sb_stemmer* stemmer;
  std::vector<Remembered> memory;
};

namespace {

template <typename Integer>
std::uint64_t load(const char* bytes) {
  Integer value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

}  // namespace

EnglishStemmer::EnglishStemmer() : implementation_(std::make_unique<Implementation>()) {}
EnglishStemmer::~EnglishStemmer() = default;

std::string_view EnglishStemmer::stem(std::string_view word) {
  if (word.size() > Implementation::longest) return implementation_->compute(word);
  if (word.size() < 3) return word;  // as the algorithm has it
  std::uint64_t first, last;
  if (word.size() >= 8) {
    first = load<std::uint64_t>(word.data());
    last = load<std::uint64_t>(word.data() + word.size() - 8);
  } else if (word.size() >= 4) {
    first = load<std::uint32_t>(word.data());
    last = load<std::uint32_t>(word.data() + word.size() - 4);
  } else {
    first = load<std::uint16_t>(word.data());
    last = static_cast<unsigned char>(word[2]);
  }
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio: spreads neighbours
  const std::uint64_t hash = (first * odd ^ last) * odd >> (64 - Implementation::memory_bits);
  Implementation::Remembered& slot = implementation_->memory[hash];
  if (slot.first != first || slot.last != last || slot.word_size != word.size()) {
    const std::string_view stem = implementation_->compute(word);
    slot.first = first;
    slot.last = last;
    slot.word_size = static_cast<std::uint8_t>(word.size());
    slot.stem_size = static_cast<std::uint8_t>(stem.size());
    std::memcpy(slot.stem, stem.data(), stem.size());
  }
  return {slot.stem, slot.stem_size};
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
  Workspace& space = workspace();
  space.read(utf8);
  normalise(fold_case, space.text, space.other);
  normalise(decompose, space.other, space.text);
  const icu::UnicodeString& parts = space.text;
  icu::UnicodeString& kept = space.kept;
  kept.remove();
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
  normalise(recompose, kept, space.other);
  append_utf8(space.other, folded);
}

void compose(std::string_view utf8, std::string& composed) {
  static const icu::Normalizer2& form = normalizer("nfkc", UNORM2_COMPOSE);
  Workspace& space = workspace();
  space.read(utf8);
  normalise(form, space.text, space.other);
  append_utf8(space.other, composed);
}

char32_t compose_pair(char32_t first, char32_t second) {
  static const icu::Normalizer2& form = normalizer("nfc", UNORM2_COMPOSE);
  const UChar32 pair = form.composePair(static_cast<UChar32>(first), static_cast<UChar32>(second));
  return pair < 0 ? 0 : static_cast<char32_t>(pair);
}

}  // namespace jomun
