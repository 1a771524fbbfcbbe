// Jomun: whether a clause obliges, forbids, permits or recommends, told by the words it is said with.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/modality.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "corpus/composition.h"
#include "corpus/modality_rules.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

// What white space becomes: one space between words of English and Korean, nothing in the other languages.
enum class Spaces { kept, dropped };

bool is_letter(char32_t c) {
  const CharacterClass kind = character(c).kind;
  return kind == CharacterClass::word || is_cjk(kind);
}

// Appends `text` with every character folded. A capitalised "May" is the month and "Should" begins a condition: their first letter stays
// capital, so that no rule fits.
void fold_into(std::u32string& out, std::string_view text, Spaces spaces) {
  const std::size_t begin = out.size();
  out.resize(begin + text.size());
  char32_t* end = out.data() + begin;
  for (std::size_t offset = 0; offset < text.size();) {
    const Decoded next = decode(text, offset);
    const Character found = character(next.value);
    if (found.kind == CharacterClass::space) {
      if (spaces == Spaces::kept && end != out.data() && end[-1] != U' ') *end++ = U' ';
    } else if (found.kind != CharacterClass::ignorable && found.kind != CharacterClass::mark) {
      const bool keep = (next.value == U'M' && text.substr(offset).starts_with("May")) ||
                        (next.value == U'S' && text.substr(offset).starts_with("Should"));
      *end++ = found.folded == 0 || keep ? next.value : found.folded;
    }
    offset += next.bytes;
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
}

// The part of an English sentence that goes on at `at`, as far as it stands before that: what is behind the last punctuation mark.
std::u32string_view part_before(std::u32string_view text, std::size_t at) {
  constexpr std::size_t farthest = 160;  // characters; bounds the time
  const std::size_t earliest = at > farthest ? at - farthest : 0;
  std::size_t begin = at;
  constexpr std::u32string_view ends = U".;:,()";
  while (begin > earliest && ends.find(text[begin - 1]) == ends.npos) --begin;
  while (begin < at && text[begin] == U' ') ++begin;
  return text.substr(begin, at - begin);
}

// Whether it denies what follows: "No one may", "Neither party shall".
bool denies(std::u32string_view part) {
  for (const std::u32string_view beginning : {U"no later ", U"no less ", U"no more ", U"no fewer "})
    if (part.starts_with(beginning)) return false;
  for (const std::u32string_view beginning : {U"no ", U"none ", U"neither ", U"nor ", U"nobody ", U"nothing ", U"under no circumstances "})
    if (part.starts_with(beginning)) return true;
  return false;
}

template <std::size_t n>
bool has_word(std::u32string_view part, const std::u32string_view (&words)[n]) {
  for (const std::u32string_view word : words)
    for (std::size_t at = part.find(word); at != part.npos; at = part.find(word, at + 1))
      if ((at == 0 || !is_letter(part[at - 1])) && at + word.size() < part.size() && !is_letter(part[at + word.size()])) return true;
  return false;
}

constexpr std::u32string_view conditions[] = {U"if", U"when", U"where", U"case", U"event", U"unless", U"once", U"until"};

class RuleTable {
 public:
  RuleTable(std::initializer_list<std::span<const ModalityRule>> lists, Spaces spaces) : spaces_(spaces) {
    for (const std::span<const ModalityRule> list : lists)
      for (const ModalityRule& rule : list) {
        std::string before;
        add_alternatives(before, rule.words, rule);
        only_words_ &= rule.guard == Guard::word || rule.guard == Guard::assertion;
      }
    // The longest first, so that the first that fits is the one that counts; of the same words that of the earlier list.
    std::stable_sort(rows_.begin(), rows_.end(), [](const Row& one, const Row& other) {
      const std::size_t b1 = bucket(one.words.front()), b2 = bucket(other.words.front());
      return b1 != b2 ? b1 < b2 : one.words.size() > other.words.size();
    });
    buckets_.fill(none);
    for (std::size_t i = rows_.size(); i-- > 0;) buckets_[bucket(rows_[i].words.front())] = static_cast<std::uint16_t>(i);
  }

  Spaces spaces() const { return spaces_; }

  struct Row {
    std::u32string words;
    Modalities modalities;
    Guard guard;
  };
  // The row that fits at `at`, or null.
  const Row* find(std::u32string_view text, std::size_t at) const {
    const std::size_t own = bucket(text[at]);
    if (buckets_[own] == none || (only_words_ && at > 0 && is_letter(text[at - 1]))) return nullptr;
    for (std::size_t i = buckets_[own]; i < rows_.size() && bucket(rows_[i].words.front()) == own; ++i) {
      const Row& row = rows_[i];
      if (row.words.front() == text[at] && text.substr(at, row.words.size()) == row.words &&
          fits(row.guard, text, at, at + row.words.size()))
        return &row;
    }
    return nullptr;
  }

 private:
  static std::size_t bucket(char32_t c) { return c & 0x3FF; }

  // Rows for `words` behind `before`: one for each choice of alternatives and spaces.
  void add_alternatives(std::string& before, std::string_view words, const ModalityRule& rule) {
    const std::size_t special = words.find_first_of("{_");
    const std::size_t kept = before.size();
    before += words.substr(0, special);
    if (special == std::string_view::npos) {
      Row row{{}, rule.modalities, rule.guard};
      fold_into(row.words, before, spaces_);
      rows_.push_back(std::move(row));
    } else if (words[special] == '_') {
      add_alternatives(before, words.substr(special + 1), rule);
      before += ' ';
      add_alternatives(before, words.substr(special + 1), rule);
      before.pop_back();
    } else {
      const std::size_t close = words.find('}', special);
      std::string_view choices = words.substr(special + 1, close - special - 1);
      while (true) {
        const std::string_view choice = choices.substr(0, choices.find('|'));
        // A choice may have spaces that may be missing, too.
        std::string rest = std::string(choice).append(words.substr(close + 1));
        add_alternatives(before, rest, rule);
        if (choice.size() == choices.size()) break;
        choices.remove_prefix(choice.size() + 1);
      }
    }
    before.resize(kept);
  }

  static bool is_word(std::u32string_view text, std::size_t begin, std::size_t end) {
    return (begin == 0 || !is_letter(text[begin - 1])) && (end == text.size() || !is_letter(text[end]));
  }

  static bool fits(Guard guard, std::u32string_view text, std::size_t begin, std::size_t end) {
    switch (guard) {
      case Guard::none: return true;
      case Guard::word: return is_word(text, begin, end);
      case Guard::assertion: return is_word(text, begin, end) && !has_word(part_before(text, begin), conditions);
      case Guard::open_verb: {
        if (begin > 0 && text[begin - 1] == U' ') --begin;
        constexpr char32_t first = U'가', last = U'힣', finals = 28, rieul = 8;
        return begin > 0 && text[begin - 1] >= first && text[begin - 1] <= last && (text[begin - 1] - first) % finals == rieul;
      }
      case Guard::ends: return end == text.size() || !is_letter(text[end]);
      case Guard::pause: {
        static const std::u32string adverbs = [] {
          std::u32string folded;
          fold_into(folded, "亦均即也仍皆并尚", Spaces::dropped);
          return folded;
        }();
        return begin == 0 || !is_letter(text[begin - 1]) || adverbs.find(text[begin - 1]) != adverbs.npos;
      }
    }
    return false;
  }

  static constexpr std::uint16_t none = 0xFFFF;
  std::vector<Row> rows_;                       // by bucket() of their first character, each the longest first
  std::array<std::uint16_t, 0x400> buckets_{};  // the first row of each
  bool only_words_ = true;                      // every rule begins where a word does
  Spaces spaces_;
};

const RuleTable* table_of(std::string_view language) {
  static const RuleTable simplified({chinese_modality_rules()}, Spaces::dropped);
  static const RuleTable traditional({traditional_modality_rules(), chinese_modality_rules()}, Spaces::dropped);
  static const RuleTable korean({korean_modality_rules()}, Spaces::kept);
  static const RuleTable japanese({japanese_modality_rules()}, Spaces::dropped);
  static const RuleTable english({english_modality_rules()}, Spaces::kept);
  const auto is = [&](std::string_view tag) { return language == tag || (language.starts_with(tag) && language[tag.size()] == '-'); };
  if (is("zh-Hans") || language == "zh-CN" || language == "zh-SG") return &simplified;
  if (is("zh")) return &traditional;
  if (is("ko")) return &korean;
  if (is("ja")) return &japanese;
  if (is("en")) return &english;
  return nullptr;
}

}  // namespace

