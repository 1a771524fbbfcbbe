// Jomun: texts whose characters are stored in parts.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Some systems store 제 as three jamo, が as か and a mark, é as e and a mark (Unicode's NFD). Labels are looked for in composed text, so
// that both forms split alike. Everything here is thread-safe and takes well-formed UTF-8.

#pragma once

#include <string_view>

#include "corpus/declaration.h"
#include "tokenizers/mapped_text.h"

namespace jomun {

// Whether there may be something to compose. Fast.
bool may_be_decomposed(std::string_view text);

// `text` with what was stored in parts composed (NFC); each composed character stands for all of its parts. Characters stored whole stay as
// they are, also where NFC has another for them: they were published so.
MappedText compose(std::string_view text);

// Text and source of a clause of composed.text(), as those of the original.
void map_to_original(Clause& clause, const MappedText& composed);

}  // namespace jomun
