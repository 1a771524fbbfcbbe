// Jomun: whether a query is a question, and what it asks about.
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

// Told by a question mark, an interrogative (什么, 是否, 무엇, どの; of English ones only at the beginning, where "when" and "where" begin
// as many statements) or its end (吗, 까, ですか). Thread-safe; any bytes.
bool is_question(std::string_view text);

}  // namespace jomun
