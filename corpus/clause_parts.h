// Jomun: very long clauses in parts.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <vector>

#include "corpus/declaration.h"

namespace jomun {

// In code points. Of 112,000 clauses of real statutes 13 are longer, nearly all of them lists of amendments or tables: too long to be shown
// as an answer, and ranked as one document whatever stands in them.
inline constexpr std::size_t longest_clause = 8000;

// Divides each clause that is longer into parts of about the same length, none longer, at line ends, else at ends of sentences, else at
// spaces or anywhere. They have the label, path and language of the whole; the first its address A, the others A.part2, A.part3. Linear,
// thread-safe.
std::vector<Clause> divide_long_clauses(std::vector<Clause> clauses);

}  // namespace jomun
