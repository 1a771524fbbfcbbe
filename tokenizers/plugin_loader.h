// Jomun: loads plug-ins with tokenizers.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stdexcept>
#include <string>

namespace jomun {

// what() is "FILE: what is wrong; what to do".
class PluginError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Loads the shared library `file` (a path; no search path is used) and registers its tokenizers: plugin.h says what it must have.
// Throws PluginError; then none of its tokenizers is registered. As register_tokenizers(): not while other threads use the registry.
//
// The library stays loaded until the program ends, also after an error: its names stand in the registry, tokenizers that live have
// their code in it, and so may exceptions on their way; to unload it would gain nothing.
void load_plugin(const std::string& file);

}  // namespace jomun
