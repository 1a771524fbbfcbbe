// Jomun: ODT, the texts of OpenDocument (ODF 1.2 and 1.3).
// Copyright (C) 2026 the Jomun developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string_view>

#include "corpus/formats/extracted_text.h"

namespace jomun {

// Tracked changes are read as accepted. Tables of contents and other generated indexes, and numbers of pages are left out.
ExtractedText read_odt(std::string_view bytes);

}  // namespace jomun
