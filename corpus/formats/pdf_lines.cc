// Jomun: from the words of a column to its lines.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "corpus/formats/pdf_columns.h"
#include "corpus/formats/pdf_ruby.h"
#include "corpus/layout.h"
#include "tokenizers/characters.h"

namespace jomun {
namespace {

using Words = std::vector<PlacedWord>;

// Lengths in the size of the line.
constexpr double space_of_letters = 0.1;      // poppler's own limit for the begin of a new word
constexpr double space_of_ideographs = 0.35;  // more than the line's own spacing
constexpr double space_between_scripts = 0.45;
constexpr double gap_of_cells = 1.2;
constexpr double even = 0.35;  // spacing that differs by less is even
constexpr double widest_even = 2.2;
constexpr double raised_size = 0.8, raised_by = 0.15;

char32_t first_of(std::string_view text) { return decode(text, 0).value; }
char32_t last_of(std::string_view text) { return decode_before(text, text.size()).value; }

bool is_hangul(char32_t c) { return character(c).kind == CharacterClass::hangul; }

// The ordinary form of one for vertical script, or 0.
char32_t upright_form(char32_t c) {
  constexpr char32_t first = 0xFE10, brackets = 0xFE30, corners = 0xFE41;
  static constexpr std::u32string_view marks = U"，、。：；！？〖〗…", bracket_forms = U"‥—–＿﹏（）｛｝〔〕【】《》〈〉「」『』";
  if (c >= first && c < first + marks.size()) return marks[c - first];
  if (c < brackets || c >= corners + 8) return 0;
  const std::size_t i = c - brackets;
  if (i < bracket_forms.size() && bracket_forms[i] != U'﹏') return bracket_forms[i];
  return c == U'\uFE47' ? U'［' : c == U'\uFE48' ? U'］' : 0;
}

void append(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
  } else {
    text += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  }
}

void set_upright(std::string& text) {
  if (text.find('\xEF') == std::string::npos) return;
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode(text, i);
    if (const char32_t form = upright_form(next.value); form != 0) {
      append(result, form);
    } else {
      result.append(text, i, next.bytes);
    }
    i += next.bytes;
  }
  text = std::move(result);
}

double gap_after(const Words& words, std::size_t i) { return words[i + 1].box.left - words[i].box.right; }

// What a word of one character is as far as even spacing goes.
enum class Single : std::uint8_t { none, ideograph, hangul, letter };

Single single(const PlacedWord& word) {
  const Decoded first = decode(word.text, 0);
  if (first.bytes != word.text.size()) return Single::none;
  const CharacterClass kind = character(first.value).kind;
  if (kind == CharacterClass::han || kind == CharacterClass::kana) return Single::ideograph;
  if (kind == CharacterClass::hangul) return Single::hangul;
  return kind == CharacterClass::word && (first.value < U'0' || first.value > U'9') ? Single::letter : Single::none;
}

// How wide the white in a run has to be, at least, and how many characters it needs.
bool may_be_spaced(Single kind, std::size_t count, double gap) {
  switch (kind) {
    case Single::ideograph: return count >= 2;
    // Words of one syllable with spaces between them are nothing special.
    case Single::hangul: return count >= 2 && gap >= 0.8;
    case Single::letter: return count >= 4 || (count == 3 && gap >= 0.8);
    case Single::none: break;
  }
  return false;
}

