// Jomun: which marks of emphasis in Markdown belong together.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/markdown_emphasis.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace jomun {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

struct Delimiter {
  char mark;
  std::size_t begin, count, whole;  // of what is not matched yet; `whole` as written
  bool can_open, can_close;
  std::size_t before, after;  // neighbours that still count
};

class Matcher {
 public:
  explicit Matcher(const std::vector<EmphasisMarks>& runs) {
    delimiters_.reserve(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const std::size_t count = runs[i].span.end - runs[i].span.begin;
      delimiters_.push_back({runs[i].mark, runs[i].span.begin, count, count, runs[i].can_open, runs[i].can_close, i == 0 ? none : i - 1,
                             i + 1 == runs.size() ? none : i + 1});
    }
  }

  // Each closer looks back for its opener, never twice over what was not one.
  std::vector<Span> match() {
    std::map<std::array<std::size_t, 3>, std::size_t> bottoms;  // nothing that opens for such a closer stands up to here
    for (std::size_t closer = 0; closer != none && closer < delimiters_.size();) {
      Delimiter& close = delimiters_[closer];
      if (!close.can_close || close.count == 0) {
        closer = close.after;
        continue;
      }
      const std::array<std::size_t, 3> key{static_cast<unsigned char>(close.mark), close.can_open, close.whole % 3};
      const auto bottom = bottoms.find(key);
      std::size_t opener = close.before;
      while (opener != none && (bottom == bottoms.end() || opener > bottom->second) && !opens(delimiters_[opener], close))
        opener = delimiters_[opener].before;
      if (opener == none || (bottom != bottoms.end() && opener <= bottom->second)) {
        if (close.before != none) bottoms[key] = close.before;
        if (!close.can_open) unlink(closer);
        closer = close.after;
        continue;
      }
      Delimiter& open = delimiters_[opener];
      const std::size_t used = close.mark == '~' ? 2 : std::min<std::size_t>({open.count, close.count, 2});
      matched_.push_back({open.begin + open.count - used, open.begin + open.count});
      open.count -= used;
      matched_.push_back({close.begin, close.begin + used});
      close.begin += used;
      close.count -= used;
      // What stands between cannot match any more.
      open.after = closer;
      close.before = opener;
      if (open.count == 0) unlink(opener);
      if (close.count == 0) {
        const std::size_t next = close.after;
        unlink(closer);
        closer = next;
      }
    }
    return std::move(matched_);
  }

 private:
  static bool opens(const Delimiter& open, const Delimiter& close) {
    if (open.mark != close.mark || !open.can_open || open.count == 0) return false;
    if (open.mark == '~') return true;
    const bool odd =
        (open.can_close || close.can_open) && (open.whole + close.whole) % 3 == 0 && (open.whole % 3 != 0 || close.whole % 3 != 0);
    return !odd;
  }

  void unlink(std::size_t i) {
    const Delimiter& gone = delimiters_[i];
    if (gone.before != none) delimiters_[gone.before].after = gone.after;
    if (gone.after != none) delimiters_[gone.after].before = gone.before;
  }

  std::vector<Delimiter> delimiters_;
  std::vector<Span> matched_;
};

}  // namespace

std::vector<Span> match_emphasis(const std::vector<EmphasisMarks>& runs) { return Matcher(runs).match(); }

}  // namespace jomun
