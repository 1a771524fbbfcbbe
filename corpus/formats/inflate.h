// Jomun: raw deflate, as HWP 5 packs its streams.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jomun {

// What was packed; bytes behind its end are ignored. More than `most` bytes, or more than a document can shrink to such a size, is refused.
// Thread-safe. Throws UnreadableFile.
std::string inflate(std::string_view packed, std::size_t most);

}  // namespace jomun