// Characters set apart evenly, with more white around them than between them, become one word.
void join_spaced(Words& words, double size) {
  Words result;
  result.reserve(words.size());
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    const Single kind = single(words[i]);
    if (kind != Single::none) {
      double least = HUGE_VAL, most = 0;
      while (end < words.size() && single(words[end]) == kind) {
        const double gap = gap_after(words, end - 1) / size;
        if (gap < space_of_letters || gap > widest_even || std::max(most, gap) - std::min(least, gap) > even) break;
        least = std::min(least, gap);
        most = std::max(most, gap);
        ++end;
      }
      const auto apart = [&](double gap) { return gap > std::max(1.3 * most, most + even) * size; };
      if (!may_be_spaced(kind, end - i, least) || (i > 0 && !apart(gap_after(words, i - 1))) ||
          (end < words.size() && !apart(gap_after(words, end - 1))))
        end = i + 1;
    }
    PlacedWord word = std::move(words[i]);
    for (std::size_t j = i + 1; j < end; ++j) {
      word.text += words[j].text;
      word.box.right = words[j].box.right;
    }
    result.push_back(std::move(word));
    i = end;
  }
  words = std::move(result);
}

// Words that stand beside each other.
struct Row {
  Words words;  // from the left
  Box core;     // of the largest one, while words are added
  double size = 0;

  void add(PlacedWord word) {
    if (word.size > size) {
      size = word.size;
      core = word.box;
    }
    words.push_back(std::move(word));
  }
  bool takes(const Box& box) const {
    const double common = std::min(core.bottom, box.bottom) - std::max(core.top, box.top);
    return common >= 0.5 * std::min(core.height(), box.height());
  }
  Box box() const {
    Box result{words.front().box.left, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    for (const PlacedWord& word : words) {
      result.top = std::min(result.top, word.box.top);
      result.right = std::max(result.right, word.box.right);
      result.bottom = std::max(result.bottom, word.box.bottom);
    }
    return result;
  }
};

std::vector<Row> rows_of(Words words) {
  std::stable_sort(words.begin(), words.end(), [](const PlacedWord& a, const PlacedWord& b) { return a.box.middle() < b.box.middle(); });
  std::vector<Row> rows;
  for (PlacedWord& word : words) {
    // A small mark may have begun a row between.
    const std::size_t last = rows.size();
    if (last > 0 && rows[last - 1].takes(word.box)) {
      rows[last - 1].add(std::move(word));
    } else if (last > 1 && rows[last - 2].takes(word.box)) {
      rows[last - 2].add(std::move(word));
    } else {
      rows.emplace_back().add(std::move(word));
    }
  }
  std::vector<Row> result;
  result.reserve(rows.size());
  for (Row& row : rows) {
    std::stable_sort(row.words.begin(), row.words.end(), [](const PlacedWord& a, const PlacedWord& b) { return a.box.left < b.box.left; });
    if (!result.empty() && take_in_ruby(result.back().words, row.words)) result.pop_back();
    row.size = usual_size(row.words);
    result.push_back(std::move(row));
  }
  for (Row& row : result) join_spaced(row.words, row.size);
  return result;
}

// The spacing between ideographs that this line is set with.
double tracking(const Words& words) {
  std::vector<double> gaps;
  std::size_t tight = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_ideographic(first_of(words[i].text))) continue;
    tight += words[i].text.size() / 3 - std::min<std::size_t>(words[i].text.size() / 3, 1);
    if (i + 1 < words.size() && is_ideographic(last_of(words[i].text)) && is_ideographic(first_of(words[i + 1].text)))
      gaps.push_back(std::max(gap_after(words, i), 0.0));
  }
  if (gaps.size() <= tight || gaps.size() < 3) return 0;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>((gaps.size() - tight) / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  return *middle;
}

bool has_space(char32_t before, char32_t after, double gap, double tracked, double size) {
  const bool both = is_ideographic(before) && is_ideographic(after);
  if (both) return gap > tracked + space_of_ideographs * size;
  if (is_ideographic(before) || is_ideographic(after)) {
    if (is_hangul(before) || is_hangul(after)) return gap > space_of_letters * 2 * size;
    return gap > tracked + space_between_scripts * size;
  }
  return gap > space_of_letters * size;
}

class LineMaker {
 public:
  explicit LineMaker(const Row& row) : size_(row.size), tracked_(tracking(row.words)) {
    line_.size = row.size;
    line_.box = row.box();
  }

