// Jomun: the tokenizer: annotations out, folded, CJK bigrams, Korean and English stems, in one pass over the bytes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it is fast: a token is a few stores into a batch, not a call; Han, kana and Hangul are read in loops that decode and look up one
// character of three bytes after the other, with one branch each, and leave everything else to the slower general way.

#include "tokenizers/composed_tokenizer.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/gloss.h"
#include "tokenizers/hangul.h"
#include "tokenizers/plain_words.h"

namespace jomun {
namespace {

constexpr std::size_t three = 3;  // bytes of nearly every Han, kana and Hangul character
constexpr std::size_t max_character_bytes = 4;
constexpr std::size_t loaded_bytes = 4;  // by load_four()
constexpr std::size_t min_block = 8;     // bytes worth the fast way

constexpr std::uint32_t not_three_bytes = ~0U;  // no entry of the table: its class does not exist

// Four bytes, the first one lowest. REQUIRES: there are four.
inline std::uint32_t load_four(const char* bytes) {
  if constexpr (std::endian::native == std::endian::little) {
    std::uint32_t four;
    std::memcpy(&four, bytes, sizeof four);
    return four;
  }
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i); };
  return byte(0) | byte(1) | byte(2) | byte(3);
}
// The same of three bytes.
inline std::uint32_t load_three(const char* bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i); };
  return byte(0) | byte(1) | byte(2);
}
inline void store_four(std::uint32_t four, char* bytes) {
  if constexpr (std::endian::native == std::endian::little)
    std::memcpy(bytes, &four, sizeof four);
  else
    for (int i = 0; i < 4; ++i) bytes[i] = static_cast<char>(four >> (8 * i));
}

// Of loaded bytes: whether they have the form of a character of three, and which it is. An overlong form is taken for the character it
// stands for, and a surrogate is let through: neither is Han, kana or Hangul, so no caller acts on them but as on a separator.
constexpr bool is_three_bytes(std::uint32_t loaded) { return (loaded & 0xC0C0F0) == 0x8080E0; }
inline char32_t decode_three(const char* bytes) {  // fewer instructions than from the loaded bytes
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  constexpr std::uint32_t leading_bits = (0xE0U << 12) + (0x80U << 6) + 0x80U;
  return (byte(0) << 12) + (byte(1) << 6) + byte(2) - leading_bits;
}

inline bool is_full_width_bracket(const char* bytes) { return std::memcmp(bytes, "（", three) == 0; }
// Whether two such characters stand there. REQUIRES: eight bytes.
inline bool are_three_bytes_twice(const char* bytes) {
  if constexpr (std::endian::native == std::endian::little) {
    std::uint64_t eight;
    std::memcpy(&eight, bytes, sizeof eight);
    return (eight & 0xC0C0F0C0C0F0) == 0x8080E08080E0;
  }
  return is_three_bytes(load_four(bytes)) && is_three_bytes(load_four(bytes + three));
}
inline std::uint32_t look_up_well_formed(const char* bytes) { return tables::basic_characters[decode_three(bytes)]; }

// The table's entry for the code point of three bytes at `bytes`.
inline std::uint32_t look_up_three(const char* bytes) {
  const std::uint32_t loaded = load_three(bytes);
  return is_three_bytes(loaded) ? tables::basic_characters[decode_three(bytes)] : not_three_bytes;
}

