// Jomun: the formats of lexicons, one function each.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/lexicon.h"

namespace jomun {

// Concepts as their forms come in, in order of first appearance. A form that a concept has already in the language is left out.
class ConceptList {
 public:
  // `tag`: as the file says it, or empty.
  void add(const std::string& id, std::size_t line, std::string_view form, std::string_view tag);
  std::vector<Concept> take() { return std::move(concepts_); }
  bool empty() const { return concepts_.empty(); }

 private:
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> by_id_;
};

// All take UTF-8, append to `problems` and read on where they can. See corpus/lexicon_import.h.
std::vector<Concept> read_solr_synonyms(std::string_view text, std::vector<LexiconProblem>& problems);
std::vector<Concept> read_tbx(std::string_view xml, std::vector<LexiconProblem>& problems);
// `syntax`: raptor's name of it, "turtle" or "rdfxml".
std::vector<Concept> read_skos(std::string_view text, const char* syntax, std::vector<LexiconProblem>& problems);

}  // namespace jomun