  void add(const PlacedWord& word) {
    const bool apart =
        last_ != nullptr && has_space(last_of(line_.text), first_of(word.text), word.box.left - last_->box.right, tracked_, size_);
    if (apart) line_.text += ' ';
    append_word(word, apart);
  }
  void add_cell(const PlacedWord& word) {
    if (last_ != nullptr) line_.text += '\t';
    append_word(word, true);
  }
  PlacedLine finish() { return std::move(line_); }

 private:
  void append_word(const PlacedWord& word, bool apart) {
    const std::size_t begin = line_.text.size();
    measure_first_unit(word, apart);
    line_.text += word.text;
    if (word.size <= raised_size * size_ && word.box.bottom <= line_.box.bottom - raised_by * size_) {
      if (!line_.raised.empty() && line_.raised.back().end == begin) {
        line_.raised.back().end = line_.text.size();
      } else {
        line_.raised.push_back({begin, line_.text.size()});
      }
    }
    last_ = &word;
  }

  // Brackets are not parted from what they enclose, nor closing marks from what they close. Ideographs are taken to be as wide
  // as high; the rest of a word is shared by what else stands in it.
  void measure_first_unit(const PlacedWord& word, bool apart) {
    if (apart && last_ != nullptr) in_first_unit_ = false;
    if (!in_first_unit_) return;
    std::size_t ideographs = 0, others = 0;
    for (std::size_t i = 0; i < word.text.size();) {
      const Decoded next = decode(word.text, i);
      ++(is_ideographic(next.value) ? ideographs : others);
      i += next.bytes;
    }
    const double width = word.box.width(), rest = width - static_cast<double>(ideographs) * size_;
    // Of ideographs alone, or of narrow ones.
    const double equal = width / static_cast<double>(ideographs + others);
    const bool fits = others > 0 && rest > 0;
    const double of_ideograph = fits ? size_ : equal, of_other = fits ? rest / static_cast<double>(others) : equal;
    double unit = 0;
    char32_t before = last_ == nullptr ? 0 : last_of(last_->text);
    for (std::size_t i = 0; i < word.text.size();) {
      const Decoded next = decode(word.text, i);
      const bool divides =
          before != 0 && (is_ideographic(before) || is_ideographic(next.value)) && !is_opening(before) && !is_closing(next.value);
      in_first_unit_ = in_first_unit_ && !divides;
      if (in_first_unit_) unit += is_ideographic(next.value) ? of_ideograph : of_other;
      before = next.value;
      i += next.bytes;
    }
    line_.first_unit += unit;
  }

  double size_, tracked_;
  bool in_first_unit_ = true;
  PlacedLine line_;
  const PlacedWord* last_ = nullptr;
};

PlacedLine as_line(const Row& row) {
  LineMaker maker(row);
  for (const PlacedWord& word : row.words) maker.add(word);
  return maker.finish();
}

// What stands between wide gaps in a row.
struct Piece {
  std::size_t begin = 0, end = 0;  // words
  double left = 0, right = 0;
};

// A line that was stretched to the edge: another one ends there, and the white between its words is even while they are not. Words of one
// width may be the cells of a row of figures. `ends` are those of all lines, in order.
bool is_stretched(const Row& row, const std::vector<double>& ends) {
  constexpr std::size_t fewest_words = 3;
  constexpr double same = 0.05, different = 0.5;
  if (row.words.size() < fewest_words) return false;
  const double end = row.words.back().box.right, reach = same * row.size;
  if (std::upper_bound(ends.begin(), ends.end(), end + reach) - std::lower_bound(ends.begin(), ends.end(), end - reach) < 2) return false;
  double least = HUGE_VAL, most = 0, narrowest = HUGE_VAL, widest = 0;
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    narrowest = std::min(narrowest, row.words[i].box.width());
    widest = std::max(widest, row.words[i].box.width());
    if (i + 1 == row.words.size()) break;
    least = std::min(least, gap_after(row.words, i));
    most = std::max(most, gap_after(row.words, i));
  }
  return most - least < reach && widest - narrowest > different * row.size;
}