constexpr std::uint32_t kind_bits(std::uint32_t packed) { return packed & tables::kind_mask; }
// Of an entry, whether it is Han or kana and folds to three bytes.
constexpr bool is_han_or_kana_of_three_bytes(std::uint32_t packed) {
  constexpr std::uint32_t han = tables::three_bytes | tables::pack_kind(CharacterClass::han);
  constexpr std::uint32_t kana = tables::three_bytes | tables::pack_kind(CharacterClass::kana);
  static_assert((han ^ kana) == 1U << tables::kind_shift);  // one comparison does for both
  return (packed & (tables::three_bytes | tables::kind_mask) & ~(han ^ kana)) == (han & kana);
}
// Of an entry: punctuation or white space. With tables::opens it may be more than that behind a character.
constexpr bool parts_runs(std::uint32_t packed) {
  return kind_bits(packed) == tables::pack_kind(CharacterClass::separator) || kind_bits(packed) == tables::pack_kind(CharacterClass::space);
}
constexpr bool is_ascii_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// What stands between two runs of Han or kana.
struct Parting {
  const char* end;
  bool gap = false;             // it parts phrases
  std::uint32_t line_ends = 0;  // at its end
  std::uint32_t next = 0;       // the entry of the character that stands there, Han or kana of three bytes; 0: something else does
};
// Reads on from `from` while it is plain. REQUIRES: four bytes may be loaded at `end`.
[[gnu::noinline]] Parting read_parting(const char* from, const char* end) {
  Parting parting{from};
  for (; parting.end <= end;) {
    const std::uint32_t loaded = load_four(parting.end);
    if (is_ascii_space(static_cast<char>(loaded))) {
      parting.line_ends += static_cast<char>(loaded) == '\n';
      parting.gap |= parting.line_ends > 1;  // a blank line
      ++parting.end;
      continue;
    }
    if (!is_three_bytes(loaded)) break;
    const char32_t c = decode_three(parting.end);
    const std::uint32_t packed = tables::basic_characters[c];
    if (is_han_or_kana_of_three_bytes(packed)) {
      parting.next = packed;
      break;
    }
    // An opening bracket behind no character is a bracket. U+2029 counts twice.
    const bool plain = (packed & tables::opens) == 0 ? parts_runs(packed) && c != 0x2029 : c == U'（' && parting.end != from;
    if (!plain) break;
    if (kind_bits(packed) == tables::pack_kind(CharacterClass::separator)) {
      parting.gap |= (packed & tables::joins) == 0;
      parting.line_ends = 0;
    }
    parting.end += three;
  }
  return parting;
}

constexpr std::uint32_t first_syllable = 0xAC00, syllables = 11172;
inline bool is_syllable_of_three_bytes(const char* bytes) {
  return is_three_bytes(load_three(bytes)) && decode_three(bytes) - first_syllable < syllables;
}

// The parts a syllable is composed of, section 3.12 of the Unicode Standard; half-width ones as NFKC has them. -1: none of this kind.
int leading_consonant(char32_t c, char32_t folded) {
  constexpr std::u32string_view letters = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  const bool composes = (c >= 0xFFA1 && c <= 0xFFBE) || (c >= 0x3260 && c <= 0x326D);  // half-width, ㉠
  if (c >= 0x1100 && c <= 0x1112) return static_cast<int>(c - 0x1100);
  const std::size_t found = composes ? letters.find(folded) : letters.npos;
  return found != letters.npos ? static_cast<int>(found) : -1;
}
int vowel(char32_t c, char32_t folded) {
  if (c >= 0x1161 && c <= 0x1175) return static_cast<int>(c - 0x1161);
  return c >= 0xFFC2 && c <= 0xFFDC ? static_cast<int>(folded - U'ㅏ') : -1;
}
int trailing_consonant(char32_t c) { return c >= 0x11A8 && c <= 0x11C2 ? static_cast<int>(c - 0x11A7) : -1; }

bool is_voicing_mark(char32_t c) { return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F; }
// Of what a compound folds to.
bool is_hangul_letter(char32_t folded) {
  return character(folded).kind == CharacterClass::hangul || (folded >= 0x1100 && folded < 0x1200) ||
         (folded >= 0xA960 && folded < 0xA980) || (folded >= 0xD7B0 && folded < 0xD800);  // archaic letters fold to themselves
}

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

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
  batch_.start(sink);
  position_ = 0;
  gap_ = false;
  run_ = Run::none;
  line_ends_ = 0;
  for (std::size_t offset = 0; offset < text_.size() && !batch_.stopped();) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    const auto skip = [&] { return separate(), offset + next.bytes; };
    switch (found.kind) {
      case CharacterClass::space:
        line_ends_ += next.value == 0x2029 ? 2 : next.value == '\n';
        // A blank line parts paragraphs; a single line end inside Korean text may be a wrap.
        if (line_ends_ > 1) separate();
        if (run_ == Run::han_and_kana) end_run();
        offset += next.bytes;
        continue;
      case CharacterClass::mark: read_voicing_mark(offset, next.value, next.bytes); [[fallthrough]];
      case CharacterClass::ignorable: offset += next.bytes; continue;
      default: break;
    }
    line_ends_ = 0;
    switch (found.kind) {
      case CharacterClass::han:
      case CharacterClass::kana: offset = scripts_.han_and_kana ? read_han_or_kana(offset) : skip(); break;
      case CharacterClass::hangul: offset = scripts_.hangul ? read_hangul(offset) : skip(); break;
      case CharacterClass::compound: offset = read_compound(offset); break;
      case CharacterClass::word: offset = scripts_.words ? read_word(offset) : skip(); break;
      default: offset = read_separator(offset, next.value, next.bytes); break;
    }
  }
  end_run();
  batch_.finish();
}