bool is_modality(std::string_view name) {
  return std::find(std::begin(modality_names), std::end(modality_names), name) != std::end(modality_names);
}

std::string all_modality_names() {
  std::string result;
  for (const std::string_view name : modality_names) {
    if (!result.empty()) result += name == *std::rbegin(modality_names) ? " or " : ", ";
    result += name;
  }
  return result;
}

std::vector<std::string> Modalities::names() const {
  std::vector<std::string> result;
  for (unsigned i = 0; i < std::size(modality_names); ++i)
    if (contains(static_cast<Modality>(i))) result.emplace_back(modality_names[i]);
  return result;
}

Modalities find_modalities(std::string_view text, std::string_view language) {
  const RuleTable* table = table_of(language);
  if (table == nullptr) return {};
  std::u32string folded;
  if (may_be_decomposed(text) && find_ill_formed(text) == std::string_view::npos)
    fold_into(folded, compose(text).text(), table->spaces());
  else
    fold_into(folded, text, table->spaces());
  Modalities result;
  for (std::size_t at = 0; at < folded.size();) {
    const RuleTable::Row* row = table->find(folded, at);
    if (row == nullptr) {
      ++at;
      continue;
    }
    const bool can_be_denied = row->guard == Guard::word && (row->modalities == Modality::must || row->modalities == Modality::may);
    const bool denied = can_be_denied && denies(part_before(folded, at));
    result = result | (denied ? Modality::must_not : row->modalities);
    at += row->words.size();
  }
  return result;
}

}  // namespace jomun