std::vector<Piece> pieces_of(const Row& row, const std::vector<double>& ends) {
  if (is_stretched(row, ends)) return {{0, row.words.size(), row.words.front().box.left, row.words.back().box.right}};
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < row.words.size(); ++i) {
    const Box& box = row.words[i].box;
    if (i == 0 || box.left - pieces.back().right > gap_of_cells * row.size) {
      pieces.push_back({i, i + 1, box.left, box.right});
    } else {
      pieces.back().end = i + 1;
      pieces.back().right = std::max(pieces.back().right, box.right);
    }
  }
  return pieces;
}

// Some gap between pieces of one row lies over one of the other.
bool share_gutter(const std::vector<Piece>& a, const std::vector<Piece>& b, double size) {
  std::size_t j = 1;
  for (std::size_t i = 1; i < a.size(); ++i)
    for (; j < b.size(); ++j) {
      if (std::min(a[i].left, b[j].left) - std::max(a[i - 1].right, b[j - 1].right) >= 0.5 * size) return true;
      if (b[j].left > a[i].left) break;
    }
  return false;
}

class TableReader {
 public:
  explicit TableReader(std::vector<Row> rows) : rows_(std::move(rows)) {}

  std::vector<PlacedLine> read() {
    std::vector<double> ends;
    for (const Row& row : rows_) ends.push_back(row.words.back().box.right);
    std::sort(ends.begin(), ends.end());
    pieces_.reserve(rows_.size());
    for (const Row& row : rows_) {
      pieces_.push_back(pieces_of(row, ends));
      boxes_.push_back(row.box());
    }
    for (std::size_t begin = 0; begin < rows_.size();) {
      const std::size_t end = table_end(begin);
      if (end == begin) {
        lines_.push_back(as_line(rows_[begin]));
        ++begin;
      } else {
        read_table(begin, end);
        begin = end;
      }
    }
    return std::move(lines_);
  }

 private:
  // The row after the table that begins with this one; itself when none does.
  std::size_t table_end(std::size_t begin) const {
    if (pieces_[begin].size() < 2) return begin;
    std::size_t last = begin, i = begin + 1;
    // Lines of one cell may stand between.
    constexpr std::size_t most_between = 3;
    for (; i < rows_.size() && i - last <= most_between + 1; ++i) {
      if (boxes_[i].top - boxes_[i - 1].bottom > 2.5 * rows_[i].size) break;
      if (pieces_[i].size() < 2) {
        if (!fits(i, last)) break;
        continue;
      }
      if (!share_gutter(pieces_[last], pieces_[i], rows_[i].size)) break;
      last = i;
    }
    return last == begin ? begin : last + 1;
  }

  // A row of one piece that lies in a cell of another row, or overlaps it.
  bool fits(std::size_t row, std::size_t other) const {
    const Piece& piece = pieces_[row].front();
    const std::vector<Piece>& cells = pieces_[other];
    std::size_t touched = 0;
    for (const Piece& cell : cells) touched += cell.left < piece.right && piece.left < cell.right ? 1 : 0;
    return touched <= 1;
  }

  void read_table(std::size_t begin, std::size_t end) {
    std::vector<double> gaps;
    for (std::size_t i = begin + 1; i < end; ++i) gaps.push_back(boxes_[i].top - boxes_[i - 1].bottom);
    std::vector<double> sorted = gaps;
    std::sort(sorted.begin(), sorted.end());
    const double usual = sorted[sorted.size() / 2];
    std::size_t first = begin;
    for (std::size_t i = begin + 1; i <= end; ++i) {
      const double size = i < end ? rows_[i].size : 0;
      if (i < end && (gaps[i - begin - 1] < -0.2 * size || gaps[i - begin - 1] < 0.5 * usual - 0.1 * size)) continue;
      read_group(first, i);
      first = i;
    }
  }

