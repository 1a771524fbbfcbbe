// Jomun: the text inside a paragraph of Markdown.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace jomun {

// What is defined elsewhere in the document. Labels as label_of_reference() makes them.
struct MarkdownReferences {
  std::unordered_set<std::string> links, notes;
  std::vector<std::string> cited;  // notes in the order the text has their marks, each once

  void cite(const std::string& note) {
    if (seen_.insert(note).second) cited.push_back(note);
  }

 private:
  std::unordered_set<std::string> seen_;
};

// Case and white space do not matter: "[Foo  bar]" is "[foo bar]". ASCII letters only.
std::string label_of_reference(std::string_view printed);

// `raw` without marks, tags, images and marks of notes; ruby as annotations. Its lines are joined, a space between where the scripts need
// one; a hard break and U+2028 give '\n'. Marks of emphasis beside Chinese, Japanese and Korean text count whatever punctuation is inside.
// Linear: bounded by a constant for each byte. The notes it marks are cited.
std::string read_markdown_inline(std::string_view raw, MarkdownReferences& references);

inline constexpr std::string_view markdown_break = "\xE2\x80\xA8";  // U+2028

}  // namespace jomun
