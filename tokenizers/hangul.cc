// Jomun: the parts of a Hangul syllable, and the endings of a Korean word.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokenizers/hangul.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tokenizers/korean_endings.h"

namespace jomun {
namespace {

constexpr char32_t first_syllable = 0xAC00, last_syllable = 0xD7A3;
constexpr std::size_t syllable_count = last_syllable - first_syllable + 1;

// What a syllable ends with, one bit each; an ending has the bits of those it may follow, which is faster than to ask which it is.
enum Final : std::uint8_t { open = 1, open_eu = 2, rieul = 4, other_consonant = 8 };
constexpr std::uint8_t final_of(char32_t syllable) {
  const int final = final_consonant(syllable);
  if (final == 0) return syllable == U'으' ? open_eu : open;
  return final == 8 ? rieul : other_consonant;
}
constexpr std::uint8_t finals_before(After after) {
  switch (after) {
    case After::anything: break;
    case After::consonant: return rieul | other_consonant;
    case After::vowel: return open | open_eu;
    case After::consonant_but_rieul: return other_consonant;
    case After::vowel_or_rieul: return open | rieul;  // of 으로 all goes or nothing
  }
  return open | open_eu | rieul | other_consonant;
}

// Texts as a tree that is read from the last syllable of a word backwards. Most words are done after a look at that syllable alone.
class EndingTree {
 public:
  struct Node {
    std::uint64_t marks = 0;  // of the children's syllables: most words are done after a look at them
    std::uint16_t first_child = 0, children = 0;
    EndingKind kind = EndingKind::none;
    std::uint8_t finals_before = 0;
    std::uint8_t removed = 0;
  };

  // REQUIRES: no text twice; fewer than 256 last syllables and 65,536 nodes.
  explicit EndingTree(std::vector<Ending> endings) {
    struct Range {  // of sorted texts that have their last `depth` syllables in common
      std::size_t node, begin, end, depth;
    };
    for (Ending& ending : endings) std::reverse(ending.text.begin(), ending.text.end());
    std::sort(endings.begin(), endings.end(), [](const Ending& a, const Ending& b) { return a.text < b.text; });
    add_node(0);
    std::vector<Range> waiting = {{0, 0, endings.size(), 0}};
    for (std::size_t i = 0; i < waiting.size(); ++i) {  // breadth first, so that the children of a node are neighbours
      Range range = waiting[i];
      if (const Ending& shortest = endings[range.begin]; shortest.text.size() == range.depth) {
        nodes_[range.node] = {0, 0, 0, shortest.kind, finals_before(shortest.after), shortest.removed};
        ++range.begin;
      }
      nodes_[range.node].first_child = static_cast<std::uint16_t>(nodes_.size());
      while (range.begin < range.end) {
        const char32_t syllable = endings[range.begin].text[range.depth];
        std::size_t end = range.begin;
        while (end < range.end && endings[end].text[range.depth] == syllable) ++end;
        waiting.push_back({nodes_.size(), range.begin, end, range.depth + 1});
        if (range.depth == 0) by_last_[syllable - first_syllable] = static_cast<std::uint8_t>(nodes_.size());
        add_node(syllable);
        ++nodes_[range.node].children;
        nodes_[range.node].marks |= mark(syllable);
        range.begin = end;
      }
    }
  }

  // Calls visit(node, left) for every text that `word` ends with, the shortest first; `left`: syllables before it. REQUIRES: not empty.
  template <typename Visit>
  void visit_endings(std::u32string_view word, const Visit& visit) const {
    std::size_t node = by_last_[word.back() - first_syllable];
    for (std::size_t left = word.size() - 1; node != 0; --left) {
      if (nodes_[node].kind != EndingKind::none) visit(nodes_[node], left);
      if (left == 0) return;
      node = child(nodes_[node], word[left - 1]);
    }
  }

 private:
  void add_node(char32_t syllable) {
    nodes_.emplace_back();
    syllables_.push_back(static_cast<char16_t>(syllable));
  }
  static std::uint64_t mark(char32_t syllable) { return std::uint64_t{1} << (syllable & 63); }
  std::size_t child(const Node& node, char32_t syllable) const {
    if ((node.marks & mark(syllable)) == 0) return 0;
    for (std::size_t i = node.first_child, end = i + node.children; i < end; ++i)
      if (syllables_[i] == syllable) return i;
    return 0;
  }

