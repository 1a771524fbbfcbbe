// Jomun: the body of a scraped web page.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/page.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "corpus/dates.h"
#include "corpus/labels.h"
#include "corpus/layout.h"
#include "tokenizers/characters.h"
#include "tokenizers/terminal_text.h"

namespace jomun {
namespace {

// A line of at least this many bytes and runs is looked into; paragraphs of ordinary text are shorter or have no inner spaces.
constexpr std::size_t long_line = 3000;
constexpr std::size_t many_runs = 24;

// Around the body: so many runs, and among them so many link marks, are a web page.
constexpr std::size_t least_furniture = 40;
constexpr std::size_t least_marks = 8;

// A run of so many letters is rarely the name of a menu entry.
constexpr std::int32_t text_like = 15;

// A stretch of text between white space, where the white space has an ideograph or a symbol on either side; or a whole short line.
struct Run {
  Line line;
  std::int32_t score = 0;
  std::int32_t letters = 0;
  bool mark = false;      // a bullet, a breadcrumb or the id of a link
  bool link_id = false;   // the latter: [W020220113]
  bool sentence = false;  // a sentence ends in it
};

bool is_one_of(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// [W020220113], [logo_20210]: letters and digits or underscores in square brackets, as text browsers print pictures without a name.
bool is_link_id(std::string_view run) {
  if (run.size() < 6 || run[0] != '[') return false;
  bool letter = false;
  bool digit = false;
  std::size_t i = 1;
  for (; i < run.size() && run[i] != ']'; ++i) {
    const char c = run[i];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      letter = true;
    } else if ((c >= '0' && c <= '9') || c == '_') {
      digit = true;
    } else if (c != '-' && c != '.') {
      return false;
    }
  }
  return i < run.size() && letter && digit;
}

bool is_mark(std::string_view run) {
  static constexpr std::array<std::string_view, 17> marks = {"•", "·", "|", "｜", ">", "»", "›",  "＞", "▪",
                                                             "●", "■", "◆", "○",  "[", "]", "[]", "/"};
  return std::find(marks.begin(), marks.end(), run) != marks.end();
}

Run weigh(std::string_view text, Line line) {
  Run run{line};
  const std::string_view content = line.in(text);
  run.link_id = is_link_id(content);
  run.mark = run.link_id || is_mark(content);
  std::int32_t& letters = run.letters;
  bool punctuated = false;
  for (std::size_t i = 0; i < content.size();) {
    const Decoded next = decode(content, i);
    i += next.bytes;
    if (next.value >= 0x80 || (next.value >= U'A' && next.value != U'[')) letters = std::min(letters + 1, 10'000);
    if (next.value >= 0x3040 && next.value < 0xFF00) continue;  // Han, Hangul, kana: no punctuation
    punctuated = punctuated || is_one_of(next.value, U"，,。;；！？!?");
    run.sentence = run.sentence || is_one_of(next.value, U"。！？");
  }
  if (run.mark) {
    run.score = -20;
  } else if (punctuated && letters >= 6) {
    run.score = letters;
  } else if (letters >= text_like) {
    run.score = letters >= 2 * text_like ? letters / 2 : 0;
  } else {
    run.score = -12;
  }
  return run;
}

bool separates_runs(char32_t c) { return is_ideographic(c) || is_one_of(c, U"•·|>»›▪●■◆○[]——“”"); }

// The runs of one long line. White space between two Latin words or two Hangul words separates nothing.
void split_runs(std::string_view text, const Line& line, std::vector<Run>& runs) {
  const std::string_view content = line.in(text);
  std::size_t begin = 0;
  Break before = line.before;
  for (std::size_t i = content.find(' '); i != std::string_view::npos; i = content.find(' ', i)) {
    const std::size_t next = skip_blanks(content, i);
    if (separates_runs(decode_before(content, i).value) || separates_runs(decode(content, next).value)) {
      runs.push_back(
          weigh(text, {line.begin + begin, line.begin + i, before, begin == 0 && line.indented, begin == 0 && line.ideographic}));
      before = Break::space;
      begin = next;
    }
    i = next;
  }
  runs.push_back(weigh(text, {line.begin + begin, line.end, before, begin == 0 && line.indented, begin == 0 && line.ideographic}));
}

struct Stretch {
  std::size_t begin;
  std::size_t end;
};

// The stretch of runs with the greatest sum of scores (Kadane), then stretched to labelled runs at its edges: 第一章 before 第一条.
Stretch densest(std::string_view text, const std::vector<Run>& runs) {
  Stretch best{0, 0};
  std::int64_t best_sum = 0;
  std::int64_t sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += runs[i].score;
    if (sum > best_sum) {
      best_sum = sum;
      best = {begin, i + 1};
    }
  }
  const auto is_labelled = [&](std::size_t i) {
    const auto label = read_label(runs[i].line.in(text));
    return label && label->kind != LabelKind::dash && !label->doubtful;
  };
  // A label may be up to two runs before the edge: 第一章 总则 第一条.
  for (bool stretched = true; stretched;) {
    stretched = false;
    for (std::size_t back = 1; back <= 3 && back <= best.begin; ++back) {
      if (runs[best.begin - back].mark) break;
      if (!is_labelled(best.begin - back)) continue;
      best.begin -= back;
      stretched = true;
      break;
    }
  }
  while (best.begin > 0 && best.begin < best.end && !runs[best.begin - 1].mark && runs[best.begin - 1].letters >= text_like) --best.begin;
  // The last lines of the body may not outweigh those above them: it goes on to the last sentence that ends near.
  for (bool stretched = best.end > best.begin; stretched;) {
    stretched = false;
    for (std::size_t i = best.end; i < runs.size() && i < best.end + 5 && !runs[i].mark; ++i) {
      if (!runs[i].sentence && !is_labelled(i)) continue;
      best.end = i + 1;
      stretched = true;
      break;
    }
  }
  return best;
}

bool is_furnished(const std::vector<Run>& runs, Stretch body, bool one_line) {
  std::size_t outside = 0;
  std::size_t marks = 0;
  std::size_t ids = 0;
  std::size_t sentences = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (i == body.begin) i = body.end;
    if (i >= runs.size()) break;
    ++outside;
    marks += runs[i].mark;
    ids += runs[i].link_id;
    sentences += runs[i].sentence;
  }
  // Lists of an ordinary text stand on lines of their own and have bullets too: there only link ids tell a web page.
  if (!one_line && ids < 3) return false;
  return outside >= least_furniture && marks >= std::max(least_marks, outside / 20) && sentences * 50 <= outside + 50;
}

// How wide a character counts when looking for the right edge of wrapped lines.
struct Ruler {
  bool wide_ascii_punctuation;  // full-width punctuation was replaced by ASCII after wrapping
  bool wide_ambiguous;          // — “ ” … take two columns in East Asian fonts

