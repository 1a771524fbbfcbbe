// Jomun tests: the tokenizers once more, as the simplest program that does what their headers say.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Each pass takes the whole text as the pass before left it:
//
//   read_characters      the code points
//   leave_out_brackets   without annotations
//   mark_blank_lines     the white space that makes a blank line is a separator
//   compose_clusters     ｶﾞ is ガ, jamo are syllables, ㍿ is 株式会社
//   read_pieces          characters of runs, whole words, and what stands between
//   keep_scripts         pieces of the other scripts are separators
//   group_pieces         runs and words
//   number_tokens        bigrams, unigrams, stems and positions

#include "tests/support/reference_tokenizer.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tests/support/tokens.h"
#include "tokenizers/annotation.h"
#include "tokenizers/characters.h"
#include "tokenizers/composed_tokenizer.h"
#include "tokenizers/gloss.h"
#include "tokenizers/hangul.h"
#include "tokenizers/registry.h"
#include "tokenizers/words.h"

namespace jomun::testing {
namespace {

constexpr std::size_t longest_word_in_bytes = 4096, longest_stemmed_korean_word = 32;

// A code point, or what one or several compose to.
struct Atom {
  char32_t value;
  CharacterClass kind;  // compound after compose_clusters(): a half-width voicing mark without a kana
  std::size_t begin, end;
  bool of_symbol = false;  // ㍿ ㈜ ㋀: one of several characters it stands for
};
using Atoms = std::vector<Atom>;

struct Piece {
  enum Kind {
    han_or_kana,
    hangul,
    word,
    korean_word_end,  // ends nothing else
    space,            // ends a Korean word and a run of Han
    joint,            // ends a run
    words,            // ends a run; words follow, or none in what looked like some
    gap,              // ends a run, and no phrase goes across it
    gloss,            // may be read so, if the characters it reads are of one run; else as what stands in the bracket, which follows
  };
  Kind kind;
  std::string text;  // folded
  std::size_t begin, end;
  std::vector<Piece> inside = {};  // characters of a gloss
};
using Pieces = std::vector<Piece>;

std::string utf8(char32_t c) {
  char bytes[4];
  return std::string(bytes, encode(c, bytes));
}

std::u32string utf32(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size(); i += decode(text, i).bytes) result += decode(text, i).value;
  return result;
}

Atoms read_characters(std::string_view text) {
  Atoms atoms;
  for (std::size_t i = 0; i < text.size(); i = atoms.back().end) {
    const Decoded next = decode(text, i);
    atoms.push_back({next.value, character(next.value).kind, i, i + next.bytes});
  }
  return atoms;
}

Atoms leave_out_brackets(std::string_view text, const Atoms& atoms) {
  Atoms kept;
  std::size_t end = 0;  // of the last annotation
  for (const Atom& atom : atoms) {
    if (atom.begin < end) continue;
    if (may_open_annotation(atom.value)) end = annotation_end(text, atom.begin);
    if (atom.begin >= end) kept.push_back(atom);
  }
  return kept;
}

Atoms mark_blank_lines(Atoms atoms) {
  int line_ends = 0;
  for (Atom& atom : atoms) {
    if (atom.kind == CharacterClass::ignorable || atom.kind == CharacterClass::mark) continue;
    if (atom.kind != CharacterClass::space) line_ends = 0;
    if (atom.value == U'\n') line_ends += 1;
    if (atom.value == U'\u2029') line_ends += 2;
    if (line_ends > 1) atom.kind = CharacterClass::separator;
  }
  return atoms;
}

bool is_voicing_mark(char32_t c) { return c == U'\u3099' || c == U'\u309A' || c == U'ﾞ' || c == U'ﾟ'; }
bool is_jamo(char32_t c) { return (c >= 0x1100 && c < 0x1200) || (c >= 0xA960 && c < 0xA980) || (c >= 0xD7B0 && c < 0xD800); }
bool is_compatibility_jamo(char32_t c) { return c >= 0x3130 && c < 0x3190; }
bool is_half_width_consonant(char32_t c) { return c >= 0xFFA0 && c < 0xFFC2; }

// The one character that `base` and `next`, directly after it, compose to; 0: they do not. Letters that stand apart stay apart.
char32_t composition(const Atom& base, const Atom& next) {
  const bool kana = base.kind == CharacterClass::kana && is_voicing_mark(next.value);
  const bool hangul = base.kind == CharacterClass::hangul && next.kind == CharacterClass::compound && !base.of_symbol &&
                      !is_compatibility_jamo(base.value) && !is_half_width_consonant(next.value);
  if (!(kana || hangul)) return 0;
  std::string composed;
  compose(utf8(base.value) + utf8(next.value), composed);
  return count_code_points(composed) == 1 ? decode(composed, 0).value : 0;
}

Atoms compose_clusters(const Atoms& atoms) {
  Atoms result;
  for (const Atom& atom : atoms) {
    // Behind a kana other marks may come first.
    std::size_t base = result.size();
    while (is_voicing_mark(atom.value) && base > 1 && result[base - 1].kind == CharacterClass::mark &&
           !is_voicing_mark(result[base - 1].value))
      --base;
    bool together = base > 0;
    for (std::size_t i = base; i <= result.size() && together; ++i)
      together = result[i - 1].end == (i < result.size() ? result[i].begin : atom.begin);
    const char32_t both = together ? composition(result[base - 1], atom) : 0;
    if (both != 0) {
      result.resize(base);
      result.back().value = both;
      result.back().end = atom.end;
      continue;
    }
    if (atom.kind != CharacterClass::compound || is_voicing_mark(atom.value)) {
      result.push_back(atom);
      continue;
    }
    std::string composed;
    compose(utf8(atom.value), composed);
    const std::u32string parts = utf32(composed);
    for (char32_t part : parts) {
      const CharacterClass kind = is_jamo(part) ? CharacterClass::hangul : character(part).kind;
      result.push_back({part, kind, atom.begin, atom.end, parts.size() > 1});
    }
  }
  return result;
}

bool joins_word(char32_t c) { return std::u32string_view(U"'’.,").find(c) != std::u32string_view::npos; }
bool joins_phrase(char32_t c) {
  return std::u32string_view(U"-'\"/&_·‐‑‘’“”‧•・･ㆍ\u119E「」『』《》〈〉＂＇－／｢｣").find(c) != std::u32string_view::npos;
}

std::string folded_word(std::string_view word) {
  std::string folded;
  fold_word(word, folded);
  return folded;
}

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
// "" for a letter that does not fold to ASCII letters and digits.
std::string ascii_folding(char32_t letter) {
  const std::string folded = folded_word(utf8(letter));
  return std::all_of(folded.begin(), folded.end(), [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); }) ? folded : "";
}

