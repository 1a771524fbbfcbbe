// Jomun: the tokenizer: annotations out, folded, CJK bigrams, Korean and English stems, in one pass over the bytes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/composed_tokenizer.h"

#include <algorithm>
#include <cstring>

#include "tokenizers/annotation.h"
#include "tokenizers/hangul.h"

namespace jomun {
namespace {

// Punctuation that stands inside what a reader takes as one phrase.
bool joins_phrase(char32_t c) {
  switch (c) {
    // clang-format off
    case U'-': case U'\'': case U'"': case U'/': case U'&': case U'_': case U'·': case U'‐': case U'‑': case U'‘': case U'’': case U'“':
    case U'”': case U'‧': case U'•': case U'・': case U'･': case U'ㆍ': case U'\u119E':
    case U'「': case U'」': case U'『': case U'』': case U'《': case U'》': case U'〈': case U'〉': case U'＂': case U'＇': case U'－': case U'／': case U'｢': case U'｣':
      return true;
    // clang-format on
    default: return false;
  }
}

bool is_hangul(CharacterClass kind) { return kind == CharacterClass::hangul || kind == CharacterClass::compound; }  // of composed text
bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
char lower_case(char plain) { return plain < 'A' ? plain : static_cast<char>(plain | 0x20); }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_half_width_kana(char32_t c) { return c >= 0xFF66 && c < 0xFFA0; }

// What composes with the character before it: voicing marks with kana; vowels and final consonants, half-width ones too, with Hangul.
bool attaches_to_kana(char32_t c) { return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F; }
bool attaches_to_hangul(char32_t c) {
  return (c >= 0x1160 && c < 0x1200 && c != 0x119E) || (c >= 0xD7B0 && c < 0xD7FC) || (c >= 0xFFC2 && c < 0xFFDD);
}

bool attaches_to_hangul(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);  // most need no more than a look at this
  return (first == 0xE1 || first == 0xED || first == 0xEF) && attaches_to_hangul(decode(text, offset).value);
}

// What may stand between letters or digits in one word: can't, e.g., 10,000.
bool joins_word(char32_t c) { return c == U'\'' || c == U'’' || c == U'.' || c == U','; }

// Appends the folding of ß, ﬁ, Ⅳ, ㎏ … if it is ASCII letters and digits.
bool append_ascii(std::string_view utf8, std::string& folded) {
  const std::size_t before = folded.size();
  fold_word(utf8, folded);
  const bool ascii = folded.size() > before && std::all_of(folded.begin() + static_cast<std::ptrdiff_t>(before), folded.end(),
                                                           [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
  if (!ascii) folded.resize(before);
  return ascii;
}

// Appends the folding of `utf8` if it is nothing but letters and digits that each fold to one: fold_word() without ICU.
bool append_letters(std::string_view utf8, std::string& folded) {
  const std::size_t before = folded.size();
  for (std::size_t offset = 0; offset < utf8.size();) {
    const Decoded next = decode(utf8, offset);
    const Character found = character(next.value);
    if (found.kind != CharacterClass::word || found.folded == 0) {
      folded.resize(before);
      return false;
    }
    char bytes[4];
    folded.append(bytes, encode(found.folded, bytes));
    offset += next.bytes;
  }
  return true;
}

}  // namespace

void ComposedTokenizer::tokenize(std::string_view utf8, TokenSink& sink) {
  text_ = utf8;
  sink_ = &sink;
  stopped_ = false;
  position_ = 0;
  gap_ = false;
  run_ = Run::none;
  std::size_t line_ends = 0;  // since the last character that is not white space
  for (std::size_t offset = 0; offset < text_.size() && !stopped_;) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    const auto skip = [&] { return separate(), offset + next.bytes; };
    switch (found.kind) {
      case CharacterClass::space:
        line_ends += next.value == 0x2029 ? 2 : next.value == '\n';
        // A blank line parts paragraphs; a single line end inside Korean text may be a wrap.
        if (line_ends > 1) separate();
        if (run_ == Run::han_and_kana) end_run();
        offset += next.bytes;
        continue;
      case CharacterClass::ignorable:
      case CharacterClass::mark: offset += next.bytes; continue;
      case CharacterClass::han:
      case CharacterClass::kana: offset = scripts_.han_and_kana ? read_han_or_kana(offset) : skip(); break;
      case CharacterClass::hangul: offset = scripts_.hangul ? read_hangul(offset) : skip(); break;
      case CharacterClass::compound: offset = read_compound(offset); break;
      case CharacterClass::word: offset = scripts_.words ? read_word(offset) : skip(); break;
      case CharacterClass::separator: offset = read_separator(offset, next.value, next.bytes); break;
    }
    line_ends = 0;
  }
  end_run();
}

void ComposedTokenizer::emit(TokenKind kind, std::string_view text, std::size_t begin, std::size_t end, std::uint32_t position) {
  const Token token{text, begin, end, position, kind};
  if (!stopped_) stopped_ = !sink_->accept({&token, 1});
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
    std::memmove(last_bytes_, last_bytes_ + last_size_, 4);
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
  if (code_point == U'(' || code_point == U'（') {
    const std::size_t end = annotation_end(text_, offset);
    if (end != offset) return end;
  }
  const std::size_t after = offset + bytes;
  if (run_ == Run::han_and_kana && (code_point == U'・' || code_point == U'･') && last_.end == offset && after < text_.size()) {
    // グローバル・コンパクト is also printed without the dot.
    const char32_t following = decode(text_, after).value;
    const bool kana_follows = character(following).kind == CharacterClass::kana || is_half_width_kana(following);
    if (kana_follows && character(last_.folded).kind == CharacterClass::kana) return after;
  }
  if (joins_phrase(code_point))
    end_run();
  else
    separate();
  return after;
}

std::size_t ComposedTokenizer::read_han_or_kana(std::size_t offset) {
  while (offset < text_.size() && !stopped_) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    if (found.kind != CharacterClass::han && found.kind != CharacterClass::kana) break;
    const std::size_t end = offset + next.bytes;
    if (found.kind == CharacterClass::kana && end < text_.size() && attaches_to_kana(decode(text_, end).value))
      return read_compound(offset);
    add_to_run(Run::han_and_kana, {found.folded, offset, end});
    offset = end;
  }
  return offset;
}