  std::array<std::uint8_t, syllable_count> by_last_{};  // the node of a last syllable; 0: no ending has it
  std::vector<Node> nodes_;                             // the root is 0
  std::vector<char16_t> syllables_;                     // that lead to them
};

// What one ending leaves of a word.
struct Cut {
  enum class Then : std::uint8_t {
    done,    // nothing more comes off, or nothing has: 부득이한 has the noun 부득이
    go_on,   // a particle went, another may stand before it
    refuse,  // the word has an ending of which all goes or nothing, so not even a shorter one: 정하는, 때에는
  };
  std::size_t removed = 0;  // syllables
  Then then = Then::done;
};

class Endings {
 public:
  // What the longest ending that fits takes off `word`. REQUIRES: not empty.
  Cut cut(std::u32string_view word, bool particle_removed) const {
    Cut cut;
    endings_.visit_endings(word, [&](const EndingTree::Node& ending, std::size_t left) {
      if (ending.kind == EndingKind::noun) {
        cut = {ending.removed, Cut::Then::done};
      } else if (ending.kind == EndingKind::particle ? left > 0 && (final_of(word[left - 1]) & ending.finals_before) != 0
                                                     : ending.kind == EndingKind::verb || !particle_removed) {
        if (left >= kept_syllables)
          cut = {ending.removed, ending.kind == EndingKind::particle ? Cut::Then::go_on : Cut::Then::done};
        else if (ending.removed > 1)
          cut = {0, Cut::Then::refuse};
      }
    });
    if (cut.removed > 0 && cut.then == Cut::Then::done)
      non_nouns_.visit_endings(word.substr(0, word.size() - cut.removed), [&](const auto&, std::size_t) { cut = {0, Cut::Then::refuse}; });
    return cut;
  }

 private:
  static std::vector<Ending> non_nouns() {
    std::vector<Ending> result;
    for (const std::u32string_view text : korean_non_nouns())
      result.push_back({std::u32string(text), EndingKind::noun, After::anything, 0});
    return result;
  }

  EndingTree endings_{korean_endings()}, non_nouns_{non_nouns()};
};

const Endings& endings() {
  static const Endings instance;
  return instance;
}

}  // namespace

Decoded decode_syllable(std::string_view utf8, std::size_t offset) {
  Decoded syllable = decode(utf8, offset);
  const auto next = [&] {
    const std::size_t end = offset + syllable.bytes;
    return end < utf8.size() ? decode(utf8, end) : Decoded{};
  };
  if (const int leading = leading_jamo(syllable.value); leading >= 0) {
    const Decoded vowel = next();
    if (vowel_jamo(vowel.value) < 0) return syllable;
    syllable = {compose_syllable(leading, vowel_jamo(vowel.value)), syllable.bytes + vowel.bytes};
  }
  if (!is_syllable(syllable.value) || final_consonant(syllable.value) != 0) return syllable;
  const Decoded final = next();
  if (const int number = final_jamo(final.value); number > 0)
    syllable = {syllable.value + static_cast<char32_t>(number), syllable.bytes + final.bytes};
  return syllable;
}

Decoded decode_syllable_before(std::string_view utf8, std::size_t offset) {
  const Decoded last = decode_before(utf8, offset);
  if (final_jamo(last.value) < 0 && vowel_jamo(last.value) < 0) return last;
  // A syllable begins one or two characters before; the longest that ends here is it.
  std::size_t begin = offset - last.bytes;
  Decoded found = last;
  for (int i = 0; i < 2 && begin > 0; ++i) {
    const Decoded before = decode_before(utf8, begin);
    begin -= before.bytes;
    const Decoded syllable = decode_syllable(utf8, begin);
    if (begin + syllable.bytes == offset && is_syllable(syllable.value)) found = syllable;
  }
  return found;
}

std::size_t ending_length(std::span<const char32_t> word) {
  if (word.size() <= kept_syllables) return 0;
  constexpr int rounds = 3;  // 국가 들 에게 는
  std::u32string_view rest(word.data(), word.size());
  const Endings& known = endings();
  for (int round = 0; round < rounds; ++round) {
    const Cut cut = known.cut(rest, round > 0);
    if (cut.then == Cut::Then::refuse) return 0;
    rest.remove_suffix(cut.removed);
    if (cut.then == Cut::Then::done) break;
  }
  return word.size() - rest.size();
}

}  // namespace jomun