WordBreaker& breaker() {
  static WordBreaker instance;
  return instance;
}

Piece word_piece(std::string term, std::size_t begin, std::size_t end) {
  if (term.size() > max_term_bytes) {
    std::size_t size = max_term_bytes;
    while ((static_cast<unsigned char>(term[size]) & 0xC0) == 0x80) --size;
    term.resize(size);
  }
  if (term.size() > 2 && term.ends_with("'s")) term.resize(term.size() - 2);
  return {Piece::word, term, begin, end};
}

// The first word of the atoms, which begin with a letter, if it folds to ASCII and nothing that does not is part of it or touches it.
// Sets `used` to its number of atoms.
std::vector<Piece> read_ascii_word(const Atoms& atoms, std::size_t& used) {
  std::string plain;  // what the word breaker reads: no marks, nothing invisible
  std::vector<std::size_t> atom_of_byte;
  bool foreign_follows = false;
  const auto kind_at = [&](std::size_t i) { return i < atoms.size() ? atoms[i].kind : CharacterClass::separator; };
  for (std::size_t i = 0; i < atoms.size() && !foreign_follows; ++i) {
    const Atom& atom = atoms[i];
    std::string bytes;
    if (atom.kind == CharacterClass::word) {
      bytes = ascii_folding(atom.value);
      foreign_follows = bytes.empty();
    } else if (joins_word(atom.value)) {
      if (atoms[i - 1].kind == CharacterClass::ignorable || kind_at(i + 1) != CharacterClass::word) break;
      bytes = atom.value == U'’' ? "'" : utf8(atom.value);
      foreign_follows = ascii_folding(atoms[i + 1].value).empty();
      if (foreign_follows) break;
    } else if (atom.kind != CharacterClass::mark && atom.kind != CharacterClass::ignorable) {
      break;
    }
    plain += bytes;
    atom_of_byte.insert(atom_of_byte.end(), bytes.size(), i);
  }
  std::size_t first = 0, last = 0;
  breaker().reset(plain);
  if (!breaker().next(first, last) || (last == plain.size() && foreign_follows)) return {};

  std::size_t end = atoms[atom_of_byte[last - 1]].end;
  used = atom_of_byte[last - 1] + 1;
  for (; kind_at(used) == CharacterClass::mark || kind_at(used) == CharacterClass::ignorable; ++used)
    if (atoms[used].kind == CharacterClass::mark) end = atoms[used].end;
  plain.resize(last);
  std::erase(plain, ',');
  return {word_piece(plain, atoms[0].begin, end)};
}

