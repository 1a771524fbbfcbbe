// Jomun tests: whatever bytes they are, the tokenizers and the reference make the same tokens of them.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/fuzz/fuzz_target.h"
#include "tests/support/reference_tokenizer.h"

void jomun::testing::fuzz(std::string_view text) { require_none(difference_from_reference(text)); }