// A word of precomposed syllables, jamo that compose to syllables, or both. Its characters join the run when its end, and so its
// stem, is known.
std::size_t ComposedTokenizer::read_hangul(std::size_t offset) {
  bool too_long = false;
  const auto add = [&](Unit unit) {
    if (hangul_.size() == max_hangul_word) {
      too_long = true;
      for (const Unit& waiting : hangul_) add_to_run(Run::hangul, waiting);
      hangul_.clear();
    }
    hangul_.push_back(unit);
  };
  hangul_.clear();
  while (offset < text_.size() && !stopped_) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    std::size_t end = offset + next.bytes;
    if (found.kind == CharacterClass::hangul && (end == text_.size() || !attaches_to_hangul(text_, end))) {
      add({found.folded, offset, end});
    } else if (found.kind == CharacterClass::hangul || found.kind == CharacterClass::compound) {
      end = compose_cluster(offset);
      if (!is_hangul(character(decode(composed_, 0).value).kind)) break;
      for (std::size_t i = 0; i < composed_.size();) {
        const Decoded part = decode(composed_, i);
        add({part.value, offset, end});
        i += part.bytes;
      }
    } else if (found.kind != CharacterClass::ignorable && found.kind != CharacterClass::mark) {
      break;
    }
    offset = end;
  }
  if (too_long) {
    for (const Unit& waiting : hangul_) add_to_run(Run::hangul, waiting);
  } else {
    end_hangul_word();
  }
  return offset;
}

void ComposedTokenizer::end_hangul_word() {
  syllables_.clear();
  for (const Unit& unit : hangul_) syllables_ += unit.folded;
  const std::size_t particles = std::all_of(syllables_.begin(), syllables_.end(), is_syllable) ? particle_length(syllables_) : 0;
  for (std::size_t i = 0; i < hangul_.size(); ++i) {
    add_to_run(Run::hangul, hangul_[i]);
    if (i > 0 || particles == 0) continue;
    const std::size_t kept = hangul_.size() - particles, begin = hangul_[0].begin, end = hangul_[kept - 1].end;
    constexpr std::size_t syllable_bytes = 3;
    if (end - begin == kept * syllable_bytes) {  // printed as precomposed syllables and nothing between them
      emit(TokenKind::stem, text_.substr(begin, end - begin), begin, end, position_ - 1);
      continue;
    }
    buffer_.clear();
    char bytes[4];
    for (std::size_t k = 0; k < kept; ++k) buffer_.append(bytes, encode(syllables_[k], bytes));
    emit(TokenKind::stem, buffer_, begin, end, position_ - 1);
  }
}

// Sets composed_ to the character at `offset` with all that attaches to it, as ICU composes them.
std::size_t ComposedTokenizer::compose_cluster(std::size_t offset) {
  constexpr int max_attached = 3;
  const Decoded first = decode(text_, offset);
  const bool kana = character(first.value).kind == CharacterClass::kana || is_half_width_kana(first.value);
  std::size_t end = offset + first.bytes;
  for (int attached = 0; end < text_.size() && attached < max_attached; ++attached) {
    const Decoded next = decode(text_, end);
    if (!(kana ? attaches_to_kana(next.value) : attaches_to_hangul(next.value))) break;
    end += next.bytes;
  }
  composed_.clear();
  compose(text_.substr(offset, end - offset), composed_);
  return end;
}

