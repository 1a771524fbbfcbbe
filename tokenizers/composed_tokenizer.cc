// Jomun: the tokenizer: annotations out, folded, CJK bigrams, Korean and English stems, in one pass over the bytes.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How it is fast: a token is a few stores into a batch, not a call; Han, kana and Hangul are read in loops that decode and look up one
// or two characters of three bytes after the other, with one branch, and leave everything else to the slower general way.
//
// Here: runs, Han and kana, what separates. composed_hangul.cc: Korean. composed_words.cc: all scripts with words.

#include "tokenizers/composed_tokenizer.h"

#include <algorithm>
#include <cstring>

#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/gloss.h"
#include "tokenizers/hangul.h"
#include "tokenizers/parting.h"
#include "tokenizers/three_bytes.h"

namespace jomun {
namespace {

constexpr bool is_ascii_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_voicing_mark(char32_t c) { return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F; }

}  // namespace

void ComposedTokenizer::tokenize(std::string_view utf8, TokenSink& sink) {
  text_ = utf8;
  batch_.start(sink);
  position_ = 0;
  gap_ = false;
  run_ = Run::none;
  marks_end_ = 0;
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
      case CharacterClass::mark: read_mark(offset, next.value, next.bytes); [[fallthrough]];
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
  if (run_ == Run::han_and_kana && (code_point == U'・' || code_point == U'･') && (last_.end == offset || marks_end_ == offset) &&
      after < text_.size()) {
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
  constexpr std::size_t longest = TokenBatch::kept / 3;  // at most two tokens a position and the gloss; none of them has left, because
                                                         // a run of this length fills no buffer
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
    const Decoded next = decode_syllable(text_, offset);
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
    const auto add_unigram = [&] {
      const auto last_begin = static_cast<std::size_t>(from - text) - three;
      TokenBatch::put(token++, {out - three, three}, last_begin, last_begin + three, last_position, TokenKind::unigram);
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
        if (is_han_or_kana_of_three_bytes(first & second)) {
          const auto last_begin = static_cast<std::size_t>(from - text) - three;
          TokenBatch::put(token, {out - three, 2 * three}, last_begin, last_begin + 2 * three, last_position, TokenKind::bigram);
          TokenBatch::put(token + 1, {out, 2 * three}, last_begin + three, last_begin + 3 * three, last_position + 1, TokenKind::bigram);
          store_four(first, out);
          store_four(second, out + three);
          advance(2);
          continue;
        }
        const bool first_runs = is_han_or_kana_of_three_bytes(first);
        // No branch depends on which of the two ends the run: what is written is written over if the first does. There is room for two.
        add_bigram(first);
        advance(first_runs ? 1 : 0);
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
        if (!parts_runs(packed) || may_be_overlong(from)) break;
        // A comma or full stop inside a paragraph, or a bracket that opens on Han, which is no reading.
        const std::uint32_t next = look_up_three(from + three);
        const bool bracket = (packed & tables::opens) != 0;
        if (bracket && !(is_full_width_bracket(from) && kind_bits(next) == tables::pack_kind(CharacterClass::han))) break;
        if (is_han_or_kana_of_three_bytes(next) && kind_bits(packed) == tables::pack_kind(CharacterClass::separator)) {
          add_unigram();
          store_four(next, out);
          out += three;
          from += 2 * three;
          last_position += (packed & tables::joins) != 0 ? 1 : 2;
          run_position_ = last_position;
          continue;
        }
      }
      add_unigram();
      const Parting parting = read_parting(from, end);
      from = parting.end;
      if (!is_han_or_kana_of_three_bytes(parting.next)) {
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

void ComposedTokenizer::read_mark(std::size_t offset, char32_t mark, std::uint32_t bytes) {
  if (run_ != Run::han_and_kana || (last_.end != offset && marks_end_ != offset)) return;
  if (!is_voicing_mark(mark)) {
    marks_end_ = offset + bytes;  // which may stand between
    return;
  }
  // As printed, not as folded: ヰ with the mark is ヸ, without it イ.
  buffer_.clear();
  compose(text_.substr(last_.begin, last_.end - last_.begin), buffer_);
  const char32_t voiced = compose_pair(decode_before(buffer_, buffer_.size()).value, mark == 0x3099 || mark == 0xFF9E ? 0x3099 : 0x309A);
  if (voiced != 0) replace_last(fold(voiced), offset + bytes);
}

// Half-width kana and jamo, ㍿ and the like; each character of a composition stands for the whole.
std::size_t ComposedTokenizer::read_compound(std::size_t offset) {
  const Decoded next = decode(text_, offset);
  const char32_t folded = fold(next.value);
  const std::size_t end = offset + next.bytes;
  if (folded != 0 && is_hangul_letter(folded)) return scripts_.hangul ? read_hangul(offset) : (separate(), end);
  if (is_voicing_mark(next.value)) return read_mark(offset, next.value, next.bytes), end;
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
}  // namespace jomun
