// Jomun tests: text in other encodings than UTF-8.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <string_view>

namespace jomun::testing {

// `utf8` by ICU's converter of this name; empty if it does not come back by the same converter, as for characters the encoding lacks.
std::string encoded(std::string_view utf8, const char* converter);

}  // namespace jomun::testing