// Half-width kana, ㍿ and the like; each character of the composition stands for the whole cluster. Hangul goes on to read_hangul().
std::size_t ComposedTokenizer::read_compound(std::size_t offset) {
  const std::size_t end = compose_cluster(offset);
  if (scripts_.hangul && is_hangul(character(decode(composed_, 0).value).kind)) return read_hangul(offset);
  for (std::size_t i = 0; i < composed_.size();) {
    const Decoded next = decode(composed_, i);
    const Character found = character(next.value);
    if ((found.kind == CharacterClass::han || found.kind == CharacterClass::kana) && scripts_.han_and_kana)
      add_to_run(Run::han_and_kana, {found.folded, offset, end});
    else if (found.kind != CharacterClass::mark)
      separate();
    i += next.bytes;
  }
  return end;
}

// Latin letters and digits that fold to ASCII: UAX #29's rules WB5 to WB12 without ICU. Anything else goes to ICU.
std::size_t ComposedTokenizer::read_word(std::size_t begin) {
  end_run();
  buffer_.clear();
  std::size_t offset = begin, end = begin;
  const std::size_t limit = std::min(text_.size(), begin + max_word_bytes);
  while (offset < limit) {
    std::size_t plain_end = offset;
    while (plain_end < limit && is_plain(text_[plain_end])) ++plain_end;
    if (plain_end > offset) {
      const std::size_t size = buffer_.size();
      buffer_.append(text_, offset, plain_end - offset);
      std::transform(buffer_.begin() + static_cast<std::ptrdiff_t>(size), buffer_.end(),
                     buffer_.begin() + static_cast<std::ptrdiff_t>(size), lower_case);
      offset = end = plain_end;
      continue;
    }
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    const std::size_t after = offset + next.bytes;
    if (found.kind == CharacterClass::word) {
      if (found.folded != 0 && found.folded < 0x80) {
        buffer_ += static_cast<char>(found.folded);
      } else if (found.folded != 0 || !append_ascii(text_.substr(offset, next.bytes), buffer_)) {
        return read_foreign_words(begin);
      }
      end = after;
    } else if (found.kind == CharacterClass::mark) {
      end = after;
    } else if (found.kind != CharacterClass::ignorable) {
      if (!joins_word(next.value) || after >= text_.size() || end != offset) break;
      const Character following = character(decode(text_, after).value);
      if (following.kind != CharacterClass::word) break;
      if (following.folded == 0 || following.folded > 0x7F) return read_foreign_words(begin);
      const char left = buffer_.back(), right = static_cast<char>(following.folded);
      const bool in_number = is_ascii_digit(left) && is_ascii_digit(right);
      const bool in_word = is_ascii_letter(left) && is_ascii_letter(right) && next.value != U',';
      if (!in_number && !in_word) break;
      if (next.value != U',') buffer_ += next.value == U'.' ? '.' : '\'';
    }
    offset = after;
  }
  emit_word(buffer_, begin, end);
  return offset;
}

std::size_t ComposedTokenizer::read_foreign_words(std::size_t begin) {
  std::size_t limit = begin;
  while (limit < text_.size() && limit - begin < max_word_bytes) {
    const Decoded next = decode(text_, limit);
    const CharacterClass kind = character(next.value).kind;
    const bool inside = kind == CharacterClass::word || kind == CharacterClass::mark || kind == CharacterClass::ignorable;
    if (!inside && !joins_word(next.value)) break;
    limit += next.bytes;
  }
  const auto pass = [&](std::size_t from, std::size_t to) {  // what stands between words
    for (std::size_t offset = from; offset < to;) {
      const Decoded next = decode(text_, offset);
      if (joins_word(next.value) && !joins_phrase(next.value)) separate();
      offset += next.bytes;
    }
  };
  breaker_.reset(text_.substr(begin, limit - begin));
  std::size_t passed = begin;
  for (std::size_t from = 0, to = 0; !stopped_ && breaker_.next(from, to);) {
    pass(passed, begin + from);
    passed = begin + to;
    buffer_.clear();
    const std::string_view word = text_.substr(begin + from, to - from);
    if (!append_letters(word, buffer_)) fold_word(word, buffer_);
    if (!buffer_.empty()) emit_word(buffer_, begin + from, passed);
  }
  pass(passed, limit);
  return limit;
}

void ComposedTokenizer::emit_word(std::string_view folded, std::size_t begin, std::size_t end) {
  if (folded.size() > max_term_bytes) {
    std::size_t size = max_term_bytes;
    while ((static_cast<unsigned char>(folded[size]) & 0xC0) == 0x80) --size;
    folded = folded.substr(0, size);
  }
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
