// Jomun: what is printed on every page but is no part of the text: running heads and feet, page numbers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_furniture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>

#include "corpus/labels.h"
#include "corpus/layout.h"
#include "corpus/numerals.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

constexpr std::size_t sure_pages = 3;                  // fewer need more evidence
constexpr std::size_t most_levels = 3;                 // heads may have several lines
constexpr std::size_t longest_number = 8;              // bytes of one that stands alone
constexpr std::size_t longest_bytes = 300;             // of a line
constexpr double same_height = 0.6, near_height = 2;   // in the size of the line
constexpr double clear_gap = 0.8, clear_inside = 1.5;  // behind the line, behind one of the next

// A line at the edge of a page.
struct Candidate {
  std::size_t page = 0, line = 0;
  double offset = 0;  // from the edge
  double size = 0;
  bool alone = false;  // no line is nearer to the middle
  bool apart = false;  // white parts it, or the lines next to it, from what is nearer to the middle
  std::vector<std::uint32_t> numbers;
};

// The value of a Roman numeral in Latin letters at `offset`, where nothing but its end may follow; 0 if it is none.
std::uint32_t read_roman(std::string_view text, std::size_t offset, std::size_t& end) {
  constexpr std::string_view letters = "ivxlcdm";
  constexpr std::array<std::uint32_t, 7> values{1, 5, 10, 50, 100, 500, 1000};
  std::uint32_t value = 0, last = 0;
  end = offset;
  for (; end < text.size() && end - offset < 12; ++end) {
    const std::size_t letter = letters.find(static_cast<char>(text[end] | 0x20));
    if (letter == std::string_view::npos) break;
    value += values[letter];
    if (last < values[letter]) value -= 2 * last;
    last = values[letter];
  }
  const bool bounded = end == text.size() || character(decode(text, end).value).kind != CharacterClass::word;
  return bounded && end > offset ? value : 0;
}

// The text with its numbers as line ends, without white space. What is a numeral and nothing else, as on page xii, is one of any script.
std::string key_of(std::string_view text, std::vector<std::uint32_t>& numbers) {
  std::string key;
  constexpr std::size_t most_numbers = 8;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    const bool digit = (next.value >= U'0' && next.value <= U'9') || (next.value >= U'０' && next.value <= U'９');
    const bool inside_word = i > 0 && character(decode_before(text, i).value).kind == CharacterClass::word;
    if (digit || (!inside_word && character(next.value).kind != CharacterClass::separator)) {
      const auto numeral = read_numeral(text, i);
      const bool ends =
          numeral && (numeral->end == text.size() || character(decode(text, numeral->end).value).kind != CharacterClass::word);
      if (numeral && numeral->end > i && (digit || ends) && numbers.size() < most_numbers) {
        key += '\n';  // which stands for nothing else: white space is left out
        numbers.push_back(numeral->value);
        i = numeral->end;
        continue;
      }
      std::size_t end = 0;
      if (const std::uint32_t value = read_roman(text, i, end); value > 0 && numbers.size() < most_numbers) {
        key += '\n';
        numbers.push_back(value);
        i = end;
        continue;
      }
    }
    if (!is_blank(next.value)) key.append(text, i, next.bytes);
    i += next.bytes;
  }
  return key;
}

class Remover {
 public:
  explicit Remover(std::vector<LaidOutPage>& pages) : pages_(pages), fewest_pages_(std::min(pages.size(), sure_pages)) {
    for (const LaidOutPage& page : pages) removed_.emplace_back(page.lines.size(), false);
  }