// Room for what follows; the last character of the run moves along, so that the next one's text can be written behind it.
void ComposedTokenizer::make_room(std::size_t tokens, std::size_t text_bytes) {
  if (batch_.reserve(tokens, text_bytes + 2 * max_character_bytes) && run_ != Run::none) move_last();
}

void ComposedTokenizer::move_last() {
  std::memcpy(batch_.text(), last_.text, last_.size);
  last_.text = batch_.text();
  batch_.set_text(batch_.text() + last_.size);
}

// The last character of a run waits for its neighbour: the two together are a token, or it alone when the run has ended.
void ComposedTokenizer::add_to_run(Run run, char32_t folded, std::size_t begin, std::size_t end) {
  if (run_ != run) end_run();
  make_room(1, 4);
  if (run_ == Run::none) {
    run_ = run;
    position_ += gap_;
    gap_ = false;
    run_position_ = position_;
  } else {
    if (last_.text + last_.size != batch_.text()) move_last();
    const std::size_t size = encode(folded, batch_.text());
    batch_.add({last_.text, last_.size + size}, last_.begin, end, position_ - 1, TokenKind::bigram);
  }
  last_ = {batch_.text(), encode(folded, batch_.text()), begin, end};
  batch_.set_text(batch_.text() + last_.size);
  ++position_;
}

// The character composes with what follows it: `folded` takes its place, also in the token that ends with it.
// REQUIRES: a run whose last token is the newest of all.
void ComposedTokenizer::replace_last(char32_t folded, std::size_t end) {
  make_room(0, 2 * max_character_bytes);
  char* text = batch_.text();
  if (position_ - 1 != run_position_) {
    Token& bigram = batch_[batch_.size() - 1];
    const std::size_t size = decode(bigram.text, 0).bytes;
    std::memcpy(text, bigram.text.data(), size);
    bigram.text = {text, size + encode(folded, text + size)};
    bigram.end = end;
    text += size;
  }
  last_ = {text, encode(folded, text), last_.begin, end};
  batch_.set_text(text + last_.size);
}

void ComposedTokenizer::end_run() {
  if (run_ == Run::none) return;
  make_room(1, 0);
  run_ = Run::none;
  batch_.add({last_.text, last_.size}, last_.begin, last_.end, position_ - 1, TokenKind::unigram);
}

void ComposedTokenizer::separate() {
  end_run();
  gap_ = position_ > 0;
}

std::size_t ComposedTokenizer::read_separator(std::size_t offset, char32_t code_point, std::uint32_t bytes) {
  const std::uint32_t packed = tables::packed(code_point);
  if (may_open_annotation(code_point)) {
    if (const std::size_t end = annotation_end(text_, offset); end != offset) return end;
    if (code_point == U'(' || code_point == U'（')
      if (const std::size_t end = read_gloss(offset); end != offset) return end;
  }
  const std::size_t after = offset + bytes;
  if (run_ == Run::han_and_kana && (code_point == U'・' || code_point == U'･') && last_.end == offset && after < text_.size()) {
    // グローバル・コンパクト is also printed without the dot.
    const Decoded following = decode(text_, after);
    CharacterClass kind = character(following.value).kind;
    if (kind == CharacterClass::compound) {  // half-width kana, ㌀
      buffer_.clear();
      compose(text_.substr(after, following.bytes), buffer_);
      kind = character(decode(buffer_, 0).value).kind;
    }
    if (kind == CharacterClass::kana && character(decode({last_.text, last_.size}, 0).value).kind == CharacterClass::kana) return after;
  }
  if ((packed & tables::joins) != 0)
    end_run();
  else
    separate();
  return after;
}