// All words of the atoms, as ICU finds them.
Pieces read_foreign_words(std::string_view text, const Atoms& atoms) {
  const std::size_t begin = atoms.front().begin, end = atoms.back().end;
  Pieces words;
  breaker().reset(text.substr(begin, end - begin));
  for (std::size_t from = 0, to = 0; breaker().next(from, to);)
    words.push_back({Piece::word, folded_word(text.substr(begin + from, to - from)), begin + from, begin + to});
  Pieces pieces;
  std::size_t passed = begin;
  const auto pass = [&](std::size_t to) {
    for (const Atom& atom : atoms)
      if (atom.begin >= passed && atom.begin < to && (atom.value == U'.' || atom.value == U','))
        pieces.push_back({Piece::gap, "", atom.begin, atom.end});
  };
  for (const Piece& word : words) {
    pass(word.begin);
    if (!word.text.empty()) pieces.push_back(word_piece(word.text, word.begin, word.end));
    passed = word.end;
  }
  pass(end);
  return pieces;
}

// What may be a word, or several, that begin at atom `first`. A reading ends a word: ｜AI《エーアイ》s.
Atoms word_atoms(const Atoms& atoms, std::size_t first) {
  Atoms result;
  for (std::size_t i = first; i < atoms.size() && atoms[i].begin < atoms[first].begin + longest_word_in_bytes; ++i) {
    const CharacterClass kind = atoms[i].kind;
    const bool inside = kind == CharacterClass::word || kind == CharacterClass::mark || kind == CharacterClass::ignorable;
    if (!inside && !joins_word(atoms[i].value)) break;
    if (i > first && atoms[i].begin > atoms[i - 1].end) break;
    if (atoms[i].of_symbol != atoms[first].of_symbol || (atoms[i].of_symbol && atoms[i].begin != atoms[first].begin)) break;
    result.push_back(atoms[i]);
  }
  return result;
}

// The gloss in a bracket, if it is one.
Pieces read_gloss(std::string_view text, const Atom& bracket) {
  if (bracket.value != U'(' && bracket.value != U'（') return {};
  const std::optional<Gloss> gloss = gloss_at(text, bracket.begin);
  if (!gloss) return {};
  Piece piece{Piece::gloss, "", bracket.begin, gloss->end};
  for (const Atom& atom : compose_clusters(read_characters(text.substr(0, gloss->inside.end))))
    if (atom.begin >= gloss->inside.begin && is_cjk(atom.kind))
      piece.inside.push_back(
          {atom.kind == CharacterClass::hangul ? Piece::hangul : Piece::han_or_kana, utf8(fold(atom.value)), atom.begin, atom.end});
  return {piece};
}

// グローバル・コンパクト is one run.
bool is_dot_inside_kana(std::string_view text, const Atoms& atoms, std::size_t i) {
  const Atom& dot = atoms[i];
  std::size_t kana = i;  // behind it, marks
  while (kana > 0 && atoms[kana - 1].end == atoms[kana].begin && atoms[kana - 1].kind == CharacterClass::mark &&
         !is_voicing_mark(atoms[kana - 1].value))
    --kana;
  const bool after_kana = kana > 0 && atoms[kana - 1].kind == CharacterClass::kana && atoms[kana - 1].end == atoms[kana].begin;
  if ((dot.value != U'・' && dot.value != U'･') || !after_kana || dot.end == text.size()) return false;
  std::string composed;
  compose(utf8(decode(text, dot.end).value), composed);
  return character(decode(composed, 0).value).kind == CharacterClass::kana;
}

