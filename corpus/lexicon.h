// Jomun: the lexicon: concepts, and how each language says them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
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
  // Ids of other concepts that share a form with this one and are not the same: zh 安全 is safety and security. One of two may say it.
  std::vector<std::string> not_equal = {};
  std::size_t line = 0;  // it begins in, from 1
};

// What is wrong in a line of a lexicon; the rest is used.
struct LexiconProblem {
  std::size_t line;  // from 1; 0: of the file as a whole
  std::string what;  // "what is wrong; what to do"
};

// Tab-separated: a header line `id LANGUAGE…`, then one concept per line, the forms of a language separated by '|'. Lines that begin
// with '#' are comments. Ids are unique; no form stands twice in a cell; cells may be empty, and left out at the end of a line. The
// column `not-equal` has ids of concepts. Lines that break this are left out and added to `problems`. Thread-safe.
//
//   id            en                             zh-Hans   zh-Hant            ko         ja    not-equal
//   ai-safety     AI safety|safety of AI         人工智能安全  人工智慧安全|人工智能安全  AI 안전      AI安全  ai-security
std::vector<Concept> parse_lexicon(std::string_view tsv, std::vector<LexiconProblem>& problems);

// Adds `more` to `concepts`: a concept whose id is there already adds its forms to that one.
void merge_concepts(std::vector<Concept>& concepts, std::vector<Concept> more);

// The lexicon that comes with Jomun: corpus/lexicon/governance.tsv, compiled in.
std::string_view shipped_lexicon();

}  // namespace jomun
