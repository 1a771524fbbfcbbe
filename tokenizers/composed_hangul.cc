// Jomun: the tokenizer, Korean: syllables in all their encodings, bigrams across spaces, stems.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include "tokenizers/characters.h"
#include "tokenizers/composed_tokenizer.h"
#include "tokenizers/hangul.h"
#include "tokenizers/three_bytes.h"

namespace jomun {
namespace {

// The parts a syllable is composed of: conjoining jamo, and what NFKC makes conjoining ones. -1: none of this kind.
int leading_consonant(char32_t c, char32_t folded) {
  constexpr std::u32string_view letters = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const bool composes = (c >= 0xFFA1 && c <= 0xFFBE) || (c >= 0x3260 && c <= 0x326D);  // half-width, ㉠
  if (!composes) return leading_jamo(c);
  const std::size_t found = letters.find(folded);
  return found != letters.npos ? static_cast<int>(found) : -1;
}
int vowel(char32_t c, char32_t folded) { return c >= 0xFFC2 && c <= 0xFFDC ? static_cast<int>(folded - U'ㅏ') : vowel_jamo(c); }

}  // namespace

// Of what a compound folds to.
bool ComposedTokenizer::is_hangul_letter(char32_t folded) {
  return character(folded).kind == CharacterClass::hangul || (folded >= 0x1100 && folded < 0x1200) ||
         (folded >= 0xA960 && folded < 0xA980) || (folded >= 0xD7B0 && folded < 0xD800);  // archaic letters fold to themselves
}

void ComposedTokenizer::HangulWord::add(char32_t character, std::size_t end) {
  if (plain && (!is_syllable(character) || end != begin + (size + 1) * three)) be_not_plain();
  if (size < max_hangul_word) {
    syllables[size] = character;
    ends[size] = end;
  }
  ++size;
  syllables_only &= is_syllable(character);
}

void ComposedTokenizer::HangulWord::be_not_plain() {
  if (!plain) return;
  for (std::size_t i = 0; i < std::min(size, max_hangul_word); ++i) ends[i] = begin + (i + 1) * three;
  plain = false;
}

void ComposedTokenizer::HangulWord::replace_last(char32_t character, std::size_t end) {
  --size;
  add(character, end);
}

// Korean words, one space between them.
std::size_t ComposedTokenizer::read_hangul(std::size_t offset) {
  HangulWord word(offset);
  for (;;) {
    const std::size_t before = offset;
    offset = read_syllables(offset, word);
    if (offset == text_.size() || static_cast<unsigned char>(text_[offset]) < 0x80 || batch_.stopped()) break;
    offset = read_hangul_character(offset, word);
    if (offset == before) break;
  }
  make_room(1, max_hangul_word * three);
  end_hangul_word(word);
  return offset;
}

// The way of nearly all Korean: words of precomposed syllables, one space between them. `word` is the one that goes on at `offset`, and
// then the one that goes on, or ends, at the offset returned.
std::size_t ComposedTokenizer::read_syllables(std::size_t offset, HangulWord& word) {
  while (text_.size() - offset >= min_block && !batch_.stopped()) {
    const char* const text = text_.data();
    const char* from = text + offset;
    if (!is_syllable_of_three_bytes(from)) break;
    if (run_ != Run::hangul || last_.size != three) {  // not the last character that the loop below wants
      const char32_t syllable = decode_three(from);
      add_to_run(Run::hangul, syllable, offset, offset + three);
      offset += three;
      word.add(syllable, offset);
      continue;
    }
    make_room(2, 2 * three);
    if (last_.text + last_.size != batch_.text()) move_last();
    // A syllable makes at most two tokens, one of them a stem.
    const char* const stop =
        std::min(from + three * std::min(batch_.token_room() / 2, batch_.text_room() / three), text + text_.size() - loaded_bytes);
    Token* token = batch_.end();
    char* out = batch_.text();
    std::size_t begin = last_.begin;
    while (from < stop) {
      const std::uint32_t loaded = load_four(from);
      const char32_t syllable = decode_three(from);
      if (is_three_bytes(loaded) && syllable - first_syllable < syllables) {
        const auto at = static_cast<std::size_t>(from - text);
        TokenBatch::put(token++, {out - three, 2 * three}, begin, at + three, position_ - 1, TokenKind::bigram);
        begin = at;
        ++position_;
        store_four(loaded, out);
        out += three;
        from += three;
        word.add_syllable(syllable, at + three);
      } else {
        if (static_cast<char>(loaded) != ' ' || !word.plain || !is_syllable_of_three_bytes(from + 1)) break;
        batch_.set_end(token);
        end_hangul_word(word);
        token = batch_.end();
        ++from;
        word = HangulWord(static_cast<std::size_t>(from - text));
      }
    }
    batch_.set_end(token);
    batch_.set_text(out);
    if (begin != last_.begin) last_ = {out - three, three, begin, begin + three};
    offset = static_cast<std::size_t>(from - text);
    if (from < stop) break;
  }
  return offset;
}

// Any one character of a Korean word, with the jamo it is composed of; or one to ignore. Returns `offset` if there is none.
std::size_t ComposedTokenizer::read_hangul_character(std::size_t offset, HangulWord& word) {
  struct Part {
    char32_t value;
    Character character;
    std::size_t end;
  };
  const auto part_at = [&](std::size_t begin) {
    if (begin >= text_.size()) return Part{0, {}, begin};
    const Decoded next = decode(text_, begin);
    return Part{next.value, character(next.value), begin + next.bytes};
  };
  const Part first = part_at(offset);
  if (first.character.kind == CharacterClass::ignorable || first.character.kind == CharacterClass::mark) {
    word.be_not_plain();
    return first.end;
  }
  if (first.character.kind != CharacterClass::hangul &&
      !(first.character.kind == CharacterClass::compound && is_hangul_letter(first.character.folded)))
    return offset;
  char32_t composed = first.character.folded;
  std::size_t end = first.end;
  if (const int consonant = final_jamo(first.value); consonant > 0 && word.size > 0 && last_.end == offset) {
    const char32_t open = decode({last_.text, last_.size}, 0).value;
    if (is_syllable(open) && final_consonant(open) == 0) {
      replace_last(open + static_cast<char32_t>(consonant), end);
      word.replace_last(open + static_cast<char32_t>(consonant), end);
      return end;
    }
  }
  if (const int consonant = leading_consonant(first.value, composed); consonant >= 0) {
    const Part second = part_at(end);
    if (const int middle = vowel(second.value, second.character.folded); middle >= 0) {
      composed = compose_syllable(consonant, middle);
      end = second.end;
      const Part third = part_at(end);
      if (const int final = final_jamo(third.value); final > 0) {
        composed += static_cast<char32_t>(final);
        end = third.end;
      }
    }
  }
  if (composed != first.value) word.be_not_plain();
  add_to_run(Run::hangul, composed, offset, end);
  word.add(composed, end);
  return end;
}

// Puts the stem of the word before the bigram of its first syllable.
void ComposedTokenizer::end_hangul_word(const HangulWord& word) {
  if (word.size <= 2 || word.size > max_hangul_word || !word.syllables_only) return;
  const std::size_t removed = ending_length({word.syllables.data(), word.size});
  if (removed == 0) return;
  const std::size_t kept = word.size - removed, end = word.plain ? word.begin + kept * three : word.ends[kept - 1];
  std::string_view text = text_.substr(word.begin, end - word.begin);
  if (!word.plain) {
    char* out = batch_.text();
    for (std::size_t i = 0; i < kept; ++i) out += encode(word.syllables[i], out);
    text = {batch_.text(), static_cast<std::size_t>(out - batch_.text())};
    batch_.set_text(out);
  }
  const Token stem{text, word.begin, end, position_ - static_cast<std::uint32_t>(word.size), TokenKind::stem};
  batch_.insert(batch_.size() - (word.size - 1), stem);
}
}  // namespace jomun
