// Jomun: which of the clauses found are shown, in what order, and how many there are of each kind.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/candidates.h"
#include "searcher/search.h"
#include "tokenizers/tokenizer.h"

namespace jomun {

// Of candidates with the same citation, which two indexes searched as one may have, the first.
void keep_first_of_citations(std::vector<const Candidate*>& candidates);

// By date, those of no known date last; what is equal keeps its order.
void sort_newest_first(std::vector<const Candidate*>& candidates);

Facets count_facets(const std::vector<const Candidate*>& candidates);

// A hit: places in the list of candidates.
struct Listed {
  std::size_t candidate = 0;
  std::vector<std::size_t> same_text = {};
  std::optional<std::size_t> nearly = {};  // another place in the list of hits
  std::size_t more_in_work = 0;
};

// The first `most` candidates.
std::vector<Listed> first_of(const std::vector<const Candidate*>& candidates, std::size_t most);

// The first of each of the first `most` works, and how many the others are.
std::vector<Listed> first_of_works(const std::vector<const Candidate*>& candidates, std::size_t most);

// The first `most` with different texts, the others with that they are the same as. `tokenizer`: that of the index. Throws Xapian::Error.
std::vector<Listed> without_duplicates(const std::vector<const Candidate*>& candidates, std::size_t most, Tokenizer& tokenizer);

}  // namespace jomun
