// Jomun: the fields of the query language.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

namespace jomun {

// field:value
inline constexpr std::string_view query_fields[] = {"language", "work", "issuer", "title", "label", "date", "modality"};

}  // namespace jomun
