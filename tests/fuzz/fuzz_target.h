// Jomun tests: what every fuzz target is made of.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace jomun::testing {

// What a target does with an input, whatever bytes it is: the target defines this.
void fuzz(std::string_view text);

// Ends the program with this message, which libFuzzer reports with the input, unless `problem` is empty.
void require_none(const std::string& problem);
// The same unless `good`.
void require(bool good, const char* problem);

}  // namespace jomun::testing
