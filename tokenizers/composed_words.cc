// Jomun: the tokenizer, scripts with words: letters and digits, folded, with English stems.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <cstring>

#include "tokenizers/characters.h"
#include "tokenizers/composed_tokenizer.h"
#include "tokenizers/plain_words.h"
#include "tokenizers/three_bytes.h"

namespace jomun {
namespace {

bool is_lower_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

// What may stand between letters or digits in one word: can't, e.g., 10,000.
bool joins_word(char32_t c) { return c == U'\'' || c == U'’' || c == U'.' || c == U','; }

// Appends the folding of ß, ﬁ, Ⅳ, ㎏ … if it is ASCII letters and digits.
bool append_ascii(std::string_view utf8, std::string& folded) {
  const std::size_t before = folded.size();
  fold_word(utf8, folded);
  const bool ascii = folded.size() > before && std::all_of(folded.begin() + static_cast<std::ptrdiff_t>(before), folded.end(),
                                                           [](char c) { return is_lower_ascii_letter(c) || is_ascii_digit(c); });
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

// Words of ASCII letters and digits with one space between them, then any other.
std::size_t ComposedTokenizer::read_word(std::size_t begin) {
  end_run();
  for (;;) {
    constexpr std::size_t longest = 64;  // a longer one takes the general way
    make_room(2, 2 * (longest + EnglishStemmer::max_added_bytes));
    char* const out = batch_.text();
    const PlainWord word = lower_plain(text_.data() + begin, std::min(longest, text_.size() - begin), out);
    const std::size_t end = begin + word.size;
    if (word.size == 0 || word.size == longest || !word_ends(end)) return read_any_word(begin);
    batch_.set_text(out + word.size);
    emit_word({out, word.size}, !word.digits, begin, end);
    const bool another = text_.size() - end > 1 && text_[end] == ' ' && is_plain(text_[end + 1]);
    if (!another || batch_.stopped()) return end;
    begin = end + 1;
  }
}

// Whether a word of plain letters ends here for certain, told without much ado.
bool ComposedTokenizer::word_ends(std::size_t offset) const {
  if (offset == text_.size()) return true;
  const char next = text_[offset];
  if (static_cast<unsigned char>(next) < 0x80) {
    if (!joins_word(static_cast<unsigned char>(next))) return true;
    return offset + 1 == text_.size() || (static_cast<unsigned char>(text_[offset + 1]) < 0x80 && !is_plain(text_[offset + 1]));
  }
  if (static_cast<unsigned char>(next) < 0xE3 || text_.size() - offset < three) return false;
  const std::uint32_t packed = look_up_three(text_.data() + offset);  // none of these joins words
  return is_han_or_kana_of_three_bytes(packed) || (parts_runs(packed) && (packed & tables::joins) == 0) ||
         kind_bits(packed) == tables::pack_kind(CharacterClass::hangul);
}

// Letters and digits that fold to ASCII: UAX #29's rules WB5 to WB12 without ICU. Anything else goes to ICU.
std::size_t ComposedTokenizer::read_any_word(std::size_t begin) {
  buffer_.clear();
  std::size_t offset = begin, end = begin;
  const std::size_t limit = std::min(text_.size(), begin + max_word_bytes);
  while (offset < limit) {
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
      if (!joins_word(next.value) || after >= limit || end != offset) break;
      const Character following = character(decode(text_, after).value);
      if (following.kind != CharacterClass::word) break;
      const std::size_t size = buffer_.size();
      if (following.folded > 0x7F) return read_foreign_words(begin);
      if (following.folded == 0 && !append_ascii(text_.substr(after, decode(text_, after).bytes), buffer_))
        return read_foreign_words(begin);
      const char left = buffer_[size - 1], right = following.folded != 0 ? static_cast<char>(following.folded) : buffer_[size];
      buffer_.resize(size);
      const bool in_number = is_ascii_digit(left) && is_ascii_digit(right);
      const bool in_word = is_lower_ascii_letter(left) && is_lower_ascii_letter(right) && next.value != U',';
      if (!in_number && !in_word) break;
      if (next.value != U',') buffer_ += next.value == U'.' ? '.' : '\'';
    }
    offset = after;
  }
  emit_buffer(begin, end);
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
  for (std::size_t from = 0, to = 0; !batch_.stopped() && breaker_.next(from, to);) {
    pass(passed, begin + from);
    passed = begin + to;
    buffer_.clear();
    const std::string_view word = text_.substr(begin + from, to - from);
    if (!append_letters(word, buffer_)) fold_word(word, buffer_);
    if (!buffer_.empty()) emit_buffer(begin + from, passed);
  }
  pass(passed, limit);
  return limit;
}

// The word in buffer_.
void ComposedTokenizer::emit_buffer(std::size_t begin, std::size_t end) {
  std::string_view folded = buffer_;
  if (folded.size() > max_term_bytes) {
    std::size_t size = max_term_bytes;
    while ((static_cast<unsigned char>(folded[size]) & 0xC0) == 0x80) --size;
    folded = folded.substr(0, size);
  }
  if (folded.size() > 2 && folded.ends_with("'s")) folded.remove_suffix(2);
  make_room(2, 2 * max_term_bytes + EnglishStemmer::max_added_bytes);
  std::memcpy(batch_.text(), folded.data(), folded.size());
  folded = {batch_.text(), folded.size()};
  batch_.set_text(batch_.text() + folded.size());
  emit_word(folded, std::all_of(folded.begin(), folded.end(), is_lower_ascii_letter), begin, end);
}

// REQUIRES: `folded` stands in the batch, which has room for its stem.
void ComposedTokenizer::emit_word(std::string_view folded, bool letters, std::size_t begin, std::size_t end) {
  position_ += gap_;
  gap_ = false;
  batch_.add(folded, begin, end, position_, TokenKind::word);
  if (letters) {
    const std::string_view stem = stemmer_.stem(folded);
    std::memcpy(batch_.text(), stem.data(), stem.size());
    batch_.add({batch_.text(), stem.size()}, begin, end, position_, TokenKind::stem);
    batch_.set_text(batch_.text() + stem.size());
  }
  ++position_;
}

}  // namespace jomun
