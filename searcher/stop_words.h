// Jomun: words that carry no meaning of their own in a query.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace jomun {

// English and Japanese function words, folded. They are indexed and found in phrases; among other words of a query they count nothing,
// because in an index of several languages they are rarer, and would weigh more, than they should.
bool is_stop_word(std::string_view folded_word);

// The same for characters: hiragana, and the Han and Hangul that mostly serve grammar (的, 之, 및). A bigram with one counts less.
bool is_function_character(std::string_view folded_character);

// The same for words of Han or Hangul: 以及, 대한. They have no forms in other languages: 대한, about, is not 大韓.
bool is_function_word(std::string_view folded_word);

}  // namespace jomun