Pieces read_pieces(std::string_view text, const Atoms& atoms) {
  Pieces pieces;
  for (std::size_t i = 0; i < atoms.size();) {
    const Atom& atom = atoms[i];
    const auto add = [&](Piece::Kind kind, const std::string& folded) { pieces.push_back({kind, folded, atom.begin, atom.end}); };
    std::size_t used = 1;
    switch (atom.kind) {
      case CharacterClass::ignorable:
      case CharacterClass::mark: break;
      case CharacterClass::space: add(Piece::space, ""); break;
      case CharacterClass::compound: add(Piece::korean_word_end, ""); break;
      case CharacterClass::han:
      case CharacterClass::kana: add(Piece::han_or_kana, utf8(fold(atom.value))); break;
      case CharacterClass::hangul:
        if (atom.of_symbol) add(Piece::korean_word_end, "");
        add(Piece::hangul, utf8(fold(atom.value)));
        if (atom.of_symbol) add(Piece::korean_word_end, "");
        break;
      case CharacterClass::separator:
        for (const Piece& gloss : read_gloss(text, atom)) pieces.push_back(gloss);
        if (!is_dot_inside_kana(text, atoms, i)) add(joins_phrase(atom.value) ? Piece::joint : Piece::gap, "");
        break;
      case CharacterClass::word: {
        const Atoms inside = word_atoms(atoms, i);
        add(Piece::words, "");
        Pieces words = read_ascii_word(inside, used);
        if (words.empty()) {
          words = read_foreign_words(text, inside);
          used = inside.size();
        }
        pieces.insert(pieces.end(), words.begin(), words.end());
      }
    }
    i += used;
  }
  return pieces;
}

Pieces keep_scripts(Pieces pieces, Scripts scripts) {
  for (Piece& piece : pieces) {
    const bool kept = piece.kind == Piece::han_or_kana                          ? scripts.han_and_kana
                      : piece.kind == Piece::hangul                             ? scripts.hangul
                      : piece.kind == Piece::word || piece.kind == Piece::words ? scripts.words
                                                                                : true;
    if (!kept) piece.kind = Piece::gap;
    if (piece.kind == Piece::gloss && !(piece.inside[0].kind == Piece::hangul ? scripts.hangul : scripts.han_and_kana))
      for (Piece& character : piece.inside) character.kind = Piece::gap;
  }
  return pieces;
}

// A run, or one word.
struct Group {
  Piece::Kind kind;
  bool after_gap;
  Pieces pieces;
  std::vector<std::size_t> korean_words = {};  // where in `pieces` each begins
  struct ReadGloss {
    std::size_t first;  // of `pieces`, which it reads
    Pieces characters;
  };
  std::vector<ReadGloss> glosses = {};
};

std::vector<Group> group_pieces(const Pieces& pieces) {
  std::vector<Group> groups;
  bool in_run = false, in_korean_word = false, gap = false;
  std::size_t gloss_end = 0;
  for (const Piece& piece : pieces) {
    if (piece.begin < gloss_end) continue;
    switch (piece.kind) {
      case Piece::gloss: {
        const std::size_t size = piece.inside.size();
        if (!in_run || groups.back().pieces.size() < size) break;
        gloss_end = piece.end;
        in_korean_word = false;
        if (piece.inside[0].kind != Piece::gap) groups.back().glosses.push_back({groups.back().pieces.size() - size, piece.inside});
        break;
      }
      case Piece::korean_word_end: in_korean_word = false; break;
      case Piece::space:
        in_korean_word = false;
        if (in_run && groups.back().kind == Piece::han_or_kana) in_run = false;
        break;
      case Piece::joint:
      case Piece::words: in_run = false; break;
      case Piece::gap:
        in_run = false;
        gap = true;
        break;
      case Piece::word:
      case Piece::han_or_kana:
      case Piece::hangul:
        if (!in_run || groups.back().kind != piece.kind) {
          groups.push_back({piece.kind, gap, {}});
          gap = in_korean_word = false;
        }
        if (piece.kind == Piece::hangul && !in_korean_word) groups.back().korean_words.push_back(groups.back().pieces.size());
        groups.back().pieces.push_back(piece);
        in_run = piece.kind != Piece::word;
        in_korean_word = piece.kind == Piece::hangul;
    }
  }
  return groups;
}

// The stem of the Korean word that is pieces [first, last) of a run.
std::vector<KeptToken> korean_stem(const Pieces& pieces, std::size_t first, std::size_t last, std::uint32_t position) {
  std::u32string word;
  for (std::size_t i = first; i < last; ++i) word += decode(pieces[i].text, 0).value;
  if (word.size() > longest_stemmed_korean_word || !std::all_of(word.begin(), word.end(), is_syllable)) return {};
  const std::size_t particles = ending_length(word);
  if (particles == 0) return {};
  std::string stem;
  for (std::size_t i = first; i < last - particles; ++i) stem += pieces[i].text;
  return {{stem, pieces[first].begin, pieces[last - particles - 1].end, position, TokenKind::stem}};
}

std::vector<KeptToken> english_stem(const Piece& word, std::uint32_t position) {
  static EnglishStemmer stemmer;
  if (!std::all_of(word.text.begin(), word.text.end(), is_ascii_letter)) return {};
  const std::string stem(word.text.size() > 2 ? stemmer.stem(word.text) : std::string_view(word.text));
  return {{stem, word.begin, word.end, position, TokenKind::stem}};
}