// 파양(罷養): what stands in the bracket has the positions of what it reads, and the run goes on behind it as if it were not there.
std::size_t ComposedTokenizer::read_gloss(std::size_t bracket) {
  if (run_ == Run::none) return bracket;
  const std::optional<Gloss> gloss = gloss_at(text_, bracket);
  // The tokens it comes between must still be here.
  constexpr std::size_t longest = TokenBatch::kept / 3;  // two tokens a position, and the gloss
  if (!gloss || gloss->characters > longest || position_ - run_position_ < gloss->characters) return bracket;
  const Run run = run_ == Run::hangul ? Run::han_and_kana : Run::hangul;
  if (!(run == Run::hangul ? scripts_.hangul : scripts_.han_and_kana)) return gloss->end;

  make_room(gloss->characters, gloss->characters * max_character_bytes);
  std::uint32_t position = position_ - static_cast<std::uint32_t>(gloss->characters);
  Last last{};
  const auto add = [&](std::size_t bytes, std::size_t end, TokenKind kind) {
    std::size_t index = batch_.size();
    while (index > 0 && batch_[index - 1].position > position) --index;
    batch_.insert(index, {{last.text, bytes}, last.begin, end, position, kind, true});
    ++position;
  };
  for (std::size_t offset = gloss->inside.begin; offset < gloss->inside.end;) {
    const Decoded next = decode(text_, offset);
    const Character found = character(next.value);
    if (found.kind == CharacterClass::han || found.kind == CharacterClass::hangul) {
      const std::size_t size = encode(found.folded, batch_.text());
      if (last.size > 0) add(last.size + size, offset + next.bytes, TokenKind::bigram);
      last = {batch_.text(), size, offset, offset + next.bytes};
      batch_.set_text(batch_.text() + size);
    }
    offset += next.bytes;
  }
  add(last.size, last.end, TokenKind::unigram);
  return gloss->end;
}

std::size_t ComposedTokenizer::read_han_or_kana(std::size_t offset) {
  const auto add = [&](std::size_t bytes) {
    add_to_run(Run::han_and_kana, fold(decode(text_, offset).value), offset, offset + bytes);
    offset += bytes;
  };
  add(decode(text_, offset).bytes);
  while (text_.size() - offset >= min_block && !batch_.stopped()) {
    if (last_.size != three || last_.begin + three != offset) {  // does not stand before the others like one of them
      const std::uint32_t loaded = load_four(text_.data() + offset);
      if (!is_three_bytes(loaded) || !is_han_or_kana_of_three_bytes(tables::basic_characters[decode_three(text_.data() + offset)])) break;
      add(three);
      continue;
    }
    // The way of nearly all Chinese and Japanese: runs of characters of three bytes, and what parts them.
    make_room(2, 2 * three);
    if (last_.text + last_.size != batch_.text()) move_last();
    const char* const text = text_.data();
    const char* const end = text + text_.size() - three - loaded_bytes;  // no load begins more than a character behind it
    const char* from = text + offset;
    const char* const stop = std::min(from + three * std::min(batch_.token_room(), batch_.text_room() / three), end);
    const char* const pairs = stop - three;
    Token* token = batch_.end();
    char* out = batch_.text();
    std::uint32_t last_position = position_ - 1;
    bool in_run = true;
    const auto add_bigram = [&](std::uint32_t packed) {
      const auto last_begin = static_cast<std::size_t>(from - text) - three;
      TokenBatch::put(token, {out - three, 2 * three}, last_begin, last_begin + 2 * three, last_position, TokenKind::bigram);
      store_four(packed, out);
    };
    const auto advance = [&](std::size_t characters) {
      token += characters;
      out += characters * three;
      from += characters * three;
      last_position += static_cast<std::uint32_t>(characters);
    };
    while (from < stop) {
      std::uint32_t packed = not_three_bytes;  // of what ends the run
      if (from < pairs && are_three_bytes_twice(from)) {
        const std::uint32_t first = look_up_well_formed(from), second = look_up_well_formed(from + three);
        const bool first_runs = is_han_or_kana_of_three_bytes(first);
        if (first_runs & is_han_or_kana_of_three_bytes(second)) {
          const auto last_begin = static_cast<std::size_t>(from - text) - three;
          TokenBatch::put(token, {out - three, 2 * three}, last_begin, last_begin + 2 * three, last_position, TokenKind::bigram);
          TokenBatch::put(token + 1, {out, 2 * three}, last_begin + three, last_begin + 3 * three, last_position + 1, TokenKind::bigram);
          store_four(first, out);
          store_four(second, out + three);
          advance(2);
          continue;
        }
        add_bigram(first);
        advance(first_runs ? 1 : 0);  // no branch depends on which of the two ends the run
        packed = first_runs ? second : first;
      } else if (is_three_bytes(load_four(from))) {
        packed = look_up_well_formed(from);
        if (is_han_or_kana_of_three_bytes(packed)) {
          add_bigram(packed);
          advance(1);
          continue;
        }
      } else if (!is_ascii_space(*from)) {
        break;
      }
      if (packed != not_three_bytes) {
        if (!parts_runs(packed)) break;
        // A comma or full stop inside a paragraph, or a bracket that opens on Han, which is no reading.
        const std::uint32_t next = look_up_three(from + three);
        const bool bracket = (packed & tables::opens) != 0;
        if (bracket && !(is_full_width_bracket(from) && kind_bits(next) == tables::pack_kind(CharacterClass::han))) break;
        if (is_han_or_kana_of_three_bytes(next) && kind_bits(packed) == tables::pack_kind(CharacterClass::separator)) {
          const auto last_begin = static_cast<std::size_t>(from - text) - three;
          TokenBatch::put(token++, {out - three, three}, last_begin, last_begin + three, last_position, TokenKind::unigram);
          store_four(next, out);
          out += three;
          from += 2 * three;
          last_position += (packed & tables::joins) != 0 ? 1 : 2;
          run_position_ = last_position;
          continue;
        }
      }
      const auto last_begin = static_cast<std::size_t>(from - text) - three;
      TokenBatch::put(token++, {out - three, three}, last_begin, last_begin + three, last_position, TokenKind::unigram);
      const Parting parting = read_parting(from, end);
      from = parting.end;
      if (parting.next == 0) {
        gap_ = parting.gap;
        line_ends_ = parting.line_ends;
        in_run = false;
        break;
      }
      store_four(parting.next, out);
      out += three;
      from += three;
      last_position += parting.gap ? 2 : 1;
      run_position_ = last_position;
    }
    offset = static_cast<std::size_t>(from - text);
    batch_.set_end(token);
    batch_.set_text(out);
    position_ = last_position + 1;
    if (!in_run) {
      run_ = Run::none;
      break;
    }
    last_ = {out - three, three, offset - three, offset};
    if (from < stop) break;
  }
  return offset;
}

