// Jomun: the tokenizer, Korean: syllables in all their encodings, bigrams across spaces, stems.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "tokenizers/characters.h"
#include "tokenizers/composed_tokenizer.h"
#include "tokenizers/hangul.h"
#include "tokenizers/parting.h"
#include "tokenizers/plain_words.h"
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

constexpr std::size_t at_once = 4;  // syllables
constexpr std::size_t copied = 16;  // bytes of text
// Of text that must follow the begin of at_once syllables: they, what tells whether they are all of a word, and what is copied with the
// last of them, if they are the third lot (33 bytes in steps of 16).
constexpr std::size_t plain_word_bytes = 2 * at_once * three;

// The syllables of the word that begins at `from`, if they are precomposed and so few that they fit, and what follows cannot be part of
// it; 0 if not or if `end` is too near to tell.
template <std::size_t Most>
std::size_t decode_plain_word(const char* from, const char* end, std::array<char32_t, Most>& word) {
  for (std::size_t size = 0; size + at_once <= Most && static_cast<std::size_t>(end - from) >= plain_word_bytes; size += at_once) {
    const unsigned found = decode_four_syllables(from, word.data() + size);
    const auto more = static_cast<std::size_t>(std::countr_one(found));
    from += more * three;
    if (more == at_once) continue;
    if (static_cast<unsigned char>(*from) < 0x80) return size + more;
    const std::uint32_t following = look_up_three(from);
    return is_han_or_kana_of_three_bytes(following) || parts_runs(following) ? size + more : 0;
  }
  return 0;
}

// Of the number that begins at `from`; 0: it is too long, goes on with letters, or `end` is too near to tell.
std::size_t count_digits(const char* from, const char* end) {
  constexpr std::size_t longest = 12;
  if (static_cast<std::size_t>(end - from) < longest + loaded_bytes) return 0;
  std::size_t size = 1;
  while (size < longest && is_ascii_digit(from[size])) ++size;
  return size < longest && !is_plain(from[size]) ? size : 0;
}

}  // namespace

// Of what a compound folds to.
bool ComposedTokenizer::is_hangul_letter(char32_t folded) {
  return character(folded).kind == CharacterClass::hangul || (folded >= 0x1100 && folded < 0x1200) ||
         (folded >= 0xA960 && folded < 0xA980) || (folded >= 0xD7B0 && folded < 0xD800);  // archaic letters fold to themselves
}

void ComposedTokenizer::HangulWord::add(char32_t character, std::size_t end) {
  if (size < max_hangul_word) {
    syllables[size] = character;
    ends[size] = end;
  }
  ++size;
  syllables_only &= is_syllable(character);
}

void ComposedTokenizer::HangulWord::replace_last(char32_t character, std::size_t end) {
  --size;
  add(character, end);
}

std::size_t ComposedTokenizer::read_hangul(std::size_t offset) {
  const std::size_t end = read_plain_hangul(offset);
  return end != offset ? end : read_any_hangul(offset);
}

