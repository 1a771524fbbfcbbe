// Jomun: texts that stand in two languages in one file.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus/bilingual.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

#include "corpus/layout.h"
#include "tokenizers/language.h"

namespace jomun {
namespace {

constexpr std::size_t scripts = 3;
enum Script : std::size_t { han, hangul, latin };

std::optional<Script> script_of(std::string_view text) {
  // Enough to tell, and bounded.
  constexpr std::size_t sample = 600;
  const std::string_view language = detect_language(text.substr(0, sample));
  if (language.starts_with("zh") || language == "ja") return han;
  if (language == "ko") return hangul;
  if (language == "en") return latin;
  return std::nullopt;
}

// A sentence of some length: names and references in another language are none.
bool is_sentence(std::string_view text) {
  constexpr std::size_t shortest = 30;  // bytes
  return text.size() >= shortest && ends_sentence(text);
}

// Of the whole text, with room for error: a language has at least a seventh of its bytes, told by the first byte of each character.
bool may_be_bilingual(std::string_view text) {
  std::array<std::size_t, 256> count{};
  for (const char c : text) ++count[static_cast<unsigned char>(c)];
  const auto sum = [&](unsigned char first, unsigned char last) {
    return std::accumulate(count.begin() + first, count.begin() + last + 1, std::size_t{0});
  };
  const std::array<std::size_t, scripts> bytes = {3 * sum(0xE3, 0xE9), 3 * sum(0xEA, 0xED), sum('A', 'Z') + sum('a', 'z')};
  const std::size_t all = bytes[han] + bytes[hangul] + bytes[latin];
  return std::count_if(bytes.begin(), bytes.end(), [all](std::size_t one) { return one > 0 && one * 10 >= all; }) > 1;
}

}  // namespace

std::vector<std::vector<std::size_t>> part_by_language(const Paragraphs& paragraphs) {
  constexpr std::size_t fewest = 3;
  if (!may_be_bilingual(paragraphs.text())) return {};
  std::vector<std::optional<Script>> found(paragraphs.size());
  std::array<std::size_t, scripts> sentences{}, bytes{};
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view text = paragraphs[i].text;
    found[i] = script_of(text);
    if (!found[i]) continue;
    bytes[*found[i]] += text.size();
    sentences[*found[i]] += is_sentence(text) ? 1 : 0;
  }
  const std::size_t all = std::accumulate(bytes.begin(), bytes.end(), std::size_t{0});
  const auto is_language = [&](std::size_t script) { return sentences[script] >= fewest && bytes[script] * 7 >= all; };
  const auto languages = static_cast<std::size_t>(is_language(han)) + static_cast<std::size_t>(is_language(hangul)) +
                         static_cast<std::size_t>(is_language(latin));
  if (languages < 2) return {};
  std::vector<std::vector<std::size_t>> parts;
  std::array<std::optional<std::size_t>, scripts> part_of{};
  std::vector<std::size_t> before;  // what stands before anything in one of the languages
  std::size_t current = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (found[i] && is_language(*found[i])) {
      std::optional<std::size_t>& part = part_of[*found[i]];
      if (!part) {
        part = parts.size();
        parts.push_back(std::exchange(before, {}));
      }
      current = *part;
    }
    (parts.empty() ? before : parts[current]).push_back(i);
  }
  return parts;
}

}  // namespace jomun
