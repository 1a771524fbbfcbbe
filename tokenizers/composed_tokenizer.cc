// Jomun: the tokenizer: annotations out, folded, CJK bigrams, Korean and English stems, in one pass over the bytes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/composed_tokenizer.h"

#include <algorithm>

#include "tokenizers/annotation.h"
#include "tokenizers/hangul.h"

namespace jomun {
namespace {

// A longer Korean "word" is text without spaces; no stem is looked for.
constexpr std::size_t max_hangul_word = 32;
// A longer stretch without a space is handed to ICU in parts.
constexpr std::size_t max_foreign_bytes = 4096;

// Punctuation that stands inside what a reader takes as one phrase.
bool joins_phrase(char32_t c) {
  switch (c) {
    case U'-': case U'\'': case U'"': case U'/': case U'&': case U'_': case U'·': case U'‐': case U'‑': case U'‘': case U'’': case U'“':
    case U'”': case U'‧': case U'•': case U'・': case U'･': case U'ㆍ': case U'「': case U'」': case U'『': case U'』': case U'《': case U'》':
    case U'〈': case U'〉': case U'＂': case U'＇': case U'－': case U'／': case U'｢': case U'｣':
      return true;
    default: return false;
  }
}

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_kana_mark(char32_t c) { return c == 0x3099 || c == 0x309A; }
bool is_conjoining_jamo(char32_t c) { return c >= 0x1160 && c < 0x1200; }

}  // namespace

void ComposedTokenizer::tokenize(std::string_view utf8, TokenSink& sink) {
  text_ = utf8;
  sink_ = &sink;
  stopped_ = false;
  position_ = 0;
  gap_ = false;
  run_ = Run::none;
  std::size_t line_ends = 0;  // in the white space just read
  for (std::size_t offset = 0; offset < text_.size() && !stopped_;) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    if (found.kind == CharacterClass::space) {
      line_ends += next.value == '\n' || next.value == 0x2029;
      // A blank line parts paragraphs; a single line end inside Korean text may be a wrap.
      if (run_ == Run::han_and_kana || line_ends > 1) end_run();
      offset += next.bytes;
      continue;
    }
    line_ends = 0;
    switch (found.kind) {
      case CharacterClass::han:
      case CharacterClass::kana: offset = scripts_.han_and_kana ? read_han_or_kana(offset) : (separate(), offset + next.bytes); break;
      case CharacterClass::hangul: offset = scripts_.hangul ? read_hangul(offset) : (separate(), offset + next.bytes); break;
      case CharacterClass::compound: offset = read_compound(offset); break;
      case CharacterClass::word: offset = scripts_.words ? read_word(offset) : (separate(), offset + next.bytes); break;
      case CharacterClass::ignorable:
      case CharacterClass::mark: offset += next.bytes; break;
      case CharacterClass::separator:
      case CharacterClass::space: offset = read_separator(offset, next.value, next.bytes); break;
    }
  }
  end_run();
}

void ComposedTokenizer::emit(TokenKind kind, std::string_view text, std::size_t begin, std::size_t end, std::uint32_t position) {
  if (!stopped_) stopped_ = !sink_->accept({text, begin, end, position, kind});
}

// The last character of a run waits for its neighbour: the two together are a token, or it alone when the run has ended.
void ComposedTokenizer::add_to_run(Run run, Unit unit) {
  if (run_ != Run::none && run_ != run) end_run();
  if (run_ == Run::none) {
    position_ += gap_;
    gap_ = false;
    last_size_ = encode(unit.folded, last_bytes_);
  } else {
    const std::size_t size = encode(unit.folded, last_bytes_ + last_size_);
    emit(TokenKind::bigram, {last_bytes_, last_size_ + size}, last_.begin, unit.end, position_ - 1);
    std::copy_n(last_bytes_ + last_size_, size, last_bytes_);
    last_size_ = size;
  }
  run_ = run;
  last_ = unit;
  ++position_;
}

void ComposedTokenizer::end_run() {
  if (run_ == Run::none) return;
  run_ = Run::none;
  emit(TokenKind::unigram, {last_bytes_, last_size_}, last_.begin, last_.end, position_ - 1);
}

void ComposedTokenizer::separate() {
  end_run();
  gap_ = position_ > 0;
}