// The way of nearly all Korean: words of precomposed syllables, numbers between them, and what parts them. Returns where something else
// begins: `offset` if it does there.
std::size_t ComposedTokenizer::read_plain_hangul(std::size_t offset) {
  if (text_.size() - offset < plain_word_bytes) return offset;
  const char* const text = text_.data();
  const char* const end = text + text_.size();
  const char* from = text + offset;
  if (run_ != Run::hangul) end_run();
  for (bool more = true; more && !batch_.stopped();) {
    constexpr std::size_t most_tokens = max_hangul_word + 3, most_bytes = max_hangul_word * three;  // that a word or number makes
    make_room(most_tokens, most_bytes);
    bool in_run = run_ == Run::hangul;
    if (in_run && last_.text + last_.size != batch_.text()) move_last();
    // Members that change with every token, where the compiler can keep them in registers.
    Token* token = batch_.end();
    char* out = batch_.text();
    std::size_t last_begin = last_.begin;
    std::uint32_t position = position_;
    bool gap = gap_;
    std::array<char32_t, max_hangul_word> characters;

    const auto end_this_run = [&] {
      if (in_run) TokenBatch::put(token++, {out - three, three}, last_begin, last_begin + three, position - 1, TokenKind::unigram);
      in_run = false;
    };
    const auto pass_gap = [&] {
      position += gap;
      gap = false;
    };
    const auto put_number = [&](std::size_t size) {
      const auto begin = static_cast<std::size_t>(from - text);
      end_this_run();
      pass_gap();
      TokenBatch::put(token++, {from, size}, begin, begin + size, position++, TokenKind::word);
      from += size;
    };
    const auto put_word = [&](std::size_t size) {
      const auto begin = static_cast<std::size_t>(from - text);
      for (std::size_t i = 0; i < size * three; i += copied) std::memcpy(out + i, from + i, copied);
      const auto put_bigram = [&](std::size_t i) {
        const std::size_t at = begin + i * three;
        TokenBatch::put(token + i, {out + i * three, 2 * three}, at, at + 2 * three, position + static_cast<std::uint32_t>(i),
                        TokenKind::bigram);
      };
      if (in_run) {
        TokenBatch::put(token++, {out - three, 2 * three}, last_begin, begin + three, position - 1, TokenKind::bigram);
      } else {
        pass_gap();
        run_position_ = position;
        in_run = true;
      }
      // What the word may not have, a stem and more bigrams, is written over by the next.
      const std::size_t stem = size > kept_syllables ? size - ending_length({characters.data(), size}) : size;
      TokenBatch::put(token, {from, stem * three}, begin, begin + stem * three, position, TokenKind::stem);
      token += stem != size;
      constexpr std::size_t always = at_once - 1;
      for (std::size_t i = 0; i < always; ++i) put_bigram(i);
      for (std::size_t i = always; i + 1 < size; ++i) put_bigram(i);
      token += size - 1;
      out += size * three;
      from += size * three;
      position += static_cast<std::uint32_t>(size);
      last_begin = begin + (size - 1) * three;
    };

    const Token* const last_token = token + (batch_.token_room() - most_tokens);
    const char* const last_out = out + (batch_.text_room() - most_bytes);
    while (token <= last_token && out <= last_out) {
      if (is_ascii_digit(*from)) {
        const std::size_t size = scripts_.words ? count_digits(from, end) : 0;
        more = size > 0 && word_ends(static_cast<std::size_t>(from - text) + size);
        if (!more) break;
        put_number(size);
        if (is_syllable_of_three_bytes(from)) continue;
      } else {
        const std::size_t size = decode_plain_word(from, end, characters);
        more = size > 0;
        if (!more) break;
        put_word(size);
        if (*from == ' ' && is_syllable_of_three_bytes(from + 1)) {
          ++from;
          continue;
        }
        if (is_ascii_digit(*from)) continue;
      }
      const Parting parting = read_parting(from, end - loaded_bytes);
      from = parting.end;
      line_ends_ = parting.line_ends;
      if (parting.punctuation || parting.gap) {
        end_this_run();
        gap = parting.gap;
      }
      more = static_cast<std::size_t>(end - from) >= three && (is_ascii_digit(*from) || is_syllable_of_three_bytes(from));
      if (!more) break;
    }

    batch_.set_end(token);
    batch_.set_text(out);
    position_ = position;
    gap_ = gap;
    run_ = in_run ? Run::hangul : Run::none;
    if (in_run) last_ = {out - three, three, last_begin, last_begin + three};
  }
  return static_cast<std::size_t>(from - text);
}

// One word, of any characters, and what there is to ignore in it.
std::size_t ComposedTokenizer::read_any_hangul(std::size_t offset) {
  HangulWord word(offset);
  for (std::size_t before = text_.size(); offset < text_.size() && offset != before && !batch_.stopped();) {
    before = offset;
    offset = read_hangul_character(offset, word);
  }
  make_room(1, max_hangul_word * three);
  end_hangul_word(word);
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
  add_to_run(Run::hangul, composed, offset, end);
  word.add(composed, end);
  return end;
}

// Puts the stem of the word before the bigram of its first syllable.
void ComposedTokenizer::end_hangul_word(const HangulWord& word) {
  if (word.size <= 2 || word.size > max_hangul_word || !word.syllables_only) return;
  const std::size_t removed = ending_length({word.syllables.data(), word.size});
  if (removed == 0) return;
  const std::size_t kept = word.size - removed;
  char* const text = batch_.text();
  char* out = text;
  for (std::size_t i = 0; i < kept; ++i) out += encode(word.syllables[i], out);
  batch_.set_text(out);
  const Token stem{{text, static_cast<std::size_t>(out - text)},
                   word.begin,
                   word.ends[kept - 1],
                   position_ - static_cast<std::uint32_t>(word.size),
                   TokenKind::stem};
  batch_.insert(batch_.size() - (word.size - 1), stem);
}
}  // namespace jomun
