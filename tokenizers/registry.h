// Jomun: which tokenizers there are, by name.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The functions may be called from any thread, but register_tokenizers() only while no other thread calls any of them: a program loads
// its plug-ins (plugin_loader.h) before it starts threads.

#pragma once

#include <memory>
#include <span>
#include <stdexcept>
#include <string_view>

#include "tokenizers/tokenizer.h"

namespace jomun {

// Used by index, query and highlights alike where no other is named.
inline constexpr std::string_view default_tokenizer_name = "jomun-2";

// All tokenizers: the default first, then the others of Jomun, then those registered. Valid until register_tokenizers() is called.
std::span<const TokenizerEntry> tokenizers();

// Adds `entries` behind the others, all or none. Their names and summaries must stay until the program ends. Throws
// std::invalid_argument, whose text is "what is wrong; what to do": a name that is taken or no name (tokenizer.h), no make().
void register_tokenizers(std::span<const TokenizerEntry> entries);

class UnknownTokenizer : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

// A tokenizer that cannot be made here: its dictionary is missing, say. what() is "what is wrong; what to do".
class BrokenTokenizer : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Throws UnknownTokenizer, whose text lists the names there are; BrokenTokenizer.
std::unique_ptr<Tokenizer> make_tokenizer(std::string_view name = default_tokenizer_name);

}  // namespace jomun
