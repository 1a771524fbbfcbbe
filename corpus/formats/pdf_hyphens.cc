// Jomun: words that were broken at the end of a line.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/formats/pdf_hyphens.h"

#include <algorithm>
#include <cstddef>

#include "tokenizers/ascii.h"

namespace jomun {
namespace {

constexpr std::string_view soft_hyphen = "\u00AD", hyphen = "\u2010";

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }
// Part of a word as it is looked up: letters of other scripts are bytes like any other.
bool in_word(char c) { return is_letter(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80; }

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// The parts of a word broken by an ordinary hyphen; empty where there is none.
struct Broken {
  std::string head, tail;
  std::size_t hyphen = 0;  // bytes
};

Broken broken_word(std::string_view line, std::string_view next) {
  constexpr std::size_t longest = 60;
  const std::size_t bytes = ends_with(line, "-") ? 1 : ends_with(line, hyphen) ? hyphen.size() : 0;
  if (bytes == 0 || next.empty() || !is_lower(next.front())) return {};
  line.remove_suffix(bytes);
  std::size_t begin = line.size();
  while (begin > 0 && is_letter(line[begin - 1]) && line.size() - begin < longest) --begin;
  std::size_t end = 0;
  while (end < next.size() && end < longest && is_letter(next[end])) ++end;
  if (begin == line.size()) return {};
  return {lower_ascii(line.substr(begin)), lower_ascii(next.substr(0, end)), bytes};
}

}  // namespace

Hyphens::Hyphens(const std::vector<std::string_view>& lines) {
  std::unordered_set<std::string> asked;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Broken word = broken_word(lines[i], lines[i + 1]);
    if (word.hyphen == 0) continue;
    asked.insert({word.head + word.tail, word.head + "-" + word.tail, word.head, word.tail});
  }
  if (asked.empty()) return;
  bool broken = false;  // the first word of the line is the rest of one
  for (const std::string_view line : lines) {
    for (std::size_t i = 0; i < line.size();) {
      std::size_t end = i;
      while (end < line.size() && in_word(line[end])) ++end;
      // The last one is broken, if it ends in a hyphen.
      if (end > i && !(i == 0 && broken) && line[end - 1] != '-') {
        const std::string word = lower_ascii(line.substr(i, end - i));
        if (asked.count(word) > 0) known_.insert(word);
      }
      i = std::max(end, i + 1);
    }
    broken = ends_with(line, "-") || ends_with(line, hyphen) || ends_with(line, soft_hyphen);
  }
}

std::size_t Hyphens::removable(std::string_view line, std::string_view next) const {
  if (ends_with(line, soft_hyphen)) return soft_hyphen.size();
  const Broken word = broken_word(line, next);
  if (word.hyphen == 0) return 0;
  if (known_.count(word.head + word.tail) > 0) return word.hyphen;
  if (known_.count(word.head + "-" + word.tail) > 0) return 0;
  return known_.count(word.head) > 0 && known_.count(word.tail) > 0 ? 0 : word.hyphen;
}

bool Hyphens::joins(std::string_view line, std::string_view next) {
  if (ends_with(line, soft_hyphen)) return true;
  if (next.empty() || (!ends_with(line, "-") && !ends_with(line, hyphen))) return false;
  const std::size_t bytes = ends_with(line, "-") ? 1 : hyphen.size();
  return line.size() > bytes && line[line.size() - bytes - 1] != ' ' && line[line.size() - bytes - 1] != '-';
}

}  // namespace jomun