  // Lines that overlap: one row whose cells have several lines, or several rows and a cell that spans them.
  void read_group(std::size_t begin, std::size_t end) {
    if (end - begin == 1) return add_row(begin);
    std::size_t widest = 0, as_wide = 0;
    for (std::size_t i = begin; i < end; ++i) widest = std::max(widest, pieces_[i].size());
    for (std::size_t i = begin; i < end; ++i) as_wide += pieces_[i].size() == widest ? 1 : 0;
    if (as_wide == 1 || widest == 1) return add_merged(begin, end);
    // What spans several rows goes to the first one it stands beside.
    for (std::size_t i = begin; i < end;) {
      std::size_t last = i;
      while (pieces_[last].size() < widest && last + 1 < end) ++last;
      std::size_t next = last + 1;
      while (next < end && pieces_[next].size() < widest && boxes_[next].top < boxes_[last].bottom) ++next;
      add_merged(i, next);
      i = next;
    }
  }

  void add_row(std::size_t i) {
    LineMaker maker(rows_[i]);
    for (const Piece& piece : pieces_[i])
      for (std::size_t word = piece.begin; word < piece.end; ++word)
        word == piece.begin ? maker.add_cell(rows_[i].words[word]) : maker.add(rows_[i].words[word]);
    lines_.push_back(maker.finish());
    lines_.back().row = true;
  }

  // The cells are what stands over each other.
  void add_merged(std::size_t begin, std::size_t end) {
    struct Cell {
      double left, right;
      std::string text;
    };
    struct Part {
      double left, right;
      std::size_t row, piece;
    };
    std::vector<Part> parts;
    for (std::size_t i = begin; i < end; ++i)
      for (std::size_t p = 0; p < pieces_[i].size(); ++p) parts.push_back({pieces_[i][p].left, pieces_[i][p].right, i, p});
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.left < b.left; });
    PlacedLine line;
    line.box = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
    line.size = rows_[begin].size;
    line.row = true;
    for (std::size_t i = 0; i < parts.size();) {
      std::size_t last = i + 1;
      double right = parts[i].right;
      for (; last < parts.size() && parts[last].left < right; ++last) right = std::max(right, parts[last].right);
      std::stable_sort(parts.begin() + static_cast<std::ptrdiff_t>(i), parts.begin() + static_cast<std::ptrdiff_t>(last),
                       [](const Part& a, const Part& b) { return a.row < b.row; });
      if (i > 0) line.text += '\t';
      const std::size_t cell = line.text.size();
      for (; i < last; ++i) {
        const Piece& piece = pieces_[parts[i].row][parts[i].piece];
        LineMaker maker(rows_[parts[i].row]);
        for (std::size_t word = piece.begin; word < piece.end; ++word) maker.add(rows_[parts[i].row].words[word]);
        const std::string text = maker.finish().text;
        if (line.text.size() > cell && needs_space(last_of(line.text), first_of(text))) line.text += ' ';
        line.text += text;
      }
    }
    for (std::size_t i = begin; i < end; ++i) {
      line.box = {std::min(line.box.left, boxes_[i].left), std::min(line.box.top, boxes_[i].top), std::max(line.box.right, boxes_[i].right),
                  std::max(line.box.bottom, boxes_[i].bottom)};
    }
    lines_.push_back(std::move(line));
  }

  std::vector<Row> rows_;
  std::vector<std::vector<Piece>> pieces_;
  std::vector<Box> boxes_;
  std::vector<PlacedLine> lines_;
};

}  // namespace

std::vector<PlacedLine> read_column(std::vector<PlacedWord> words) {
  for (PlacedWord& word : words)
    if (word.turn == 1) set_upright(word.text);
  return TableReader(rows_of(std::move(words))).read();
}

}  // namespace jomun