bool ComposedTokenizer::read_voicing_mark(std::size_t offset, char32_t mark, std::uint32_t bytes) {
  if (!is_voicing_mark(mark) || run_ != Run::han_and_kana || last_.end != offset) return false;
  // As printed, not as folded: ヰ with the mark is ヸ, without it イ.
  buffer_.clear();
  compose(text_.substr(last_.begin, offset - last_.begin), buffer_);
  const char32_t voiced = compose_pair(decode_before(buffer_, buffer_.size()).value, mark == 0x3099 || mark == 0xFF9E ? 0x3099 : 0x309A);
  if (voiced != 0) replace_last(fold(voiced), offset + bytes);
  return voiced != 0;
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
  if (const int consonant = trailing_consonant(first.value); consonant > 0 && word.size > 0 && last_.end == offset) {
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
      composed = static_cast<char32_t>(0xAC00 + (consonant * 21 + middle) * 28);
      end = second.end;
      const Part third = part_at(end);
      if (const int final = trailing_consonant(third.value); final > 0) {
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

// Half-width kana and jamo, ㍿ and the like; each character of a composition stands for the whole.
std::size_t ComposedTokenizer::read_compound(std::size_t offset) {
  const Decoded next = decode(text_, offset);
  const char32_t folded = fold(next.value);
  const std::size_t end = offset + next.bytes;
  if (folded != 0 && is_hangul_letter(folded)) return scripts_.hangul ? read_hangul(offset) : (separate(), end);
  if (is_voicing_mark(next.value)) return read_voicing_mark(offset, next.value, next.bytes), end;
  buffer_.clear();
  compose(text_.substr(offset, next.bytes), buffer_);
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    end_run();
    buffer_.swap(word);
    emit_buffer(offset, end);
    buffer_.swap(word);
    word.clear();
  };
  for (std::size_t i = 0; i < buffer_.size();) {
    const Decoded part = decode(buffer_, i);
    const Character found = character(part.value);
    if (found.kind == CharacterClass::word && scripts_.words) {
      word.append(buffer_, i, part.bytes);
    } else {
      end_word();
      const bool han_or_kana = found.kind == CharacterClass::han || found.kind == CharacterClass::kana;
      if (han_or_kana && scripts_.han_and_kana)
        add_to_run(Run::han_and_kana, found.folded, offset, end);
      else if (is_hangul_letter(found.folded) && scripts_.hangul)
        add_to_run(Run::hangul, found.folded, offset, end);
      else if (found.kind != CharacterClass::mark)
        separate();
    }
    i += part.bytes;
  }
  end_word();
  return end;
}

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
      const bool in_word = is_ascii_letter(left) && is_ascii_letter(right) && next.value != U',';
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
  emit_word(folded, std::all_of(folded.begin(), folded.end(), is_ascii_letter), begin, end);
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