  std::size_t measure(std::string_view content) const {
    std::size_t width = 0;
    bool after_ideograph = false;
    for (std::size_t i = 0; i < content.size();) {
      const Decoded next = decode(content, i);
      i += next.bytes;
      const bool widened = (wide_ascii_punctuation && after_ideograph && is_one_of(next.value, U",:;()!?")) ||
                           (wide_ambiguous && is_one_of(next.value, U"—“”‘’…·"));
      width += widened ? 2 : display_width(next.value);
      after_ideograph = is_ideographic(next.value) || is_one_of(next.value, U"”’");
    }
    return width;
  }
};

struct Wrap {
  Ruler ruler{};
  std::size_t width = 0;  // 0: not wrapped
};

// The ruler by which most runs that end inside a sentence are equally long, and that length.
Wrap find_wrap(std::string_view text, const std::vector<Run>& runs, Stretch body) {
  constexpr std::size_t widest = 240;
  Wrap best;
  std::size_t most = 0;
  for (const Ruler ruler : {Ruler{false, false}, Ruler{true, false}, Ruler{false, true}, Ruler{true, true}}) {
    std::array<std::uint32_t, widest + 2> count{};
    std::size_t candidates = 0;
    for (std::size_t i = body.begin; i + 1 < body.end; ++i) {
      const std::string_view content = runs[i].line.in(text);
      if (content.size() > 4 * widest || ends_sentence(content)) continue;
      const std::size_t width = ruler.measure(content);
      if (width < 20 || width > widest) continue;
      ++count[width];
      ++candidates;
    }
    for (std::size_t width = 21; width <= widest; ++width) {
      const std::size_t here = count[width] + count[width - 1];
      if (here > most && here >= 6 && here * 2 >= candidates) {
        most = here;
        best = {ruler, width};
      }
    }
  }
  return best;
}

// The width of what could not be divided at the begin of a line: a Latin word or one character.
std::size_t first_unit(const Ruler& ruler, std::string_view content) {
  std::size_t end = decode(content, 0).bytes;
  if (static_cast<unsigned char>(content[0]) < 0x80)
    while (end < content.size() && static_cast<unsigned char>(content[end]) > 0x20 && static_cast<unsigned char>(content[end]) < 0x80)
      ++end;
  return ruler.measure(content.substr(0, end));
}

// Says of each run from a long line how it goes on from the one before.
void find_breaks(std::string_view text, std::vector<Run>& runs, Stretch body) {
  const Wrap wrap = find_wrap(text, runs, body);
  std::size_t width = 0;  // of the line so far
  for (std::size_t i = body.begin; i < body.end; ++i) {
    Line& line = runs[i].line;
    const std::string_view content = line.in(text);
    if (i > body.begin && line.before == Break::space) {
      const std::string_view last = runs[i - 1].line.in(text);
      const bool full = wrap.width != 0 && width + first_unit(wrap.ruler, content) > wrap.width;
      const auto label = read_label(content);
      if ((label && !label->doubtful) || (ends_sentence(last) && !full)) {
        line.before = Break::paragraph;
      } else if (full) {
        line.before = Break::wrap;
      }
    } else if (i == body.begin) {
      line.before = Break::blank;
    }
    // White space inside a line counts one.
    width = (line.before == Break::space ? width + 1 : 0) + (wrap.width == 0 ? 0 : wrap.ruler.measure(content));
  }
}

// The last date above the body, close to it, and the run before that.
PageHead read_head(std::string_view text, const std::vector<Run>& runs, std::size_t body) {
  constexpr std::size_t nearest = 12;  // runs: time, text size, print, share
  for (std::size_t i = body; i-- > 1 && body - i <= nearest;) {
    const auto date = read_date(runs[i].line.in(text), 0);
    if (!date || runs[i - 1].mark) continue;
    const std::string_view title = runs[i - 1].line.in(text);
    const std::size_t width = display_width(title);
    if (width >= 8 && width <= 200 && !ends_sentence(title)) return {std::string(title), date->iso};
    return {"", date->iso};
  }
  return {};
}

}  // namespace

