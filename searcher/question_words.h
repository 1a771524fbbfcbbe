// Jomun: what a question asks about, without the words that only make it a question.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include "tokenizers/mapped_text.h"

namespace jomun {

// The bytes of `text` without questions and politeness at its beginning and its end: 请问…, …은 무엇인가요?, …とは何ですか,
// can you tell me about … please. They say nothing of what is looked for, and where they are rare in an index they would weigh most. All
// of the text where nothing else is in it. Spaces, width and script make no difference. Thread-safe; any bytes.
Span without_question(std::string_view text);

}  // namespace jomun