// The bigram that begins with character `i` of a run, or the unigram of the last.
KeptToken run_token(const Pieces& run, std::size_t i, std::uint32_t position) {
  const Piece& piece = run[i];
  if (i + 1 == run.size()) return {piece.text, piece.begin, piece.end, position, TokenKind::unigram};
  return {piece.text + run[i + 1].text, piece.begin, run[i + 1].end, position, TokenKind::bigram};
}

std::vector<KeptToken> number_tokens(const std::vector<Group>& groups) {
  std::vector<KeptToken> tokens;
  const auto add_all = [&](const std::vector<KeptToken>& more) { tokens.insert(tokens.end(), more.begin(), more.end()); };
  std::uint32_t position = 0;
  for (const Group& group : groups) {
    if (group.after_gap && position > 0) ++position;
    std::vector<std::size_t> words = group.korean_words;
    words.push_back(group.pieces.size());
    std::size_t word = 0;  // the next of them
    for (std::size_t i = 0; i < group.pieces.size(); ++i, ++position) {
      const Piece& piece = group.pieces[i];
      if (group.kind == Piece::word) {
        tokens.push_back({piece.text, piece.begin, piece.end, position, TokenKind::word});
        add_all(english_stem(piece, position));
        continue;
      }
      if (i == words[word]) {
        ++word;
        add_all(korean_stem(group.pieces, i, words[word], position));
      }
      tokens.push_back(run_token(group.pieces, i, position));
      for (const Group::ReadGloss& gloss : group.glosses) {
        if (i < gloss.first || i - gloss.first >= gloss.characters.size()) continue;
        tokens.push_back(run_token(gloss.characters, i - gloss.first, position));
        tokens.back().gloss = true;
      }
    }
  }
  return tokens;
}

Pieces pieces_of(std::string_view text) {
  return read_pieces(text, compose_clusters(mark_blank_lines(leave_out_brackets(text, read_characters(text)))));
}

// By name without version, so that a change of output needs no change here but in what changed.
std::optional<Scripts> scripts_of(std::string_view name) {
  if (name.starts_with("jomun-")) return Scripts{true, true, true};
  if (name.starts_with("cjk-bigram-")) return Scripts{true, false, false};
  if (name.starts_with("hangul-syllable-")) return Scripts{false, true, false};
  if (name.starts_with("latin-word-")) return Scripts{false, false, true};
  return std::nullopt;
}

struct Compared {
  std::unique_ptr<Tokenizer> tokenizer;
  Scripts scripts;
};
std::vector<Compared> make_compared() {
  constexpr std::size_t composed_tokenizers = 4;
  std::vector<Compared> result;
  for (const TokenizerEntry& entry : tokenizers())
    if (const std::optional<Scripts> scripts = scripts_of(entry.name)) result.push_back({entry.make(), *scripts});
  if (result.size() != composed_tokenizers) throw std::logic_error("a composed tokenizer has a name that the reference does not know");
  return result;
}

std::vector<KeptToken> reference_tokens(const Pieces& pieces, Scripts scripts) {
  return number_tokens(group_pieces(keep_scripts(pieces, scripts)));
}

std::string print(const std::vector<KeptToken>& tokens) {
  std::string result;
  for (const KeptToken& token : tokens)
    result += line({token}) + '[' + std::to_string(token.begin) + ',' + std::to_string(token.end) + ") ";
  return result;
}

}  // namespace

std::string difference_from_reference(std::string_view text) {
  static const std::vector<Compared> all = make_compared();
  const Pieces pieces = pieces_of(text);
  for (const auto& [tokenizer, scripts] : all) {
    std::vector<KeptToken> found = tokens_of(*tokenizer, text);
    const std::vector<KeptToken> expected = reference_tokens(pieces, scripts);
    // The order of a gloss and what it reads is left open.
    std::stable_sort(found.begin(), found.end(), [](const KeptToken& a, const KeptToken& b) {
      return std::pair(a.position, a.gloss) < std::pair(b.position, b.gloss);
    });
    if (found == expected) continue;
    const auto [first, other] = std::mismatch(found.begin(), found.end(), expected.begin(), expected.end());
    constexpr std::ptrdiff_t shown = 8;
    const auto some = [&](auto begin, auto end) { return print({begin, begin + std::min(shown, end - begin)}); };
    return std::string(tokenizer->name()) + " gives   " + some(first, found.end()) + "\nreference gives " + some(other, expected.end());
  }
  return {};
}

}  // namespace jomun::testing