std::vector<Line> body_of_page(std::string_view text, std::vector<Line> lines, PageHead& head) {
  std::vector<Run> runs;
  bool has_long = false;
  bool has_id = false;
  for (const Line& line : lines) {
    has_long = has_long || line.end - line.begin >= long_line;
    has_id = has_id || is_link_id(line.in(text));
  }
  if (!has_long && !has_id) return lines;
  std::size_t in_long_lines = 0;
  for (const Line& line : lines) {
    const std::size_t before = runs.size();
    if (line.end - line.begin >= long_line) {
      split_runs(text, line, runs);
      if (runs.size() - before < many_runs) {
        runs.resize(before);
        runs.push_back(weigh(text, line));
      } else {
        in_long_lines += runs.size() - before;
      }
    } else {
      runs.push_back(weigh(text, line));
    }
  }
  Stretch body = densest(text, runs);
  if (!is_furnished(runs, body, in_long_lines * 2 > runs.size())) body = {0, runs.size()};
  if (in_long_lines == 0 && body.end - body.begin == runs.size()) return lines;
  head = read_head(text, runs, body.begin);
  find_breaks(text, runs, body);
  std::vector<Line> result;
  result.reserve(body.end - body.begin);
  for (std::size_t i = body.begin; i < body.end; ++i) result.push_back(runs[i].line);
  return result;
}

}  // namespace jomun
