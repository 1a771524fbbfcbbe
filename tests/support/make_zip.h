// Jomun tests: ZIP archives made in memory.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace jomun::testing {

// Names and contents of entries, in their order.
using Entries = std::vector<std::pair<std::string, std::string>>;

// With a password the entries are encrypted. Throws std::runtime_error, also for names libzip does not take.
std::string make_zip(const Entries& entries, const std::string& password = {}, bool compressed = true);

}  // namespace jomun::testing