  void run() {
    for (const bool top : {true, false})
      for (std::size_t level = 0; level < most_levels; ++level)
        if (!peel(top)) break;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      std::vector<PlacedLine>& lines = pages_[i].lines;
      std::size_t kept = 0;
      for (std::size_t j = 0; j < lines.size(); ++j) {
        if (removed_[i][j]) continue;
        if (kept != j) lines[kept] = std::move(lines[j]);
        ++kept;
      }
      lines.resize(kept);
    }
  }

 private:
  // The direction of writing, the size in halves of a point, the text without numbers.
  using Key = std::tuple<int, long, std::string>;

  // Where lines with the numbers of pages stand, and the number of the first page.
  struct Numbering {
    int turn;
    double offset, size;
    std::int64_t first;
  };

  bool peel(bool top) {
    at_top_ = top;
    std::map<Key, std::vector<Candidate>> found;
    for (std::size_t page = 0; page < pages_.size(); ++page)
      for (int turn = 0; turn < 4; ++turn) collect(page, turn, top, found);
    bool any = false;
    std::vector<Numbering> numberings;
    for (const auto& [key, candidates] : found) any = judge(candidates, std::get<0>(key), numberings) || any;
    for (const auto& [key, candidates] : found)
      for (const Candidate& candidate : candidates)
        if (candidate.apart && has_number(candidate, std::get<0>(key), numberings)) removed_[candidate.page][candidate.line] = true;
    return any;
  }

  // A line with the number of its page, where other pages have theirs: the rest may be the name of a short chapter.
  static bool has_number(const Candidate& candidate, int turn, const std::vector<Numbering>& numberings) {
    return std::any_of(numberings.begin(), numberings.end(), [&](const Numbering& numbering) {
      const std::int64_t number = numbering.first + static_cast<std::int64_t>(candidate.page);
      return numbering.turn == turn && std::abs(numbering.offset - candidate.offset) <= same_height * candidate.size &&
             std::abs(numbering.size - candidate.size) < candidate.size / 10 &&
             std::count(candidate.numbers.begin(), candidate.numbers.end(), static_cast<std::uint32_t>(number)) > 0;
    });
  }

  // The lines at the edge of a page, as seen in this direction of writing.
  void collect(std::size_t page, int turn, bool top, std::map<Key, std::vector<Candidate>>& found) const {
    const LaidOutPage& laid_out = pages_[page];
    const double extent = turn % 2 == 0 ? laid_out.height : laid_out.width;
    const auto offset = [&](const PlacedLine& line) { return top ? line.box.top : extent - line.box.bottom; };
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < laid_out.lines.size(); ++i)
      if (laid_out.lines[i].turn == turn && !removed_[page][i]) order.push_back(i);
    if (order.empty()) return;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return offset(laid_out.lines[a]) < offset(laid_out.lines[b]); });
    const double edge = offset(laid_out.lines[order[0]]) + same_height * laid_out.lines[order[0]].size;
    std::size_t end = 0;
    while (end < order.size() && offset(laid_out.lines[order[end]]) <= edge) ++end;
    const bool alone = end == order.size(), apart = !alone && is_apart(laid_out, order, offset, end);
    for (std::size_t i = 0; i < end; ++i) {
      const PlacedLine& line = laid_out.lines[order[i]];
      if (line.text.size() > longest_bytes) continue;
      Candidate candidate{page, order[i], offset(line), line.size, alone, apart, {}};
      std::string key = key_of(line.text, candidate.numbers);
      // Nothing is on a page of a scanned file but its number.
      if (alone && !candidate.numbers.empty() && line.text.size() <= longest_number) candidate.apart = true;
      found[{turn, std::lround(2 * line.size), std::move(key)}].push_back(std::move(candidate));
    }
  }

  // White stands behind the first `end` lines, or behind one of the lines that may belong to the same head.
  // On two pages none of those count.
  template <typename Offset>
  bool is_apart(const LaidOutPage& page, const std::vector<std::size_t>& order, const Offset& offset, std::size_t end) const {
    const std::size_t most = pages_.size() < sure_pages ? 1 : most_levels;
    double reach = 0;
    for (std::size_t i = 0, levels = 0; i < order.size(); ++i) {
      const PlacedLine& line = page.lines[order[i]];
      if (i >= end && offset(line) >= reach) {
        if (offset(line) - reach >= (levels == 0 ? clear_gap : clear_inside) * page.lines[order[i - 1]].size) return true;
        if (++levels == most) return false;
      }
      reach = std::max(reach, offset(line) + line.box.height());
    }
    return false;
  }

  // Whether some of these, which have one text but for numbers, are furniture; then they are removed. The numbers of pages may begin
  // anew, in the parts of a book.
  bool judge(std::vector<Candidate> candidates, int turn, std::vector<Numbering>& numberings) {
    constexpr std::size_t most_series = 8;
    bool any = false;
    for (std::size_t series = 0; series < most_series && candidates.size() >= fewest_pages_; ++series) {
      auto end = candidates.end();
      for (std::size_t number = 0; number < candidates.front().numbers.size(); ++number) end = counting(candidates.begin(), end, number);
      any = judge_series({candidates.begin(), end}, turn, numberings) || any;
      candidates.erase(candidates.begin(), end);
    }
    return any;
  }

  using Iterator = std::vector<Candidate>::iterator;

  // Puts the candidates first in which this number is the one most of them have, or counts up as in most of them; where they end.
  static Iterator counting(Iterator begin, Iterator end, std::size_t number) {
    const auto value = [number](const Candidate& candidate, bool counts) {
      return static_cast<std::int64_t>(candidate.numbers[number]) - (counts ? static_cast<std::int64_t>(candidate.page) : 0);
    };
    std::size_t most = 0;
    std::int64_t best = 0;
    bool best_counts = false;
    for (const bool counts : {true, false}) {
      std::map<std::int64_t, std::size_t> times;
      for (auto candidate = begin; candidate != end; ++candidate) {
        const std::int64_t here = value(*candidate, counts);
        if (++times[here] <= most) continue;
        most = times[here];
        best = here;
        best_counts = counts;
      }
    }
    return std::stable_partition(begin, end, [&](const Candidate& candidate) { return value(candidate, best_counts) == best; });
  }

  // The same for candidates whose numbers agree. Furniture has one height on several pages; then it may be a little higher or lower on
  // others, such as the first, if it stands apart there.
  bool judge_series(std::vector<Candidate> series, int turn, std::vector<Numbering>& numberings) {
    std::sort(series.begin(), series.end(), [](const Candidate& a, const Candidate& b) { return a.offset < b.offset; });
    bool any = false;
    for (std::size_t begin = 0, end = 0; begin < series.size(); begin = end) {
      const Candidate& first = series[begin];
      while (end < series.size() && series[end].offset - first.offset <= same_height * first.size) ++end;
      if (!is_furniture(series, begin, end)) continue;
      any = true;
      const bool counts = first.numbers != series[end - 1].numbers;
      for (std::size_t i = begin; i < end; ++i)
        if (counts || !is_kept_of_two(series[i])) removed_[series[i].page][series[i].line] = true;
      const auto is_near = [&](const Candidate& other) { return std::abs(first.offset - other.offset) < near_height * first.size; };
      const auto take = [&](const Candidate& other) {
        if (other.apart || other.alone) removed_[other.page][other.line] = true;
      };
      for (std::size_t i = begin; i > 0 && is_near(series[i - 1]); --i) take(series[i - 1]);
      for (std::size_t i = end; i < series.size() && is_near(series[i]); ++i) take(series[i]);
      constexpr std::size_t most_numberings = 64;
      for (std::size_t number = 0; number < first.numbers.size() && numberings.size() < most_numberings; ++number)
        if (series[begin].numbers[number] != series[end - 1].numbers[number])
          numberings.push_back(
              {turn, first.offset, first.size, static_cast<std::int64_t>(first.numbers[number]) - static_cast<std::int64_t>(first.page)});
    }
    return any;
  }

  // REQUIRES: they are at one height.
  bool is_furniture(const std::vector<Candidate>& candidates, std::size_t begin, std::size_t end) const {
    std::vector<std::size_t> on;
    std::size_t apart = 0;
    for (std::size_t i = begin; i < end; ++i) {
      on.push_back(candidates[i].page);
      apart += candidates[i].apart ? 1 : 0;
    }
    std::sort(on.begin(), on.end());
    const auto pages = static_cast<std::size_t>(std::unique(on.begin(), on.end()) - on.begin());
    return pages >= fewest_pages_ && (pages < sure_pages ? is_sure(candidates, begin, end) : apart * 2 >= end - begin);
  }

  // On two pages: not a title or label that comes again by chance.
  bool is_sure(const std::vector<Candidate>& candidates, std::size_t begin, std::size_t end) const {
    return end - begin == 2 && std::all_of(candidates.begin() + static_cast<std::ptrdiff_t>(begin),
                                           candidates.begin() + static_cast<std::ptrdiff_t>(end), [&](const Candidate& candidate) {
                                             const auto label = read_label(pages_[candidate.page].lines[candidate.line].text);
                                             return candidate.apart && (!label || label->kind == LabelKind::dash);  // - 1 -
                                           });
  }

  // What two pages have the same might be a title, so it stays where it stands outside of the text.
  bool is_kept_of_two(const Candidate& candidate) const { return pages_.size() < sure_pages && candidate.page == (at_top_ ? 0U : 1U); }

  std::vector<LaidOutPage>& pages_;
  std::size_t fewest_pages_;
  std::vector<std::vector<bool>> removed_;
  bool at_top_ = true;  // of pages
};

}  // namespace

void remove_furniture(std::vector<LaidOutPage>& pages) {
  if (pages.size() > 1) Remover(pages).run();
}

}  // namespace jomun
