// Jomun: the lexicon: concepts, and how each language says them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace jomun {

struct LexiconForm {
  std::string text;      // as its author wrote it
  std::string language;  // BCP 47: "en", "zh-Hans", "zh-Hant", "ko", "ja"
};

struct Concept {
  std::string id;  // "ai-safety-institute"
  std::vector<LexiconForm> forms;
};

// A lexicon that breaks its format. what() names the line.
class LexiconError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Tab-separated: a header line `id LANGUAGE…`, then one concept per line, the forms of a language separated by '|'. Lines that begin
// with '#' are comments. Ids are unique; every cell has a form; no form stands twice in a cell. Throws LexiconError.
//
//   id            en                             zh-Hans   zh-Hant            ko         ja
//   ai-safety     AI safety|safety of AI         人工智能安全  人工智慧安全|人工智能安全  AI 안전      AI安全
std::vector<Concept> parse_lexicon(std::string_view tsv);

// The lexicon that comes with Jomun: corpus/lexicon/governance.tsv, compiled in.
std::string_view shipped_lexicon();

}  // namespace jomun