std::size_t ComposedTokenizer::read_separator(std::size_t offset, char32_t code_point, std::uint32_t bytes) {
  if (run_ == Run::han_and_kana) {
    if ((code_point == U'(' || code_point == U'（') && last_.end == offset) {
      const std::size_t end = annotation_end(text_, offset);
      if (end != offset) return end;
    }
    // グローバル・コンパクト is also printed without the dot.
    const std::size_t after = offset + bytes;
    if ((code_point == U'・' || code_point == U'･') && last_.end == offset && character(last_.folded).kind == CharacterClass::kana &&
        after < text_.size() && character(decode(text_, after).value).kind == CharacterClass::kana)
      return after;
  }
  end_run();
  if (!joins_phrase(code_point)) separate();
  return offset + bytes;
}

std::size_t ComposedTokenizer::read_han_or_kana(std::size_t offset) {
  while (offset < text_.size() && !stopped_) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    if (found.kind != CharacterClass::han && found.kind != CharacterClass::kana) break;
    const std::size_t end = offset + next.bytes;
    if (found.kind == CharacterClass::kana && end < text_.size() && is_kana_mark(decode(text_, end).value)) return read_compound(offset);
    add_to_run(Run::han_and_kana, {found.folded, offset, end});
    offset = end;
  }
  return offset;
}

std::size_t ComposedTokenizer::read_hangul(std::size_t offset) {
  hangul_.clear();
  while (offset < text_.size()) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    const std::size_t end = offset + next.bytes;
    if (found.kind == CharacterClass::compound && !hangul_.empty()) {
      emit_hangul_word();
      return read_compound(offset);
    }
    if (found.kind != CharacterClass::hangul) break;
    if (end < text_.size() && is_conjoining_jamo(decode(text_, end).value)) {
      emit_hangul_word();
      return read_compound(offset);
    }
    hangul_.push_back({found.folded, offset, end});
    offset = end;
    if (hangul_.size() == max_hangul_word) break;
  }
  emit_hangul_word();
  return offset;
}

void ComposedTokenizer::emit_hangul_word() {
  if (hangul_.empty()) return;
  std::size_t kept = 0;
  if (hangul_.size() < max_hangul_word) {
    hangul_word_.clear();
    for (const Unit& unit : hangul_) hangul_word_ += unit.folded;
    if (std::all_of(hangul_word_.begin(), hangul_word_.end(), is_syllable)) {
      const std::size_t particles = particle_length(hangul_word_);
      if (particles > 0) kept = hangul_.size() - particles;
    }
  }
  add_to_run(Run::hangul, hangul_[0]);
  if (kept > 0) {
    buffer_.clear();
    char bytes[4];
    for (std::size_t i = 0; i < kept; ++i) buffer_.append(bytes, encode(hangul_[i].folded, bytes));
    emit(TokenKind::stem, buffer_, hangul_[0].begin, hangul_[kept - 1].end, position_ - 1);
  }
  for (std::size_t i = 1; i < hangul_.size() && !stopped_; ++i) add_to_run(Run::hangul, hangul_[i]);
  hangul_.clear();
}

// Conjoining jamo, half-width kana and the like: composed by ICU cluster by cluster, each result standing for its whole cluster.
std::size_t ComposedTokenizer::read_compound(std::size_t offset) {
  hangul_.clear();
  while (offset < text_.size()) {
    // A cluster starts with anything and goes on with what attaches to it.
    std::size_t end = offset + decode(text_, offset).bytes;
    const char32_t first = decode(text_, offset).value;
    const CharacterClass kind = character(first).kind;
    if (kind != CharacterClass::compound && kind != CharacterClass::kana && kind != CharacterClass::hangul) break;
    bool attached = kind == CharacterClass::compound;
    for (int parts = 0; end < text_.size() && parts < 3; ++parts) {
      const char32_t c = decode(text_, end).value;
      if (!is_kana_mark(c) && !is_conjoining_jamo(c) && c != 0xFF9E && c != 0xFF9F && !(c >= 0xFFC2 && c < 0xFFDD)) break;
      end += decode(text_, end).bytes;
      attached = true;
    }
    if (!attached) break;
    std::string composed;
    compose(text_.substr(offset, end - offset), composed);
    for (std::size_t i = 0; i < composed.size();) {
      const Decoded next = decode(composed, i);
      const Character found = character(next.value);
      if (found.kind == CharacterClass::hangul || found.kind == CharacterClass::compound) {
        if (scripts_.hangul) hangul_.push_back({found.folded, offset, end});
      } else if (found.kind == CharacterClass::han || found.kind == CharacterClass::kana) {
        emit_hangul_word();
        if (scripts_.han_and_kana) add_to_run(Run::han_and_kana, {found.folded, offset, end});
      } else if (found.kind == CharacterClass::separator) {
        emit_hangul_word();
        separate();
      }
      i += next.bytes;
    }
    offset = end;
    if (hangul_.size() >= max_hangul_word) break;
    // A composed word may go on with precomposed syllables.
    while (!hangul_.empty() && offset < text_.size() && hangul_.size() < max_hangul_word) {
      const Decoded next = decode(text_, offset);
      const std::size_t after = offset + next.bytes;
      if (character(next.value).kind != CharacterClass::hangul || (after < text_.size() && is_conjoining_jamo(decode(text_, after).value))) break;
      hangul_.push_back({next.value, offset, after});
      offset = after;
    }
  }
  emit_hangul_word();
  return offset;
}

