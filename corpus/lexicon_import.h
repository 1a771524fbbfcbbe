// Jomun: lexicons of other makers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
//   TSV       as corpus/lexicon.h has it
//   SKOS      in Turtle, N-Triples or RDF/XML: a concept per subject, its preferred, alternative and hidden labels; the id is the last
//             part of its address
//   TBX       a concept per termEntry (TBX 2) or conceptEntry (TBX 3), its terms by language
//   Solr      synonym files: "a, b, c" and "a, b => c" are a concept each, called by the first form
//
// Which of these a file is is told by its content. Language tags are brought to those of the index: zh-TW is zh-Hant, en-GB is en; where
// there is none, the characters tell.

#pragma once

#include <string_view>
#include <vector>

#include "corpus/lexicon.h"

namespace jomun {

// The concepts in the bytes of a file. What is wrong is added to `problems`, with its line, and the rest is used. Opens nothing else:
// no entities, no network. Thread-safe. Throws UnreadableFile for what is no lexicon at all.
std::vector<Concept> import_lexicon(std::string_view bytes, std::vector<LexiconProblem>& problems);

}  // namespace jomun
