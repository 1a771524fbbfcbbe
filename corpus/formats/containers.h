// Jomun: what kind of document a container of files holds.
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Only the directory and the entry that says the type are read. Thread-safe. Both throw UnreadableFile for what Jomun does not read.

#pragma once

#include <string_view>

#include "corpus/formats/format.h"

namespace jomun {

bool is_zip(std::string_view bytes);
// DOCX, ODT, HWPX. REQUIRES: is_zip(bytes).
Format format_of_zip(std::string_view bytes);

// The container of HWP 5 and of Microsoft's older formats.
bool is_ole(std::string_view bytes);
// HWP 5. REQUIRES: is_ole(bytes).
Format format_of_ole(std::string_view bytes);

}  // namespace jomun
