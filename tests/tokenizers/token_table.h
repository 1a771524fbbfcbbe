// Jomun tests: tables of texts and their tokens.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>
#include <string_view>

#include "tokenizers/registry.h"

namespace jomun::testing {

struct Row {
  std::string_view text;
  std::string_view expected;
};

// Each text gives exactly the tokens of its row, as line() writes them; no tokenizer breaks an invariant on it or differs from the
// reference.
void expect_tokens(std::initializer_list<Row> rows, std::string_view tokenizer = default_tokenizer_name);
// The same with sources(): which bytes a term was read from.
void expect_sources(std::initializer_list<Row> rows);
// Each row's two texts give the same terms at the same positions.
void expect_same_terms(std::initializer_list<Row> rows);

}  // namespace jomun::testing