// Latin letters and digits, all folded to ASCII one for one: UAX #29's rules WB5 to WB12 without ICU. Anything else goes to ICU.
std::size_t ComposedTokenizer::read_word(std::size_t begin) {
  end_run();
  buffer_.clear();
  std::size_t offset = begin, end = begin;
  while (offset < text_.size()) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    if (found.kind == CharacterClass::word) {
      if (found.folded == 0 || found.folded > 0x7F) return read_foreign_words(begin);
      if (buffer_.size() < max_term_bytes) buffer_ += static_cast<char>(found.folded);
      offset += next.bytes;
      end = offset;
      continue;
    }
    if (found.kind == CharacterClass::ignorable || found.kind == CharacterClass::mark) {
      offset += next.bytes;
      if (found.kind == CharacterClass::mark) end = offset;
      continue;
    }
    // Inside a word: can't, e.g., 2.5, 10,000
    const char32_t c = next.value == U'’' ? U'\'' : next.value;
    if ((c != U'\'' && c != U'.' && c != U',') || offset + next.bytes >= text_.size() || end != offset) break;
    const Character after = character(decode(text_, offset + next.bytes).value);
    if (after.kind != CharacterClass::word) break;
    if (after.folded == 0 || after.folded > 0x7F) return read_foreign_words(begin);
    const char last = buffer_.back(), following = static_cast<char>(after.folded);
    const bool inside = (is_ascii_digit(last) && is_ascii_digit(following)) || (c != U',' && is_ascii_letter(last) && is_ascii_letter(following));
    if (!inside) break;
    if (c != U',' && buffer_.size() < max_term_bytes) buffer_ += static_cast<char>(c);
    offset += next.bytes;
  }
  emit_word(buffer_, begin, end);
  return offset;
}

std::size_t ComposedTokenizer::read_foreign_words(std::size_t begin) {
  std::size_t limit = begin;
  while (limit < text_.size() && limit - begin < max_foreign_bytes) {
    const Decoded next = decode(text_, limit);
    const CharacterClass kind = character(next.value).kind;
    if (is_cjk(kind) || kind == CharacterClass::space || kind == CharacterClass::compound) break;
    if (kind == CharacterClass::separator && next.value > 0x7F && next.value != U'’') break;
    limit += next.bytes;
  }
  breaker_.reset(text_.substr(begin, limit - begin));
  std::string folded;
  for (std::size_t from = 0, to = 0; !stopped_ && breaker_.next(from, to);) {
    folded.clear();
    fold_word(text_.substr(begin + from, to - from), folded);
    if (folded.size() > max_term_bytes) {
      std::size_t size = max_term_bytes;
      while ((static_cast<unsigned char>(folded[size]) & 0xC0) == 0x80) --size;
      folded.resize(size);
    }
    if (!folded.empty()) emit_word(folded, begin + from, begin + to);
  }
  return limit;
}

void ComposedTokenizer::emit_word(std::string_view folded, std::size_t begin, std::size_t end) {
  if (folded.size() > 2 && folded.ends_with("'s")) folded.remove_suffix(2);
  position_ += gap_;
  gap_ = false;
  emit(TokenKind::word, folded, begin, end, position_);
  if (std::all_of(folded.begin(), folded.end(), is_ascii_letter)) {
    const std::string_view stem = folded.size() > 2 ? stemmer_.stem(folded) : folded;
    emit(TokenKind::stem, stem, begin, end, position_);
  }
  ++position_;
}

}  // namespace jomun
